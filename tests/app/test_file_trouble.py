"""The file goes, changes or lies badly while the window is open: a sentence, and work goes on."""

import os
import shutil
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from widgets.keyboard import be_in_front, write

from kucho_desktop.app.books import create_book, open_book
from kucho_desktop.app.copies.card import CopiesCard
from kucho_desktop.app.desk import Desk
from kucho_desktop.association.store import the_association
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.households import store
from kucho_desktop.widgets import theme

PASSWORD = "あずさの山の清い水"


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "USB"
    made.mkdir()
    return made


@pytest.fixture
def path(folder):
    book, _code = create_book(folder / "梓野区.kucho", PASSWORD)
    store.add_household(book, "山田 太郎")
    book.close()
    return book.path


@pytest.fixture
def desk(qapp, qtbot, path, monkeypatch):
    monkeypatch.setenv("KUCHO_PASSWORD", PASSWORD)
    made = Desk(qapp)
    yield made
    if made.safe is not None and made.safe.closing is not None:
        made.safe.closing.let_go()
    for shown in (made.window, made.entrance):
        if shown is not None:
            shown.close()
            shown.deleteLater()
    made.end()
    theme.put_on(qapp, "calm", 12)


def type_phone(desk, qtbot, phone):
    """Into the page of the district, as the chief does."""
    window = desk.window
    window.go("association")
    be_in_front(qtbot, window)
    box = window.pages["association"].form.boxes["chief_phone"].edit
    box.setFocus()
    box.selectAll()
    write(box, phone)
    qtbot.keyClick(box, Qt.Key.Key_Return)


def test_a_stick_that_is_pulled_out_and_put_back(desk, path, folder, qtbot):
    desk.start(path)
    type_phone(desk, qtbot, "0263-72-0101")
    assert the_association(desk.book).chief_phone == "0263-72-0101"
    folder.rename(folder.with_name("away"))
    type_phone(desk, qtbot, "0263-72-0202")
    assert "見つかりません" in desk.window.toast.text.text()
    assert the_association(desk.book).chief_phone == "0263-72-0101"
    folder.with_name("away").rename(folder)
    type_phone(desk, qtbot, "0263-72-0303")
    assert the_association(desk.book).chief_phone == "0263-72-0303"


def test_a_stick_that_never_comes_back_does_not_hold_the_window(desk, path, folder, qtbot):
    desk.start(path)
    type_phone(desk, qtbot, "0263-72-0101")
    shutil.rmtree(folder)
    desk.keep_safe()
    desk.safe.copying.begin()
    with qtbot.waitSignal(desk.safe.copying.ended):
        pass
    assert desk.safe.copying.trouble
    desk.safe.closing.let_go()
    desk.window.close()
    assert not desk.window.isVisible()


def test_another_file_in_its_place_is_not_written_to(desk, path, tmp_path, qtbot):
    other, _code = create_book(tmp_path / "other.kucho", PASSWORD)
    other.close()
    desk.start(path)
    before = other.path.read_bytes()
    os.replace(other.path, path)
    type_phone(desk, qtbot, "0263-72-0101")
    assert "見つかりません" in desk.window.toast.text.text()
    assert path.read_bytes() == before


def test_what_another_program_wrote_into_it_is_found(path):
    book = open_book(path, PASSWORD)
    content = path.read_bytes()
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(len(content) - 4096))
    with pytest.raises(KuchoError, match="こわれ"):
        look_over_or_write(book)
    book.close()


def look_over_or_write(book):
    for number in range(50):
        store.add_household(book, f"鈴木 {number}", note="備考" * 400)
        with closing(book.opens_here(book.path)) as twin:
            assert not twin.problems()


def said_at_home(desk, qtbot) -> list[str]:
    home = desk.window.pages["home"]
    home.fill()
    return [label.text() for label in home.findChildren(QLabel)]


@pytest.mark.parametrize("place", ["Dropbox", "OneDrive - 梓野区"])
def test_a_book_in_the_cloud_is_warned_of_with_the_remedy(desk, tmp_path, qtbot, place):
    (tmp_path / place).mkdir()
    book, _code = create_book(tmp_path / place / "梓野区.kucho", PASSWORD)
    book.close()
    desk.start(book.path)
    (said,) = [text for text in said_at_home(desk, qtbot) if place.split(" ")[0] in text]
    assert "移して" in said
    card = CopiesCard(desk.book)
    qtbot.addWidget(card)
    assert card.lies.text() == said


@pytest.mark.parametrize("left", ["", '{"since": "2026-11-20T10:00+09:00", "process": 1}'])
def test_after_a_bad_end_the_book_is_looked_over(desk, path, qtbot, left):
    """A power cut leaves the lock empty, a kill of the program as it was."""
    path.with_name(path.name + ".lock").write_text(left)
    desk.start(path)
    desk.keep_safe()
    qtbot.waitUntil(desk.window.toast.isVisible)
    assert "前回" in desk.window.toast.text.text()


def test_after_a_good_end_nothing_is_said(desk, path, qtbot):
    desk.start(path)
    desk.keep_safe()
    assert not desk.book.ended_badly
    assert not desk.window.toast.isVisible()
