"""What can be wrong with a file that somebody wants to open, and what is said of it."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from kucho_desktop.app.books import create_book
from kucho_desktop.core import backup, keys
from kucho_desktop.core.connection import connect
from kucho_desktop.core.kept_copies import folder_in
from kucho_desktop.core.migrations import SCHEMA
from kucho_desktop.core.places import backups_folder, settings_folder
from kucho_desktop.households import store

PASSWORD, OTHER = "あずさの山の清い水", "みずうみに舟がひとつ"
PAGE = 4096
Spoil = Callable[[Path], object]


def book_with_copy(folder: Path) -> Path:
    """A closed book of a district of thirty, of which there is one copy."""
    book, _code = create_book(folder / "梓野区.kucho", PASSWORD)
    with closing(book):
        with book.step("fill"):
            for number in range(30):
                store.add_household(book, f"山田 {number}", note="備考" * 80)
        backup.back_up(book, folder_in(backups_folder(), book.path, book.about("book_id")))
    return book.path


def flipped(at: int) -> Spoil:
    """One bit is not as it was written."""

    def spoil(path: Path) -> None:
        content = bytearray(path.read_bytes())
        content[at] ^= 1
        path.write_bytes(content)

    return spoil


def cut(share: float) -> Spoil:
    """Only the first part of it is there."""

    def spoil(path: Path) -> None:
        content = path.read_bytes()
        path.write_bytes(content[: int(len(content) * share)])

    return spoil


def filled(content: bytes) -> Spoil:
    return lambda path: path.write_bytes(content)


def plain(path: Path) -> None:
    """A file of SQLite that is not encrypted."""
    path.unlink()
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE household (id INTEGER PRIMARY KEY)")
        db.commit()


def newer(path: Path) -> None:
    with closing(connect(path, keys.read_slots(path).open(PASSWORD))) as db:
        db.execute(f"PRAGMA user_version = {SCHEMA + 7}")


def forget_slots() -> None:
    """This computer never saw the book."""
    shutil.rmtree(settings_folder() / "keys", ignore_errors=True)


def slots(content: bytes | None) -> Spoil:
    """The slots beside it are others, or none; this computer knows no other ones."""

    def spoil(path: Path) -> None:
        forget_slots()
        keys.key_file_of(path).unlink()
        if content is not None:
            keys.key_file_of(path).write_bytes(content)

    return spoil


def others_slots(password: str, *, known: bool) -> Spoil:
    """The slots of another book lie beside it; known: this computer has opened it before."""

    def spoil(path: Path) -> None:
        folder = path.parent / "other"
        folder.mkdir()
        other, _code = create_book(folder / "よその区.kucho", password)
        other.close()
        if not known:
            forget_slots()
        shutil.copyfile(keys.key_file_of(other.path), keys.key_file_of(path))

    return spoil


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def gone(path: Path) -> None:
    path.unlink()


BROKEN, SHORT, COPY = "こわれて", "読めません", "restore --replace"
WRONG: dict[str, tuple[Spoil, str, bool]] = {
    "its salt is flipped": (flipped(3), "かぎのファイルが合いません", True),
    "its first page is flipped": (flipped(300), "かぎのファイルが合いません", True),
    "a page of its tables is flipped": (flipped(PAGE + 100), BROKEN, True),
    "it is cut in the middle": (cut(0.5), BROKEN, True),
    "it is cut after 100 bytes": (lambda path: path.write_bytes(os.urandom(100)), BROKEN, True),
    "it is empty": (filled(b""), "空（0バイト）", True),
    "it is zeros": (filled(bytes(20 * PAGE)), BROKEN, True),
    "it is a text": (filled("こんにちは\n".encode() * 999), SHORT, True),
    "it is a short text": (filled(b"hi"), SHORT, True),
    "it is plain SQLite": (plain, SHORT, True),
    "it is of a newer program": (newer, "新しい版", False),
    "it is a folder": (a_folder, "ここに台帳はありません", True),
    "it is gone": (gone, "ここに台帳はありません", True),
    "its slots are gone": (slots(None), "回復コードで開いて", False),
    "its slots are garbage": (slots(os.urandom(400)), "回復コードで開いて", False),
    "its slots are a list": (slots(b"[1]"), "回復コードで開いて", False),
    "its slots are empty": (slots(b""), "回復コードで開いて", False),
    "its slots are newer": (
        slots(b'{"version": 99, "book": "a", "slots": []}'),
        "新しい版",
        False,
    ),
    "others' slots, the same password": (
        others_slots(PASSWORD, known=False),
        "かぎのファイルが合いません",
        True,
    ),
    "others' slots, another password": (
        others_slots(OTHER, known=False),
        "合言葉が違います",
        False,
    ),
}
"""What is wrong → how it is made, a part of the sentence, whether a copy is offered."""

OPENS: dict[str, Spoil] = {
    "others' slots, known here": others_slots(PASSWORD, known=True),
    "others' slots with another password, known here": others_slots(OTHER, known=True),
    "garbage for a log": lambda path: path.with_name(path.name + "-wal").write_bytes(
        os.urandom(9000)
    ),
    "a lock that is left": lambda path: path.with_name(path.name + ".lock").write_text("x"),
}
"""What looks wrong and is not."""
