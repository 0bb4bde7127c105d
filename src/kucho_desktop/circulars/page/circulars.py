"""The room of letters and circulars: its parts, one of them at a time."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from kucho_desktop.circulars import store
from kucho_desktop.circulars.page.deliveries import DeliveriesTab, extras_tab
from kucho_desktop.circulars.page.letters import LettersTab
from kucho_desktop.circulars.page.requests import RequestsTab
from kucho_desktop.core.book import Book
from kucho_desktop.core.found import Place
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.widgets.kept_tab import KeptTab
from kucho_desktop.widgets.parts import Button, button
from kucho_desktop.widgets.room_page import RoomPage
from kucho_desktop.widgets.wrapping import Wrapping

TABS = (
    ("letters", N_("Letters")),
    ("requests", N_("Requests of a year")),
    ("deliveries", N_("Handing out")),
    ("needs", N_("Needs of the groups")),
)
_MAKES: Mapping[str, Callable[[Book], KeptTab]] = {
    "letters": LettersTab,
    "requests": RequestsTab,
    "deliveries": DeliveriesTab,
    "needs": extras_tab,
}


class CircularsPage(RoomPage):
    """What comes in, what it asks for, what goes out from house to house."""

    name = "circulars"
    papers = ("letters", "open-letters", "requests", "delivery", "delivery-slips")

    def __init__(self, book: Book, also: frozenset[str]) -> None:
        """also: the tables of the roster and the officers, by which the copies are counted."""
        super().__init__(_("Letters and circulars"))
        self.tables = store.TABLES | also
        self._book = book
        self._part = "letters"
        self.parts: dict[str, KeptTab] = {}
        self.tabs = {name: self._tab(name, _(label)) for name, label in TABS}
        self.tabs["letters"].setChecked(True)
        self._stack = QStackedLayout()
        self.body.addLayout(Wrapping(*self.tabs.values()))
        self.body.addLayout(self._stack, 1)

    def part(self, name: str) -> KeptTab:
        """A part is put together when it is first gone to."""
        made = self.parts.get(name)
        if made is None:
            made = self.parts[name] = _MAKES[name](self._book)
            self._stack.addWidget(made)
            made.done.connect(self.done)
            made.refused.connect(self.refused)
            made.prints.connect(self._print)
            if isinstance(made, LettersTab):
                made.goes.connect(self._go)
        return made

    @property
    def letters(self) -> LettersTab:
        made = self.part("letters")
        assert isinstance(made, LettersTab)
        return made

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
        self._stack.setCurrentWidget(self.part(name))
        self.reload()

    def reload(self) -> None:
        self.part(self._part).reload()

    def begin(self, work: str) -> None:
        """Show a part by its name, the letters narrowed, or a new letter ("add")."""
        part = work if work in self.tabs else "letters"
        self.show_part(part)
        if work in self.letters.filters:
            self.letters.narrow(work)
        if work == "add":
            self.letters.begin_new()
        else:
            self.take_focus()

    def show_place(self, place: Place) -> None:
        """A letter; with an id below nought a request."""
        part = "letters" if place.id > 0 else "requests"
        self.show_part(part)
        self.part(part).select(abs(place.id))

    @Slot(str, str)
    def _go(self, part: str, what: str) -> None:
        """What was made of a letter."""
        if part not in self.tabs:
            self.begins.emit(part, what)
            return
        self.show_part(part)
        self.part(part).select(int(what))

    def starts_at(self) -> QWidget:
        return self.part(self._part).starts_at()

    def paper_about(self) -> Mapping[str, str]:
        made = self.parts.get(self._part)
        chosen = made.chosen() if isinstance(made, DeliveriesTab) else ""
        return {"delivery": chosen} if chosen else {}

    def finish(self) -> None:
        if self._part in self.parts:
            self.parts[self._part].finish()

    @Slot(str)
    def _print(self, paper: str) -> None:
        self.begins.emit("print", paper)
