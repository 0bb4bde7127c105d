"""Who answers for a household on which days, and what that makes of the others' relations."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

from kucho_desktop.core import periods
from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import show_date
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.i18n import _
from kucho_desktop.households.model import DWELLED, HEAD, HOME, MEMBERSHIP
from kucho_desktop.households.model.relations import relation_after

if TYPE_CHECKING:
    from sqlite_utils import Database


@contextmanager
def event(book: Book, message: str, ids: Sequence[int], **values: str) -> Iterator["Database"]:
    """One step for the whole event.

    Refused where it would leave people of one of these households without a head, or one of the
    households without people.
    """
    sound = [id_ for id_ in ids if headless_day(book, id_) is None]
    lived_in = [id_ for id_ in ids if deserted_day(book, id_) is None]
    with book.step(message, **values) as db:
        yield db
        for id_ in sound:
            _refuse_headless(headless_day(book, id_))
        for id_ in lived_in:
            _refuse_deserted(deserted_day(book, id_))


def refuse_unsound(book: Book, id_: int) -> None:
    """What an event sets up has people, and a head among them, as long as it is there."""
    _refuse_headless(headless_day(book, id_))
    _refuse_deserted(deserted_day(book, id_))


def _refuse_headless(day: str | None) -> None:
    if day is not None:
        raise NotAllowed(
            _("From {day} on nobody would be the head. Please choose who is the head then.").format(
                day=show_date(day)
            )
            if day
            else _("Nobody would be the head. Please choose who is the head then.")
        )


def _refuse_deserted(day: str | None) -> None:
    if day is not None:
        raise NotAllowed(
            _(
                "From {day} on a household would be left without people, because of what is written"
                " down for that day. Please take that back first."
            ).format(day=show_date(day) if day else "")
        )


def deserted_day(book: Book, household_id: int) -> str | None:
    """The first day on which nobody lives in a household that people belong to, or None."""
    homes = homes_in(book, household_id)
    spans = book.rows(
        f"SELECT * FROM {MEMBERSHIP} WHERE household_id = :id ORDER BY since", id=household_id
    )
    for span in spans:
        inside = (span["since"], *(row["until"] for row in homes))
        for day in sorted(each for each in inside if span["since"] <= each < span["until"]):
            lived_in = any(row["since"] <= day < row["until"] for row in homes)
            if span["membership"] in DWELLED and not lived_in:
                return str(day)
    return None


def homes_in(book: Book, household_id: int) -> list[dict[str, Any]]:
    """Every interval of living in a household, with the sex of who lives there."""
    return book.rows(
        f"""SELECT {HOME}.*, member.gender FROM {HOME} JOIN member ON member.id = {HOME}.member_id
        WHERE household_id = :id ORDER BY since, {HOME}.id""",
        id=household_id,
    )


def headless_day(book: Book, household_id: int) -> str | None:
    """The first day (ISO, '' always) on which people live there but no head; None if there is none.

    Two heads at a time are no head either.
    """
    homes = homes_in(book, household_id)
    for day in sorted({row["since"] for row in homes} | {row["until"] for row in homes}):
        there = [row for row in homes if row["since"] <= day < row["until"]]
        if there and sum(row["relation"] == HEAD for row in there) != 1:
            return str(day)
    return None


def give_a_head(book: Book, household_id: int, next_head: int | None) -> None:
    """Let this person be the head from the day on which nobody is."""
    day = headless_day(book, household_id)
    if day is not None:
        if not next_head or not day:
            _refuse_headless(day)
        assert next_head is not None
        be_head(book, household_id, next_head, date.fromisoformat(day))


def be_head(book: Book, household_id: int, member_id: int, day: date) -> None:
    """Let a person be the head from a day until another one, already written down, is.

    The others' relations are said anew, as seen from the new head.
    """
    homes = homes_in(book, household_id)
    first = day.isoformat()
    became = next(
        (
            row["relation"]
            for row in homes
            if row["member_id"] == member_id and row["since"] <= first < row["until"]
        ),
        None,
    )
    if became is None:
        raise NotAllowed(_(periods.NOT_THERE))
    last = min(
        (row["since"] for row in homes if row["relation"] == HEAD and row["since"] > first),
        default=periods.OPEN,
    )
    partner = next((row["relation"] for row in homes if row["relation"] in ("妻", "夫")), "")
    for row in homes:
        if row["until"] > first and row["since"] < last:
            after = relation_after(became, row["relation"], row["gender"], partner)
            relation = HEAD if row["member_id"] == member_id else after
            _relate(book, row, max(row["since"], first), last, relation)


def _relate(book: Book, row: dict[str, Any], first: str, last: str, relation: str) -> None:
    """Let a relation hold within one interval of living there, from `first` to before `last`."""
    owner = {"member_id": row["member_id"]}
    if first == periods.ALWAYS or relation == row["relation"]:
        return
    with book.step("") as db:
        periods.change_from(db, HOME, owner, date.fromisoformat(first), relation=relation)
        if last < row["until"]:
            back = date.fromisoformat(last)
            periods.change_from(db, HOME, owner, back, relation=row["relation"])
