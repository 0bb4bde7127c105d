"""Opening books of older and newer versions of the program."""

import os
from contextlib import closing
from pathlib import Path

from kucho_desktop.core import journal
from kucho_desktop.core.connection import Connection, connect, copy_pages
from kucho_desktop.core.errors import CannotOpenFile, Damaged
from kucho_desktop.core.i18n import _
from kucho_desktop.core.migrations import SCHEMA, migrate, version_of
from kucho_desktop.core.room import refuse_without_room


def bring_up_to_date(db: Connection, path: Path, key: bytes, *, read_only: bool) -> None:
    """Migrate an older book after copying it; refuse a newer one with a sentence."""
    version = version_of(db)
    if version > SCHEMA:
        db.close()
        raise CannotOpenFile(
            _("This book was written by a newer version of the program. Please update it.")
        )
    if version < SCHEMA:
        if read_only:
            db.close()
            raise CannotOpenFile(
                _("This book is of an older version. Please open it for writing once.")
            )
        if version:
            _copy(db, path, path.with_name(f"{path.name}.v{version}"), key)
        migrate(db, journal.remove, journal.install)
    elif not read_only:
        journal.heal(db)
    if read_only:
        db.execute("PRAGMA query_only = ON")


def _copy(db: Connection, book: Path, path: Path, key: bytes) -> None:
    """The book as it was before a migration, under the same key; the first copy is kept.

    Opened and looked over before it has its name. Raises Damaged if something is wrong with it:
    then nothing is migrated.
    """
    if path.exists():
        return
    from kucho_desktop.core import check

    unfinished = path.with_name(path.name + ".part")
    _clear(unfinished)
    sentence = _(
        "There is not enough room for the copy that is made before this book is brought up to"
        " date. The book is as it was. Please make room on the disk and open it again."
    )
    refuse_without_room(book, path.parent, sentence)
    try:
        copy_pages(db, unfinished, key, _tell_nobody)
        with closing(connect(unfinished, key)) as copy:
            wrong = [*check.pages(copy), *check.tables(copy)]
        if wrong:
            raise Damaged(
                _("This book itself is damaged. Please go back to an earlier backup of it.")
            )
        os.replace(unfinished, path)
    finally:
        _clear(unfinished)


def _clear(unfinished: Path) -> None:
    for end in ("", "-wal", "-shm", "-journal"):
        unfinished.with_name(unfinished.name + end).unlink(missing_ok=True)


def _tell_nobody(_done: int, _total: int) -> None:
    """A book before a migration is copied at once."""
