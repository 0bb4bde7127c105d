"""The room of the posts and officers: its parts, one of them at a time."""

from collections.abc import Mapping

from PySide6.QtCore import Slot

from kucho_desktop.core.book import Book
from kucho_desktop.core.found import Place
from kucho_desktop.core.i18n import _
from kucho_desktop.officers import store
from kucho_desktop.officers.page import tabs
from kucho_desktop.officers.page.kept_tab import KeptTab
from kucho_desktop.officers.page.posts import PostsTab
from kucho_desktop.officers.page.rota import RotaTab
from kucho_desktop.officers.page.seats import SeatsTab
from kucho_desktop.widgets.parted_page import PartedPage
from kucho_desktop.widgets.parts import button

Part = SeatsTab | RotaTab | KeptTab
_KEPT = {
    "reliefs": tabs.reliefs,
    "departments": tabs.departments,
    "nominations": tabs.nominations,
    "advisers": tabs.advisers,
    "trainings": tabs.trainings,
}


def _made(name: str, book: Book) -> Part:
    if name == "officers":
        return SeatsTab(book)
    if name == "posts":
        return PostsTab(book)
    return RotaTab(book) if name == "turns" else KeptTab(book, _KEPT[name]())


class OfficersPage(PartedPage):
    """Who does what, whose turn it is, who is let off, whom to ask."""

    name = "officers"
    papers = ("officer-list", "turns", "organisation", "past-officers")

    def __init__(self, book: Book, also: frozenset[str]) -> None:
        """also: the tables of the roster, by whose changes names and turns change."""
        super().__init__(_("Posts and officers"), tabs.TABS)
        self.tables = store.TABLES | also
        self._book = book

    def make_part(self, name: str) -> Part:
        return _made(name, self._book)

    @property
    def seats(self) -> SeatsTab:
        made = self.part("officers")
        assert isinstance(made, SeatsTab)
        return made

    @property
    def posts(self) -> PostsTab:
        made = self.part("posts")
        assert isinstance(made, PostsTab)
        return made

    @property
    def rota(self) -> RotaTab:
        made = self.part("turns")
        assert isinstance(made, RotaTab)
        return made

    def reload(self) -> None:
        if self._part == "officers" and not store.POSTS.all(self._book):
            self.show_empty(
                _("No post is written down yet. Most associations begin with the usual ones."),
                button(_("Take over usual posts…"), self._begin_posts, icon="book-plus", role="go"),
                button(_("Add a post"), self._add_post, icon="plus"),
            )
            return
        self.show_body()
        super().reload()

    @Slot()
    def _begin_posts(self) -> None:
        self.show_part("posts")
        self.posts.offer_ready()

    @Slot()
    def _add_post(self) -> None:
        self.show_part("posts")
        self.posts.begin_new()

    def begin(self, work: str) -> None:
        """Show a part by its name, or "next-year"."""
        self.show_part(work if work in self.tabs else "officers")
        if work == "next-year":
            self.seats.show_next_year()
        else:
            self.take_focus()

    def show_place(self, place: Place) -> None:
        """An officer of today."""
        self.show_part("officers")
        self.seats.select(place.id)

    def paper_about(self) -> Mapping[str, str]:
        return self.rota.paper_about() if self._part == "turns" else {}
