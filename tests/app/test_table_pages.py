"""In the window: from the empty book to the roster, back again by undo, and out as a table."""

from pathlib import Path

import pytest
from app.reading_in_steps import SAMPLES, finish, opened
from PySide6.QtWidgets import QFileDialog
from widgets.keyboard import be_in_front

from kucho_desktop.app.rooms import rooms
from kucho_desktop.app.settings import Settings
from kucho_desktop.app.tables import read_in
from kucho_desktop.app.window import Window
from kucho_desktop.households.store import figures


@pytest.fixture
def window(qtbot, book):
    made = Window(book, rooms(), Settings())
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    be_in_front(qtbot, made)
    return made


def test_from_the_home_page_to_the_households(qtbot, window, book):
    window.begin("households", "import")
    page = window.pages["read_in"]
    assert window.stack.currentWidget() is page
    assert window.focusWidget() is page.wizard.file.choose
    opened(qtbot, page.wizard, SAMPLES / "roster_plain.xlsx")
    page.wizard.wizard.on.click()
    page.wizard.wizard.on.click()
    finish(qtbot, page.wizard)
    assert window.stack.currentWidget() is window.pages["households"]
    assert window.toast.text.text() == "120世帯を読み込みました"
    assert window.toast.undo_button.isVisible()
    assert "読み込む" in window.top.undo.accessibleName()
    window.toast.undo_button.click()
    assert figures(book).all_households == 0


def test_giving_up_goes_back_and_begins_anew_the_next_time(qtbot, window):
    window.begin("households", "import")
    page = window.pages["read_in"]
    opened(qtbot, page.wizard, SAMPLES / "roster_plain.xlsx")
    page.wizard.wizard.give_up.click()
    assert window.stack.currentWidget() is window.pages["households"]
    window.begin("households", "import")
    assert page.wizard.intake.reading is None
    assert page.wizard.wizard.step() is page.wizard.file


def test_a_table_is_written_out_from_the_print_page(qtbot, window, book, tmp_path, monkeypatch):
    read_in(book, SAMPLES / "roster_plain.xlsx")
    out = tmp_path / "out.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(out), ""))
    window.go("print")
    window.pages["print"].table_button.click()
    inner = window.pages["write_out"].inner
    qtbot.waitUntil(inner.save.isEnabled)
    with qtbot.waitSignal(inner.finished):
        inner.save.click()
    assert out.exists()
    assert str(Path(out)) in window.toast.text.text()
    assert not window.toast.undo_button.isVisible()


@pytest.mark.parametrize("name", ["read_in", "write_out"])
def test_a_window_built_anew_on_such_a_page_is_not_empty(qtbot, window, name):
    window.go(name)
    page = window.pages[name]
    begun = page.wizard if name == "read_in" else page.inner
    assert begun is not None
    assert begun.isVisible()
