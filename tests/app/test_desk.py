"""From the entrance to the window, to another look, and to another book."""

import pytest

from kucho_desktop.app.books import create_book
from kucho_desktop.app.desk import Desk
from kucho_desktop.app.settings import load_settings
from kucho_desktop.widgets import theme

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


def test_real_rooms_open(desk, path, qtbot, monkeypatch):
    monkeypatch.setenv("KUCHO_PASSWORD", PASSWORD)
    desk.start(path)
    for name in desk.window.side.buttons:
        desk.window.go(name)
        assert desk.window.pages[name].isVisible()
