"""A forgotten password: from the recovery code to the open book, by keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from widgets.keyboard import be_in_front, write

from kucho_desktop.app.books import create_book, open_book
from kucho_desktop.app.entrance import Entrance
from kucho_desktop.core.errors import WrongPassword
from kucho_desktop.core.keys import recovery_code

PASSWORD, OTHER = "あずさの山の清い水", "みずうみに舟がひとつ"


@pytest.fixture
def made(tmp_path):
    path = tmp_path / "梓野区.kucho"
    book, code = create_book(path, PASSWORD)
    book.close()
    return path, code


@pytest.fixture
def entrance(qtbot, made):
    shown = Entrance(made[0], [])
    qtbot.addWidget(shown)
    shown.books = []
    shown.opened.connect(shown.books.append)
    shown.show()
    be_in_front(qtbot, shown)
    qtbot.keyClick(shown.unlock.forgot, Qt.Key.Key_Return)
    yield shown
    shown.close_unfinished()
    for book in shown.books:
        book.close()


def press(qtbot, key):
    qtbot.keyClick(QApplication.focusWidget(), key)


def test_the_code_and_a_new_password_open_the_book(entrance, qtbot, made):
    path, code = made
    wizard = entrance.recovering
    write(QApplication.focusWidget(), code.lower().replace("-", " "))
    assert wizard.code.understood.text() == "18個のうち18個まで合っています"
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return)
    assert wizard.step() is wizard.locking
    assert entrance.books == []
    for _time in range(2):
        write(QApplication.focusWidget(), OTHER)
        press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return)
    (book,) = entrance.books
    book.close()
    assert wizard.code.box.toPlainText() == ""
    open_book(path, OTHER).close()
    with pytest.raises(WrongPassword):
        open_book(path, PASSWORD)


def test_a_wrong_group_is_named_while_it_is_typed(entrance, made):
    groups = made[1].split("-")
    wrong = "ZZZZ" if groups[2] != "ZZZZ" else "YYYY"
    step = entrance.recovering.code
    write(step.box, "-".join(groups[:2]))
    assert step.problem.text() == ""
    write(step.box, f"-{wrong}")
    assert f"3番目のかたまり（{wrong}）" in step.problem.text()
    assert step.understood.text() == "18個のうち2個まで合っています"
    assert not entrance.recovering.on.isEnabled()


def test_the_code_of_another_book_stays_here(entrance, qtbot):
    wizard = entrance.recovering
    write(wizard.code.box, recovery_code(bytes(32)))
    qtbot.keyClick(wizard.on, Qt.Key.Key_Return)
    assert wizard.step() is wizard.code
    assert "この台帳は開きません" in wizard.code.problem.text()


def test_leaving_before_the_new_password_changes_nothing(entrance, qtbot, made):
    path, code = made
    wizard = entrance.recovering
    write(wizard.code.box, code)
    wizard.on.click()
    press(qtbot, Qt.Key.Key_Escape)
    assert wizard.step() is wizard.code
    press(qtbot, Qt.Key.Key_Escape)
    assert entrance.pages.currentIndex() == 0
    assert wizard.code.box.toPlainText() == ""
    open_book(path, PASSWORD).close()


def test_it_may_be_begun_again(entrance, qtbot, made):
    entrance.recovering.give_up.click()
    qtbot.keyClick(entrance.unlock.forgot, Qt.Key.Key_Return)
    assert entrance.recovering.code.box.toPlainText() == ""
    assert QApplication.focusWidget() is entrance.recovering.code.box
