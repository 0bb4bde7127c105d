"""Houses without names, and houses that somebody moves into."""

from datetime import date
from typing import Any

from kucho_desktop.core import periods
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.households.model import DWELLED, HEAD, Member
from kucho_desktop.households.store import family
from kucho_desktop.households.store.events.families import there_on
from kucho_desktop.households.store.keeping import add_household, household_leaves
from kucho_desktop.households.store.ties.keeping import TIE, take_over_house
from kucho_desktop.tonarigumi.store import tonarigumi_named

EMPTY = ("empty", "villa")
_TO_MOVE_INTO = "', '".join((*EMPTY, "apartment"))


def add_dwelling(
    book: Book, place: str, people: int = 1, *, membership: str = "none", **values: Any
) -> int:
    """Add a house of whose people only the number is known; gives its id.

    place: where it is or how it looks, which it is called by. people: at least one where somebody
    lives, so that nobody is missing in a disaster.
    """
    if membership not in DWELLED:
        return add_household(book, place, membership=membership, **values)
    called = place or str(values.get("address", ""))
    with book.step(N_("Add household {household}"), household=called):
        id_ = add_household(book, "", membership=membership, name=place, **values)
        since = str(values.get("since", periods.ALWAYS))
        for at in range(max(people, 1)):
            member = Member(0, relation=HEAD if at == 0 else "", position=at)
            family.add_member(book, id_, member, since)
    return id_


def houses_to_move_into(book: Book) -> dict[int, str]:
    """Id → name and group of today's empty houses and apartment houses, in district order."""
    groups = tonarigumi_named(book)
    found = book.tuples(
        f"""SELECT household_today.id, coalesce(nullif(head, ''), (SELECT address FROM
                household_address WHERE household_id = household_today.id
                AND {periods.on("household_address")}), ''), tonarigumi_id
        FROM household_today WHERE membership IN ('{_TO_MOVE_INTO}') AND people = 0
        ORDER BY order_key""",
        day=book.today.isoformat(),
    )
    said = _("{household} ({group})")
    return {
        id_: said.format(household=name, group=groups[group]) if group in groups else name
        for id_, name, group in found
    }


def household_moves_in(
    book: Book, house: int, head: str, day: date, *, building: str = "", **values: Any
) -> int:
    """A household comes to live in an empty house, or in a room of an apartment house.

    It takes over the address, the group, the place in the walk and what is tied to the house. The
    empty house ends on that day, so that every day before still shows it; an apartment house stays.
    building: the room. Gives the id of the household.
    """
    now = there_on(book, house, day)
    if now.members or now.membership not in (*EMPTY, "apartment"):
        raise NotAllowed(_("On that day somebody lives there. Please choose another house or day."))
    if not head:
        raise NotAllowed(_("Please write the head of the household."))
    has_rooms = now.membership == "apartment"
    room = " ".join(part for part in (now.head or now.building, building) if part)
    taken = {
        "tonarigumi_id": now.tonarigumi_id,
        "walking_order": now.walking_order,
        "since": day.isoformat(),
        "postal_code": now.postal_code,
        "address": now.address,
        "building": room if has_rooms else building or now.building,
        "lot": now.lot,
        "waste_place": now.waste_place,
        "dwelling": "apartment" if has_rooms else "",
    }
    with book.step(N_("{household} moves in"), household=head) as db:
        new = add_household(book, head, **{**taken, **values})
        if has_rooms:
            days = {"since": day.isoformat(), "until": periods.OPEN}
            ends = {"household_id": new, "tie": "building", "other_id": house}
            db.table(TIE).insert({**ends, **days})
        else:
            take_over_house(book, house, new, day)
            household_leaves(book, house, day, _("Somebody moved in"))
    return new
