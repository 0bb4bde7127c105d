"""The papers of the calendar: the year as a list, the sheet for the wall, a month in large type."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from kucho_desktop.app.paper_request import (
    PLANS,
    Choices,
    Paper,
    PaperOption,
    Request,
    chosen,
    unnumbered,
)
from kucho_desktop.association.store import fiscal_year
from kucho_desktop.calendar.model import Entry, Plan, next_dates
from kucho_desktop.calendar.store import plan
from kucho_desktop.core.ages import days_in
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import read_date, show_month
from kucho_desktop.core.fiscal_years import FiscalYear
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.paper.imprint import Imprint, Printed

_AUDIENCES = (Audience.EVERY_HOUSEHOLD, Audience.NOTICE_BOARD, Audience.OFFICERS, Audience.CHIEF)
_MOST_AFTER = 6
_FORESEEN = 120
"""Days after a month that are looked through for its foot."""
_DAY = timedelta(days=1)


def _years(book: Book) -> Choices:
    return (
        ("", fiscal_year(book).title),
        ("next", _after(book, fiscal_year(book)).title),
        ("last", _before(book, fiscal_year(book)).title),
    )


def _after(book: Book, year: FiscalYear) -> FiscalYear:
    return fiscal_year(book, year.last + _DAY)


def _before(book: Book, year: FiscalYear) -> FiscalYear:
    return fiscal_year(book, year.first - _DAY)


def _spans(_book: Book) -> Choices:
    return (
        ("half", _("Half a year, the one of today")),
        ("other-half", _("Half a year, the other one")),
        ("whole", _("The whole year")),
    )


def _sheets(_book: Book) -> Choices:
    return (("a4", _("A4")), ("a3", _("A3")))


def _months(book: Book) -> Choices:
    after = _month_after(book.today)
    return (
        ("", show_month(book.today)),
        ("next", show_month(after)),
        ("after-next", show_month(_month_after(after))),
    )


def _month_after(day: date) -> date:
    return day.replace(day=days_in(day.year, day.month)) + _DAY


YEAR = PaperOption(
    "year", N_("Which year"), choices=_years, other=N_("The year that the calendar shows")
)
SPAN = PaperOption("span", N_("How much of it"), choices=_spans)
SHEET = PaperOption("sheet", N_("Size of the sheet"), choices=_sheets)
MONTH = PaperOption(
    "month", N_("Which month"), choices=_months, other=N_("The month that the calendar shows")
)


@dataclass(frozen=True)
class WallPlan:
    """on_a3: printed twice as large."""

    plan: Plan
    on_a3: bool


@dataclass(frozen=True)
class MonthPlan:
    """after: what comes after the month."""

    plan: Plan
    after: tuple[Entry, ...]


def _year_of(book: Book, request: Request) -> FiscalYear:
    """The one that is chosen, or that of any day."""
    said = request.options.get("year", "")
    now = fiscal_year(book, request.on)
    if said in ("", "next", "last"):
        return {"": now, "next": _after(book, now), "last": _before(book, now)}[said]
    return fiscal_year(book, read_date(said, book.today))


def gather_year(book: Book, request: Request) -> Plan:
    year = _year_of(book, request)
    return plan(book, request.whom, year.first, year.last, year.title)


def gather_wall(book: Book, request: Request) -> WallPlan:
    year = _year_of(book, request)
    span = chosen(request, SPAN, book)
    on_a3 = chosen(request, SHEET, book) == "a3"
    if span == "whole":
        return WallPlan(plan(book, request.whom, year.first, year.last, year.title), on_a3)
    halves = halves_of(year)
    now = next((place for place, half in enumerate(halves) if half[0] <= request.on <= half[1]), 0)
    place = now if span == "half" else 1 - now
    words = (_("{year}, first half"), _("{year}, second half"))
    title = words[place].format(year=year.title)
    return WallPlan(plan(book, request.whom, *halves[place], title), on_a3)


def halves_of(year: FiscalYear) -> tuple[tuple[date, date], tuple[date, date]]:
    """First and last days; of an odd number of months the first half has one more."""
    middle = year.first
    for _month in range((year.months + 1) // 2):
        middle = _month_after(middle)
    return (year.first, middle - _DAY), (min(middle, year.last), year.last)


def gather_month(book: Book, request: Request) -> MonthPlan:
    said = request.options.get("month", "")
    month = request.on.replace(day=1)
    for _step in range({"next": 1, "after-next": 2}.get(said, 0)):
        month = _month_after(month)
    if said not in ("", "next", "after-next"):
        month = read_date(f"{said}-01" if said.count("-") == 1 else said, book.today)
        month = month.replace(day=1)
    last = month.replace(day=days_in(month.year, month.month))
    far = last + timedelta(days=_FORESEEN)
    of_month = plan(book, request.whom, month, last, show_month(month))
    after = plan(book, request.whom, last + _DAY, far)
    known = {entry.event for entry in of_month.entries}
    coming = [each for each in next_dates(after, last + _DAY, 99) if each.event not in known]
    return MonthPlan(of_month, tuple(coming[:_MOST_AFTER]))


def draw_year(gathered: Plan, imprint: Imprint) -> Printed:
    from kucho_desktop.calendar import papers

    return papers.year_plan(gathered, imprint)


def draw_wall(gathered: WallPlan, imprint: Imprint) -> Printed:
    from kucho_desktop.calendar import papers

    return papers.wall_plan(gathered.plan, imprint, on_a3=gathered.on_a3)


def draw_month(gathered: MonthPlan, imprint: Imprint) -> Printed:
    from kucho_desktop.calendar import papers

    return papers.month_plan(gathered.plan, gathered.after, imprint)


def _parts(gathered: Plan) -> int:
    """Numbered only where somebody responsible is named."""
    return int(gathered.names_people)


def _month_parts(gathered: MonthPlan) -> int:
    return int(gathered.plan.names_people)


def _paper(
    name: str,
    label: str,
    gather: Callable[[Book, Request], Any],
    draw: Callable[[Any, Imprint], Printed],
    parts: Callable[[Any], int],
    *options: PaperOption,
) -> Paper:
    return Paper(name, label, _AUDIENCES, gather, draw, parts, options, purpose="", shelf=PLANS)


_WALL = (YEAR, SPAN, SHEET)
PAPERS = (
    _paper("year-plan", N_("Events of the year"), gather_year, draw_year, _parts, YEAR),
    _paper("wall-plan", N_("Events for the wall"), gather_wall, draw_wall, unnumbered, *_WALL),
    _paper("month-plan", N_("Events of the month"), gather_month, draw_month, _month_parts, MONTH),
)
