"""The phone tree of a day: from officers, groups and houses, and what was changed by hand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from kucho_desktop.contacts.model.call import Call
from kucho_desktop.contacts.model.tree import (
    House,
    Office,
    Rule,
    Spot,
    Tree,
    house_key,
    phone_tree,
)
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.core.rows import change_row
from kucho_desktop.core.text import fold
from kucho_desktop.households.model import Household
from kucho_desktop.households.store import households_on
from kucho_desktop.officers.model import Seat
from kucho_desktop.officers.store import post_of, seats_on
from kucho_desktop.tonarigumi.store import tonarigumi_named

_CALLED = frozenset({"full", "associate", "paused"})
_OF_HOUSE = 1_000_000_000
"""Ids of houses begin here; below are those of appointments."""
RULE = "call_rule"
_ENDS = ("", "by_", "instead_")


@dataclass(frozen=True)
class Calls:
    """The tree, and everybody in it by key, from the top down."""

    tree: Tree
    calls: Mapping[str, Call]

    @property
    def all(self) -> list[Call]:
        return list(self.calls.values())


def calls_on(book: Book, day: date, *, chain: bool = False) -> Calls:
    """Nobody who lives here no more is in it."""
    seats = [each for each in seats_on(book, day) if _is_there(each)]
    homes = [each for each in households_on(book, day) if _is_called(each)]
    rules = [_rule(row) for row in book.rows(f"SELECT * FROM {RULE} ORDER BY id")]
    tree = phone_tree(
        [_office(each) for each in seats],
        [House(each.id, each.tonarigumi_id or 0) for each in homes],
        rules,
        chain=chain,
    )
    boxes = dict(_boxes(book, day, seats, homes))
    return Calls(tree, _joined(tree, boxes, rules))


def _is_there(seat: Seat) -> bool:
    return not (seat.is_vacant or seat.gone or seat.appointment.is_erased)


def _is_called(home: Household) -> bool:
    return home.membership in _CALLED and bool(home.members or home.head)


def _person(seat: Seat) -> str:
    own = seat.appointment
    return f"member {own.member_id}" if own.member_id is not None else f"name {fold(own.name)}"


def _office(seat: Seat) -> Office:
    post = seat.of_post
    spot = Spot(post.id, seat.appointment.tonarigumi_id or 0)
    return Office(
        spot, _person(seat), seat.household_id, post.department_id or 0, bool(post.per_group)
    )


def _rule(row: Mapping[str, Any]) -> Rule:
    called, by, instead = (_spot(row, end) for end in _ENDS)
    nobody = Spot()
    return Rule(
        row["id"],
        called,
        by if by != nobody else None,
        instead if instead != nobody else None,
    )


def _spot(row: Mapping[str, Any], end: str) -> Spot:
    columns = (f"{end}post_id", f"{end}tonarigumi_id", f"{end}household_id")
    return Spot(*(row[name] or 0 for name in columns))


def _boxes(
    book: Book, day: date, seats: Sequence[Seat], homes: Sequence[Household]
) -> Iterator[tuple[str, Call]]:
    groups = tonarigumi_named(book, day)
    seen: set[str] = set()
    for seat in seats:
        key = _person(seat)
        if key not in seen:
            seen.add(key)
            yield (
                key,
                Call(
                    seat.id,
                    _posts(seats, key),
                    seat.name,
                    seat.kana,
                    seat.phone,
                    seat.mobile,
                    group=seat.appointment.tonarigumi_id or 0,
                    household_id=seat.household_id,
                    is_officer=True,
                    who=seat,
                ),
            )
    for home in homes:
        yield (
            house_key(home.id),
            Call(
                _OF_HOUSE + home.id,
                groups.get(home.tonarigumi_id or 0, _("(no group)")),
                home.head,
                home.kana,
                home.phone,
                home.mobile,
                group=home.tonarigumi_id or 0,
                household_id=home.id,
                who=home,
            ),
        )


def _posts(seats: Sequence[Seat], key: str) -> str:
    held = dict.fromkeys(post_of(each) for each in seats if _person(each) == key)
    return _(", ").join(held)


def _joined(tree: Tree, boxes: Mapping[str, Call], rules: Sequence[Rule]) -> dict[str, Call]:
    """With who calls whom; by_id and instead_id only say what was changed by hand."""
    by_spot = {spot: key for key, spots in tree.spots.items() for spot in spots}
    changed = {by_spot[rule.called]: rule for rule in rules if rule.called in by_spot}
    below = tree.below()

    def id_at(spot: Spot | None) -> int | None:
        key = by_spot.get(spot) if spot is not None else None
        return boxes[key].id if key is not None else None

    made = {}
    for key, depth in tree.walk():
        rule = changed.get(key)
        caller, deputy = tree.caller.get(key, ""), tree.instead.get(key, "")
        made[key] = replace(
            boxes[key],
            key=key,
            spot=tree.spots[key][0],
            by_id=id_at(rule.by) if rule else None,
            instead_id=id_at(rule.instead) if rule else None,
            caller=boxes[caller].name if caller else "",
            deputy=boxes[deputy].name if deputy else "",
            calls=len(below[key]),
            depth=depth,
        )
    return made


def change_call(book: Book, called: Call, *, by: Call | None, instead: Call | None) -> None:
    """Say by hand who calls somebody and who stands in; with neither it is as made."""
    spots = (called.spot, by.spot if by else Spot(), instead.spot if instead else Spot())
    values = {
        f"{end}{column}": id_ or None
        for end, spot in zip(_ENDS, spots, strict=True)
        for column, id_ in zip(("post_id", "tonarigumi_id", "household_id"), spot, strict=True)
    }
    with book.step(N_("Change who calls whom")) as db:
        rows = book.rows(f"SELECT * FROM {RULE} ORDER BY id")
        there = [row["id"] for row in rows if _spot(row, "") == called.spot]
        if not by and not instead:
            for id_ in there:
                db.table(RULE).delete(id_)
            return
        if there:
            change_row(db, RULE, there[0], values)
            id_ = there[0]
        else:
            id_ = db.table(RULE).insert(values, pk="id").last_pk
        if by is not None and id_ in calls_on(book, book.today).tree.unheeded:
            raise NotAllowed(
                _("Then the call would go round in a circle. Please choose somebody else.")
            )
