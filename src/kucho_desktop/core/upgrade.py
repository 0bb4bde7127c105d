"""Opening books of older and newer versions of the program."""

from pathlib import Path

from kucho_desktop.core import journal
from kucho_desktop.core.connection import Connection, connect
from kucho_desktop.core.errors import CannotOpenFile
from kucho_desktop.core.i18n import _
from kucho_desktop.core.migrations import SCHEMA, migrate, version_of


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
            _copy(db, path.with_name(f"{path.name}.v{version}"), key)
        journal.remove(db)
        migrate(db)
        journal.install(db)
    if read_only:
        db.execute("PRAGMA query_only = ON")


def _copy(db: Connection, path: Path, key: bytes) -> None:
    """The book as it was before a migration, under the same key; the first copy is kept."""
    if not path.exists():
        target = connect(path, key)
        db.backup(target)
        target.close()
