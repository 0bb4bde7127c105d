"""Tables in and out: a roster becomes households, households become a table."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kucho_desktop.app.reading_in_own import is_own, read_own
from kucho_desktop.app.writing_out import write_out
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.i18n import n_
from kucho_desktop.core.text import fold
from kucho_desktop.exchange.files import TableFile, open_table
from kucho_desktop.exchange.reading import plan_of, read_roster
from kucho_desktop.exchange.roster import Plan, Problem, Reading, Record, Repair
from kucho_desktop.households.model.words import wanted
from kucho_desktop.households.store import households_on, take_in

__all__ = [
    "Agreed",
    "ReadIn",
    "agreeing",
    "already_there",
    "counted",
    "read_in",
    "understood",
    "write_out",
]

AGAIN, LEAVE_OUT = "again", "leave out"
_AGREED_ITEMS = ("name", "address", "phone")


@dataclass(frozen=True)
class ReadIn:
    """What a table held. there: households of it that were in the book already."""

    households: int
    members: int
    tonarigumi: int
    problems: tuple[Problem, ...]
    repairs: tuple[Repair, ...]
    there: int = 0


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
    doubles: str = "",
    agreed: Agreed | None = None,
) -> ReadIn:
    """Read a roster into the book as one step, as the program understands it by itself.

    day: from when the households belong to the association; since always if none is given.
    doubles: what is done with households that are in the book: "again" reads them in once more,
    "leave out" does not. Raises NotAllowed where it is not said and there are some,
    CannotReadTable with a sentence where there is no roster to read.
    """
    reading = understood(open_table(path), book.today)
    there = already_there(book, reading.records)
    if any(there) and not (doubles or dry_run):
        raise NotAllowed(_said_already_there(sum(there)))
    if doubles == LEAVE_OUT:
        reading = replace(reading, records=_without(reading.records, there))
    if not dry_run:
        records = agreeing(reading.records, agreed)
        take_in(book, records, source=path.name, day=day)
    return replace(counted(reading), there=sum(there))


def _without(records: Sequence[Record], there: Sequence[bool]) -> tuple[Record, ...]:
    return tuple(each for each, is_there in zip(records, there, strict=True) if not is_there)


def _said_already_there(count: int) -> str:
    return n_(
        "{count} household of this table is in the book already, so nothing was read in."
        " --only-new leaves it out, --again reads it in once more.",
        "{count} households of this table are in the book already, so nothing was read in."
        " --only-new leaves them out, --again reads them in once more.",
        count,
    ).format(count=f"{count:,}")


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


# ---- is it in the book already? ----


def already_there(book: Book, records: Sequence[Record]) -> list[bool]:
    """Of each record, whether a household of the same name and address is in the book today."""
    known = {_known_by(each.head, each.address) for each in households_on(book)}
    return [_who(record) in known for record in records]


def _who(record: Record) -> tuple[str, str]:
    name = next((person["name"] for person in record.people if person.get("name")), "")
    return _known_by(name or record.values.get("head", ""), record.values.get("address", ""))


def _known_by(name: str, address: str) -> tuple[str, str]:
    return fold(name), fold(address)
