"""From the entrance to the window, to another look, and to another book."""

import gc

import pytest
import shiboken6
from PySide6.QtCore import Qt
from widgets.keyboard import be_in_front, write

from kucho_desktop.app import practising, settings_page
from kucho_desktop.app.books import create_book
from kucho_desktop.app.copies import copying
from kucho_desktop.app.desk import Desk
from kucho_desktop.app.settings import load_settings
from kucho_desktop.core.i18n import _
from kucho_desktop.households.store import add_household
from kucho_desktop.widgets import question as questions
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.parts import Button
from kucho_desktop.widgets.task import is_anything_running

PASSWORD = "あずさの山の清い水"


@pytest.fixture
def path(tmp_path):
    book, _code = create_book(tmp_path / "梓野区.kucho", PASSWORD)
    book.close()
    return book.path


@pytest.fixture
def desk(qapp, qtbot):
    made = Desk(qapp)
    yield made
    for shown in (made.window, made.entrance):
        if shown is not None:
            shown.close()
            shown.deleteLater()
    made.end()
    theme.put_on(qapp, "calm", 12)


def test_password_opens_the_window(desk, path, qtbot):
    desk.start(path)
    assert desk.entrance.isVisible()
    desk.entrance.unlock.password.line.setText(PASSWORD)
    desk.entrance.unlock.open()
    assert desk.window.isVisible()
    assert desk.entrance is None
    assert load_settings().recent_books() == [path]


def test_known_password_opens_at_once(desk, path, monkeypatch):
    monkeypatch.setenv("KUCHO_PASSWORD", PASSWORD)
    desk.start(path)
    assert desk.window.isVisible()
    assert desk.entrance is None


def test_known_but_wrong_password_is_said(desk, path, monkeypatch):
    monkeypatch.setenv("KUCHO_PASSWORD", "ちがう言葉です")
    desk.start(path)
    assert desk.window is None
    assert desk.entrance.unlock.problem.isVisible()


def test_larger_type_builds_the_window_anew_where_it_was(desk, path, qtbot, monkeypatch):
    monkeypatch.setenv("KUCHO_PASSWORD", PASSWORD)
    desk.start(path)
    before = desk.window
    before.go("settings")
    before.pages["settings"].sizes.buttons()[2].click()
    qtbot.waitUntil(lambda: desk.window is not before)
    assert theme.now().points == 17
    assert desk.window.isVisible()
    assert desk.window.current == "settings"


def larger(desk, qtbot) -> None:
    before = desk.window
    before.go("settings")
    before.pages["settings"].sizes.buttons()[2].click()
    qtbot.waitUntil(lambda: desk.window is not before)


def test_what_was_put_together_is_there_in_larger_type(desk, path, qtbot, monkeypatch):
    monkeypatch.setenv("KUCHO_PASSWORD", PASSWORD)
    desk.start(path)
    for head in ("髙橋 一郎", "𠮷田 清"):
        add_household(desk.book, head, phone="0263-72-0001")
    desk.window.begin("households", "work:many")
    page = desk.window.pages["households"].desk.work
    page.whom.ready["no_address"].click()
    page.whom.more.click()
    page.whom.boxes[0].line.setText("一郎")
    page.whom.more.click()
    page.whom.boxes[1].field.choose("recorded_on")
    page.whom.boxes[1].field.activated.emit(0)
    page.whom.boxes[1].line.setText("きのうごろ")
    page.give.name.setText("名前の途中")
    larger(desk, qtbot)
    again = desk.window
    again.go("households")
    page = again.pages["households"].desk.work
    assert page.isVisible()
    assert page.whom.ready["no_address"].isChecked()
    assert [box.line.text() for box in page.whom.boxes] == ["一郎", "きのうごろ"]
    assert page.whom.boxes[1].field.currentData() == "recorded_on"
    assert page.give.name.text() == "名前の途中"
    assert page.count.text() == "0世帯のうち 0世帯に印"


def test_what_was_listed_is_listed_in_larger_type(desk, path, qtbot, monkeypatch):
    monkeypatch.setenv("KUCHO_PASSWORD", PASSWORD)
    desk.start(path)
    for head in ("髙橋 一郎", "𠮷田 清"):
        add_household(desk.book, head)
    last = add_household(desk.book, "濵田 清", phone="0263-72-0001")
    desk.window.go("households")
    listing = desk.window.pages["households"].listing
    listing.filters.whom.choose("ready:no_phone")
    listing.filters.whom.activated.emit(0)
    assert listing.count.text() == "2世帯"
    listing.filters.whom.choose("")
    listing.filters.whom.activated.emit(0)
    listing.filters.order.choose("kana")
    listing.filters.order.activated.emit(0)
    listing.list.select(last)
    larger(desk, qtbot)
    larger_still = desk.window
    larger_still.go("households")
    listing = larger_still.pages["households"].listing
    assert listing.filters.wanted_order() == "kana"
    assert listing.list.selected_id() == last


def test_another_book(desk, path, qtbot, monkeypatch):
    monkeypatch.setenv("KUCHO_PASSWORD", PASSWORD)
    desk.start(path)
    desk.window.go("settings")
    desk.window.left.emit()
    qtbot.waitUntil(lambda: desk.window is None)
    assert desk.entrance.isVisible()
    assert desk.book is None
    desk.entrance.unlock.password.line.setText(PASSWORD)
    desk.entrance.unlock.open()
    assert desk.window.isVisible()


@pytest.mark.parametrize("is_soon", [True, False])
def test_a_copy_that_ends_after_its_book_is_closed_tells_nobody(
    desk, path, qtbot, monkeypatch, is_soon
):
    """is_soon: before the desk looks after the copies, so that only the settings know of them."""
    monkeypatch.setenv("KUCHO_PASSWORD", PASSWORD)
    desk.start(path)
    if not is_soon:
        desk.keep_safe()
    book = desk.book
    desk.window.go("settings")
    desk.window.pages["settings"].copies.now.click()
    looked = copying.copying_of(book)
    assert looked.is_under_way
    window, desk.window = desk.window, None
    window.close()
    desk._close_book()
    qtbot.waitUntil(lambda: not is_anything_running())
    assert not looked.is_under_way
    assert book not in copying._of_books, "the book and its key are still held"
    window.deleteLater()


def test_real_rooms_open(desk, path, qtbot, monkeypatch):
    monkeypatch.setenv("KUCHO_PASSWORD", PASSWORD)
    desk.start(path)
    for name in desk.window.side.buttons:
        desk.window.go(name)
        assert desk.window.pages[name].isVisible()


def test_practice_can_be_thrown_away(desk, qtbot, monkeypatch, own_home):
    written = []

    def write_small(path, password):
        written.append(path)
        create_book(path, password, practice=True)[0].close()

    monkeypatch.setattr(practising, "write_practice_book", write_small)
    desk.start(None)
    desk.entrance.practice.click()
    qtbot.waitUntil(lambda: desk.window is not None)
    assert desk.settings.recent == []
    before = desk.window
    before.go("settings")
    monkeypatch.setattr(settings_page, "ask", lambda *_args, **_more: _("Begin anew"))
    (again,) = [b for b in before.pages["settings"].findChildren(Button) if "練習" in b.text()]
    again.click()
    qtbot.waitUntil(lambda: len(written) == 2)
    qtbot.waitUntil(lambda: desk.window is not None and desk.window is not before)
    assert desk.window.isVisible()


def test_ctrl_z_in_a_box_takes_the_step_back(desk, path, qtbot, monkeypatch):
    monkeypatch.setenv("KUCHO_PASSWORD", PASSWORD)
    desk.start(path)
    window = desk.window
    window.go("association")
    be_in_front(qtbot, window)
    box = window.pages["association"].form.boxes["chief_phone"].edit
    box.setFocus()
    write(box, "０２６３７２０１０１")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.text() == "0263-72-0101"
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert box.text() == ""
    qtbot.keyClick(box, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert box.text() == "0263-72-0101"


def test_a_fault_is_told_once_and_only_after_what_is_being_laid_out(desk, path, monkeypatch, qtbot):
    monkeypatch.setenv("KUCHO_PASSWORD", PASSWORD)
    desk.start(path)
    asked = []
    monkeypatch.setattr(questions.Question, "exec", lambda question: asked.append(question))
    for _time in range(3):
        desk.faults.tell(None)
    assert asked == []
    qtbot.waitUntil(lambda: len(asked) == 1)
    desk.faults.tell(None)
    qtbot.waitUntil(lambda: len(asked) == 2)


def test_the_screen_outlives_a_window_that_was_thrown_away(desk, path, qapp, qtbot, monkeypatch):
    monkeypatch.setenv("KUCHO_PASSWORD", PASSWORD)
    desk.start(path)
    screen = qapp.primaryScreen()
    window, desk.window = desk.window, None
    window.close()
    with qtbot.waitSignal(window.destroyed):
        window.deleteLater()
    del window
    gc.collect()
    assert shiboken6.isValid(screen)
