"""What was done, in words: the steps, and what each changed in a record."""

import json
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from kucho_desktop.core.book import Book
from kucho_desktop.core.i18n import _
from kucho_desktop.core.journal import said


class Step(NamedTuple):
    """One line of the history. at: local time; kind: "do", "undo" or "redo"."""

    id: int
    at: datetime
    text: str
    kind: str
    is_reversed: bool = False


class RowChange(NamedTuple):
    """One row before and after a step; None where it was not there."""

    step: int
    table: str
    row: int
    old: Mapping[str, Any] | None
    new: Mapping[str, Any] | None


def last_steps(book: Book, count: int = 50, before: int | None = None) -> list[Step]:
    """The newest steps first; `before` an id, for going on."""
    return steps_where(
        book,
        "id < :before ORDER BY id DESC LIMIT :count",
        before=before if before is not None else 2**62,
        count=count,
    )


def steps_about(book: Book, rows: Collection[tuple[str, int]]) -> list[Step]:
    """The steps that touched any of these (table, id), newest first."""
    if not rows:
        return []
    wanted = json.dumps([[table, row] for table, row in rows])
    return steps_where(
        book,
        """id IN (SELECT entry.step FROM json_each(:wanted) one JOIN entry
            ON entry.row = json_extract(one.value, '$[1]')
            AND entry."table" = json_extract(one.value, '$[0]')) ORDER BY id DESC""",
        wanted=wanted,
    )


def steps_where(book: Book, where: str, **values: object) -> list[Step]:
    """The steps that a condition in SQL is true of, in words."""
    rows = book.rows(
        f"""SELECT id, at, message, "values" AS spoken, kind, EXISTS (
            SELECT 1 FROM step later WHERE later.reverses = step.id) AS is_reversed
        FROM step WHERE {where}""",
        **values,
    )
    return [
        Step(
            row["id"],
            datetime.fromisoformat(row["at"]).astimezone(),
            _said(row["message"], row["spoken"], row["kind"]),
            row["kind"],
            bool(row["is_reversed"]),
        )
        for row in rows
    ]


def _said(message: str, values: str, kind: str) -> str:
    text = said(message, values)
    if kind == "undo":
        return _("Undo: {step}").format(step=text)
    return _("Redo: {step}").format(step=text) if kind == "redo" else text


def changes_in(book: Book, step: int, rows: Collection[tuple[str, int]]) -> list[RowChange]:
    """What a step did to these rows: before its first and after its last entry of each."""
    found = book.rows(
        """SELECT entry."table" AS name, entry.row, entry.kind, entry.old, entry.new
        FROM json_each(:wanted) one CROSS JOIN entry
            ON entry.row = json_extract(one.value, '$[1]')
            AND entry."table" = json_extract(one.value, '$[0]')
        WHERE entry.step = :step ORDER BY entry.id""",
        step=step,
        wanted=json.dumps(sorted({(table, row) for table, row in rows})),
    )
    changes: dict[tuple[str, int], RowChange] = {}
    for entry in found:
        key = (entry["name"], entry["row"])
        first = changes.get(key)
        old = first.old if first else (json.loads(entry["old"]) if entry["old"] else None)
        new = json.loads(entry["new"]) if entry["new"] else None
        if entry["kind"] == "added":
            new = _as_added(book, step, *key)
        changes[key] = RowChange(step, *key, old, new)
    return [change for change in changes.values() if change.old != change.new]


def _as_added(book: Book, step: int, table: str, row: int) -> Mapping[str, Any] | None:
    """An added row is not kept in the journal: the next entry of it knows, or the table."""
    later = book.rows(
        'SELECT old FROM entry WHERE "table" = :name AND row = :row AND old IS NOT NULL'
        " AND id > (SELECT min(id) FROM entry WHERE step = :step) ORDER BY id LIMIT 1",
        name=table,
        row=row,
        step=step,
    )
    if later:
        return dict(json.loads(later[0]["old"]))
    there = book.rows(f'SELECT * FROM "{table}" WHERE id = :row', row=row)
    return there[0] if there else None


def last_undoable(book: Book) -> int:
    """The newest step that was not taken back yet, of this run of the program or an earlier one."""
    found = book.tuples(
        """SELECT coalesce(max(id), 0) FROM step WHERE kind IN ('do', 'redo')
        AND NOT EXISTS (SELECT 1 FROM step later WHERE later.reverses = step.id)"""
    )
    return int(found[0][0])
