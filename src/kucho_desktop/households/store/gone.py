"""Who left or died long ago, found by the days on which memberships and homes ended.

There can be thousands in a large district: all of them are read together.
"""

import json
from collections.abc import Iterable
from datetime import date

from kucho_desktop.core.book import Book
from kucho_desktop.core.tables import HOUSEHOLD, MEMBER
from kucho_desktop.households.model import ADDRESSES, HEAD, HOME, MEMBERSHIP
from kucho_desktop.households.model.gone import LongGone, years_before
from kucho_desktop.households.store.again.merging import merged_into

_HOUSES = f"""SELECT household_id AS id, max(until) AS ended FROM {MEMBERSHIP}
    GROUP BY household_id HAVING max(until) <= :cutoff"""
_PEOPLE = f"""SELECT member_id AS id, max(until) AS ended FROM {HOME} GROUP BY member_id
    HAVING max(until) <= :cutoff AND sum(household_id NOT IN (SELECT id FROM ({_HOUSES}))) > 0"""
_THESE_HOUSES = f"""SELECT household_id AS id, max(until) AS ended FROM {MEMBERSHIP}
    WHERE household_id IN (SELECT value FROM json_each(:ids)) GROUP BY household_id"""
_THESE_PEOPLE = f"""SELECT member_id AS id, max(until) AS ended FROM {HOME}
    WHERE member_id IN (SELECT value FROM json_each(:ids)) GROUP BY member_id"""

_ADDRESS = f"""(SELECT trim(address || ' ' || building) FROM {ADDRESSES}
    WHERE {ADDRESSES}.household_id = {{house}} ORDER BY until DESC LIMIT 1)"""
_LAST_HEAD = f"""(SELECT member.name FROM {HOME} JOIN member ON member.id = member_id
    WHERE household_id = {{house}} AND relation = '{HEAD}' AND member.name <> ''
    ORDER BY until DESC, since DESC LIMIT 1)"""
_TOLD_OF_HOUSES = f"""SELECT gone.id, ended, household.name, {_LAST_HEAD.format(house="gone.id")},
        {_ADDRESS.format(house="gone.id")},
        (SELECT reason FROM {MEMBERSHIP} WHERE household_id = gone.id ORDER BY until DESC LIMIT 1),
        EXISTS (SELECT 1 FROM {HOME} JOIN member ON member.id = member_id
            WHERE household_id = gone.id AND died = ended),
        (SELECT json_group_array(name) FROM (SELECT member.name AS name FROM {HOME}
            JOIN member ON member.id = member_id WHERE household_id = gone.id
            AND until = ended AND member.name <> '' ORDER BY position))
    FROM ({{which}}) gone JOIN household ON household.id = gone.id"""
_TOLD_OF_PEOPLE = f"""SELECT id, ended, name, died, coalesce(
            (SELECT nullif(head, '') FROM household_today WHERE household_today.id = house),
            {_LAST_HEAD.format(house="house")}, {_ADDRESS.format(house="house")}, ''),
        {_ADDRESS.format(house="house")}
    FROM (SELECT gone.id, ended, member.name, member.died, (SELECT household_id FROM {HOME}
            WHERE member_id = gone.id ORDER BY until DESC, id DESC LIMIT 1) AS house
        FROM ({{which}}) gone JOIN member ON member.id = gone.id)"""


def long_gone(book: Book, years: int) -> list[LongGone]:
    """Who left or died so many years ago or earlier, the longest ago first.

    People of a household that is in the list are told with it.
    """
    cutoff = years_before(book.today, years).isoformat()
    found = [
        *_houses(book, _HOUSES, cutoff=cutoff),
        *_people(book, _PEOPLE, cutoff=cutoff),
    ]
    return sorted(found, key=lambda each: (each.since, each.kind, each.id))


def ids_long_gone(book: Book, years: int) -> frozenset[tuple[str, int]]:
    """(kind, id) of that list, without reading what is told of them."""
    cutoff = years_before(book.today, years).isoformat()
    houses = [(HOUSEHOLD, row[0]) for row in book.tuples(_HOUSES, cutoff=cutoff)]
    people = [(MEMBER, row[0]) for row in book.tuples(_PEOPLE, cutoff=cutoff)]
    return frozenset([*houses, *people])


def still_gone(book: Book, years: int) -> frozenset[tuple[str, int]]:
    """(kind, id) of all households and people who have been away so long."""
    cutoff = years_before(book.today, years).isoformat()
    houses = book.tuples(_HOUSES, cutoff=cutoff)
    people = book.tuples(
        f"SELECT member_id FROM {HOME} GROUP BY member_id HAVING max(until) <= :cutoff",
        cutoff=cutoff,
    )
    return frozenset(
        [(HOUSEHOLD, id_) for id_, _until in houses] + [(MEMBER, id_) for (id_,) in people]
    )


def told_of_gone(book: Book, wanted: Iterable[tuple[str, int]]) -> dict[tuple[str, int], LongGone]:
    """The same of these (kind, id), however long ago it was, or if they are there again."""
    asked = list(wanted)
    houses, people = (
        json.dumps([id_ for each, id_ in asked if each == kind]) for kind in (HOUSEHOLD, MEMBER)
    )
    found = [*_houses(book, _THESE_HOUSES, ids=houses), *_people(book, _THESE_PEOPLE, ids=people)]
    return {(each.kind, each.id): each for each in found}


def with_entries_that_became_one(book: Book, households: Iterable[int]) -> frozenset[int]:
    """Households with the ids under which they were written down a second time."""
    own = set(households)
    return frozenset(own.union(*(merged_into(book, id_) for id_ in own)))


def _houses(book: Book, which: str, **values: object) -> list[LongGone]:
    told = []
    for row in book.tuples(_TOLD_OF_HOUSES.format(which=which), **values):
        id_, ended, name, head, address, reason, has_died, people = row
        told.append(
            LongGone(
                HOUSEHOLD,
                id_,
                head or name or address or "",
                date.fromisoformat(ended),
                tuple(json.loads(people)),
                address or "",
                has_died=bool(has_died),
                reason=reason or "",
            )
        )
    return told


def _people(book: Book, which: str, **values: object) -> list[LongGone]:
    told = []
    for row in book.tuples(_TOLD_OF_PEOPLE.format(which=which), **values):
        id_, ended, name, died, house, address = row
        day = date.fromisoformat(ended)
        told.append(LongGone(MEMBER, id_, name, day, (), address or "", house, has_died=bool(died)))
    return told
