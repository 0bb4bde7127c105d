"""A book that is damaged in the middle: the window says so in a sentence and shows a way back."""

import re
import sys
from contextlib import closing

import pytest
from PySide6.QtWidgets import QLabel

from kucho_desktop.app.books import create_book
from kucho_desktop.app.crash import Catcher
from kucho_desktop.app.desk import Desk
from kucho_desktop.core import backup
from kucho_desktop.core.errors import CannotKeep, FoundDamaged, KuchoError
from kucho_desktop.core.kept_copies import folder_in
from kucho_desktop.core.places import backups_folder
from kucho_desktop.households import store
from kucho_desktop.widgets import question as questions
from kucho_desktop.widgets import theme

PASSWORD = "あずさの山の清い水"
PAGE = 4096
TOLD = "台帳がこわれています。もう書き込みません。控えから元に戻してください。"


@pytest.fixture
def path(tmp_path):
    book, _code = create_book(tmp_path / "梓野区.kucho", PASSWORD)
    with closing(book):
        for number in range(12):
            store.add_household(book, f"山田 {number}", note="備考" * 60)
        backup.back_up(book, folder_in(backups_folder(), book.path, book.about("book_id")))
    return book.path


@pytest.fixture
def desk(qapp, qtbot, monkeypatch):
    monkeypatch.setenv("KUCHO_PASSWORD", PASSWORD)
    made = Desk(qapp)
    yield made
    for shown in (made.window, made.entrance):
        if shown is not None:
            shown.close()
            shown.deleteLater()
    made.end()
    theme.put_on(qapp, "calm", 12)


def flip(path, page):
    content = bytearray(path.read_bytes())
    content[page * PAGE + 2000] ^= 1
    path.write_bytes(content)


@pytest.fixture
def told(desk, monkeypatch):
    """What was said in a question; whatever is no sentence about the file is a fault."""
    bugs, said = [], []

    def ask(question):
        said.append([label.text() for label in question.findChildren(QLabel)][1])

    monkeypatch.setattr(questions.Question, "exec", ask)
    catcher = Catcher(desk.faults.tell)

    def catch(kind, error, trace):
        if not isinstance(error, KuchoError):
            bugs.append(repr(error))
        catcher.catch(kind, error, None)

    monkeypatch.setattr(sys, "excepthook", catch)
    yield said
    assert bugs == []


@pytest.mark.parametrize("page", range(1, 84, 6))
def test_whatever_page_is_damaged_the_window_has_words(desk, told, path, qtbot, page):
    if page * PAGE >= path.stat().st_size:
        pytest.skip("the book is shorter")
    flip(path, page)
    desk.start(path)
    if desk.window is None:
        assert re.search("こわれ", desk.entrance.unlock.problem.text())
        assert desk.entrance.unlock.back.isVisible()
        assert desk.book is None
        return
    for name in desk.window.side.buttons:
        if name != "hide":
            try:
                desk.window.go(name)
            except KuchoError as error:
                desk.faults.tell(error)
    qtbot.waitUntil(lambda: not desk.faults._is_telling)
    assert set(told) <= {TOLD}


def test_the_question_leads_to_the_copies(desk, path, qtbot, monkeypatch):
    def choose(question):
        question.buttons[0].click()

    monkeypatch.setattr(questions.Question, "exec", choose)
    desk.start(path)
    desk.faults.tell(FoundDamaged(TOLD))
    qtbot.waitUntil(lambda: desk.window.current == "restore")
    qtbot.waitUntil(lambda: bool(desk.window.pages["restore"].copies.copies))


def test_a_sentence_is_no_report(own_home):
    told = []
    error = CannotKeep("ディスクがいっぱいです。")
    Catcher(told.append).catch(CannotKeep, error, None)
    assert told == [error]
    assert not (own_home / "reports").exists()
