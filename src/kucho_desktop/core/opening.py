"""From a path and a password to the open book; making a new one."""

from datetime import date
from pathlib import Path

from kucho_desktop.core import keys
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import CannotKeep, CannotOpenFile
from kucho_desktop.core.i18n import _
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
    if not path.is_file():
        raise CannotOpenFile(_("There is no file at this place: {path}").format(path=path))
    key = keys.read_slots(path).open(password)
    return Book(path, key, upkeep=upkeep, read_only=read_only, today=today)
