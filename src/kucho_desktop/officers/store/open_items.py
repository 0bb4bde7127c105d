"""What of the posts waits to be done: places that are empty, terms that end, officers who are gone.

Nothing ends by itself: the chief decides.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from kucho_desktop.association.store import fiscal_year
from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import show_date
from kucho_desktop.core.found import OpenItem
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.officers.model import Seat
from kucho_desktop.officers.store.kept import day_after
from kucho_desktop.officers.store.officers import seats_on, year_after
from kucho_desktop.officers.store.shelves import APPOINTMENTS, NOMINATIONS, POSTS

_NEXT_YEAR = timedelta(days=183)
"""From half a year before on the next officers are looked for."""
_SOON = timedelta(days=60)
_NAMED = 3
ROOM = "officers"


def open_items(book: Book) -> Iterator[OpenItem]:
    """Sentences, each with the part of the room where it is dealt with."""
    yield from _of_posts(book)
    yield from _of_nominations(book)


def _of_posts(book: Book) -> Iterator[OpenItem]:
    if not POSTS.all(book) or not APPOINTMENTS.all(book):
        return  # nothing is written down yet: the room itself says what to do
    today, year = book.today, fiscal_year(book)
    seats = seats_on(book, today)
    yield from (_gone(seat) for seat in seats if seat.gone)
    empty = [seat for seat in seats if seat.is_vacant]
    if empty:
        sentence = n_("{count} post is vacant: {posts}", "{count} posts are vacant: {posts}",
                      len(empty))  # fmt: skip
        yield OpenItem(sentence.format(count=len(empty), posts=_listed(empty)), ROOM, "officers")
    yield from _ending(book, seats, year.last)
    coming = year_after(book, year)
    if year.last - today <= _NEXT_YEAR:
        lacking = [seat for seat in seats_on(book, coming.first) if seat.is_vacant]
        if lacking:
            sentence = n_(
                "For {year} {count} officer is still to be found.",
                "For {year} {count} officers are still to be found.",
                len(lacking),
            )
            said = sentence.format(year=coming.title, count=len(lacking))
            yield OpenItem(said, ROOM, "next-year")


def _gone(seat: Seat) -> OpenItem:
    if seat.has_died:
        sentence = _("{name} ({post}) has died. Please decide who takes over the post.")
    else:
        sentence = _(
            "{name} ({post}) lives here no more since {day}. Please decide whether the post ends."
        )
    day = show_date(seat.gone, weekday=False)
    return OpenItem(sentence.format(name=seat.name, post=post_of(seat), day=day), ROOM, "officers")


def _ending(book: Book, seats: Sequence[Seat], last_of_year: date) -> Iterator[OpenItem]:
    """Terms that end soon, with nobody behind; those that end with the year are told together."""
    by = (book.today + _SOON).isoformat()
    ending = [seat for seat in seats if seat.last and seat.last <= by]
    for seat in ending:
        day = date.fromisoformat(seat.last)
        if day == last_of_year:
            continue
        after = seats_on(book, date.fromisoformat(day_after(seat.last)))
        own = seat.appointment
        same = (own.post_id, own.tonarigumi_id)
        if any(
            each.is_vacant and (each.appointment.post_id, each.appointment.tonarigumi_id) == same
            for each in after
        ):
            said = _("The term of {name} ({post}) ends on {day}.")
            shown = show_date(day, weekday=False)
            text = said.format(name=seat.name, post=post_of(seat), day=shown)
            yield OpenItem(text, ROOM, "officers")


def _listed(seats: Sequence[Seat]) -> str:
    named = _(", ").join(dict.fromkeys(post_of(seat) for seat in seats[:_NAMED]))
    return _("{posts} and others").format(posts=named) if len(seats) > _NAMED else named


def post_of(seat: Seat) -> str:
    """The post with its group, where there is one in each."""
    return " ".join(part for part in (seat.group, seat.post) if part)


def _of_nominations(book: Book) -> Iterator[OpenItem]:
    for each in NOMINATIONS.all(book):
        if not each.is_urgent(book.today):
            continue
        if each.deadline < book.today.isoformat():
            said = _("{post}: the name was to be handed in by {day}, and is not yet.")
        else:
            said = _("{post}: a name is to be handed in by {day}.")
        day = show_date(each.deadline)
        yield OpenItem(said.format(post=each.post, day=day), ROOM, "nominations")
