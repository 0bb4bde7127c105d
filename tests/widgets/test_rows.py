"""The members' table inside a form, by the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from widgets.keyboard import be_in_front
from widgets.people import House, Person, house

from kucho_desktop.widgets.form import Form
from kucho_desktop.widgets.rows import RowsEditor


@pytest.fixture
def form(qtbot):
    made = Form(House)
    qtbot.addWidget(made)
    made.resize(700, 1000)
    made.show()
    qtbot.waitExposed(made)
    be_in_front(qtbot, made)
    made.boxes["people"].editor.show_columns(["relation", "name", "kana", "born"])
    made.show_record(house())
    made.heard = []
    made.changed.connect(lambda id_, values: made.heard.append(values))
    return made


@pytest.fixture
def rows(form) -> RowsEditor:
    return form.boxes["people"].editor


def open_cell(rows: RowsEditor) -> QWidget:
    opened = QApplication.focusWidget()
    assert opened is not rows.view
    return opened


def type_cell(qtbot, rows, text: str, key=Qt.Key.Key_Return) -> None:
    cell = open_cell(rows)
    cell.setText(text)
    qtbot.keyClick(cell, key)


def test_enter_opens_a_cell_and_goes_to_the_next(form, rows, qtbot):
    rows.view.setFocus()
    rows.select_cell(0, "name")
    qtbot.keyClick(rows.view, Qt.Key.Key_Return)
    type_cell(qtbot, rows, "髙橋 二郎")
    assert form.heard[-1]["people"][0].name == "髙橋 二郎"
    assert rows.view.currentIndex().column() == 2
    type_cell(qtbot, rows, "たかはし じろう", Qt.Key.Key_Tab)
    assert form.heard[-1]["people"][0].kana == "たかはし じろう"
    type_cell(qtbot, rows, "R1.5.1")
    assert form.heard[-1]["people"][0].born == "2019-05-01"
    assert rows.add.hasFocus()


def test_new_row_counts_once_something_is_in_it(form, rows, qtbot):
    qtbot.mouseClick(rows.add, Qt.MouseButton.LeftButton)
    assert form.heard == []
    relation = open_cell(rows)
    relation.choose("wife")
    qtbot.keyClick(relation, Qt.Key.Key_Tab)
    added = form.heard[-1]["people"]
    assert [person.id for person in added] == [11, 0]
    assert added[1].relation == "wife"


def test_new_row_is_not_doubled_after_it_was_kept(form, rows, qtbot):
    qtbot.mouseClick(rows.add, Qt.MouseButton.LeftButton)
    qtbot.keyClick(open_cell(rows), Qt.Key.Key_Tab)
    type_cell(qtbot, rows, "髙橋 花子")
    people = (*house().people, Person(12, 1, "", "髙橋 花子"))
    form.show_record(house(people=people))
    assert rows.model.rowCount() == 2


def test_wrong_cell_stays_and_says_why(form, rows, qtbot):
    rows.view.setFocus()
    rows.select_cell(0, "born")
    qtbot.keyClick(rows.view, Qt.Key.Key_Return)
    type_cell(qtbot, rows, "きのうごろ")
    rows.select_cell(0, "born")
    assert form.heard == []
    assert rows.said.isVisible()
    form.show_record(house(phone="0263-72-0999"))
    assert rows.model.index(0, 3).data() == "きのうごろ"
    form.show_record(house(2))
    assert rows.model.index(0, 3).data() != "きのうごろ"


def test_row_is_removed(form, rows, qtbot):
    rows.view.setFocus()
    rows.select_cell(0, "name")
    qtbot.keyClick(rows.remove, Qt.Key.Key_Return)
    assert form.heard == [{"people": ()}]


def test_empty_new_row_is_dropped_with_another_record(form, rows, qtbot):
    qtbot.mouseClick(rows.add, Qt.MouseButton.LeftButton)
    form.show_record(house(phone="0263-72-0999"))
    assert rows.model.rowCount() == 2
    form.show_record(house(2))
    assert rows.model.rowCount() == 1
