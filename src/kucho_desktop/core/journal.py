"""Every change to the file, kept so that it can be shown, undone and redone.

SQLite triggers write the journal, so no room can forget to, and refuse a write outside a step.
A step is what the user did; its entries are the rows it touched.
An undo is itself a step, so the journal is only ever added to.

An entry keeps the row before ("old") and after ("new") as JSON. An added row is not kept at all:
it is read from the table when it goes, so that reading in a roster does not double the file.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

from kucho_desktop.core.connection import Connection, set_cache
from kucho_desktop.core.i18n import _
from kucho_desktop.core.tables import TABLES

Changes = dict[str, frozenset[int]]
"""Table → ids of the rows that a step touched."""

LARGE = 5_000
"""Entries of a step that takes a good part of a second to reverse."""
_UNREVERSED = "NOT EXISTS (SELECT 1 FROM step later WHERE later.reverses = step.id)"


def install(db: Connection) -> None:
    """Make every journaled table write to the journal, as its columns are now."""
    for table in TABLES.values():
        if table.journaled:
            _watch(db, table.name)


def remove(db: Connection) -> None:
    """Stop writing, so that migrations can change tables."""
    for name in _installed(db):
        db.execute(f'DROP TRIGGER "{name}"')


def heal(db: Connection) -> None:
    """Without its triggers a book would take changes that nobody could ever see or take back."""
    if len(_installed(db)) != 3 * sum(table.journaled for table in TABLES.values()):
        db.execute("BEGIN IMMEDIATE")
        try:
            remove(db)
            install(db)
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise


def _installed(db: Connection) -> list[str]:
    found = db.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND substr(name, 1, 8) = 'journal_'"
    )
    return [name for (name,) in found.fetchall()]


def _watch(db: Connection, table: str) -> None:
    columns = columns_of(db, table)
    old, new = kept_as_json(db, table, "OLD."), kept_as_json(db, table, "NEW.")
    differs = " OR ".join(f'OLD."{c}" IS NOT NEW."{c}"' for c in columns)
    for event, when, row, kind, before, after in (
        ("INSERT", "1", "NEW.id", "added", "NULL", "NULL"),
        ("UPDATE", differs, "NEW.id", "changed", old, new),
        ("DELETE", "1", "OLD.id", "removed", old, "NULL"),
    ):
        db.execute(f"""
            CREATE TRIGGER "journal_{table}_{kind}" AFTER {event} ON "{table}" WHEN {when} BEGIN
                SELECT raise(ABORT, 'no step is open') WHERE NOT EXISTS (SELECT 1 FROM open_step);
                INSERT INTO entry (step, "table", row, kind, old, new)
                SELECT step, '{table}', {row}, '{kind}', {before}, {after} FROM open_step;
            END""")


def kept_as_json(db: Connection, table: str, of: str = "") -> str:
    """The SQL that makes of a row what the journal keeps. of: "OLD." or "NEW." in a trigger."""
    pairs = ", ".join(f"'{column}', {of}\"{column}\"" for column in columns_of(db, table))
    return f"json_object({pairs})"


def columns_of(db: Connection, table: str) -> list[str]:
    return [row[1] for row in db.execute(f'PRAGMA table_info("{table}")').fetchall()]


def begin(
    db: Connection,
    message: str,
    values: dict[str, object],
    *,
    kind: str = "do",
    reverses: int | None = None,
) -> int:
    """Open a step; the rows written from now on belong to it."""
    number = db.execute(
        'INSERT INTO step (at, message, "values", kind, reverses, schema)'
        " VALUES (?, ?, ?, ?, ?, (SELECT user_version FROM pragma_user_version))",
        [
            datetime.now(UTC).isoformat(timespec="microseconds"),
            message,
            json.dumps(values, ensure_ascii=False, default=str),
            kind,
            reverses,
        ],
    ).lastrowid
    assert number is not None
    db.execute("INSERT INTO open_step (step) VALUES (?)", [number])
    # The tables say of each reference that it is judged when the step is whole (DEFERRABLE),
    # after the rules that have words for the user.
    return number


def touched(db: Connection, step: int) -> Changes:
    """What a step has touched so far.

    Also kept as rows of the temporary table `step_row`, for the rules of large steps: a step of
    300,000 entries is not read again by each of them. had_old: whether a row was changed or went.
    """
    db.execute(
        """CREATE TEMP TABLE IF NOT EXISTS step_row ("table" TEXT, row INTEGER, had_old INTEGER,
            PRIMARY KEY ("table", row)) WITHOUT ROWID"""
    )
    db.execute("DELETE FROM step_row")
    db.execute(
        """INSERT INTO step_row SELECT "table", row, old IS NOT NULL FROM entry WHERE step = ?
        ON CONFLICT DO UPDATE SET had_old = max(had_old, excluded.had_old)""",
        [step],
    )
    rows = db.execute('SELECT "table", row FROM step_row')
    return {
        table: frozenset(map(itemgetter(1), run)) for table, run in groupby(rows, itemgetter(0))
    }


def end(db: Connection, step: int, changes: Changes) -> None:
    """Close a step; drop it if it touched nothing."""
    db.execute("DELETE FROM open_step")
    if sum(map(len, changes.values())) >= LARGE:
        set_cache(db)
    if not changes:
        db.execute("DELETE FROM step WHERE id = ?", [step])


def undoable(db: Connection, since: int) -> int | None:
    """The last step after `since` that can be taken back."""
    return _first(
        db,
        f"""SELECT id FROM step WHERE id > ? AND kind IN ('do', 'redo') AND {_UNREVERSED}
            ORDER BY id DESC LIMIT 1""",
        since,
    )


def redoable(db: Connection, since: int) -> int | None:
    """The last undo after `since` with nothing new done on top of it."""
    return _first(
        db,
        f"""SELECT id FROM step WHERE id > max(?, coalesce(
                (SELECT id FROM step WHERE kind = 'do' ORDER BY id DESC LIMIT 1), 0))
            AND kind = 'undo' AND {_UNREVERSED} ORDER BY id DESC LIMIT 1""",
        since,
    )


def _first(db: Connection, sql: str, since: int) -> int | None:
    found = db.execute(sql, [since]).fetchone()
    return int(found[0]) if found else None


_LABELS = frozenset({"field"})


def said(message: str, values: str) -> str:
    """A step's message in the user's language; values that are labels are translated too.

    A name that was erased is None.
    """
    spoken = {
        name: _("(erased)") if value is None else _(value) if name in _LABELS else value
        for name, value in json.loads(values).items()
    }
    return _(message).format(**spoken)


def words_of(db: Connection, step: int | None) -> str:
    """A step in words; empty if there is none."""
    found = db.execute('SELECT message, "values" FROM step WHERE id = ?', [step]).fetchone()
    return said(*found) if found else ""


def is_large(db: Connection, step: int | None) -> bool:
    """Whether a step touched so many rows that reversing it would be felt."""
    found = db.execute(
        "SELECT count(*) FROM (SELECT 1 FROM entry WHERE step = ? LIMIT ?)", [step, LARGE]
    ).fetchone()
    return bool(found[0] == LARGE)


def why_not_undo(db: Connection, step: int) -> str:
    """Why an older step cannot be taken back, as a sentence; empty if it can."""
    found = db.execute("SELECT schema, kind, erased FROM step WHERE id = ?", [step]).fetchone()
    if found is None or found[1] == "undo":
        return _("This step is no longer there.")
    if found[2]:
        return _("People of this step were erased for good, so it cannot be taken back.")
    if found[0] != db.execute("PRAGMA user_version").fetchone()[0]:
        return _("This step is from before a renewal of the program.")
    if db.execute("SELECT 1 FROM step WHERE reverses = ?", [step]).fetchone():
        return _("This step has already been taken back.")
    if has_moved_on(db, step):
        return _("What this step wrote was changed again later. Please take that back first.")
    if _is_needed(db, step) or _needs_what_is_gone(db, step):
        return _("Later steps built on this one. Please take those back first.")
    return ""


def _references(db: Connection) -> Iterator[tuple[str, str, str]]:
    """(table, column, the table that it refers to), of all journaled tables."""
    for table in TABLES.values():
        if table.journaled:
            for found in db.execute(f'PRAGMA foreign_key_list("{table.name}")').fetchall():
                yield table.name, found[3], found[2]


def _is_needed(db: Connection, step: int) -> bool:
    """Whether rows of other steps refer to a row that this one added."""
    added = "(SELECT row FROM entry WHERE step = :step AND kind = 'added' AND \"table\" = '{}')"
    return any(
        db.execute(
            f"""SELECT 1 FROM "{table}" WHERE "{column}" IN {added.format(parent)}
                AND id NOT IN {added.format(table)} LIMIT 1""",
            {"step": step},
        ).fetchone()
        for table, column, parent in _references(db)
    )


def _needs_what_is_gone(db: Connection, step: int) -> bool:
    """Whether a row from before this step refers to one that is there no more."""
    return any(
        db.execute(
            f"""SELECT 1 FROM entry mine WHERE step = :step AND "table" = '{table}'
                AND json_extract(old, '$.{column}') IS NOT NULL
                AND json_extract(old, '$.{column}') NOT IN (SELECT id FROM "{parent}")
                AND json_extract(old, '$.{column}') NOT IN (SELECT row FROM entry
                    WHERE step = :step AND "table" = '{parent}' AND kind = 'removed') LIMIT 1""",
            {"step": step},
        ).fetchone()
        for table, column, parent in _references(db)
    )


def has_moved_on(db: Connection, step: int) -> bool:
    """Whether a row is no longer as this step left it, so that the step cannot be taken back.

    What the step left is what the next entry of that row found; with no next entry, it is there.
    """
    rows = db.execute(
        """
        SELECT mine."table", mine.row, mine.kind,
            (SELECT json_array(next.kind, next.old) FROM entry next
             WHERE next."table" = mine."table" AND next.row = mine.row AND next.id > mine.id
             ORDER BY next.id LIMIT 1)
        FROM entry mine
        WHERE mine.step = ? AND mine.id = (
            SELECT max(last.id) FROM entry last
            WHERE last.step = mine.step AND last."table" = mine."table" AND last.row = mine.row)
        """,
        [step],
    ).fetchall()
    return any(
        _row_as_json(db, table, row)
        != (None if json.loads(following)[0] == "added" else json.loads(json.loads(following)[1]))
        for table, row, _kind, following in rows
        if following is not None
    )


def _row_as_json(db: Connection, table: str, row: int) -> dict[str, Any] | None:
    columns = columns_of(db, table)
    found = db.execute(f'SELECT * FROM "{table}" WHERE id = ?', [row]).fetchone()
    return None if found is None else dict(zip(columns, tuple(found), strict=True))
