"""Undo and redo of large steps, away from the window."""

import pytest
from PySide6.QtWidgets import QWidget

from kucho_desktop.app.going_back import GoingBack
from kucho_desktop.core import journal
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import CannotKeep
from kucho_desktop.households.store import add_household, household_ids
from kucho_desktop.widgets.toast import Toast


@pytest.fixture
def page(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def toast(page):
    return Toast(page)


@pytest.fixture
def back(book, toast):
    add_household(book, "髙橋 一郎")
    return GoingBack(book, toast)


def test_a_small_step_is_taken_back_at_once(book, back, toast):
    back.undo()
    assert household_ids(book) == []
    back.redo()
    assert len(household_ids(book)) == 1
    assert not toast.isVisible()


def test_a_large_step_is_taken_back_while_the_window_goes_on(qtbot, book, back, toast, monkeypatch):
    monkeypatch.setattr(journal, "LARGE", 1)
    back.undo()
    assert book.is_lent
    assert "髙橋 一郎" in toast.text.text()
    assert "元に戻しています" in toast.text.text()
    qtbot.waitUntil(lambda: not book.is_lent)
    assert household_ids(book) == []
    assert "髙橋 一郎" in book.redo_label()
    assert not toast.isVisible()
    back.redo()
    assert "やり直しています" in toast.text.text()
    qtbot.waitUntil(lambda: not book.is_lent)
    assert len(household_ids(book)) == 1
    assert not toast.isVisible()


def test_meanwhile_nothing_else_is_taken_back(qtbot, book, back, toast, monkeypatch):
    monkeypatch.setattr(journal, "LARGE", 1)
    add_household(book, "濵田 清")
    back.undo()
    back.undo()
    assert "終わるまで待って" in toast.text.text()
    qtbot.waitUntil(lambda: not book.is_lent)
    assert len(household_ids(book)) == 1


def test_what_cannot_be_taken_back_is_said(qtbot, book, back, toast, monkeypatch):
    def full(_book: Book) -> None:
        raise CannotKeep("ディスクがいっぱいです。")

    monkeypatch.setattr(Book, "undo", full)
    for large in (10**9, 1):
        monkeypatch.setattr(journal, "LARGE", large)
        toast.hide()
        back.undo()
        qtbot.waitUntil(lambda: not book.is_lent)
        assert toast.isVisible()
        assert toast.text.text() == "ディスクがいっぱいです。"
    assert len(household_ids(book)) == 1
