"""What is done with the file of a book as a whole: looked over, copied, opened a second time."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kucho_desktop.core.connection import Connection, copy_pages, explaining, fitting_key
from kucho_desktop.core.lock import WriterLock
from kucho_desktop.core.upkeep import Upkeep

if TYPE_CHECKING:
    from kucho_desktop.core.book import Book

Seen = TypeVar("Seen")


class WholeFile:
    """The part of Book that knows no rows and no steps."""

    path: Path
    upkeep: Upkeep
    _key: bytes
    _former_keys: tuple[bytes, ...]
    _db: Connection
    _today: date | None
    _lock: WriterLock | None

    @property
    def key(self) -> bytes:
        """For opening copies of this book; never to be written or shown."""
        return self._key

    def forget_key(self) -> None:
        """After closing: only the password, or the code, opens it again."""
        self._key, self._former_keys = b"", ()

    @property
    def known_keys(self) -> tuple[bytes, ...]:
        """The key, then those that it had before: older copies open with them."""
        return (self._key, *self._former_keys)

    @property
    def ended_badly(self) -> bool:
        """Whether the program was cut short when it had this book open the last time."""
        return bool(self._lock and self._lock.was_left)

    def examine(self, look: Callable[[Connection], Seen]) -> Seen:
        """What one of `check` sees in the file."""
        with explaining():
            return look(self._db)

    def problems(self) -> list[str]:
        """What is wrong with the file, in sentences; nothing if all is well."""
        from kucho_desktop.core.check import problems_in

        return problems_in(self._db)

    def copy_to(self, path: Path, tell: Callable[[int, int], None] = lambda *_far: None) -> None:
        """Write the book as it is at this moment, under the same key; tell how far it is."""
        copy_pages(self._db, path, self._key, tell)

    def opens_here(self, path: Path, *, on: date | None = None) -> "Book":
        """Open the file again, or a copy under this key or a former one, in any thread."""
        from kucho_desktop.core.book import Book

        day, key = on or self._today, self._key
        if path != self.path and self._former_keys:
            key = fitting_key(path, (key, *self._former_keys)) or key
        return Book(path, key, upkeep=self.upkeep, read_only=True, today=day)
