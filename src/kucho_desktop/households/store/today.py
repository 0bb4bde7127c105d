"""`household_today`: order, search text and figures of every household, kept up at each step.

Lists and the search read this one table, so that 100,000 households open as fast as 300.
"""

import json
from functools import cache
from typing import Any

from kucho_desktop.core import periods
from kucho_desktop.core.book import Book
from kucho_desktop.core.fields import Field, fields_of
from kucho_desktop.core.journal import Changes
from kucho_desktop.households.model import (
    ADDRESSES,
    HOME,
    MEMBERSHIP,
    PLACE,
    WHEREABOUTS,
    Household,
    Member,
)
from kucho_desktop.households.model.ties.ties import Tie
from kucho_desktop.households.store.seen import LAST_ORDER, ON_DAY
from kucho_desktop.households.store.ties.keeping import TIE
from kucho_desktop.tonarigumi.store import all_tonarigumi

Row = tuple[Any, ...]
"""A row of household_today, its columns in this order."""
_COLUMNS = (
    "id",
    "order_key",
    "kana_key",
    "tonarigumi_id",
    "membership",
    "head",
    "people",
    "search",
)
_FEW = 100
_BY_HOUSEHOLD = (MEMBERSHIP, PLACE, ADDRESSES, HOME, TIE)
_BY_MEMBER = ("member", WHEREABOUTS)
_EACH = "(SELECT row FROM step_row WHERE \"table\" = '{}')"
_OLD = (
    "SELECT json_extract(old, '$.household_id') FROM entry"
    ' WHERE step = (SELECT step FROM open_step) AND old IS NOT NULL AND "table" IN ({})'
)

_LISTED = "(SELECT value FROM json_each(:{0}))"
_AT_HOME = f"SELECT household_id FROM {HOME} WHERE member_id IN "
_OWNERS = {
    **{
        table: f"SELECT household_id FROM {table} WHERE id IN {_LISTED.format('rows')}"
        f" UNION {_OLD.format(repr(table))}"
        for table in _BY_HOUSEHOLD
    },
    "member": _AT_HOME + _LISTED.format("rows"),
    WHEREABOUTS: f"{_AT_HOME}(SELECT member_id FROM {WHEREABOUTS}"
    f" WHERE id IN {_LISTED.format('rows')})",
}
"""How the rows of each table that a step touched lead to their households."""


def derive_today(book: Book, changes: Changes) -> None:
    """Bring the rows of the touched households up to date, at the end of a step."""
    if not changes.keys() & {"household", "tonarigumi_place", *_BY_HOUSEHOLD, *_BY_MEMBER}:
        return
    few = None if "tonarigumi_place" in changes else _few(book, changes)
    if few is not None:
        _write_few(book, few)
        return
    _lay_out(book)
    if "tonarigumi_place" in changes:
        _rank_groups(book)
        _put_in_order(book)
    _collect(book, changes)
    _keep_ranks(book)
    if changes.keys() & {MEMBERSHIP, PLACE} and _lacks_a_rank(book):
        _rank_groups(book)
    _write(book)


def _few(book: Book, changes: Changes) -> set[int] | None:
    """The touched households, if a step was about a few rows only."""
    if sum(map(len, changes.values())) > _FEW:
        return None
    touched = set(changes.get("household", ()))
    for table in (*_BY_HOUSEHOLD, *_BY_MEMBER):
        if table in changes:
            rows = json.dumps(list(changes[table]))
            touched |= {id_ for (id_,) in book.tuples(_OWNERS[table], rows=rows)}
    return touched


def _write_few(book: Book, touched: set[int]) -> None:
    """Write only what has become different: a new phone number moves no household in its lists."""
    ids = json.dumps(sorted(touched))
    kept = f"SELECT {', '.join(_COLUMNS)} FROM household_today WHERE id IN {_LISTED.format('ids')}"
    before = {row[0]: row for row in book.tuples(kept, ids=ids)}
    ranks = {row[3]: int(row[1][:5]) for row in before.values() if row[3] is not None}
    rows = _rows_now(book, ids, ranks)
    if any(row[3] is not None and row[3] not in ranks for row in rows.values()):
        groups = enumerate(all_tonarigumi(book))
        rows = _rows_now(book, ids, {group.id: place for place, group in groups})
    for id_ in touched:
        _write_one(book, id_, before.get(id_), rows.get(id_))


def _rows_now(book: Book, ids: str, ranks: dict[int, int]) -> dict[int, Row]:
    found = book.tuples(
        f"""WITH touched (id) AS (SELECT value FROM json_each(:ids)),
            rank (id, place) AS (SELECT CAST(key AS INTEGER), value FROM json_each(:ranks)),
            family (id, name, kana, people, search) AS MATERIALIZED ({_families()})
        {_rows()}""",
        ids=ids,
        ranks=json.dumps(ranks),
        day=book.today.isoformat(),
    )
    return {row[0]: row for row in found}


def _write_one(book: Book, id_: int, before: Row | None, now: Row | None) -> None:
    if now is None:
        if before is not None:
            book.run("DELETE FROM household_today WHERE id = :id", id=id_)
    elif before is None:
        marks = ", ".join(f":{name}" for name in _COLUMNS)
        values = dict(zip(_COLUMNS, now, strict=True))
        book.run(f"INSERT INTO household_today VALUES ({marks})", **values)
    else:
        pairs = zip(_COLUMNS, before, now, strict=True)
        new = {name: value for name, old, value in pairs if value != old}
        if new:
            sets = ", ".join(f"{name} = :{name}" for name in new)
            book.run(f"UPDATE household_today SET {sets} WHERE id = :id", **new, id=id_)


def derive_new_day(book: Book, before: str, now: str) -> None:
    """Bring up to date the households for which something begins or ends between two days."""
    _lay_out(book)
    first, last = sorted((before, now))
    for table in _BY_HOUSEHOLD:
        book.run(
            f"INSERT OR IGNORE INTO touched SELECT household_id FROM {table}"
            " WHERE (since > :first AND since <= :last) OR (until > :first AND until <= :last)",
            first=first,
            last=last,
        )
    _rank_groups(book)
    _put_in_order(book)
    _write(book)


def derive_anew(book: Book) -> None:
    """Write all of it from nothing."""
    _lay_out(book)
    book.run("DELETE FROM household_today")
    book.run("INSERT INTO touched SELECT id FROM household")
    _rank_groups(book)
    _write(book)


def _lay_out(book: Book) -> None:
    """Empty tables in memory: the touched households, their families, the rank of each group."""
    for table in (
        "touched (id INTEGER PRIMARY KEY)",
        "rank (id INTEGER PRIMARY KEY, place INTEGER)",
        "family (id INTEGER PRIMARY KEY, name TEXT, kana TEXT, people INTEGER, search TEXT)",
    ):
        book.run(f"CREATE TEMP TABLE IF NOT EXISTS {table}")
        book.run(f"DELETE FROM temp.{table.split()[0]}")


def _rank_groups(book: Book) -> None:
    groups = enumerate(all_tonarigumi(book))
    ranks = ((each.id, at) for at, each in groups)
    book.run_many("INSERT OR IGNORE INTO rank VALUES (?, ?)", ranks)


def _keep_ranks(book: Book) -> None:
    """What a phone number or a place in the walk costs must not grow with the number of groups."""
    book.run(
        """INSERT OR IGNORE INTO rank SELECT tonarigumi_id, CAST(substr(order_key, 1, 5) AS INTEGER)
        FROM household_today WHERE tonarigumi_id IS NOT NULL AND id IN (SELECT id FROM touched)"""
    )


def _lacks_a_rank(book: Book) -> bool:
    """Whether a touched household came into a group in which no other touched one was before."""
    found = book.tuples(
        f"""SELECT 1 FROM touched CROSS JOIN {PLACE} ON {PLACE}.household_id = touched.id
            AND {periods.on(PLACE)} WHERE {PLACE}.tonarigumi_id IS NOT NULL
            AND {PLACE}.tonarigumi_id NOT IN (SELECT id FROM rank) LIMIT 1""",
        day=book.today.isoformat(),
    )
    return bool(found)


def _collect(book: Book, changes: Changes) -> None:
    into = "INSERT OR IGNORE INTO touched "
    if "household" in changes:
        book.run(into + "SELECT row FROM " + _EACH.format("household"))
    for table in _BY_HOUSEHOLD:
        if table in changes:
            book.run(f"{into} SELECT household_id FROM {table} WHERE id IN {_EACH.format(table)}")
    if left := _tables_of_olds(book):
        book.run(into + _OLD.format(", ".join(f"'{table}'" for table in left)))
    if "member" in changes:
        book.run(into + _AT_HOME + _EACH.format("member"))
    if WHEREABOUTS in changes:
        book.run(
            f"{into}{_AT_HOME}(SELECT member_id FROM {WHEREABOUTS} WHERE id IN "
            f"{_EACH.format(WHEREABOUTS)})"
        )


def _tables_of_olds(book: Book) -> list[str]:
    """The tables of intervals of which the step changed or removed one."""
    return [
        table
        for table in _BY_HOUSEHOLD
        if book.tuples(
            'SELECT 1 FROM step_row WHERE "table" = :name AND had_old LIMIT 1', name=table
        )
    ]


def _text(fields: list[Field], column: dict[str, str], own: str) -> str:
    columns = [
        column.get(field.name, f"coalesce({field.dated or own}.{field.name}, '')")
        for field in fields
        if field.searched
    ]
    return " || '|' || ".join(columns)


@cache
def _families() -> str:
    """Of every household of `touched`: its head, how many live there, their text to search in."""
    return f"""SELECT {HOME}.household_id,
            max(CASE WHEN {HOME}.relation = 'head' THEN nullif(member.name, '') END),
            max(CASE WHEN {HOME}.relation = 'head' THEN nullif(member.kana, '') END),
            count(*), group_concat({_text(fields_of(Member), {}, "member")}, '|')
        FROM touched CROSS JOIN {HOME} ON {HOME}.household_id = touched.id
        JOIN member ON member.id = {HOME}.member_id
        WHERE {periods.on(HOME)} GROUP BY {HOME}.household_id"""


@cache
def _rows() -> str:
    """The rows of `touched` as they should be; a household that is not there today has none."""
    name, kana = "coalesce(family.name, household.name)", _KANA
    said = _text(fields_of(Household), {"head": name, "kana": kana}, "household")
    tied = _text(fields_of(Tie), {}, TIE)
    return f"""SELECT household.id,
            printf('%05d|%06d|%09d', coalesce(rank.place, 99999),
                min(max(coalesce(nullif({PLACE}.walking_order, 0), {LAST_ORDER}), 0), {LAST_ORDER}),
                household.id),
            sort_key({kana}) || printf('|%09d', household.id),
            {PLACE}.tonarigumi_id, {MEMBERSHIP}.membership, {name}, coalesce(family.people, 0),
            fold({said} || '|' || coalesce(family.search, '')
                || coalesce((SELECT group_concat('|' || {tied}, '') FROM {TIE}
                    WHERE {TIE}.household_id = household.id AND {periods.on(TIE)}), ''))
        {ON_DAY} LEFT JOIN rank ON rank.id = {PLACE}.tonarigumi_id
        LEFT JOIN family ON family.id = household.id
        WHERE household.id IN (SELECT id FROM touched)"""


def _write(book: Book) -> None:
    """Write anew the rows of `touched`."""
    at = book.today.isoformat()
    book.run(f"INSERT INTO family {_families()}", day=at)
    book.run("DELETE FROM household_today WHERE id IN (SELECT id FROM touched)")
    book.run(f"INSERT INTO household_today ({', '.join(_COLUMNS)}) {_rows()}", day=at)


_KANA = "CASE WHEN family.name IS NULL THEN household.name_kana ELSE coalesce(family.kana, '') END"
"""The reading goes with the name: of the head, or of the house."""


def _put_in_order(book: Book) -> None:
    """Groups were moved: the first part of the order changes, the walking order does not."""
    place = "coalesce((SELECT place FROM rank WHERE rank.id = tonarigumi_id), 99999)"
    book.run(
        f"""UPDATE household_today SET order_key = printf('%05d', {place}) || substr(order_key, 6)
        WHERE CAST(substr(order_key, 1, 5) AS INTEGER) <> {place}"""
    )
