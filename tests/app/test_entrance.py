"""From the password, or from nothing, to the open book."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from widgets.keyboard import be_in_front, write

from kucho_desktop.app import entrance as entrances
from kucho_desktop.app import new_book as new_books
from kucho_desktop.app.books import create_book
from kucho_desktop.app.entrance import Entrance
from kucho_desktop.association.store import the_association
from kucho_desktop.core.book import Book
from kucho_desktop.core.keys import key_from_recovery_code
from kucho_desktop.widgets.parts import Button

PASSWORD = "あずさの山の清い水"


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "梓野区.kucho"
    create_book(path, PASSWORD)[0].close()
    return path


@pytest.fixture
def entrance(qtbot, path, tmp_path):
    made = Entrance(path, [path, tmp_path / "other.kucho"])
    qtbot.addWidget(made)
    made.books = []
    made.opened.connect(made.books.append)
    made.show()
    qtbot.waitExposed(made)
    yield made
    for book in made.books:
        book.close()


def test_enter_opens(entrance, qtbot):
    line = entrance.unlock.password.line
    assert entrance.unlock.name.text() == "梓野区"
    write(line, PASSWORD)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert [book.path.name for book in entrance.books] == ["梓野区.kucho"]
    assert line.text() == ""


def test_wrong_password_is_said_and_can_be_typed_again(entrance, qtbot):
    line = entrance.unlock.password.line
    line.setText("ちがう言葉です")
    qtbot.keyClick(entrance.unlock.go_on, Qt.Key.Key_Return)
    assert entrance.books == []
    assert entrance.unlock.problem.isVisible()
    assert line.selectedText() == "ちがう言葉です"


def test_a_book_in_use_is_offered_for_reading(entrance, qtbot, path):
    line = entrance.unlock.password.line
    line.setText(PASSWORD)
    entrance.unlock.open()
    line.setText(PASSWORD)
    entrance.unlock.open()
    assert len(entrance.books) == 1
    assert entrance.unlock.read_only.isVisible()
    said = entrance.unlock.problem.text()
    assert re.search(r"令和\d+年\d+月\d+日\(.\) \d+:\d\d", said), said
    qtbot.keyClick(entrance.unlock.read_only, Qt.Key.Key_Return)
    assert entrance.books[1].read_only


def test_a_book_that_cannot_be_written_is_offered_for_reading(entrance, qtbot, path):
    for end in (".lock", "-shm"):
        path.with_name(path.name + end).mkdir()
    write(entrance.unlock.password.line, PASSWORD)
    qtbot.keyClick(entrance.unlock.password.line, Qt.Key.Key_Return)
    assert entrance.books == []
    assert "書き込めない" in entrance.unlock.problem.text()
    qtbot.keyClick(entrance.unlock.read_only, Qt.Key.Key_Return)
    assert entrance.books[0].read_only


def test_letters_can_be_seen(entrance, qtbot):
    line = entrance.unlock.password.line
    assert line.echoMode() == line.EchoMode.Password
    qtbot.keyClick(entrance.unlock.password.check, Qt.Key.Key_Space)
    assert line.echoMode() == line.EchoMode.Normal


def test_the_very_first_start_knows_of_no_other_book(qtbot):
    made = Entrance(None, [])
    qtbot.addWidget(made)
    made.show()
    said = [each.text() for each in made.findChildren(Button) if each.isVisible()]
    assert not any("ほか" in text for text in said)
    assert made.other.text() == "すでにある台帳を開く…"


def test_other_books_are_offered(entrance, qtbot, tmp_path):
    (other,) = entrance._others
    qtbot.keyClick(other, Qt.Key.Key_Return)
    assert entrance.unlock.path == tmp_path / "other.kucho"
    entrance.unlock.open()
    assert entrance.unlock.problem.isVisible()


def test_a_new_book_step_by_step(entrance, qtbot, tmp_path):
    qtbot.keyClick(entrance.make, Qt.Key.Key_Return)
    new = entrance.new
    assert not new.on.isEnabled()
    new.naming.keep_in(tmp_path)
    name, kana = (new.naming.form.boxes[each].edit for each in ("name", "kana"))
    write(name, "鳥羽/区")
    write(kana, "とばく")
    assert str(tmp_path / "鳥羽／区.kucho") in new.naming.place.text()
    qtbot.keyClick(new.on, Qt.Key.Key_Return)
    new.locking.first.line.setText("みじかい")
    new.locking.second.line.setText("みじかい")
    assert not new.on.isEnabled()
    new.locking.first.line.setText(PASSWORD)
    new.locking.second.line.setText("あずさの山の清い木")
    assert not new.on.isEnabled()
    assert new.locking.problem.text()
    new.locking.second.line.setText(PASSWORD)
    qtbot.keyClick(new.on, Qt.Key.Key_Return)
    code = new.code.code()
    shown = [new.code.groups.itemAt(n).widget().text() for n in range(new.code.groups.count())]
    assert "-".join(shown) == code
    assert not new.on.isEnabled()
    assert not new.give_up.isVisible()
    qtbot.keyClick(new.code.written, Qt.Key.Key_Space)
    qtbot.keyClick(new.on, Qt.Key.Key_Return)
    assert entrance.books == []
    for box, number in zip(new.tried.boxes, new.tried.numbers, strict=True):
        assert not new.on.isEnabled()
        box.setText(code.split("-")[number - 1].lower())
    qtbot.keyClick(new.on, Qt.Key.Key_Return)
    (book,) = entrance.books
    assert the_association(book).name == "鳥羽/区"
    assert the_association(book).kana == "とばく"
    assert book.about("code_kept")
    assert new.code.code() == ""
    assert new.locking.first.line.text() == ""
    book.close()
    Book(book.path, key_from_recovery_code(code)).close()


def test_a_name_that_is_taken_is_said(entrance, qtbot, path):
    entrance.make.click()
    new = entrance.new
    new.naming.keep_in(path.parent)
    new.naming.form.boxes["name"].edit.setText("梓野区")
    new.on.click()
    new.locking.first.line.setText(PASSWORD)
    new.locking.second.line.setText(PASSWORD)
    new.on.click()
    assert new.locking.problem.text()
    assert new.step() is new.locking
    new.back.click()
    new.give_up.click()
    assert entrance.pages.currentIndex() == 0


def test_practice_opens_by_itself(entrance, qtbot, path, monkeypatch):
    monkeypatch.setattr(entrances, "_write_practice", lambda: (path, PASSWORD))
    qtbot.keyClick(entrance.practice, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(entrance.books))
    assert entrance.books[0].path == path


def press(qtbot, key):
    """Press a key wherever the focus is now."""
    qtbot.keyClick(QApplication.focusWidget(), key)


def test_enter_alone_leads_through_a_new_book(entrance, qtbot, tmp_path):
    be_in_front(qtbot, entrance)
    entrance.make.click()
    new = entrance.new
    new.naming.keep_in(tmp_path)
    for typed in ("鳥羽区", "とばく"):
        write(QApplication.focusWidget(), typed)
        press(qtbot, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is new.on
    press(qtbot, Qt.Key.Key_Return)
    for _time in range(2):
        write(QApplication.focusWidget(), PASSWORD)
        press(qtbot, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is new.on
    press(qtbot, Qt.Key.Key_Return)
    assert new.step() is new.code
    code = new.code.code().split("-")
    for _time in range(2):
        press(qtbot, Qt.Key.Key_Return)
    for number in new.tried.numbers:
        write(QApplication.focusWidget(), code[number - 1])
        press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return)
    assert len(entrance.books) == 1


def test_the_sheet_may_be_tried_another_day(entrance, qtbot, tmp_path):
    entrance.make.click()
    new = entrance.new
    new.naming.keep_in(tmp_path)
    write(new.naming.form.boxes["name"].edit, "鳥羽区")
    new.on.click()
    for line in (new.locking.first.line, new.locking.second.line):
        line.setText(PASSWORD)
    new.on.click()
    new.code.written.click()
    new.on.click()
    first, number = new.tried.boxes[0], new.tried.numbers[0]
    write(first, "0000")
    assert f"{number}番目のかたまり" in new.tried.problem.text()
    assert not new.on.isEnabled()
    qtbot.keyClick(new.tried.wait, Qt.Key.Key_Return)
    (book,) = entrance.books
    assert book.about("code_kept") == ""


def test_tab_comes_to_cancel_last(entrance, qtbot, tmp_path):
    be_in_front(qtbot, entrance)
    entrance.make.click()
    new = entrance.new
    new.naming.keep_in(tmp_path)
    write(QApplication.focusWidget(), "鳥羽区")
    new.on.click()
    for line in (new.locking.first.line, new.locking.second.line):
        line.setText(PASSWORD)
    new.locking.second.line.setFocus()
    met = []
    for _time in range(3):
        press(qtbot, Qt.Key.Key_Tab)
        met.append(QApplication.focusWidget())
    assert met == [new.on, new.back, new.give_up]


def test_a_machine_without_a_documents_folder_keeps_the_book_at_home(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(
        new_books.QStandardPaths, "writableLocation", lambda _kind: str(tmp_path / "Documents")
    )
    assert new_books.documents_folder() == tmp_path
    (tmp_path / "Documents").mkdir()
    assert new_books.documents_folder() == tmp_path / "Documents"


def test_what_a_password_lacks_is_said(entrance, qtbot):
    entrance.make.click()
    locking = entrance.new.locking
    write(locking.first.line, "abc")
    assert locking.quality.text() == ""
    assert "8" in locking.problem.text()


def test_a_reading_in_kanji_holds_the_new_book(entrance, qtbot, tmp_path):
    entrance.make.click()
    new = entrance.new
    new.naming.keep_in(tmp_path)
    write(new.naming.form.boxes["name"].edit, "鳥羽区")
    assert new.on.isEnabled()
    write(new.naming.form.boxes["kana"].edit, "鳥羽")
    assert not new.on.isEnabled()


def test_esc_leads_back_to_the_entrance(entrance, qtbot, tmp_path):
    be_in_front(qtbot, entrance)
    entrance.make.click()
    new = entrance.new
    new.naming.keep_in(tmp_path)
    write(QApplication.focusWidget(), "鳥羽区")
    new.on.click()
    assert new.step() is new.locking
    press(qtbot, Qt.Key.Key_Escape)
    assert new.step() is new.naming
    new.on.setFocus()
    press(qtbot, Qt.Key.Key_Escape)
    assert entrance.pages.currentIndex() == 0
