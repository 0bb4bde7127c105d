"""Tables in and out: a roster becomes households, households become a table."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kucho_desktop.app.reading_in.own import is_own, read_own
from kucho_desktop.app.writing_out.table import write_out
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.exchange.files import TableFile, open_table
from kucho_desktop.exchange.reading import plan_of, read_roster
from kucho_desktop.exchange.roster import Plan, Problem, Reading, Record, Repair
from kucho_desktop.households.model.words import wanted
from kucho_desktop.households.store import take_in

__all__ = ["Agreed", "ReadIn", "agreeing", "counted", "read_in", "understood", "write_out"]

_AGREED_ITEMS = ("name", "address", "phone")


@dataclass(frozen=True)
class ReadIn:
    """What a table held."""

    households: int
    members: int
    tonarigumi: int
    problems: tuple[Problem, ...]
    repairs: tuple[Repair, ...]


@dataclass(frozen=True)
class Agreed:
    """All households of a table have agreed to stand in the roster for all.

    way: a code of CONSENT_WAYS.
    """

    day: date
    way: str


def read_in(
    book: Book,
    path: Path,
    *,
    day: date | None = None,
    dry_run: bool = False,
    agreed: Agreed | None = None,
) -> ReadIn:
    """Read a roster into the book as one step, as the program understands it by itself.

    day: from when the households belong to the association; since always if none is given.
    agreed: when and how all of them agreed, if they did. Raises CannotReadTable with a sentence
    where there is no roster to read.
    """
    reading = understood(open_table(path), book.today)
    if not dry_run:
        take_in(book, agreeing(reading.records, agreed), source=path.name, day=day)
    return counted(reading)


def agreeing(records: Sequence[Record], agreed: Agreed | None) -> list[Record]:
    """The records with their answers; a table that has answers of its own keeps them."""
    if agreed is None:
        return list(records)
    answers = tuple(
        {
            "item": item,
            "audience": Audience.EVERY_HOUSEHOLD.value,
            "answer": "yes",
            "way": agreed.way,
            "since": agreed.day.isoformat(),
        }
        for item in _AGREED_ITEMS
    )
    return [replace(each, values={"consents": answers, **each.values}) for each in records]


def understood(table: TableFile, today: date, plan: Plan | None = None) -> Reading:
    """Read a table that is open: its own table, or a roster as planned. Keeps nothing."""
    if is_own(table):
        return read_own(table, today)
    return read_roster(table, plan or plan_of(table, wanted()), wanted(), today)


def counted(reading: Reading) -> ReadIn:
    return ReadIn(
        len(reading.records),
        reading.members,
        len(reading.groups),
        reading.problems,
        reading.repairs,
    )
