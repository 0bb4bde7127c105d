"""The papers of figures: households and population, and who came and who went."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from kucho_desktop.app.paper_request import (
    FIGURES,
    RECORDS,
    Choices,
    Paper,
    PaperOption,
    Request,
    unnumbered,
)
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import read_date
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.households.model.figures.move_list import MoveList
from kucho_desktop.households.model.figures.moves import tallies
from kucho_desktop.households.model.figures.population import Population
from kucho_desktop.households.store import (
    headcounts_of_days,
    moves_between,
    population_on,
    years_until,
)
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.tonarigumi.store import tonarigumi_named


def _years(book: Book) -> Choices:
    """The year of the paper's day first, then those before it."""
    before = reversed(years_until(book, book.today)[:-1])
    return (
        ("", _("The year of the day")),
        *((year.first.isoformat(), year.title) for year in before),
    )


YEAR = PaperOption("year", N_("Which year"), choices=_years)
FIRST = PaperOption("first", N_("Or from which day"), kind="date")
LAST = PaperOption("last", N_("to which day"), kind="date")


def gather_population(book: Book, request: Request) -> Population:
    return population_on(book, request.on)


def draw_population(found: Population, imprint: Imprint) -> Printed:
    from kucho_desktop.households import papers

    return papers.population_report(found, imprint)


class Span(NamedTuple):
    """Two days, both included."""

    first: date
    last: date


def span_asked(book: Book, request: Request) -> Span:
    """The days that are named, else the year that is, as far as the paper's day.

    Raises NotAllowed for an end before the beginning and for a day that is none.
    """
    said = request.options
    on = _day(book, said.get("year", "")) or request.on
    year = years_until(book, on)[-1]
    last = year.last if request.on > year.last else max(request.on, year.first)
    first = _day(book, said.get("first", "")) or year.first
    last = _day(book, said.get("last", "")) or max(first, last)
    if last < first:
        raise NotAllowed(_("The last day lies before the first one. Please check the two days."))
    return Span(first, last)


def _day(book: Book, typed: str) -> date | None:
    return read_date(typed, book.today) if typed else None


def gather_moves(book: Book, request: Request) -> MoveList:
    """Names are for the chief alone; all others get the figures."""
    first, last = span_asked(book, request)
    moves = moves_between(book, first, last)
    before, after = headcounts_of_days(book, [first - timedelta(days=1), last])
    counted = MoveList(first, last, before, after, tuple(tallies(moves)))
    if request.whom is not Audience.CHIEF:
        return counted
    groups = {**tonarigumi_named(book, first), **tonarigumi_named(book, last)}
    return MoveList(first, last, before, after, counted.tallies, tuple(moves), groups)


def draw_moves(found: MoveList, imprint: Imprint) -> Printed:
    from kucho_desktop.households import papers

    return papers.move_list(found, imprint)


def part_if_named(found: MoveList) -> int:
    """Only a list of names is numbered."""
    return int(found.names_people)


def who_is_named(found: MoveList) -> Iterator[Iterable[int]]:
    """The households of a list of names; those that are gone, too."""
    yield (move.household_id for move in found.moves)


PAPERS = (
    Paper(
        "population-report",
        N_("Households and population"),
        (Audience.CITY, Audience.CHIEF, Audience.OFFICERS, Audience.NOTICE_BOARD),
        gather_population,
        draw_population,
        unnumbered,
        purpose="",
        shelf=FIGURES,
    ),
    Paper(
        "move-list",
        N_("Who came and who went"),
        (Audience.CHIEF, Audience.OFFICERS, Audience.CITY),
        gather_moves,
        draw_moves,
        part_if_named,
        (YEAR, FIRST, LAST),
        shelf=RECORDS,
        who=who_is_named,
    ),
)
