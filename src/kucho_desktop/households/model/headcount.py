"""How many households and persons of which kind: the figures that a city asks of a 区."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from kucho_desktop.households.model.choices import DWELLED, JOINED
from kucho_desktop.households.model.household import Household
from kucho_desktop.households.model.people import Member

AGE_CLASSES = ((0, 14), (15, 64), (65, 74), (75, None))
"""年少人口, 生産年齢人口, 前期高齢者, 後期高齢者."""
VERY_OLD = 80
Key = TypeVar("Key")
DECADES = 10
"""Bars of the pyramid: 0–9 … 80–89, 90 and over."""


@dataclass(frozen=True)
class Headcount:
    """The figures of one group on a day.

    by_class: households by class of membership. dwelled, joined: households in which somebody
    lives, and those of them that belong to the association.
    genders: persons by "male", "female" and "" (not said). ages: persons by AGE_CLASSES.
    away: persons who live elsewhere for a time (care, study, work); they are counted.
    decades: persons by gender and decade of age.
    """

    title: str
    by_class: Mapping[str, int] = field(default_factory=dict)
    dwelled: int = 0
    joined: int = 0
    persons: int = 0
    genders: Mapping[str, int] = field(default_factory=dict)
    ages: tuple[int, ...] = (0,) * len(AGE_CLASSES)
    very_old: int = 0
    age_unknown: int = 0
    away: int = 0
    decades: Mapping[tuple[str, int], int] = field(default_factory=dict)

    @property
    def households(self) -> int:
        return sum(self.by_class.values())

    @property
    def joined_percent(self) -> float | None:
        """None where nobody lives."""
        return 100 * self.joined / self.dwelled if self.dwelled else None


def headcount(title: str, households: Iterable[Household], day: date) -> Headcount:
    """Count a group as of a day."""
    counted = list(households)
    members = [member for household in counted for member in household.members]
    ages = [(member, member.age(day)) for member in members]
    known = [(member, age) for member, age in ages if age is not None]
    lived_in = [household for household in counted if household.membership in DWELLED]
    return Headcount(
        title,
        Counter(household.membership for household in counted),
        len(lived_in),
        sum(household.membership in JOINED for household in lived_in),
        len(members),
        Counter(member.gender for member in members),
        tuple(sum(_within(age, span) for _member, age in known) for span in AGE_CLASSES),
        sum(age >= VERY_OLD for _member, age in known),
        len(ages) - len(known),
        sum(_is_away(member) for member in members),
        Counter((member.gender, min(age // 10, DECADES - 1)) for member, age in known),
    )


def total(title: str, counts: Sequence[Headcount]) -> Headcount:
    """The sum of all groups."""
    return Headcount(
        title,
        _added(count.by_class for count in counts),
        sum(count.dwelled for count in counts),
        sum(count.joined for count in counts),
        sum(count.persons for count in counts),
        _added(count.genders for count in counts),
        tuple(sum(count.ages[at] for count in counts) for at in range(len(AGE_CLASSES))),
        sum(count.very_old for count in counts),
        sum(count.age_unknown for count in counts),
        sum(count.away for count in counts),
        _added(count.decades for count in counts),
    )


def _added(counts: Iterable[Mapping[Key, int]]) -> Mapping[Key, int]:
    together: Counter[Key] = Counter()
    for count in counts:
        together.update(count)
    return together


def _within(age: int, span: tuple[int, int | None]) -> bool:
    first, last = span
    return first <= age and (last is None or age <= last)


def _is_away(member: Member) -> bool:
    return member.whereabouts not in ("", "home")
