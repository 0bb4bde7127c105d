"""The papers about what went out of the book, and what each takes from it."""

from dataclasses import dataclass
from datetime import date, timedelta

from kucho_desktop.app.paper_kinds.records import FIRST, LAST, title_of_paper
from kucho_desktop.app.paper_request import (
    RECORDS,
    Choices,
    Paper,
    PaperOption,
    Request,
    number_of,
    unnumbered,
)
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.copies import copies_of, households_on, still_out
from kucho_desktop.core.dates import read_date, show_date
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.fields import Shown, shown
from kucho_desktop.core.handouts import LOST, Handout, all_handouts, handout
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.households.model import Household
from kucho_desktop.households.store import households_of
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.records.model import Disclosure, Given
from kucho_desktop.records.store import all_disclosures

_A_YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Log:
    """What went out between two days."""

    given: tuple[Given, ...]
    first: date
    last: date


@dataclass(frozen=True)
class Disclosures:
    """keep: until when each record is kept."""

    found: Shown
    keep: tuple[date | None, ...]


@dataclass(frozen=True)
class Lost:
    """given, households: of the paper that is lost; None where none is chosen."""

    noticed: date
    given: Given | None = None
    households: Shown | None = None


def _each_handout(book: Book) -> Choices:
    title_of = title_of_paper()
    given = [
        (str(each.id), f"{show_date(each.at.date(), weekday=False)} {title_of(each.paper)}")
        for each in all_handouts(book)
    ]
    return [("", _("(none)")), *given]


HANDOUT = PaperOption("handout", N_("What is lost"), choices=_each_handout)
NOTICED = PaperOption("noticed", N_("Noticed on"), kind="date")


def given_of(book: Book, each: Handout) -> Given:
    """With what became of its copies."""
    copies = copies_of(book, each.id)
    out = tuple(number for number in each.numbers if number not in copies)
    lost = tuple(number for number, copy in copies.items() if copy.how == LOST)
    title, whom = each.audience.title, each.for_whom
    if whom and whom != title:
        whom = _("{whom} ({audience})").format(whom=whom, audience=title)
    return Given(
        each.at.date(),
        title_of_paper()(each.paper),
        whom or title,
        each.households,
        tuple(each.numbers),
        out,
        lost,
    )


def gather_log(book: Book, request: Request) -> Log:
    """Of the last year, unless other days are named."""
    said = request.options
    last = read_date(said["last"], book.today) if said.get("last") else date.max
    first = read_date(said["first"], book.today) if said.get("first") else request.on - _A_YEAR
    if first > last:
        raise NotAllowed(_("The first day lies after the last one. Please look at both."))
    given = [each for each in all_handouts(book)[::-1] if first <= each.at.date() <= last]
    newest = max((each.at.date() for each in given), default=request.on)
    return Log(
        tuple(given_of(book, each) for each in given), first, min(last, max(newest, request.on))
    )


def draw_log(log: Log, imprint: Imprint) -> Printed:
    from kucho_desktop.records import papers

    return papers.handout_log(log.given, log.first, log.last, imprint)


def gather_out(book: Book, _request: Request) -> tuple[Given, ...]:
    return tuple(given_of(book, each) for each in still_out(book))


def draw_out(given: tuple[Given, ...], imprint: Imprint) -> Printed:
    from kucho_desktop.records import papers

    return papers.copies_still_out(given, imprint)


def gather_disclosures(book: Book, request: Request) -> Disclosures:
    """Oldest first."""
    found = all_disclosures(book)[::-1]
    seen = shown(Disclosure, found, request.whom)
    return Disclosures(seen, tuple(each.keep_until for each in found))


def draw_disclosures(found: Disclosures, imprint: Imprint) -> Printed:
    from kucho_desktop.records import papers

    return papers.disclosure_log(found.found, found.keep, imprint)


def gather_lost(book: Book, request: Request) -> Lost:
    said = request.options
    noticed = read_date(said["noticed"], book.today) if said.get("noticed") else request.on
    chosen = number_of(said.get("handout", ""))
    if chosen is None:
        return Lost(noticed)
    found = handout(book, chosen)
    if found is None:
        raise NotAllowed(_("Nothing was given out under this number."))
    households = households_of(book, households_on(book, chosen))
    seen = shown(Household, households, request.whom)
    return Lost(noticed, given_of(book, found), seen if households else None)


def draw_lost(lost: Lost, imprint: Imprint) -> Printed:
    from kucho_desktop.records import papers

    return papers.leak_paper(lost.noticed, lost.given, lost.households, imprint)


def _with_names(lost: Lost) -> int:
    """Numbered where households are listed on it."""
    return int(lost.households is not None)


def _who(lost: Lost) -> tuple[tuple[int, ...]]:
    return (tuple(each.id for each in lost.households.records) if lost.households else (),)


_CHIEF = (Audience.CHIEF,)
PAPERS = (
    Paper(
        "handout-log",
        N_("Log of what was given out"),
        _CHIEF,
        gather_log,
        draw_log,
        unnumbered,
        (FIRST, LAST),
        purpose="",
        shelf=RECORDS,
    ),
    Paper(
        "copies-still-out",
        N_("Copies that are still out"),
        _CHIEF,
        gather_out,
        draw_out,
        unnumbered,
        purpose="",
        shelf=RECORDS,
    ),
    Paper(
        "disclosure-log",
        N_("Log of data given to third parties"),
        _CHIEF,
        gather_disclosures,
        draw_disclosures,
        unnumbered,
        purpose="",
        shelf=RECORDS,
    ),
    Paper(
        "leak-steps",
        N_("When a paper or a file is lost"),
        _CHIEF,
        gather_lost,
        draw_lost,
        _with_names,
        (HANDOUT, NOTICED),
        purpose="",
        shelf=RECORDS,
        who=_who,
    ),
)
