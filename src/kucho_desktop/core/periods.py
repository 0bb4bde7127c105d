"""Dated values: what held from one day to another.

An interval table has `since` and `until` beside the owner and the values: the half-open days
[since, until) in ISO; '' since always (or unknown), '9999-12-31' until further notice.
Intervals of one owner never overlap; a gap means that nothing held.

The user has two verbs: 「変わった（いつから）」 keeps the past, 「まちがいを直す」 rewrites it.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from kucho_desktop.core.connection import Connection
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.core.journal import Changes
from kucho_desktop.core.rows import change_row
from kucho_desktop.core.tables import TABLES

if TYPE_CHECKING:
    from sqlite_utils import Database

ALWAYS = ""
OPEN = "9999-12-31"
NOT_THERE = N_(
    "On that day it was not there yet, or no longer, so nothing was changed."
    " Please choose another day."
)
"""Said where a day lies before the beginning or after the end of what is to change."""


def on(table: str) -> str:
    """The SQL that keeps the intervals of `table` holding on :day."""
    return f"{table}.since <= :day AND :day < {table}.until"


def change_from(
    db: "Database", table: str, owner: Mapping[str, object], day: date, **values: object
) -> None:
    """Let `values` hold from this day on: the interval that holds then is ended, a new one begins.

    owner: the columns that say whose value it is, e.g. {"household_id": 7}.
    A change already planned for a later day keeps its day.
    Raises NotAllowed where nothing holds on the day and the values alone do not make an interval.
    """
    at = day.isoformat()
    rows = _all(db, table, owner)
    current = _holding(rows, at)
    if current is None:
        _refuse_half(table, rows, values)
        later = [row["since"] for row in rows if row["since"] > at]
        until = min(later, default=OPEN)
        db.table(table).insert({**owner, **values, "since": at, "until": until})
    elif all(current[name] == value for name, value in values.items()):
        return
    elif current["since"] == at:
        change_row(db, table, current["id"], dict(values))
    else:
        kept = {name: current[name] for name in _values_of(table, current)}
        change_row(db, table, current["id"], {"until": at})
        new = {**kept, **owner, **values, "since": at, "until": current["until"]}
        db.table(table).insert(new)
    join_equals(db, table, owner)


def _refuse_half(
    table: str, rows: Sequence[Mapping[str, Any]], values: Mapping[str, object]
) -> None:
    """A group, say, cannot be called otherwise on a day on which it is not there."""
    if rows and not values.keys() >= set(_values_of(table, rows[0])):
        raise NotAllowed(_(NOT_THERE))


def correct(
    db: "Database", table: str, owner: Mapping[str, object], day: date, **values: object
) -> None:
    """Put right what was written wrongly: the interval that holds on this day, whole.

    Where nothing holds, these values hold in the gap; if there is nothing at all, always.
    Raises NotAllowed where the values alone do not make an interval.
    """
    at = day.isoformat()
    rows = _all(db, table, owner)
    current = _holding(rows, at)
    if current:
        change_row(db, table, current["id"], dict(values))
    else:
        _refuse_half(table, rows, values)
        since = max((row["until"] for row in rows if row["until"] <= at), default=ALWAYS)
        until = min((row["since"] for row in rows if row["since"] > at), default=OPEN)
        db.table(table).insert({**owner, **values, "since": since, "until": until})
    join_equals(db, table, owner)


def end_on(db: "Database", table: str, owner: Mapping[str, object], day: date) -> None:
    """Let nothing hold from this day on; what was planned for later is dropped.

    Where an end was planned already, this day takes its place, be it earlier or later; what had
    ended before something that begins again stays ended.
    Raises NotAllowed where nothing would be left: what never was there has no end.
    """
    at = day.isoformat()
    rows = _all(db, table, owner)
    if rows and rows[0]["since"] >= at:
        raise NotAllowed(_(NOT_THERE))
    again = rows[-1]["since"] >= at if rows else False
    for row in reversed(rows):
        if row["since"] >= at:
            db.table(table).delete(row["id"])
        else:
            until = min(row["until"], at) if again else at
            change_row(db, table, row["id"], {"until": until})
            return


def end_too(
    db: "Database", table: str, owner: Mapping[str, object], day: date, former_end: str
) -> None:
    """Let what lasts as long as its owner end with it on a day.

    former_end: the end of the owner until now (ISO); what ended on another day before stays.
    """
    at = day.isoformat()
    for row in _all(db, table, owner):
        if row["since"] >= at:
            db.table(table).delete(row["id"])
        elif row["until"] > at or row["until"] == former_end:
            change_row(db, table, row["id"], {"until": at})


def refuse_overlaps(db: Connection, changes: Changes) -> None:
    """Raise NotAllowed if a step left intervals that contradict each other."""
    for name, rows in changes.items():
        table = TABLES.get(name)
        if table and table.period_of and overlap_in(db, name, rows):
            raise NotAllowed(
                _(
                    "Two entries would hold on the same day, so nothing was changed."
                    " Please check the dates."
                )
            )


def overlap_in(db: Connection, table: str, rows: frozenset[int] = frozenset()) -> bool:
    """Whether intervals of a table overlap or end before they begin; all rows if none are given."""
    same = " AND ".join(f'other."{key}" IS mine."{key}"' for key in TABLES[table].period_of)
    among = f"mine.id IN ({','.join(str(row) for row in rows)}) AND" if 0 < len(rows) < 500 else ""
    found = db.execute(
        f"""SELECT 1 FROM "{table}" mine WHERE {among} (mine.since >= mine.until OR EXISTS (
            SELECT 1 FROM "{table}" other WHERE {same} AND other.id <> mine.id
            AND other.since < mine.until AND mine.since < other.until)) LIMIT 1"""
    ).fetchone()
    return found is not None


def _all(db: "Database", table: str, owner: Mapping[str, object]) -> list[dict[str, Any]]:
    where = " AND ".join(f'"{name}" = :{name}' for name in owner)
    return list(db.query(f'SELECT * FROM "{table}" WHERE {where} ORDER BY since, id', dict(owner)))


def _holding(rows: Sequence[dict[str, Any]], at: str) -> dict[str, Any] | None:
    return next((row for row in rows if row["since"] <= at < row["until"]), None)


def _values_of(table: str, row: Mapping[str, Any]) -> list[str]:
    apart = {"id", "since", "until", *TABLES[table].period_of}
    return [name for name in row if name not in apart]


def join_equals(db: "Database", table: str, owner: Mapping[str, object]) -> None:
    """Two intervals that touch and say the same are one."""
    rows = _all(db, table, owner)
    for before, after in pairwise(rows):
        names = _values_of(table, after)
        if before["until"] == after["since"] and all(before[n] == after[n] for n in names):
            change_row(db, table, after["id"], {"since": before["since"]})
            db.table(table).delete(before["id"])
            after["since"] = before["since"]
