"""A page of the window that is one wizard, or one widget like it."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kucho_desktop.core.book import Book
from kucho_desktop.core.found import Place
from kucho_desktop.widgets.holding import LEAVES
from kucho_desktop.widgets.room_page import RoomPage


class WholePage(RoomPage):
    """A page whose whole body is one widget with a title of its own."""

    has_lists = False
    back = Place("households")
    """Where it leads when it is done or given up."""

    def __init__(self, title: str, book: Book) -> None:
        super().__init__(title)
        self._book = book
        self.title.hide()
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)

    def show_whole(self, widget: QWidget, before: QWidget | None) -> None:
        if before is not None:
            before.hide()
            before.setProperty(LEAVES, True)
            before.deleteLater()
        self.body.addWidget(widget)
        widget.show()

    @Slot()
    def go_back(self) -> None:
        self.go_to.emit(self.back)
