"""The people whom this room speaks of: whom to choose from, and how they are called on a day."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kucho_desktop.core.book import Book
from kucho_desktop.core.i18n import _
from kucho_desktop.core.periods import OPEN
from kucho_desktop.core.remembered import Remembered
from kucho_desktop.households.model import HOME, Household, Member
from kucho_desktop.households.store import TABLES as HOUSEHOLD_TABLES
from kucho_desktop.households.store import households_of, lived_in
from kucho_desktop.households.store.held import as_it_was
from kucho_desktop.tonarigumi.store import tonarigumi_named

_GROWN = 16
"""Children are not offered; whose age is not known is."""


@dataclass(frozen=True)
class Person:
    """A person of the roster on a day. household: None where he does not live here then.

    gone: the day (ISO) from which he lives here no more.
    """

    id: int
    name: str
    kana: str
    household: Household | None = None
    member: Member | None = None
    gone: str = ""
    has_died: bool = False


def people_to_choose(book: Book) -> dict[int, str]:
    """Id → name and group of everybody who is grown up and lives here today, in 五十音順."""
    return dict(_CHOICES.of(book))


def _read_choices(book: Book) -> dict[int, str]:
    groups = tonarigumi_named(book)
    born_by = f"{book.today.year - _GROWN}~"
    rows = book.tuples(
        f"""SELECT member.id, member.name, household_today.tonarigumi_id FROM {HOME}
        JOIN member ON member.id = {HOME}.member_id
        JOIN household_today ON household_today.id = {HOME}.household_id
        WHERE {HOME}.since <= :day AND :day < {HOME}.until AND member.name <> ''
            AND (member.born = '' OR member.born <= :born)
        ORDER BY household_today.kana_key, {HOME}.position, member.id""",
        day=book.today.isoformat(),
        born=born_by,
    )
    said = {}
    for id_, name, group in rows:
        where = groups.get(group or 0, "")
        said[id_] = _("{name} ({group})").format(name=name, group=where) if where else name
    return said


_CHOICES = Remembered(_read_choices, HOUSEHOLD_TABLES)
_HOUSES = Remembered(lived_in, HOUSEHOLD_TABLES)


def houses_to_choose(book: Book) -> dict[int, str]:
    """Id → head and group of the households in which somebody lives."""
    return dict(_HOUSES.of(book))


def people_named(book: Book, ids: Collection[int | None], day: date) -> dict[int, Person]:
    """Those of these members that the book knows, as they are on the day."""
    wanted = sorted({id_ for id_ in ids if id_ is not None})
    rows = book.tuples(
        f"""SELECT member.id, member.name, member.kana, member.died, (SELECT max(until) FROM {HOME}
            WHERE member_id = member.id), (SELECT household_id FROM {HOME}
            WHERE member_id = member.id AND since <= :day AND :day < until)
        FROM member WHERE member.id IN (SELECT value FROM json_each(:ids))""",
        ids=json.dumps(wanted),
        day=day.isoformat(),
    )
    homes = {each.id: each for each in _homes(book, (row[5] for row in rows), day)}
    found = {}
    for id_, name, kana, died, until, home in rows:
        household = homes.get(home)
        members = household.members if household else ()
        member = next((each for each in members if each.id == id_), None)
        gone = "" if household or not until or until == OPEN else until
        found[id_] = Person(id_, name, kana, household, member, gone, bool(died))
    return found


def _homes(book: Book, ids: Iterable[int | None], day: date) -> list[Household]:
    return households_of(book, sorted({id_ for id_ in ids if id_}), day)


def names_of(book: Book, ids: Collection[int | None]) -> dict[int, str]:
    """Only the names, whether they live here or not."""
    rows = book.tuples(
        "SELECT id, name FROM member WHERE id IN (SELECT value FROM json_each(:ids))",
        ids=json.dumps([id_ for id_ in ids if id_ is not None]),
    )
    return dict(rows)


def names_of_houses(book: Book, ids: Sequence[int]) -> dict[int, str]:
    """What households are called, also those that are gone."""
    there = {each.id: each.head or each.address for each in households_of(book, ids)}
    for id_ in ids:
        if id_ not in there:
            was = as_it_was(book, id_)
            there[id_] = was.head or was.address
    return there


def phones_of(book: Book, ids: Collection[int | None]) -> dict[int, str]:
    """Of those who live here today: their own phone, else that of the house."""
    found = {}
    for id_, person in people_named(book, ids, book.today).items():
        house, member = person.household, person.member
        if house is not None and member is not None:
            found[id_] = member.phone or house.mobile or house.phone
    return found


def members_by_name(book: Book, names: Sequence[str]) -> dict[str, int]:
    """Name → id where one person of the roster alone is called so."""
    rows = book.tuples(
        """SELECT name, min(id) FROM member WHERE name <> ''
        AND name IN (SELECT value FROM json_each(:names)) GROUP BY name HAVING count(*) = 1""",
        names=json.dumps(list(names)),
    )
    return dict(rows)
