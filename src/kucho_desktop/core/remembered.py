"""What is read from a book once and remembered until the book says otherwise.

Whether a step was kept since is asked of the book itself, so a step of this window, an undo, a
long work on a second connection and a new day are all seen.
"""

from collections.abc import Callable, Collection
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

from kucho_desktop.core.book import Book
from kucho_desktop.core.journal import Changes

Read = TypeVar("Read")
Mark = tuple[int, str, str]
"""How far a book was read: its last step, the day it stands at, today."""


def mark(book: Book) -> Mark:
    """Where the book stands now."""
    found = book.tuples(
        "SELECT (SELECT coalesce(max(id), 0) FROM step),"
        " (SELECT value FROM about WHERE name = 'day')"
    )
    step, day = found[0]
    return int(step), str(day), book.today.isoformat()


def changes_since(book: Book, before: Mark, most: int) -> Changes | None:
    """What was touched since; None where it is another day, or more rows than that."""
    if before[1:] != mark(book)[1:]:
        return None
    # The signs keep SQLite from going through the whole journal in the order of the rows.
    found = book.tuples(
        'SELECT DISTINCT +"table", +row FROM entry WHERE step > :step LIMIT :most',
        step=before[0],
        most=most + 1,
    )
    if len(found) > most:
        return None
    changes: dict[str, set[int]] = {}
    for table, row in found:
        changes.setdefault(table, set()).add(row)
    return {table: frozenset(rows) for table, rows in changes.items()}


class Remembered(Generic[Read]):
    """What a function reads; it is read again after a step that touched one of these tables.

    While something is being written nothing is remembered: it may yet be taken back.
    """

    def __init__(self, read: Callable[[Book], Read], tables: Collection[str]) -> None:
        self._read = read
        self._among = ", ".join(f"'{table}'" for table in sorted(tables))
        self._known: WeakKeyDictionary[Book, tuple[Mark, Read]] = WeakKeyDictionary()

    def of(self, book: Book) -> Read:
        if book.is_writing:
            return self._read(book)
        now, known = mark(book), self._known.get(book)
        if known is None or not self._holds(book, known[0], now):
            known = (now, self._read(book))
        self._known[book] = (now, known[1])
        return known[1]

    def _holds(self, book: Book, before: Mark, now: Mark) -> bool:
        if before == now:
            return True
        touched = f'SELECT 1 FROM entry WHERE step > :step AND "table" IN ({self._among}) LIMIT 1'
        return before[1:] == now[1:] and not book.tuples(touched, step=before[0])
