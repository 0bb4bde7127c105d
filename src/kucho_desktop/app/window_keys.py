"""The keys that the whole window knows."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QKeySequence

if TYPE_CHECKING:
    from kucho_desktop.app.window import Window


class WindowKeys(QObject):
    """Ctrl and a letter, or the number of a page in the side bar."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        for keys, work in (
            ("Ctrl+Z", window.undo),
            ("Ctrl+Y", window.redo),
            ("Ctrl+Shift+Z", window.redo),
            ("Ctrl+F", window.focus_search),
            ("Ctrl+P", window.print),
        ):
            self._add(window, keys, work)
        self._add(window, "F1", self._go, "help")
        self._add(window, "Ctrl+L", self._go, "hide")
        for number, name in enumerate(window.side.buttons, start=1):
            self._add(window, f"Ctrl+{number}", self._go, name)

    def _add(self, window: "Window", keys: str, work: Callable[[], None], name: str = "") -> None:
        action = QAction(window)
        action.setShortcut(QKeySequence(keys))
        action.setData(name)
        action.triggered.connect(work)
        window.addAction(action)

    @Slot()
    def _go(self) -> None:
        from kucho_desktop.app.window import Window

        action, window = self.sender(), self.parent()
        if isinstance(action, QAction) and isinstance(window, Window):
            window.go(action.data())
