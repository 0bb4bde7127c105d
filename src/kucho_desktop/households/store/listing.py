"""Lists without reading every household: ids in order, search texts, figures."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from kucho_desktop.core.book import Book
from kucho_desktop.core.remembered import Remembered
from kucho_desktop.core.text import fold, search_words
from kucho_desktop.households.model import MEMBERSHIP, PLACE
from kucho_desktop.tonarigumi.store import TABLES as GROUP_TABLES

ORDER_TABLES = GROUP_TABLES | {MEMBERSHIP, PLACE}
"""Where these change, households come, go or stand elsewhere in the walk."""
ORDERS = {"walking": "order_key", "kana": "kana_key"}
"""District order (group, then walking order) and 五十音順."""


def household_ids(
    book: Book,
    *,
    order: str = "walking",
    groups: Collection[int | None] = (),
    memberships: Collection[str] = (),
) -> list[int]:
    """The ids of today's households, filtered, in the order of the list.

    groups: None among them is for those that belong to no group.
    """
    if order == "walking" and not groups and not memberships:
        return list(_WALKING.of(book))
    where, values = _filter(groups, memberships)
    return _ids(book, where, ORDERS[order], values)


def _ids(book: Book, where: str, order: str, values: Mapping[str, object]) -> list[int]:
    # As one text: a hundred thousand rows one by one take three times as long.
    found = book.tuples(
        "SELECT json_group_array(id) FROM"
        f" (SELECT id FROM household_today {where} ORDER BY {order})",
        **values,
    )
    ids: list[int] = json.loads(found[0][0])
    return ids


def _walking_ids(book: Book) -> list[int]:
    return _ids(book, "", ORDERS["walking"], {})


_WALKING = Remembered(_walking_ids, ORDER_TABLES)
"""After most steps every household stands where it stood."""


def _filter(
    groups: Collection[int | None], memberships: Collection[str]
) -> tuple[str, dict[str, object]]:
    parts, values = [], dict[str, object]()
    if groups:
        among = ",".join(str(int(group)) for group in groups if group is not None)
        none = " OR tonarigumi_id IS NULL" if None in groups else ""
        parts.append(f"(tonarigumi_id IN ({among}){none})")
    if memberships:
        names = [f"membership{place}" for place in range(len(memberships))]
        values.update(zip(names, memberships, strict=True))
        parts.append(f"membership IN ({','.join(':' + name for name in names)})")
    return (f"WHERE {' AND '.join(parts)}" if parts else "", values)


@dataclass(frozen=True)
class Figures:
    """How many households and people there are today, by membership class."""

    households: dict[str, int]
    people: dict[str, int]

    @property
    def all_households(self) -> int:
        return sum(self.households.values())

    @property
    def all_people(self) -> int:
        return sum(self.people.values())


def figures(book: Book) -> Figures:
    rows = book.tuples(
        "SELECT membership, count(*), sum(people) FROM household_today GROUP BY membership"
    )
    return Figures(
        {membership: count for membership, count, _people in rows},
        {membership: people for membership, _count, people in rows},
    )


def has_households(book: Book) -> bool:
    return bool(book.tuples("SELECT 1 FROM household_today LIMIT 1"))


def sizes_of_groups(book: Book) -> dict[int | None, int]:
    """Group → how many households it has today."""
    return dict(
        book.tuples("SELECT tonarigumi_id, count(*) FROM household_today GROUP BY tonarigumi_id")
    )


_WORDS = 100
"""Whoever pastes a whole page means its beginning; SQLite compares no more than 1000 at once."""


def find_households(book: Book, typed: str, most: int | None = None) -> list[int]:
    """Ids of today's households that hold all the words, in district order."""
    words = search_words(typed)[:_WORDS]
    if not words:
        return []
    wanted = " AND ".join(f"instr(search, :word{place})" for place in range(len(words)))
    values = {f"word{place}": word for place, word in enumerate(words)}
    found = book.tuples(
        f"SELECT id FROM household_today WHERE {wanted} ORDER BY order_key LIMIT :most",
        **values,
        most=-1 if most is None else most,
    )
    return [id_ for (id_,) in found]


def same_household_ids(
    book: Book, head: str, *, address: str = "", phones: Collection[str] = (), apart_from: int = 0
) -> list[int]:
    """Today's households with the same name and the same address or phone, however written."""
    name, place = fold(head), fold(address)
    numbers = [fold(phone) for phone in phones if phone]
    if not name or not (place or numbers):
        return []
    found = book.tuples(
        "SELECT id, head, search FROM household_today WHERE instr(search, :name) AND id <> :apart"
        " ORDER BY order_key",
        name=name,
        apart=apart_from,
    )
    wanted = {each for each in (place, *numbers) if each}
    return [
        id_
        for id_, other, search in found
        if fold(other) == name and wanted & set(search.split("|"))
    ]
