"""Records of a room that are kept one by one: read, added, changed, removed alike.

In a table with days a record says its last day; the book keeps the day after it (half-open).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Generic, TypeVar

from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.fields import Record, field_named
from kucho_desktop.core.i18n import _
from kucho_desktop.core.periods import ALWAYS, OPEN
from kucho_desktop.core.rows import change_row, replace_rows

Kept = TypeVar("Kept", bound=Record)


def day_after(last: str) -> str:
    """The last day as the book keeps it."""
    return (date.fromisoformat(last) + timedelta(days=1)).isoformat() if last else OPEN


def day_before(until: str) -> str:
    """What the book keeps as a last day; "" where there is no end."""
    if until == OPEN:
        return ""
    return (date.fromisoformat(until) - timedelta(days=1)).isoformat()


@dataclass(frozen=True)
class Rows:
    """Rows of another table inside a record."""

    field: str
    table: str
    owner: str
    kind: type[Any]


@dataclass(frozen=True)
class Shelf(Generic[Kept]):
    """One table of records. order: SQL. added, changed, removed: messages, `changed` with {field}.

    is_dated: whether it has since and until. complete: adds to what is typed what the book knows.
    """

    kind: type[Kept]
    table: str
    order: str
    added: str
    changed: str
    removed: str
    is_dated: bool = False
    rows: Rows | None = None
    complete: Callable[[Book, Mapping[str, Any]], Mapping[str, Any]] | None = None

    def all(self, book: Book) -> list[Kept]:
        inner: dict[int, list[Any]] = {}
        if self.rows:
            owner = self.rows.owner
            for row in book.rows(f"SELECT * FROM {self.rows.table} ORDER BY position, id"):
                inner.setdefault(row[owner], []).append(self.rows.kind(**row))
        return [
            self._made(row, inner)
            for row in book.rows(f"SELECT * FROM {self.table} ORDER BY {self.order}")
        ]

    def _made(self, row: dict[str, Any], inner: Mapping[int, Sequence[Any]]) -> Kept:
        if self.is_dated:
            row["last"] = day_before(row.pop("until"))
        if self.rows:
            row[self.rows.field] = tuple(inner.get(row["id"], ()))
        return self.kind(**row)

    def one(self, book: Book, id_: int) -> Kept:
        """Raises NotAllowed where an undo took it away."""
        for each in self.all(book):
            if each.id == id_:
                return each
        raise NotAllowed(_("This is no longer there. Nothing was changed."))

    def add(self, book: Book, values: Mapping[str, Any]) -> int:
        """Gives its id."""
        with book.step(self.added) as db:
            said = self._as_kept(book, values)
            if self.is_dated:
                said = {"since": ALWAYS, "until": OPEN, **said}
                _refuse_backward(said["since"], said["until"])
            inner = said.pop(self.rows.field, ()) if self.rows else ()
            id_ = db.table(self.table).insert(said or {"id": None}, pk="id").last_pk
            assert isinstance(id_, int)
            if self.rows and inner:
                replace_rows(db, self.rows.table, {self.rows.owner: id_}, (), inner)
        return id_

    def change(self, book: Book, id_: int, values: Mapping[str, Any]) -> None:
        label = field_named(self.kind, next(iter(values))).label
        before = self.one(book, id_)
        with book.step(self.changed, field=label) as db:
            said = self._as_kept(book, values)
            if self.rows and self.rows.field in said:
                kept, new = getattr(before, self.rows.field), said.pop(self.rows.field)
                replace_rows(db, self.rows.table, {self.rows.owner: id_}, kept, new)
            if said:
                change_row(db, self.table, id_, said)
            if self.is_dated:
                row = book.rows(f"SELECT since, until FROM {self.table} WHERE id = :id", id=id_)[0]
                _refuse_backward(row["since"], row["until"])

    def remove(self, book: Book, id_: int) -> None:
        self.one(book, id_)
        with book.step(self.removed) as db:
            if self.rows:
                own = f"SELECT id FROM {self.rows.table} WHERE {self.rows.owner} = :id"
                for row in book.rows(own, id=id_):
                    db.table(self.rows.table).delete(row["id"])
            db.table(self.table).delete(id_)

    def _as_kept(self, book: Book, values: Mapping[str, Any]) -> dict[str, Any]:
        said = dict(self.complete(book, values) if self.complete else values)
        if "last" in said:
            said["until"] = day_after(said.pop("last"))
        return said


def _refuse_backward(since: str, until: str) -> None:
    if since >= until:
        raise NotAllowed(_("It would end before it begins. Please check the days."))
