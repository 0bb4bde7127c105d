"""Figures as of a day, or of many days at once, counted by the book and not household by household.

What is counted is said in `model/headcount.py`; an age is the nearest guess, as everywhere.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from kucho_desktop.core import periods
from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import born_range, grade_on
from kucho_desktop.households.model import DWELLED, HOME, JOINED, MEMBERSHIP, PLACE, WHEREABOUTS
from kucho_desktop.households.model.figures.headcount import (
    AGE_CLASSES,
    GRADES,
    VERY_OLD,
    Headcount,
    class_of,
    decade_of,
)
from kucho_desktop.tonarigumi.store import tonarigumi_named

_AGE = """CASE WHEN member.born = '' THEN NULL ELSE CAST(substr({day}, 1, 4) AS INTEGER)
    - CAST(substr(member.born, 1, 4) AS INTEGER)
    - (substr({day}, 6) < substr(rtrim(member.born, '~'), 6)) END"""
"""`core.ages.age_on` in SQL: a year alone counts as reached, a month alone on its first day."""
_ON = "{0}.since <= {1} AND {1} < {0}.until"
_DAY_LONG = 10
_PUPILS = 17
"""Years back within which everybody of the school years was born."""


def headcounts_on(book: Book, day: date) -> tuple[Headcount, ...]:
    """The figures of every group on a day, in district order; those without a group last."""
    titles = tonarigumi_named(book, day)
    classes: dict[int, Counter[str]] = {}
    for group, membership, count in _households(book, day):
        classes.setdefault(_known(group, titles), Counter())[membership] += count
    people: dict[int, list[Any]] = {}
    for group, *row in _people(book, day):
        people.setdefault(_known(group, titles), []).append(row)
    grades: dict[int, Counter[int]] = {}
    for group, grade, count in _pupils(book, day):
        grades.setdefault(_known(group, titles), Counter())[grade] += count
    return tuple(
        _headcount(titles.get(id_, ""), classes[id_], people.get(id_, []), grades.get(id_, {}))
        for id_ in (*titles, _NOWHERE)
        if id_ in classes
    )


_NOWHERE = 0


def _known(group: int | None, titles: dict[int, str]) -> int:
    return group if group in titles else _NOWHERE


def _households(book: Book, day: date) -> list[tuple[Any, ...]]:
    return book.tuples(
        f"""SELECT {PLACE}.tonarigumi_id, {MEMBERSHIP}.membership, count(*) FROM {MEMBERSHIP}
        LEFT JOIN {PLACE} ON {PLACE}.household_id = {MEMBERSHIP}.household_id
            AND {periods.on(PLACE)}
        WHERE {periods.on(MEMBERSHIP)} GROUP BY 1, 2""",
        day=day.isoformat(),
    )


_THERE = f"""FROM {HOME} JOIN member ON member.id = {HOME}.member_id
    JOIN {MEMBERSHIP} ON {MEMBERSHIP}.household_id = {HOME}.household_id
        AND {periods.on(MEMBERSHIP)}
    LEFT JOIN {PLACE} ON {PLACE}.household_id = {HOME}.household_id AND {periods.on(PLACE)}"""
"""Everybody who lives on :day in a household that is there."""


def _people(book: Book, day: date) -> list[tuple[Any, ...]]:
    """(group, sex, age or None, how many, of these with an uncertain birthday, of these away)."""
    return book.tuples(
        f"""SELECT {PLACE}.tonarigumi_id, member.gender, {_AGE.format(day=":day")} AS age,
            count(*), sum(member.born <> '' AND length(member.born) <> {_DAY_LONG}),
            sum(coalesce({WHEREABOUTS}.whereabouts, '') NOT IN ('', 'home'))
        {_THERE}
        LEFT JOIN {WHEREABOUTS} ON {WHEREABOUTS}.member_id = member.id
            AND {periods.on(WHEREABOUTS)}
        WHERE {periods.on(HOME)} GROUP BY 1, 2, 3""",
        day=day.isoformat(),
    )


def _pupils(book: Book, day: date) -> Iterable[tuple[int | None, int, int]]:
    """(group, school year or 0 where it is open, how many)."""
    rows = book.tuples(
        f"""SELECT {PLACE}.tonarigumi_id, member.born, count(*) {_THERE}
        WHERE {periods.on(HOME)} AND member.born >= :oldest GROUP BY 1, 2""",
        day=day.isoformat(),
        oldest=f"{day.year - _PUPILS:04}",
    )
    for group, born, count in rows:
        grade = _grade(born, day)
        if grade is not None:
            yield group, grade, count


def _grade(born: str, day: date) -> int | None:
    """1 to GRADES, 0 where it may be one of them; None for who is younger or older."""
    grade = grade_on(born, day)
    if grade is None:
        ends = (grade_on(end.isoformat(), day) or 0 for end in born_range(born))
        return 0 if any(1 <= end <= GRADES for end in ends) else None
    return grade if 1 <= grade <= GRADES else None


def _headcount(
    title: str, classes: Counter[str], people: Sequence[Any], grades: dict[int, int]
) -> Headcount:
    """people: (sex, age, how many, uncertain, away), see `_people`."""
    genders: Counter[str] = Counter()
    ages = [0] * len(AGE_CLASSES)
    decades: Counter[tuple[str, int]] = Counter()
    about = unknown = very_old = away = 0
    for gender, age, count, uncertain, elsewhere in people:
        genders[gender] += count
        away += elsewhere
        if age is None or age < 0:
            unknown += count
            continue
        about += uncertain
        ages[class_of(age)] += count
        decades[gender, decade_of(age)] += count
        very_old += count if age >= VERY_OLD else 0
    return Headcount(
        title,
        classes,
        sum(classes[each] for each in DWELLED),
        sum(classes[each] for each in DWELLED & JOINED),
        genders.total(),
        genders,
        tuple(ages),
        very_old,
        about,
        unknown,
        away,
        decades,
        grades,
    )


def headcounts_of_days(book: Book, days: Sequence[date]) -> list[Headcount]:
    """The whole district on each of these days, in their order; without sexes and school years."""
    named = {f"day{at}": day.isoformat() for at, day in enumerate(sorted(set(days)))}
    if not named:
        return []
    each_day = f"WITH days(day) AS (VALUES {', '.join(f'(:{name})' for name in named)})"
    classes: dict[str, Counter[str]] = {at: Counter() for at in named.values()}
    for at, membership, count in book.tuples(
        f"""{each_day} SELECT day, membership, count(*) FROM days CROSS JOIN {MEMBERSHIP}
        WHERE {_ON.format(MEMBERSHIP, "days.day")} GROUP BY 1, 2""",
        **named,
    ):
        classes[at][membership] = count
    people: dict[str, list[Any]] = {at: [] for at in named.values()}
    for at, *row in book.tuples(
        f"""{each_day} SELECT day, '', {_AGE.format(day="days.day")} AS age, count(*),
            sum(member.born <> '' AND length(member.born) <> {_DAY_LONG}), 0
        FROM days CROSS JOIN {HOME} JOIN member ON member.id = {HOME}.member_id
        WHERE {_ON.format(HOME, "days.day")} AND EXISTS (SELECT 1 FROM {MEMBERSHIP}
            WHERE {MEMBERSHIP}.household_id = {HOME}.household_id
            AND {_ON.format(MEMBERSHIP, "days.day")}) GROUP BY 1, 3""",
        **named,
    ):
        people[at].append(row)
    at_each = (day.isoformat() for day in days)
    return [_headcount("", classes[at], people[at], {}) for at in at_each]


def first_recorded(book: Book) -> date | None:
    """The earliest day on which something ended: before it, only those who stayed are known."""
    found = book.tuples(
        f"""SELECT min(until) FROM (SELECT until FROM {MEMBERSHIP} UNION ALL
        SELECT until FROM {HOME}) WHERE until < :open""",
        open=periods.OPEN,
    )
    return date.fromisoformat(found[0][0]) if found[0][0] else None
