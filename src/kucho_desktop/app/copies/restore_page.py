"""Going back to a copy, while the book is open."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kucho_desktop.app.copies.copying import copying_of, said_when
from kucho_desktop.app.copies.list import CopiesList
from kucho_desktop.core.book import Book
from kucho_desktop.core.i18n import _
from kucho_desktop.core.restoring import Readable
from kucho_desktop.widgets.parts import Flow, column
from kucho_desktop.widgets.question import ask
from kucho_desktop.widgets.room_page import RoomPage


class RestorePage(RoomPage):
    """Lists the copies; the desk closes the book and puts the chosen one in its place."""

    name = "restore"
    holds_nothing = True

    def __init__(self, book: Book) -> None:
        super().__init__(_("Go back to a copy"))
        self._book = book
        self._copying = copying_of(book)
        self.copies = CopiesList(book.path, book.upkeep, self._copying.now)
        self.body.addWidget(Flow(column(self.copies, None)))
        self.copies.chosen.connect(self._ask)
        self.copies.read.connect(self._show_read)
        self.add_button(_("Back to the settings"), self._leave, icon="arrow-left")

    def reload(self) -> None:
        self.copies.load(self._copying.book_id, self._book.known_keys)

    def changed(self, changes: object) -> None:
        """What differs has become more; it is compared anew when the page is gone to again."""
        self._stale = True

    def starts_at(self) -> QWidget | None:
        return self.copies.list if self.copies.copies else None

    @Slot()
    def _show_read(self) -> None:
        if self.copies.copies and self.isVisible():
            self.copies.list.setFocus()

    @Slot(object)
    def _ask(self, copy: Readable) -> None:
        verb = _("Go back")
        when = said_when(copy.copy.at, self._copying.now())
        text = _(
            "The book becomes as it was: {when}. The present book is not thrown away: it stays"
            " beside it under another name."
        ).format(when=when)
        if ask(self, _("Go back to this copy"), text, [verb]) == verb:
            self._copying.wants_back.emit(copy)

    @Slot()
    def _leave(self) -> None:
        self.begins.emit("settings", "copies")
