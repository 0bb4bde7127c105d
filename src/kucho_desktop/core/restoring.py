"""Going back to a copy: into a new file first, looked over, then in place; the present one stays.

At no moment is there no book at its place: the present one is copied aside, then the new file takes
its place in one go.
"""

import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kucho_desktop.core import keys
from kucho_desktop.core.backup import logs_of, restore
from kucho_desktop.core.book import Book
from kucho_desktop.core.connection import (
    Connection,
    DatabaseError,
    connect,
    copy_pages,
    explaining,
)
from kucho_desktop.core.erased import follow, ledger_at, read_outside
from kucho_desktop.core.errors import CannotKeep, CannotOpenFile
from kucho_desktop.core.former_keys import note_former_key
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.core.kept_copies import Copy
from kucho_desktop.core.ledger import Ledger
from kucho_desktop.core.lock import WriterLock
from kucho_desktop.core.room import refuse_without_room
from kucho_desktop.core.upkeep import Upkeep

_STAMP = "%Y%m%d-%H%M%S-%f"
_NO_ROOM = N_("There is not enough room to keep the present book. Nothing was changed.")


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
    copy: Path,
    path: Path,
    key: bytes,
    upkeep: Upkeep,
    *,
    now: datetime,
    keeps_slots: bool = False,
    known: Sequence[bytes] = (),
) -> PutBack:
    """Let the copy take the place of the book, which stays beside it under another name.

    key: opens the copy. keeps_slots: the slots beside the book are for this key, so that today's
    password stays the right one; else those of the copy come along with the password of its day.
    known: today's key and the former ones. A copy under a former key gets today's, so that
    password, code and sheet are those of today as well.

    The copy is opened, brought up to date and looked over before anything is touched. Raises InUse
    while a window has the book open, CannotKeep or CannotOpenFile for the rest; then all is as it
    was.
    """
    new = _beside(path, "part", now)
    gets_new_key = key in known[1:]
    keeps_slots = keeps_slots or gets_new_key
    ledger = _ledger_for(copy, key) | _ledger_of(path, known or (key,))
    held = WriterLock(path) if path.exists() else None
    try:
        refuse_without_room(copy, path.parent, _(_NO_ROOM))
        restore(copy, new, with_slots=not keeps_slots)
        if gets_new_key:
            _give_todays_key(new, key, known)
        _follow_and_judge(new, known[0] if gets_new_key else key, upkeep, ledger)
        kept = _keep_aside(path, now, known) if path.exists() else None
        _take_place(new, path, keeps_slots=keeps_slots)
        return PutBack(copy, kept)
    finally:
        if held:
            held.free()
        _tidy_up(new)


def _tidy_up(new: Path) -> None:
    """Nothing half done stays beside the book."""
    anew = _under_todays_key(new)
    files = (new, *logs_of(new), anew, *logs_of(anew), keys.key_file_of(new))
    for left in (*files, *new.parent.glob(new.name + ".v*")):
        with suppress(OSError):
            left.unlink(missing_ok=True)


def _under_todays_key(new: Path) -> Path:
    return new.with_name(new.name + ".new-key")


def _give_todays_key(new: Path, key: bytes, known: Sequence[bytes]) -> None:
    """The sheet with today's code was not tried on what was then, so it is asked for again."""
    anew = _under_todays_key(new)
    with explaining(), closing(connect(new, key, any_thread=True)) as db:
        note_former_key(db, *known[1:])
        db.execute("INSERT OR REPLACE INTO about VALUES ('code_kept', '')")
        copy_pages(db, anew, known[0], lambda *_far: None)
    os.replace(anew, new)


def _ledger_for(copy: Path, key: bytes) -> Ledger:
    """Whoever was erased since the copy was made, as the computer and the stick know it."""
    with (
        suppress(CannotOpenFile, DatabaseError),
        closing(connect(copy, key, as_it_lies=True)) as db,
    ):
        found = db.execute("SELECT value FROM about WHERE name = 'book_id'").fetchone()
        return read_outside(found[0] if found else "", [copy.parent])
    return Ledger()


def _ledger_of(path: Path, known: Sequence[bytes]) -> Ledger:
    """Whoever was erased from the present book, where it can be read."""
    for key in known if path.exists() else ():
        with (
            suppress(CannotOpenFile, DatabaseError),
            closing(connect(path, key, as_it_lies=True)) as db,
        ):
            return ledger_at(db)
    return Ledger()


def _follow_and_judge(new: Path, key: bytes, upkeep: Upkeep, ledger: Ledger) -> None:
    with closing(Book(new, key, upkeep=upkeep)) as book:
        follow(book, ledger)
        if book.problems():
            raise CannotKeep(
                _("This copy is damaged. Nothing was changed. Please choose another one.")
            )


def _keep_aside(path: Path, now: datetime, known: Sequence[bytes]) -> Path:
    """Byte by byte, with its log and its slots, damaged or not.

    Then the log is worked in, where a key is known: killed before the copy is in place, the book
    lacks nothing.
    """
    kept = _beside(path, _("before going back"), now)
    try:
        for end in ("", *(log.name[len(path.name) :] for log in logs_of(path)[:1]), ".keys"):
            one = path.with_name(path.name + end)
            if one.is_file():
                shutil.copyfile(one, kept.with_name(kept.name + end))
    except OSError as error:
        raise CannotKeep(_(_NO_ROOM)) from error
    if known:
        with suppress(CannotOpenFile):
            connect(path, known[0]).close()
    return kept


def _take_place(new: Path, path: Path, *, keeps_slots: bool) -> None:
    """While there are no slots beside the book, those that the program keeps itself open it.

    The log goes first: worked into the new file it would spoil it.
    """
    slots = keys.key_file_of(path)
    files = (slots, logs_of(path)[0])
    try:
        before = {each: each.read_bytes() for each in files if each.is_file()}
        try:
            for log in logs_of(path):
                log.unlink(missing_ok=True)
            if not keeps_slots:
                slots.unlink(missing_ok=True)
            os.replace(new, path)
        except OSError:
            for each, content in before.items():
                if not each.exists():
                    each.write_bytes(content)
            raise
        if not keeps_slots:
            os.replace(keys.key_file_of(new), slots)
    except OSError as error:
        raise CannotKeep(_("The copy could not be put in place. The book is as it was.")) from error


def _beside(path: Path, word: str, now: datetime) -> Path:
    return path.with_name(f"{path.stem} ({word} {now.strftime(_STAMP)}){path.suffix}")
