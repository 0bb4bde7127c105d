"""The room of the records: five parts, one of them at a time."""

from collections.abc import Mapping

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from kucho_desktop.core.book import Book
from kucho_desktop.core.found import Place
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.records.page.disclosures import DisclosuresTab
from kucho_desktop.records.page.erasing import ErasingTab
from kucho_desktop.records.page.handouts import HandoutsTab, TitleOf
from kucho_desktop.records.page.history import HistoryTab
from kucho_desktop.records.page.leak import LeakTab
from kucho_desktop.widgets.parts import Button, button
from kucho_desktop.widgets.room_page import Changes, RoomPage
from kucho_desktop.widgets.wrapping import Wrapping

_Tab = HistoryTab | HandoutsTab | DisclosuresTab | LeakTab | ErasingTab
_PARTS = (
    ("history", N_("History of changes")),
    ("handouts", N_("What was given out")),
    ("disclosures", N_("Given to third parties")),
    ("leak", N_("When something is lost")),
    ("erasing", N_("Erasing old records")),
)


class RecordsPage(RoomPage):
    """What was done, what went out, and what to do when it is lost."""

    name = "records"
    papers = (
        "change-history",
        "handout-log",
        "copies-still-out",
        "disclosure-log",
        "leak-steps",
        "erasure-log",
    )

    def __init__(self, book: Book, title_of: TitleOf) -> None:
        super().__init__(_("Records"))
        self._about: Mapping[str, str] = {}
        self._part = "history"
        self.history = HistoryTab(book)
        self.handouts = HandoutsTab(book, title_of)
        self.disclosures = DisclosuresTab(book)
        self.leak = LeakTab(book, title_of)
        self.erasing = ErasingTab(book)
        self._parts: dict[str, _Tab] = {
            "history": self.history,
            "handouts": self.handouts,
            "disclosures": self.disclosures,
            "leak": self.leak,
            "erasing": self.erasing,
        }
        self.tabs = {name: self._tab(name, _(label)) for name, label in _PARTS}
        self.tabs["history"].setChecked(True)
        self._stack = QStackedLayout()
        self.body.addLayout(Wrapping(*self.tabs.values()))
        self.body.addLayout(self._stack, 1)
        for part in self._parts.values():  # not before: without a place it would be a window
            self._stack.addWidget(part)
        self._connect()

    def _connect(self) -> None:
        for part in (self.history, self.disclosures, self.erasing):
            part.done.connect(self.done)
            part.refused.connect(self.refused)
        self.handouts.refused.connect(self.refused)
        self.history.prints.connect(self._print_history)
        self.leak.prints.connect(self._print_leak)
        self.handouts.prints.connect(self._print)
        self.disclosures.prints.connect(self._print)
        self.erasing.prints.connect(self._print)
        self.handouts.lost.connect(self._show_lost)
        self.handouts.disclosed.connect(self._disclose)

    def _tab(self, name: str, label: str) -> Button:
        made = button(label, role="row", value=name)
        made.setCheckable(True)
        made.setAutoExclusive(True)
        made.chosen.connect(self.show_part)
        return made

    @Slot(str)
    def show_part(self, name: str) -> None:
        """One part is seen, and only that one is read."""
        self.finish()
        self._part = name
        self.tabs[name].setChecked(True)
        self._stack.setCurrentWidget(self._parts[name])
        self.reload()

    def reload(self) -> None:
        self._parts[self._part].reload()

    def changed(self, _changes: Changes) -> None:
        """Every step is a line of the history."""
        self._stale = True
        self._reload_if_seen()

    def begin(self, work: str) -> None:
        """Show a part: "history", "handouts", "disclosures", "leak", "erasing"."""
        if work in self._parts:
            self.show_part(work)
            self.take_focus()

    def show_place(self, place: Place) -> None:
        """A step of the history."""
        self.show_part("history")
        self.history.begin_about(place.id)

    def starts_at(self) -> QWidget:
        return self._parts[self._part].keys_begin_at()

    def paper_about(self) -> Mapping[str, str]:
        return self._about

    def finish(self) -> None:
        self.handouts.finish()
        self.disclosures.finish()

    @Slot(int)
    def _show_lost(self, handout: int) -> None:
        self.show_part("leak")
        self.leak.begin_about(handout)
        self.take_focus()

    @Slot(object)
    def _disclose(self, values: Mapping[str, object]) -> None:
        """The record begins with what the log knows."""
        self.show_part("disclosures")
        self.disclosures.begin_with(values)

    @Slot(object)
    def _print_history(self, said: Mapping[str, str]) -> None:
        self._go_to_paper("change-history", said)

    @Slot(object)
    def _print_leak(self, said: Mapping[str, str]) -> None:
        self._go_to_paper("leak-steps", said)

    @Slot(str)
    def _print(self, paper: str) -> None:
        self._go_to_paper(paper, {})

    def _go_to_paper(self, paper: str, said: Mapping[str, str]) -> None:
        self._about = dict(said)
        self.begins.emit("print", paper)
        self._about = {}
