"""How a table is laid out: a household or a person in each row, and where a household begins."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kucho_desktop.exchange.files import MERGED, Cell
from kucho_desktop.exchange.knowledge import GROUP
from kucho_desktop.exchange.profile import text_of
from kucho_desktop.exchange.roster import Column
from kucho_desktop.exchange.vocabulary import is_relation, squeezed
from kucho_desktop.exchange.words import DITTO

_HEADS = frozenset(
    {
        "本人",
        "世帯主",
        "主",
        "戸主",
        "筆頭者",
        "筆頭",
        "ご本人",
        "御本人",
        "世帯主本人",
        "代表",
        "head",
    }
)
_OF_HOUSEHOLD = ("number", "walking_order", "address", "postal_code", "phone", "mobile")
_SAMPLE = 3000


def said_in(row: Sequence[Cell], index: int | None) -> str:
    """What a cell itself says; empty where it is blank, merged or a ditto."""
    if index is None:
        return ""
    cell = row[index]
    if cell == "" or cell == MERGED:
        return ""
    text = text_of(cell).strip()
    return "" if text in DITTO else text


@dataclass(frozen=True)
class Places:
    """The columns that tell where a household begins; None where a table has none of the kind.

    keys: what is written once for a household, and stays blank for its other people.
    """

    name: int | None
    head: int | None
    relation: int | None
    number: int | None
    address: int | None
    keys: tuple[int, ...]
    groups: tuple[int, ...]


def places_of(columns: Iterable[Column]) -> Places:
    own = {column.meaning: column.index for column in columns if column.person == 0}
    head = own.get("household.head", own.get("surname"))
    name = own.get("member.name", own.get("given") if "household.head" in own else None)
    keys = [own[each] for part in _OF_HOUSEHOLD if (each := f"household.{part}") in own]
    if "count" in own:
        keys.append(own["count"])
    return Places(
        name=head if name is None else name,
        head=head if name is not None else None,
        relation=own.get("member.relation"),
        number=own.get("household.number", own.get("household.walking_order")),
        address=own.get("household.address"),
        keys=tuple(keys),
        groups=tuple(column.index for column in columns if column.meaning == GROUP),
    )


def is_head(text: str) -> bool:
    return squeezed(text) in _HEADS


def rows_are_people(rows: Sequence[Sequence[Cell]], columns: Sequence[Column]) -> bool:
    """Whether households go over several rows. `rows` are those that hold people."""
    places = places_of(columns)
    if places.name is None:
        return False
    rows = rows[:_SAMPLE]
    if places.relation is not None:
        relations = [said_in(row, places.relation) for row in rows]
        others = sum(1 for text in relations if text and is_relation(text) and not is_head(text))
        return others > 0 or sum(map(is_head, relations)) * 2 > len(rows)
    if places.head is not None:
        return any(
            said_in(row, places.name) and said_in(row, places.head) in ("", before)
            for row, before in zip(
                rows[1:], (said_in(row, places.head) for row in rows), strict=False
            )
        )
    return _share_of_bare(rows, columns, places) >= 0.05


def _share_of_bare(
    rows: Sequence[Sequence[Cell]], columns: Sequence[Column], places: Places
) -> float:
    """The share of rows that name somebody and say nothing of a household."""
    number = next((c.index for c in columns if c.meaning == "household.number"), None)
    personal = any(
        c.person == 0 and c.meaning in ("member.born", "age", "member.gender") for c in columns
    )
    if number is None and places.address is None and not personal:
        return 0.0
    bare = 0
    before = address_before = ""
    for row in rows:
        if not said_in(row, places.name):
            continue
        said = said_in(row, number)
        address = said_in(row, places.address)
        again = number is not None and said and said == before
        if again and address in ("", address_before):
            bare += 1
        elif not any(said_in(row, key) for key in places.keys):
            bare += not _names_group_again(row, places)
        before, address_before = said or before, address or address_before
    return bare / max(len(rows), 1)


def _names_group_again(row: Sequence[Cell], places: Places) -> bool:
    """A neighbour in the same house: his group is written out, and his address is 〃."""
    grouped = any(said_in(row, index) for index in places.groups)
    return grouped and places.address is not None and row[places.address] not in ("", MERGED)


def without_serials(
    rows: Sequence[Sequence[Cell]], columns: Sequence[Column]
) -> tuple[Column, ...]:
    """Drop a running number of persons, which must not be taken for a household's own."""
    places = places_of(columns)
    if places.relation is None or places.number is None:
        return tuple(columns)
    filled = members = 0
    before = ""
    for row in rows[:_SAMPLE]:
        relation, number = said_in(row, places.relation), said_in(row, places.number)
        if relation and not is_head(relation):
            members += 1
            filled += bool(number) and number != before
        before = number or before
    if members and filled * 2 > members:
        return tuple(
            replace(column, meaning="") if column.index == places.number else column
            for column in columns
        )
    return tuple(columns)


class Beginnings:
    """Says of one row after another whether a household begins with it."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.places = places_of(columns)
        self._number = self._address = self._head = ""
        self._open = False

    def close(self) -> None:
        """After a banner or a sum the next person begins a household."""
        self._open = False

    def begins(self, row: Sequence[Cell]) -> bool:
        found = not self._open or self._begins(row)
        places = self.places
        number, address = said_in(row, places.number), said_in(row, places.address)
        head = said_in(row, places.head)
        if found:
            self._number, self._address, self._head = number, address, head
        self._open = True
        return found

    def _begins(self, row: Sequence[Cell]) -> bool:
        places = self.places
        relation = said_in(row, places.relation)
        number = said_in(row, places.number)
        if is_head(relation):
            return True
        if number and number != self._number:
            return True
        head = said_in(row, places.head)
        if head and head != self._head:
            return True
        if number:
            return False
        if head:
            address = said_in(row, places.address)
            return bool(address) and address != self._address
        return not relation and self._stands_alone(row)

    def _stands_alone(self, row: Sequence[Cell]) -> bool:
        """No number and no relation: a new address or anything else of a household's own."""
        address = said_in(row, self.places.address)
        if address:
            return address != self._address
        if self.places.number is not None or self.places.address is not None:
            return False
        return any(said_in(row, key) for key in self.places.keys)
