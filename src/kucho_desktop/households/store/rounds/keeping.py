"""Rounds of forms and lists: begun, entered line by line in walking order, closed."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain, count
from typing import Any

from kucho_desktop.association.store import fiscal_year
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.households.model import Household, Member
from kucho_desktop.households.model.rounds.round import (
    LISTS,
    REFUSED,
    RETURNED,
    SHEETS,
    Line,
    Progress,
    Round,
    Said,
    answers_of,
    asked_memberships,
)
from kucho_desktop.households.store import family
from kucho_desktop.households.store.consents import answer_consent, forget_answers
from kucho_desktop.households.store.listing import household_ids
from kucho_desktop.households.store.seen import household, households_of
from kucho_desktop.tonarigumi.store import tonarigumi_named

ROUND_TABLES = frozenset({"sheet_round", "sheet_return"})
_WAYS = {SHEETS: "form", LISTS: "word"}
_MESSAGES = {
    SHEETS: N_("{form} of {household} has come back"),
    LISTS: N_("{household} is put right ({form})"),
    REFUSED: N_("{household} does not want to answer {form}"),
}


def rounds_of(book: Book, kind: str = "") -> list[Round]:
    """All rounds, those that go on before those that are closed, newest first."""
    rows = book.rows("SELECT * FROM sheet_round ORDER BY closed <> '', began DESC, id DESC")
    return [Round(**row) for row in rows if kind in ("", row["kind"])]


def open_round(book: Book, kind: str) -> Round | None:
    """The round of this kind that goes on now."""
    return next((each for each in rounds_of(book, kind) if not each.closed), None)


def round_named(book: Book, id_: int) -> Round:
    found = [each for each in rounds_of(book) if each.id == id_]
    if not found:
        raise NotAllowed(_("This round is no longer there. Nothing was changed."))
    return found[0]


def begin_round(book: Book, kind: str, name: str, return_by: str = "") -> int:
    """Begin to ask everybody; return_by: the last day for it (ISO). Gives the id."""
    if open_round(book, kind):
        raise NotAllowed(_("There is a round that still goes on. Please close it first."))
    if not name.strip():
        raise NotAllowed(_("Please write what the round is called."))
    if name.strip() in _names(book):
        # The answers that a form brought are known by its name (see `forget_answers`).
        raise NotAllowed(_("There was a round of this name already. Please give it another one."))
    with book.step(N_("Begin {form}"), form=name.strip()) as db:
        values = {"kind": kind, "name": name.strip(), "began": book.today.isoformat()}
        id_ = db.table("sheet_round").insert({**values, "return_by": return_by}).last_pk
    assert isinstance(id_, int)
    return id_


def change_round(book: Book, id_: int, *, return_by: str) -> None:
    """Put the last day right."""
    now = round_named(book, id_)
    with book.step(N_("Change {form}"), form=now.name) as db:
        db.table("sheet_round").update(id_, {"return_by": return_by})


def close_round(book: Book, id_: int) -> None:
    """Nothing is waited for any more; what came back stays. Once is enough."""
    now = round_named(book, id_)
    if now.closed:
        return
    with book.step(N_("Close {form}"), form=now.name) as db:
        db.table("sheet_round").update(id_, {"closed": book.today.isoformat()})


# ---- how far it is ----


def progress_of(book: Book, of: Round) -> list[Progress]:
    """Group by group in district order; the households without a group come last."""
    found = book.tuples(
        f"""SELECT tonarigumi_id, count(*), count(sheet_return.id),
            coalesce(sum(sheet_return.state = :refused), 0)
        FROM household_today LEFT JOIN sheet_return
            ON sheet_return.household_id = household_today.id AND sheet_return.round_id = :round
        WHERE membership IN ({_listed(of.kind)}) GROUP BY tonarigumi_id""",
        round=of.id,
        refused=REFUSED,
    )
    groups: dict[int | None, str] = dict(tonarigumi_named(book).items())
    groups[None] = _("Without a group")
    counted: dict[int | None, list[int]] = {}
    for id_, *counts in found:
        there = id_ if id_ in groups else None
        so_far = counted.get(there, [0] * len(counts))
        counted[there] = [sum(pair) for pair in zip(so_far, counts, strict=True)]
    return [Progress(id_, title, *counted[id_]) for id_, title in groups.items() if id_ in counted]


def _listed(kind: str) -> str:
    return ", ".join(f"'{each}'" for each in sorted(asked_memberships(kind)))


def lines_of(book: Book, of: Round, group: int | None) -> list[Line]:
    """The households of a group in walking order, with what came back of each."""
    groups = [group] if group is not None else [None, *_groups_not_there(book)]
    asked = sorted(asked_memberships(of.kind))
    return lines_among(book, of, household_ids(book, groups=groups, memberships=asked))


def _groups_not_there(book: Book) -> list[int]:
    """Groups that are still to come: whoever is in one of them already has none today."""
    found = book.tuples("SELECT DISTINCT tonarigumi_id FROM household_today")
    there = tonarigumi_named(book)
    return [id_ for (id_,) in found if id_ is not None and id_ not in there]


def lines_among(book: Book, of: Round, ids: Sequence[int]) -> list[Line]:
    """These households, in this order."""
    states = _states(book, of)
    homes = households_of(book, ids)
    return [Line(each, *states.get(each.id, ("", ""))) for each in homes]


def lacking_ids(book: Book, of: Round) -> list[int]:
    """The households of which nothing came back, in district order."""
    there = _states(book, of)
    asked = household_ids(book, memberships=sorted(asked_memberships(of.kind)))
    return [id_ for id_ in asked if id_ not in there]


def _states(book: Book, of: Round) -> Mapping[int, tuple[str, str]]:
    rows = book.tuples(
        "SELECT household_id, state, returned_on FROM sheet_return WHERE round_id = :id", id=of.id
    )
    return {row[0]: (row[1], row[2]) for row in rows}


# ---- what came back ----


def keep_line(book: Book, of: Round, id_: int, said: Said) -> None:
    """Keep a line as it came back: answers, phones, number of people, and that it is there.

    Whoever did not want to answer has said no to everything that was asked.
    """
    now = _must_be_there(book, id_)
    answers = said.answers
    if said.state == REFUSED:
        answers = dict.fromkeys(answers_of(now), False)
    message = _MESSAGES[of.kind if said.state == RETURNED else REFUSED]
    with book.step(message, household=now.head, form=of.name) as db:
        _mark(book, of, id_, said.state)
        for audience in dict.fromkeys(audience for _item, audience in answers):
            own = {item: yes for (item, to), yes in answers.items() if to == audience}
            answer_consent(book, id_, audience, own, book.today, _WAYS[of.kind], of.name)
        values: dict[str, Any] = {
            name: value
            for name in ("phone", "mobile")
            if (value := getattr(said, name)) is not None and value != getattr(now, name)
        }
        if of.kind == SHEETS and said.state == RETURNED:
            values["recorded_on"] = book.today.isoformat()
        if values:
            db.table("household").update(id_, values)
        if said.people is not None and said.people != len(now.members):
            _count_people(book, now, said.people)


def keep_rest(book: Book, of: Round, group: int | None) -> None:
    """All lines of a group that are still out came back as they were printed."""
    left = [line.household.id for line in lines_of(book, of, group) if not line.state]
    with book.step(N_("The rest of {group} is as it was ({form})"), **_named(book, of, group)):
        for id_ in left:
            _mark(book, of, id_, RETURNED)


def _named(book: Book, of: Round, group: int | None) -> dict[str, str]:
    return {
        "group": tonarigumi_named(book).get(group or 0, "") or _("Without a group"),
        "form": of.name,
    }


def take_line_back(book: Book, of: Round, id_: int) -> None:
    """It did not come back after all: the answers given in this round go, too."""
    now = _must_be_there(book, id_)
    with book.step(
        N_("{form} of {household} is still out"), household=now.head, form=of.name
    ) as db:
        for row in _returns(book, of, id_):
            db.table("sheet_return").delete(row["id"])
        forget_answers(book, id_, of.name)


def _mark(book: Book, of: Round, id_: int, state: str) -> None:
    there = _returns(book, of, id_)
    with book.step("") as db:
        if there:
            db.table("sheet_return").update(there[0]["id"], {"state": state})
        else:
            values = {"round_id": of.id, "household_id": id_, "state": state}
            db.table("sheet_return").insert({**values, "returned_on": book.today.isoformat()})


def _returns(book: Book, of: Round, id_: int) -> list[dict[str, Any]]:
    return book.rows(
        "SELECT id FROM sheet_return WHERE round_id = :round AND household_id = :id",
        round=of.id,
        id=id_,
    )


def _count_people(book: Book, now: Household, people: int) -> None:
    """Only people without a name come and go by number; of others it must be said who."""
    more = people - len(now.members)
    if more > 0:
        first = max((each.position for each in now.members), default=-1) + 1
        for at in range(more):
            member = Member(0, position=first + at)
            family.add_member(book, now.id, member, book.today.isoformat())
        return
    nameless = [each for each in now.members if not each.name and not each.is_head]
    if len(nameless) < -more:
        raise NotAllowed(
            _("{household}: please say who has left, at “{changed}”.").format(
                household=now.head, changed=_("What has changed…")
            )
        )
    for member in _last(nameless, -more):
        if member.since >= book.today.isoformat():
            family.remove_home(book, member.id, now.id)
        else:
            family.member_leaves(book, member.id, book.today)


def _last(members: Iterable[Member], count: int) -> list[Member]:
    return list(members)[-count:]


def _must_be_there(book: Book, id_: int) -> Household:
    found = household(book, id_)
    if found is None:
        raise NotAllowed(_("This household is no longer there. Nothing was changed."))
    return found


def name_of_round(book: Book, kind: str) -> str:
    """What a new round would be called: 「令和8年度 世帯票」, and a second one in the year."""
    text = _("Household sheet of {year}") if kind == SHEETS else _("Lists put right for {year}")
    name, taken = text.format(year=fiscal_year(book).title), _names(book)
    more = (_("{form} ({number})").format(form=name, number=number) for number in count(2))
    return next(each for each in chain([name], more) if each not in taken)


def _names(book: Book) -> set[str]:
    return {each.name for each in rounds_of(book)}


def usual_return_by(kind: str, began: date) -> date:
    """Three weeks for a form that everybody fills in, two for a group's list."""
    return began + timedelta(days=21 if kind == SHEETS else 14)
