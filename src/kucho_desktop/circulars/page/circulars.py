"""The room of letters and circulars: its parts, one of them at a time."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Slot

from kucho_desktop.circulars import store
from kucho_desktop.circulars.page.deliveries import DeliveriesTab, extras_tab
from kucho_desktop.circulars.page.letters import LettersTab
from kucho_desktop.circulars.page.requests import RequestsTab
from kucho_desktop.core.book import Book
from kucho_desktop.core.found import Place
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.widgets.kept_tab import KeptTab
from kucho_desktop.widgets.parted_page import PartedPage

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


class CircularsPage(PartedPage):
    """What comes in, what it asks for, what goes out from house to house."""

    name = "circulars"
    papers = ("letters", "open-letters", "requests", "delivery", "delivery-slips")

    def __init__(self, book: Book, also: frozenset[str]) -> None:
        """also: the tables of the roster and the officers, by which the copies are counted."""
        super().__init__(_("Letters and circulars"), TABS)
        self.tables = store.TABLES | also
        self._book = book

    def make_part(self, name: str) -> KeptTab:
        made = _MAKES[name](self._book)
        if isinstance(made, LettersTab):
            made.goes.connect(self._go)
        return made

    @property
    def letters(self) -> LettersTab:
        made = self.part("letters")
        assert isinstance(made, LettersTab)
        return made

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

    def paper_about(self) -> Mapping[str, str]:
        made = self.parts.get(self._part)
        chosen = made.chosen() if isinstance(made, DeliveriesTab) else ""
        return {"delivery": chosen} if chosen else {}
