"""The window is painted before anything heavy is loaded."""

import json
import subprocess
import sys

import pytest

from kucho_desktop.app.books import create_book

PASSWORD = "あずさの山の清い水"
HEAVY = {
    "PIL",
    "babel",
    "click",
    "fontTools",
    "keyring",
    "multiprocessing",
    "openpyxl",
    "pypdf",
    "python_calamine",
    "reportlab",
    "sqlite_utils",
    "xlsxwriter",
}
HEAVY_QT = {"PySide6.QtDBus", "PySide6.QtPdf", "PySide6.QtPdfWidgets", "PySide6.QtPrintSupport"}
ROOMS_FOR_LATER = {
    "kucho_desktop.app.papers",
    "kucho_desktop.exchange",
    "kucho_desktop.households.page",
    "kucho_desktop.households.papers",
    "kucho_desktop.households.store",
}
NOT_YET = {
    "argparse",
    "hashlib",
    "logging",
    "sqlite3",
    "tempfile",
    "uuid",
    "kucho_desktop.app.drafting",
    "kucho_desktop.app.hits",
    "kucho_desktop.app.locks.leaving_alone",
    "kucho_desktop.association.model",
    "kucho_desktop.core.check",
    "kucho_desktop.core.fields",
    "kucho_desktop.core.kinds",
    "kucho_desktop.core.looks",
    "kucho_desktop.core.rekey",
    "kucho_desktop.core.reversing",
    "kucho_desktop.widgets.editors",
}
"""What only a typed letter, an undo, a new book or a command asks for."""
WATCHED = """
import json, os, sys
from pathlib import Path
from kucho_desktop.app.later import load_qt
load_qt()
from PySide6.QtCore import QEvent, QObject, QTimer
from kucho_desktop.app.main import Program
from kucho_desktop.core import i18n


class FirstPaint(QObject):
    seen = False

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and not self.seen:
            self.seen = True
            loaded = [name for name in sys.modules if "_load_now" not in vars(sys.modules[name])]
            print(json.dumps(loaded), flush=True)
            os._exit(0)
        return False


i18n.use("ja")
program = Program(["kucho-desktop"])
paint = FirstPaint()
program.desk.start(Path(sys.argv[1]))
shown = program.desk.window or program.desk.entrance
shown.centralWidget().installEventFilter(paint)
program.app.exec()
"""


def loaded_for(book, monkeypatch, password: str | None) -> set[str]:
    if password is not None:
        monkeypatch.setenv("KUCHO_PASSWORD", password)
    run = [sys.executable, "-c", WATCHED, str(book)]
    said = subprocess.run(run, check=True, capture_output=True, timeout=60)
    return set(json.loads(said.stdout))


@pytest.fixture
def path(tmp_path):
    book, _code = create_book(tmp_path / "梓野区.kucho", PASSWORD)
    book.close()
    return book.path


def test_home_page_needs_no_room(path, monkeypatch):
    loaded = loaded_for(path, monkeypatch, PASSWORD)
    assert "kucho_desktop.app.home" in loaded
    asked_by_the_password = {"hashlib"}
    later = HEAVY | HEAVY_QT | ROOMS_FOR_LATER | NOT_YET
    assert not loaded & (later - asked_by_the_password)


def test_asking_for_the_password_needs_no_book(path, monkeypatch):
    loaded = loaded_for(path, monkeypatch, None)
    assert "kucho_desktop.app.entrance" in loaded
    more = {"sqlcipher3", "cryptography", "kucho_desktop.core.book", "kucho_desktop.app.window"}
    assert not loaded & (HEAVY | HEAVY_QT | ROOMS_FOR_LATER | NOT_YET | more)
