"""One line that is typed into; it knows no field, so that the first page needs none."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit


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

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


def _takes_back(event: QKeyEvent) -> bool:
    """Ctrl+Z and its like. Qt's table of keys is not needed before one is pressed."""
    from PySide6.QtGui import QKeySequence

    keys = QKeySequence.StandardKey
    return event.matches(keys.Undo) or event.matches(keys.Redo)
