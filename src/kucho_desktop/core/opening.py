"""From a path and a password to the open book; making a new one."""

import os
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

from kucho_desktop.core import keys
from kucho_desktop.core.book import Book
from kucho_desktop.core.connection import connect, fitting_key, refuse_without_file
from kucho_desktop.core.errors import (
    CannotKeep,
    CannotOpenFile,
    DoesNotFit,
    InUse,
    LiesReadOnly,
)
from kucho_desktop.core.i18n import _
from kucho_desktop.core.upkeep import Upkeep

_PAGE = 4096
"""Bytes: a book is a whole number of these."""


def create_book(
    path: Path,
    password: str,
    upkeep: Upkeep,
    *,
    today: date | None = None,
    practice: bool = False,
) -> tuple[Book, str]:
    """Make an empty book and its key slots; also gives the recovery code, this once.

    Raises CannotKeep if there already is a file of this name.
    """
    import uuid  # for new books alone

    problem = keys.problem_with_password(password)
    if problem:
        raise CannotKeep(problem)
    if path.exists():
        raise CannotKeep(_("There is already a book of this name. Please choose another name."))
    key = keys.new_key()
    try:
        _make_whole(path, password, key, uuid.uuid4().hex, upkeep, today, practice)
        return Book(path, key, upkeep=upkeep, today=today), keys.recovery_code(key)
    except OSError as error:
        _throw_away(path)
        raise CannotKeep(
            _("No book can be made here: {path}. Please choose another folder.").format(path=path)
        ) from error
    except BaseException:
        _throw_away(path)
        raise


def _make_whole(
    path: Path,
    password: str,
    key: bytes,
    book_id: str,
    upkeep: Upkeep,
    today: date | None,
    practice: bool,
) -> None:
    """Beside its place first: a book without slots would be nobody's, and be in the way."""
    part = path.with_name(path.name + ".part")
    try:
        _throw_away(part)
        with closing(Book(part, key, upkeep=upkeep, today=today)) as book, book.aside():
            book.set_about("book_id", book_id)
            book.set_about("practice", "1" if practice else "")
        slots = keys.KeyFile(book_id).with_password(password, key)
        slots.write(keys.key_file_of(path))
        os.replace(part, path)
        keys.read_slots(path)
    finally:
        _throw_away(part)


def _throw_away(path: Path) -> None:
    """What was begun and is nobody's, with all that lies beside it."""
    for end in ("", "-wal", "-shm", "-journal", ".keys", ".lock"):
        with suppress(OSError):
            path.with_name(path.name + end).unlink(missing_ok=True)


def open_book(
    path: Path,
    password: str,
    upkeep: Upkeep,
    *,
    read_only: bool = False,
    today: date | None = None,
) -> Book:
    """Raises WrongPassword, InUse or CannotOpenFile, each with a sentence."""
    refuse_without_file(path)
    slots = _slots_of(path)
    found = slots.all_keys(password)
    was_cut_short = len(found) > 1
    if not found:
        strayed = _strayed_key(path, slots, password)
        if strayed is None:
            raise keys.wrong_password()
        found = [strayed]
    key = (fitting_key(path, found) if was_cut_short else None) or found[0]
    try:
        book = Book(path, key, upkeep=upkeep, read_only=read_only, today=today)
    except DoesNotFit as error:
        key = _strayed_key(path, slots, password) or b""
        if not key:
            raise _whose_key(path, error) from error
        book = Book(path, key, upkeep=upkeep, read_only=read_only, today=today)
    if not read_only and (was_cut_short or keys.anew_beside(path).exists()):
        from kucho_desktop.core.rekey import finish_rekey  # hardly ever

        finish_rekey(path, password, key)
    return book


def _slots_of(path: Path) -> keys.KeyFile:
    """Without slots a book is unharmed; some other file is no book, and that is said instead."""
    try:
        return keys.read_slots(path)
    except CannotOpenFile:
        if not _looks_like_a_book(path):
            connect(path, keys.new_key(), as_it_lies=True).close()
        raise


def _strayed_key(path: Path, beside: keys.KeyFile, password: str) -> bytes | None:
    """The key of a book beside which the slots of another one lie: from the copy of its own."""
    for slots in keys.strayed_slots(path, beside):
        key = fitting_key(path, slots.all_keys(password))
        if key is not None:
            return key
    return None


def _whose_key(path: Path, error: DoesNotFit) -> DoesNotFit:
    """What looks like a book may be whole: then the slots beside it are those of another."""
    if not _looks_like_a_book(path):
        return error
    return DoesNotFit(
        _(
            "The key file beside this book does not fit: it is that of another book, or the book"
            " is damaged. Nothing was changed. Please put its own key file beside it, or open it"
            " with the recovery code."
        )
    )


def _looks_like_a_book(path: Path) -> bool:
    """Whole pages of what means nothing without a key."""
    with path.open("rb") as file:
        begins = file.read(_PAGE)
    if len(begins) < _PAGE or path.stat().st_size % _PAGE or begins.startswith(b"SQLite format"):
        return False
    return any(begins) and not begins.isascii()


def open_on_this_computer(
    path: Path, upkeep: Upkeep, *, read_only: bool = False, today: date | None = None
) -> Book | None:
    """Without the password, where the user wanted it so; None where it has to be asked for."""
    from kucho_desktop.core.computer_slot import has_slot, open_slot

    key = open_slot(path) if path.is_file() and has_slot(path) else None
    return Book(path, key, upkeep=upkeep, read_only=read_only, today=today) if key else None


def open_with_code(path: Path, code: str, upkeep: Upkeep, *, today: date | None = None) -> Book:
    """Open a book whose password is forgotten, or whose key file is lost.

    Raises WrongRecoveryCode where the code has a mistake or is that of another book.
    """
    refuse_without_file(path)
    key = keys.key_from_recovery_code(code)
    try:
        return Book(path, key, upkeep=upkeep, today=today)
    except CannotOpenFile as error:
        if isinstance(error, InUse | LiesReadOnly) or fitting_key(path, [key]):
            raise
        raise keys.WrongRecoveryCode(
            _(
                "The code is typed rightly, but it does not open this book. The sheet may belong to"
                " another book, or be from before the key was made anew. Nothing was changed."
            )
        ) from error


def give_password(book: Book, key: bytes, password: str) -> None:
    """Let this password, and no former one, open the book. Raises CannotKeep.

    A key that does not open the file would lock everybody out: ValueError.
    """
    import uuid

    if fitting_key(book.path, [key]) is None:
        raise ValueError("this is not the key of the book")
    problem = keys.problem_with_password(password)
    if problem:
        raise CannotKeep(problem)
    book_id = book.about("book_id")
    try:
        if not book_id:
            book_id = uuid.uuid4().hex
            with book.aside():
                book.set_about("book_id", book_id)
        keys.write_slots(book.path, book_id, password, key)
    except OSError as error:
        raise CannotKeep(
            _(
                "The key file beside the book cannot be written, so the password is the same as"
                " before. Please see whether the disk or memory stick is still there."
            )
        ) from error


def change_password(book: Book, before: str, password: str) -> None:
    """Only the slots are written anew. Raises WrongPassword, CannotOpenFile or CannotKeep."""
    give_password(book, keys.read_slots(book.path).open(before), password)
