"""The hand-out log: which paper with personal data went to whom, for what, under which numbers.

個人情報保護法 29条 asks for such a record; numbered copies can be called back.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book


@dataclass(frozen=True)
class Handout:
    """Copies first_copy … first_copy + copies - 1 of a paper, given out at once."""

    id: int
    at: datetime
    paper: str
    audience: Audience
    for_whom: str
    purpose: str
    first_copy: int
    copies: int


def next_copy(book: Book, paper: str) -> int:
    """The number that the next copy of this paper will bear, counting for ever."""
    found = book.tuples(
        "SELECT coalesce(max(first_copy + copies), 1) FROM handout WHERE paper = :paper",
        paper=paper,
    )
    return int(found[0][0])


def log_handout(
    book: Book, paper: str, audience: Audience, *, for_whom: str, purpose: str, copies: int = 1
) -> int:
    """Write a line in the log; gives the number of the first copy."""
    with book.aside():
        first = next_copy(book, paper)
        book.run(
            "INSERT INTO handout (at, paper, audience, for_whom, purpose, first_copy, copies)"
            " VALUES (:at, :paper, :audience, :for_whom, :purpose, :first, :copies)",
            at=datetime.now(UTC).isoformat(timespec="seconds"),
            paper=paper,
            audience=audience.value,
            for_whom=for_whom,
            purpose=purpose,
            first=first,
            copies=copies,
        )
    return first


def all_handouts(book: Book) -> list[Handout]:
    """Newest first."""
    return [
        Handout(
            row["id"],
            datetime.fromisoformat(row["at"]).astimezone(),
            row["paper"],
            Audience(row["audience"]),
            row["for_whom"],
            row["purpose"],
            row["first_copy"],
            row["copies"],
        )
        for row in book.rows("SELECT * FROM handout ORDER BY id DESC")
    ]
