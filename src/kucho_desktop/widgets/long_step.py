"""A step that takes long, written in a worker while the window's own connection only reads."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from kucho_desktop.core.book import Book
from kucho_desktop.widgets.task import Task


class LongStep(QObject):
    """Gives the book back by itself, even when the page that began it is gone.

    kept: what the work returned. failed: the error, Stopped included; then nothing of the step
    is kept.
    """

    kept = Signal(object)
    failed = Signal(object)

    def __init__(self, book: Book, work: Callable[[Book], object]) -> None:
        """Raises CannotKeep if the book cannot be written to now."""
        super().__init__()
        self._book = book
        self._task = Task(partial(work, book.lend()))
        self._task.done.connect(self._finish)
        self._task.failed.connect(self._fail)

    def start(self) -> None:
        _under_way.add(self)
        self._task.start()

    @Slot(object)
    def _finish(self, result: object) -> None:
        self._give_back()
        self.kept.emit(result)

    @Slot(object)
    def _fail(self, error: object) -> None:
        self._give_back()
        self.failed.emit(error)

    def _give_back(self) -> None:
        _under_way.discard(self)
        self._book.take_back()


_under_way: set[LongStep] = set()
"""Keeps them alive until the book is given back."""
