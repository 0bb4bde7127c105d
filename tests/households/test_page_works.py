"""The works on many households: chosen from a list, and left again, from the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

KEY = Qt.Key


def test_the_list_of_works_is_walked_with_the_keyboard(page, qtbot):
    qtbot.keyClick(page.works, KEY.Key_Space)
    desk = page.desk
    assert desk.isVisible()
    assert not page.side.isVisible()
    assert not page.works.isVisible()
    first, second = list(desk.buttons.values())[:2]
    assert QApplication.focusWidget() is first
    assert first.text() == "表を読み込む…"
    qtbot.keyClick(first, KEY.Key_Tab)
    assert QApplication.focusWidget() is second
    qtbot.keyClick(second, KEY.Key_Escape)
    assert not desk.isVisible()
    assert page.side.isVisible()
    assert QApplication.focusWidget() is page.works


def test_a_work_of_the_window_is_begun_there(page, qtbot):
    page.show_works()
    with qtbot.waitSignal(page.begins) as begun:
        page.desk.buttons["read_in"].click()
    assert begun.args == ["read_in", ""]


def test_going_to_a_household_leaves_the_works(page):
    page.show_works()
    page.go_to_household(2)
    assert page.side.isVisible()
    assert not page.desk.isVisible()
    assert page.who.name.text() == "山﨑 和子"
