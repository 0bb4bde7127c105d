"""Shared fixtures: offscreen windows, a home of its own for every test, the Japanese catalogue."""

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from kucho_desktop.app.books import UPKEEP
from kucho_desktop.core import i18n, keys
from kucho_desktop.core.book import Book

if os.environ.get("CI"):
    # What is found by chance is found at a desk; a check says the same of the same code twice.
    settings.register_profile("ci", derandomize=True)
    settings.load_profile("ci")


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program's own folder, empty, never the developer's."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("KUCHO_HOME", str(home))
    monkeypatch.delenv("KUCHO_PASSWORD", raising=False)
    return home


@pytest.fixture(autouse=True)
def quick_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """A guess at a password takes half a second; thousands of tests do not wait for it."""
    monkeypatch.setattr(keys, "SECONDS", 0.01)


@pytest.fixture(autouse=True)
def japanese() -> Iterator[None]:
    i18n.use("ja")
    yield
    i18n.use("ja")
    i18n.call_things({})


@pytest.fixture
def today() -> date:
    """The day on which the tests live."""
    return date(2026, 11, 20)


@pytest.fixture
def book(tmp_path: Path, today: date) -> Iterator[Book]:
    """An empty book, opened with a raw key: no half second for a password."""
    book = Book(tmp_path / "梓野区.kucho", bytes(range(32)), upkeep=UPKEEP, today=today)
    yield book
    book.close()


def pytest_sessionfinish() -> None:
    """No worker outlives the window's thread, whose bell it would ring."""
    task = sys.modules.get("kucho_desktop.widgets.task")
    if task is not None:
        task.wait_for_tasks()
