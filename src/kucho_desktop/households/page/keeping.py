"""How what a sheet offers is kept in the book: each offer is one step."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from kucho_desktop.core.book import Book
from kucho_desktop.households import store
from kucho_desktop.households.model import Household, Member
from kucho_desktop.households.model.delivery import USUAL, delivery_after
from kucho_desktop.households.page.events.arriving import NewHousehold, values_of


def keep(book: Book, id_: int, values: Mapping[str, Any], day: date | None) -> None:
    """Keep fields that were offered together; with a day: they hold from that day on.

    A household that comes into another group walks at its end. Raises KuchoError.
    """
    given = {name: _number(name, value) for name, value in values.items()}
    now = store.household(book, id_) if "membership" in given else None
    if now is not None and (day is None or day <= book.today):
        given |= delivery_after(now, given["membership"])
    if "tonarigumi_id" in given:
        given["walking_order"] = store.next_place(book, given["tonarigumi_id"])
    elif "walking_order" in given:
        store.place_household(book, id_, given["walking_order"])
        return
    name, *others = given
    also = {each: given[each] for each in others}
    if day is None:
        store.change_household(book, id_, name, given[name], also)
    else:
        store.change_household_from(book, id_, name, given[name], day, also)


def _number(name: str, value: Any) -> Any:
    """An emptied number is none at all."""
    return 0 if value is None and name in ("walking_order", "copies") else value


def add(book: Book, new: NewHousehold) -> int:
    """Keep a new household; gives its id."""
    values = values_of(new) | USUAL[new.membership]
    if new.is_unnamed:
        del values["kana"]
        return store.add_dwelling(book, new.place, new.people or 1, **values)
    if new.house_id is None:
        return store.add_household(book, new.head, **values)
    day = date.fromisoformat(new.came) if new.came else book.today
    own = ("kana", "building", "phone", "mobile", "membership", *USUAL[new.membership])
    told = {name: values[name] for name in own}
    return store.household_moves_in(book, new.house_id, new.head, day, **told)


def missing_from(household: Household, values: Mapping[str, Any]) -> Member | None:
    """The person that was taken out of the family's rows."""
    if "members" not in values:
        return None
    after: Sequence[Member] = values["members"]
    kept = {member.id for member in after}
    gone = [member for member in household.members if member.id not in kept]
    return gone[0] if gone else None
