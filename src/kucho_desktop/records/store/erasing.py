"""The bin: who was confirmed to be erased waits there for thirty days, then goes for good."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from kucho_desktop.association.store import years_kept
from kucho_desktop.core.book import Book
from kucho_desktop.core.erased import erase_now
from kucho_desktop.core.erasing import Whom
from kucho_desktop.core.i18n import N_
from kucho_desktop.core.ledger import Erasure
from kucho_desktop.core.remembered import Remembered
from kucho_desktop.core.tables import HOUSEHOLD, MEMBER
from kucho_desktop.households.model.gone import LongGone
from kucho_desktop.households.store.gone import (
    ids_long_gone,
    long_gone,
    still_gone,
    told_of_gone,
    with_entries_that_became_one,
)
from kucho_desktop.records.model.erasing import DAYS_IN_BIN, Waiting

BIN = "erasure_wait"
_COLUMNS = {HOUSEHOLD: "household_id", MEMBER: "member_id"}


@dataclass(frozen=True)
class ErasedByItself:
    """What the thirty days brought. count: how many left the bin for good.

    back: how many are there again and were not erased.
    """

    count: int = 0
    back: int = 0
    erasures: tuple[Erasure, ...] = ()


def proposed(book: Book, years: int | None = None) -> list[LongGone]:
    """Who is to be erased by the rule of the 区, or by another one, and does not wait yet."""
    waits = {_who(row) for row in book.rows(f"SELECT household_id, member_id FROM {BIN}")}
    found = long_gone(book, years_kept(book) if years is None else years)
    return [each for each in found if (each.kind, each.id) not in waits]


def _count_proposed(book: Book) -> int:
    waits = {_who(row) for row in book.rows(f"SELECT household_id, member_id FROM {BIN}")}
    return len(ids_long_gone(book, years_kept(book)) - waits)


count_proposed = Remembered(
    _count_proposed,
    {"association", "household_membership", "member_home", "household", "member", BIN},
)
"""How many are proposed, for the first page."""


def waiting(book: Book) -> list[Waiting]:
    """Who is in the bin, the first to go first."""
    rows = book.rows(f"SELECT * FROM {BIN} ORDER BY goes_on, id")
    still = {years: still_gone(book, years) for years in {row["years"] for row in rows}}
    whom = [_who(row) for row in rows]
    told = told_of_gone(book, whom)
    return [
        Waiting(
            row["id"],
            told.get(who) or LongGone(*who, "", book.today),
            date.fromisoformat(row["put_on"]),
            date.fromisoformat(row["goes_on"]),
            row["years"],
            who not in still[row["years"]],
        )
        for row, who in zip(rows, whom, strict=True)
    ]


def _who(row: Mapping[str, Any]) -> tuple[str, int]:
    kind = HOUSEHOLD if row["household_id"] is not None else MEMBER
    return kind, int(row[_COLUMNS[kind]])


def put_into_bin(book: Book, whom: Collection[LongGone], years: int) -> None:
    """As one step: undo takes them out again."""
    today = book.today
    days = {
        "put_on": today.isoformat(),
        "goes_on": (today + timedelta(days=DAYS_IN_BIN)).isoformat(),
        "years": years,
    }
    message = N_("Put {count} old records into the bin")
    with book.step(message, count=len(whom)) as db:
        for each in whom:
            db.table(BIN).insert({_COLUMNS[each.kind]: each.id, **days})


def take_out_of_bin(book: Book, ids: Collection[int]) -> None:
    """They are kept, until they are proposed and confirmed again."""
    with book.step(N_("Take {count} old records out of the bin"), count=len(ids)) as db:
        for id_ in ids:
            db.table(BIN).delete(id_)


def is_anything_due(book: Book) -> bool:
    """Whether the thirty days of somebody are over."""
    sql = f"SELECT 1 FROM {BIN} WHERE goes_on <= :day LIMIT 1"
    return bool(book.tuples(sql, day=book.today.isoformat()))


def erase_due(book: Book) -> ErasedByItself:
    """Erase for good whose thirty days are over; who came back meanwhile leaves the bin."""
    due = [each for each in waiting(book) if each.goes_on <= book.today]
    back = [each.id for each in due if each.is_back]
    if back:
        take_out_of_bin(book, back)
    gone = [each for each in due if not each.is_back]
    rules = sorted({each.years for each in gone})
    erasures = [
        erase_now(book, _whom(book, (e.who for e in gone if e.years == years)), years)
        for years in rules
    ]
    return ErasedByItself(len(gone), len(back), tuple(erasures))


def _whom(book: Book, who: Iterable[LongGone]) -> Whom:
    each = list(who)
    households = (one.id for one in each if one.kind == HOUSEHOLD)
    people = frozenset(one.id for one in each if one.kind == MEMBER)
    return Whom(with_entries_that_became_one(book, households), people)
