"""Who came, who went and what became of households, read from where their intervals begin and end.

All that changes the figures: those of a day are those of a day before and what happened since.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import age_on
from kucho_desktop.households.model import HOME, MEMBERSHIP, PLACE
from kucho_desktop.households.model.figures.moves import KINDS, Crossing, Move, kind_of

_ORDER = {kind: place for place, (kind, _label) in enumerate(KINDS)}
_NEWBORN = 1
"""Years: who comes to live in a household before this age was born into it."""

_SPAN = "BETWEEN :first AND :last"
_HELD = "{0}.since <= {1} AND {1} < {0}.until"
_NAMED = f"""coalesce((SELECT nullif(member.name, '') FROM {HOME} JOIN member
        ON member.id = {HOME}.member_id WHERE {HOME}.household_id = happened.household_id
        AND {HOME}.relation = 'head' AND {_HELD.format(HOME, "at")} LIMIT 1), household.name),
    coalesce((SELECT nullif(member.kana, '') FROM {HOME} JOIN member
        ON member.id = {HOME}.member_id WHERE {HOME}.household_id = happened.household_id
        AND {HOME}.relation = 'head' AND {_HELD.format(HOME, "at")} LIMIT 1),
        household.name_kana),
    (SELECT {PLACE}.tonarigumi_id FROM {PLACE} WHERE {_HELD.format(PLACE, "at")}
        AND {PLACE}.household_id = happened.household_id LIMIT 1)"""
"""Head, reading and group on the day `at`: for what ended, the last one on which it held."""

_BELONGED = f"""
    WITH held AS (SELECT household_id, membership, reason, since, until,
        lag(membership) OVER each AS former, lag(until) OVER each AS former_end,
        lead(since) OVER each AS next_begin
        FROM {MEMBERSHIP} WINDOW each AS (PARTITION BY household_id ORDER BY since)),
    happened AS (
        SELECT household_id, since AS day, since AS at,
            CASE WHEN former_end = since THEN former ELSE '' END AS before,
            membership AS after, reason FROM held WHERE since {_SPAN}
        UNION ALL
        SELECT household_id, until, date(until, '-1 day'), membership, '', reason FROM held
        WHERE until {_SPAN} AND next_begin IS NOT until)
    SELECT household_id, day, before, after, reason, {_NAMED}
    FROM happened JOIN household ON household.id = household_id"""
_LIVED = f"""
    WITH lived AS (SELECT member_id, household_id, since, until,
        lag(household_id) OVER each AS former, lag(until) OVER each AS former_end,
        lead(household_id) OVER each AS next, lead(since) OVER each AS next_begin
        FROM {HOME} WINDOW each AS (PARTITION BY member_id ORDER BY since)),
    happened AS (
        SELECT member_id, household_id, since AS day, since AS at, 1 AS comes,
            CASE WHEN former_end = since THEN former END AS other FROM lived WHERE since {_SPAN}
        UNION ALL
        SELECT member_id, household_id, until, date(until, '-1 day'), 0,
            CASE WHEN next_begin = until THEN next END FROM lived WHERE until {_SPAN})
    SELECT household_id, day, comes, other, member.name, member.born,
        member.died <> '' AND member.died <= day, member_id, {_NAMED}
    FROM happened JOIN member ON member.id = member_id
    JOIN household ON household.id = household_id
    WHERE other IS NOT household_id"""


class _Belonged(NamedTuple):
    """A household came, went, or belongs otherwise."""

    household_id: int
    day: str
    before: str
    after: str
    reason: str
    head: str
    kana: str
    group: int | None


class _Lived(NamedTuple):
    """A person begins or ends to live in a household; other: the one before or after it."""

    household_id: int
    day: str
    comes: int
    other: int | None
    name: str
    born: str
    died: int
    member_id: int
    head: str
    kana: str
    group: int | None


def moves_between(book: Book, first: date, last: date) -> list[Move]:
    """What happened from one day to another, both included, oldest first."""
    days = {"first": first.isoformat(), "last": last.isoformat()}
    belonged = [_Belonged(*row) for row in book.tuples(_BELONGED, **days)]
    lived = [_Lived(*row) for row in book.tuples(_LIVED, **days)]
    with_people: dict[tuple[int, str], list[_Lived]] = {}
    for each in lived:
        with_people.setdefault((each.household_id, each.day), []).append(each)
    moves: list[Move] = []
    moved_along: set[tuple[int, str]] = set()
    for household in belonged:
        key = (household.household_id, household.day)
        people = with_people.get(key, [])
        move, along = _of_household(household, people)
        moves.append(move)
        with_people[key] = [person for person in people if person not in along]
        moved_along |= {(person.member_id, person.day) for person in along}
    for left in with_people.values():
        moves += _of_people(
            person for person in left if (person.member_id, person.day) not in moved_along
        )
    return sorted(moves, key=_place)


def _place(move: Move) -> tuple[str, int, int, int]:
    return move.day, move.tonarigumi_id or 0, move.household_id, _ORDER[move.kind]


_WITH_PEOPLE = {"came": 1, "split": 1, "went": -1, "merged": -1, "ended": -1, "emptied": -1}
"""Kinds of a household that take the people along who come (1) or go (-1) on the same day."""


def _of_household(each: _Belonged, people: Sequence[_Lived]) -> tuple[Move, list[_Lived]]:
    """The move, and those of its people who came or went with it."""
    crossing = Crossing(
        came=any(person.comes for person in people),
        from_here=any(person.comes and person.other for person in people),
        to_there=any(not person.comes and person.other for person in people),
        died=any(person.died and not person.comes for person in people),
    )
    kind = kind_of(each.before, each.after, crossing)
    way = _WITH_PEOPLE.get(kind, 0)
    along = [
        person
        for person in people
        if (way > 0 and person.comes) or (way < 0 and not person.comes and not person.died)
    ]
    move = Move(
        each.day,
        kind,
        each.household_id,
        each.group,
        each.head,
        each.kana,
        size=len(along),
        persons=way * sum(person.other is None for person in along),
        before=each.before,
        after=each.after,
        reason=each.reason,
    )
    return move, along


def _of_people(people: Iterable[_Lived]) -> Iterable[Move]:
    """Those who came or went on a day without their household."""
    for person in people:
        kind, persons = _kind_of_person(person)
        if kind:
            yield Move(
                person.day,
                kind,
                person.household_id,
                person.group,
                person.head,
                person.kana,
                people=(person.name,),
                size=1,
                persons=persons,
            )


def _kind_of_person(person: _Lived) -> tuple[str, int]:
    """What it is called and by how much it changes the persons of the district."""
    if person.comes:
        if person.other is not None:
            return "within", 0
        age = (
            age_on(person.born, date.fromisoformat(person.day)) if len(person.born) == 10 else None
        )
        return ("born", 1) if age is not None and age < _NEWBORN else ("person_came", 1)
    if person.other is not None:
        return "", 0  # told where the person came to
    return ("died", -1) if person.died else ("person_went", -1)
