"""`erase`: who left or died long ago goes into the bin, and from there for good."""

import sys
from collections.abc import Sequence

from kucho_desktop.association.store import years_kept
from kucho_desktop.cli.asked import Arguments, opened, say_json
from kucho_desktop.core.book import Book
from kucho_desktop.core.erased_copies import follow_in_copies, known_of
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.core.second_place import second_place
from kucho_desktop.households.model.gone import LongGone
from kucho_desktop.records.model.erasing import erased_said, who_said, why_said
from kucho_desktop.records.store.erasing import (
    ErasedByItself,
    erase_due,
    proposed,
    put_into_bin,
    waiting,
)

_YES = frozenset({"y", "yes", "はい"})


def erase(arguments: Arguments) -> None:
    """A dry run only says what would be done."""
    book = opened(arguments, to_write=not arguments.dry_run)
    try:
        done = ErasedByItself() if arguments.dry_run else _erase_due(book)
        years = arguments.older_than or years_kept(book)
        found = proposed(book, years)
        put = bool(found) and not arguments.dry_run and _is_confirmed(found, arguments)
        if put:
            put_into_bin(book, found, years)
        if arguments.json:
            say_json(_as_said(book, found, years, done, put=put))
        else:
            _print(book, found, done, put=put)
    finally:
        book.close()


def _erase_due(book: Book) -> ErasedByItself:
    """The copies follow at once, those of the second place if it is there."""
    done = erase_due(book)
    place = second_place(book.about("book_id")).folder
    left = follow_in_copies(known_of(book), [place] if place is not None else []).left
    for path in left:
        print(_("Nobody could be erased from this copy: {path}").format(path=path), file=sys.stderr)
    return done


def _is_confirmed(found: Sequence[LongGone], arguments: Arguments) -> bool:
    if arguments.yes:
        return True
    if not sys.stdin.isatty():
        raise NotAllowed(_("Please look with --dry-run first, then say --yes. Nothing was done."))
    for each in found:
        print(f"{who_said(each)}\t{why_said(each)}", file=sys.stderr)
    text = n_("Put {count} into the bin?", "Put {count} into the bin?", len(found))
    return input(text.format(count=len(found)) + " [y/N] ").strip().lower() in _YES


def _print(book: Book, found: Sequence[LongGone], done: ErasedByItself, *, put: bool) -> None:
    for each in done.erasures:
        print(_("Erased for good – {what}").format(what=erased_said(each)))
    if not put:
        for one in found:
            print(f"{one.kind}\t{one.id}\t{who_said(one)}\t{why_said(one)}")
    for lies in waiting(book):
        day = lies.goes_on.isoformat()
        print(_("In the bin until {day}: {name}").format(day=day, name=who_said(lies.who)))


def _as_said(
    book: Book, found: Sequence[LongGone], years: int, done: ErasedByItself, *, put: bool
) -> dict[str, object]:
    return {
        "years": years,
        "proposed": [_one(each) for each in found],
        "put_into_bin": put,
        "waiting": [
            {**_one(each.who), "goes_on": each.goes_on.isoformat(), "is_back": each.is_back}
            for each in waiting(book)
        ],
        "erased": [each._asdict() for each in done.erasures],
        "not_erased": done.back,
    }


def _one(each: LongGone) -> dict[str, object]:
    return {
        "kind": each.kind,
        "id": each.id,
        "name": each.name,
        "people": list(each.people),
        "since": each.since.isoformat(),
        "died": each.has_died,
        "reason": each.reason,
    }
