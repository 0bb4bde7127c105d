"""Households that stand in the book twice, as far as one can tell from what is written of them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from kucho_desktop.core.ages import born_range
from kucho_desktop.core.fields import Field, fields_of
from kucho_desktop.core.i18n import N_
from kucho_desktop.core.text import fold
from kucho_desktop.households.model.again.likeness import (
    ADDRESS,
    NAME,
    NUMBER,
    PEOPLE,
    PHONE,
    Alike,
    Index,
    Traits,
)
from kucho_desktop.households.model.household import Household
from kucho_desktop.households.model.people import Member

REASONS = {
    NAME: N_("same name"),
    ADDRESS: N_("same address"),
    PHONE: N_("same phone number"),
    PEOPLE: N_("same people"),
    NUMBER: N_("same household number"),
}


@dataclass(frozen=True)
class Double:
    """Two households, the lower id first, and why they may be one: keys of REASONS."""

    one: int
    other: int
    reasons: tuple[str, ...]
    weight: int


def doubles_among(
    entries: Mapping[int, Traits], apart: Collection[tuple[int, int]] = ()
) -> list[Double]:
    """The likeliest first. apart: pairs (lower id first) that the user said are two."""
    index = Index(entries)
    found = []
    for one, other in index.pairs():
        alike = index.near_each_other(one, other)
        if _may_be_one(alike) and (one, other) not in apart:
            reasons = tuple(reason for reason in REASONS if reason in alike.same)
            found.append(Double(one, other, reasons, alike.weight - alike.apart))
    return sorted(found, key=lambda each: (-each.weight, each.one, each.other))


def _may_be_one(alike: Alike) -> bool:
    """A name alone is many people's, a house with several families has one address."""
    same = alike.same
    if NAME in same and (same & {ADDRESS, PHONE, NUMBER, PEOPLE} or not alike.apart):
        return True
    return PHONE in same or alike.shared >= 2 or (PEOPLE in same and ADDRESS in same)


def same_people(one: Household, other: Household) -> dict[int, int]:
    """Member of the other → the one of the first who has the same name and no other birthday."""
    members = {each.id: each for household in (one, other) for each in household.members}
    return {
        gone: stays
        for gone, stays in namesakes(one, other).items()
        if birthdays_agree(members[stays], members[gone])
    }


def namesakes(one: Household, other: Household) -> dict[int, int]:
    """Member of the other → the one of the first with the same name, each of them once."""
    left = list(one.members)
    found: dict[int, int] = {}
    for member in other.members:
        same = [each for each in left if each.name and fold(each.name) == fold(member.name)]
        if same:
            match = max(same, key=lambda each: birthdays_agree(each, member))
            found[member.id] = match.id
            left.remove(match)
    return found


def birthdays_agree(one: Member, other: Member) -> bool:
    """Whether two people may be one by what is known of their births."""
    if not one.born or not other.born:
        return True
    first, second = born_range(one.born), born_range(other.born)
    return first[0] <= second[1] and second[0] <= first[1]


def differing_fields(one: Household, other: Household) -> list[Field]:
    """The household's own fields in which two entries differ."""
    return [
        field
        for field in fields_of(Household)
        if field.kind.record is None
        and field.name not in ("head", "kana", "walking_order")
        and getattr(one, field.name) != getattr(other, field.name)
    ]


def better_of(field: Field, one: Household, other: Household) -> Household:
    """Whose value is kept where nobody chooses: the first's, unless only the other has one."""
    usual = Household.__dataclass_fields__[field.name].default
    told = getattr(one, field.name) not in (usual, field.kind.empty)
    return one if told or getattr(other, field.name) in (usual, field.kind.empty) else other
