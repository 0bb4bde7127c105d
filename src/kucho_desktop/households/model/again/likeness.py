"""What two entries of a household have in common, however they are written.

Entries are found through keys they share, so that 3,000 of them are never compared each with each.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kucho_desktop.core.text import fold, full_kana, narrow
from kucho_desktop.households.model.household import Household

NAME, SURNAME, PEOPLE = "name", "surname", "people"
ADDRESS, PHONE, NUMBER, GROUP = "address", "phone", "number", "group"

_WEIGHTS = {NAME: 4, SURNAME: 1, ADDRESS: 3, PHONE: 3, NUMBER: 4, GROUP: 1}
_OFTEN = 40
"""What so many entries share, such as the address of a block of flats, leads to none of them."""

_PARTS_OF_ADDRESS = re.compile("[-‐-―−ー]|丁目|番地の?|番|号")


@dataclass(frozen=True, slots=True)
class Traits:
    """What tells one household from another, folded; empty where it is not known.

    people: everybody's name, the head's too. lot: the address from its first digit on.
    group: the folded names of the groups that it is in.
    """

    name: str = ""
    surname: str = ""
    people: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    address: str = ""
    building: str = ""
    number: str = ""
    group: tuple[str, ...] = ()

    @property
    def lot(self) -> str:
        found = re.search("[0-9].*", self.address)
        return found[0] if found else self.address


@dataclass(frozen=True, slots=True)
class Alike:
    """same: the constants above that agree. apart: how many are known of both and differ.

    shared: how many people besides the heads stand in both. families: whether both name several.
    """

    same: frozenset[str]
    apart: int
    shared: int
    families: bool = False

    @property
    def weight(self) -> int:
        """How much speaks for one and the same household."""
        return sum(_WEIGHTS.get(each, 0) for each in self.same) + 2 * min(self.shared, 2)


def traits_of(
    values: Mapping[str, Any], people: Iterable[Mapping[str, Any]], group: Iterable[str]
) -> Traits:
    """From the fields of a household and of its people (the head first) by their names."""
    everybody = list(people)
    names = [person.get("name") or "" for person in everybody]
    head = next(filter(None, names), "") or values.get("head", "")
    written = [values.get("phone", ""), values.get("mobile", "")]
    phones = {fold(phone) for phone in (*written, *(each.get("phone", "") for each in everybody))}
    parts = head.split()
    return Traits(
        name=fold(head),
        surname=fold(parts[0]) if len(parts) > 1 else "",
        people=frozenset(filter(None, map(fold, (head, *names)))),
        phones=frozenset(filter(None, phones)),
        address=plain_address(values.get("address", "")),
        building=plain_address(values.get("building", "")),
        number=fold(values.get("number", "")),
        group=tuple(map(fold, group)),
    )


def traits_of_household(household: Household, group: Iterable[str]) -> Traits:
    """Of a household in the book; group: the names of its groups, the outermost first."""
    values = {
        name: getattr(household, name)
        for name in ("head", "phone", "mobile", "address", "building", "number")
    }
    people = sorted(household.members, key=lambda member: not member.is_head)
    return traits_of(values, [{"name": each.name, "phone": each.phone} for each in people], group)


def plain_address(written: str) -> str:
    """An address with one spelling for 1丁目2番地3 and １－２－３."""
    text = narrow(full_kana(written))
    return "-".join(filter(None, map(fold, _PARTS_OF_ADDRESS.split(text))))


def same_place(one: str, other: str) -> bool:
    """Whether two plain addresses are one; the town may be left out in either."""
    if not one or not other:
        return False
    long, short = (one, other) if len(one) >= len(other) else (other, one)
    if long == short:
        return True
    before = long[: -len(short)]
    return long.endswith(short) and any(map(str.isdecimal, short)) and _ends_a_word(before)


def _ends_a_word(before: str) -> bool:
    return not before[-1:].isdecimal() and not before.endswith("-")


def how_alike(one: Traits, other: Traits) -> Alike:
    """Compare two entries trait by trait."""
    same, apart = set(), 0
    both_built = one.building and other.building
    pairs = (
        (NUMBER, bool(one.number and other.number), one.number == other.number),
        (PHONE, bool(one.phones and other.phones), bool(one.phones & other.phones)),
        (
            ADDRESS,
            bool(one.address and other.address),
            same_place(one.address, other.address)
            and (not both_built or one.building == other.building),
        ),
        (GROUP, bool(one.group and other.group), one.group == other.group),
    )
    for trait, known, agrees in pairs:
        if known and agrees:
            same.add(trait)
        apart += known and not agrees
    if one.name and one.name == other.name:
        same.add(NAME)
    if _same_surname(one, other):
        same.add(SURNAME)
    shared = len((one.people & other.people) - ({one.name} if NAME in same else set()))
    if shared:
        same.add(PEOPLE)
    families = min(len(one.people), len(other.people)) > 1
    return Alike(frozenset(same), apart, shared, families)


def _same_surname(one: Traits, other: Traits) -> bool:
    if not one.name or not other.name:
        return False
    if one.surname and other.surname:
        return one.surname == other.surname
    if one.surname or other.surname:
        known, rest = (one, other) if one.surname else (other, one)
        return rest.name.startswith(known.surname)
    return one.name[:2] == other.name[:2]


class Index:
    """Finds the entries that share a number, a phone, a lot or a person with one."""

    def __init__(self, entries: Mapping[int, Traits]) -> None:
        self.entries = entries
        self._at: dict[tuple[str, str], list[int]] = defaultdict(list)
        for id_, traits in entries.items():
            for key in _keys(traits):
                self._at[key].append(id_)

    def near(self, traits: Traits) -> dict[int, Alike]:
        """The entries that may be the same household, with what they have in common."""
        found: dict[int, Alike] = {}
        for key in _keys(traits):
            ids = self._at.get(key, ())
            for id_ in ids if len(ids) <= _OFTEN else ():
                if id_ not in found:
                    found[id_] = how_alike(traits, self.entries[id_])
        return found

    def near_each_other(self, one: int, other: int) -> Alike:
        """What two of the entries have in common."""
        return how_alike(self.entries[one], self.entries[other])

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Every two entries that share a key, each pair once."""
        seen: set[tuple[int, int]] = set()
        for ids in self._at.values():
            if len(ids) > _OFTEN:
                continue
            for place, one in enumerate(ids):
                for other in ids[place + 1 :]:
                    pair = (min(one, other), max(one, other))
                    if one != other and pair not in seen:
                        seen.add(pair)
                        yield pair


def _keys(traits: Traits) -> Iterator[tuple[str, str]]:
    if traits.number:
        yield NUMBER, traits.number
    if traits.lot:
        yield ADDRESS, f"{traits.lot} {traits.building}"
        if traits.building:
            yield ADDRESS, f"{traits.lot} "
    for phone in traits.phones:
        yield PHONE, phone
    for name in traits.people:
        yield NAME, name
    if not (traits.lot or traits.people):
        yield GROUP, "/".join(traits.group)
