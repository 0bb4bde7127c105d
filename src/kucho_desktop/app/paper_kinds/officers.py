"""The papers of the posts and officers: what each takes from the book."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kucho_desktop.app.paper_request import OFFICES, Choices, Paper, PaperOption, Request, chosen
from kucho_desktop.association.store import fiscal_year
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.fields import Shown, shown
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.officers.model import Seat
from kucho_desktop.officers.store import seats_on
from kucho_desktop.officers.store.past import PastHolder, history_of_posts
from kucho_desktop.paper.imprint import Imprint, Printed

if TYPE_CHECKING:
    from kucho_desktop.officers.papers.officer_lists import Officers, PastYears

_BOARD = (Audience.OFFICERS, Audience.CHIEF)
_GIVEN = (Audience.EVERY_HOUSEHOLD, Audience.OFFICERS, Audience.CITY, Audience.NOTICE_BOARD)


def _which(_book: Book) -> Choices:
    return (
        ("all", _("All officers")),
        ("board", _("Without the leaders of the groups")),
        ("leaders", _("Only the leaders of the groups")),
    )


WHICH = PaperOption("which", N_("Which officers"), choices=_which)


@dataclass(frozen=True)
class WithHouses:
    """What a paper draws, and the households that stand on it."""

    drawn: Any
    households: tuple[int, ...]


def one_part(_gathered: Any) -> int:
    return 1


def who_is_on(gathered: WithHouses) -> Iterable[Iterable[int]]:
    return (gathered.households,)


def seats_for(book: Book, request: Request, which: str = "all") -> tuple[list[Seat], Shown]:
    """The seats of the day, and what the audience may see of them."""
    seats = [
        seat
        for seat in seats_on(book, request.on)
        if which == "all" or bool(seat.of_post.per_group) == (which == "leaders")
    ]
    return seats, shown(Seat, seats, request.whom, must_agree="name")


def houses_of(seats: Iterable[Seat], seen: Shown) -> tuple[int, ...]:
    """Of those who stand on the paper."""
    kept = {each.id for each in seen.records}
    return tuple(seat.household_id for seat in seats if seat.id in kept and seat.household_id)


def gather_officer_list(book: Book, request: Request) -> WithHouses:
    from kucho_desktop.officers.papers.officer_lists import Officers

    which = chosen(request, WHICH, book)
    seats, seen = seats_for(book, request, which)
    title = _("List of the group leaders") if which == "leaders" else _("List of officers")
    year = fiscal_year(book, request.on).title
    return WithHouses(Officers(seen, year, title), houses_of(seats, seen))


def draw_officer_list(gathered: WithHouses, imprint: Imprint) -> Printed:
    from kucho_desktop.officers import papers

    officers: Officers = gathered.drawn
    return papers.officer_list(officers, imprint)


def gather_past(book: Book, request: Request) -> WithHouses:
    from kucho_desktop.officers.papers.officer_lists import PastYears

    history = history_of_posts(book)
    seen = shown(PastHolder, history.holders, request.whom, must_agree="name")
    names = {each.id: each.text("name") for each in seen.records}
    kept = [each for each in history.holders if each.id in names]
    years = []
    for year, happened in zip(history.years, history.happened, strict=True):
        first, last = year.first.isoformat(), year.last.isoformat()
        there = [each for each in kept if each.since <= last and first < each.until]
        row = tuple(
            _(", ").join(dict.fromkeys(names[each.id] for each in there if each.post_id == post.id))
            for post in history.posts
        )
        years.append((year.title, row, happened))
    past = PastYears(tuple(post.name for post in history.posts), tuple(years))
    return WithHouses(past, tuple(each.household_id for each in kept if each.household_id))


def draw_past(gathered: WithHouses, imprint: Imprint) -> Printed:
    from kucho_desktop.officers import papers

    past: PastYears = gathered.drawn
    return papers.past_officers(past, imprint)


PAPERS = (
    Paper(
        "officer-list",
        N_("List of officers"),
        _GIVEN,
        gather_officer_list,
        draw_officer_list,
        one_part,
        (WHICH,),
        shelf=OFFICES,
        who=who_is_on,
    ),
    Paper(
        "past-officers",
        N_("Officers of all years"),
        (*_BOARD, Audience.EVERY_HOUSEHOLD),
        gather_past,
        draw_past,
        one_part,
        shelf=OFFICES,
        who=who_is_on,
    ),
)
