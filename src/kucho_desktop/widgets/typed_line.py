"""One line that is typed into; it knows no field, so that the first page needs none."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame

from kucho_desktop.widgets.selectors import draw_text, has_variant


class Line(QLineEdit):
    """One line. Enter goes on and closes nothing; Esc brings back what was kept."""

    onward = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kept = ""

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z takes back what is being typed; where that is nothing, the window's last step."""
        # Whether it is a key comes first: Qt's table of events is not needed for a window.
        if isinstance(event, QKeyEvent) and self._leaves_to_window(event):
            event.ignore()
            return False
        return super().event(event)

    def _leaves_to_window(self, event: QKeyEvent) -> bool:
        asks = event.type() == QEvent.Type.ShortcutOverride and self.text() == self.kept
        return asks and _takes_back(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.onward.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text() != self.kept:
            self.setText(self.kept)
            self.selectAll()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Qt draws the plain form of a kanji; where nobody types, its own form lies over it."""
        super().paintEvent(event)
        if not self.hasFocus() and has_variant(self.text()):
            option = QStyleOptionFrame()
            self.initStyleOption(option)
            inside = QStyle.SubElement.SE_LineEditContents
            room = self.style().subElementRect(inside, option, self).adjusted(2, 1, -2, -1)
            painter = QPainter(self)
            painter.fillRect(room, self.palette().color(self.backgroundRole()))
            painter.setPen(self.palette().color(self.foregroundRole()))
            draw_text(painter, room, Qt.AlignmentFlag.AlignVCenter, self.text())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """A file is nothing to type in: whoever can keep it may have it."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


def _takes_back(event: QKeyEvent) -> bool:
    """Ctrl+Z and its like. Qt's table of keys is not needed before one is pressed."""
    from PySide6.QtGui import QKeySequence

    keys = QKeySequence.StandardKey
    return event.matches(keys.Undo) or event.matches(keys.Redo)
