"""The papers of the households' room: what each takes from the book, and how it is drawn.

ReportLab is loaded with the first paper that is drawn, never with the window.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from kucho_desktop.app.paper_request import (
    FORMS,
    Choices,
    Paper,
    PaperOption,
    Request,
    chosen,
    number_of,
    unnumbered,
)
from kucho_desktop.association.store import the_association
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import read_date
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.households.model import Household
from kucho_desktop.households.model.gathered import ShownGroup
from kucho_desktop.households.model.rounds.round import SHEETS, Round, asked_memberships
from kucho_desktop.households.store import (
    groups_for,
    households_by_name,
    is_listed,
    is_there,
    is_visited,
    round_named,
    rounds_of,
)
from kucho_desktop.officers.store.leaders import leaders_of_groups
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.tonarigumi.store import all_tonarigumi

Groups = tuple[ShownGroup, ...]


def _orders(_book: Book) -> Choices:
    return (("walking", _("By group, in walking order")), ("kana", _("By reading")))


def _groups(book: Book) -> Choices:
    named = [(str(group.id), group.full_name) for group in all_tonarigumi(book)]
    return (("", _("All groups")), *named)


def _households(book: Book) -> Choices:
    everyone = households_by_name(book).items()
    return (("", _("All households")), *((str(id_), name) for id_, name in everyone))


def _sheet_rounds(book: Book) -> Choices:
    rounds = [(str(each.id), each.name) for each in rounds_of(book, SHEETS)]
    return (("", _("(none)")), *rounds)


ORDER = PaperOption("order", N_("In which order"), choices=_orders)


def _shapes(_book: Book) -> Choices:
    return (("sheets", _("Sheets of A4")), ("booklet", _("A booklet (A4, both sides, short edge)")))


SHAPE = PaperOption("shape", N_("As what"), choices=_shapes)
GROUP = PaperOption("group", N_("Which group"), choices=_groups)
HOUSEHOLD = PaperOption("household", N_("Which household"), choices=_households)
BLANK = PaperOption("blank", N_("Empty, for those who move in"), kind="flag")
SHEET_ROUND = PaperOption("round", N_("For which round"), choices=_sheet_rounds)
RETURN_BY = PaperOption("return_by", N_("To be returned by"), kind="date")


@dataclass(frozen=True)
class Roster:
    """A 区民名簿: by group, or by reading."""

    groups: Groups
    by_kana: bool
    is_booklet: bool = False


@dataclass(frozen=True)
class GroupRosters:
    """A 隣組名簿 for each group; leader_word is what a group's leader is called here."""

    groups: Groups
    leader_word: str


@dataclass(frozen=True)
class Sheets:
    """groups is None for the empty sheet. asked: what the association would show at all.

    form: what the sheet is called in a round.
    """

    groups: Groups | None
    return_to: str
    return_by: date | None
    asked: frozenset[tuple[str, str]]
    form: str = ""


def who_is_in(gathered: Roster | GroupRosters) -> Iterable[Iterable[int]]:
    """The households of each of its groups."""
    return (group.ids() for group in gathered.groups)


def gather_members(book: Book, request: Request) -> Roster:
    groups = groups_for(book, request.whom, request.on, chosen=is_listed, with_family=False)
    by_kana = chosen(request, ORDER, book) == "kana"
    return Roster(groups, by_kana, chosen(request, SHAPE, book) == "booklet")


def draw_members(roster: Roster, imprint: Imprint) -> Printed:
    from kucho_desktop.households import papers

    draw = papers.roster_booklet if roster.is_booklet else papers.roster_members
    return draw(roster.groups, imprint, by_kana=roster.by_kana)


def gather_officers(book: Book, request: Request) -> Roster:
    groups = groups_for(
        book, request.whom, request.on, chosen=is_there, with_family=False, with_ties=True
    )
    return Roster(groups, chosen(request, ORDER, book) == "kana")


def draw_officers(roster: Roster, imprint: Imprint) -> Printed:
    from kucho_desktop.households import papers

    return papers.roster_officers(roster.groups, imprint, by_kana=roster.by_kana)


def one_part(_roster: Roster) -> int:
    return 1


def gather_group_rosters(book: Book, request: Request) -> GroupRosters:
    inside = group_asked(book, request)
    groups = groups_for(
        book, request.whom, request.on, chosen=is_visited, inside=inside, with_family=False
    )
    led = _led(book, request, groups)
    return GroupRosters(led, the_association(book, request.on).leader_word)


def _led(book: Book, request: Request, groups: Groups) -> Groups:
    """With their leaders and the next ones, where the room of the officers knows them."""
    leaders = leaders_of_groups(book, request.on, request.whom)
    named = {each.full_name: each.id for each in all_tonarigumi(book, request.on)}
    return tuple(
        replace(group, leader=leader, next_leader=coming)
        for group in groups
        for leader, coming in (leaders.get(named.get(group.title, 0), ("", "")),)
    )


def draw_group_rosters(rosters: GroupRosters, imprint: Imprint) -> Printed:
    from kucho_desktop.households import papers

    return papers.group_rosters(rosters.groups, imprint, leader_word=rosters.leader_word)


def draw_street_plans(rosters: GroupRosters, imprint: Imprint) -> Printed:
    from kucho_desktop.households import papers

    return papers.street_plans(rosters.groups, imprint)


def part_per_group(rosters: GroupRosters) -> int:
    return max(len(rosters.groups), 1)


def gather_sheets(book: Book, request: Request) -> Sheets:
    said = request.options
    association = the_association(book, request.on)
    of = _round(book, said.get("round", ""))
    return_by = said.get("return_by") or (of.return_by if of else "")
    whole = Sheets(
        None,
        association.leader_word,
        read_date(return_by, book.today) if return_by else None,
        association.limit,
        of.name if of else "",
    )
    if said.get("blank") in ("1", "yes", "true"):
        return whole
    only = number_of(said.get("household", ""))
    asked = asked_memberships(SHEETS)

    def is_asked(household: Household) -> bool:
        if only is not None:
            return household.id == only
        return household.membership in asked if of else is_visited(household)

    inside = group_asked(book, request)
    groups = groups_for(
        book, request.whom, request.on, chosen=is_asked, inside=inside, with_ties=True
    )
    if only is not None and not groups:
        raise NotAllowed(_("This household is not in the book."))
    return replace(whole, groups=groups)


def group_asked(book: Book, request: Request) -> int | None:
    """The group that is asked for, which was there on the paper's day; none for all of them."""
    typed = request.options.get("group", "")
    inside = number_of(typed)
    if inside is not None and all(each.id != inside for each in all_tonarigumi(book, request.on)):
        raise NotAllowed(_("There is no group of this name: {name}").format(name=typed))
    return inside


def _round(book: Book, typed: str) -> Round | None:
    number = number_of(typed)
    return None if number is None else round_named(book, number)


def draw_sheets(sheets: Sheets, imprint: Imprint) -> Printed:
    from kucho_desktop.households import papers

    to, by, asked, form = sheets.return_to, sheets.return_by, sheets.asked, sheets.form
    if sheets.groups is None:
        return papers.blank_household_sheet(
            imprint, return_to=to, return_by=by, asked=asked, form=form
        )
    return papers.household_sheets(
        sheets.groups, imprint, return_to=to, return_by=by, asked=asked, form=form
    )


PAPERS = (
    Paper(
        "roster-members",
        N_("Roster of members"),
        (Audience.EVERY_HOUSEHOLD, Audience.NOTICE_BOARD),
        gather_members,
        draw_members,
        one_part,
        (ORDER, SHAPE),
        who=who_is_in,
    ),
    Paper(
        "roster-officers",
        N_("Roster of members, for officers"),
        (Audience.OFFICERS, Audience.CHIEF, Audience.DISASTER),
        gather_officers,
        draw_officers,
        one_part,
        (ORDER,),
        who=who_is_in,
    ),
    Paper(
        "group-roster",
        N_("Roster of each group"),
        (Audience.GROUP_LEADER, Audience.OFFICERS, Audience.EVERY_HOUSEHOLD),
        gather_group_rosters,
        draw_group_rosters,
        part_per_group,
        (GROUP,),
        who=who_is_in,
    ),
    Paper(
        "group-plan",
        N_("Plan of the houses"),
        (Audience.GROUP_LEADER, Audience.OFFICERS, Audience.CHIEF, Audience.EVERY_HOUSEHOLD),
        gather_group_rosters,
        draw_street_plans,
        part_per_group,
        (GROUP,),
        who=who_is_in,
    ),
    Paper(
        "household-sheet",
        N_("Household sheet"),
        (Audience.PERSON,),
        gather_sheets,
        draw_sheets,
        unnumbered,
        (GROUP, HOUSEHOLD, BLANK, SHEET_ROUND, RETURN_BY),
        purpose="form",
        shelf=FORMS,
    ),
)
