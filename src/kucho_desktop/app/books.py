"""Opening and making books with what the rooms do at the end of every step."""

from datetime import date
from pathlib import Path

from kucho_desktop.association.model import own_words
from kucho_desktop.association.store import the_association
from kucho_desktop.core import i18n, opening
from kucho_desktop.core.book import Book
from kucho_desktop.core.upkeep import Upkeep
from kucho_desktop.households.store import (
    derive_new_day,
    derive_today,
    refuse_lost_places,
    refuse_two_heads,
)
from kucho_desktop.tonarigumi.store import refuse_lost_groups

UPKEEP = Upkeep(
    derive=(derive_today,),
    new_day=(derive_new_day,),
    rules=(refuse_lost_places, refuse_lost_groups, refuse_two_heads),
)


def open_book(
    path: Path, password: str, *, read_only: bool = False, today: date | None = None
) -> Book:
    """Raises WrongPassword, InUse or CannotOpenFile, each with a sentence."""
    i18n.call_things({})
    book = opening.open_book(path, password, UPKEEP, read_only=read_only, today=today)
    i18n.call_things(own_words(the_association(book)))
    return book


def create_book(
    path: Path, password: str, *, today: date | None = None, practice: bool = False
) -> tuple[Book, str]:
    """An empty book and its recovery code. Raises CannotKeep if the file is there already."""
    i18n.call_things({})
    return opening.create_book(path, password, UPKEEP, today=today, practice=practice)
