"""Groups in the book: names, what they belong to and their order, as intervals."""

from collections.abc import Iterable, Mapping
from datetime import date

from kucho_desktop.core import periods
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.fields import field_named
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.core.journal import Changes
from kucho_desktop.core.remembered import Remembered
from kucho_desktop.core.text import fold
from kucho_desktop.tonarigumi.model import (
    PLACE,
    Tonarigumi,
    has_circle,
    in_district_order,
)

TABLES = frozenset({"tonarigumi", PLACE})


def all_tonarigumi(book: Book, day: date | None = None) -> list[Tonarigumi]:
    """In district order: depth first, as the groups stand on the day (today if none is given)."""
    return list(_TODAYS.of(book)) if day is None else _read(book, day)


def _read(book: Book, day: date) -> list[Tonarigumi]:
    rows = book.rows(
        f"SELECT tonarigumi_id AS id, name, kana, parent_id, position FROM {PLACE}"
        f" WHERE {periods.on(PLACE)}",
        day=day.isoformat(),
    )
    return in_district_order(Tonarigumi(**row) for row in rows)


def _read_today(book: Book) -> list[Tonarigumi]:
    return _read(book, book.today)


def _read_names(book: Book) -> dict[int, str]:
    return {group.id: group.full_name for group in all_tonarigumi(book)}


def _read_texts(book: Book) -> list[str]:
    return [fold(f"{group.full_name} {group.kana}") for group in all_tonarigumi(book)]


_TODAYS = Remembered(_read_today, TABLES)
_NAMES = Remembered(_read_names, TABLES)
_TEXTS = Remembered(_read_texts, TABLES)


def tonarigumi_named(book: Book, day: date | None = None) -> dict[int, str]:
    """Id → full name, in district order."""
    if day is None:
        return dict(_NAMES.of(book))
    return {group.id: group.full_name for group in all_tonarigumi(book, day)}


def find_tonarigumi(book: Book, words: str) -> list[Tonarigumi]:
    wanted = fold(words)
    return [
        group
        for group, text in zip(all_tonarigumi(book), _TEXTS.of(book), strict=True)
        if wanted and wanted in text
    ]


def add_tonarigumi(
    book: Book,
    name: str,
    *,
    kana: str = "",
    parent_id: int | None = None,
    since: str = periods.ALWAYS,
) -> int:
    """Add a group behind its siblings; gives its id."""
    with book.step(N_("Add group {name}"), name=name) as db:
        siblings = [g.position for g in all_tonarigumi(book) if g.parent_id == parent_id]
        id_ = db.table("tonarigumi").insert({}, pk="id").last_pk
        assert isinstance(id_, int)
        db.table(PLACE).insert(
            {
                "tonarigumi_id": id_,
                "name": name,
                "kana": kana,
                "parent_id": parent_id,
                "position": max(siblings, default=-1) + 1,
                "since": since,
                "until": periods.OPEN,
            }
        )
    return id_


def add_missing_tonarigumi(
    book: Book,
    paths: Iterable[tuple[str, ...]],
    *,
    readings: Mapping[tuple[str, ...], str] | None = None,
    since: str = periods.ALWAYS,
) -> dict[tuple[str, ...], int]:
    """Add the groups of these paths that are not there yet, in this order; gives path → id.

    A path holds the names from the outermost group inwards; the groups around it are added too.
    """
    known: dict[tuple[str, ...], int] = {}
    children: dict[tuple[str, ...], int] = {}
    for group in all_tonarigumi(book):
        known[group.path] = group.id
        children[group.path[:-1]] = max(children.get(group.path[:-1], 0), group.position + 1)
    wanted = (path[:depth] for path in paths for depth in range(1, len(path) + 1))
    with book.step(N_("Add groups")) as db:
        for path in dict.fromkeys(wanted):
            if path in known:
                continue
            cursor = db.execute("INSERT INTO tonarigumi DEFAULT VALUES")
            assert cursor.lastrowid is not None
            known[path] = cursor.lastrowid
            around, place = path[:-1], children.get(path[:-1], 0)
            children[around] = place + 1
            kana = (readings or {}).get(path, "")
            db.execute(
                f"INSERT INTO {PLACE} (tonarigumi_id, name, kana, parent_id, position, since,"
                " until) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (known[path], path[-1], kana, known.get(around), place, since, periods.OPEN),
            )
    return known


def change_tonarigumi(
    book: Book, group_id: int, name: str, value: object, day: date | None = None
) -> None:
    """Put a field right, or with a day: let it have a new value from that day on."""
    mine = must_be_there(all_tonarigumi(book), group_id)
    label = field_named(Tonarigumi, name).label
    with book.step(N_("Change {field} of group {name}"), field=label, name=mine.name) as db:
        owner = {"tonarigumi_id": group_id}
        if day is None:
            periods.correct(db, PLACE, owner, book.today, **{name: value})
        else:
            periods.change_from(db, PLACE, owner, day, **{name: value})


def move_tonarigumi(book: Book, group_id: int, by: int) -> None:
    """Move a group up (-1) or down (+1) among its siblings."""
    groups = all_tonarigumi(book)
    mine = must_be_there(groups, group_id)
    siblings = [group for group in groups if group.parent_id == mine.parent_id]
    here = siblings.index(mine)
    there = min(max(here + by, 0), len(siblings) - 1)
    if here == there:
        return
    siblings.insert(there, siblings.pop(here))
    with book.step(N_("Move group {name}"), name=mine.name) as db:
        for position, group in enumerate(siblings):
            if group.position != position:
                owner = {"tonarigumi_id": group.id}
                periods.correct(db, PLACE, owner, book.today, position=position)


def end_tonarigumi(book: Book, group_id: int, day: date) -> None:
    """Let a group be no more from a day on. Refused while groups or households are in it."""
    name = must_be_there(all_tonarigumi(book), group_id).name
    with book.step(N_("End group {name}"), name=name) as db:
        periods.end_on(db, PLACE, {"tonarigumi_id": group_id}, day)


def remove_tonarigumi(book: Book, group_id: int) -> None:
    """Remove a group that was added by mistake. Refused if something ever belonged to it."""
    name = must_be_there(all_tonarigumi(book), group_id).name
    with book.step(N_("Remove group {name}"), name=name) as db:
        for row in book.rows(f"SELECT id FROM {PLACE} WHERE tonarigumi_id = :id", id=group_id):
            db.table(PLACE).delete(row["id"])
        db.table("tonarigumi").delete(group_id)


def must_be_there(groups: Iterable[Tonarigumi], group_id: int) -> Tonarigumi:
    """Raises NotAllowed where an undo took the group away."""
    for group in groups:
        if group.id == group_id:
            return group
    raise NotAllowed(_("This group is no longer there. Nothing was changed."))


# ---- rules at the end of a step ----


def refuse_lost_groups(book: Book, changes: Changes) -> None:
    """A group that others belong to stays as long as they do."""
    if lost_intervals(book, changes, PLACE, "parent_id"):
        raise NotAllowed(_("Other groups still belong to this group. Please move them first."))


def refuse_circles(book: Book, changes: Changes) -> None:
    """No group belongs to itself or to a group inside it, on any day."""
    if PLACE not in changes:
        return
    days = book.tuples(f"SELECT DISTINCT since FROM {PLACE} WHERE parent_id IS NOT NULL")
    for (day,) in days:
        parents = dict(
            book.tuples(
                f"SELECT tonarigumi_id, parent_id FROM {PLACE} WHERE {periods.on(PLACE)}", day=day
            )
        )
        if has_circle(parents):
            raise NotAllowed(_("A group cannot belong to itself or to a group inside it."))


def lost_intervals(book: Book, changes: Changes, table: str, column: str) -> bool:
    """Whether an interval of `table` names a group that is not there, or has ended before.

    Looks only at the intervals and the groups that the open step has touched.
    """
    touched = 'SELECT row FROM step_row WHERE "table" = '
    groups = f"""({touched} 'tonarigumi'
        UNION SELECT tonarigumi_id FROM {PLACE} WHERE id IN ({touched} '{PLACE}')
        UNION SELECT json_extract(old, '$.tonarigumi_id') FROM entry
            WHERE step = (SELECT step FROM open_step) AND "table" = '{PLACE}' AND old IS NOT NULL
            AND row IN (SELECT row FROM step_row WHERE "table" = '{PLACE}' AND had_old))"""
    among = [f"mine.id IN ({touched} '{table}')"] if table in changes else []
    if changes.keys() & {PLACE, "tonarigumi"}:
        among.append(f"mine.{column} IN {groups}")
    return any(
        book.tuples(
            f"""SELECT 1 FROM {table} mine WHERE {those} AND mine.{column} IS NOT NULL AND (
                NOT EXISTS (SELECT 1 FROM tonarigumi WHERE tonarigumi.id = mine.{column})
                OR mine.until > (SELECT max(place.until) FROM {PLACE} place
                                 WHERE place.tonarigumi_id = mine.{column})) LIMIT 1"""
        )
        for those in among
    )
