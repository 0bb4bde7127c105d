"""What is done away from the window to write a table: choosing what goes out, writing the file."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kucho_desktop.app.writing_out.table import Outgoing, gather_table, save_table
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.households.model.lists.wanted import HouseholdList


@dataclass(frozen=True)
class Gathering:
    """Reads through a connection of its own. number: so that an outdated answer is known."""

    number: int
    book: Book
    audience: Audience
    day: date
    group: int | None
    wanted: HouseholdList | None = None

    def __call__(self) -> "tuple[int, Outgoing]":
        other = self.book.opens_here(self.book.path)
        try:
            outgoing = gather_table(
                other, self.audience, self.day, group=self.group, wanted=self.wanted
            )
            return self.number, outgoing
        finally:
            other.close()


@dataclass(frozen=True)
class Saving:
    """Writes the file; gives itself back."""

    outgoing: Outgoing
    path: Path
    charset: str

    def __call__(self) -> "Saving":
        save_table(self.outgoing, self.path, self.charset)
        return self
