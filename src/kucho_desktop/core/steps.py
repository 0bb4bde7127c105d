"""Which steps there were: of some rows, of some tables, of some days.

The ids of all that are wanted are read at once (a hundred thousand are a moment's work); the
steps themselves follow in pages, by id.
"""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from kucho_desktop.core.book import Book
from kucho_desktop.core.history import RowChange, Step, changes_in, steps_where


@dataclass(frozen=True)
class Wanted:
    """What a history shall be about; what is left open narrows nothing.

    rows: (table, id) of what it is about. tables: of a room. first, last: local days, both counted.
    """

    rows: frozenset[tuple[str, int]] | None = None
    tables: frozenset[str] = frozenset()
    first: date | None = None
    last: date | None = None


def wanted_ids(book: Book, wanted: Wanted, *, count: int = -1, before: int = 2**62) -> list[int]:
    """Newest first. count: no more than these; before: an id, for going on."""
    asks, values = ["id < :before"], {"before": before, "count": count}
    said: dict[str, object] = dict(values)
    if wanted.rows is not None:
        said["rows"] = json.dumps(sorted([list(row) for row in wanted.rows]))
        asks.append(
            """id IN (SELECT entry.step FROM json_each(:rows) one CROSS JOIN entry
            ON entry.row = json_extract(one.value, '$[1]')
            AND entry."table" = json_extract(one.value, '$[0]'))"""
        )
    if wanted.tables:
        said["tables"] = json.dumps(sorted(wanted.tables))
        asks.append(
            """EXISTS (SELECT 1 FROM entry WHERE entry.step = step.id
            AND entry."table" IN (SELECT value FROM json_each(:tables)))"""
        )
    if wanted.first:
        asks.append("at >= :first")
        said["first"] = _begin_of(wanted.first)
    if wanted.last:
        asks.append("at < :after")
        said["after"] = _begin_of(wanted.last + timedelta(days=1))
    where = " AND ".join(asks)
    found = book.tuples(f"SELECT id FROM step WHERE {where} ORDER BY id DESC LIMIT :count", **said)
    return [id_ for (id_,) in found]


def _begin_of(day: date) -> str:
    """The moment at which a local day begins, as the steps keep theirs."""
    return datetime.combine(day, time()).astimezone(UTC).isoformat(timespec="seconds")


def steps_named(book: Book, ids: Sequence[int]) -> list[Step]:
    """The steps of these ids, in this order; those that are gone are left out."""
    found = steps_where(
        book, "id IN (SELECT value FROM json_each(:ids))", ids=json.dumps(list(ids))
    )
    by_id = {step.id: step for step in found}
    return [by_id[id_] for id_ in ids if id_ in by_id]


def changes_of(book: Book, step: int, most: int) -> tuple[list[RowChange], int]:
    """What a step changed in the first rows that it touched, and how many rows it left unsaid."""
    rows = book.tuples(
        """SELECT DISTINCT "table", row FROM (SELECT "table", row FROM entry WHERE step = :step
        ORDER BY id LIMIT :most)""",
        step=step,
        most=most,
    )
    count = book.tuples("SELECT count(*) FROM entry WHERE step = :step", step=step)[0][0]
    return changes_in(book, step, _pairs(rows)), max(int(count) - most, 0)


def _pairs(rows: Collection[tuple[str, int]]) -> list[tuple[str, int]]:
    return [(str(table), int(row)) for table, row in rows]
