"""3,000 households with ten years of events: every paper, today and as of days long ago."""

from collections.abc import Iterator
from datetime import timedelta

from tests.bench.districts import opened
from tests.bench.measure import Line, beside, in_turn, noted, timed, under

from kucho_desktop.app.paper_request import Request
from kucho_desktop.app.papers import Paper, all_papers, draft, draw
from kucho_desktop.core.book import Book
from kucho_desktop.households.store import households_on

HOUSEHOLDS, YEARS = 3_000, 10
_DAYS_AGO = (0, 5 * 365, 9 * 365)
_A_PAGE = 1.1
"""Milliseconds that a page may take to draw."""
_A_WAIT = 1_500
"""Milliseconds in which any paper is there, gathered and drawn: as long as a packet of 80 pages."""
_A_PACKET = 500
"""More pages than these are drawn in a process of their own, with a bar that tells how far."""
_MANY_PAGES = 50
_LIKE_TODAY = 1.3
"""A day long ago may take so many times as long as today."""


def _paper_lines(book: Book, paper: Paper) -> Iterator[Line]:
    days = [book.today - timedelta(days=ago) for ago in _DAYS_AGO]
    gathered = [timed(lambda day=day: draft(book, paper.name, Request(day=day))) for day in days]
    made = [draft(book, paper.name, Request(day=day)) for day in days]
    draw(made[0])  # its fonts are there from then on, as in the running program
    drawn = [timed(lambda one=one: draw(one)) for one in made]
    pages = [draw(one).pages for one in made]
    whole = max(one + two for one, two in zip(gathered, drawn, strict=True))
    what = f"{paper.name}, {max(pages):,} pages"
    if max(pages) <= _A_PACKET:
        yield under(f"{what}, slowest of three days", whole, _A_WAIT)
    else:
        yield noted(f"{what}, slowest of three days", whole)
    if max(pages) > _MANY_PAGES:
        a_page = max(one / count for one, count in zip(drawn, pages, strict=True))
        yield under(f"{what}, a page drawn", a_page, _A_PAGE)


def lines() -> Iterator[Line]:
    """One line a paper, and the list of all households now and then."""
    with opened(HOUSEHOLDS, YEARS) as book:
        then = book.today - timedelta(days=_DAYS_AGO[-1])
        took = in_turn(
            {
                "now": lambda: timed(lambda: households_on(book)),
                "then": lambda: timed(lambda: households_on(book, then)),
            },
            rounds=5,
        )
        yield noted(f"all of {HOUSEHOLDS:,} households today", took["now"])
        yield beside("the same nine years ago", took["then"], took["now"], _LIKE_TODAY, "today")
        for paper in all_papers():
            yield from _paper_lines(book, paper)
