"""A connection to the encrypted file. The only module that imports SQLCipher."""

import errno
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

import sqlcipher3
from sqlcipher3 import dbapi2 as sqlcipher

from kucho_desktop.core.errors import (
    DISK_IS_FULL,
    DISK_REFUSES,
    LIES_READ_ONLY,
    CannotKeep,
    CannotOpenFile,
    Damaged,
    DoesNotFit,
    FoundDamaged,
    LiesReadOnly,
)
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.core.text import fold, sort_key

if TYPE_CHECKING:
    from sqlite3 import Connection as Connection  # its twin, which has types

    from sqlite_utils import Database
else:
    Connection = sqlcipher.Connection

DatabaseError: type[Exception] = sqlcipher.Error
"""SQLCipher's errors are no children of `sqlite3.Error`: catch this one."""

USUAL_CACHE, WORKERS_CACHE, LARGE_CACHE = 4, 16, 64
"""Megabytes of pages kept in memory: four serve a list as fast as sixteen; a worker writes many;
the last while a step of very many rows is under way."""

_FULL, _READONLY, _IOERR, _CANTOPEN, _CORRUPT, _NOTADB, _BUSY = 13, 8, 10, 14, 11, 26, 5


def look_into(path: Path, key: bytes, *, any_thread: bool = False) -> Connection:
    """Open the file for reading; where nothing can be written beside it, as it lies.

    Raises LiesReadOnly where a log that cannot be worked in lies beside it.
    """
    refuse_without_file(path)  # SQLite would make one
    try:
        return connect(path, key, any_thread=any_thread)
    except LiesReadOnly:
        log = path.with_name(path.name + "-wal")
        if log.exists() and (log.is_dir() or log.stat().st_size):
            raise
        return connect(path, key, any_thread=any_thread, as_it_lies=True)


def connect(
    path: Path, key: bytes, *, any_thread: bool = False, as_it_lies: bool = False
) -> Connection:
    """Open or make the file under a raw 256-bit key.

    as_it_lies: without lock and log, for a file that nobody writes to. Raises LiesReadOnly where
    log and lock cannot be made, Damaged where the file is empty or cut, DoesNotFit where the key
    does not open it.
    """
    _refuse_if_empty(path)
    try:
        connection = sqlcipher.connect(
            f"{path.absolute().as_uri()}?immutable=1" if as_it_lies else str(path),
            uri=as_it_lies,
            isolation_level=None,
            check_same_thread=not any_thread,
            timeout=10,
        )
    except sqlcipher.Error as error:
        raise _why_closed(error) from error
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if not as_it_lies:
            connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        set_cache(connection, WORKERS_CACHE if any_thread else USUAL_CACHE)
    except sqlcipher.Error as error:
        connection.close()
        raise _why_closed(error) from error
    connection.create_function("fold", 1, fold, deterministic=True)
    connection.create_function("sort_key", 1, sort_key, deterministic=True)
    return cast(Connection, connection)


def fitting_key(path: Path, keys: Iterable[bytes]) -> bytes | None:
    """The one among these that opens the file; None if none does."""
    for key in keys:
        try:
            look_into(path, key).close()
        except Damaged:
            continue
        return key
    return None


def copy_pages(
    connection: Connection, path: Path, key: bytes, tell: Callable[[int, int], None]
) -> None:
    """Write all pages into a new file under this key; `tell` may end it by raising Stopped.

    A connection that is in a transaction copies what it saw at its beginning, whatever others
    write meanwhile.
    """

    def show(_status: int, remaining: int, total: int) -> None:
        tell(total - remaining, total)

    target = connect(path, key, any_thread=True)
    set_cache(target)  # it is written from its first page to its last: nothing is read again
    try:
        connection.backup(target, pages=200, progress=show)
        target.execute("PRAGMA journal_mode = DELETE")
    finally:
        target.close()


def set_cache(connection: Connection, megabytes: int = USUAL_CACHE) -> None:
    """How much of the file is held in memory; what no longer fits is written encrypted."""
    connection.execute(f"PRAGMA cache_size = -{megabytes * 1024}")


def refuse_without_file(path: Path) -> None:
    """Raise CannotOpenFile where there is none."""
    if not path.is_file():
        raise CannotOpenFile(_("There is no file at this place: {path}").format(path=path))


def _refuse_if_empty(path: Path) -> None:
    """SQLite takes an empty file for a new one: a book would silently become one of nobody."""
    with suppress(OSError):
        if path.stat().st_size == 0:
            raise Damaged(
                _("This file is empty, as a full disk or a broken copy leaves it. It is no book.")
            )


def _why_closed(error: Exception) -> CannotOpenFile:
    """A stick that cannot be written is no damage: SQLite needs its log beside the file."""
    if _code(error) in (_READONLY, _CANTOPEN):
        return LiesReadOnly(_(LIES_READ_ONLY))
    if _code(error) == _FULL:
        return LiesReadOnly(_(_FULL_AT_OPENING))
    if _code(error) == _IOERR:
        return LiesReadOnly(_(_FAILS_AT_OPENING))
    kind = DoesNotFit if _code(error) == _NOTADB else Damaged
    return kind(_("This file cannot be read: it is damaged, or no book of this program."))


def _code(error: Exception) -> int:
    """A copy that breaks off has no number, so its English words are looked at."""
    code = int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
    return code or next((code for words, code in _WORDS if words in str(error)), 0)


_WORDS = (
    ("disk is full", _FULL),
    ("disk I/O error", _IOERR),
    ("unable to open", _CANTOPEN),
    ("readonly", _READONLY),
    ("malformed", _CORRUPT),
    ("not a database", _NOTADB),
    ("is locked", _BUSY),
)
_FULL_AT_OPENING = N_(
    "The disk is full, so the book can only be looked at just now. Nothing of it was changed."
    " Please make room on the disk and open it again."
)
_FAILS_AT_OPENING = N_(
    "The disk is full or does not answer, so the book can only be looked at just now. Nothing"
    " of it was changed. Please make room on the disk, see whether the memory stick is plugged in"
    " well, and open it again."
)


def as_database(connection: Connection) -> "Database":
    """The connection for writing. Costs 80 ms the first time, so never on the way to the window.

    sqlite-utils looks for pysqlite3 first; without the alias two of its features break.
    """
    sys.modules.setdefault("pysqlite3", sqlcipher3)
    sys.modules.setdefault("pysqlite3.dbapi2", sqlcipher)
    from sqlite_utils import Database

    return Database(connection, execute_plugins=False, recursive_triggers=False)


DAMAGED = N_("The file is damaged. Nothing more is written to it; please go back to a backup.")


@contextmanager
def explaining() -> Iterator[None]:
    """Whatever the disk does in here is told in words."""
    try:
        yield
    except DatabaseError as error:
        raise explained(error) from error
    except MemoryError as error:  # so SQLCipher speaks of a page that it cannot decrypt amid a step
        raise FoundDamaged(_(DAMAGED)) from error
    except OSError as error:
        is_full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        raise CannotKeep(_(DISK_IS_FULL if is_full else DISK_REFUSES)) from error


def explained(error: Exception) -> Exception:
    """Say a trouble of the disk in words; give a bug back as it is."""
    code = _code(error)
    if code == _FULL:
        return CannotKeep(_(DISK_IS_FULL))
    if code in (_READONLY, _CANTOPEN, _IOERR):
        return CannotKeep(_(DISK_REFUSES))
    if code in (_CORRUPT, _NOTADB):
        return FoundDamaged(_(DAMAGED))
    if code == _BUSY:
        return CannotKeep(_("The file is in use just now. Please try again in a moment."))
    return error
