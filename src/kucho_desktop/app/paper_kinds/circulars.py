"""The papers of the letters, requests and deliveries: what each takes from the book."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from kucho_desktop.app.paper_request import (
    CIRCULARS,
    Choices,
    Paper,
    PaperOption,
    Request,
    chosen,
    unnumbered,
)
from kucho_desktop.association.store import fiscal_year
from kucho_desktop.circulars import store
from kucho_desktop.circulars.model import CityRequest, Letter
from kucho_desktop.circulars.model.letters import LATE, LATER, THIS_WEEK, TODAY, open_first
from kucho_desktop.circulars.model.requests import (
    hours_text,
    minutes_by_month,
    minutes_by_office,
    month_name,
    whole_hours,
)
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.fields import Shown, shown
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.core.kinds import YEN
from kucho_desktop.paper.imprint import Imprint, Printed

_BOARD = (Audience.CHIEF, Audience.OFFICERS)
_DUE = {
    LATE: N_("Late"),
    TODAY: N_("Today"),
    THIS_WEEK: N_("This week (7 days)"),
    LATER: N_("Later"),
    "": N_("Without a day"),
}


def _years(book: Book) -> Choices:
    return [
        (year, fiscal_year(book, date.fromisoformat(year)).title)
        for year in store.letter_years(book)
    ]


YEAR = PaperOption("year", N_("Which year"), choices=_years)


@dataclass(frozen=True)
class Letters:
    """said: of the register its year; of the open ones under which heading each stands."""

    letters: Shown
    numbers: dict[int, str]
    year: str = ""
    due: dict[int, str] | None = None


def gather_register(book: Book, request: Request) -> Letters:
    year = chosen(request, YEAR, book)
    letters = [each for each in store.LETTERS.all(book) if each.year == year]
    title = fiscal_year(book, date.fromisoformat(year)).title
    return Letters(shown(Letter, letters, request.whom), _numbers(letters), title)


def gather_open(book: Book, request: Request) -> Letters:
    """As they stand on the day of the paper."""
    letters = open_first(each for each in store.LETTERS.all(book) if each.is_open)
    due = {each.id: _(_DUE[each.due(request.on)]) for each in letters}
    return Letters(shown(Letter, letters, request.whom), _numbers(letters), due=due)


def _numbers(letters: list[Letter]) -> dict[int, str]:
    return {each.id: each.number for each in letters}


def draw_register(found: Letters, imprint: Imprint) -> Printed:
    from kucho_desktop.circulars import papers

    return papers.letter_register(found.letters, found.numbers, found.year, imprint)


def draw_open(found: Letters, imprint: Imprint) -> Printed:
    from kucho_desktop.circulars import papers

    return papers.open_letters(found.letters, found.numbers, found.due or {}, imprint)


def gather_requests(book: Book, request: Request) -> Any:
    from kucho_desktop.circulars.papers import Survey

    requests = store.REQUESTS.all(book)
    months = minutes_by_month(requests)
    offices = minutes_by_office(requests)
    pay = sum(each.pay or 0 for each in requests)
    return Survey(
        shown(CityRequest, requests, request.whom),
        {each.id: hours_text(each.minutes_a_year) for each in requests if each.minutes},
        [(month_name(each), whole_hours(time), hours_text(time)) for each, time in months.items()],
        [
            (name or _("(not said)"), whole_hours(time), hours_text(time))
            for name, time in offices.items()
        ],
        hours_text(sum(offices.values())),
        YEN.show(pay) if pay else "",
        fiscal_year(book, request.on).title,
    )


def draw_requests(survey: Any, imprint: Imprint) -> Printed:
    from kucho_desktop.circulars import papers

    return papers.request_survey(survey, imprint)


PAPERS = (
    Paper(
        "letters",
        N_("Register of letters"),
        _BOARD,
        gather_register,
        draw_register,
        unnumbered,
        (YEAR,),
        purpose="",
        shelf=CIRCULARS,
    ),
    Paper(
        "open-letters",
        N_("Letters that are open"),
        _BOARD,
        gather_open,
        draw_open,
        unnumbered,
        purpose="",
        shelf=CIRCULARS,
    ),
    Paper(
        "requests",
        N_("Survey of requests"),
        (Audience.CITY, *_BOARD),
        gather_requests,
        draw_requests,
        unnumbered,
        purpose="",
        shelf=CIRCULARS,
    ),
)
