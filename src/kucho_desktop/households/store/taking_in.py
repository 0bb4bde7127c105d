"""Households from elsewhere, a whole table at once: one step, written by `executemany`."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from kucho_desktop.core import periods
from kucho_desktop.core.book import Book
from kucho_desktop.core.fields import fields_of
from kucho_desktop.core.i18n import N_
from kucho_desktop.exchange.roster import Record
from kucho_desktop.households.model import (
    ADDRESSES,
    HEAD,
    HOME,
    MEMBERSHIP,
    PLACE,
    WHEREABOUTS,
    Household,
    Member,
)
from kucho_desktop.tonarigumi.store import add_tonarigumi, all_tonarigumi

if TYPE_CHECKING:
    from sqlite_utils import Database

_PLAIN = [
    each
    for each in fields_of(Household)
    if not each.dated and each.kind.record is None and each.name not in ("head", "kana")
]
_PERSONAL = [each for each in fields_of(Member) if not each.dated]


@dataclass
class _Rows:
    """What goes into each table, gathered before anything is written."""

    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)
    rows: dict[str, list[tuple[Any, ...]]] = field(default_factory=dict)

    def table(self, name: str, columns: Sequence[str]) -> list[tuple[Any, ...]]:
        self.columns[name] = tuple(columns)
        return self.rows.setdefault(name, [])

    def write(self, db: "Database") -> None:
        for name, rows in self.rows.items():
            columns = ", ".join(f'"{column}"' for column in self.columns[name])
            marks = ", ".join("?" * len(self.columns[name]))
            db.conn.executemany(f'INSERT INTO "{name}" ({columns}) VALUES ({marks})', rows)


def take_in(
    book: Book, records: Sequence[Record], *, source: str = "", day: date | None = None
) -> None:
    """Add households and their people as one step, making the groups that are not there yet.

    day: from when they belong to the association; since always if none is given.
    """
    since = day.isoformat() if day else periods.ALWAYS
    message = N_("Read in {count} households from {source}")
    with book.step(message, count=len(records), source=source) as db:
        groups = _groups(book, records, since)
        rows = _Rows()
        _gather(book, records, groups, since, rows)
        rows.write(db)


def _groups(book: Book, records: Iterable[Record], since: str) -> dict[tuple[str, ...], int | None]:
    """Path of names → id; groups that the book knows by the same path are taken."""
    known: dict[tuple[str, ...], int | None] = {g.path: g.id for g in all_tonarigumi(book)}
    known[()] = None
    for path in dict.fromkeys(record.group for record in records):
        for depth in range(1, len(path) + 1):
            part = path[:depth]
            if part not in known:
                known[part] = add_tonarigumi(
                    book, part[-1], parent_id=known[part[:-1]], since=since
                )
    return known


def _next_id(book: Book, table: str) -> int:
    found = book.tuples(
        f"SELECT max(coalesce((SELECT seq FROM sqlite_sequence WHERE name = '{table}'), 0),"
        f" coalesce((SELECT max(id) FROM {table}), 0)) + 1"
    )
    return int(found[0][0])


def _last_places(book: Book) -> dict[int | None, int]:
    found = book.tuples(
        f"SELECT tonarigumi_id, max(walking_order) FROM {PLACE} WHERE {periods.on(PLACE)}"
        " GROUP BY tonarigumi_id",
        day=book.today.isoformat(),
    )
    return dict(found)


def _gather(
    book: Book,
    records: Iterable[Record],
    groups: Mapping[tuple[str, ...], int | None],
    since: str,
    rows: _Rows,
) -> None:
    days = (since, periods.OPEN)
    plain = [(each.name, Household.__dataclass_fields__[each.name].default) for each in _PLAIN]
    households = rows.table("household", ["id", "name", "name_kana", *(name for name, _ in plain)])
    own = "household_id"
    memberships = rows.table(MEMBERSHIP, [own, "membership", "since", "until"])
    places = rows.table(PLACE, [own, "tonarigumi_id", "walking_order", "since", "until"])
    addresses = rows.table(ADDRESSES, [own, "postal_code", "address", "building", "since", "until"])
    people = _People(book, rows, days)
    last = _last_places(book)
    for id_, record in enumerate(records, start=_next_id(book, "household")):
        get = record.values.get
        name, kana = ("", "") if record.people else (get("head", ""), get("kana", ""))
        households.append((id_, name, kana, *(get(column, empty) for column, empty in plain)))
        memberships.append((id_, get("membership", "full"), *days))
        group = groups[record.group]
        last[group] = get("walking_order") or (last.get(group) or 0) + 1
        places.append((id_, group, last[group], *days))
        address = (get("postal_code", ""), get("address", ""), get("building", ""))
        if any(address):
            addresses.append((id_, *address, *days))
        people.add(id_, record)


class _People:
    """Gathers the rows of a household's people; the first is the head unless the table says who."""

    def __init__(self, book: Book, rows: _Rows, days: tuple[str, str]) -> None:
        self._days = days
        self._next = _next_id(book, "member")
        self._names = [each.name for each in _PERSONAL]
        self._empty = [Member.__dataclass_fields__[name].default for name in self._names]
        self._members = rows.table("member", ["id", *self._names])
        self._homes = rows.table(
            HOME, ["member_id", "household_id", "relation", "position", "since", "until"]
        )
        self._whereabouts = rows.table(WHEREABOUTS, ["member_id", "whereabouts", "since", "until"])

    def add(self, household_id: int, record: Record) -> None:
        said = any(person.get("relation") == HEAD for person in record.people)
        for position, person in enumerate(record.people):
            id_, self._next = self._next, self._next + 1
            get = person.get
            values = (get(n, e) for n, e in zip(self._names, self._empty, strict=True))
            self._members.append((id_, *values))
            relation = get("relation", "")
            if position == 0 and not said:
                relation = HEAD
            self._homes.append((id_, household_id, relation, position, *self._days))
            where = get("whereabouts", "home")
            if where != "home":
                self._whereabouts.append((id_, where, *self._days))
