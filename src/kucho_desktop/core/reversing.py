"""A step taken back: every row is put back as it was before, as a new step."""

import json
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from kucho_desktop.core import bulk, journal
from kucho_desktop.core.connection import Connection


class _Run(NamedTuple):
    """Entries of one step that follow one another, of one table and kind; first and last id."""

    table: str
    kind: str
    first: int
    last: int


def reverse(db: Connection, step: int, kind: str) -> int:
    """Put every row back as it was before this step, as a new step, still open."""
    message, values = db.execute(
        'SELECT message, "values" FROM step WHERE id = ?', [step]
    ).fetchone()
    runs = list(_runs(db, step))
    number = journal.begin(db, message, json.loads(values), kind=kind, reverses=step)
    for run in runs:
        if run.kind == "added":
            bulk.remove_added(db, run.table, run.first, run.last)
        elif run.kind == "removed":
            bulk.add_removed(db, run.table, run.first, run.last)
        else:
            _change_back(db, run)
    return number


def _runs(db: Connection, step: int) -> Iterator[_Run]:
    """The last first. Nobody writes between the entries of a step: their ids have no gaps."""
    entries = db.execute(
        'SELECT id, "table", kind FROM entry WHERE step = ? ORDER BY id DESC', [step]
    )
    for (table, kind), run in groupby(entries, key=itemgetter(1, 2)):
        ids = [entry[0] for entry in run]
        yield _Run(table, kind, ids[-1], ids[0])


def _change_back(db: Connection, run: _Run) -> None:
    """Of a row that was changed twice the earlier entry comes last."""
    entries = db.execute(
        "SELECT old FROM entry WHERE id BETWEEN ? AND ? ORDER BY row, id DESC",
        [run.first, run.last],
    ).fetchall()
    names = [name for name in journal.columns_of(db, run.table) if name != "id"]
    sets = ", ".join(f'"{name}" = :{name}' for name in names)
    olds = (json.loads(old) for (old,) in entries)
    db.executemany(f'UPDATE "{run.table}" SET {sets} WHERE id = :id', olds)
