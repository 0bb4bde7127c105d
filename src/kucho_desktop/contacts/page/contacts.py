"""The room of the contacts: its parts, one of them at a time."""

from kucho_desktop.contacts import store
from kucho_desktop.contacts.page.tabs import TABS, BodiesTab, TroublesTab
from kucho_desktop.contacts.page.tree_tab import TreeTab
from kucho_desktop.core.book import Book
from kucho_desktop.core.found import Place
from kucho_desktop.core.i18n import _
from kucho_desktop.widgets.parted_page import PartedPage

Part = TreeTab | BodiesTab | TroublesTab
_PARTS: dict[str, type[Part]] = {"tree": TreeTab, "bodies": BodiesTab, "troubles": TroublesTab}


class ContactsPage(PartedPage):
    """Who calls whom, bodies outside, and where one turns in which trouble."""

    name = "contacts"
    papers = ("phone-tree", "call-list", "call-card", "where-to-turn", "outside-bodies")

    def __init__(self, book: Book, also: frozenset[str]) -> None:
        """also: the tables of the roster and of the offices, by whose changes calls change."""
        super().__init__(_("Contacts"), TABS)
        self.tables = store.TABLES | also
        self._book = book

    def make_part(self, name: str) -> Part:
        return _PARTS[name](self._book)

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
