"""What is handed out, and what the groups need of it, in the book."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from kucho_desktop.circulars.model import Delivery, DeliveryItem, GroupExtra, Letter
from kucho_desktop.circulars.model.deliveries import GroupHouses
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.core.shelf import Rows, Shelf
from kucho_desktop.households.model import DWELLED, JOINED, Household
from kucho_desktop.households.store import households_on
from kucho_desktop.officers.store import leader_post, seats_on
from kucho_desktop.tonarigumi.store import all_tonarigumi, tonarigumi_named

DELIVERIES = Shelf(
    Delivery,
    "delivery",
    "day = '' DESC, day DESC, id DESC",
    N_("Write down what is handed out"),
    N_("Change {field} of a delivery"),
    N_("Remove a delivery"),
    rows=Rows("items", "delivery_item", "delivery_id", DeliveryItem),
)
_COUNTED = ("apartments", "shops", "spare", "circulars", "boards")


def _whole(book: Book, values: Mapping[str, Any]) -> Mapping[str, Any]:
    """A number that is rubbed out is what it is without being said; a group stands here once."""
    group = values.get("tonarigumi_id")
    if group is not None and any(each.tonarigumi_id == group for each in EXTRAS.all(book)):
        raise NotAllowed(_("This group is here already. Please look for it in the list."))
    usual = GroupExtra(0)
    return {
        name: getattr(usual, name) if name in _COUNTED and value is None else value
        for name, value in values.items()
    }


EXTRAS = Shelf(
    GroupExtra,
    "group_extra",
    "id",
    N_("Say what a group needs besides"),
    N_("Change {field} of what a group needs"),
    N_("Remove what a group needs besides"),
    complete=_whole,
)
_OF_KIND = {"circulate": "circulate"}


def deliver_letter(book: Book, letter: Letter) -> int:
    """What came with the letter, into the next delivery that is not out yet, else into a new one.

    Gives the id of the delivery.
    """
    every = DELIVERIES.all(book)
    for each in every:
        if any(item.letter_id == letter.id for item in each.items):
            return each.id
    reach = _OF_KIND.get(letter.kind, "all")
    item = DeliveryItem(0, 0, letter.title, reach, letter.copies, letter.id)
    waiting = [each for each in every if each.day >= book.today.isoformat()]
    if waiting:
        last = waiting[-1]
        DELIVERIES.change(book, last.id, {"items": (*last.items, item)})
        return last.id
    return DELIVERIES.add(book, {"day": book.today.isoformat(), "items": (item,)})


def groups_to_choose(book: Book) -> dict[int, str]:
    """Group → its name with the groups around it."""
    return tonarigumi_named(book)


def groups_on(book: Book, day: date | None = None) -> list[GroupHouses]:
    """The groups that have households on the day, or needs of their own; in district order.

    At the end those who are in no group, as one.
    """
    at = day or book.today
    houses: dict[int, list[tuple[bool, bool, int]]] = {}
    for each in households_on(book, at):
        if each.membership in JOINED | DWELLED | {"office"}:
            houses.setdefault(each.tonarigumi_id or 0, []).append(_as_counted(each))
    extras = {each.tonarigumi_id: each for each in EXTRAS.all(book)}
    leaders = _leaders(book, at)
    found = []
    for group in all_tonarigumi(book, at):
        if group.id in houses or group.id in extras:
            leader, house = leaders.get(group.id, ("", 0))
            extra = extras.get(group.id) or GroupExtra(0, group.id)
            own = tuple(houses.get(group.id, ()))
            found.append(
                GroupHouses(group.id, group.full_name, group.name, leader, house, own, extra)
            )
    if 0 in houses:
        name = _("(without a group)")
        found.append(GroupHouses(0, name, name, houses=tuple(houses[0])))
    return found


def _as_counted(household: Household) -> tuple[bool, bool, int]:
    joined = household.membership in JOINED or household.membership == "office"
    return joined, household.distribution == "all", household.copies


def _leaders(book: Book, day: date) -> dict[int, tuple[str, int]]:
    """Group → who leads it, and the household."""
    post = leader_post(book)
    found: dict[int, tuple[str, int]] = {}
    for seat in seats_on(book, day) if post else ():
        group = seat.appointment.tonarigumi_id
        if post and seat.of_post.id == post.id and group and not seat.is_vacant:
            found.setdefault(group, (seat.name, seat.household_id or 0))
    return found
