"""From a path and a password to the open book; making a new one."""

from datetime import date
from pathlib import Path

from kucho_desktop.core import keys
from kucho_desktop.core.book import Book
from kucho_desktop.core.connection import fitting_key
from kucho_desktop.core.errors import CannotKeep, CannotOpenFile, InUse, LiesReadOnly
from kucho_desktop.core.i18n import _
from kucho_desktop.core.rekey import anew_beside, finish_rekey
from kucho_desktop.core.upkeep import Upkeep


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
    book_id = uuid.uuid4().hex
    try:
        book = Book(path, key, upkeep=upkeep, today=today)
    except OSError as error:
        raise CannotKeep(
            _("No book can be made here: {path}. Please choose another folder.").format(path=path)
        ) from error
    try:
        keys.write_slots(path, book_id, password, key)
        with book.aside():
            book.set_about("book_id", book_id)
            book.set_about("practice", "1" if practice else "")
    except BaseException:
        book.close()
        path.unlink(missing_ok=True)
        raise
    return book, keys.recovery_code(key)


def open_book(
    path: Path,
    password: str,
    upkeep: Upkeep,
    *,
    read_only: bool = False,
    today: date | None = None,
) -> Book:
    """Raises WrongPassword, InUse or CannotOpenFile, each with a sentence."""
    _refuse_without_file(path)
    slots = keys.read_slots(path)
    found = slots.keys_of(password)
    was_cut_short = len(found) > 1
    key = (fitting_key(path, found) if was_cut_short else None) or found[0]
    book = Book(path, key, upkeep=upkeep, read_only=read_only, today=today)
    if not read_only and (was_cut_short or anew_beside(path).exists()):
        finish_rekey(path, password, key)
    return book


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
    _refuse_without_file(path)
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


def _refuse_without_file(path: Path) -> None:
    if not path.is_file():
        raise CannotOpenFile(_("There is no file at this place: {path}").format(path=path))
