"""Names that are written otherwise where a character is missing, and a person's further names."""

from collections.abc import Mapping
from typing import Any

from kucho_desktop.core.book import Book
from kucho_desktop.core.i18n import N_
from kucho_desktop.core.rows import change_row


def substitutes(book: Book) -> Mapping[str, str]:
    """Name → what is written for it where a font or a charset lacks one of its characters.

    The name by which a person goes is none of these: whoever chose it can write it.
    """
    found = book.tuples(
        "SELECT name, drawn_as FROM member WHERE drawn_as <> '' AND name <> '' ORDER BY id"
    )
    return {name: written for name, written in found if name != written}


def change_names(book: Book, member_id: int, name: str, values: Mapping[str, Any]) -> None:
    """Keep a person's former name, other name or substitute. name: what the history calls him."""
    with book.step(N_("Change further names of {member}"), member=name) as db:
        change_row(db, "member", member_id, values)
