"""Households as they are on a day, read from their intervals."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import Any

from kucho_desktop.association.store import shown_at_most
from kucho_desktop.core import periods
from kucho_desktop.core.book import Book
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
_DERIVED = {"head", "kana", "members", "consents", "since", "until"}


@cache
def _columns() -> str:
    said = [field for field in fields_of(Household) if field.name not in _DERIVED]
    columns = [f"{field.dated or 'household'}.{field.name}" for field in said]
    return ", ".join(
        [
            "household.id",
            "household.name",
            "household.name_kana",
            f"{MEMBERSHIP}.since",
            f"{MEMBERSHIP}.until",
            *columns,
        ]
    )


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


def households_on(book: Book, day: date | None = None) -> list[Household]:
    """All households on a day (today if none is given), in district order."""
    rank = {group.id: place for place, group in enumerate(all_tonarigumi(book, day))}
    last = len(rank)

    def place(household: Household) -> tuple[int, int, int]:
        group = household.tonarigumi_id
        return (
            last if group is None else rank.get(group, last),
            min(max(household.walking_order or LAST_ORDER, 0), LAST_ORDER),
            household.id,
        )

    return sorted(_read(book, day, None), key=place)


def _read(book: Book, day: date | None, ids: Sequence[int] | None) -> list[Household]:
    values: dict[str, object] = {"day": (day or book.today).isoformat()}
    if ids is not None:
        values["ids"] = json.dumps(list(ids))
    rows = book.rows(
        f"SELECT {_columns()} {ON_DAY} WHERE 1 {_among('household.id', ids)}", **values
    )
    members: dict[int, list[Member]] = {}
    own = _among(f"{HOME}.household_id", ids)
    for each in book.tuples(f"{_MEMBERS} {own} ORDER BY {HOME}.position, member.id", **values):
        id_, home, position, relation, name, kana, *rest = each
        reading = reading_of(name, kana)
        member = Member(id_, home, position, relation, name, reading, *rest)
        members.setdefault(home, []).append(member)
    consents: dict[int, list[Consent]] = {}
    own = _among("household_id", ids)
    for each in book.tuples(f"{_CONSENTS} {own} ORDER BY id", **values):
        consents.setdefault(each[1], []).append(Consent(*each))
    limit = shown_at_most(book)
    return [
        _household(
            row, tuple(members.get(row["id"], ())), tuple(consents.get(row["id"], ())), limit
        )
        for row in rows
    ]


def _household(
    row: dict[str, Any],
    members: tuple[Member, ...],
    consents: tuple[Consent, ...],
    limit: frozenset[tuple[str, str]],
) -> Household:
    """The head gives the household its name; a house in which nobody lives has one of its own."""
    head = head_of(members)
    name, kana = row.pop("name"), row.pop("name_kana")
    row["walking_order"] = row["walking_order"] or 0
    for dated in ("postal_code", "address", "building"):
        row[dated] = row[dated] or ""
    return Household(
        **row,
        head=head.name if head and head.name else name,
        kana=head.kana if head and head.name else kana,
        members=members,
        consents=consents,
        limit=limit,
    )
