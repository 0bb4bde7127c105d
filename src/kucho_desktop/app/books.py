"""Opening and making books with what the rooms do at the end of every step."""

from datetime import date
from pathlib import Path

from kucho_desktop.association.store import own_words
from kucho_desktop.core import i18n, opening
from kucho_desktop.core.book import Book
from kucho_desktop.core.journal import Changes
from kucho_desktop.core.upkeep import Upkeep


def _derive(book: Book, changes: Changes) -> None:
    """The rooms are loaded with the first step, not with the window."""
    from kucho_desktop.households.store import derive_today

    derive_today(book, changes)


def _derive_new_day(book: Book, before: str, now: str) -> None:
    from kucho_desktop.households.store import derive_new_day

    derive_new_day(book, before, now)


def _sweep(book: Book, before: str, now: str) -> None:
    from kucho_desktop.core.attachments import sweep_pictures

    sweep_pictures(book, before, now)


def _derive_anew(book: Book) -> None:
    from kucho_desktop.households.store import derive_anew

    derive_anew(book)


def _judge(book: Book, changes: Changes) -> None:
    from kucho_desktop.households import store
    from kucho_desktop.officers.store import refuse_lost_officers
    from kucho_desktop.tonarigumi.store import refuse_circles, refuse_lost_groups

    if "tonarigumi" in changes:
        from kucho_desktop.circulars.store import refuse_lost_needs

        refuse_lost_needs(book, changes)
    for rule in (
        refuse_lost_officers,
        store.refuse_lost_places,
        refuse_lost_groups,
        refuse_circles,
        store.refuse_two_heads,
        store.refuse_two_rounds,
    ):
        rule(book, changes)


UPKEEP = Upkeep(
    derive=(_derive,),
    new_day=(_derive_new_day, _sweep),
    rules=(_judge,),
    anew=(_derive_anew,),
)


def _follow_erasures(book: Book) -> Book:
    """Who was erased is erased from a copy, too, before anybody looks at it.

    What an erasure that was cut short left in the file is cleaned by the erasing by itself.
    """
    from kucho_desktop.core.places import settings_folder

    book_id = book.about("book_id")
    folders = [settings_folder() / "erased", book.path.parent]
    names = (f"{book_id}.json", "erased.json")
    if book.read_only or not any((f / n).exists() for f, n in zip(folders, names, strict=True)):
        return book
    from kucho_desktop.core.erased import follow, read_outside

    try:
        follow(book, read_outside(book_id, [book.path.parent]))
    except BaseException:
        book.close()
        raise
    return book


def open_book(
    path: Path, password: str, *, read_only: bool = False, today: date | None = None
) -> Book:
    """Raises WrongPassword, InUse or CannotOpenFile, each with a sentence."""
    book = _follow_erasures(
        opening.open_book(path, password, UPKEEP, read_only=read_only, today=today)
    )
    i18n.call_things({})  # not before: with a wrong password the book at hand stays open
    i18n.call_things(own_words(book))
    return book


def open_on_this_computer(path: Path, *, read_only: bool = False) -> Book | None:
    """Without the password, where the user wanted it so; None where it has to be asked for."""
    book = opening.open_on_this_computer(path, UPKEEP, read_only=read_only)
    if book is not None:
        i18n.call_things({})
        i18n.call_things(own_words(book))
    return book


def open_with_code(path: Path, code: str, *, today: date | None = None) -> Book:
    """By the recovery code. Raises WrongRecoveryCode, InUse or CannotOpenFile."""
    book = _follow_erasures(opening.open_with_code(path, code, UPKEEP, today=today))
    i18n.call_things({})
    i18n.call_things(own_words(book))
    return book


def open_again(book: Book) -> Book:
    """Another file lies at the place of a book that was closed. Raises CannotOpenFile."""
    again = _follow_erasures(Book(book.path, book.key, upkeep=UPKEEP))
    i18n.call_things({})
    i18n.call_things(own_words(again))
    return again


def create_book(
    path: Path, password: str, *, today: date | None = None, practice: bool = False
) -> tuple[Book, str]:
    """An empty book and its recovery code. Raises CannotKeep if the file is there already."""
    made = opening.create_book(path, password, UPKEEP, today=today, practice=practice)
    i18n.call_things({})
    return made
