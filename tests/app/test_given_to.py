"""「だれに渡しますか」: asked where a paper is printed, noted in the log, offered the next time."""

import pytest
from PySide6.QtWidgets import QFileDialog

from kucho_desktop.app.print_page import PrintPage
from kucho_desktop.association.store import name_association
from kucho_desktop.core.handouts import all_handouts
from kucho_desktop.households.store import add_household
from kucho_desktop.tonarigumi.store import add_tonarigumi


@pytest.fixture
def page(qtbot, book):
    name_association(book, name="梓野区", kana="あずさのく")
    add_household(book, "髙橋 一郎", tonarigumi_id=add_tonarigumi(book, "第1隣組"))
    made = PrintPage(book)
    qtbot.addWidget(made)
    made.resize(1100, 640)
    made.show()
    return made


def test_who_gets_it_is_asked_once_and_offered_again(page, qtbot, book, tmp_path, monkeypatch):
    place = str(tmp_path / "名簿.pdf")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (place, ""))
    page.begin("roster-officers")
    qtbot.waitUntil(page.keep_button.isEnabled, timeout=30_000)
    page.choices.receiver.setText("副区長 山﨑 和子")
    page.keep_button.click()
    assert all_handouts(book)[0].for_whom == "副区長 山﨑 和子"
    page.begin("roster-members")
    assert page.choices.receiver.text() == ""
    page.begin("roster-officers")
    assert page.choices.receiver.text() == "副区長 山﨑 和子"


def test_nobody_need_be_named(page, qtbot, book, tmp_path, monkeypatch):
    place = str(tmp_path / "名簿.pdf")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (place, ""))
    page.begin("roster-officers")
    qtbot.waitUntil(page.keep_button.isEnabled, timeout=30_000)
    page.keep_button.click()
    assert all_handouts(book)[0].for_whom == "役員"
    page.begin("roster-officers")
    assert page.choices.receiver.text() == ""


def test_what_the_chief_keeps_is_given_to_nobody(page):
    page.begin("change-history")
    assert not page.choices.receiver.isEnabled()
    assert page.choices.given_to() == ""
