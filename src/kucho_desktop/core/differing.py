"""What differs between a copy and the book as it is now: households and people, by their ids."""

from collections import defaultdict
from dataclasses import dataclass

from kucho_desktop.core.book import Book
from kucho_desktop.core.tables import TABLES


@dataclass(frozen=True)
class Change:
    """Seen from the copy: which were added since, changed, and taken away."""

    added: frozenset[int] = frozenset()
    changed: frozenset[int] = frozenset()
    gone: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.gone)


@dataclass(frozen=True)
class Difference:
    """others: tables with rows that differ and belong to no household and no person."""

    households: Change
    people: Change
    others: tuple[str, ...] = ()


def differences(copy: Book, now: Book) -> Difference:
    """Both opened by this program's version, so their tables have the same columns."""
    return Difference(
        _change(_rows(copy, "household"), _rows(now, "household")),
        _change(_rows(copy, "member"), _rows(now, "member")),
        tuple(name for name in _others() if _all_of(copy, name) != _all_of(now, name)),
    )


def _change(before: dict[int, int], now: dict[int, int]) -> Change:
    return Change(
        frozenset(now.keys() - before.keys()),
        frozenset(id_ for id_ in before.keys() & now.keys() if before[id_] != now[id_]),
        frozenset(before.keys() - now.keys()),
    )


def _rows(book: Book, owner: str) -> dict[int, int]:
    """Id → a hash of every row that belongs to it."""
    belonging = defaultdict[int, list[object]](list)
    for row in book.tuples(f'SELECT id, * FROM "{owner}"'):
        belonging[row[0]].append(row)
    for table in TABLES.values():
        if table.erased_by == f"{owner}_id" and table.journaled:
            for row in book.tuples(f'SELECT {owner}_id, * FROM "{table.name}" ORDER BY id'):
                if row[0] in belonging:
                    belonging[row[0]].append((table.name, row))
    return {id_: hash(tuple(each)) for id_, each in belonging.items()}


def _others() -> list[str]:
    return [table.name for table in TABLES.values() if table.journaled and not table.erased_by]


def _all_of(book: Book, name: str) -> list[tuple[object, ...]]:
    return book.tuples(f'SELECT * FROM "{name}" ORDER BY id')
