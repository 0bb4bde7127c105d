"""Households as they are on a day, read from their intervals."""

import json
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import cache
from typing import Any

from kucho_desktop.association.store import shown_at_most
from kucho_desktop.core import periods
from kucho_desktop.core.book import Book
from kucho_desktop.core.collecting import collected_later
from kucho_desktop.core.fields import fields_of
from kucho_desktop.households.model import (
    ADDRESSES,
    HOME,
    MEMBERSHIP,
    PLACE,
    WHEREABOUTS,
    Consent,
    Household,
    Member,
    head_of,
)
from kucho_desktop.households.model.people import reading_of
from kucho_desktop.tonarigumi.store import all_tonarigumi

TABLES = frozenset(
    {
        "household",
        "member",
        "consent",
        "attachment",
        MEMBERSHIP,
        PLACE,
        ADDRESSES,
        HOME,
        WHEREABOUTS,
        "household_tie",
        "household_talk",
        "tonarigumi",
        "tonarigumi_place",
    }
)

ON_DAY = f"""
    FROM household
    JOIN {MEMBERSHIP} ON {MEMBERSHIP}.household_id = household.id AND {periods.on(MEMBERSHIP)}
    LEFT JOIN {PLACE} ON {PLACE}.household_id = household.id AND {periods.on(PLACE)}
    LEFT JOIN {ADDRESSES} ON {ADDRESSES}.household_id = household.id AND {periods.on(ADDRESSES)}
"""
"""The one way from a household to what holds on :day; a household that is gone is not there."""

_MEMBERS = f"""
    SELECT member.id, {HOME}.household_id, {HOME}.position, {HOME}.relation, member.name,
        member.kana, member.born, member.gender, coalesce({WHEREABOUTS}.whereabouts, 'home')
        AS whereabouts, member.phone, member.work, member.note, member.former_name,
        member.known_as, member.known_as_kana, member.drawn_as, member.by_known_as,
        {HOME}.since, {HOME}.until
    FROM {HOME} JOIN member ON member.id = {HOME}.member_id
    LEFT JOIN {WHEREABOUTS} ON {WHEREABOUTS}.member_id = member.id AND {periods.on(WHEREABOUTS)}
    WHERE {periods.on(HOME)}
"""
_CONSENTS = f"""
    SELECT id, household_id, item, audience, answer, since, way, until, form FROM consent
    WHERE {periods.on("consent")}
"""
LAST_ORDER = 999_999
"""Where a household without a place in the walk stands; the order is kept in six digits."""
_FIELDS = tuple(Household.__dataclass_fields__)
_HEAD, _KANA, _FAMILY, _ANSWERS, _LIMIT, _REFUSED = map(
    _FIELDS.index, ("head", "kana", "members", "consents", "limit", "refused")
)
_ELSEWHERE = {
    "head": "household.name",
    "kana": "household.name_kana",
    "members": "NULL",
    "consents": "NULL",
    "limit": "NULL",
    "refused": "NULL",
    "since": f"{MEMBERSHIP}.since",
    "until": f"{MEMBERSHIP}.until",
    "walking_order": f"coalesce({PLACE}.walking_order, 0)",
    "tonarigumi_id": f"{PLACE}.tonarigumi_id",
}
"""What a household says of itself otherwise than under the same name."""


@cache
def _columns() -> str:
    """In the order in which `Household` takes them."""
    dated = {field.name: field.dated for field in fields_of(Household)}
    columns = []
    for name in _FIELDS:
        own = f"coalesce({dated[name]}.{name}, '')" if dated.get(name) else f"household.{name}"
        columns.append(_ELSEWHERE.get(name, own))
    return ", ".join(columns)


def _among(column: str, ids: Iterable[int] | None) -> str:
    """The same words for any ids, so that SQLite need not think about them each time."""
    return "" if ids is None else f" AND {column} IN (SELECT value FROM json_each(:ids))"


def households_of(book: Book, ids: Sequence[int], day: date | None = None) -> list[Household]:
    """These households, in this order; those not there on the day are left out."""
    found = {household.id: household for household in _read(book, day, ids)}
    return [found[id_] for id_ in ids if id_ in found]


def household(book: Book, id_: int, day: date | None = None) -> Household | None:
    found = households_of(book, [id_], day)
    return found[0] if found else None


def households_on(
    book: Book, day: date | None = None, *, inside: Collection[int] | None = None
) -> list[Household]:
    """All households on a day (today if none is given), in district order.

    inside: only those that belong to one of these groups.
    """
    rank = {group.id: place for place, group in enumerate(all_tonarigumi(book, day))}
    last = len(rank)

    def place(household: Household) -> tuple[int, int, int]:
        group = household.tonarigumi_id
        return (
            last if group is None else rank.get(group, last),
            min(max(household.walking_order or LAST_ORDER, 0), LAST_ORDER),
            household.id,
        )

    ids = None if inside is None else _ids_in(book, day, inside)
    return sorted(_read(book, day, ids), key=place)


def _ids_in(book: Book, day: date | None, groups: Collection[int]) -> list[int]:
    found = book.tuples(
        f"SELECT household_id FROM {PLACE} WHERE {periods.on(PLACE)}"
        f" {_among('tonarigumi_id', groups)}",
        day=(day or book.today).isoformat(),
        ids=json.dumps(list(groups)),
    )
    return [id_ for (id_,) in found]


def _read(book: Book, day: date | None, ids: Sequence[int] | None) -> list[Household]:
    values: dict[str, object] = {"day": (day or book.today).isoformat()}
    if ids is not None:
        values["ids"] = json.dumps(list(ids))
    with collected_later():
        members: dict[int, list[Member]] = {}
        own = _among(f"{HOME}.household_id", ids)
        for each in book.tuples(f"{_MEMBERS} {own} ORDER BY {HOME}.position, member.id", **values):
            members.setdefault(each[1], []).append(_member(each))
        consents: dict[int, list[Consent]] = {}
        own = _among("household_id", ids)
        for each in book.tuples(f"{_CONSENTS} {own} ORDER BY id", **values):
            consents.setdefault(each[1], []).append(Consent(*each))
        own = _among("household.id", ids)
        rows = book.tuples(f"SELECT {_columns()} {ON_DAY} WHERE 1 {own}", **values)
        limit, refused = shown_at_most(book), _refused_since(book, day)
        return [
            _household(
                row,
                tuple(members.get(row[0], ())),
                tuple(consents.get(row[0], ())),
                limit,
                frozenset(refused.get(row[0], ())),
            )
            for row in rows
        ]


def _member(values: tuple[Any, ...]) -> Member:
    """A name that begins with a common kanji is read as it is kept; others may be from abroad."""
    if "一" <= values[4] < "\uff00":
        return Member(*values)
    id_, home, position, relation, name, kana, *rest = values
    return Member(id_, home, position, relation, name, reading_of(name, kana), *rest)


def _refused_since(book: Book, day: date | None) -> dict[int, set[tuple[str, str]]]:
    """What a household does not agree to today, of whatever earlier day it is asked.

    What is handed out now keeps to what is answered now.
    """
    refused: dict[int, set[tuple[str, str]]] = {}
    if day is not None and day < book.today:
        for id_, item, audience in book.tuples(
            "SELECT household_id, item, audience FROM consent"
            f" WHERE answer <> 'yes' AND {periods.on('consent')}",
            day=book.today.isoformat(),
        ):
            refused.setdefault(id_, set()).add((item, audience))
    return refused


def _household(
    row: tuple[Any, ...],
    members: tuple[Member, ...],
    consents: tuple[Consent, ...],
    limit: frozenset[tuple[str, str]],
    refused: frozenset[tuple[str, str]],
) -> Household:
    """The head gives the household its name; a house in which nobody lives has one of its own."""
    values = list(row)
    head = head_of(members)
    if head and head.name:
        values[_HEAD], values[_KANA] = head.name, head.kana
    values[_FAMILY], values[_ANSWERS] = members, consents
    values[_LIMIT], values[_REFUSED] = limit, refused
    return Household(*values)
