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


def open_book(
    path: Path, password: str, *, read_only: bool = False, today: date | None = None
) -> Book:
    """Raises WrongPassword, InUse or CannotOpenFile, each with a sentence."""
    book = opening.open_book(path, password, UPKEEP, read_only=read_only, today=today)
    i18n.call_things({})  # not before: with a wrong password the book at hand stays open
    i18n.call_things(own_words(book))
    return book


def open_with_code(path: Path, code: str, *, today: date | None = None) -> Book:
    """By the recovery code. Raises WrongRecoveryCode, InUse or CannotOpenFile."""
    book = opening.open_with_code(path, code, UPKEEP, today=today)
    i18n.call_things({})
    i18n.call_things(own_words(book))
    return book


def open_again(book: Book) -> Book:
    """Another file lies at the place of a book that was closed. Raises CannotOpenFile."""
    again = Book(book.path, book.key, upkeep=UPKEEP)
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
