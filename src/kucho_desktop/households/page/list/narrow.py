"""The line above the list, in which one types what the list shall be narrowed down to."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent

from kucho_desktop.widgets import theme
from kucho_desktop.widgets.editors import Line
from kucho_desktop.widgets.icons import picture


class NarrowLine(Line):
    """What is typed here narrows the list at once. Down and Enter go into it, Esc empties it.

    entered: somebody is about to type. quitted: somebody goes elsewhere.
    """

    entered = Signal()
    quitted = Signal()
    into_list = Signal()

    def __init__(self, said: str) -> None:
        super().__init__()
        self.setPlaceholderText(said)
        self.setAccessibleName(said)
        self.setTextMargins(theme.now().icon + 6, 0, 0, 0)
        self.setMinimumWidth(theme.now().ems(8))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        size = theme.now().icon
        place = QPoint(10, (self.height() - size) // 2)
        QPainter(self).drawPixmap(place, picture("search", "second", size))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.quitted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.into_list.emit()
        else:
            super().keyPressEvent(event)
