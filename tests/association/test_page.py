"""The page of the district, by keyboard."""

import pytest
from PySide6.QtCore import Qt

from kucho_desktop.association import store
from kucho_desktop.association.page import AssociationPage


@pytest.fixture
def page(book, qtbot):
    page = AssociationPage(book)
    qtbot.addWidget(page)
    book.listen(page.changed)
    page.resize(1170, 700)
    page.show()
    return page


def type_into(qtbot, page: AssociationPage, name: str, text: str) -> None:
    edit = page.form.boxes[name].edit
    edit.setFocus()
    edit.setText(text)
    qtbot.keyClick(edit, Qt.Key.Key_Return)


def test_what_is_typed_is_kept_at_once(book, page, qtbot):
    type_into(qtbot, page, "name", "梓野区")
    type_into(qtbot, page, "chief", "髙橋 一郎")
    association = store.the_association(book)
    assert (association.name, association.chief) == ("梓野区", "髙橋 一郎")
    assert "区長の名前" in book.undo_label()
    book.undo()
    assert page.form.boxes["chief"].edit.text() == ""


def test_a_wrong_phone_is_explained_and_not_kept(book, page, qtbot):
    type_into(qtbot, page, "chief_phone", "12")
    assert page.form.boxes["chief_phone"].problem.text()
    assert store.the_association(book).chief_phone == ""
    type_into(qtbot, page, "chief_phone", "０２６３７２１２３４")
    assert store.the_association(book).chief_phone == "0263-72-1234"


def test_the_usual_words_stand_there_until_others_are_typed(book, page, qtbot):
    assert page.form.boxes["group_word"].edit.text() == "隣組"
    type_into(qtbot, page, "group_word", "班")
    assert store.the_association(book).group_word == "班"


def test_what_is_shown_at_most_is_chosen_with_the_keyboard(book, page, qtbot):
    parts = page.form.boxes["to_households"].edit
    assert all(box.isChecked() for box in parts.boxes.values())
    assert [box.text() for box in parts.boxes.values()] == ["氏名", "住所", "電話番号", "家族"]
    parts.boxes["phone"].setFocus()
    qtbot.keyClick(parts.boxes["phone"], Qt.Key.Key_Space)
    assert store.the_association(book).to_households == "name,address,family"
    assert ("phone", "households") not in store.shown_at_most(book)
    qtbot.keyClick(parts.boxes["phone"], Qt.Key.Key_Return)
    assert store.the_association(book).to_households == "name,address,family"
    book.undo()
    assert parts.boxes["phone"].isChecked()
    board = page.form.boxes["to_board"].edit
    qtbot.keyClick(board.boxes["name"], Qt.Key.Key_Space)
    assert store.the_association(book).to_board == ""
