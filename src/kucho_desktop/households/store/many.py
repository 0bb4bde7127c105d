"""Many households at once, each with every interval that ever held of it, by `executemany`."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from kucho_desktop.core.book import Book
from kucho_desktop.core.bulk import add_rows, last_id
from kucho_desktop.core.collecting import collected_later
from kucho_desktop.core.fields import fields_of
from kucho_desktop.core.i18n import N_
from kucho_desktop.households.model import (
    ADDRESSES,
    HOME,
    MEMBERSHIP,
    PLACE,
    WHEREABOUTS,
    Household,
    Member,
)

if TYPE_CHECKING:
    from sqlite_utils import Database

Row = tuple[Any, ...]

_IN_ROWS = 2000
"""Households that are held before they are written."""

_HOUSEHOLD = {"name": "", "name_kana": ""} | {
    each.name: Household.__dataclass_fields__[each.name].default
    for each in fields_of(Household)
    if not each.dated and each.kind.record is None and each.name not in ("head", "kana")
}
_MEMBER = {
    each.name: Member.__dataclass_fields__[each.name].default
    for each in fields_of(Member)
    if not each.dated
} | {"died": ""}
_NOBODY = tuple(_MEMBER.values())
_DAYS = ("since", "until")
_COLUMNS = {
    "household": ("id", *_HOUSEHOLD),
    MEMBERSHIP: ("household_id", "membership", "reason", *_DAYS),
    PLACE: ("household_id", "tonarigumi_id", "walking_order", *_DAYS),
    ADDRESSES: ("household_id", "postal_code", "address", "building", *_DAYS),
    "consent": ("household_id", "item", "audience", "answer", "way", *_DAYS),
    "member": ("id", *_MEMBER),
    HOME: ("member_id", "household_id", "relation", "position", *_DAYS),
    WHEREABOUTS: ("member_id", "whereabouts", *_DAYS),
}


class WholeMember(NamedTuple):
    """A person and the intervals of what is dated.

    values: what is not dated, by field name; what is missing is empty.
    homes: (relation, position, since, until).   whereabouts: (whereabouts, since, until).
    """

    values: Mapping[str, Any]
    homes: Sequence[Row]
    whereabouts: Sequence[Row] = ()


class WholeHousehold(NamedTuple):
    """A household and the intervals of what is dated; values as in `WholeMember`.

    A house in which nobody lives has its name in `values`: "name" and "name_kana".
    memberships: (membership, reason, since, until).
    places: (tonarigumi_id, walking_order, since, until).
    addresses: (postal_code, address, building, since, until).
    consents: (item, audience, answer, way, since, until).
    """

    values: Mapping[str, Any]
    memberships: Sequence[Row]
    places: Sequence[Row]
    addresses: Sequence[Row] = ()
    consents: Sequence[Row] = ()
    members: Sequence[WholeMember] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """The ids that a household and its people were given."""

    id: int
    members: range


def write_many(
    book: Book, households: Iterable[WholeHousehold], *, count: int, source: str = ""
) -> list[Written]:
    """Add them all as one step, in this order; gives their ids.

    count: how many, for the history; they themselves may come from a generator.
    """
    with book.step(
        N_("Read in {count} households from {source}"), count=count, source=source
    ) as db:
        return add_all(book, db, households)


def add_all(book: Book, db: "Database", households: Iterable[WholeHousehold]) -> list[Written]:
    """Inside an open step, add them all in this order; a part is held in memory at a time."""
    written: list[Written] = []
    household_id, member_id = (last_id(db.conn, name) + 1 for name in ("household", "member"))
    left = iter(households)
    with collected_later():
        while part := list(islice(left, _IN_ROWS)):
            rows: dict[str, list[Row]] = {name: [] for name in _COLUMNS}
            for each in part:
                people = range(member_id, member_id + len(each.members))
                _gather(rows, household_id, people, each)
                written.append(Written(household_id, people))
                household_id, member_id = household_id + 1, people.stop
            for name, gathered in rows.items():
                add_rows(db.conn, name, _COLUMNS[name], gathered)
    return written


def _gather(rows: dict[str, list[Row]], id_: int, people: range, each: WholeHousehold) -> None:
    rows["household"].append((id_, *map(each.values.get, _HOUSEHOLD, _HOUSEHOLD.values())))
    rows[MEMBERSHIP] += [(id_, *row) for row in each.memberships]
    rows[PLACE] += [(id_, *row) for row in each.places]
    rows[ADDRESSES] += [(id_, *row) for row in each.addresses]
    rows["consent"] += [(id_, *row) for row in each.consents]
    persons, homes = rows["member"], rows[HOME]
    for member_id, member in zip(people, each.members, strict=True):
        said = map(member.values.get, _MEMBER, _NOBODY) if member.values else _NOBODY
        persons.append((member_id, *said))
        for row in member.homes:
            homes.append((member_id, id_, *row))
        if member.whereabouts:
            rows[WHEREABOUTS] += [(member_id, *row) for row in member.whereabouts]
