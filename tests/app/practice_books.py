"""Practice districts as tests write and open them."""

from datetime import date
from pathlib import Path

from kucho_desktop.app.books import open_book
from kucho_desktop.app.practice import write_practice_book
from kucho_desktop.core.book import Book

TODAY = date(2026, 11, 20)
PASSWORD = "azusano practice"


def written(path: Path, **options: int) -> Path:
    """The file of a new practice district."""
    write_practice_book(path, PASSWORD, today=TODAY, **options)
    return path


def opened(path: Path) -> Book:
    """To be looked at, not written in."""
    return open_book(path, PASSWORD, today=TODAY, read_only=True)
