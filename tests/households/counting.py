"""The figures counted household by household, to hold those of the book against."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from kucho_desktop.core.dates import age_on, grade_on
from kucho_desktop.households.model import DWELLED, JOINED, Household
from kucho_desktop.households.model.headcount import (
    AGE_CLASSES,
    VERY_OLD,
    Headcount,
    class_of,
    decade_of,
)


def headcount(title: str, households: Iterable[Household], day: date) -> Headcount:
    """Count a group as of a day."""
    counted = list(households)
    members = [member for household in counted for member in household.members]
    aged = [(member, age_on(member.born, day)) for member in members]
    known = [(member, age) for member, age in aged if age is not None]
    classes = Counter(class_of(age) for _member, age in known)
    lived_in = [household for household in counted if household.membership in DWELLED]
    grades = Counter(grade_on(member.born, day) for member in members if len(member.born) == 10)
    return Headcount(
        title,
        Counter(household.membership for household in counted),
        len(lived_in),
        sum(household.membership in JOINED for household in lived_in),
        len(members),
        Counter(member.gender for member in members),
        tuple(classes[at] for at in range(len(AGE_CLASSES))),
        sum(age >= VERY_OLD for _member, age in known),
        sum(len(member.born) != 10 for member, _age in known),
        len(members) - len(known),
        sum(member.whereabouts not in ("", "home") for member in members),
        Counter((member.gender, decade_of(age)) for member, age in known),
        {grade: count for grade, count in grades.items() if grade and 1 <= grade <= 9},
    )
