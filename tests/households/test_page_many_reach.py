"""The work on many is reached by Tab alone, and fits into a small window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QWidget,
)
from widgets.keyboard import be_in_front

from kucho_desktop.households.page.sheet.sheet import Groups
from kucho_desktop.households.page.works.many.page import ManyPage
from kucho_desktop.widgets import theme

NAMED = QLineEdit | QComboBox | QAbstractItemView | QAbstractButton


def to_be_reached(many):
    return {
        each
        for each in many.findChildren(QWidget)
        if isinstance(each, NAMED)
        and each.isVisible()
        and each.isEnabled()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(each.parentWidget(), QComboBox | QAbstractItemView)
    }


@pytest.fixture
def many(page, qtbot):
    be_in_front(qtbot, page)
    page.begin("work:many")
    return page.desk.work


@pytest.mark.parametrize("part", ["whom", "columns", "change", "give"])
def test_everything_is_reached_by_tab_and_has_a_name(many, part, qtbot):
    many.whom.more.click()
    many.show_part(part)
    wanted = to_be_reached(many)
    many.tabs[part].setFocus()
    reached = set()
    for _step in range(2 * len(wanted)):
        reached.add(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert wanted <= reached
    for each in wanted:
        assert each.accessibleName() or (isinstance(each, QAbstractButton) and each.text())


@pytest.mark.parametrize("points", [12, 14, 17])
def test_it_fits_into_a_small_window_at_every_type_size(street, qtbot, qapp, points):
    theme.put_on(qapp, "calm", points)
    try:
        made = ManyPage(street, Groups())
        qtbot.addWidget(made)
        made.show()
        narrow = theme.now().is_narrow(1366)
        side = 124 if narrow else 235
        assert made.minimumSizeHint().width() <= 1366 - side - 2 * theme.now().margin
    finally:
        theme.put_on(qapp, "calm", 12)
