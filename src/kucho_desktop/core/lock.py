"""One writer at a time: an operating-system lock on a small file beside the book.

The lock dies with the process that holds it, so one left behind by a crash is recognised as stale.
"""

import json
import os
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import IO

from kucho_desktop.core.dates import show_date
from kucho_desktop.core.errors import LIES_READ_ONLY, CannotKeep, InUse, LiesReadOnly
from kucho_desktop.core.i18n import _


class WriterLock:
    """Held from opening the book for writing until it is closed.

    was_left: nobody gave it back the last time, so the program or the computer was cut short.
    """

    def __init__(self, book: Path) -> None:
        """Take the lock. Raises InUse, naming since when the other window has the book.

        Raises LiesReadOnly where nothing can be written beside a book that is there.
        """
        self._path = book.with_name(book.name + ".lock")
        self._file: IO[str] | None = None
        self.was_left = self._path.exists()
        try:
            self._file = self._path.open("a+", encoding="utf-8")
        except OSError as error:
            if not book.exists():
                raise
            raise LiesReadOnly(_(LIES_READ_ONLY)) from error
        if not _take(self._file):
            since = _since(self._file)
            self._file.close()
            self._file = None
            raise InUse(
                _(
                    "This book is already open in another window (since {since})."
                    " Please go on there, or open it here for reading only."
                ).format(since=since)
            )
        self._say_since()

    def _say_since(self) -> None:
        """Where the disk is full the lock holds all the same, and nobody can read since when."""
        assert self._file is not None
        now = datetime.now().astimezone().isoformat(timespec="minutes")
        said = json.dumps({"since": now, "process": os.getpid()})
        with suppress(OSError):
            os.ftruncate(self._file.fileno(), 0)
            os.write(self._file.fileno(), said.encode())

    def free(self) -> None:
        """Give the lock back; doing it twice is harmless."""
        if self._file is not None:
            self._path.unlink(missing_ok=True) if sys.platform != "win32" else None
            self._file.close()
            self._file = None
            if sys.platform == "win32":
                self._path.unlink(missing_ok=True)


def _take(file: IO[str]) -> bool:
    if sys.platform == "win32":
        import msvcrt

        try:
            file.seek(4096)  # beyond the text, which the other window must be able to read
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _since(file: IO[str]) -> str:
    try:
        file.seek(0)
        since = datetime.fromisoformat(json.load(file)["since"]).astimezone()
        return _("{day} {hour}:{minute:02}").format(
            day=show_date(since.date()), hour=since.hour, minute=since.minute
        )
    except (ValueError, KeyError, OSError):
        return "?"


def file_at(path: Path) -> tuple[int, int]:
    """Which file lies at a path now; (0, 0) if none does."""
    try:
        found = path.stat()
    except OSError:
        return (0, 0)
    return (found.st_dev, found.st_ino)


def refuse_if_gone(path: Path, lay: tuple[int, int]) -> None:
    """Raise CannotKeep if another file lies there than at first, or none.

    What is written to a file that was deleted or replaced would be gone at the end.
    """
    if file_at(path) != lay:
        raise CannotKeep(
            _(
                "The file of this book is no longer at its place: {path}. Nothing more is kept"
                " until it is back. Please put the disk or memory stick back in."
            ).format(path=path)
        )
