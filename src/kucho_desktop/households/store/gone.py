"""Who left or died long ago, found by the days on which memberships and homes ended."""

from collections.abc import Iterable
from datetime import date

from kucho_desktop.core.book import Book
from kucho_desktop.core.periods import OPEN
from kucho_desktop.core.tables import HOUSEHOLD, MEMBER
from kucho_desktop.households.model import HOME, MEMBERSHIP
from kucho_desktop.households.model.gone import LongGone, years_before
from kucho_desktop.households.store.again.merging import merged_into
from kucho_desktop.households.store.held import as_it_was

_HOUSES = f"""SELECT household_id, max(until) FROM {MEMBERSHIP} GROUP BY household_id
    HAVING max(until) <= :cutoff"""
_PEOPLE = f"""SELECT member.id, member.name, member.died, ended, (SELECT household_id FROM {HOME}
        WHERE member_id = member.id ORDER BY until DESC, id DESC LIMIT 1)
    FROM (SELECT member_id, max(until) AS ended FROM {HOME} GROUP BY member_id
        HAVING max(until) <= :cutoff AND sum(household_id NOT IN (
            SELECT household_id FROM ({_HOUSES}))) > 0)
    JOIN member ON member.id = member_id"""


def long_gone(book: Book, years: int) -> list[LongGone]:
    """Who left or died so many years ago or earlier, the longest ago first.

    People of a household that is in the list are told with it.
    """
    cutoff = years_before(book.today, years).isoformat()
    houses = [_house(book, id_, until) for id_, until in book.tuples(_HOUSES, cutoff=cutoff)]
    people = [_person(book, *row) for row in book.tuples(_PEOPLE, cutoff=cutoff)]
    return sorted([*houses, *people], key=lambda each: (each.since, each.kind, each.id))


def ids_long_gone(book: Book, years: int) -> frozenset[tuple[str, int]]:
    """(kind, id) of that list, without reading what is told of them."""
    cutoff = years_before(book.today, years).isoformat()
    houses = [(HOUSEHOLD, row[0]) for row in book.tuples(_HOUSES, cutoff=cutoff)]
    people = [(MEMBER, row[0]) for row in book.tuples(_PEOPLE, cutoff=cutoff)]
    return frozenset([*houses, *people])


def still_gone(book: Book, years: int) -> frozenset[tuple[str, int]]:
    """(kind, id) of all households and people who have been away so long."""
    cutoff = years_before(book.today, years).isoformat()
    houses = book.tuples(_HOUSES, cutoff=cutoff)
    people = book.tuples(
        f"SELECT member_id FROM {HOME} GROUP BY member_id HAVING max(until) <= :cutoff",
        cutoff=cutoff,
    )
    return frozenset(
        [(HOUSEHOLD, id_) for id_, _until in houses] + [(MEMBER, id_) for (id_,) in people]
    )


def told_of_gone(book: Book, wanted: Iterable[tuple[str, int]]) -> list[LongGone]:
    """The same of these (kind, id), however long ago it was; who has no last day is there again."""
    told = []
    for kind, id_ in wanted:
        if kind == HOUSEHOLD:
            sql = f"SELECT max(until) FROM {MEMBERSHIP} WHERE household_id = :id"
            told.append(_house(book, id_, book.tuples(sql, id=id_)[0][0] or OPEN))
        else:
            found = book.tuples(
                f"""SELECT member.id, name, died, max(until), household_id FROM member
                JOIN {HOME} ON member_id = member.id WHERE member.id = :id GROUP BY member.id""",
                id=id_,
            )
            told += [_person(book, *row) for row in found]
    return told


def with_entries_that_became_one(book: Book, households: Iterable[int]) -> frozenset[int]:
    """Households with the ids under which they were written down a second time."""
    own = set(households)
    return frozenset(own.union(*(merged_into(book, id_) for id_ in own)))


def _house(book: Book, id_: int, until: str) -> LongGone:
    was = as_it_was(book, id_)
    died = book.tuples(
        f"""SELECT 1 FROM member JOIN {HOME} ON member_id = member.id
        WHERE household_id = :id AND died = :until AND died <> '' LIMIT 1""",
        id=id_,
        until=until,
    )
    reasons = book.tuples(
        f"SELECT reason FROM {MEMBERSHIP} WHERE household_id = :id ORDER BY until DESC LIMIT 1",
        id=id_,
    )
    names = tuple(each.name for each in was.members if each.name)
    named = was.head or was.address
    place, reason = " ".join(filter(None, (was.address, was.building))), reasons[0][0]
    day = date.fromisoformat(until)
    return LongGone(HOUSEHOLD, id_, named, day, names, place, has_died=bool(died), reason=reason)


def _person(book: Book, id_: int, name: str, died: str, ended: str, house: int) -> LongGone:
    was = as_it_was(book, house)
    day = date.fromisoformat(ended)
    place = was.address
    return LongGone(
        MEMBER, id_, name, day, place=place, house=was.head or was.address, has_died=bool(died)
    )
