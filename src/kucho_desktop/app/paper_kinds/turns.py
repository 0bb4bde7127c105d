"""輪番表: for a group whose turn comes when, for the officers' meeting with the reasons."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kucho_desktop.app.paper_kinds.households import GROUP, group_asked
from kucho_desktop.app.paper_request import OFFICES, Paper, Request
from kucho_desktop.association.store import the_association
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.officers import store
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.tonarigumi.model import within
from kucho_desktop.tonarigumi.store import all_tonarigumi

if TYPE_CHECKING:
    from kucho_desktop.officers.papers.rotas import GroupTurns

_BOARD = (Audience.OFFICERS, Audience.CHIEF)


@dataclass(frozen=True)
class Turns:
    """with_reasons: for the officers' meeting; a group is told no reason."""

    groups: "tuple[GroupTurns, ...]"
    leader_word: str
    with_reasons: bool


def gather_turns(book: Book, request: Request) -> Turns:
    from kucho_desktop.officers.papers.rotas import GroupTurns

    only = group_asked(book, request)
    inside = None if only is None else within(all_tonarigumi(book), only)
    ids = [id_ for id_, _name in store.groups_to_choose(book) if inside is None or id_ in inside]
    with_reasons = request.whom in _BOARD
    groups = []
    for rota in store.rotas(book, ids):
        lines = tuple(_lines(book, rota, with_reasons)) if rota.has_houses else ()
        houses = {each.household_id for each in rota.turns}
        if with_reasons:
            houses |= {each.household_id for turn in rota.turns for each in turn.skipped}
        groups.append(GroupTurns(rota.group, lines, tuple(sorted(houses - {0}))))
    leader = store.leader_post(book)
    word = leader.name if leader else the_association(book, request.on).leader_word
    return Turns(tuple(groups), word, with_reasons)


def _lines(book: Book, rota: store.Rota, with_reasons: bool) -> Iterable[Any]:
    from kucho_desktop.officers.papers.rotas import Line

    coming = store.next_turn(rota, book.today)
    for turn in rota.turns:
        name = turn.name or ("" if turn.is_past else _("(everybody is passed over)"))
        skipped = tuple(each.said() for each in turn.skipped) if with_reasons else ()
        note = turn.note if with_reasons or not turn.is_fixed else ""
        if turn.is_fixed and not note:
            note = _("exchanged or agreed")
        yield Line(turn.year.title, name, note, skipped, turn is coming)


def draw_turns(turns: Turns, imprint: Imprint) -> Printed:
    from kucho_desktop.officers import papers

    return papers.turns_paper(
        turns.groups, turns.leader_word, imprint, with_reasons=turns.with_reasons
    )


def part_per_group(turns: Turns) -> int:
    return max(len(turns.groups), 1)


def who_takes_turns(turns: Turns) -> Iterable[Iterable[int]]:
    return (group.households for group in turns.groups)


PAPERS = (
    Paper(
        "turns",
        N_("Turns of the group leaders"),
        (Audience.GROUP_LEADER, *_BOARD),
        gather_turns,
        draw_turns,
        part_per_group,
        (GROUP,),
        shelf=OFFICES,
        who=who_takes_turns,
    ),
)
