"""Households from elsewhere, a whole table at once, as one step."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from kucho_desktop.core import periods
from kucho_desktop.core.book import Book
from kucho_desktop.core.i18n import N_
from kucho_desktop.exchange.roster import Record
from kucho_desktop.households.model import HEAD, PLACE
from kucho_desktop.households.store.many import WholeHousehold, WholeMember, add_all
from kucho_desktop.tonarigumi.store import add_missing_tonarigumi

_Days = tuple[str, str]
_Groups = Mapping[tuple[str, ...], int]
Tell = Callable[[int, int], None]


def _silent(_done: int, _all: int) -> None:
    """Nobody wants to know how far it is."""


def take_in(
    book: Book,
    records: Sequence[Record],
    *,
    source: str = "",
    day: date | None = None,
    tell: Tell = _silent,
) -> None:
    """Add households and their people as one step, making the groups that are not there yet.

    day: from when they belong to the association; since always if none is given.
    tell: is told how many of how many are done; what it raises takes the whole step back.
    """
    since = day.isoformat() if day else periods.ALWAYS
    message = N_("Read in {count} households from {source}")
    so_far = _SoFar(tell, len(records))
    with (
        book.stoppable(so_far.say),
        book.step(message, count=len(records), source=source) as db,
    ):
        paths = dict.fromkeys(record.group for record in records)
        readings = _readings(records)
        groups = add_missing_tonarigumi(book, paths, readings=readings, since=since)
        add_all(book, db, _wholes(book, records, groups, (since, periods.OPEN), so_far))


class _SoFar:
    """How many are done; said again while the book works on its own, so that it can be stopped."""

    def __init__(self, tell: Tell, total: int) -> None:
        self.done = 0
        self._tell, self._total = tell, total

    def say(self) -> None:
        self._tell(self.done, self._total)


def _readings(records: Sequence[Record]) -> dict[tuple[str, ...], str]:
    """Readings of groups, where the table has them: "group_kana" goes along the path."""
    return {
        record.group[: level + 1]: kana
        for record in records
        for level, kana in enumerate(record.values.get("group_kana", ()))
    }


def _last_places(book: Book) -> dict[int | None, int]:
    found = book.tuples(
        f"SELECT tonarigumi_id, max(walking_order) FROM {PLACE} WHERE {periods.on(PLACE)}"
        " GROUP BY tonarigumi_id",
        day=book.today.isoformat(),
    )
    return dict(found)


def _wholes(
    book: Book, records: Sequence[Record], groups: _Groups, days: _Days, so_far: "_SoFar"
) -> Iterator[WholeHousehold]:
    last = _last_places(book)
    for done, record in enumerate(records):
        so_far.done = done
        so_far.say()
        get = record.values.get
        group = groups[record.group] if record.group else None
        last[group] = get("walking_order") or (last.get(group) or 0) + 1
        address = (get("postal_code", ""), get("address", ""), get("building", ""))
        values: dict[str, Any] = dict(record.values)
        if get("head"):
            values |= {"name": get("head"), "name_kana": get("kana", "")}
        yield WholeHousehold(
            values,
            memberships=[(get("membership", "full"), "", *days)],
            places=[(group, last[group], *days)],
            addresses=[(*address, *days)] if any(address) else (),
            consents=[_consent(answer) for answer in get("consents", ())],
            members=list(_people(record, days)),
        )


def _consent(answer: Mapping[str, Any]) -> tuple[str, ...]:
    said = [answer.get(name, "") for name in ("item", "audience", "answer", "way", "since")]
    return (*said, periods.OPEN)


def _people(record: Record, days: _Days) -> Iterator[WholeMember]:
    """The first is the head unless the table says who, or says of him that he "is_head": False."""
    said = any([person.get("relation") == HEAD for person in record.people])
    for position, person in enumerate(record.people):
        if not person and (position or said):
            yield WholeMember(person, [("", position, *days)])
            continue
        relation = person.get("relation", "")
        if not (position or said or person.get("is_head") is False):
            relation = HEAD
        where = person.get("whereabouts", "home")
        yield WholeMember(
            person,
            homes=[(relation, position, *days)],
            whereabouts=[(where, *days)] if where != "home" else (),
        )
