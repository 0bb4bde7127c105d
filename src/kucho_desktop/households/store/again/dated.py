"""Dated values that a table gives as they are now: from a day on, or put right."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from kucho_desktop.core import periods
from kucho_desktop.core.book import Book

if TYPE_CHECKING:
    from sqlite_utils import Database


def keep_dated(
    book: Book,
    db: "Database",
    table: str,
    owner: Mapping[str, object],
    day: date | None,
    values: Mapping[str, Any],
) -> None:
    """Let values hold today: from the day on, or without one as a correction.

    What holds today and began on the day or later is put right: the table knows it as it is now.
    """
    where = " AND ".join(f"{name} = :{name}" for name in owner)
    found = book.tuples(
        f"SELECT since FROM {table} WHERE {where} AND {periods.on(table)}",
        **owner,
        day=book.today.isoformat(),
    )
    if day is None or (found and found[0][0] >= day.isoformat()):
        periods.correct(db, table, owner, book.today, **values)
    else:
        periods.change_from(db, table, owner, day, **values)


def last_day(since: str, day: date | None, today: date) -> date:
    """The day from which somebody is gone; never before the day after coming."""
    wanted = day or today
    if since < wanted.isoformat():
        return wanted
    return date.fromisoformat(since) + timedelta(days=1)
