"""The same household twice in the book: finding such pairs, and remembering which are two."""

from kucho_desktop.core import periods
from kucho_desktop.core.book import Book
from kucho_desktop.core.i18n import N_
from kucho_desktop.households.model import ADDRESSES, HOME, PLACE
from kucho_desktop.households.model.again.doubles import Double, doubles_among
from kucho_desktop.households.model.again.likeness import Traits, traits_of
from kucho_desktop.households.store.seen import ON_DAY, household
from kucho_desktop.tonarigumi.store import all_tonarigumi


def doubles_in(book: Book) -> list[Double]:
    """Pairs of today's households that may be one, without those said to be two."""
    apart = book.tuples("SELECT household_id, other_id FROM not_same")
    return doubles_among(_entries(book), {(min(pair), max(pair)) for pair in apart})


def _entries(book: Book) -> dict[int, Traits]:
    """What tells today's households from each other, without reading them whole."""
    day = book.today.isoformat()
    paths = {group.id: group.path for group in all_tonarigumi(book)}
    people: dict[int, list[dict[str, str]]] = {}
    for id_, name, phone in book.tuples(
        f"SELECT {HOME}.household_id, member.name, member.phone FROM {HOME}"
        f" JOIN member ON member.id = {HOME}.member_id WHERE {periods.on(HOME)}"
        f" ORDER BY {HOME}.relation <> 'head', {HOME}.position",
        day=day,
    ):
        people.setdefault(id_, []).append({"name": name, "phone": phone})
    rows = book.tuples(
        f"SELECT household.id, {PLACE}.tonarigumi_id, {', '.join(_FIELDS.values())} {ON_DAY}",
        day=day,
    )
    return {
        id_: traits_of(
            {name: value or "" for name, value in zip(_FIELDS, values, strict=True)},
            people.get(id_, ()),
            paths.get(group, ()),
        )
        for id_, group, *values in rows
    }


_FIELDS = {
    "head": "household.name",
    "phone": "household.phone",
    "mobile": "household.mobile",
    "number": "household.number",
    "address": f"{ADDRESSES}.address",
    "building": f"{ADDRESSES}.building",
}


def are_not_the_same(book: Book, one: int, other: int) -> None:
    """Remember that two households are two, so that nobody is asked again."""
    names = [found.head if (found := household(book, id_)) else "" for id_ in (one, other)]
    message = N_("{household} and {other} are two households")
    with book.step(message, household=names[0], other=names[1]) as db:
        db.table("not_same").insert({"household_id": one, "other_id": other})
