"""The folded texts of today's households, kept in memory for the search as one types.

The list and the search over everything share them. Read whole once, they then follow each step.
"""

from array import array
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from kucho_desktop.core.book import Book
from kucho_desktop.core.remembered import Mark, changes_since, mark
from kucho_desktop.core.search import SearchFilter
from kucho_desktop.households.store.listing import ORDER_TABLES, household_ids
from kucho_desktop.households.store.touched import numbers, touched_households


@dataclass
class _Texts:
    """As they were at this mark. ids: in district order, as the filter has them."""

    at: Mark
    ids: "array[int]"
    texts: dict[int, str]
    filter: SearchFilter


_KNOWN: WeakKeyDictionary[Book, _Texts] = WeakKeyDictionary()


def search_texts(book: Book) -> Mapping[int, str]:
    """Id → folded text to search in, of all of today's households."""
    return _up_to_date(book).texts


def first_households(book: Book, typed: str, most: int) -> list[int]:
    """The first of today's households, in district order, that hold all the words."""
    now = _up_to_date(book)
    return [now.ids[row] for row in now.filter.first(typed, most)]


def _up_to_date(book: Book) -> _Texts:
    """While something is being written nothing is remembered: it may yet be taken back."""
    if book.is_writing:
        return _read(book)
    now, known = mark(book), _KNOWN.get(book)
    if known is None or (known.at != now and not _follow(book, known)):
        known = _KNOWN[book] = _read(book)
    known.at = now
    return known


def _read(book: Book) -> _Texts:
    rows = book.tuples("SELECT id, search FROM household_today ORDER BY order_key")
    texts = dict(rows)
    return _Texts(mark(book), array("q", texts), texts, SearchFilter(list(texts.values())))


def _follow(book: Book, known: _Texts) -> bool:
    """Take in the steps since; tell whether that was simpler than reading all."""
    changes = changes_since(book, known.at, _MANY)
    if changes is None:
        return False
    new = _texts_of(book, touched_households(book, changes))
    if not changes.keys().isdisjoint(ORDER_TABLES):
        return _put_in_order(book, known, new)
    if not new.keys() <= known.texts.keys():
        return False
    for id_, text in new.items():
        if known.texts[id_] != text:
            known.texts[id_] = text
            known.filter.change(known.ids.index(id_), text)
    return True


def _put_in_order(book: Book, known: _Texts, new: dict[int, str]) -> bool:
    """Households came, went or stand elsewhere; the texts of the others are still right."""
    ids = array("q", household_ids(book))
    texts = known.texts | new
    if any(id_ not in texts for id_ in ids):
        return False
    known.ids, known.texts = ids, {id_: texts[id_] for id_ in ids}
    known.filter.load(list(known.texts.values()))
    return True


def _texts_of(book: Book, ids: Collection[int]) -> dict[int, str]:
    return dict(book.tuples(f"SELECT id, search FROM household_today WHERE id IN ({numbers(ids)})"))


_MANY = 400
