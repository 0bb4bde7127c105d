"""A book that does not open: the newest copies are offered at the entrance."""

from contextlib import closing
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from kucho_desktop.app.books import create_book, open_book
from kucho_desktop.app.entrance import Entrance
from kucho_desktop.core import backup, keys
from kucho_desktop.core.kept_copies import folder_in
from kucho_desktop.core.places import backups_folder
from kucho_desktop.households import store

PASSWORD = "あずさの山の清い水"


@pytest.fixture
def path(tmp_path):
    book, _code = create_book(tmp_path / "梓野区.kucho", PASSWORD)
    folder = folder_in(backups_folder(), book.path, book.about("book_id"))
    with closing(book):
        store.add_household(book, "山田 太郎")
        backup.back_up(book, folder, now=datetime.now() - timedelta(days=1))
        store.add_household(book, "鈴木 一")
        backup.back_up(book, folder)
    return book.path


@pytest.fixture
def entrance(qtbot, path):
    made = Entrance(path, [])
    qtbot.addWidget(made)
    made.show()
    return made


def try_to_open(entrance, password=PASSWORD) -> None:
    entrance.unlock.password.line.setText(password)
    entrance.unlock.open()


def go_back_to(entrance, qtbot, row: int) -> None:
    qtbot.keyClick(entrance.unlock.back, Qt.Key.Key_Return)
    copies = entrance.restore.copies
    qtbot.waitUntil(lambda: bool(copies.copies))
    copies.list.selectRow(row)
    with qtbot.waitSignal(entrance.restore.went_back):
        qtbot.keyClick(copies.back, Qt.Key.Key_Return)


def test_a_cut_book_is_refused_and_a_copy_takes_its_place(entrance, path, qtbot):
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    try_to_open(entrance)
    assert "こわれ" in entrance.unlock.problem.text()
    assert entrance.unlock.back.isVisible()
    go_back_to(entrance, qtbot, 0)
    assert "戻しました" in entrance.unlock.problem.text()
    with qtbot.waitSignal(entrance.opened) as opened:
        qtbot.keyClick(entrance.unlock.go_on, Qt.Key.Key_Return)
    with closing(opened.args[0]) as book:
        assert len(store.household_ids(book)) == 2
    assert list(path.parent.glob("*戻す前*.kucho"))


def test_a_book_that_is_gone_with_its_slots(entrance, path, qtbot):
    for each in list(path.parent.glob("梓野区*")):
        each.unlink()
    try_to_open(entrance)
    go_back_to(entrance, qtbot, 1)
    with closing(open_book(path, PASSWORD)) as book:
        assert len(store.household_ids(book)) == 1


def test_a_wrong_password_is_no_reason_to_go_back(entrance, qtbot):
    try_to_open(entrance, "ちがう言葉です")
    assert not entrance.unlock.back.isVisible()


def test_without_a_copy_nothing_is_offered(entrance, path, own_home):
    for each in (own_home / "backups").rglob("*.kucho"):
        each.unlink()
    path.write_bytes(b"x" * 9000)
    try_to_open(entrance)
    assert not entrance.unlock.back.isVisible()


def test_a_wrong_password_opens_no_copy(entrance, path, qtbot):
    path.unlink()
    keys.key_file_of(path).unlink()
    try_to_open(entrance, "ちがう言葉です")
    qtbot.keyClick(entrance.unlock.back, Qt.Key.Key_Return)
    copies = entrance.restore.copies
    qtbot.waitUntil(lambda: bool(copies.copies))
    copies.list.selectRow(0)
    assert not copies.back.isEnabled()
    assert "別の合言葉" in copies.differs.text()
    qtbot.keyClick(entrance.restore.leave, Qt.Key.Key_Return)
    assert entrance.unlock.isVisible()
