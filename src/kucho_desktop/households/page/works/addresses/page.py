"""Labels and envelopes: whom they go to, on what, from which label on, as they will be printed."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QTimer, Slot

from kucho_desktop.association.store import name_of
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.households import store
from kucho_desktop.households.model.addresses import LabelRun, LetterRun, Letters
from kucho_desktop.households.model.lists.ready import READY
from kucho_desktop.households.model.lists.wanted import HouseholdList, from_text
from kucho_desktop.households.page.sheet.sheet import Groups
from kucho_desktop.households.page.works.addresses.choices import EVERYBODY
from kucho_desktop.households.page.works.addresses.drawing import Drawing
from kucho_desktop.households.page.works.addresses.view import AddressesView
from kucho_desktop.households.store.addresses import letters_for, sender_of
from kucho_desktop.paper.addressed import Sender
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.widgets.task import Task

_SHEETS_SEEN = 2
_LETTERS_SEEN = 6
"""How much is drawn to be looked at here; the whole is made where it is printed."""
TEST = "label-test"


class AddressesPage(AddressesView):
    """Everything is chosen here and looked at; 印刷 makes the whole and writes down who got it."""

    tables = store.TABLES | {"association", "saved_list", "household_today"}
    papers = ("address-labels", "envelopes", TEST)

    def __init__(self, book: Book, groups: Groups) -> None:
        super().__init__()
        self._book = book
        self._groups = groups
        self._handed = ""
        self._letters = Letters()
        self._sender: Sender | None = None
        self._imprint = self._imprint_now()
        self._asked = 0
        self._task: Task | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._draw)
        self.choices.changed.connect(self._gather)
        self.choices.laid_out.connect(self._lay_out_anew)
        self.printer.changed.connect(self._lay_out_anew)
        self.printer.tries.connect(self._try)
        self.picture.chosen.connect(self._begin_at)
        self.print_button.clicked.connect(self._print)
        self.kind_chosen.connect(self._gather)
        self.show_kind("labels")

    # whom

    def take(self, about: str) -> None:
        """A list that another page put together (`HouseholdList.as_text`)."""
        self._handed = about
        self._offer()
        self.choices.choose_list(about)
        self._stale = True

    def _offer(self) -> None:
        saved = [(each.name, each.name) for each in store.all_lists(self._book)]
        ready = [(name, each.title) for name, each in READY.items()]
        lists = [
            ("", _("Members, shops and offices")),
            (EVERYBODY, _("All households")),
            *saved,
            *ready,
        ]
        if self._handed:
            lists.insert(0, (self._handed, _("The list as it was put together")))
        groups = [("", _("All groups")), *((str(id_), n) for id_, n in self._groups.names.items())]
        self.choices.offer(lists, groups)

    def _list(self) -> HouseholdList | None:
        name = str(self.choices.list.currentData() or "")
        if not name:
            return None
        if name == EVERYBODY:
            return HouseholdList()
        if name.startswith("{"):
            return from_text(name)
        for each in store.all_lists(self._book):
            if each.name == name:
                return each.list
        return HouseholdList(ready=(name,))

    def reload(self) -> None:
        """The households as they are now; what is chosen stays."""
        self._offer()
        self._gather()

    @Slot()
    def _gather(self) -> None:
        group = self.choices.group.currentData()
        self._letters = letters_for(
            self._book,
            Audience.CHIEF,
            self._book.today,
            self.choices.how(self.is_labels),
            wanted=self._list(),
            inside=int(group) if group else None,
        )
        self._sender = sender_of(self._book, self._book.today)
        self._imprint = self._imprint_now()
        self._lay_out_anew()

    def _imprint_now(self) -> Imprint:
        today = self._book.today
        return Imprint(name_of(self._book), Audience.CHIEF, today, today)

    # on what

    @Slot()
    def _lay_out_anew(self) -> None:
        self.picture.show_sheet(self.choices.chosen_sheet)
        self._say_how_many()
        self._soon.start()

    @Slot(int)
    def _begin_at(self, _face: int) -> None:
        self._lay_out_anew()

    def _say_how_many(self) -> None:
        count = len(self._letters.all)
        if self.is_labels:
            said = n_("{count} label", "{count} labels", count).format(count=f"{count:,}")
            sheet, start = self.choices.chosen_sheet, self.picture.start
            sheets = -(-(start + count) // sheet.faces) if count else 0
            on = n_("{count} sheet", "{count} sheets", sheets).format(count=f"{sheets:,}")
            said = _("{labels} on {sheets}").format(labels=said, sheets=on)
            self.show_used(start, (start + count) % sheet.faces if count else 0)
        else:
            said = n_("{count} envelope or card", "{count} envelopes or cards", count)
            said = said.format(count=f"{count:,}")
        self.count.setText(said)
        self.show_notes(self._letters.notes)
        self.print_button.setEnabled(bool(count))

    @Slot()
    def _draw(self) -> None:
        """The first of them, away from the window; the book may be closed by then."""
        self._asked += 1
        letters = replace(self._letters, all=self._letters.all[: self._seen()])
        self.sample.setVisible(len(letters.all) < len(self._letters.all))
        shift = self.printer.shift
        run: LabelRun | LetterRun
        if self.is_labels:
            run = self.label_run(letters, shift)
        else:
            run = self.letter_run(letters, shift, self._sender)
        self._task = Task(Drawing(self._asked, run, self._imprint))
        self._task.done.connect(self._show)
        self._task.failed.connect(self._fail)
        self._task.start()

    def _seen(self) -> int:
        faces = self.choices.chosen_sheet.faces
        return _SHEETS_SEEN * faces - self.picture.start if self.is_labels else _LETTERS_SEEN

    @Slot(object)
    def _show(self, made: tuple[int, Printed]) -> None:
        number, printed = made
        if number == self._asked:
            self.paper.show_pdf(printed.pdf)

    @Slot(object)
    def _fail(self, error: object) -> None:
        self.paper.clear()
        self.refused.emit(_("The paper could not be made. Nothing was lost."))
        if isinstance(error, Exception):
            raise error

    # out

    def paper_about(self) -> Mapping[str, str]:
        """All that was chosen, for the page that prints it."""
        right, down = self.printer.shift
        about = {
            "list": str(self.choices.list.currentData() or ""),
            **dict(self.choices.options(self.is_labels)),
            "right": f"{right:g}",
            "down": f"{down:g}",
            "sheet": self.choices.chosen_sheet.name,
            "printer": str(self.printer.printer.currentData()),
        }
        if self.is_labels:
            about["start"] = str(self.picture.start + 1)
        return about

    @Slot()
    def _try(self) -> None:
        self.prints.emit(TEST)

    @Slot()
    def _print(self) -> None:
        self.prints.emit("address-labels" if self.is_labels else "envelopes")
