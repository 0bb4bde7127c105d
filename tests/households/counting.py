"""The figures counted household by household, to hold those of the book against."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import age_on, born_range, grade_on
from kucho_desktop.households.model import DWELLED, JOINED, Household
from kucho_desktop.households.model.figures.headcount import (
    AGE_CLASSES,
    VERY_OLD,
    Headcount,
    class_of,
    decade_of,
)
from kucho_desktop.households.model.figures.moves import balance
from kucho_desktop.households.store import headcounts_of_days, households_on, moves_between
from kucho_desktop.tonarigumi.store import tonarigumi_named


def headcount(title: str, households: Iterable[Household], day: date) -> Headcount:
    """Count a group as of a day."""
    counted = list(households)
    members = [member for household in counted for member in household.members]
    aged = [(member, age_on(member.born, day)) for member in members]
    known = [(member, age) for member, age in aged if age is not None]
    classes = Counter(class_of(age) for _member, age in known)
    lived_in = [household for household in counted if household.membership in DWELLED]
    grades = Counter(_grade(member.born, day) for member in members if member.born)
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
        {grade: count for grade, count in grades.items() if grade is not None},
    )


def _grade(born: str, day: date) -> int | None:
    """1 to 9, 0 where it may be one of them, None where it is none."""
    ends = {grade_on(end.isoformat(), day) or 0 for end in born_range(born)}
    if not any(1 <= grade <= 9 for grade in ends):
        return None
    return ends.pop() if len(ends) == 1 else 0


def counted_one_by_one(book: Book, day: date) -> list[Headcount]:
    """By group, in district order, from the households as they are read."""
    titles = tonarigumi_named(book, day)
    groups: dict[str, list[Household]] = {title: [] for title in (*titles.values(), "")}
    for household in households_on(book, day):
        groups[titles.get(household.tonarigumi_id or 0, "")].append(household)
    return [headcount(title, homes, day) for title, homes in groups.items() if homes]


def check_figures_follow(book: Book, days: Sequence[date]) -> None:
    """On each of these days, oldest first, they are those of the first and what happened since."""
    counts = headcounts_of_days(book, days)
    moves = moves_between(book, days[0] + timedelta(days=1), days[-1])
    before = counts[0]
    for day, after in zip(days, counts, strict=True):
        came = balance(move for move in moves if move.day <= day.isoformat())
        assert after.households == before.households + came.households
        assert after.dwelled == before.dwelled + came.dwelled
        assert after.joined == before.joined + came.joined
        assert after.persons == before.persons + came.persons
