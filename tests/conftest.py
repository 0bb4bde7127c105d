"""Shared fixtures: offscreen windows, a home of its own for every test, the Japanese catalogue."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator
from pathlib import Path

import pytest

from kucho_desktop.core import i18n


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program's own folder, empty, never the developer's."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("KUCHO_HOME", str(home))
    monkeypatch.delenv("KUCHO_PASSWORD", raising=False)
    return home


@pytest.fixture(autouse=True)
def japanese() -> Iterator[None]:
    i18n.use("ja")
    yield
    i18n.use("ja")
