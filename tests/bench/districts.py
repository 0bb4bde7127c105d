"""Books to measure with: invented districts of any size, written once and kept under build/."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kucho_desktop.app.books import open_book
from kucho_desktop.app.practice import write_practice_book
from kucho_desktop.core.book import Book
from kucho_desktop.core.migrations import SCHEMA

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "build" / "bench"
PASSWORD = "for the bench"


def district(households: int, years: int = 1) -> Path:
    """The book of an invented district with so many households and years of history."""
    folder = FOLDER / f"schema-{SCHEMA}"
    book = folder / (f"{households}.kucho" if years == 1 else f"{households}-{years}-years.kucho")
    if not book.exists():
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=FOLDER) as unfinished:
            part = Path(unfinished) / book.name
            write_practice_book(part, PASSWORD, households=households, years=years, seed=1)
            for file in Path(unfinished).iterdir():
                file.rename(folder / file.name)
    return book


@contextmanager
def copied(households: int, years: int = 1) -> Iterator[Path]:
    """A copy of the district that may be written in."""
    source = district(households, years)
    with tempfile.TemporaryDirectory(dir=FOLDER) as scratch:
        for file in source.parent.glob(f"{source.name}*"):
            shutil.copy(file, scratch)
        yield Path(scratch) / source.name


@contextmanager
def opened(households: int, years: int = 1) -> Iterator[Book]:
    """The same, open."""
    with copied(households, years) as path:
        book = open_book(path, PASSWORD)
        try:
            yield book
        finally:
            book.close()
