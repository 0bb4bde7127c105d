"""How many households and persons of which kind: the figures that a city asks of a 区."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

AGE_CLASSES = ((0, 14), (15, 64), (65, 74), (75, None))
"""年少人口, 生産年齢人口, 前期高齢者, 後期高齢者."""
OLD, VERY_OLD = 65, 80
Key = TypeVar("Key")
DECADES = 10
"""Bars of the pyramid: 0–9 … 80–89, 90 and over."""
GRADES = 9
"""School years: 小1 to 小6, 中1 to 中3."""


@dataclass(frozen=True)
class Headcount:
    """The figures of one group on a day.

    by_class: households by class of membership. dwelled, joined: households in which somebody
    lives, and those of them that belong to the association.
    genders: persons by "male", "female" and "" (not said). ages: persons by AGE_CLASSES.
    age_about: persons of whose birth only the year, the month or an age is known; they are counted
    by the nearest guess. age_unknown: persons of whom nothing is known.
    away: persons who live elsewhere for a time (care, study, work); they are counted.
    decades: persons by gender and decade of age.
    grades: children by school year, 1 to GRADES; 0 where the birthday leaves it open.
    """

    title: str
    by_class: Mapping[str, int] = field(default_factory=dict)
    dwelled: int = 0
    joined: int = 0
    persons: int = 0
    genders: Mapping[str, int] = field(default_factory=dict)
    ages: tuple[int, ...] = (0,) * len(AGE_CLASSES)
    very_old: int = 0
    age_about: int = 0
    age_unknown: int = 0
    away: int = 0
    decades: Mapping[tuple[str, int], int] = field(default_factory=dict)
    grades: Mapping[int, int] = field(default_factory=dict)

    @property
    def households(self) -> int:
        return sum(self.by_class.values())

    @property
    def joined_percent(self) -> float | None:
        """None where nobody lives."""
        return 100 * self.joined / self.dwelled if self.dwelled else None

    @property
    def old(self) -> int:
        """高齢者: 65 and over."""
        return sum(
            count
            for (first, _last), count in zip(AGE_CLASSES, self.ages, strict=True)
            if first >= OLD
        )

    @property
    def old_percent(self) -> float | None:
        """高齢化率, of those whose age is known; None where none is."""
        known = sum(self.ages)
        return 100 * self.old / known if known else None


def total(title: str, counts: Sequence[Headcount]) -> Headcount:
    """The sum of all groups."""
    return Headcount(
        title,
        added(count.by_class for count in counts),
        sum(count.dwelled for count in counts),
        sum(count.joined for count in counts),
        sum(count.persons for count in counts),
        added(count.genders for count in counts),
        tuple(sum(count.ages[at] for count in counts) for at in range(len(AGE_CLASSES))),
        sum(count.very_old for count in counts),
        sum(count.age_about for count in counts),
        sum(count.age_unknown for count in counts),
        sum(count.away for count in counts),
        added(count.decades for count in counts),
        added(count.grades for count in counts),
    )


def added(counts: Iterable[Mapping[Key, int]]) -> Mapping[Key, int]:
    together: Counter[Key] = Counter()
    for count in counts:
        together.update(count)
    return together


def class_of(age: int) -> int:
    """Which of AGE_CLASSES."""
    return max(at for at, (first, _last) in enumerate(AGE_CLASSES) if age >= first)


def decade_of(age: int) -> int:
    return min(age // 10, DECADES - 1)
