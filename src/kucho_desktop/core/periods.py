"""Dated values: what held from one day to another.

An interval table has `since` and `until` beside the owner and the values: the half-open days
[since, until) in ISO; '' since always (or unknown), '9999-12-31' until further notice.
Intervals of one owner never overlap; a gap means that nothing held.

The user has two verbs: 「変わった（いつから）」 keeps the past, 「まちがいを直す」 rewrites it.
"""

import sqlite3
from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.i18n import _
from kucho_desktop.core.journal import Changes
from kucho_desktop.core.tables import TABLES

if TYPE_CHECKING:
    from sqlite_utils import Database

ALWAYS = ""
OPEN = "9999-12-31"


def on(table: str) -> str:
    """The SQL that keeps the intervals of `table` holding on :day."""
    return f"{table}.since <= :day AND :day < {table}.until"


def change_from(
    db: "Database", table: str, owner: Mapping[str, object], day: date, **values: object
) -> None:
    """Let `values` hold from this day on: the interval that holds then is ended, a new one begins.

    owner: the columns that say whose value it is, e.g. {"household_id": 7}.
    A change already planned for a later day keeps its day.
    """
    at = day.isoformat()
    current = _holding(db, table, owner, at)
    later = _first_after(db, table, owner, at)
    kept = {name: current[name] for name in _values_of(table, current)} if current else {}
    if current and current["since"] == at:
        db.table(table).update(current["id"], dict(values))
    else:
        until = current["until"] if current else (later["since"] if later else OPEN)
        if current:
            db.table(table).update(current["id"], {"until": at})
        db.table(table).insert({**kept, **owner, **values, "since": at, "until": until})
    _join_equals(db, table, owner)


def correct(
    db: "Database", table: str, owner: Mapping[str, object], day: date, **values: object
) -> None:
    """Put right what was written wrongly: the interval that holds on this day, whole.

    Where nothing holds, the last interval before is put right, or a first one is made.
    """
    found = _holding(db, table, owner, day.isoformat()) or _last(db, table, owner)
    if found:
        db.table(table).update(found["id"], dict(values))
    else:
        db.table(table).insert({**owner, **values, "since": ALWAYS, "until": OPEN})
    _join_equals(db, table, owner)


def end_on(db: "Database", table: str, owner: Mapping[str, object], day: date) -> None:
    """Let nothing hold from this day on; what was planned for later is dropped."""
    at = day.isoformat()
    for row in _all(db, table, owner):
        if row["since"] >= at:
            db.table(table).delete(row["id"])
        elif row["until"] > at:
            db.table(table).update(row["id"], {"until": at})


def refuse_overlaps(db: sqlite3.Connection, changes: Changes) -> None:
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


def overlap_in(db: sqlite3.Connection, table: str, rows: frozenset[int] = frozenset()) -> bool:
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


def _holding(
    db: "Database", table: str, owner: Mapping[str, object], at: str
) -> dict[str, Any] | None:
    return next((r for r in _all(db, table, owner) if r["since"] <= at < r["until"]), None)


def _first_after(
    db: "Database", table: str, owner: Mapping[str, object], at: str
) -> dict[str, Any] | None:
    return next((row for row in _all(db, table, owner) if row["since"] > at), None)


def _last(db: "Database", table: str, owner: Mapping[str, object]) -> dict[str, Any] | None:
    rows = _all(db, table, owner)
    return rows[-1] if rows else None


def _values_of(table: str, row: Mapping[str, Any]) -> list[str]:
    apart = {"id", "since", "until", *TABLES[table].period_of}
    return [name for name in row if name not in apart]


def _join_equals(db: "Database", table: str, owner: Mapping[str, object]) -> None:
    """Two intervals that touch and say the same are one."""
    rows = _all(db, table, owner)
    for before, after in pairwise(rows):
        names = _values_of(table, after)
        if before["until"] == after["since"] and all(before[n] == after[n] for n in names):
            db.table(table).update(after["id"], {"since": before["since"]})
            db.table(table).delete(before["id"])
            after["since"] = before["since"]
