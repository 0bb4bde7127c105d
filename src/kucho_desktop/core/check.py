"""Looking a book over: every page, every reference, every interval."""

from contextlib import suppress

from kucho_desktop.core import periods
from kucho_desktop.core.connection import Connection, DatabaseError
from kucho_desktop.core.i18n import _
from kucho_desktop.core.tables import TABLES


def problems_in(db: Connection) -> list[str]:
    """What is wrong with a file, in sentences; nothing if all is well.

    Looks at the checksum of every page (HMAC), the tables and indexes, the references between
    rows, and the intervals of every dated value.
    """
    try:
        return [
            *_pages(db),
            *_tables(db),
            *_references(db),
            *_intervals(db),
        ]
    except DatabaseError:
        return [_("The file is damaged and cannot be read to its end.")]


def _pages(db: Connection) -> list[str]:
    with suppress(DatabaseError):  # no log can be worked in where nothing can be written
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    if db.execute("PRAGMA cipher_integrity_check").fetchall():
        return [_("Some pages of the file are damaged.")]
    return []


def _tables(db: Connection) -> list[str]:
    if db.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
        return [_("The inner order of the file is damaged.")]
    return []


def _references(db: Connection) -> list[str]:
    lost = db.execute("PRAGMA foreign_key_check").fetchall()
    if lost:
        return [_("{count} entries point to something that is gone.").format(count=len(lost))]
    return []


def _intervals(db: Connection) -> list[str]:
    wrong = [
        table.name
        for table in TABLES.values()
        if table.period_of and periods.overlap_in(db, table.name)
    ]
    return [_("Two entries hold on the same day ({table}).").format(table=t) for t in wrong]
