"""Going back to a copy: into a new file first, looked over, then in place; the present one stays.

At no moment is there no book at its place: the present one is copied aside, then the new file takes
its place in one go.
"""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kucho_desktop.core import keys
from kucho_desktop.core.backup import logs_of, restore
from kucho_desktop.core.book import Book
from kucho_desktop.core.connection import Connection, DatabaseError, connect
from kucho_desktop.core.erased import follow, ledger_at, read_outside
from kucho_desktop.core.errors import CannotKeep, CannotOpenFile
from kucho_desktop.core.i18n import _
from kucho_desktop.core.kept_copies import Copy
from kucho_desktop.core.ledger import Ledger
from kucho_desktop.core.lock import WriterLock
from kucho_desktop.core.upkeep import Upkeep

_STAMP = "%Y%m%d-%H%M%S-%f"


@dataclass(frozen=True)
class PutBack:
    """kept: where the book as it was before lies now; None if there was none."""

    copy: Path
    kept: Path | None


@dataclass(frozen=True)
class Readable:
    """A copy and the key that opens it; key is None where the password must be typed."""

    copy: Copy
    key: bytes | None
    households: int | None = None
    people: int | None = None


def look_at(
    copies: Iterable[Copy], known: Iterable[bytes] = (), password: str = ""
) -> Iterator[Readable]:
    """Open each copy with a known key, else with the password, and count what is in it."""
    keys_known = list(known)
    for copy in copies:
        found = _opened(copy, keys_known)
        if found.key is None and password:
            with suppress(CannotOpenFile):
                keys_known.append(keys.read_slots(copy.path).open(password))
                found = _opened(copy, keys_known[-1:])
        yield found


def _opened(copy: Copy, known: Iterable[bytes]) -> Readable:
    """As the file lies: nothing is written to a copy that is only looked at."""
    for key in known:
        with suppress(CannotOpenFile), closing(connect(copy.path, key, as_it_lies=True)) as db:
            return Readable(copy, key, *_counted(db))
    return Readable(copy, None)


def _counted(db: Connection) -> tuple[int | None, int | None]:
    """Households and people as the book showed them that day; nothing where it is too old."""
    with suppress(DatabaseError):
        found = db.execute("SELECT count(*), coalesce(sum(people), 0) FROM household_today")
        households, people = found.fetchone()
        return int(households), int(people)
    return None, None


def put_back(
    copy: Path, path: Path, key: bytes, upkeep: Upkeep, *, now: datetime, keeps_slots: bool = False
) -> PutBack:
    """Let the copy take the place of the book, which stays beside it under another name.

    key: opens the copy. keeps_slots: the slots beside the book are for this key, so that today's
    password stays the right one; else those of the copy come along with the password of its day.

    The copy is opened, brought up to date and looked over before anything is touched. Raises InUse
    while a window has the book open, CannotKeep or CannotOpenFile for the rest; then all is as it
    was.
    """
    new = _beside(path, "part", now)
    ledger = _ledger_for(copy, path, key)
    held = WriterLock(path) if path.exists() else None
    try:
        restore(copy, new, with_slots=not keeps_slots)
        _follow_and_judge(new, key, upkeep, ledger)
        kept = _keep_aside(path, now) if path.exists() else None
        try:
            _take_place(new, path, keeps_slots=keeps_slots)
        except OSError as error:
            raise CannotKeep(
                _("The copy could not be put in place. The book is as it was.")
            ) from error
        return PutBack(copy, kept)
    finally:
        if held:
            held.free()
        for left in (new, *logs_of(new), keys.key_file_of(new), *new.parent.glob(new.name + ".v*")):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def _ledger_for(copy: Path, path: Path, key: bytes) -> Ledger:
    """Whoever was erased since the copy was made, as the present book says where it can be read."""
    ledger = Ledger()
    with (
        suppress(CannotOpenFile, DatabaseError),
        closing(connect(copy, key, as_it_lies=True)) as db,
    ):
        found = db.execute("SELECT value FROM about WHERE name = 'book_id'").fetchone()
        ledger = read_outside(found[0] if found else "", [copy.parent])
    if path.exists():
        with (
            suppress(CannotOpenFile, DatabaseError),
            closing(connect(path, key, as_it_lies=True)) as db,
        ):
            ledger |= ledger_at(db)
    return ledger


def _follow_and_judge(new: Path, key: bytes, upkeep: Upkeep, ledger: Ledger) -> None:
    with closing(Book(new, key, upkeep=upkeep)) as book:
        follow(book, ledger)
        if book.problems():
            raise CannotKeep(
                _("This copy is damaged. Nothing was changed. Please choose another one.")
            )


def _keep_aside(path: Path, now: datetime) -> Path:
    """Byte by byte, with its log and its slots, damaged or not."""
    kept = _beside(path, _("before going back"), now)
    try:
        for end in ("", *(log.name[len(path.name) :] for log in logs_of(path)[:1]), ".keys"):
            one = path.with_name(path.name + end)
            if one.is_file():
                shutil.copyfile(one, kept.with_name(kept.name + end))
    except OSError as error:
        raise CannotKeep(
            _("There is not enough room to keep the present book. Nothing was changed.")
        ) from error
    return kept


def _take_place(new: Path, path: Path, *, keeps_slots: bool) -> None:
    """While there are no slots beside the book, those that the program keeps itself open it."""
    slots = keys.key_file_of(path)
    for log in logs_of(path):  # it belongs to the book that goes
        log.unlink(missing_ok=True)
    if not keeps_slots:
        slots.unlink(missing_ok=True)
    os.replace(new, path)
    if not keeps_slots:
        os.replace(keys.key_file_of(new), slots)


def _beside(path: Path, word: str, now: datetime) -> Path:
    return path.with_name(f"{path.stem} ({word} {now.strftime(_STAMP)}){path.suffix}")
