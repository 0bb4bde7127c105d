"""The parts of this room that are lists with a form: they offer people, households, departments."""

from kucho_desktop.core.book import Book
from kucho_desktop.officers.page.choices import People, make_room
from kucho_desktop.widgets.kept_tab import About
from kucho_desktop.widgets.kept_tab import KeptTab as Kept

__all__ = ["About", "KeptTab"]


class KeptTab(Kept):
    """With what there is to choose from in this room."""

    def __init__(self, book: Book, about: About) -> None:
        super().__init__(book, about, People(book))
        make_room(self.form)
