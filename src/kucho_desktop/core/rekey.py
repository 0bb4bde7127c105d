"""A new key: the book is copied, written anew under it, compared, and put in place of the old one.

At every moment a whole book lies at its place, and the slots beside it hold its key: first the
former key alone, then both, then the new one alone. What a kill leaves behind is tidied up by the
next opening (`finish_rekey`).
"""

import os
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from itertools import zip_longest
from pathlib import Path

from kucho_desktop.core import keys
from kucho_desktop.core.book import Book
from kucho_desktop.core.check import problems_in
from kucho_desktop.core.connection import (
    Connection,
    DatabaseError,
    connect,
    explaining,
    fitting_key,
    refuse_without_file,
)
from kucho_desktop.core.errors import CannotKeep, CannotOpenFile
from kucho_desktop.core.former_keys import note_former_key
from kucho_desktop.core.i18n import _
from kucho_desktop.core.keeping import keep_copies
from kucho_desktop.core.lock import WriterLock
from kucho_desktop.core.room import refuse_without_room
from kucho_desktop.core.tables import TABLES
from kucho_desktop.core.upgrade import bring_up_to_date


def rekey(path: Path, password: str) -> str:
    """Give a closed book another key; gives its recovery code. The password stays the same.

    Raises WrongPassword, InUse, CannotOpenFile, or CannotKeep where nothing was changed.
    """
    refuse_without_file(path)
    slots = keys.read_slots(path)
    before = fitting_key(path, slots.all_keys(password))
    if before is None:
        slots.open(password)
        raise CannotOpenFile(_("The key file does not belong to this book."))
    lock = WriterLock(path)
    try:
        key = keys.new_key()
        anew = keys.anew_beside(path)
        with explaining(), _explaining_disk():
            _throw_away(anew)
            _copy_first(path, before)
            _write_anew(path, before, anew, key)
            _exchange(path, anew, slots, password, before, key)
    finally:
        lock.free()
    return keys.recovery_code(key)


def finish_rekey(path: Path, password: str, key: bytes) -> None:
    """After a kill: the slots hold the key that fits and no other; the unfinished file goes."""
    slots = keys.read_slots(path)
    with suppress(OSError):
        if len(slots.all_keys(password)) > 1:
            keys.write_slots(path, slots.book_id, password, key)
        _throw_away(keys.anew_beside(path))


def _copy_first(path: Path, before: bytes) -> None:
    """As for any other book that is closed; without a copy there is no new key."""
    with closing(connect(path, before, any_thread=True)) as db:
        bring_up_to_date(db, path, before, read_only=False)
    sentence = _("There is not enough room to write the book anew, so the key is as before.")
    refuse_without_room(path, path.parent, sentence)
    with closing(Book(path, before, read_only=True)) as book:
        book_id = book.about("book_id")
        if book_id and not book.about("practice"):
            keep_copies(book, book_id, datetime.now(), lambda *_far: None)


def _write_anew(path: Path, before: bytes, anew: Path, key: bytes) -> None:
    with closing(connect(path, before, any_thread=True)) as db:
        if problems_in(db):
            raise CannotKeep(
                _("This book itself is damaged. Please go back to an earlier backup of it.")
            )
        note_former_key(db, before)
        db.execute("INSERT OR REPLACE INTO about VALUES ('code_kept', '')")
        with closing(connect(anew, key, any_thread=True)) as copy:
            db.backup(copy, pages=500)
            copy.execute("PRAGMA journal_mode = DELETE")
        with closing(connect(anew, key, any_thread=True)) as copy:
            if problems_in(copy) or not _is_same(db, copy):
                raise CannotKeep(
                    _("The book could not be written anew, so the key is the same as before.")
                )
            copy.execute("PRAGMA journal_mode = DELETE")
    log = path.with_name(path.name + "-wal")
    if log.exists() and log.stat().st_size:  # it would be worked into the new file
        raise CannotKeep(_("The file is in use just now. Please try again in a moment."))


def _is_same(one: Connection, other: Connection) -> bool:
    """Row by row, every table; both lie in the same order, page for page."""
    for table in TABLES:
        sql = f'SELECT * FROM "{table}"'
        if not all(a == b for a, b in zip_longest(one.execute(sql), other.execute(sql))):
            return False
    return True


def _exchange(
    path: Path, anew: Path, slots: keys.KeyFile, password: str, before: bytes, key: bytes
) -> None:
    """Both keys in the slots, then the file, then the new key alone."""
    begins = keys.first_bytes(path)
    of_computer = [each for each in slots.slots if each.get("kind") == keys.COMPUTER]
    one = slots.without(keys.COMPUTER).with_password(password, key)
    one.also(password, before).write(keys.key_file_of(path))
    try:
        os.replace(anew, path)
    except OSError:
        slots.write(keys.key_file_of(path))
        raise
    _settle(path.parent)
    keys.write_slots(path, slots.book_id, password, key)
    keys.forget_copy(slots.book_id, begins)
    if of_computer:  # it held the former key
        from kucho_desktop.core.computer_slot import forget_secrets

        forget_secrets(of_computer)


def _settle(folder: Path) -> None:
    """A name is on the disk only once its folder is; Windows does so by itself."""
    if sys.platform != "win32":
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def _throw_away(anew: Path) -> None:
    for end in ("", "-wal", "-shm", "-journal"):
        anew.with_name(anew.name + end).unlink(missing_ok=True)


@contextmanager
def _explaining_disk() -> Iterator[None]:
    """A disk that is full or gone is told in words."""
    try:
        yield
    except (OSError, DatabaseError) as error:
        raise CannotKeep(
            _("The book could not be written anew, so the key is the same as before.")
        ) from error
