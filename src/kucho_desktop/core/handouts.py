"""The hand-out log: which paper with personal data went to whom, for what, under which numbers.

個人情報保護法 29条 asks for such a record; numbered copies can be called back.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book


@dataclass(frozen=True)
class Handout:
    """Copies first_copy … first_copy + copies - 1 of a paper, given out at once.

    households: how many stood on it. back: how many copies were returned or shredded. lost: how
    many are known to be lost.
    """

    id: int
    at: datetime
    paper: str
    audience: Audience
    for_whom: str
    purpose: str
    first_copy: int
    copies: int
    households: int = 0
    back: int = 0
    lost: int = 0

    @property
    def numbers(self) -> range:
        """The numbers that its copies bear."""
        return range(self.first_copy, self.first_copy + self.copies)

    @property
    def out(self) -> int:
        """How many copies are still with somebody, or lost."""
        return self.copies - self.back


def next_copy(book: Book, paper: str) -> int:
    """The number that the next copy of this paper will bear, counting for ever."""
    found = book.tuples(
        "SELECT coalesce(max(first_copy + copies), 1) FROM handout WHERE paper = :paper",
        paper=paper,
    )
    return int(found[0][0])


def log_handout(
    book: Book,
    paper: str,
    audience: Audience,
    *,
    for_whom: str,
    purpose: str,
    copies: int = 1,
    who: Collection[int] = (),
    first: int = 0,
) -> int:
    """Write a line in the log; gives the number of the first copy.

    who: the households that stand on it, so that each can be told where it stood.
    first: the number that the first of them bears already; 0 for the next one that is free.
    """
    with book.aside():
        first = first or next_copy(book, paper)
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
        line = book.tuples("SELECT max(id) FROM handout")[0][0]
        book.run_many(
            "INSERT INTO handout_household VALUES (?, ?)", ((line, id_) for id_ in sorted(set(who)))
        )
    return first


RETURNED, SHREDDED, LOST = "returned", "shredded", "lost"
"""What became of a copy; one of which nothing is known is still out."""

_STATE = "(SELECT count(*) FROM handout_copy WHERE handout_copy.handout = handout.id AND how {})"
_COUNTS = f"""(SELECT count(*) FROM handout_household
    WHERE handout_household.handout = handout.id) AS households,
    {_STATE.format("<> 'lost'")} AS back, {_STATE.format("= 'lost'")} AS lost"""


def all_handouts(book: Book) -> list[Handout]:
    """Newest first."""
    return _handouts(book.rows(f"SELECT handout.*, {_COUNTS} FROM handout ORDER BY id DESC"))


def handout(book: Book, id_: int) -> Handout | None:
    """None where there is none of this id."""
    found = book.rows(f"SELECT handout.*, {_COUNTS} FROM handout WHERE id = :id", id=id_)
    return next(iter(_handouts(found)), None)


def name_receiver(book: Book, id_: int, for_whom: str) -> None:
    """Write down afterwards to whom it was given."""
    with book.aside():
        book.run("UPDATE handout SET for_whom = :whom WHERE id = :id", whom=for_whom, id=id_)


def handouts_about(book: Book, household_id: int) -> list[Handout]:
    """Those on which a household stood, newest first."""
    found = book.rows(
        f"""SELECT handout.*, {_COUNTS} FROM handout_household JOIN handout ON handout.id = handout
        WHERE household = :id ORDER BY handout.id DESC""",
        id=household_id,
    )
    return _handouts(found)


def _handouts(rows: Iterable[Mapping[str, Any]]) -> list[Handout]:
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
            row["households"],
            row["back"],
            row["lost"],
        )
        for row in rows
    ]
