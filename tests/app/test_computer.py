"""「このパソコンでは合言葉を省く」 in the window: wanted, used at the start and after a lock."""

import keyring
import pytest
from core.secret_store import secret_store
from keyring.backends.fail import Keyring as NoStore
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from widgets.keyboard import be_in_front, write

from kucho_desktop.app.books import create_book, open_book
from kucho_desktop.app.desk import Desk
from kucho_desktop.association.store import name_association
from kucho_desktop.core.computer_slot import has_slot

PASSWORD = "あずさの山の清い水"


@pytest.fixture(autouse=True)
def store():
    with secret_store() as made:
        yield made


@pytest.fixture
def desk(qapp, qtbot, tmp_path):
    book, _code = create_book(tmp_path / "梓野区.kucho", PASSWORD)
    name_association(book, name="梓野区")
    book.close()
    made = Desk(qapp)
    made.show_book(open_book(book.path, PASSWORD))
    be_in_front(qtbot, made.window)
    qtbot.waitUntil(lambda: made.away is not None)
    yield made
    for shown in (made.window, made.entrance):
        if shown is not None:
            shown.close()
            shown.deleteLater()
    made.end()


def want(desk, qtbot) -> None:
    """From the settings, with the password, by the keyboard."""
    desk.window.go("settings")
    qtbot.keyClick(desk.window.pages["settings"].computer, Qt.Key.Key_Return)
    wizard = desk.window.pages["safekeeping"].wizard
    write(wizard.known.password.line, PASSWORD)
    wizard.on.click()
    assert "だれでも台帳を開ける" in "".join(
        label.text() for label in wizard.meaning.findChildren(QLabel)
    )
    wizard.on.click()


def test_it_is_wanted_in_the_settings_and_ended_there(desk, qtbot, store):
    page = desk.window.pages.get("settings")
    assert page is None or not has_slot(desk.book.path)
    want(desk, qtbot)
    assert has_slot(desk.book.path)
    assert desk.window.current == "settings"
    page = desk.window.pages["settings"]
    assert "合言葉なしで" in page.by_itself.text()
    page.computer.click()
    assert not has_slot(desk.book.path)
    assert store.kept == {}
    assert "毎回" in page.by_itself.text()


def test_without_the_password_it_is_not_wanted(desk, qtbot):
    desk.window.go("settings")
    desk.window.pages["settings"].computer.click()
    wizard = desk.window.pages["safekeeping"].wizard
    write(wizard.known.password.line, "ちがう合言葉です")
    wizard.on.click()
    assert wizard.step() is wizard.known
    assert not has_slot(desk.book.path)


def test_where_the_system_keeps_nothing_it_is_explained(desk, qtbot):
    keyring.set_keyring(NoStore())
    desk.window.go("settings")
    desk.window.pages["settings"].computer.click()
    assert "場所がありません" in desk.window.toast.text.text()
    assert desk.window.current == "settings"


def test_the_program_starts_with_the_book_open(desk, qtbot):
    want(desk, qtbot)
    path = desk.book.path
    desk.window.close()
    desk._close_book()
    desk.window = None
    desk.start(path)
    assert desk.book is not None
    assert desk.window is not None


def test_after_a_lock_one_press_is_enough(desk, qtbot):
    want(desk, qtbot)
    desk.away.hide_screen()
    qtbot.waitUntil(lambda: desk.away.is_locked)
    cover = desk.window.cover
    assert cover.password.isHidden()
    assert cover.back.hasFocus()
    qtbot.keyClick(cover.back, Qt.Key.Key_Return)
    assert desk.book is not None


def test_a_key_that_is_gone_leads_to_the_password(desk, qtbot, store):
    want(desk, qtbot)
    desk.away.hide_screen()
    qtbot.waitUntil(lambda: desk.away.is_locked)
    store.kept.clear()
    cover = desk.window.cover
    cover.back.click()
    assert cover.password.isVisible()
    assert "合言葉を入れて" in cover.problem.text()
    write(cover.password.line, PASSWORD)
    cover.back.click()
    assert desk.book is not None
