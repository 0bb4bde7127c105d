"""The papers of the households' room: what each takes from the book, and how it is drawn.

ReportLab is loaded with the first paper that is drawn, never with the window.
"""

from dataclasses import dataclass
from datetime import date

from kucho_desktop.app.paper_request import Choices, PaperOption, Request
from kucho_desktop.association.store import the_association
from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import read_date
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.households.model import Household
from kucho_desktop.households.model.gathered import ShownGroup
from kucho_desktop.households.model.headcount import Headcount
from kucho_desktop.households.store import (
    groups_for,
    headcounts_on,
    household_ids,
    households_of,
    is_listed,
    is_there,
    is_visited,
)
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.tonarigumi.store import all_tonarigumi

Groups = tuple[ShownGroup, ...]


def _orders(_book: Book) -> Choices:
    return (("walking", _("By group, in walking order")), ("kana", _("By reading")))


def _groups(book: Book) -> Choices:
    named = [(str(group.id), group.full_name) for group in all_tonarigumi(book)]
    return (("", _("All groups")), *named)


def _households(book: Book) -> Choices:
    everyone = households_of(book, household_ids(book, order="kana"))
    return (("", _("All households")), *((str(each.id), each.head) for each in everyone))


ORDER = PaperOption("order", N_("In which order"), choices=_orders)
GROUP = PaperOption("group", N_("Which group"), choices=_groups)
HOUSEHOLD = PaperOption("household", N_("Which household"), choices=_households)
BLANK = PaperOption("blank", N_("Empty, for those who move in"), kind="flag")
RETURN_BY = PaperOption("return_by", N_("To be returned by"), kind="date")


@dataclass(frozen=True)
class Roster:
    """A 区民名簿: by group, or by reading."""

    groups: Groups
    by_kana: bool


@dataclass(frozen=True)
class GroupRosters:
    """A 隣組名簿 for each group; leader_word is what a group's leader is called here."""

    groups: Groups
    leader_word: str


@dataclass(frozen=True)
class Sheets:
    """groups is None for the empty sheet."""

    groups: Groups | None
    return_to: str
    return_by: date | None


def gather_members(book: Book, request: Request) -> Roster:
    groups = groups_for(book, request.whom, request.on, chosen=is_listed, with_family=False)
    return Roster(groups, request.options.get("order") == "kana")


def draw_members(roster: Roster, imprint: Imprint) -> Printed:
    from kucho_desktop.households import papers

    return papers.roster_members(roster.groups, imprint, by_kana=roster.by_kana)


def gather_officers(book: Book, request: Request) -> Roster:
    groups = groups_for(book, request.whom, request.on, chosen=is_there, with_family=False)
    return Roster(groups, request.options.get("order") == "kana")


def draw_officers(roster: Roster, imprint: Imprint) -> Printed:
    from kucho_desktop.households import papers

    return papers.roster_officers(roster.groups, imprint, by_kana=roster.by_kana)


def one_part(_roster: Roster) -> int:
    return 1


def gather_group_rosters(book: Book, request: Request) -> GroupRosters:
    inside = _number(request.options.get("group", ""))
    groups = groups_for(
        book, request.whom, request.on, chosen=is_visited, inside=inside, with_family=False
    )
    return GroupRosters(groups, the_association(book, request.on).leader_word)


def draw_group_rosters(rosters: GroupRosters, imprint: Imprint) -> Printed:
    from kucho_desktop.households import papers

    return papers.group_rosters(rosters.groups, imprint, leader_word=rosters.leader_word)


def part_per_group(rosters: GroupRosters) -> int:
    return max(len(rosters.groups), 1)


def gather_sheets(book: Book, request: Request) -> Sheets:
    said = request.options
    association = the_association(book, request.on)
    return_to = association.leader_word
    return_by = read_date(said["return_by"], book.today) if said.get("return_by") else None
    if said.get("blank") in ("1", "yes", "true"):
        return Sheets(None, return_to, return_by)
    only = _number(said.get("household", ""))

    def chosen(household: Household) -> bool:
        return is_visited(household) if only is None else household.id == only

    inside = _number(said.get("group", ""))
    groups = groups_for(book, request.whom, request.on, chosen=chosen, inside=inside)
    return Sheets(groups, return_to, return_by)


def draw_sheets(sheets: Sheets, imprint: Imprint) -> Printed:
    from kucho_desktop.households import papers

    to, by = sheets.return_to, sheets.return_by
    if sheets.groups is None:
        return papers.blank_household_sheet(imprint, return_to=to, return_by=by)
    return papers.household_sheets(sheets.groups, imprint, return_to=to, return_by=by)


def gather_population(book: Book, request: Request) -> tuple[Headcount, ...]:
    return headcounts_on(book, request.on)


def draw_population(counts: tuple[Headcount, ...], imprint: Imprint) -> Printed:
    from kucho_desktop.households import papers

    return papers.population_report(counts, imprint)


def _number(typed: str) -> int | None:
    """The id that an option names; none if it is left open."""
    if not typed:
        return None
    if not typed.isdecimal():
        raise NotAllowed(_("“{typed}” is not a number.").format(typed=typed))
    return int(typed)
