"""Two entries of one household become one; what was written of either stays, and its history."""

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from kucho_desktop.core import periods
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.fields import fields_of
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.core.tables import TABLES
from kucho_desktop.households.model import ADDRESSES, HEAD, HOME, MEMBERSHIP, PLACE, Member
from kucho_desktop.households.model.again.intervals import Stretch, left_over
from kucho_desktop.households.store.keeping import change_household
from kucho_desktop.households.store.seen import household

if TYPE_CHECKING:
    from sqlite_utils import Database

Row = dict[str, Any]

UNITED = N_("{household} and {other} are one household")
_OWN = tuple(field.name for field in fields_of(Member) if not field.dated)


def unite(
    book: Book,
    keep: int,
    other: int,
    values: Mapping[str, Any] | None = None,
    same_people: Mapping[int, int] | None = None,
    head: int = 0,
    of_people: Mapping[tuple[int, str], Any] | None = None,
    since: str = periods.ALWAYS,
) -> None:
    """Let two entries be one household, as one step; the id `keep` stays.

    values: by field name, what shall hold today. same_people: member of the other → member of the
    first who is the same person. head: who is the head; the first household's, if nobody is named.
    of_people: (id of a member that stays, field name) → what shall be written of that person.
    since: the day (ISO) before which the household was not there, if one of them knows it.
    Where both say something for the same days the kept one counts; of two answers about consent
    the later one, and of two of the same day the refusal.
    """
    first, second = household(book, keep), household(book, other)
    if first is None or second is None or keep == other:
        raise NotAllowed(_("This household is no longer there. Nothing was changed."))
    said = {"household": first.head, "other": second.head, "into": keep, "merged": other}
    with book.step(UNITED, **said) as db:
        work = _Uniting(book, db)
        for gone, stays in (same_people or {}).items():
            work.move("member", gone, stays)
            work.fill_in(gone, stays)
            db.table("member").delete(gone)
        for (member, name), value in (of_people or {}).items():
            db.table("member").update(member, {name: value})
        work.place_behind(keep, other)
        winner = head or next((each.id for each in first.members if each.is_head), 0)
        work.leave_one_head((keep, other), (same_people or {}).get(winner, winner))
        work.move("household", other, keep)
        db.table("household").delete(other)
        work.begin_on(keep, since)
        for name, value in (values or {}).items():
            change_household(book, keep, name, value)


def merged_into(book: Book, household_id: int) -> list[int]:
    """The ids of entries that became one with this household, of their entries too."""
    found: list[int] = []
    ask = [household_id]
    while ask:
        rows = book.tuples(
            """SELECT json_extract("values", '$.merged') AS gone FROM step
            WHERE message = :message AND json_extract("values", '$.into') = :id
                AND NOT EXISTS (SELECT 1 FROM household
                    WHERE household.id = json_extract(step."values", '$.merged'))""",
            message=UNITED,
            id=ask.pop(),
        )
        new = [id_ for (id_,) in rows if id_ not in found and id_ != household_id]
        found += dict.fromkeys(new)
        ask += new
    return found


class _Uniting:
    """Moves whatever belongs to one row of a table to another row of it."""

    def __init__(self, book: Book, db: "Database") -> None:
        self._book, self._db = book, db

    def move(self, parent: str, gone: int, stays: int) -> None:
        """Every reference to `gone` becomes one to `stays`; intervals only where none holds."""
        for table, column in self._references(parent):
            rows = self._rows(table, **{column: gone})
            if column in TABLES[table].period_of:
                for row in rows:
                    self._weave(table, column, row, stays)
            else:
                for row in rows:
                    self._refer(table, column, row, stays)

    def _references(self, parent: str) -> list[tuple[str, str]]:
        """(table, column) of all that refers to a table."""
        return [
            (table.name, found[3])
            for table in TABLES.values()
            if table.journaled
            for found in self._book.tuples(f'PRAGMA foreign_key_list("{table.name}")')
            if found[2] == parent
        ]

    def _rows(self, table: str, **owner: Any) -> list[Row]:
        where = " AND ".join(f'"{name}" IS :{name}' for name in owner)
        order = "since" if TABLES[table].period_of else "id"
        return self._book.rows(f'SELECT * FROM "{table}" WHERE {where} ORDER BY {order}', **owner)

    def _refer(self, table: str, column: str, row: Row, stays: int) -> None:
        """What would tie a household to itself, or give a form back twice, is taken out."""
        new = {**row, column: stays}
        twice = table == "sheet_return" and self._rows(
            table, round_id=row["round_id"], household_id=stays
        )
        if twice or new.get("household_id") == new.get("other_id", 0):
            self._db.table(table).delete(row["id"])
        else:
            self._db.table(table).update(row["id"], {column: stays})

    def _weave(self, table: str, column: str, row: Row, stays: int) -> None:
        owner = {name: row[name] for name in TABLES[table].period_of} | {column: stays}
        held = self._rows(table, **owner)
        weaker = [each for each in held if table == "consent" and _counts_more(row, each)]
        stronger = [each for each in held if each not in weaker]
        parts = left_over(_days(row), map(_days, stronger))
        for each in weaker:
            self._keep(table, each, left_over(_days(each), parts), {})
        self._keep(table, row, parts, owner)
        periods.join_equals(self._db, table, owner)

    def _keep(self, table: str, row: Row, parts: Iterable[Stretch], also: Row) -> None:
        """Let a row hold on these days only; without any it is taken out."""
        stretches = [dict(zip(("since", "until"), each, strict=True)) for each in parts]
        first, others = (stretches or [{}])[0], stretches[1:]
        if not first:
            self._db.table(table).delete(row["id"])
        elif {**row, **first, **also} != row:
            self._db.table(table).update(row["id"], {**first, **also})
        for days in others:
            whole = {name: value for name, value in row.items() if name != "id"}
            self._db.table(table).insert({**whole, **also, **days})

    def fill_in(self, gone: int, stays: int) -> None:
        """What is known of a person in only one of the entries."""
        old, now = (self._rows("member", id=id_)[0] for id_ in (gone, stays))
        missing = {name: old[name] for name in _OWN if old[name] and not now[name]}
        if missing:
            self._db.table("member").update(stays, missing)

    def place_behind(self, keep: int, other: int) -> None:
        """The people of the other household come behind those of the first."""
        own = self._rows(HOME, household_id=keep)
        behind = max((row["position"] for row in own), default=-1) + 1
        for row in self._rows(HOME, household_id=other):
            place = {"position": row["position"] + behind}
            self._db.table(HOME).update(row["id"], place)

    def leave_one_head(self, households: Collection[int], winner: int) -> None:
        """Of two heads on the same days one stays it; the other's relation is not known."""
        rows = [row for id_ in households for row in self._rows(HOME, household_id=id_)]
        heads = [row for row in rows if row["relation"] == HEAD]
        heads.sort(key=lambda row: row["member_id"] != winner)
        taken: list[Stretch] = []
        for row in heads:
            parts = left_over(_days(row), taken)
            rest = left_over(_days(row), parts)
            taken += parts
            if rest and parts:
                self._keep(HOME, row, parts, {})
                bare = {name: value for name, value in row.items() if name != "id"}
                for since, until in rest:
                    days = {"relation": "", "since": since, "until": until}
                    self._db.table(HOME).insert({**bare, **days})
            elif rest:
                self._db.table(HOME).update(row["id"], {"relation": ""})

    def begin_on(self, household_id: int, since: str) -> None:
        """Nothing is told of the household before this day."""
        for table in (MEMBERSHIP, PLACE, ADDRESSES, HOME):
            for row in self._rows(table, household_id=household_id):
                if row["since"] < since:
                    self._keep(table, row, left_over(_days(row), [(periods.ALWAYS, since)]), {})


def _days(row: Mapping[str, Any]) -> Stretch:
    return row["since"], row["until"]


def _counts_more(answer: Row, than: Row) -> bool:
    """Of two answers about consent the later one; of the same day the refusal."""
    if answer["since"] != than["since"]:
        return bool(answer["since"] > than["since"])
    return bool(answer["answer"] == "no" != than["answer"])
