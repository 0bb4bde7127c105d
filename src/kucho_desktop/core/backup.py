"""Copies of the book: made while it is open, opened and compared before they count."""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from operator import itemgetter
from pathlib import Path

from kucho_desktop.core import keys
from kucho_desktop.core.book import Book
from kucho_desktop.core.connection import DatabaseError
from kucho_desktop.core.errors import DISK_IS_FULL, CannotKeep, CannotOpenFile, Damaged
from kucho_desktop.core.i18n import _
from kucho_desktop.core.kept_copies import free_name
from kucho_desktop.core.room import refuse_without_room
from kucho_desktop.core.tables import TABLES

Tell = Callable[[int, int], None]
_MANY, _FEW = 500, 4
"""Rows that are read together for the hash of the content; pictures are large."""


def _tell_nobody(_done: int, _total: int) -> None:
    """Nobody looks how far it is."""


def back_up(
    book: Book, folder: Path, *, now: datetime | None = None, tell: Tell = _tell_nobody
) -> Path:
    """Write a verified copy with its key slots into a folder; gives its path.

    From a connection of its own, so any thread will do and the book may be written to meanwhile.
    The name holds the time to the microsecond, so that no copy is ever overwritten.
    Raises CannotKeep if the copy cannot be made or is not the same as the book, Damaged if the
    book itself is damaged: then nothing may be thinned.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        sentence = _(
            "There is not enough room for the backup in {folder}. The book itself is safe."
        )
        refuse_without_room(book.path, folder, sentence.format(folder=folder))
        copy = free_name(folder, book.path, now or datetime.now())
        _write(book, copy, tell)
    except (OSError, DatabaseError) as error:
        raise CannotKeep(
            _("The backup could not be written to {folder}. The book itself is safe.").format(
                folder=folder
            )
        ) from error
    return copy


def _write(book: Book, copy: Path, tell: Tell) -> None:
    unfinished = copy.with_name(copy.name + ".part")
    own = book.opens_here(book.path)
    try:
        own.run("BEGIN")  # from here on it sees the book as it is now
        before = content_of(own)
        try:
            own.copy_to(unfinished, tell)
            _refuse_if_different(own, unfinished, before)
        except (DatabaseError, CannotOpenFile):
            _refuse_if_damaged(own)
            raise
        with suppress(CannotOpenFile):  # it still opens with the recovery code
            keys.copy_slots(book.path, copy)
        os.replace(unfinished, copy)
    except BaseException:
        keys.key_file_of(copy).unlink(missing_ok=True)
        raise
    finally:
        own.close()
        for left in (unfinished, *logs_of(unfinished)):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def restore(copy: Path, path: Path, *, with_slots: bool = True) -> None:
    """Put a copy, with its key slots, at a path where no book is yet; whole or not at all.

    with_slots: False where the book has slots for this key already.
    Raises CannotOpenFile where nobody could open the copy, CannotKeep for the rest.
    """
    if path.exists():
        raise CannotKeep(_("There is already a book of this name. Please choose another name."))
    if not copy.is_file():
        raise CannotKeep(_("The backup could not be read: {copy}").format(copy=copy))
    if not path.parent.is_dir():
        raise CannotKeep(
            _("No book can be made here: {path}. Please choose another folder.").format(path=path)
        )
    log = logs_of(copy)[0]
    if log.exists() and log.stat().st_size:
        raise CannotKeep(
            _(
                "{copy} is still open, or was never closed. Please open it and close it once."
            ).format(copy=copy)
        )
    if with_slots:
        keys.read_slots(copy)
    try:
        for left in logs_of(path):  # the log of a book that is gone would be worked into this one
            left.unlink(missing_ok=True)
        shutil.copyfile(copy, path)
        if with_slots:
            keys.copy_slots(copy, path)
    except OSError as error:
        for left in (path, keys.key_file_of(path)):
            left.unlink(missing_ok=True)
        raise _not_copied(error, copy) from error


def _not_copied(error: OSError, copy: Path) -> CannotKeep:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return CannotKeep(_(DISK_IS_FULL))
    return CannotKeep(_("The backup could not be read: {copy}").format(copy=copy))


@dataclass(frozen=True)
class Content:
    """rows: table → number of rows. digest: a hash of all that is in them."""

    rows: dict[str, int]
    digest: str


def content_of(book: Book) -> Content:
    """All that is kept, in short; two books of the same content hold the same rows."""
    import hashlib  # with the first copy, not with the window

    rows, seal = dict[str, int](), hashlib.sha256()
    for name in TABLES:
        if name != "open_step":
            rows[name] = 0
            for lines in _lines_of(book, name):
                rows[name] += len(lines)
                seal.update("\n".join(lines).encode("utf-8", "surrogatepass"))
    return Content(rows, seal.hexdigest())


def _lines_of(book: Book, table: str) -> Iterator[list[str]]:
    """The rows as text, in the order of their key, some at a time.

    SQLite does most of it, so that the window gets its turn meanwhile.
    """
    found = book.tuples(f"SELECT name, pk FROM pragma_table_info('{table}')")
    keys_ = [f'"{column}"' for column, place in sorted(found, key=itemgetter(1)) if place]
    line = "||','||".join(f'quote("{column}")' for column, _place in found)
    wanted = f'SELECT {", ".join(keys_)}, {line} FROM "{table}"'
    after = f"WHERE ({', '.join(keys_)}) > ({', '.join(f':k{n}' for n in range(len(keys_)))})"
    order = f"ORDER BY {', '.join(keys_)} LIMIT {_FEW if table == 'picture' else _MANY}"
    part = book.tuples(f"{wanted} {order}")
    while part:
        yield [row[-1] for row in part]
        last = {f"k{n}": value for n, value in enumerate(part[-1][:-1])}
        part = book.tuples(f"{wanted} {after} {order}", **last)


def _refuse_if_different(own: Book, copy: Path, before: Content) -> None:
    twin = own.opens_here(copy)
    try:
        if twin.problems() or content_of(twin) != before:
            _refuse_if_damaged(own)
            raise CannotKeep(
                _("The backup came out damaged and was thrown away. Please try another place.")
            )
    finally:
        twin.close()


def _refuse_if_damaged(book: Book) -> None:
    if book.problems():
        raise Damaged(_("This book itself is damaged. Please go back to an earlier backup of it."))


def logs_of(path: Path) -> tuple[Path, ...]:
    """What SQLite keeps beside a file while it is open."""
    return tuple(path.with_name(path.name + end) for end in ("-wal", "-shm", "-journal"))
