"""Which copies of a book there are, which may go, and where they lie. Only names are looked at.

A copy is called 梓野区-20261120-210501-000001.kucho: the name of its book, and when it was made, by
the clock on the wall, to the microsecond.
"""

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from kucho_desktop.core.keys import key_file_of
from kucho_desktop.core.places import backups_folder

_STAMP = "%Y%m%d-%H%M%S-%f"
_NAMED = re.compile(r"-(\d{8}-\d{6}-\d{6})\.kucho$")
_ALL_OF, _DAYS, _WEEKS, _MONTHS = timedelta(days=2), 12, 10, 9
_YEARS_BEGIN = (1, 4)
"""January and April: whichever way the district counts, the last copy of every year is kept."""


@dataclass(frozen=True, order=True)
class Copy:
    """A finished copy; what is still being written has another ending."""

    at: datetime
    path: Path


def free_name(folder: Path, book: Path, at: datetime) -> Path:
    """The name of a copy made now; a microsecond later where there is one of this name."""
    while True:
        path = folder / f"{book.stem}-{at.strftime(_STAMP)}{book.suffix}"
        if not path.exists():
            return path
        at += timedelta(microseconds=1)


def copies_in(folder: Path) -> list[Copy]:
    """The newest first; none where there is no such folder or it cannot be read."""
    found = []
    with suppress(OSError):
        for path in folder.iterdir():
            named = _NAMED.search(path.name)
            if named and path.is_file():
                with suppress(ValueError):
                    found.append(Copy(datetime.strptime(named[1], _STAMP), path))
    return sorted(found, reverse=True)


def folder_in(place: Path, book: Path, book_id: str) -> Path:
    """Where the copies of one book lie in a place that may hold those of others."""
    return place / f"{book.stem}-{book_id[:8] or 'x'}"


def copies_of(book: Path, book_id: str, places: Iterable[Path] = ()) -> list[Copy]:
    """Every copy of a book in the program's own folder and these places, the newest first.

    Without an id, those of all books that are called so. A book that was called otherwise before
    is known by its id.
    """
    found: set[Copy] = set()
    for place in (backups_folder(), *places):
        with suppress(OSError):
            for folder in place.iterdir():
                is_of = folder.name.endswith(f"-{book_id[:8]}") if book_id else False
                if is_of or (not book_id and folder.name.startswith(f"{book.stem}-")):
                    found.update(copies_in(folder))
    return sorted(found, reverse=True)


def too_many(copies: Iterable[Copy], now: datetime) -> list[Copy]:
    """Those that may go.

    Kept are all of 2 days, then the last one of each of 12 days, of 10 weeks, of 9 months, and for
    ever the last one of every year.
    """
    newest_first = sorted(copies, reverse=True)
    kept = set(newest_first[:1])
    for year in {_year_of(copy.at, begins) for copy in newest_first for begins in _YEARS_BEGIN}:
        kept.add(next(c for c in newest_first if _year_of(c.at, year[0]) == year))
    days, weeks, months = set[object](), set[object](), set[object]()
    for copy in newest_first:
        if now - copy.at < _ALL_OF:
            kept.add(copy)
            continue
        day, week = copy.at.date(), tuple(copy.at.isocalendar())[:2]
        month = (copy.at.year, copy.at.month)
        for seen, this, most in (
            (days, day, _DAYS),
            (weeks, week, _WEEKS),
            (months, month, _MONTHS),
        ):
            if this in seen:
                break  # a later one of this day, week or month is kept
            if len(seen) < most:
                seen.add(this)
                kept.add(copy)
                break
    return [copy for copy in newest_first if copy not in kept]


def _year_of(at: datetime, begins: int) -> tuple[int, int]:
    return begins, at.year - (at.month < begins)


def thin(folder: Path, now: datetime) -> None:
    """Remove those that may go. One that cannot be removed is no trouble."""
    for copy in too_many(copies_in(folder), now):
        with suppress(OSError):
            copy.path.unlink()
            key_file_of(copy.path).unlink(missing_ok=True)
