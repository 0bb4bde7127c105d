"""One edit kept, as after every field the user leaves.

The goal is against a bare commit of one row. What can be reached is nearer to the second peer: an
edit changes nine pages (the household, its row in the lists, the step, its entry with three
indexes, and two small tables), and each is encrypted and sealed before it is written.
"""

import itertools
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench.districts import FOLDER, opened
from tests.bench.measure import Line, beside, compared, percentile, surroundings, under

from kucho_desktop.core.book import Book
from kucho_desktop.core.connection import connect
from kucho_desktop.households.store import change_household, household_ids

EDITS = 200
ROWS = 3_000
EDITS_TRACED = 60
"""Few enough that the log beside the book is not yet worked in."""


def _bare(path: Path) -> Iterator[None]:
    """The least that survives a power cut: one row, WAL, FULL, no journal, no encryption."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    columns = ", ".join(f"c{number} TEXT" for number in range(14))
    connection.execute(f"CREATE TABLE household (id INTEGER PRIMARY KEY, {columns})")
    filled = ", ".join(["'0263-72-1234'"] * 14)
    for row in range(1, ROWS + 1):
        connection.execute(f"INSERT INTO household VALUES ({row}, {filled})")
    for turn in itertools.count():
        connection.execute("BEGIN IMMEDIATE")
        phone = f"0263-72-{turn % 10_000:04d}"
        connection.execute("UPDATE household SET c3 = ? WHERE id = ?", (phone, turn % ROWS + 1))
        connection.execute("COMMIT")
        yield


PAGES, ROWS_A_PAGE, ROW_BYTES = 9, 4, 900


def _pages(path: Path) -> Iterator[None]:
    """As many encrypted pages as an edit changes, and nothing else."""
    connection = connect(path, bytes(32))
    connection.execute("CREATE TABLE page (id INTEGER PRIMARY KEY, text TEXT)")
    rows = ((row, "0" * ROW_BYTES) for row in range(PAGES * ROWS_A_PAGE))
    connection.executemany("INSERT INTO page VALUES (?, ?)", rows)
    for turn in itertools.count():
        text = f"{turn:0{ROW_BYTES}d}"
        connection.execute("BEGIN IMMEDIATE")
        for page in range(PAGES):
            connection.execute(
                "UPDATE page SET text = ? WHERE id = ?", (text, page * ROWS_A_PAGE + 1)
            )
        connection.execute("COMMIT")
        yield


def _row(book: Book, ids: list[int]) -> Iterator[None]:
    """The same row in the book: encrypted, journaled, as a step that can be undone."""
    for turn in itertools.count():
        with book.step("Change") as db:
            phone = f"0263-73-{turn % 10_000:04d}"
            db.execute("UPDATE household SET phone = ? WHERE id = ?", (phone, ids[turn % len(ids)]))
        yield


def edit(book: Book, ids: list[int]) -> Iterator[None]:
    """What leaving the phone field does, up to the line that says it is kept."""
    for turn in itertools.count():
        phone = f"0263-74-{turn % 10_000:04d}"
        change_household(book, ids[turn % len(ids)], "phone", phone)
        yield


def _each_took(edits: Iterator[None]) -> Callable[[], float]:
    next(edits)

    def measured() -> float:
        begun = time.perf_counter()
        next(edits)
        return (time.perf_counter() - begun) * 1000

    return measured


def lines() -> Iterator[Line]:
    """Bare, row and edit in turn, so that the disk is the same for all."""
    with opened(ROWS) as book, tempfile.TemporaryDirectory(dir=FOLDER) as scratch:
        ids = household_ids(book)
        variants = {
            "bare": _each_took(_bare(Path(scratch) / "bare.sqlite")),
            "pages": _each_took(_pages(Path(scratch) / "pages.sqlite")),
            "row": _each_took(_row(book, ids)),
            "edit": _each_took(edit(book, ids)),
        }
        took: dict[str, list[float]] = {name: [] for name in variants}
        for _turn in range(EDITS):
            for name, measured in variants.items():
                took[name].append(measured())
    middle = {name: statistics.median(values) for name, values in took.items()}
    yield beside(
        "one row kept, journaled and encrypted", middle["row"], middle["bare"], 1.3, "bare"
    )
    yield beside("one edit of a household kept", middle["edit"], middle["bare"], 1.3, "bare")
    yield compared("the same", middle["edit"], middle["pages"], "nine encrypted pages")
    yield under("the same, p99", percentile(took["edit"], 99), 16)
    if shutil.which("strace"):
        # The first edit after opening also begins the log.
        forced = (_forced(EDITS_TRACED + 1) - _forced(1)) / EDITS_TRACED
        yield under("how often the disk is waited for (fsync) in one edit", forced, 1, "×")


def _forced(edits: int) -> int:
    """How often a process that makes so many edits lets the disk write for good."""
    with tempfile.TemporaryDirectory(dir=FOLDER) as scratch:
        told = Path(scratch) / "calls"
        trace = ["strace", "-f", "-o", str(told), "-e", "trace=fsync,fdatasync"]
        ours = [sys.executable, "-m", "tests.bench.our_edits", str(edits)]
        subprocess.run([*trace, *ours], check=True, env=surroundings())
        return told.read_text().count("sync(")
