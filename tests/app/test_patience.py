"""A growing pause after wrong passwords, by a clock that the test turns."""

import pytest
from PySide6.QtCore import Qt

from kucho_desktop.app.books import create_book
from kucho_desktop.app.locks import patience as patiences
from kucho_desktop.app.locks.cover import Cover
from kucho_desktop.app.locks.patience import seconds_after
from kucho_desktop.app.locks.unlock import Unlock

PASSWORD = "あずさの山の清い水"


@pytest.fixture
def clock(monkeypatch):
    """What time it is, in seconds; the test sets it."""
    now = [1000.0]
    monkeypatch.setattr(patiences.Patience.__init__, "__defaults__", (lambda: now[0],))
    return now


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "梓野区.kucho"
    create_book(path, PASSWORD)[0].close()
    return path


def type_in(qtbot, password, text):
    password.line.setText(text)
    qtbot.keyClick(password.line, Qt.Key.Key_Return)


def test_the_pause_grows_and_has_an_end():
    assert [seconds_after(wrong) for wrong in range(10)] == [0, 0, 0, 2, 4, 8, 16, 32, 60, 60]


def test_the_third_wrong_password_makes_one_wait(qtbot, clock, path):
    unlock = Unlock()
    qtbot.addWidget(unlock)
    unlock.show()
    unlock.ask(path)
    books = []
    unlock.opened.connect(books.append)
    for _time in range(3):
        type_in(qtbot, unlock.password, "ちがう言葉です")
    assert "あと2秒お待ちください" in unlock.problem.text()
    assert not unlock.go_on.isEnabled()
    type_in(qtbot, unlock.password, PASSWORD)
    assert books == []
    clock[0] += 1.5
    unlock.patience.see_the_clock()
    assert "あと1秒" in unlock.problem.text()
    clock[0] += 0.5
    unlock.patience.see_the_clock()
    assert unlock.go_on.isEnabled()
    assert "お待ちください" not in unlock.problem.text()
    type_in(qtbot, unlock.password, PASSWORD)
    (book,) = books
    book.close()


def test_hiding_the_screen_again_does_not_end_the_pause(qtbot, clock, path):
    cover = Cover(path)
    qtbot.addWidget(cover)
    cover.show()
    for _time in range(3):
        type_in(qtbot, cover.password, "ちがう言葉です")
    cover.begin()
    assert "お待ちください" in cover.problem.text()
    with qtbot.assertNotEmitted(cover.uncovered):
        type_in(qtbot, cover.password, PASSWORD)
    clock[0] += 2
    cover.patience.see_the_clock()
    with qtbot.waitSignal(cover.uncovered):
        type_in(qtbot, cover.password, PASSWORD)


def test_a_book_that_is_gone_makes_nobody_wait(qtbot, clock, tmp_path):
    unlock = Unlock()
    qtbot.addWidget(unlock)
    unlock.ask(tmp_path / "gone.kucho")
    for _time in range(5):
        type_in(qtbot, unlock.password, PASSWORD)
    assert unlock.go_on.isEnabled()
