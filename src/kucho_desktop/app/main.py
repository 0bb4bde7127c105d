"""The start of the window. What is not needed for the first painted page is loaded later."""

import gc
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from kucho_desktop.app.desk import Desk
from kucho_desktop.core.i18n import _
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.task import Task

_FIRST_FONTS = ("BIZUDPGothic",)
_LATER = 300


class Program(QObject):
    """The application and what it does once, soon after the first page is seen."""

    def __init__(self, arguments: list[str]) -> None:
        super().__init__()
        self.app = QApplication([*arguments, *theme.STYLE])
        self.app.setApplicationName("kucho-desktop")
        self.app.setApplicationDisplayName(_("Kucho's desk"))
        theme.load_fonts(only=_FIRST_FONTS)
        self.desk = Desk(self.app)
        sys.excepthook = self._catch

    def run(self, path: Path | None) -> int:
        self.desk.start(path)
        QTimer.singleShot(_LATER, self, self.finish_start)
        status = self.app.exec()
        self.desk.end()
        return status

    def _catch(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Before the catcher is loaded; a fault at the very start is told as well."""
        from kucho_desktop.app.crash import Catcher

        Catcher(self.desk.faults.tell).install()
        sys.excepthook(kind, error, trace)

    @Slot()
    def finish_start(self) -> None:
        """Rare characters, and the words on Qt's own dialogs."""
        theme.load_fonts(only=("NotoSansJP", "BIZUDGothic"))
        font = QFont(self.app.font())
        self.app.setFont(font)
        from kucho_desktop.app.qt_words import translators

        for translator in translators(self):
            self.app.installTranslator(translator)
        # What is there now stays until the end: looking through it again and again would make
        # one key in hundreds wait for 50 ms.
        gc.freeze()
        gc.enable()
        self._warming = Task(warm)
        self._warming.start()


def warm() -> None:
    """Load, away from the window, what the first room and the first change will need."""
    import kucho_desktop.core.connection
    import kucho_desktop.households.store  # noqa: F401


def run(path: Path | None) -> int:
    """Open the window on a book, or ask which one. Gives the exit status."""
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()
    return Program(sys.argv[:1]).run(path)
