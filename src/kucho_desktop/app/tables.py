"""Tables in and out: a roster becomes households, households become a table."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kucho_desktop.core.book import Book
from kucho_desktop.exchange.files import open_table
from kucho_desktop.exchange.reading import plan_of, read_roster
from kucho_desktop.exchange.roster import Problem, Reading, Repair
from kucho_desktop.households.model.words import wanted
from kucho_desktop.households.store import take_in


@dataclass(frozen=True)
class ReadIn:
    """What a table held."""

    households: int
    members: int
    tonarigumi: int
    problems: tuple[Problem, ...]
    repairs: tuple[Repair, ...]


def read_in(book: Book, path: Path, *, day: date | None = None, dry_run: bool = False) -> ReadIn:
    """Read a roster into the book as one step, as the program understands it by itself.

    day: from when the households belong to the association; since always if none is given.
    Raises CannotReadTable with a sentence where there is no roster to read.
    """
    table = open_table(path)
    reading = read_roster(table, plan_of(table, wanted()), wanted(), book.today)
    if not dry_run:
        take_in(book, reading.records, source=path.name, day=day)
    return counted(reading)


def counted(reading: Reading) -> ReadIn:
    return ReadIn(
        len(reading.records),
        reading.members,
        len(reading.groups),
        reading.problems,
        reading.repairs,
    )
