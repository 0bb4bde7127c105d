"""文書受付: letters come in within a few keys, and none is forgotten."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLayout, QWidget

from kucho_desktop.circulars import store
from kucho_desktop.circulars.model import Letter
from kucho_desktop.circulars.model.letters import (
    LATE,
    THIS_WEEK,
    TODAY,
    came_before,
    newest_first,
    open_first,
    senders_said,
    titles_said,
)
from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import show_date
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.form import Section
from kucho_desktop.widgets.kept_tab import About, KeptTab
from kucho_desktop.widgets.parts import Button, Flow, button, column, words
from kucho_desktop.widgets.suggesting import Suggesting
from kucho_desktop.widgets.table import Column
from kucho_desktop.widgets.wrapping import Wrapping

_LINES = 2
"""So much of what was before is seen at once; what was done may be told at length."""
FILTERS = (
    ("open", N_("Not done yet")),
    (LATE, N_("Late")),
    (TODAY, N_("Today")),
    (THIS_WEEK, N_("This week (7 days)")),
    ("all", N_("All letters")),
)


def _title(letter: Letter) -> str:
    return " ".join(part for part in (letter.number, letter.title) if part)


def _about() -> About:
    return About(
        title=_("Letters"),
        what_for=_("What came in, from whom, and by when something is to be done."),
        adds=_("Take in a letter"),
        removes=_("Written by mistake: remove"),
        removed=_("The letter was removed"),
        shelf=store.LETTERS,
        columns=[("title", 15), ("sender", 9), ("deadline", 9), ("received_on", 9), ("done_on", 9)],
        spare=["received_on", "done_on"],
        sections=[
            Section("", ["sender", "title", "kind", "deadline", "copies", "received_on"]),
            Section("", ["answer", "done_on", "responsible"]),
            Section("", ["reference", "kept_at", "keep_years", "note"]),
        ],
        needs=["title"],
        title_of=_title,
        start=lambda book: {"received_on": book.today.isoformat()},
    )


def _belongs(letter: Letter, chosen: str, due: str) -> bool:
    if chosen == "all":
        return True
    if chosen == THIS_WEEK:
        return due in (TODAY, THIS_WEEK)
    return letter.is_open if chosen == "open" else due == chosen


class LettersTab(KeptTab):
    """goes: (part of this room or name of another room, the work there)."""

    goes = Signal(str, str)

    def __init__(self, book: Book) -> None:
        self._every: list[Letter] = []
        self._chosen = "open"
        self._just = 0
        self.filters = {name: self._filter(name, _(label)) for name, label in FILTERS}
        self.filters["open"].setChecked(True)
        self.finish_it = button(_("It is done"), self._finish, icon="check")
        self.into_requests = button(_("Put among the requests"), self._into_requests)
        self.into_delivery = button(_("Hand it out"), self._into_delivery)
        self.into_nomination = button(_("Name somebody"), self._into_nomination)
        self.before = words("", "second")
        self.beside = Flow(column(self.before))
        self.beside.setFixedHeight(theme.now().ems(_LINES * 1.5))
        super().__init__(book, _about())
        boxes = self.form.boxes
        self.senders = Suggesting(boxes["sender"], self._senders)
        self.titles = Suggesting(boxes["title"], self._titles)

    def _filter(self, name: str, label: str) -> Button:
        made = button(label, role="row", value=name)
        made.setCheckable(True)
        made.setAutoExclusive(True)
        made.chosen.connect(self.narrow)
        return made

    def beside_add(self) -> Sequence[QWidget]:
        return tuple(self.filters.values())

    def under_list(self) -> Sequence[QWidget]:
        return (self.beside,)

    def over_form(self) -> Sequence[QLayout]:
        made = (self.finish_it, self.into_requests, self.into_delivery, self.into_nomination)
        return (Wrapping(*made),)

    def columns(self) -> list[Column]:
        return [Column("number", _("Letter number"), 5, _number), *super().columns()]

    # what the list shows

    def records(self) -> list[Letter]:
        self._every = store.LETTERS.all(self._book)
        today = self._book.today
        due = {each.id: each.due(today) for each in self._every}
        for name, label in FILTERS:
            count = sum(_belongs(each, name, due[each.id]) for each in self._every)
            said = _("{label} ({count})").format(label=_(label), count=f"{count:,}")
            self.filters[name].setText(said)
        found = [
            each
            for each in self._every
            if each.id == self._just or _belongs(each, self._chosen, due[each.id])
        ]
        return newest_first(found) if self._chosen == "all" else open_first(found)

    @Slot(str)
    def narrow(self, name: str) -> None:
        """Only those that are open, late, due and so on."""
        self.finish()
        self._chosen, self._just = name, 0
        self.filters[name].setChecked(True)
        self.reload()

    def select(self, id_: int) -> None:
        if id_ and id_ not in self._shown:
            self.narrow("all")
        super().select(id_)

    # one letter

    def put_into_form(self, record: Letter, *, same: bool = False) -> None:
        super().put_into_form(record, same=same)
        is_kept = record.id != 0
        self.finish_it.setVisible(is_kept and record.is_open)
        self.into_requests.setVisible(is_kept)
        self.into_delivery.setVisible(is_kept and record.kind in ("", "deliver", "circulate"))
        self.into_nomination.setVisible(is_kept and record.kind == "name")
        before = came_before(record, self._every) if is_kept else []
        self.before.setText("\n".join(_told_before(each) for each in before))
        self.beside.setVisible(bool(before))

    def kept_new(self, id_: int) -> None:
        self._just = id_

    def _senders(self, typed: str) -> list[str]:
        return [] if self._is_said("sender", typed) else senders_said(self._every, typed)

    def _titles(self, typed: str) -> list[str]:
        sender = self.form.boxes["sender"].editor.typed()
        return [] if self._is_said("title", typed) else titles_said(self._every, sender, typed)

    def _is_said(self, name: str, typed: str) -> bool:
        """What is kept so already needs no advice."""
        return bool(typed) and typed == getattr(self.form.record, name, "")

    # what is made of it

    @property
    def letter(self) -> Letter:
        return store.LETTERS.one(self._book, self.list.selected_id())

    @Slot()
    def _finish(self) -> None:
        self.finish()
        if self.form.is_unfinished():
            return
        self._just = 0
        store.finish_letter(self._book, self.letter.id)
        self.done.emit(_("The letter is ticked off"))

    @Slot()
    def _into_requests(self) -> None:
        self.finish()
        made = store.request_of_letter(self._book, self.letter)
        self.goes.emit("requests", str(made))

    @Slot()
    def _into_delivery(self) -> None:
        self.finish()
        made = store.deliver_letter(self._book, self.letter)
        self.goes.emit("deliveries", str(made))

    @Slot()
    def _into_nomination(self) -> None:
        self.finish()
        store.nominate_for_letter(self._book, self.letter)
        self.goes.emit("officers", "nominations")


def _number(letter: Letter) -> str:
    return letter.number


def _told_before(letter: Letter) -> str:
    """昨年の同じ文書: what came, by when, what was done."""
    said = [_("Came on {day} ({number})").format(
        day=show_date(letter.received_on, weekday=False), number=letter.number
    )]  # fmt: skip
    if letter.deadline:
        day = show_date(letter.deadline, weekday=False)
        said.append(_("by {day}").format(day=day))
    if letter.done_on:
        said.append(_("done on {day}").format(day=show_date(letter.done_on, weekday=False)))
    told = _(", ").join(said)
    text = _("The same letter before: {told}").format(told=told)
    return f"{text}\n{letter.answer}" if letter.answer else text
