"""What differs between a household of a table and the same household of the book."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from kucho_desktop.core.ages import born_range
from kucho_desktop.core.fields import Field, fields_of
from kucho_desktop.core.text import fold, full_kana, narrow, tidy_kana, variants
from kucho_desktop.exchange.roster import Record
from kucho_desktop.households.model.again.likeness import plain_address, same_place
from kucho_desktop.households.model.household import Household
from kucho_desktop.households.model.people import Member

OF_HOUSEHOLD, OF_PERSON, HEAD_IS, COMES, GOES = "household", "person", "head", "comes", "goes"
ANSWER = "answer"
"""What a difference is about: a field of either, who is the head, somebody new, somebody gone, an
answer about consent."""

GROUP = "tonarigumi_id"
HOUSEHOLD_FIELDS = {each.name: each for each in fields_of(Household) if each.kind.record is None}
MEMBER_FIELDS = {each.name: each for each in fields_of(Member)}
_NEVER_EMPTIED = frozenset({"head", "name", GROUP, "walking_order", "copies", "membership"})


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that the table says otherwise; the user takes it over or not.

    what: a constant above. name: of the field. old, new: values as the book keeps them; of the
    group the names from the outermost inwards. member: whose id, 0 for the household.
    place: of the person in the record, -1 where it is not one of them.
    person: somebody new. who: what the person is called. is_wanted: taken over unless refused.
    said: of a new head, the ids of those whose relation to him the table gives.
    """

    what: str
    name: str = ""
    old: Any = ""
    new: Any = ""
    member: int = 0
    place: int = -1
    who: str = ""
    person: Mapping[str, Any] = field(default_factory=dict)
    is_wanted: bool = True
    said: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Spoken:
    """What a sheet speaks of; of anything else it says nothing, so that it is left alone.

    household, member: names of fields that are filled somewhere. families: whether people besides
    the head are named. counts: whether it says how many they are.
    empties: whether an empty cell empties the book's field too.
    """

    household: frozenset[str]
    member: frozenset[str]
    families: bool
    counts: bool
    empties: bool = False


def spoken_by(records: list[Record], *, empties: bool = False) -> Spoken:
    """From all records of one sheet."""
    return Spoken(
        frozenset(name for each in records for name, value in each.values.items() if value),
        frozenset(name for each in records for person in each.people for name in person),
        families=any(person.get("name") for each in records for person in each.people[1:]),
        counts=any(len(each.people) > 1 for each in records),
        empties=empties,
    )


def of_household(
    record: Record, now: Household, group: tuple[str, ...], spoken: Spoken
) -> Iterator[Difference]:
    """Differences of the household's own fields. group: the names of the book's."""
    if record.group and record.group != group:
        yield Difference(OF_HOUSEHOLD, GROUP, group, record.group)
    for name, field_ in HOUSEHOLD_FIELDS.items():
        if name == GROUP or (name in ("head", "kana") and now.members):
            continue
        new = record.values.get(name)
        found = _changed(field_, getattr(now, name), new, spoken.household, spoken)
        if found:
            yield Difference(OF_HOUSEHOLD, name, *found[:2], is_wanted=found[2])


def of_person(
    person: Mapping[str, Any], now: Member, place: int, spoken: Spoken
) -> Iterator[Difference]:
    """Differences of a person's fields, apart from the relation."""
    for name, field_ in MEMBER_FIELDS.items():
        if name == "relation" or (name == "name" and _is_given_name(person.get("name"), now.name)):
            continue
        found = _changed(field_, getattr(now, name), person.get(name), spoken.member, spoken)
        if found:
            old, new, wanted = found
            yield Difference(
                OF_PERSON, name, old, new, now.id, place, who=now.name, is_wanted=wanted
            )


def _changed(
    field_: Field, old: Any, new: Any, columns: frozenset[str], spoken: Spoken
) -> tuple[Any, Any, bool] | None:
    """Old, new and whether it is wanted; None where nothing differs."""
    if new in (None, "", 0) and not (new == 0 and field_.kind.name == "flag"):
        emptied = spoken.empties and field_.name in columns and bool(old)
        if not emptied or field_.name in _NEVER_EMPTIED or field_.kind.choices:
            return None
        return old, field_.kind.empty, True
    if is_same_value(field_, old, new):
        return None
    return old, new, not _loses_a_variant(str(old), str(new))


def is_same_value(field_: Field, old: Any, new: Any) -> bool:
    """Whether two values mean the same; a vaguer birthday or address says nothing new."""
    if old == new:
        return True
    kind = field_.kind.name
    if not old or not isinstance(new, str):
        return False
    if kind in ("phone", "postal code"):
        return fold(old) == fold(new)
    if kind == "kana":
        return _plain(tidy_kana(old)) == _plain(tidy_kana(new))
    if kind == "born":
        return _is_vaguer_birthday(old, new)
    if kind == "address":
        one, other = plain_address(old), plain_address(new)
        return one == other or (len(other) < len(one) and same_place(one, other))
    if field_.kind.choices:
        return False
    return _plain(old) == _plain(new)


def _plain(text: str) -> str:
    """Without width and spaces; variants of kanji stay what they are."""
    return "".join(narrow(full_kana(text)).split())


def _is_vaguer_birthday(old: str, new: str) -> bool:
    """Ages make a birthday known to a year only; a year read later may be one beside."""
    if "~" in old and "~" in new and abs(int(old[:4]) - int(new[:4])) <= 1:
        return True
    first, last = born_range(old)
    earliest, latest = born_range(new)
    return earliest <= first and last <= latest


def _loses_a_variant(old: str, new: str) -> bool:
    """Whether the table only has the usual form of what the book writes as the person does.

    A table that cannot hold 𠮷 or 葛󠄀 must not take them out of the book unasked.
    """
    return old != new and old.translate(_usual_forms()) == new


@cache
def _usual_forms() -> dict[int, str]:
    selectors = (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))
    return {ord(sign): known for sign, known in variants().items()} | dict.fromkeys(selectors, "")


def _is_given_name(said: str | None, known: str) -> bool:
    """花子 for 丸山 花子."""
    parts = known.split()
    return bool(said) and len(parts) > 1 and _plain(said or "") == _plain(parts[-1])
