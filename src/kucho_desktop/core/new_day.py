"""What depends on the day is brought up to date; where nothing may be written, in memory alone."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from kucho_desktop.core.errors import CannotKeep
from kucho_desktop.core.tables import TABLES

if TYPE_CHECKING:
    from kucho_desktop.core.book import Book

NewDay = Callable[["Book", str, str], None]


def bring_to_today(book: "Book", new_day: Sequence[NewDay]) -> bool:
    """Tell whether lists may show something else now."""
    before, now = book.about("day"), book.today.isoformat()
    if book.read_only:
        return _bring_in_memory(book, new_day, before, now)
    if before == now:
        return False
    with book.aside():
        for each in new_day:
            each(book, before, now)
        book.set_about("day", now)
    return True


def _bring_in_memory(book: "Book", new_day: Sequence[NewDay], before: str, now: str) -> bool:
    """The derived tables are copied into temporary ones of the same names, which go first.

    Once a window that writes has seen the day, the file's own are right again.
    """
    wanted = now if before != now and new_day else ""
    if book.day_in_memory == wanted:
        return False
    book.run("PRAGMA query_only = OFF")
    try:
        _forget(book)
        book.day_in_memory = wanted
        with suppress(CannotKeep):  # damage is told where the file is looked over
            if wanted:
                _bring(book, new_day, before, now)
    finally:
        book.run("PRAGMA query_only = ON")
    return True


def _bring(book: "Book", new_day: Sequence[NewDay], before: str, now: str) -> None:
    try:
        for name in _derived():
            _copy(book, name)
        for each in new_day:
            each(book, before, now)
    except BaseException:
        _forget(book)
        raise


def _derived() -> list[str]:
    return [table.name for table in TABLES.values() if table.derived]


def derived_in_memory(book: "Book") -> list[str]:
    """Put an empty table in memory before each derived one; gives their names."""
    _forget(book)
    for name in _derived():
        _copy(book, name)
        book.run(f"DELETE FROM temp.{name}")
    return _derived()


def _forget(book: "Book") -> None:
    for name in _derived():
        book.run(f"DROP TABLE IF EXISTS temp.{name}")


def _copy(book: "Book", name: str) -> None:
    """With an index for every one that the file's table has: there can be 100,000 rows."""
    indexes = book.tuples(
        "SELECT name FROM main.sqlite_master WHERE type = 'index' AND tbl_name = :name", name=name
    )
    book.run(f"CREATE TEMP TABLE {name} AS SELECT * FROM main.{name}")
    book.run(f"CREATE UNIQUE INDEX temp.{name}_id ON {name} (id)")
    for (index,) in indexes:
        columns = [
            column for (column,) in book.tuples(f"SELECT name FROM pragma_index_info('{index}')")
        ]
        book.run(f"CREATE INDEX temp.{index} ON {name} ({', '.join(columns)})")
