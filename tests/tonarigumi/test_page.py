"""The groups' page, by keyboard."""

import pytest
from PySide6.QtCore import Qt

from kucho_desktop.app.rooms import rooms
from kucho_desktop.core.found import Place
from kucho_desktop.households.store import add_household
from kucho_desktop.tonarigumi import store
from kucho_desktop.tonarigumi.page import TonarigumiPage


@pytest.fixture
def page(book, qtbot):
    page = next(room for room in rooms() if room.name == "tonarigumi").make_page(book)
    qtbot.addWidget(page)
    book.listen(page.changed)
    page.resize(1170, 700)
    page.show()
    return page


def type_name(qtbot, page: TonarigumiPage, text: str) -> None:
    edit = page.form.boxes["name"].edit
    edit.setFocus()
    edit.setText(text)
    qtbot.keyClick(edit, Qt.Key.Key_Return)


def shown(page: TonarigumiPage) -> list[str]:
    return [page.table.row_at(row).texts[0] for row in range(page.table.rowCount())]


def test_an_empty_district_says_what_to_do(page):
    assert page.is_empty()


def test_a_group_is_added_by_keyboard(book, page, qtbot):
    page.add.setFocus()
    qtbot.keyClick(page.add, Qt.Key.Key_Space)
    type_name(qtbot, page, "第1隣組")
    assert [group.name for group in store.all_tonarigumi(book)] == ["第1隣組"]
    assert shown(page) == ["第1隣組"]
    assert page.head.text() == "第1隣組"
    page.add.click()
    type_name(qtbot, page, "第2隣組")
    assert shown(page) == ["第1隣組", "第2隣組"]
    book.undo()
    assert shown(page) == ["第1隣組"]


def test_groups_show_how_many_households_they_have(book, page):
    group = store.add_tonarigumi(book, "第1隣組")
    add_household(book, "山田", tonarigumi_id=group)
    assert page.table.row_at(0).texts[2] == "1"


def test_an_outer_group_counts_the_households_of_its_inner_ones(book, page):
    outer = store.add_tonarigumi(book, "上手常会")
    inner = [store.add_tonarigumi(book, name, parent_id=outer) for name in ("第1隣組", "第2隣組")]
    for group in (outer, *inner, inner[0]):
        add_household(book, "山田", tonarigumi_id=group)
    assert [page.table.row_at(row).texts[2] for row in range(3)] == ["4", "2", "1"]


def test_a_group_is_moved_by_keyboard(book, page, qtbot):
    store.add_tonarigumi(book, "第1隣組")
    second = store.add_tonarigumi(book, "第2隣組")
    page.show_place(Place("tonarigumi", second))
    page.up.setFocus()
    qtbot.keyClick(page.up, Qt.Key.Key_Space)
    assert shown(page) == ["第2隣組", "第1隣組"]
    assert page.list.selected_id() == second


def test_a_renamed_group_asks_since_when(book, page, qtbot):
    store.add_tonarigumi(book, "第1隣組")
    type_name(qtbot, page, "東組")
    assert page.form.question.isVisible()
    assert [group.name for group in store.all_tonarigumi(book)] == ["第1隣組"]
    page.form.question.corrected.emit()
    assert [group.name for group in store.all_tonarigumi(book)] == ["東組"]


def test_what_a_rule_forbids_is_said(book, page, qtbot):
    upper = store.add_tonarigumi(book, "上常会")
    inner = store.add_tonarigumi(book, "第1隣組", parent_id=upper)
    page.show_place(Place("tonarigumi", upper))
    told = []
    page.refused.connect(told.append)
    page.form.corrected.emit(upper, {"parent_id": inner})
    assert "組" in told[0]
    assert page.form.record.parent_id is None
