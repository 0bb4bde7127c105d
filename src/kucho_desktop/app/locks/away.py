"""The user goes away: the screen is hidden at once, then the book is locked under it.

Locked: drafts are written down, every page is thrown away, the file is closed and its key
forgotten. Only the password brings it back, and then all stands there as it was.
"""

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, QTimer, Slot

from kucho_desktop.app.locks.leaving_alone import Copied, Idle
from kucho_desktop.widgets.task import is_anything_running

if TYPE_CHECKING:
    from kucho_desktop.app.desk import Desk
    from kucho_desktop.app.window import Window
    from kucho_desktop.core.book import Book

_AGAIN = 1_000
"""Milliseconds after which locking is tried again, where something was still under way."""
_LISTENS = 3_000
"""Milliseconds after the first page, when the start is long over."""


class Away(QObject):
    """Of one desk, through all its windows."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        app = desk.app
        self.idle = Idle(app, desk.settings, self)
        self.idle.gone.connect(self.hide_screen)
        self.idle.typed.connect(self._note)
        self.copied = Copied(app.clipboard(), self)
        self._first_step = 0
        self.is_locked = self._is_over = self._is_returning = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.lock)
        if desk.window is not None:
            self.guard(desk.window)
        QTimer.singleShot(_LISTENS, self, self.listen)

    def _desk(self) -> "Desk":
        """Asked of Qt, so that the two do not hold each other for ever."""
        from kucho_desktop.app.desk import Desk

        desk = self.parent()
        assert isinstance(desk, Desk)
        return desk

    @Slot()
    def listen(self) -> None:
        """To what the system tells of sleep and of a locked screen, where it does."""
        from kucho_desktop.app.locks.system_lock import SystemLock

        self.system = SystemLock(self)
        self.system.gone.connect(self.hide_screen)
        self.system.begin()

    def guard(self, window: "Window") -> None:
        """A window is there now, instead of the one before."""
        window.hiding.covers.connect(self._cover)
        window.hiding.covered.connect(self._covered)

    @Slot()
    def watch(self) -> None:
        """Look after the drafts of the window that is there now."""
        window, book = self._desk().window, self._desk().book
        if window is None or book is None or window.drafting is not None:
            return
        from kucho_desktop.app.drafting import Drafting

        window.drafting = Drafting(window, book, after_lock=self._is_returning)

    @Slot()
    def _note(self) -> None:
        window = self._desk().window
        if window is not None and window.drafting is not None and not self._is_over:
            window.drafting.touched()

    def end(self) -> None:
        """Before the program ends."""
        self._is_over = True
        self.copied.clear()

    @Slot()
    def hide_screen(self) -> None:
        """Nobody is there: as if the user had hidden the screen when he left."""
        window = self._desk().window
        if window is not None and not window.hiding.is_on:
            window.hide_screen()
        self.copied.clear()

    @Slot()
    def _cover(self) -> None:
        """Questions that are open now are answered with no by the cover."""
        self.watch()
        window = self._desk().window
        if window is not None and window.drafting is not None:
            window.drafting.look()

    @Slot()
    def _covered(self) -> None:
        """Not at once: a question that was left may still have its last word."""
        self.copied.clear()
        self._later.start(0)

    @Slot()
    def lock(self) -> None:
        """Nothing that is under way is cut short; under the cover it can wait."""
        desk = self._desk()
        window, book = desk.window, desk.book
        if window is None or book is None or not window.hiding.is_covered or self.is_locked:
            return
        nested = QThread.currentThread().loopLevel() > 1
        drafting = window.drafting
        written = drafting is None or drafting.keep_all(is_lock=True)
        if nested or book.is_lent or is_anything_running() or not written:
            self._later.start(_AGAIN)
            return
        self._first_step = book.first_step
        desk.let_go_of_book()
        window.empty()
        self.is_locked = True
        assert window.hiding.cover is not None
        window.hiding.cover.ask_for_book(read_only=book.read_only)
        window.hiding.cover.opened.connect(self._open)
        QTimer.singleShot(0, self, self._clean)

    @Slot()
    def _clean(self) -> None:
        """What pages held of the book goes now, not some time."""
        gc.collect()

    @Slot(object)
    def _open(self, book: "Book") -> None:
        """All stands there again; undo reaches back as far as before."""
        self.is_locked = False
        book.first_step = self._first_step  # the same run of the program
        desk = self._desk()
        desk.show_book(book)
        self._is_returning = True
        self.watch()
        self._is_returning = False
        if desk.window is not None and desk.window.drafting is not None:
            desk.window.drafting.come_back()
