"""退任時の消去: from the settings to the certificate; nothing goes before it is all said."""

from contextlib import closing
from datetime import date, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from widgets.keyboard import be_in_front, write

from kucho_desktop.app.books import create_book, open_book
from kucho_desktop.app.desk import Desk
from kucho_desktop.app.settings import load_settings
from kucho_desktop.association.store import name_association
from kucho_desktop.core import wiping
from kucho_desktop.core.keeping import keep_copies
from kucho_desktop.core.kept_copies import copies_in
from kucho_desktop.core.lock import WriterLock
from kucho_desktop.core.second_place import choose_second_place
from kucho_desktop.households import store

PASSWORD = "あずさの山の清い水"


@pytest.fixture
def path(tmp_path):
    (tmp_path / "文書").mkdir()
    (tmp_path / "USB").mkdir()
    book, _code = create_book(tmp_path / "文書" / "梓野区.kucho", PASSWORD)
    with closing(book):
        name_association(book, name="梓野区", chief="百瀬 隆")
        store.add_household(book, "山田 太郎")
        id_ = book.about("book_id")
        choose_second_place(id_, tmp_path / "USB", date(2026, 11, 20))
        keep_copies(book, id_, datetime.now(), lambda *_far: None)
    return book.path


@pytest.fixture
def desk(qapp, qtbot, path):
    shown = Desk(qapp)
    shown.show_book(open_book(path, PASSWORD))
    yield shown
    for each in (shown.window, shown.entrance):
        if each is not None:
            each.close()
            each.deleteLater()
    shown.end()


def press(qtbot, key=Qt.Key.Key_Return):
    qtbot.keyClick(QApplication.focusWidget(), key)


@pytest.fixture
def wizard(desk, qtbot):
    """The password is typed; now it is asked who has the book."""
    desk.window.go("settings")
    qtbot.keyClick(desk.window.pages["settings"].leave_office, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.entrance is not None and desk.entrance.leaving is not None)
    be_in_front(qtbot, desk.entrance)
    made = desk.entrance.leaving
    write(made.known.password.line, PASSWORD)
    press(qtbot)
    press(qtbot)
    assert made.step() is made.handing
    return made


def hand_over(wizard, qtbot) -> None:
    wizard.handing.given.click()
    write(wizard.handing.whom, "二木 﨑子")
    wizard.on.click()
    assert wizard.step() is wizard.removing


def remove(wizard, qtbot) -> None:
    write(wizard.removing.typed, "梓野区")
    press(qtbot)
    press(qtbot)
    qtbot.waitUntil(lambda: wizard.step() is wizard.certificate)


def files_in(folder) -> list[str]:
    return [each.name for each in folder.rglob("*") if each.is_file()]


def text_of(pdf: bytes) -> str:
    return "".join("".join(p.extract_text() for p in PdfReader(BytesIO(pdf)).pages).split())


def test_everything_goes_and_the_certificate_says_so(wizard, desk, qtbot, tmp_path, own_home):
    hand_over(wizard, qtbot)
    remove(wizard, qtbot)
    assert files_in(own_home) == []
    assert files_in(tmp_path) == []
    said = text_of(wizard.certificate.pdf)
    for what in ("梓野区", "百瀬隆", "二木﨑子", "もう1か所の置き場所の控え", "SSD"):
        assert what in said
    wizard.certificate.keep_at(tmp_path / "証明書")
    assert (tmp_path / "証明書.pdf").read_bytes() == wizard.certificate.pdf
    wizard.on.click()
    assert desk.entrance.pages.currentIndex() == 0
    assert not desk.entrance.unlock.isVisible()
    desk.settings.save()
    assert load_settings().recent == []


def test_nothing_goes_before_it_is_said_who_has_the_book(wizard, qtbot, path):
    assert not wizard.on.isEnabled()
    wizard.handing.given.click()
    assert not wizard.on.isEnabled()
    write(wizard.handing.whom, "二木 﨑子")
    assert wizard.on.isEnabled()
    wizard.handing.on_day.line.setText("あした以外")
    assert not wizard.on.isEnabled()
    wizard.handing.declined.click()
    assert wizard.on.isEnabled()
    assert wizard.handing.warning.isVisible()
    assert wizard.handing.handed().to == ""


def test_the_name_of_the_district_must_be_typed(wizard, qtbot, path):
    hand_over(wizard, qtbot)
    assert not wizard.on.isEnabled()
    write(wizard.removing.typed, "梓野")
    assert not wizard.on.isEnabled()
    write(wizard.removing.typed, "区")
    assert wizard.on.isEnabled()
    wizard.back.click()
    wizard.on.click()
    assert wizard.removing.typed.text() == ""
    wizard.give_up.click()
    open_book(path, PASSWORD).close()


def test_the_copies_in_the_second_place_stay_where_that_is_said(wizard, qtbot, tmp_path):
    hand_over(wizard, qtbot)
    wizard.removing.second.click()
    remove(wizard, qtbot)
    assert len(files_in(tmp_path / "USB")) == 2
    assert "USB）の控え。" in text_of(wizard.certificate.pdf)


def test_a_stick_that_is_not_there_is_told(wizard, qtbot, tmp_path):
    (tmp_path / "USB").rename(tmp_path / "引き出し")
    hand_over(wizard, qtbot)
    assert not wizard.removing.second.isVisible()
    assert "見つかりません" in wizard.removing.absent.text()
    remove(wizard, qtbot)
    assert len(files_in(tmp_path / "引き出し")) == 2


def test_a_copy_for_the_successor_is_made_and_opens(wizard, qtbot, tmp_path):
    (tmp_path / "次の人").mkdir()
    wizard.handing.copy_into(tmp_path / "次の人")
    assert not wizard.on.isEnabled()
    qtbot.waitUntil(lambda: "開けることを確かめました" in wizard.handing.copied.text())
    hand_over(wizard, qtbot)
    remove(wizard, qtbot)
    (copy,) = copies_in(tmp_path / "次の人")
    with closing(open_book(copy.path, PASSWORD)) as book:
        assert [each.head for each in store.households_on(book)] == ["山田 太郎"]


def test_while_another_window_has_it_open_nothing_is_touched(wizard, qtbot, path, own_home):
    hand_over(wizard, qtbot)
    before = sorted(files_in(own_home))
    held = WriterLock(path)
    write(wizard.removing.typed, "梓野区")
    press(qtbot)
    press(qtbot)
    qtbot.waitUntil(lambda: wizard.removing.problem.text() != "")
    held.free()
    assert "ほかの" in wizard.removing.problem.text() or "別の" in wizard.removing.problem.text()
    assert sorted(files_in(own_home)) == before
    assert wizard.give_up.isVisible()


def test_what_could_not_be_removed_is_named(wizard, qtbot, monkeypatch):
    true = wiping.overwrite

    def fail(each):
        if each.suffix == ".keys":
            raise PermissionError(each)
        true(each)

    monkeypatch.setattr(wiping, "overwrite", fail)
    hand_over(wizard, qtbot)
    remove(wizard, qtbot)
    assert "消せなかったもの" in wizard.certificate.result.text()
    assert "梓野区.kucho.keys" in wizard.certificate.left.text()
    assert "梓野区.kucho.keys" in text_of(wizard.certificate.pdf)
