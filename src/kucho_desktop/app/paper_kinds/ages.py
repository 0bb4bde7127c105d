"""The papers of people of an age: the elderly, children who start school, coming of age.

Each is reckoned in a way and on a day that stand on it in words.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kucho_desktop.app.paper_request import Choices, Paper, PaperOption, Request, chosen
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import read_date, show_date
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.households.model import Member
from kucho_desktop.households.model.figures.age_lists import AgeList, Belongs, Listed
from kucho_desktop.households.model.figures.reckoning import (
    MILESTONES,
    RECKONINGS,
    REFERENCES,
    reference_day,
    school_year_of,
    year_group,
    years_on,
)
from kucho_desktop.households.store import age_list
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.tonarigumi.store import all_tonarigumi

_AGES = (75, 60, 65, 70, 77, 80, 88, 90, 99, 100)
_OLDEST = 130
_SCHOOLS = (("elementary", N_("Elementary school")), ("junior", N_("Junior high school")))
_ENTERS_AT = {"elementary": 6, "junior": 12}
_WHEN = (("next", N_("Next April")), ("this", N_("This school year's April")))
_COMES_OF_AGE = (
    ("20", N_("Aged 20 (as the feast is held)")),
    ("18", N_("Aged 18 (of age by law)")),
)


def _groups(book: Book) -> Choices:
    named = [(str(group.id), group.full_name) for group in all_tonarigumi(book)]
    return (("", _("All groups")), *named)


def _ages(_book: Book) -> Choices:
    return [(str(age), _("{age} and over").format(age=age)) for age in _AGES]


def _reckonings(_book: Book) -> Choices:
    return [(code, _(label)) for code, label in RECKONINGS]


def _references(_book: Book) -> Choices:
    return [(code, _(label)) for code, label in REFERENCES]


def _schools(_book: Book) -> Choices:
    return [(code, _(label)) for code, label in _SCHOOLS]


def _whens(_book: Book) -> Choices:
    return [(code, _(label)) for code, label in _WHEN]


def _adult_ages(_book: Book) -> Choices:
    return [(code, _(label)) for code, label in _COMES_OF_AGE]


MIN_AGE = PaperOption("min_age", N_("From which age"), choices=_ages)
RECKONING = PaperOption("reckoning", N_("How the age is reckoned"), choices=_reckonings)
REFERENCE = PaperOption("reference", N_("Age on which day"), choices=_references)
REFERENCE_DAY = PaperOption("reference_day", N_("Or on another day"), kind="date")
SCHOOL = PaperOption("school", N_("Which school"), choices=_schools)
WHEN = PaperOption("when", N_("Starting when"), choices=_whens)
ADULT_AGE = PaperOption("age", N_("Which age"), choices=_adult_ages)
GROUP = PaperOption("group", N_("Which group"), choices=_groups)


@dataclass(frozen=True)
class OnPaper:
    """apart: each group on pages of its own, as their leaders get them."""

    people: AgeList
    apart: bool


def _collect(book: Book, request: Request, belongs: Belongs, said: str, on: date) -> OnPaper:
    """on: the day on which the ages that are told are reckoned, by the birthday."""
    return _with_ages(book, request, belongs, said, on, RECKONINGS[0][0])


def _with_ages(
    book: Book, request: Request, belongs: Belongs, said: str, on: date, reckoning: str
) -> OnPaper:
    inside = int(chosen(request, GROUP, book) or 0) or None

    def tell(member: Member) -> Listed:
        years = years_on(member.born, on, reckoning)
        if years is None:
            return Listed()
        feast = MILESTONES.get(years.most, "") if years.is_sure else ""
        return Listed(years.text, _(feast) if feast else "")

    people = age_list(book, request.whom, request.on, belongs, tell, said, inside)
    return OnPaper(people, request.whom is Audience.GROUP_LEADER)


def _age(request: Request) -> int:
    """Any age can be asked for, the usual ones are offered."""
    typed = request.options.get("min_age", "") or str(_AGES[0])
    if not typed.isdecimal() or int(typed) > _OLDEST:
        raise NotAllowed(_("“{typed}” is no age.").format(typed=typed))
    return int(typed)


def gather_elders(book: Book, request: Request) -> OnPaper:
    age = _age(request)
    reckoning = chosen(request, RECKONING, book)
    typed = request.options.get("reference_day", "")
    on = (
        read_date(typed, book.today)
        if typed
        else reference_day(chosen(request, REFERENCE, book), request.on)
    )

    def belongs(member: Member) -> bool | None:
        years = years_on(member.born, on, reckoning)
        return False if years is None else years.reach(age)

    said = _("{age} and over on {day}. Reckoned: {how}.").format(
        age=age, day=show_date(on), how=_(dict(RECKONINGS)[reckoning])
    )
    return _with_ages(book, request, belongs, said, on, reckoning)


def gather_starters(book: Book, request: Request) -> OnPaper:
    school = chosen(request, SCHOOL, book)
    year = school_year_of(request.on) + (chosen(request, WHEN, book) == "next")
    group = year_group(year - 1, _ENTERS_AT[school])
    april = date(year, 4, 1)
    said = _("{school}, starting in {april}: {born}.").format(
        school=_(dict(_SCHOOLS)[school]), april=show_date(april, weekday=False), born=group.text
    )

    def belongs(member: Member) -> bool | None:
        return group.holds(member.born)

    return _collect(book, request, belongs, said, april)


def gather_adults(book: Book, request: Request) -> OnPaper:
    age = int(chosen(request, ADULT_AGE, book))
    year = school_year_of(request.on)
    group = year_group(year, age)
    last = date(year + 1, 4, 1)
    said = _("Aged {age} in the year from {first} to {last}: {born}.").format(
        age=age,
        first=show_date(date(year, 4, 2), weekday=False),
        last=show_date(last, weekday=False),
        born=group.text,
    )

    def belongs(member: Member) -> bool | None:
        return group.holds(member.born)

    return _collect(book, request, belongs, said, last)


def draw_elders(found: OnPaper, imprint: Imprint) -> Printed:
    from kucho_desktop.households import papers

    return papers.elders_list(found.people, imprint, apart=found.apart)


def draw_starters(found: OnPaper, imprint: Imprint) -> Printed:
    from kucho_desktop.households import papers

    return papers.school_starters(found.people, imprint, apart=found.apart)


def draw_adults(found: OnPaper, imprint: Imprint) -> Printed:
    from kucho_desktop.households import papers

    return papers.coming_of_age(found.people, imprint, apart=found.apart)


def who_is_on(found: OnPaper) -> Iterator[Iterable[int]]:
    """The households of those who are listed, by group."""
    for group in found.people.groups:
        yield (household.id for household in group.households.records)


def parts_of(found: OnPaper) -> int:
    return max(len(found.people.groups), 1) if found.apart else 1


_AUDIENCES = (Audience.CHIEF, Audience.OFFICERS, Audience.GROUP_LEADER)

PAPERS = (
    Paper(
        "elders-list",
        N_("List of the elderly"),
        _AUDIENCES,
        gather_elders,
        draw_elders,
        parts_of,
        (MIN_AGE, RECKONING, REFERENCE, REFERENCE_DAY, GROUP),
        who=who_is_on,
    ),
    Paper(
        "school-starters",
        N_("Children who start school"),
        _AUDIENCES,
        gather_starters,
        draw_starters,
        parts_of,
        (SCHOOL, WHEN, GROUP),
        who=who_is_on,
    ),
    Paper(
        "coming-of-age",
        N_("Young people who come of age"),
        _AUDIENCES,
        gather_adults,
        draw_adults,
        parts_of,
        (ADULT_AGE, GROUP),
        who=who_is_on,
    ),
)
