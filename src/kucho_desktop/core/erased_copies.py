"""Whoever was erased from the book is erased from its copies, too: wherever they are seen.

A copy is written anew beside itself, under its own key, looked over, and put in its place in one
go; until then the former one lies there whole.
"""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kucho_desktop.core.backup import logs_of
from kucho_desktop.core.book import Book
from kucho_desktop.core.check import problems_in
from kucho_desktop.core.connection import Connection, DatabaseError, connect
from kucho_desktop.core.erased import (
    follow,
    followed_at,
    in_book,
    keep_at,
    ledger_beside,
    ledger_file,
    read_outside,
    whom_at,
)
from kucho_desktop.core.erasing import UNCLEAN, is_unclean
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.kept_copies import copies_of
from kucho_desktop.core.ledger import Ledger
from kucho_desktop.core.upkeep import Upkeep

Tell = Callable[[int, int], None]
_ROOM = 3
"""Times the size of a copy: itself once more, and its log while it is written anew."""


@dataclass(frozen=True)
class Followed:
    """written: how many copies were written anew. left: those in which it could not be done."""

    written: int = 0
    left: tuple[Path, ...] = ()


def _tell_nobody(_done: int, _total: int) -> None:
    """Nobody looks how far it is."""


@dataclass(frozen=True)
class Known:
    """All that must be known of a book to let its copies follow; it need not stay open."""

    path: Path
    book_id: str
    keys: tuple[bytes, ...]
    ledger: Ledger
    upkeep: Upkeep


def known_of(book: Book) -> Known:
    book_id = book.about("book_id")
    return Known(book.path, book_id, book.known_keys, in_book(book), book.upkeep)


def follow_in_copies(
    known: Known, places: Iterable[Path] = (), tell: Tell = _tell_nobody
) -> Followed:
    """Look at every copy that was not looked at since the last erasure. Any thread will do.

    places: besides the program's own folder, such as the second place where it is plugged in.
    tell: may end it between two copies by raising Stopped; it goes on the next time.
    """
    book_id = known.book_id
    files = _files_of(known.path, book_id, places)
    ledger = known.ledger | read_outside(book_id, {each.parent for each, _where in files})
    if not ledger.erased:
        return Followed()
    written, left = 0, list[Path]()
    for number, (path, where) in enumerate(files):
        tell(number, len(files))
        followed = followed_at(where, book_id)
        if followed.get(path.name) == ledger.last:
            continue
        try:
            written += _follow_in(path, known.keys, ledger, known.upkeep)
        except (KuchoError, OSError, DatabaseError):
            left.append(path)
        else:
            there = {name: at for name, at in followed.items() if (path.parent / name).exists()}
            with suppress(OSError):
                keep_at(where, book_id, ledger, there | {path.name: ledger.last})
    return Followed(written, tuple(left))


def _files_of(path: Path, book_id: str, places: Iterable[Path]) -> list[tuple[Path, Path]]:
    """Each copy with the ledger that remembers whether it followed; also those beside the book.

    Beside it lie what was there before a renewal of the program and before going back to a copy.
    """
    copies = [each.path for each in copies_of(path, book_id, places)] if book_id else []
    beside = [
        *path.parent.glob(f"{path.name}.v*"),
        *path.parent.glob(f"{path.stem} (*{path.suffix}"),
    ]
    whole = sorted(each for each in beside if each.is_file() and "-" not in each.suffix)
    own = ledger_file(book_id)
    return [*((each, ledger_beside(each.parent)) for each in copies), *((e, own) for e in whole)]


def _follow_in(path: Path, keys: Iterable[bytes], ledger: Ledger, upkeep: Upkeep) -> bool:
    """Tell whether it had to be written anew. Raises KuchoError where no key opens it."""
    key = _key_of(path, keys)
    with closing(connect(path, key, as_it_lies=True)) as db:
        if not _is_concerned(db, ledger):
            return False
        day = _about(db, "day")
    part = path.with_name(path.name + ".part")
    try:
        _clear(part)
        if shutil.disk_usage(path.parent).free < _ROOM * path.stat().st_size:
            raise OSError("no room")
        shutil.copyfile(path, part)
        _write_anew(part, key, ledger, upkeep, date.fromisoformat(day) if day else None)
        os.replace(part, path)
    finally:
        _clear(part)
    return True


def _key_of(path: Path, keys: Iterable[bytes]) -> bytes:
    """The one that opens it; what its log still holds is worked in."""
    trouble: KuchoError | None = None
    log = logs_of(path)[0]
    for key in keys:
        try:
            connect(path, key, as_it_lies=not (log.exists() and log.stat().st_size)).close()
        except KuchoError as error:
            trouble = error
        else:
            return key
    assert trouble is not None
    raise trouble


def _is_concerned(db: Connection, ledger: Ledger) -> bool:
    return bool(whom_at(db, ledger)) or bool(_about(db, UNCLEAN))


def _about(db: Connection, name: str) -> str:
    found = db.execute("SELECT value FROM about WHERE name = ?", [name]).fetchone()
    return str(found[0]) if found else ""


def _write_anew(part: Path, key: bytes, ledger: Ledger, upkeep: Upkeep, day: date | None) -> None:
    """As it stood on its day. Raises OSError where something is wrong with what came out."""
    with closing(Book(part, key, upkeep=upkeep, today=day)) as own:
        follow(own, ledger)
        if is_unclean(own):
            raise OSError("the file could not be cleaned")
        own.run("PRAGMA journal_mode = DELETE")
    with closing(connect(part, key, as_it_lies=True)) as db:
        if problems_in(db) or _is_concerned(db, ledger):
            raise OSError("the copy came out damaged")
    with part.open("rb+") as file:
        os.fsync(file.fileno())


def _clear(part: Path) -> None:
    for left in _left_of(part):
        with suppress(OSError):
            left.unlink(missing_ok=True)


def _left_of(part: Path) -> Iterator[Path]:
    """Also the copy that is made before an older one is renewed: it still holds everybody."""
    yield from (part, *logs_of(part), part.with_name(part.name + ".lock"))
    yield from part.parent.glob(part.name + ".v*")
