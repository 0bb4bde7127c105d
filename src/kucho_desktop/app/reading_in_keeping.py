"""Households being written in a worker, while the window's own connection only reads."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot

from kucho_desktop.core.book import Book
from kucho_desktop.exchange.roster import Record
from kucho_desktop.households.store import take_in
from kucho_desktop.widgets.task import Progress, Task


@dataclass(frozen=True)
class Writing:
    """Takes a whole table in, and tells how many households it was."""

    records: Sequence[Record]
    source: str
    day: date | None

    def __call__(self, lent: Book, progress: Progress) -> int:
        take_in(lent, self.records, source=self.source, day=self.day, tell=progress.tell)
        return len(self.records)


@dataclass(frozen=True)
class _Lent:
    """The work with what it needs."""

    lent: Book
    writing: Callable[[Book, Progress], int]
    progress: Progress

    def __call__(self) -> int:
        return self.writing(self.lent, self.progress)


class Keeping(QObject):
    """One long step. It gives the book back even when the page that began it is gone.

    kept: how many households were written. failed: the error, Stopped included; then
    nothing of the step is kept.
    """

    kept = Signal(int)
    failed = Signal(object)

    def __init__(self, book: Book, writing: Callable[[Book, Progress], int]) -> None:
        """Raises CannotKeep if the book cannot be written to now."""
        super().__init__()
        self._book = book
        self.progress = Progress()
        self._task = Task(_Lent(book.lend(), writing, self.progress))
        self._task.done.connect(self._finish)
        self._task.failed.connect(self._fail)

    def start(self) -> None:
        _under_way.add(self)
        self._task.start()

    @Slot(object)
    def _finish(self, count: int) -> None:
        self._give_back()
        self.kept.emit(count)

    @Slot(object)
    def _fail(self, error: object) -> None:
        self._give_back()
        self.failed.emit(error)

    def _give_back(self) -> None:
        _under_way.discard(self)
        self._book.take_back()


_under_way: set[Keeping] = set()
"""Keeps them alive until the book is given back."""
