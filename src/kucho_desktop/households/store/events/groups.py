"""Groups that are split or become one on a day: each is one step, with the houses in it."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from kucho_desktop.core import periods
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.households.model import MEMBERSHIP, PLACE
from kucho_desktop.households.store.seen import households_of
from kucho_desktop.tonarigumi import store as groups
from kucho_desktop.tonarigumi.model import PLACE as GROUP_PLACE
from kucho_desktop.tonarigumi.model import Tonarigumi


def houses_in(book: Book, group: int, day: date) -> list[tuple[int, str]]:
    """(id, name) of the houses of a group on a day, in walking order."""
    there = households_of(book, _walk_of(book, group, day), day)
    return [(each.id, each.head or each.address) for each in there]


_THERE = f"""FROM {PLACE} JOIN {MEMBERSHIP} ON {MEMBERSHIP}.household_id = {PLACE}.household_id
    AND {periods.on(MEMBERSHIP)} WHERE {periods.on(PLACE)}"""


def _walk_of(book: Book, group: int, day: date) -> list[int]:
    found = book.tuples(
        f"""SELECT {PLACE}.household_id {_THERE} AND tonarigumi_id = :group
        ORDER BY walking_order <= 0, walking_order, {PLACE}.household_id""",
        group=group,
        day=day.isoformat(),
    )
    return [id_ for (id_,) in found]


def sizes_on(book: Book, day: date) -> dict[int | None, int]:
    """Group → how many houses it has on a day."""
    return dict(
        book.tuples(
            f"SELECT tonarigumi_id, count(*) {_THERE} GROUP BY tonarigumi_id", day=day.isoformat()
        )
    )


def split_group(book: Book, group: int, name: str, houses: Collection[int], day: date) -> int:
    """Some houses are a group of their own from a day on, right behind the old one; gives its id.

    They walk in the order in which they walked before.
    """
    old = group_on(book, group, day)
    walk = _walk_of(book, group, day)
    goes = [id_ for id_ in walk if id_ in houses]
    if not goes or len(goes) != len(set(houses)):
        raise NotAllowed(_("Please choose the houses of the new group."))
    if len(goes) == len(walk):
        raise NotAllowed(_("At least one house stays in the old group."))
    with book.step(N_("Split the group {group}: {name}"), group=old.name, name=name):
        new = groups.add_group_behind(book, old, name, day)
        _walk_in(book, goes, new, 1, day)
    return new


def merge_groups(book: Book, group: int, into: int, day: date) -> None:
    """All houses of a group walk at the end of another one from a day on; the group is no more."""
    old, other = group_on(book, group, day), group_on(book, into, day)
    if group == into:
        raise NotAllowed(_("Please choose another group."))
    if any(each.parent_id == group for each in groups.all_tonarigumi(book, day)):
        raise NotAllowed(_("Other groups still belong to this group. Please move them first."))
    found = book.tuples(
        f"SELECT coalesce(max(walking_order), 0) {_THERE} AND tonarigumi_id = :group",
        group=into,
        day=day.isoformat(),
    )
    last = int(found[0][0])
    said = {"group": old.name, "other": other.name}
    with book.step(N_("The group {group} joins the group {other}"), **said) as db:
        walk = _walk_of(book, group, day)
        _walk_in(book, walk, into, last + 1, day)
        behind = last + len(walk)
        for place, row in enumerate(_later_in(book, group, day), start=1):
            values = {"tonarigumi_id": into, "walking_order": behind + place}
            db.table(PLACE).update(row["id"], values)
        periods.end_on(db, GROUP_PLACE, {"tonarigumi_id": group}, day)


def group_on(book: Book, group: int, day: date) -> Tonarigumi:
    """Raises NotAllowed where the group is not there on the day."""
    for each in groups.all_tonarigumi(book, day):
        if each.id == group:
            return each
    raise NotAllowed(_("Please choose a group that is there on that day."))


def _walk_in(book: Book, ids: Sequence[int], group: int, first: int, day: date) -> None:
    with book.step("") as db:
        for order, id_ in enumerate(ids, start=first):
            owner = {"household_id": id_}
            periods.change_from(db, PLACE, owner, day, tonarigumi_id=group, walking_order=order)


def _later_in(book: Book, group: int, day: date) -> list[dict[str, Any]]:
    """What was planned for a later day: houses that were to come into the group."""
    return book.rows(
        f"SELECT id FROM {PLACE} WHERE tonarigumi_id = :group AND since > :day"
        " ORDER BY since, walking_order",
        group=group,
        day=day.isoformat(),
    )
