"""Adding, changing and ending households."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from kucho_desktop.core import periods
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.fields import field_named
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.core.rows import change_row, replace_rows
from kucho_desktop.core.tables import TABLES
from kucho_desktop.households.model import (
    ADDRESSES,
    HEAD,
    HOME,
    MEMBERSHIP,
    PLACE,
    Household,
    Member,
    head_of,
)
from kucho_desktop.households.store import family
from kucho_desktop.households.store.seen import household
from kucho_desktop.households.store.ties import keeping as ties

_DATED_DEFAULTS: dict[str, dict[str, Any]] = {
    MEMBERSHIP: {"membership": "full"},
    PLACE: {"tonarigumi_id": None, "walking_order": 0},
    ADDRESSES: {},
}


def add_household(
    book: Book,
    head: str,
    *,
    kana: str = "",
    tonarigumi_id: int | None = None,
    walking_order: int = 0,
    membership: str = "full",
    since: str = periods.ALWAYS,
    **values: Any,
) -> int:
    """Add a household with its head, at the end of its group if no order is given; gives its id.

    A house in which nobody lives keeps the name for itself.
    """
    address = {name: values.pop(name) for name in _ADDRESS if name in values}
    lived_in = membership not in _ONLY_HOUSES
    if not lived_in:
        values |= {"name": head, "name_kana": kana}
    with book.step(N_("Add household {household}"), household=head) as db:
        id_ = db.table("household").insert({"note": "", **values}).last_pk
        assert isinstance(id_, int)
        days = {"household_id": id_, "since": since, "until": periods.OPEN}
        db.table(MEMBERSHIP).insert({**days, "membership": membership})
        order = walking_order or next_place(book, tonarigumi_id)
        db.table(PLACE).insert({**days, "tonarigumi_id": tonarigumi_id, "walking_order": order})
        if address:
            db.table(ADDRESSES).insert({**days, **address})
        if head and lived_in:
            family.add_member(book, id_, Member(0, relation=HEAD, name=head, kana=kana), since)
    return id_


_ONLY_HOUSES = frozenset({"empty", "villa", "apartment", "office"})
_ADDRESS = ("postal_code", "address", "building")


def next_place(book: Book, tonarigumi_id: int | None) -> int:
    """The place behind the last household of a group today."""
    found = book.tuples(
        f"SELECT coalesce(max(walking_order), 0) + 1 FROM {PLACE}"
        f" WHERE tonarigumi_id IS :group AND {periods.on(PLACE)}",
        group=tonarigumi_id,
        day=book.today.isoformat(),
    )
    return int(found[0][0])


def change_household(
    book: Book, id_: int, name: str, value: Any, also: Mapping[str, Any] | None = None
) -> None:
    """Keep a field's new value; a dated one is put right as it holds today.

    also: further fields that come with it (a reading with its name), kept in the same step.
    """
    head = _head_of(book, id_)
    label = field_named(Household, name).label
    with book.step(N_("Change {field} of {household}"), field=label, household=head):
        for each, new in {name: value, **(also or {})}.items():
            _change_one(book, id_, each, new)


def _change_one(book: Book, id_: int, name: str, value: Any) -> None:
    dated = field_named(Household, name).dated
    with book.step("") as db:
        if dated:
            _first_interval(book, dated, id_)
            periods.correct(db, dated, {"household_id": id_}, book.today, **{name: value})
        elif name in ("head", "kana"):
            _change_head(book, _must_be_there(book, id_), name, value)
        elif name == "members":
            family.change_members(book, id_, value)
        elif name == "consents":
            before = _must_be_there(book, id_).consents
            replace_rows(db, "consent", {"household_id": id_}, before, value)
        else:
            change_row(db, "household", id_, {name: value})


def change_household_from(
    book: Book, id_: int, name: str, value: Any, day: date, also: Mapping[str, Any] | None = None
) -> None:
    """Let a dated field have a new value from a day on; the past keeps the old one.

    also: further fields that come with it; those that are not dated are simply kept.
    """
    now = _must_be_there(book, id_)
    label = field_named(Household, name).label
    with book.step(N_("Change {field} of {household}"), field=label, household=now.head) as db:
        for each, new in {name: value, **(also or {})}.items():
            dated = field_named(Household, each).dated
            if dated:
                _first_interval(book, dated, id_)
                periods.change_from(db, dated, {"household_id": id_}, day, **{each: new})
            elif each == "members":
                family.change_members_from(book, id_, new, day)
            else:
                _change_one(book, id_, each, new)


def _first_interval(book: Book, table: str, id_: int) -> None:
    """A household without, say, any address yet gets an empty one to change."""
    if not book.rows(f"SELECT id FROM {table} WHERE household_id = :id", id=id_):
        with book.step("") as db:
            values = {**_DATED_DEFAULTS[table], "since": periods.ALWAYS, "until": periods.OPEN}
            db.table(table).insert({"household_id": id_, **values})


def _change_head(book: Book, now: Household, name: str, value: str) -> None:
    head = head_of(now.members)
    with book.step("") as db:
        if head:
            change_row(db, "member", head.id, {"name" if name == "head" else "kana": value})
        elif now.members or now.membership in _ONLY_HOUSES:
            house = {"head": "name", "kana": "name_kana"}[name]
            change_row(db, "household", now.id, {house: value})
        else:
            empty = Member(0, relation=HEAD)
            named = replace(empty, name=value) if name == "head" else replace(empty, kana=value)
            since = max(now.since, family.headless_since(book, now.id))
            family.add_member(book, now.id, named, since)


def move_household(book: Book, id_: int, before: int | None) -> None:
    """Put a household before another one of its group, or last (None): the walking order."""
    now = _must_be_there(book, id_)
    others = [other for other in _group_in_order(book, now.tonarigumi_id) if other != id_]
    place = others.index(before) if before in others else len(others)
    put_in_walking_order(book, now.tonarigumi_id, [*others[:place], id_, *others[place:]])


def place_household(book: Book, id_: int, place: int) -> None:
    """Make a household the first, second … of its group; 0 or too large a number is the last."""
    now = _must_be_there(book, id_)
    others = [other for other in _group_in_order(book, now.tonarigumi_id) if other != id_]
    at = place - 1 if 1 <= place <= len(others) else len(others)
    put_in_walking_order(book, now.tonarigumi_id, [*others[:at], id_, *others[at:]])


def put_in_walking_order(book: Book, tonarigumi_id: int | None, ids: Sequence[int]) -> None:
    """Number the households of a group 1, 2, 3 … in this order, as one step."""
    orders = {
        row["household_id"]: row["walking_order"]
        for row in book.rows(
            f"SELECT household_id, walking_order FROM {PLACE}"
            f" WHERE tonarigumi_id IS :group AND {periods.on(PLACE)}",
            group=tonarigumi_id,
            day=book.today.isoformat(),
        )
    }
    with book.step(N_("Change the walking order")) as db:
        for place, id_ in enumerate(ids, start=1):
            if orders.get(id_) != place:
                owner = {"household_id": id_}
                periods.correct(db, PLACE, owner, book.today, walking_order=place)


def _group_in_order(book: Book, tonarigumi_id: int | None) -> list[int]:
    found = book.tuples(
        f"""SELECT household_today.id FROM {PLACE} CROSS JOIN household_today
            ON household_today.id = {PLACE}.household_id
        WHERE {PLACE}.tonarigumi_id IS :group AND {periods.on(PLACE)} ORDER BY order_key""",
        group=tonarigumi_id,
        day=book.today.isoformat(),
    )
    return [id_ for (id_,) in found]


def household_leaves(book: Book, id_: int, day: date, reason: str = "") -> None:
    """The household is gone from a day on; what was before stays. A day said earlier is replaced.

    reason: why, kept with the last membership.
    """
    now = _must_be_there(book, id_)
    owner = {"household_id": id_}
    with book.step(N_("{household} leaves"), household=now.head) as db:
        former = book.tuples(
            f"SELECT max(until) FROM {MEMBERSHIP} WHERE household_id = :id", id=id_
        )
        ties.let_go(book, id_, day, former[0][0])
        periods.end_on(db, MEMBERSHIP, owner, day)
        if reason:
            periods.correct(db, MEMBERSHIP, owner, day - timedelta(days=1), reason=reason)
        for table in (PLACE, ADDRESSES):
            periods.end_too(db, table, owner, day, former[0][0])
        family.end_homes(book, id_, day, former[0][0])


def remove_household(book: Book, id_: int) -> None:
    """Remove a household that was written down by mistake, as if it had never been there."""
    if not book.rows("SELECT id FROM household WHERE id = :id", id=id_):
        raise NotAllowed(_(_GONE))
    now = household(book, id_)
    name = now.head if now else ""
    with book.step(N_("Remove household {household}"), household=name) as db:
        homes = book.rows(f"SELECT member_id FROM {HOME} WHERE household_id = :id", id=id_)
        for member_id in dict.fromkeys(row["member_id"] for row in homes):
            family.remove_home(book, member_id, id_)
        for row in book.rows("SELECT id FROM not_same WHERE other_id = :id", id=id_):
            db.table("not_same").delete(row["id"])
        owned = [each for each in TABLES.values() if each.erased_by == "household_id"]
        for table in (each.name for each in owned if each.journaled):
            for row in book.rows(f"SELECT id FROM {table} WHERE household_id = :id", id=id_):
                db.table(table).delete(row["id"])
        for tie in ties.ties_to(book, id_):
            db.table(ties.TIE).delete(tie.id)
        db.table("household").delete(id_)


def _must_be_there(book: Book, id_: int) -> Household:
    """Raises NotAllowed where another window or an undo took the household away."""
    found = household(book, id_)
    if found is None:
        raise NotAllowed(_(_GONE))
    return found


def _head_of(book: Book, id_: int) -> str:
    """The head of a household that is there today, else NotAllowed; quicker than all of it."""
    if book.is_writing:  # what the lists show follows at the end of the step
        return _must_be_there(book, id_).head
    found = book.tuples("SELECT head FROM household_today WHERE id = :id", id=id_)
    if not found:
        raise NotAllowed(_(_GONE))
    return str(found[0][0])


_GONE = N_("This household is no longer there. Nothing was changed.")
