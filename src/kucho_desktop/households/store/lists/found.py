"""Whom a question is about today, remembered: after most steps only one household is asked anew."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from weakref import WeakKeyDictionary

from kucho_desktop.core.book import Book
from kucho_desktop.core.remembered import Mark, changes_since, mark
from kucho_desktop.households.model.lists.wanted import DISTRICT, HouseholdList
from kucho_desktop.households.store.lists.kept import as_of
from kucho_desktop.households.store.seen import households_of, households_on
from kucho_desktop.households.store.touched import ABOUT_HOUSEHOLDS, touched_households


@dataclass
class _Answer:
    """As it was at this mark."""

    at: Mark
    ids: set[int]


_KNOWN: WeakKeyDictionary[Book, dict[HouseholdList, _Answer]] = WeakKeyDictionary()


def found_ids(book: Book, wanted: HouseholdList) -> AbstractSet[int]:
    """Today's households that a list is about, in no order.

    While something is being written nothing is remembered: it may yet be taken back.
    """
    asked = replace(wanted, title="", columns=(), sort=DISTRICT, backwards=False)
    if book.is_writing:
        return _ask_all(book, asked)
    now, answers = mark(book), _KNOWN.setdefault(book, {})
    known = answers.get(asked)
    if known is None or (known.at != now and not _follow(book, asked, known)):
        known = _Answer(now, _ask_all(book, asked))
    known.at = now
    answers.pop(asked, None)
    answers[asked] = known
    for oldest in list(answers)[:-_MOST]:
        del answers[oldest]
    return known.ids


def _ask_all(book: Book, asked: HouseholdList) -> set[int]:
    return {each.id for each in asked.kept(asked.find(households_on(book), as_of(book)))}


def _follow(book: Book, asked: HouseholdList, known: _Answer) -> bool:
    """Take in the steps since; tell whether that was simpler than asking all."""
    changes = changes_since(book, known.at, _MANY)
    if changes is None or not changes.keys() <= ABOUT_HOUSEHOLDS.keys():
        return False
    touched = touched_households(book, changes)
    found = asked.kept(asked.find(households_of(book, list(touched)), as_of(book)))
    known.ids -= touched
    known.ids |= {each.id for each in found}
    return True


_MANY, _MOST = 400, 8
