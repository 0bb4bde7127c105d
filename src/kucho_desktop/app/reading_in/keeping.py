"""Households being written in a worker, while the window's own connection only reads."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from kucho_desktop.core.book import Book
from kucho_desktop.exchange.roster import Record
from kucho_desktop.households.store import take_in
from kucho_desktop.widgets.long_step import LongStep
from kucho_desktop.widgets.task import Progress

Work = Callable[[Book, Progress], int]
"""Writes into the book that was lent, tells how far it is, gives how many households it was."""


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

    writing: Work
    progress: Progress

    def __call__(self, lent: Book) -> int:
        return self.writing(lent, self.progress)


class Keeping(LongStep):
    """Reading in; kept: how many households were written."""

    def __init__(self, book: Book, writing: Work) -> None:
        """Raises CannotKeep if the book cannot be written to now."""
        self.progress = Progress()
        super().__init__(book, _Lent(writing, self.progress))
