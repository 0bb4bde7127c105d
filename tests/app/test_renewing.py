"""A new key from the settings: the book closes for it and opens again with another code."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from widgets.keyboard import be_in_front, write

from kucho_desktop.app.books import create_book, open_book, open_with_code
from kucho_desktop.app.desk import Desk
from kucho_desktop.app.locks import renewing
from kucho_desktop.core.errors import CannotKeep
from kucho_desktop.core.keys import WrongRecoveryCode

PASSWORD = "あずさの山の清い水"


@pytest.fixture
def made(tmp_path):
    book, code = create_book(tmp_path / "梓野区.kucho", PASSWORD)
    book.close()
    return book.path, code


@pytest.fixture
def desk(qapp, qtbot, made):
    shown = Desk(qapp)
    shown.show_book(open_book(made[0], PASSWORD))
    yield shown
    for each in (shown.window, shown.entrance):
        if each is not None:
            each.close()
            each.deleteLater()
    shown.end()


def press(qtbot, key=Qt.Key.Key_Return):
    qtbot.keyClick(QApplication.focusWidget(), key)


def begin(desk, qtbot):
    """From the settings to the step that makes the key."""
    desk.window.go("settings")
    qtbot.keyClick(desk.window.pages["settings"].renew, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.entrance is not None and desk.entrance.renewing is not None)
    be_in_front(qtbot, desk.entrance)
    wizard = desk.entrance.renewing
    write(wizard.known.password.line, PASSWORD)
    press(qtbot)
    press(qtbot)
    assert wizard.step() is wizard.work
    return wizard


def test_the_book_opens_again_under_a_new_code(desk, qtbot, made):
    path, before = made
    wizard = begin(desk, qtbot)
    press(qtbot)
    qtbot.waitUntil(lambda: wizard.step() is wizard.code)
    code = wizard.code.code()
    for _time in range(2):
        press(qtbot)
    for number in wizard.tried.numbers:
        write(QApplication.focusWidget(), code.split("-")[number - 1])
        press(qtbot)
    press(qtbot)
    assert desk.window.isVisible()
    assert desk.book.about("code_kept")
    desk.window.close()
    desk.end()
    with pytest.raises(WrongRecoveryCode):
        open_with_code(path, before)
    open_with_code(path, code).close()
    open_book(path, PASSWORD).close()


def test_a_disk_that_refuses_is_told_and_nothing_is_changed(desk, qtbot, made, monkeypatch):
    def refuse(_path, _password):
        raise CannotKeep("台帳を書き直せませんでした。")

    monkeypatch.setattr(renewing, "rekey", refuse)
    wizard = begin(desk, qtbot)
    press(qtbot)
    qtbot.waitUntil(lambda: wizard.work.problem.text() == "台帳を書き直せませんでした。")
    assert wizard.step() is wizard.work
    press(qtbot, Qt.Key.Key_Escape)
    press(qtbot, Qt.Key.Key_Escape)
    assert desk.entrance.pages.currentIndex() == 0
    open_with_code(*made).close()


def test_closing_the_program_before_the_code_is_on_paper_keeps_the_book(desk, qtbot, made):
    wizard = begin(desk, qtbot)
    press(qtbot)
    qtbot.waitUntil(lambda: wizard.step() is wizard.code)
    desk.end()
    book = open_book(made[0], PASSWORD)
    assert book.about("code_kept") == ""
    book.close()
