"""Many rows at once: the journal's entries are written for all of them together.

A trigger for each of 100,000 rows costs as much again as the rows. So in here, within the open
step, the trigger of one table is put away, the rows are written, their entries too, and the
trigger is put back. The entries are the very ones that it would have written.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from kucho_desktop.core.connection import LARGE_CACHE, Connection, set_cache
from kucho_desktop.core.journal import columns_of, kept_as_json

FEW = 200
"""So many rows are written with the trigger: putting it away has its price too."""


def add_rows(
    db: Connection, table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]
) -> None:
    """Add rows with ids above all that were ever given, in ascending order."""
    names = ", ".join(f'"{column}"' for column in columns)
    insert = f'INSERT INTO "{table}" ({names}) VALUES ({", ".join("?" * len(columns))})'
    if len(rows) < FEW:
        db.executemany(insert, rows)
        return
    last = last_id(db, table)
    with _unwatched(db, table, "added"):
        db.executemany(insert, rows)
        noted = db.execute(
            f"""INSERT INTO entry (step, "table", row, kind)
            SELECT step, '{table}', id, 'added' FROM open_step CROSS JOIN "{table}"
            WHERE id > ? ORDER BY id""",
            [last],
        ).rowcount
        if noted != len(rows):
            raise RuntimeError(f"{len(rows)} rows were added to {table}, {noted} were noted")


def last_id(db: Connection, table: str) -> int:
    """The highest id that a row of the table has or ever had; 0 if there was none."""
    found = db.execute(
        f"""SELECT max(coalesce((SELECT seq FROM sqlite_sequence WHERE name = '{table}'), 0),
            coalesce((SELECT max(id) FROM "{table}"), 0))"""
    ).fetchall()
    return int(found[0][0])


def remove_added(db: Connection, table: str, first: int, last: int) -> None:
    """Remove the rows that these entries (ids, both included) say were added."""
    those = f'"{table}" WHERE id IN (SELECT row FROM entry WHERE id BETWEEN ? AND ?)'
    if last - first < FEW:
        db.execute(f"DELETE FROM {those}", [first, last])
        return
    with _unwatched(db, table, "removed"):
        db.execute(
            f"""INSERT INTO entry (step, "table", row, kind, old)
            SELECT (SELECT step FROM open_step), '{table}', id, 'removed', {kept_as_json(db, table)}
            FROM {those} ORDER BY id""",
            [first, last],
        )
        db.execute(f"DELETE FROM {those}", [first, last])


def add_removed(db: Connection, table: str, first: int, last: int) -> None:
    """Put back the rows that these entries (ids, both included) say were removed."""
    columns = columns_of(db, table)
    names = ", ".join(f'"{column}"' for column in columns)
    values = ", ".join(f"json_extract(old, '$.{column}')" for column in columns)
    insert = f"""INSERT INTO "{table}" ({names}) SELECT {values} FROM entry
        WHERE id BETWEEN ? AND ? ORDER BY row"""
    if last - first < FEW:
        db.execute(insert, [first, last])
        return
    with _unwatched(db, table, "added"):
        db.execute(insert, [first, last])
        db.execute(
            f"""INSERT INTO entry (step, "table", row, kind)
            SELECT (SELECT step FROM open_step), '{table}', row, 'added' FROM entry
            WHERE id BETWEEN ? AND ? ORDER BY row""",
            [first, last],
        )


@contextmanager
def _unwatched(db: Connection, table: str, kind: str) -> Iterator[None]:
    """Without one of the journal's triggers, within the open step.

    A step that fails in here puts it back by itself, with all the rest.
    """
    if not db.execute("SELECT step FROM open_step").fetchall():
        raise RuntimeError("no step is open")
    name = f"journal_{table}_{kind}"
    ((trigger,),) = db.execute(
        "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = ?", [name]
    ).fetchall()
    set_cache(db, LARGE_CACHE)  # until the step is whole: `journal.end`
    db.execute(f'DROP TRIGGER "{name}"')
    try:
        yield
    finally:
        if db.in_transaction:
            db.execute(trigger)
