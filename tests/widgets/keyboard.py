"""Typing Japanese into a box, as an input method hands it over."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QWidget


def write(box: QWidget, text: str) -> None:
    """Type this. Qt's own keyClicks knows Latin letters only."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QCoreApplication.sendEvent(box, event)


def be_in_front(qtbot, window: QWidget) -> None:
    """Shortcuts and focus belong to the window in front; offscreen that takes asking twice."""

    def is_in_front() -> bool:
        window.activateWindow()
        return window.isActiveWindow()

    qtbot.waitUntil(is_in_front)
