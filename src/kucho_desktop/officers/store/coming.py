"""Who may fill an empty place of a coming year: who holds it now, or whose turn it is."""

from collections.abc import Sequence

from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.fiscal_years import FiscalYear
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.officers.model import Seat
from kucho_desktop.officers.model.seats import last_of_term
from kucho_desktop.officers.store.officers import (
    appoint,
    appoint_many,
    head_of_house,
    seats_on,
)
from kucho_desktop.officers.store.turns import leader_post, rota_of, rotas

_WHO = ("member_id", "name", "kana", "phone", "address", "publicity")


def _place(seat: Seat) -> tuple[int, int | None]:
    return seat.appointment.post_id, seat.appointment.tonarigumi_id


def holder_now(book: Book, seat: Seat, among: Sequence[Seat]) -> Seat | None:
    """Who holds a place today that is empty among the seats of a later day.

    Nobody where it goes by turns, and nobody who has gone.
    """
    if not seat.is_vacant or seat.of_post.choosing == "rota":
        return None
    place = [each.id for each in among if _place(each) == _place(seat)].index(seat.id)
    held = [each for each in seats_on(book, book.today) if _place(each) == _place(seat)]
    there = held[place] if place < len(held) else None
    return there if there and not (there.is_vacant or there.gone) else None


def stay_in_office(book: Book, holder: Seat, year: FiscalYear) -> int:
    """Let somebody go on for another term from the first day of a year; gives the id."""
    own = holder.appointment
    values = {name: getattr(own, name) for name in ("post_id", "tonarigumi_id", *_WHO)}
    with book.step(N_("Another term in the post {post}"), post=holder.post):
        return appoint(book, {**values, "since": year.first.isoformat()})


def turn_for(book: Book, seat: Seat, year: FiscalYear) -> tuple[int, str] | None:
    """The member and the name of whose turn it is, for an empty place that goes by turns."""
    group, leader = seat.appointment.tonarigumi_id, leader_post(book)
    if not seat.is_vacant or group is None or leader is None or seat.of_post.id != leader.id:
        return None
    for turn in rota_of(book, group).turns:
        if turn.year == year and turn.household_id:
            head = head_of_house(book, turn.household_id, book.today)
            return (head, turn.name) if head else None
    return None


def put_in_turns(book: Book, year: FiscalYear) -> int:
    """Let every group without a leader in a year have the one whose turn it is; gives how many.

    Raises NotAllowed where there is none to put in.
    """
    empty = [
        seat
        for seat in seats_on(book, year.first)
        if seat.is_vacant and seat.of_post == leader_post(book)
    ]
    groups = [group for seat in empty if (group := seat.appointment.tonarigumi_id) is not None]
    found = [
        (rota.group_id, head)
        for rota in rotas(book, groups)
        for turn in rota.turns
        if turn.year == year and turn.household_id
        if (head := head_of_house(book, turn.household_id, book.today))
    ]
    if not found:
        raise NotAllowed(_("In no group without a leader is it anybody's turn."))
    with book.step(N_("Put in the leaders of {year} by turns"), year=year.title):
        post = empty[0].of_post
        last = last_of_term(year.first, post.term, year.last).isoformat()
        days = {"since": year.first.isoformat(), "last": last}
        rows = [{"post_id": post.id, "tonarigumi_id": g, "member_id": h, **days} for g, h in found]
        appoint_many(book, rows)
    return len(found)
