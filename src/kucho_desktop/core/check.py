"""Looking a book over: every page, every index, every reference, every interval."""

from contextlib import suppress

from kucho_desktop.core import periods
from kucho_desktop.core.connection import Connection, DatabaseError
from kucho_desktop.core.i18n import _
from kucho_desktop.core.tables import TABLES

_OF_AN_INDEX = ("missing from index", "wrong # of entries in index", "non-unique entry in index")


def problems_in(db: Connection) -> list[str]:
    """What is wrong with a file, in sentences; nothing if all is well.

    Looks at the checksum of every page (HMAC), the tables and indexes, the references between
    rows, and the intervals of every dated value.
    """
    try:
        return [
            *pages(db),
            *tables(db),
            *references(db),
            *intervals(db),
        ]
    except DatabaseError:
        return [_("The file is damaged and cannot be read to its end.")]


def pages(db: Connection) -> list[str]:
    with suppress(DatabaseError):  # no log can be worked in where nothing can be written
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    if db.execute("PRAGMA cipher_integrity_check").fetchall():
        return [_("Some pages of the file are damaged.")]
    return []


def tables(db: Connection) -> list[str]:
    found = [str(text) for (text,) in db.execute("PRAGMA integrity_check(100)").fetchall()]
    if found == ["ok"]:
        return []
    if all(_is_of_an_index(text) for text in found):
        return [_("A list that only helps in searching is not right. What you wrote is whole.")]
    return [_("The inner order of the file is damaged.")]


def only_indexes_are_wrong(db: Connection) -> bool:
    """Whether all that is wrong with the tables is put right by making their indexes anew."""
    found = [str(text) for (text,) in db.execute("PRAGMA integrity_check(100)").fetchall()]
    return all(map(_is_of_an_index, found))


def _is_of_an_index(text: str) -> bool:
    return any(part in text for part in _OF_AN_INDEX)


def references(db: Connection) -> list[str]:
    lost = db.execute("PRAGMA foreign_key_check").fetchall()
    if lost:
        return [_("{count} entries point to something that is gone.").format(count=len(lost))]
    return []


def intervals(db: Connection) -> list[str]:
    wrong = [
        table.name
        for table in TABLES.values()
        if table.period_of and periods.overlap_in(db, table.name)
    ]
    return [_("Two entries hold on the same day ({table}).").format(table=t) for t in wrong]
