"""What became of the numbered copies of a paper: returned, shredded, lost, or still out.

Like the hand-out log itself this is not journaled: it stays when people are erased.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from kucho_desktop.core.audiences import CHIEF_ONLY, Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.handouts import Handout, all_handouts


@dataclass(frozen=True)
class Copy:
    """how: RETURNED, SHREDDED or LOST. on: the day on which that was noted."""

    number: int
    how: str
    on: date


def copies_of(book: Book, handout: int) -> dict[int, Copy]:
    """By number; copies that are still out are not in it."""
    found = book.tuples(
        "SELECT number, how, noted_on FROM handout_copy WHERE handout = :id ORDER BY number",
        id=handout,
    )
    return {number: Copy(number, how, date.fromisoformat(on)) for number, how, on in found}


def tick_copies(book: Book, handout: int, numbers: Collection[int], how: str, on: date) -> None:
    """Note what became of these copies; how "" means that they are out after all."""
    with book.aside():
        book.run_many(
            "DELETE FROM handout_copy WHERE handout = ? AND number = ?",
            ((handout, number) for number in numbers),
        )
        if how:
            book.run_many(
                "INSERT INTO handout_copy VALUES (?, ?, ?, ?)",
                ((handout, number, how, on.isoformat()) for number in numbers),
            )


def still_out(book: Book) -> list[Handout]:
    """The hand-outs of which copies are with somebody, oldest first; not what the chief keeps."""
    return [
        each
        for each in reversed(all_handouts(book))
        if each.out and each.audience not in CHIEF_ONLY
    ]


def last_receiver(book: Book, paper: str, audience: Audience) -> str:
    """To whom this paper was given last time; empty if nobody was named."""
    found = book.tuples(
        """SELECT for_whom FROM handout WHERE paper = :paper AND audience = :audience
        ORDER BY id DESC LIMIT 1""",
        paper=paper,
        audience=audience.value,
    )
    named = found[0][0] if found else ""
    return "" if named == audience.title else str(named)


def households_on(book: Book, handout: int) -> list[int]:
    """The ids of the households that stood on it."""
    found = book.tuples(
        "SELECT household FROM handout_household WHERE handout = :id ORDER BY household",
        id=handout,
    )
    return [id_ for (id_,) in found]
