"""Books as older versions of the program left them, filled with what they could hold."""

import atexit
import shutil
import tempfile
from contextlib import closing, suppress
from functools import cache
from pathlib import Path

from crash.district import KEY, TODAY, begin_district

from kucho_desktop.core import journal
from kucho_desktop.core.book import Book
from kucho_desktop.core.check import problems_in
from kucho_desktop.core.connection import Connection, connect
from kucho_desktop.core.migrations import MIGRATIONS, SCHEMA, version_of
from kucho_desktop.core.tables import TABLES

FIRST = 6
"""The first schema with the list of today."""
SCHEMAS = range(FIRST, SCHEMA)
Rows = dict[str, list[tuple[object, ...]]]


@cache
def _folder() -> Path:
    atexit.register(forget)
    return Path(tempfile.mkdtemp(prefix="kucho-older-"))


def forget() -> None:
    """Throw away the books that were made."""
    shutil.rmtree(_folder(), ignore_errors=True)
    _folder.cache_clear()
    book_of.cache_clear()
    rows_of.cache_clear()


@cache
def book_of(number: int) -> Path:
    """A closed book of this schema, with journal and rows."""
    path = _folder() / f"schema-{number}.kucho"
    template = _folder() / "template.kucho"
    if not template.exists():
        begin_district(template)
    with closing(connect(path, KEY)) as old, closing(connect(template, KEY)) as now:
        old.execute("PRAGMA foreign_keys = OFF")
        for at, migration in enumerate(MIGRATIONS[:number], start=1):
            migration(old)
            old.execute(f"PRAGMA user_version = {at}")
        for table in _tables(old):
            _fill(old, now, table)
        for table in TABLES.values():
            if table.journaled and table.name in _tables(old):
                journal._watch(old, table.name)
        old.execute("PRAGMA journal_mode = DELETE")
    return path


def _fill(old: Connection, now: Connection, table: str) -> None:
    """What this table could hold of the rows that lie in today's."""
    common = [name for name in journal.columns_of(old, table) if name in _columns(now, table)]
    if not common or table == "open_step":
        return
    names = ", ".join(f'"{name}"' for name in common)
    marks = ", ".join("?" for _name in common)
    rows = now.execute(f'SELECT {names} FROM "{table}"').fetchall()
    old.executemany(f'INSERT OR REPLACE INTO "{table}" ({names}) VALUES ({marks})', rows)


def _columns(db: Connection, table: str) -> list[str]:
    return journal.columns_of(db, table)


def _tables(db: Connection) -> list[str]:
    found = db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return [name for (name,) in found.fetchall() if not name.startswith("sqlite_")]


@cache
def rows_of(number: int) -> Rows:
    """What lies in the tables of the rooms, by the columns that today's program has, too."""
    with closing(connect(book_of(number), KEY)) as old:
        return _rows(old, old)


def _rows(db: Connection, like: Connection) -> Rows:
    found: Rows = {}
    for table in _tables(like):
        if table in TABLES and TABLES[table].journaled:
            names = ", ".join(f'"{name}"' for name in sorted(_columns(like, table)))
            found[table] = db.execute(f'SELECT {names} FROM "{table}" ORDER BY id').fetchall()
    return found


def age_of(copy: Path | None) -> int | None:
    """The schema of the copy that was made before the migration."""
    return int(copy.name.rpartition(".v")[2]) if copy is not None else None


def version_in(copy: Path, key: bytes) -> int:
    """The schema of a file."""
    with closing(connect(copy, key)) as db:
        return version_of(db)


def problem_with_copy(copy: Path, number: int) -> str:
    """Of the copy before a migration; empty if it is the book as it was."""
    with closing(connect(copy, KEY)) as db:
        if version_of(db) != number:
            return f"{copy.name} is of schema {version_of(db)}"
        if _rows(db, db) != rows_of(number):
            return f"{copy.name} does not hold what the book held"
    return ""


def schema_of(db: Connection) -> list[tuple[str, str, str]]:
    """The text of every table, index and trigger."""
    found = db.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_master ORDER BY 1, 2")
    return [tuple(row) for row in found.fetchall()]


@cache
def fresh_schema() -> list[tuple[str, str, str]]:
    """Of a book that was made today."""
    path = _folder() / "fresh.kucho"
    book = Book(path, KEY, today=TODAY)
    book.close()
    with closing(connect(path, KEY)) as db:
        return schema_of(db)


def problem_with_upgraded(book: Book, number: int) -> str:
    """Empty if it has today's schema and every row of before."""
    if book.examine(schema_of) != fresh_schema():
        return f"upgraded from {number} the schema is not that of a fresh book"
    with closing(connect(book_of(number), KEY)) as old, suppress(KeyError):
        if book.examine(lambda db: _rows(db, old)) != rows_of(number):
            return f"upgraded from {number} some rows are not as before"
    if problems := book.examine(problems_in):
        return str(problems)
    return ""
