"""The ledger of those who were erased, ids alone, and the record of each erasure.

It lies in the book, and a copy of it outside: in the program's own folder by book id, and beside
the copies in every place, so that a copy from a drawer has them erased again. An id counts together
with the moment at which it was given, so that it never means somebody else in another copy.
"""

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from kucho_desktop.core.book import Book
from kucho_desktop.core.connection import Connection
from kucho_desktop.core.erasing import (
    Gone,
    Whom,
    added_at,
    changes_of_erasing,
    clean_file,
    erase,
    is_unclean,
)
from kucho_desktop.core.ledger import Erased, Erasure, Ledger
from kucho_desktop.core.places import settings_folder
from kucho_desktop.core.tables import HOUSEHOLD, MEMBER

_VERSION = 1
_BESIDE = "erased.json"


def erase_now(book: Book, whom: Whom, years: int) -> Erasure:
    """Erase for good and note it, as one; then write the file anew.

    Whoever listens is told; nothing done before can be taken back by undo.
    """
    at = datetime.now(UTC).isoformat(timespec="microseconds")
    with book.aside():
        gone = erase(book, whom)
        done = Erasure(
            at, book.today.isoformat(), years, gone.households, gone.people, gone.pictures
        )
        _write(book, Ledger(_named(gone, at), frozenset({done})))
    book.go_on_from_here(changes_of_erasing(book))
    keep_outside(book.about("book_id"), in_book(book))
    clean_file(book)
    return done


def _named(gone: Gone, at: str) -> frozenset[Erased]:
    """Whom the journal never saw come cannot be known again."""
    known = ((kind, id_, added) for (kind, id_), added in gone.added.items() if added)
    return frozenset(Erased(kind, id_, added, at) for kind, id_, added in known)


def follow(book: Book, ledger: Ledger) -> int:
    """Erase once more, in a copy that was opened or gone back to; gives how many were there.

    What an erasure that was cut short left in the file is cleaned as well.
    """
    known = in_book(book)
    found = whom_in(book, known | ledger)
    if found or ledger.erased - known.erased or ledger.erasures - known.erasures:
        with book.aside():
            if found:
                erase(book, found)
            _write(book, ledger)
        if found:
            book.go_on_from_here(changes_of_erasing(book))
    if is_unclean(book):
        clean_file(book)
    return len(found.ids())


def whom_in(book: Book, ledger: Ledger) -> Whom:
    """Those of the ledger who are still in this book, or in its journal."""
    return book.examine(partial(whom_at, ledger=ledger))


def whom_at(db: Connection, ledger: Ledger) -> Whom:
    """The same in a file of whatever age that is only looked at."""
    said = json.dumps([[each.kind, each.row, each.added] for each in ledger.erased])
    found = db.execute(
        f"""SELECT one.kind, one.id FROM (SELECT json_extract(value, '$[0]') AS kind,
            json_extract(value, '$[1]') AS id, json_extract(value, '$[2]') AS added
            FROM json_each(:said)) one WHERE ({added_at("one.kind", "one.id")}) = one.added""",
        {"said": said},
    ).fetchall()
    return Whom(
        frozenset(id_ for kind, id_ in found if kind == HOUSEHOLD),
        frozenset(id_ for kind, id_ in found if kind == MEMBER),
    )


def in_book(book: Book) -> Ledger:
    """What the book itself says."""
    return book.examine(ledger_at)


def ledger_at(db: Connection) -> Ledger:
    return Ledger(
        frozenset(Erased(*row) for row in db.execute("SELECT * FROM erased").fetchall()),
        frozenset(Erasure(*row) for row in db.execute("SELECT * FROM erasure").fetchall()),
    )


def erasures(book: Book) -> list[Erasure]:
    """The newest first."""
    return sorted(in_book(book).erasures, reverse=True)


def _write(book: Book, ledger: Ledger) -> None:
    book.run_many("INSERT OR IGNORE INTO erased VALUES (?, ?, ?, ?)", ledger.erased)
    book.run_many("INSERT OR IGNORE INTO erasure VALUES (?, ?, ?, ?, ?, ?)", ledger.erasures)


# outside the book


def ledger_file(book_id: str) -> Path:
    """The copy in the program's own folder."""
    return settings_folder() / "erased" / f"{book_id}.json"


def is_told_outside(book_id: str) -> bool:
    """Whether anybody was ever erased from this book, as far as this computer knows."""
    return book_id.isalnum() and ledger_file(book_id).exists()


def read_outside(book_id: str, folders: Iterable[Path] = ()) -> Ledger:
    """The copy on this computer and those beside the copies in these folders, together."""
    ledger = Ledger()
    if book_id.isalnum():
        for path in (ledger_file(book_id), *map(ledger_beside, folders)):
            ledger |= _read(path, book_id)[0]
    return ledger


def keep_outside(book_id: str, ledger: Ledger) -> None:
    """That it cannot be written must not stop anybody: it lies in the book, too."""
    if book_id.isalnum() and ledger.erased:
        with suppress(OSError):
            keep_at(ledger_file(book_id), book_id, ledger)


def ledger_beside(folder: Path) -> Path:
    """The copy that lies beside the copies of the book."""
    return folder / _BESIDE


def followed_at(path: Path, book_id: str) -> dict[str, str]:
    """Name of a copy → the last erasure that was done in it, too; as a ledger outside says."""
    return _read(path, book_id)[1]


def keep_at(
    path: Path, book_id: str, ledger: Ledger, followed: dict[str, str] | None = None
) -> None:
    """Write a ledger outside, with all that it said before. Raises OSError."""
    known, before = _read(path, book_id)
    whole = ledger | known
    said = {
        "version": _VERSION,
        "book": book_id,
        "erased": sorted(whole.erased),
        "erasures": sorted(whole.erasures),
        "followed": before if followed is None else followed,
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(path.name + ".new")
    new.write_text(json.dumps(said), "utf-8")
    os.replace(new, path)


def _read(path: Path, book_id: str) -> tuple[Ledger, dict[str, str]]:
    """Anything that cannot be read, or is of another book, says nothing."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        said: dict[str, Any] = json.loads(path.read_text("utf-8"))
        if said["book"] == book_id and said["version"] == _VERSION:
            ledger = Ledger(
                frozenset(_as_erased(*each) for each in said["erased"]),
                frozenset(_as_erasure(*each) for each in said["erasures"]),
            )
            return ledger, {str(name): str(at) for name, at in said["followed"].items()}
    return Ledger(), {}


def _as_erased(kind: str, row: int, added: str, erasure: str) -> Erased:
    return Erased(str(kind), int(row), str(added), str(erasure))


def _as_erasure(
    at: str, day: str, years: int, households: int, people: int, pictures: int
) -> Erasure:
    date.fromisoformat(day)
    return Erasure(str(at), str(day), int(years), int(households), int(people), int(pictures))
