"""The papers about what is written down: all of one household, what was changed, and its notice."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kucho_desktop.app.paper_kinds.households import BLANK, HOUSEHOLD
from kucho_desktop.app.paper_request import (
    FORMS,
    RECORDS,
    Choices,
    Paper,
    PaperOption,
    Request,
    number_of,
    unnumbered,
)
from kucho_desktop.app.what_rooms_say import blocks_about
from kucho_desktop.association.store import the_association
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import read_date
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.fields import ShownRecord
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.core.steps import Wanted, steps_named, wanted_ids
from kucho_desktop.households.model.held import Held
from kucho_desktop.households.papers.records.change_history import Line
from kucho_desktop.households.store import (
    groups_for,
    held_about,
    history_of,
    household_ids,
    households_by_name,
    name_of_person,
    rows_of_person,
)
from kucho_desktop.households.store.held import as_it_was
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.records.model import ROOM_TITLES, ROOMS

_USUAL_SPAN = timedelta(days=30)


def _each_household(book: Book) -> Choices:
    return tuple((str(id_), name) for id_, name in households_by_name(book).items())


ONE_HOUSEHOLD = PaperOption("household", N_("Which household"), choices=_each_household)


def _everybody(_book: Book) -> Choices:
    return (("", _("Everybody")),)


def _rooms(_book: Book) -> Choices:
    return tuple((name, _(label)) for name, label in ROOM_TITLES)


PERSON = PaperOption(
    "person", N_("Which person"), choices=_everybody, other=N_("The one chosen in the history")
)
ROOM = PaperOption("room", N_("What it is about"), choices=_rooms)
FIRST = PaperOption("first", N_("From which day on"), kind="date")
LAST = PaperOption("last", N_("Until which day"), kind="date")


@dataclass(frozen=True)
class Changes:
    """Those of one household, or of all; ids: of the household that it is about."""

    lines: tuple[Line, ...]
    first: date
    last: date
    of: str = ""
    ids: tuple[int, ...] = ()


@dataclass(frozen=True)
class Notice:
    """record is None for an empty form."""

    record: ShownRecord | None
    group: str
    return_to: str


def title_of_paper() -> Callable[[str], str]:
    """What the hand-out log's name of a paper or table is called."""
    from kucho_desktop.app.papers import all_papers
    from kucho_desktop.app.writing_out.table import PAPER, TITLE

    titles = {paper.name: paper.title for paper in all_papers()} | {PAPER: _(TITLE)}
    return lambda name: titles.get(name, name)


def gather_disclosure(book: Book, request: Request) -> Held:
    """Of the household that is chosen, or of the first one."""
    chosen = number_of(request.options.get("household", ""))
    ids = household_ids(book, order="kana") if chosen is None else [chosen]
    if not ids:
        return Held("", "", ())
    held = held_about(book, ids[0], title_of_paper())
    return replace(held, blocks=(*held.blocks, *blocks_about(book, ids[0])))


def draw_disclosure(held: Held, imprint: Imprint) -> Printed:
    from kucho_desktop.households import papers

    return papers.disclosure_sheet(held, imprint)


def gather_changes(book: Book, request: Request) -> Changes:
    """Of the last thirty days, unless other days are named."""
    said = request.options
    last = read_date(said["last"], book.today) if said.get("last") else request.on
    first = read_date(said["first"], book.today) if said.get("first") else last - _USUAL_SPAN
    if first > last:
        raise NotAllowed(_("The first day lies after the last one. Please look at both."))
    only = number_of(said.get("household", ""))
    if only is None:
        return _changes_of_all(book, first, last, said)
    events = [
        Line(each.step.at, each.step.text, each.step.is_reversed, each.details)
        for each in reversed(history_of(book, only))
        if first <= each.step.at.date() <= last
    ]
    now = as_it_was(book, only)
    return Changes(tuple(events), first, last, now.head or now.address, (only,))


def _changes_of_all(book: Book, first: date, last: date, said: Mapping[str, str]) -> Changes:
    """Of everybody or of one person, in all rooms or in one."""
    person = number_of(said.get("person", ""))
    rows = None if person is None else rows_of_person(book, person)
    tables = ROOMS.get(said.get("room", ""), frozenset())
    ids = wanted_ids(book, Wanted(rows, tables, first, last))
    steps = steps_named(book, ids[::-1])
    lines = tuple(Line(each.at, each.text, each.is_reversed) for each in steps)
    return Changes(lines, first, last, name_of_person(book, person) if person else "")


def draw_changes(changes: Changes, imprint: Imprint) -> Printed:
    from kucho_desktop.households import papers

    span = changes.first, changes.last
    return papers.change_history(changes.lines, *span, imprint, of=changes.of)


def gather_notice(book: Book, request: Request) -> Notice:
    """Filled in where a household is chosen."""
    said = request.options
    return_to = the_association(book, request.on).leader_word
    only = number_of(said.get("household", ""))
    if only is None or said.get("blank") in ("1", "yes", "true"):
        return Notice(None, "", return_to)
    groups = groups_for(book, request.whom, request.on, chosen=lambda each: each.id == only)
    for group in groups:
        for record in group.households.records:
            return Notice(record, group.title, return_to)
    raise NotAllowed(_("This household is not in the book."))


def draw_notice(notice: Notice, imprint: Imprint) -> Printed:
    from kucho_desktop.households import papers

    return papers.change_notice(notice.record, notice.group, imprint, return_to=notice.return_to)


def _one_part(_changes: Changes) -> int:
    return 1


def _who_is_in(changes: Changes) -> tuple[tuple[int, ...]]:
    return (changes.ids,)


PAPERS = (
    Paper(
        "change-notice",
        N_("Notice of a change"),
        (Audience.PERSON,),
        gather_notice,
        draw_notice,
        unnumbered,
        (HOUSEHOLD, BLANK),
        purpose="form",
        shelf=FORMS,
    ),
    Paper(
        "disclosure-sheet",
        N_("All that is held about a household"),
        (Audience.PERSON,),
        gather_disclosure,
        draw_disclosure,
        unnumbered,
        (ONE_HOUSEHOLD,),
        purpose="form",
        shelf=RECORDS,
    ),
    Paper(
        "change-history",
        N_("History of changes"),
        (Audience.CHIEF,),
        gather_changes,
        draw_changes,
        _one_part,
        (FIRST, LAST, HOUSEHOLD, PERSON, ROOM),
        purpose="",
        shelf=RECORDS,
        who=_who_is_in,
    ),
)
