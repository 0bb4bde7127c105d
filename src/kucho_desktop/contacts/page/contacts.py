"""The room of the contacts: its parts, one of them at a time."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from kucho_desktop.contacts import store
from kucho_desktop.contacts.page.tabs import TABS, BodiesTab, TroublesTab
from kucho_desktop.contacts.page.tree_tab import TreeTab
from kucho_desktop.core.book import Book
from kucho_desktop.core.found import Place
from kucho_desktop.core.i18n import _
from kucho_desktop.widgets.parts import Button, button
from kucho_desktop.widgets.room_page import RoomPage
from kucho_desktop.widgets.wrapping import Wrapping

Part = TreeTab | BodiesTab | TroublesTab
_PARTS: dict[str, type[Part]] = {"tree": TreeTab, "bodies": BodiesTab, "troubles": TroublesTab}


class ContactsPage(RoomPage):
    """Who calls whom, bodies outside, and where one turns in which trouble."""

    name = "contacts"
    papers = ("phone-tree", "call-list", "call-card", "where-to-turn", "outside-bodies")

    def __init__(self, book: Book, also: frozenset[str]) -> None:
        """also: the tables of the roster and of the offices, by whose changes calls change."""
        super().__init__(_("Contacts"))
        self.tables = store.TABLES | also
        self._book = book
        self._part = TABS[0][0]
        self.parts: dict[str, Part] = {}
        self.tabs = {name: self._tab(name, _(label)) for name, label in TABS}
        self.tabs[self._part].setChecked(True)
        self._stack = QStackedLayout()
        self.body.addLayout(Wrapping(*self.tabs.values()))
        self.body.addLayout(self._stack, 1)

    def part(self, name: str) -> Part:
        """A part is put together when it is first gone to."""
        made = self.parts.get(name)
        if made is None:
            made = self.parts[name] = _PARTS[name](self._book)
            self._stack.addWidget(made)
            made.done.connect(self.done)
            made.refused.connect(self.refused)
            made.prints.connect(self._print)
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
        """Show a part by its name."""
        self.show_part(work if work in self.tabs else TABS[0][0])
        self.take_focus()

    def show_place(self, place: Place) -> None:
        """A body; with a negative id a trouble."""
        self.show_part("troubles" if place.id < 0 else "bodies")
        shown = self.part(self._part)
        assert isinstance(shown, BodiesTab | TroublesTab)
        shown.select(abs(place.id))

    def starts_at(self) -> QWidget:
        return self.part(self._part).starts_at()

    def finish(self) -> None:
        if self._part in self.parts:
            self.parts[self._part].finish()

    @Slot(str)
    def _print(self, paper: str) -> None:
        self.begins.emit("print", paper)
