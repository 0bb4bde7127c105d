"""Going back to a copy from the settings: what is listed, what differs, by keyboard."""

from contextlib import closing
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from widgets.keyboard import be_in_front

from kucho_desktop.app.books import create_book, open_book
from kucho_desktop.app.copies import restore_page
from kucho_desktop.app.copies.card import CopiesCard
from kucho_desktop.app.copies.check_page import CheckPage
from kucho_desktop.app.copies.copying import copying_of, forget
from kucho_desktop.app.copies.restore_page import RestorePage
from kucho_desktop.app.home import HomePage
from kucho_desktop.core import backup, keys
from kucho_desktop.core.i18n import _
from kucho_desktop.core.kept_copies import copies_of, folder_in
from kucho_desktop.core.places import backups_folder
from kucho_desktop.core.rekey import rekey
from kucho_desktop.core.second_place import choose_second_place, second_place
from kucho_desktop.households import store

NOW = datetime(2026, 11, 20, 21, 5)
ID, PASSWORD = "a1b2c3d4e5", "あずさの山の清い水"


@pytest.fixture
def kept(book):
    """A book with slots, two copies, and something new since."""
    with book.aside():
        book.set_about("book_id", ID)
    keys.write_slots(book.path, ID, "ひみつの合言葉です", book.key)
    folder = folder_in(backups_folder(), book.path, ID)
    store.add_household(book, "山田 太郎")
    backup.back_up(book, folder, now=NOW - timedelta(days=3))
    store.add_household(book, "鈴木 一")
    backup.back_up(book, folder, now=NOW)
    store.change_household(book, 1, "note", "電話は夜に")
    copying_of(book).now = lambda: NOW
    yield book
    forget(book)


@pytest.fixture
def page(qtbot, kept):
    made = RestorePage(kept)
    qtbot.addWidget(made)
    made.resize(1100, 620)
    with qtbot.waitSignal(made.copies.read):
        made.show()
        be_in_front(qtbot, made)
    return made


def lines(page) -> list[str]:
    return [page.copies.list.text_at(row) for row in range(page.copies.list.rows())]


def test_copies_with_date_and_counts(page):
    newest, oldest = lines(page)
    assert "きょう 21:05" in newest
    assert newest.endswith("このパソコン 2 2")
    assert oldest.endswith("1 1")


def test_what_differs_is_said_and_the_copy_is_chosen_by_keyboard(page, qtbot, monkeypatch):
    copies = page.copies
    qtbot.waitUntil(copies.list.hasFocus)
    qtbot.keyClick(copies.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "ふえた 1" in copies.differs.text())
    assert "変わった 1" in copies.differs.text()
    asked = []

    def agree(_page, title, text, verbs):
        asked.append(text)
        return verbs[0]

    monkeypatch.setattr(restore_page, "ask", agree)
    with qtbot.waitSignal(copying_of(page._book).wants_back) as told:
        copies.back.setFocus()
        qtbot.keyClick(copies.back, Qt.Key.Key_Return)
    assert told.args[0].copy.at == NOW - timedelta(days=3)
    assert "別の名前" in asked[0]


def test_without_copies_there_is_a_sentence(qtbot, book):
    page = RestorePage(book)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.copies.read):
        page.show()
    assert page.copies.text.text() == _("There is no copy of this book yet.")
    assert not page.copies.list.isVisible()


@pytest.fixture
def card(qtbot, kept):
    made = CopiesCard(kept)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_copy_at_once_and_a_second_place(card, qtbot, tmp_path, kept):
    stick = tmp_path / "USB"
    stick.mkdir()
    with qtbot.waitSignal(copying_of(kept).ended):
        card.use(stick)
    assert str(stick) in card.second.text()
    assert len(copies_of(kept.path, ID, [stick])) == 4
    with qtbot.waitSignal(copying_of(kept).ended):
        qtbot.keyClick(card.now, Qt.Key.Key_Return)
    assert "きょう 21:05" in card.last.text()
    qtbot.keyClick(card.forget, Qt.Key.Key_Return)
    assert second_place(ID).folder is None


def test_the_folder_of_the_book_is_no_second_place(card, qtbot, kept):
    with qtbot.waitSignal(card.refused):
        card.use(kept.path.parent)
    assert second_place(ID).folder is None


def test_the_home_page_reminds_of_the_stick(kept, qtbot, tmp_path):
    choose_second_place(ID, tmp_path, kept.today - timedelta(days=14))
    home = HomePage(kept)
    qtbot.addWidget(home)
    home.show()
    home.fill()
    said = [label.text() for label in home.care.findChildren(QLabel)]
    assert any("USBメモリを差して" in text for text in said)


@pytest.fixture
def check(qtbot, kept):
    made = CheckPage(kept)
    qtbot.addWidget(made)
    return made


def test_the_check_says_that_all_is_well(check, qtbot):
    check.show()
    qtbot.waitUntil(check.result.isVisible)
    assert "異常はありません" in check.result.text()
    assert not check.mend.isVisible()
    assert check._rows.count() == 6


def test_what_can_be_mended_is_mended_by_keyboard(check, qtbot, kept):
    with kept.aside():
        kept.run("UPDATE household_today SET people = 7 WHERE id = 1")
    check.show()
    be_in_front(qtbot, check)
    qtbot.waitUntil(check.mend.isVisible)
    assert not check.back.isVisible()
    qtbot.keyClick(check.mend, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "異常はありません" in check.result.text() and check.card.isVisible())
    assert kept.tuples("SELECT people FROM household_today WHERE id = 1") == [(1,)]


def test_a_copy_from_before_a_new_key_is_counted_and_compared(qtbot, tmp_path):
    book, _code = create_book(tmp_path / "梓野区.kucho", PASSWORD)
    store.add_household(book, "山田 太郎")
    book.close()
    rekey(book.path, PASSWORD)
    with closing(open_book(book.path, PASSWORD)) as again:
        store.add_household(again, "鈴木 一")
        page = RestorePage(again)
        qtbot.addWidget(page)
        with qtbot.waitSignal(page.copies.read):
            page.show()
        (shown,) = lines(page)
        assert shown.endswith("このパソコン 1 1")
        page.copies.list.selectRow(0)
        qtbot.waitUntil(lambda: "ふえた 1" in page.copies.differs.text())
        assert page.copies.back.isEnabled()
        forget(again)
