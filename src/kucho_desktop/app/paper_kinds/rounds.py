"""The papers of a round of forms or lists, and what each takes from the book."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kucho_desktop.app.paper_kinds.households import GROUP, group_asked
from kucho_desktop.app.paper_request import FORMS, Choices, Paper, PaperOption, Request
from kucho_desktop.association.store import the_association
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.households.model.gathered import ShownGroup
from kucho_desktop.households.model.rounds.lists_to_correct import ListToCorrect
from kucho_desktop.households.model.rounds.round import LISTS, SHEETS, Round
from kucho_desktop.households.store import (
    lists_to_correct,
    questions_asked,
    rounds_of,
    still_out_groups,
)
from kucho_desktop.paper.imprint import Imprint, Printed


@dataclass(frozen=True)
class Back:
    """What it is called, to whom it goes back, and by which day."""

    form: str
    to: str
    by: date | None


@dataclass(frozen=True)
class Lists:
    """The lists that the leaders put right. questions: item and audience of each answer."""

    lists: tuple[ListToCorrect, ...]
    questions: tuple[tuple[str, str], ...]
    back: Back
    leader_word: str


@dataclass(frozen=True)
class StillOut:
    """The households of which nothing came back. kind: of the round."""

    groups: tuple[ShownGroup, ...]
    back: Back
    kind: str = SHEETS


def _list_rounds(book: Book) -> Choices:
    rounds = [(str(each.id), each.name) for each in rounds_of(book, LISTS)]
    return rounds or (("", _("(none)")),)


def _all_rounds(book: Book) -> Choices:
    rounds = [(str(each.id), each.name) for each in _sheets_first(book)]
    return rounds or (("", _("(none)")),)


def _sheets_first(book: Book) -> list[Round]:
    """Those that go on before those that are closed, forms before lists among them."""
    return sorted(rounds_of(book), key=lambda each: (bool(each.closed), each.kind != SHEETS))


def _round_of(rounds: Sequence[Round], request: Request) -> Round | None:
    """The one that is asked for, else the first."""
    typed = request.options.get("round", "")
    if not typed:
        return rounds[0] if rounds else None
    for each in rounds:
        if str(each.id) == typed:
            return each
    raise NotAllowed(_("This round is no longer there. Nothing was changed."))


def _back(book: Book, of: Round | None) -> Back:
    association = the_association(book)
    to = association.chief_word
    if association.chief:
        to = _("{word} {name}").format(word=to, name=association.chief)
    by = date.fromisoformat(of.return_by) if of and of.return_by else None
    return Back(of.name if of else "", to, by)


def gather_lists(book: Book, request: Request) -> Lists:
    back = _back(book, _round_of(rounds_of(book, LISTS), request))
    made = lists_to_correct(book, request.whom, request.on, inside=group_asked(book, request))
    leader_word = the_association(book, request.on).leader_word
    return Lists(made, questions_asked(book), back, leader_word)


def draw_lists(lists: Lists, imprint: Imprint) -> Printed:
    from kucho_desktop.households import papers

    return papers.lists_to_correct(
        lists.lists,
        imprint,
        questions=lists.questions,
        title=lists.back.form,
        return_to=lists.back.to,
        return_by=lists.back.by,
        leader_word=lists.leader_word,
    )


def part_per_list(lists: Lists) -> int:
    return max(len(lists.lists), 1)


def who_is_listed(lists: Lists) -> Iterable[Iterable[int]]:
    return (each.group.ids() for each in lists.lists)


def gather_still_out(book: Book, request: Request) -> StillOut:
    of = _round_of(_sheets_first(book), request)
    if of is None:
        return StillOut((), _back(book, None))
    inside = group_asked(book, request)
    groups = still_out_groups(book, request.whom, request.on, of, inside=inside)
    return StillOut(groups, _back(book, of), of.kind)


def draw_still_out(out: StillOut, imprint: Imprint) -> Printed:
    from kucho_desktop.households import papers

    back = out.back
    return papers.still_out(
        out.groups,
        imprint,
        form=back.form,
        return_to=back.to,
        return_by=back.by,
        is_list=out.kind == LISTS,
    )


def part_per_group(out: StillOut) -> int:
    return max(len(out.groups), 1)


def who_is_out(out: StillOut) -> Iterable[Iterable[int]]:
    return (group.ids() for group in out.groups)


PAPERS = (
    Paper(
        "correction-list",
        N_("List of each group to put right"),
        (Audience.GROUP_LEADER, Audience.CHIEF),
        gather_lists,
        draw_lists,
        part_per_list,
        (PaperOption("round", N_("For which round"), choices=_list_rounds), GROUP),
        purpose="form",
        shelf=FORMS,
        who=who_is_listed,
    ),
    Paper(
        "still-out",
        N_("Households still out"),
        (Audience.GROUP_LEADER, Audience.OFFICERS, Audience.CHIEF),
        gather_still_out,
        draw_still_out,
        part_per_group,
        (PaperOption("round", N_("For which round"), choices=_all_rounds), GROUP),
        purpose="form",
        shelf=FORMS,
        who=who_is_out,
    ),
)
