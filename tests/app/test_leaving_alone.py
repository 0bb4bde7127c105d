"""Nobody is at the desk: the screen hides itself, what was copied goes; clocks are set by hand."""

import pytest
from PySide6.QtCore import Qt
from widgets.keyboard import be_in_front, write

from kucho_desktop.app import practising
from kucho_desktop.app.books import create_book, open_book
from kucho_desktop.app.desk import Desk
from kucho_desktop.app.locks.leaving_alone import Copied, Idle
from kucho_desktop.app.settings import Settings, load_settings
from kucho_desktop.association.store import name_association
from kucho_desktop.widgets.question import Question
from kucho_desktop.widgets.typed_line import Line

PASSWORD = "あずさの山の清い水"


@pytest.fixture
def clock():
    return [1_000_000.0]


@pytest.fixture
def idle(qapp, qtbot, clock):
    made = Idle(qapp, Settings(), None, lambda: clock[0])
    times = made.times = []
    made.gone.connect(lambda: times.append(clock[0]))
    yield made
    made.deleteLater()


@pytest.fixture
def line(qtbot, idle):
    made = Line()
    qtbot.addWidget(made)
    made.show()
    be_in_front(qtbot, made)
    return made


def test_ten_minutes_without_a_key_are_noticed_once(idle, clock):
    clock[0] += 599
    idle.look()
    assert idle.times == []
    clock[0] += 1
    idle.look()
    idle.look()
    assert len(idle.times) == 1


def test_a_key_and_the_mouse_are_signs_of_life(qtbot, idle, line, clock):
    for sign in (
        lambda: qtbot.keyClick(line.windowHandle(), Qt.Key.Key_A),
        lambda: qtbot.mouseClick(line.windowHandle(), Qt.MouseButton.LeftButton),
    ):
        clock[0] += 599
        sign()
        idle.look()
    assert idle.times == []


def test_typing_through_the_input_method_is_a_sign_of_life(qtbot, idle, line, clock):
    clock[0] += 599
    write(line, "梓")
    qtbot.waitUntil(lambda: idle._last == clock[0])


def test_a_computer_that_slept_is_hidden_as_it_wakes(idle, clock):
    clock[0] += 8 * 3600
    idle.look()
    assert len(idle.times) == 1


def test_a_clock_that_is_set_back_begins_anew(idle, clock):
    clock[0] -= 3600
    idle.look()
    clock[0] += 599
    idle.look()
    assert idle.times == []


def test_what_was_copied_from_here_is_cleared(qapp, qtbot, line):
    copied = Copied(qapp.clipboard(), line)
    line.setText("0263-12-3456")
    line.selectAll()
    line.copy()
    assert qapp.clipboard().text() == "0263-12-3456"
    assert copied.timer.isActive()
    assert copied.timer.interval() == 30_000
    copied.timer.timeout.emit()
    assert qapp.clipboard().text() == ""
    assert not copied.timer.isActive()


def test_what_another_program_put_there_stays(qapp, qtbot, line):
    copied = Copied(qapp.clipboard(), line)
    line.setText("0263-12-3456")
    line.selectAll()
    line.copy()
    line.close()
    qtbot.waitUntil(lambda: qapp.focusWindow() is None)
    qapp.clipboard().setText("別のもの")
    assert not copied.timer.isActive()
    copied.clear()
    assert qapp.clipboard().text() == "別のもの"


@pytest.fixture
def desk(qapp, qtbot, tmp_path, monkeypatch):
    book, _code = create_book(tmp_path / "梓野区.kucho", PASSWORD)
    name_association(book, name="梓野区")
    book.close()
    made = Desk(qapp)
    made.show_book(open_book(book.path, PASSWORD))
    be_in_front(qtbot, made.window)
    qtbot.waitUntil(lambda: made.away is not None)
    yield made
    made.window.close()
    made.window.deleteLater()
    made.end()


def test_the_screen_hides_itself_and_what_is_being_typed_comes_back(desk, qtbot):
    window = desk.window
    window.begin("households", "add")
    write(window.pages["households"].focusWidget(), "信濃太郎")
    desk.away.idle.gone.emit()
    assert window.cover.isVisible()
    assert "梓野区" not in window.windowTitle()
    qtbot.waitUntil(lambda: desk.away.is_locked)
    assert desk.book is None
    write(window.cover.password.line, PASSWORD)
    qtbot.keyClick(window.cover.password.line, Qt.Key.Key_Return)
    assert desk.window is not window
    box = desk.window.pages["households"].focusWidget()
    assert box.text() == "信濃太郎"
    assert desk.window.windowTitle() == "梓野区"


def test_until_it_is_locked_the_password_brings_the_same_pages_back(desk, qtbot):
    """A work that writes is not cut short: the cover lies there, the lock follows."""
    desk.book.lend()
    window = desk.window
    desk.away.hide_screen()
    desk.away.lock()
    assert not desk.away.is_locked
    write(window.cover.password.line, PASSWORD)
    qtbot.keyClick(window.cover.password.line, Qt.Key.Key_Return)
    assert not window.cover.isVisible()
    assert desk.window is window
    desk.book.take_back()


def test_a_locked_book_is_closed_and_its_key_forgotten(desk, tmp_path):
    book = desk.book
    desk.away.hide_screen()
    desk.away.lock()
    assert book.key == b""
    assert not list(tmp_path.glob("*-wal"))
    assert not desk.window.pages


def test_undo_reaches_back_over_a_lock(desk, qtbot):
    name_association(desk.book, name="鳥羽区")
    label = desk.book.undo_label()
    assert label
    desk.away.hide_screen()
    desk.away.lock()
    cover = desk.window.cover
    write(cover.password.line, PASSWORD)
    qtbot.keyClick(cover.password.line, Qt.Key.Key_Return)
    assert desk.book.undo_label() == label
    desk.window.undo()
    assert desk.window.windowTitle() == "梓野区"


def test_a_wrong_password_opens_nothing(desk, qtbot):
    desk.away.hide_screen()
    desk.away.lock()
    cover = desk.window.cover
    write(cover.password.line, "ちがう合言葉です")
    qtbot.keyClick(cover.password.line, Qt.Key.Key_Return)
    assert desk.book is None
    assert cover.problem.isVisible()


def test_a_locked_window_can_be_closed(desk, qtbot):
    desk.away.hide_screen()
    desk.away.lock()
    desk.window.resize(900, 600)
    assert desk.window.close()


def test_a_step_kept_behind_the_cover_does_not_show_the_name(desk):
    desk.away.hide_screen()
    name_association(desk.book, name="鳥羽区")
    assert "鳥羽区" not in desk.window.windowTitle()


def test_a_password_that_is_being_typed_is_not_thrown_away(desk):
    desk.away.hide_screen()
    write(desk.window.cover.password.line, "あずさ")
    desk.away.idle.gone.emit()
    assert desk.window.cover.password.line.text() == "あずさ"


def test_a_question_does_not_stay_above_the_cover(desk, qtbot):
    question = Question(desk.window, "題", "信濃太郎さんを消しますか。", ["消す"])
    qtbot.addWidget(question)
    question.open()
    desk.away.hide_screen()
    assert not question.isVisible()
    assert question.answer == ""


def test_the_minutes_are_chosen_by_keyboard_and_kept(desk, qtbot):
    desk.window.go("settings")
    page = desk.window.pages["settings"]
    chosen = page.minutes.buttons()[1]
    assert chosen.text() == "5分"
    qtbot.keyClick(chosen, Qt.Key.Key_Return)
    assert load_settings().idle_minutes == 5
    assert desk.settings.idle_minutes == 5


def test_nothing_copied_is_left_when_the_program_ends(desk, qapp):
    qapp.clipboard().setText("0263-12-3456")
    desk.end()
    assert qapp.clipboard().text() == ""


def test_the_practice_district_asks_for_no_password(desk, qtbot, monkeypatch):
    """Nobody was ever told one."""
    monkeypatch.setattr(practising, "_path", lambda: desk.book.path)
    monkeypatch.setattr(practising, "PASSWORD", PASSWORD)
    desk.away.hide_screen()
    qtbot.waitUntil(lambda: desk.away.is_locked)
    cover = desk.window.cover
    assert cover.password.isHidden()
    qtbot.keyClick(cover.back, Qt.Key.Key_Return)
    assert desk.book is not None
