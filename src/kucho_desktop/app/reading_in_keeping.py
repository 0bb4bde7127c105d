"""Households being written in a worker, while the window's own connection only reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kucho_desktop.core.book import Book
from kucho_desktop.exchange.roster import Record
from kucho_desktop.households.store import take_in
from kucho_desktop.widgets.long_step import LongStep
from kucho_desktop.widgets.task import Progress


@dataclass(frozen=True)
class _Writing:
    records: Sequence[Record]
    source: str
    day: date | None
    progress: Progress

    def __call__(self, lent: Book) -> int:
        take_in(lent, self.records, source=self.source, day=self.day, tell=self.progress.tell)
        return len(self.records)


class Keeping(LongStep):
    """Reading in; kept: how many households are in the book now."""

    def __init__(
        self, book: Book, records: Sequence[Record], source: str, day: date | None
    ) -> None:
        """Raises CannotKeep if the book cannot be written to now."""
        self.progress = Progress()
        super().__init__(book, _Writing(records, source, day, self.progress))
