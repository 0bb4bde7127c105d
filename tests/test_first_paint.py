"""What is loaded before the first page is seen: nothing that only later work needs."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from kucho_desktop.app.practising import practice_book

ROOT = Path(__file__).resolve().parents[1]
# Each of these costs between 30 and 130 ms, as much as all of Qt together.
HEAVY = {
    "babel",
    "openpyxl",
    "pypdf",
    "PIL",
    "python_calamine",
    "reportlab",
    "sqlite_utils",
    "xlsxwriter",
}


def _modules_at_first_paint(*arguments: str, **surroundings: str) -> set[str]:
    said = subprocess.run(
        [sys.executable, "-m", "tests.bench.our_window", *arguments],
        env={**os.environ, **surroundings, "BENCH_BEGUN": str(time.monotonic())},
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
    )
    return set(json.loads(said.stdout)["modules"])


def test_the_entrance_loads_nothing_heavy() -> None:
    book, _password = practice_book()
    for arguments in ([], [str(book)]):
        loaded = _modules_at_first_paint(*arguments)
        assert "PySide6" in loaded
        assert not loaded & HEAVY


def test_the_home_page_loads_nothing_heavy() -> None:
    book, password = practice_book()
    loaded = _modules_at_first_paint(str(book), KUCHO_PASSWORD=password)
    assert "PySide6" in loaded
    assert not loaded & HEAVY
