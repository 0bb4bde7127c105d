"""The family of a household as a corrected table gives it."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING, Any

from kucho_desktop.core import periods
from kucho_desktop.core.book import Book
from kucho_desktop.households.model import HEAD, HOME, WHEREABOUTS, Household, Member, head_of
from kucho_desktop.households.model.again.comparison import Changed
from kucho_desktop.households.model.again.differences import (
    COMES,
    GOES,
    HEAD_IS,
    OF_PERSON,
    Difference,
)
from kucho_desktop.households.model.relations import relation_after
from kucho_desktop.households.store.again.dated import keep_dated, last_day
from kucho_desktop.households.store.family import add_member

if TYPE_CHECKING:
    from sqlite_utils import Database

_DATED = frozenset({"relation", "whereabouts"})
_MEMBER = frozenset(each.name for each in fields(Member))


def change_family(book: Book, db: "Database", changed: Changed, day: date | None) -> None:
    """Keep what differs in the family, inside an open step; the household keeps one head."""
    work = _Family(book, db, changed.household, day)
    said: dict[str, list[Difference]] = {}
    for each in changed.differences:
        said.setdefault(each.what, []).append(each)
    for each in said.get(OF_PERSON, ()):
        work.change(each)
    gone = [each.member for each in said.get(GOES, ())]
    work.leave(gone)
    heads = [*said.get(HEAD_IS, ())]
    coming = said.get(COMES, ())
    comes_as_head = any(each.person.get("relation") == HEAD for each in coming)
    before = head_of(changed.household.members)
    if before and not heads and not comes_as_head and before.id in gone:
        heads = _another_head(changed, gone)
    if heads or comes_as_head:
        told = {id_ for each in (*heads, *coming) for id_ in each.said}
        work.make_room_for_head(heads, {*told, *gone})
    for place, each in enumerate(coming, start=len(changed.household.members)):
        work.add(each, place)


def _another_head(changed: Changed, gone: Sequence[int]) -> list[Difference]:
    """Who refuses the new head but lets the last one go leaves it to the eldest in the list."""
    left = [each for each in changed.household.members if each.id not in gone and each.name]
    return [Difference(HEAD_IS, member=each.id, who=each.name) for each in left[:1]]


class _Family:
    """The people of one household while they are being changed."""

    def __init__(self, book: Book, db: "Database", household: Household, day: date | None) -> None:
        self._book, self._db, self._day = book, db, day
        self._household = household
        self._members = {each.id: each for each in household.members}
        self._before = head_of(household.members)
        self._head_gone: date | None = None

    def change(self, each: Difference) -> None:
        if each.name not in _DATED:
            self._db.table("member").update(each.member, {each.name: each.new})
            return
        table = HOME if each.name == "relation" else WHEREABOUTS
        if table == WHEREABOUTS and self._day is not None:
            self._be_at_home_before(each.member)
        self._keep(table, each.member, {each.name: each.new}, self._day)

    def _be_at_home_before(self, member: int) -> None:
        found = self._book.tuples(f"SELECT 1 FROM {WHEREABOUTS} WHERE member_id = :id", id=member)
        if not found:
            owner = {"member_id": member}
            periods.correct(self._db, WHEREABOUTS, owner, self._book.today, whereabouts="home")

    def _keep(self, table: str, member: int, values: dict[str, Any], day: date | None) -> None:
        keep_dated(self._book, self._db, table, {"member_id": member}, day, values)

    def leave(self, gone: Sequence[int]) -> None:
        for id_ in gone:
            last = last_day(self._members[id_].since, self._day, self._book.today)
            if self._before and id_ == self._before.id:
                self._head_gone = last
            periods.end_on(self._db, HOME, {"member_id": id_}, last)

    def make_room_for_head(self, heads: Sequence[Difference], told: set[int]) -> None:
        """The new head, if it is one of the family; the others' relations as seen from there.

        told: of whom the relation is known, or does not matter any more.
        """
        day = self._head_gone or self._day
        new = self._members[heads[0].member] if heads else None
        partner = next(
            (m.relation for m in self._members.values() if m.relation in ("妻", "夫")), ""
        )
        for member in self._members.values():
            if new is not None and member.id == new.id:
                continue
            if member.id not in told and (member.is_head or new is not None):
                became = new.relation if new is not None else ""
                after = relation_after(became, member.relation, member.gender, partner)
                self._keep(HOME, member.id, {"relation": after}, day)
        if new is not None:
            self._keep(HOME, new.id, {"relation": HEAD}, day)

    def add(self, each: Difference, position: int) -> None:
        """Somebody new: from the day on, or since the household is there."""
        values = {name: value for name, value in each.person.items() if name in _MEMBER}
        since = self._day.isoformat() if self._day else self._household.since
        if values.get("relation") == HEAD and self._day is None and self._before:
            since = self._head_gone.isoformat() if self._head_gone else self._before.since
        since = max(since, self._household.since)
        add_member(
            self._book, self._household.id, Member(0, **values | {"position": position}), since
        )
