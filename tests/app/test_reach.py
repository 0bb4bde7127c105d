"""Everything can be reached by Tab alone and has a name that can be read aloud."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from widgets.keyboard import be_in_front

from kucho_desktop.app.papers import make_paper
from kucho_desktop.app.rooms import rooms
from kucho_desktop.app.settings import Settings
from kucho_desktop.app.window import Window
from kucho_desktop.association.store import name_association
from kucho_desktop.households.store import add_household
from kucho_desktop.officers import store as officers
from kucho_desktop.officers.page.tabs import TABS
from kucho_desktop.records.store import add_disclosure
from kucho_desktop.tonarigumi.store import add_tonarigumi

NAMED = QLineEdit | QComboBox | QAbstractItemView | QPlainTextEdit | QAbstractButton
PAGES = (
    "home",
    "households",
    "tonarigumi",
    "officers",
    "contacts",
    "association",
    "records",
    "settings",
    "help",
)


@pytest.fixture
def window(qtbot, book):
    name_association(book, name="梓野区", chief="髙橋 一郎")
    group = add_tonarigumi(book, "第1隣組")
    for head in ("髙橋 一郎", "濵田 清", "等々力 隆"):
        add_household(book, head, tonarigumi_id=group, address="安曇野市豊科1")
    made = Window(book, rooms(), Settings())
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    be_in_front(qtbot, made)
    return made


def stands_alone(widget: QWidget) -> bool:
    """Not a part inside another control, such as the line inside a drop-down."""
    parent = widget.parentWidget()
    return not isinstance(parent, QComboBox | QAbstractItemView)


def to_be_reached(window: Window) -> set[QWidget]:
    return {
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, NAMED)
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and stands_alone(widget)
    }


@pytest.mark.parametrize("page", PAGES)
def test_every_control_has_a_name(window, page):
    window.go(page)
    silent = [
        (type(widget).__name__, widget.objectName())
        for widget in window.findChildren(QWidget)
        if isinstance(widget, NAMED)
        and widget.isVisible()
        and stands_alone(widget)
        and not (widget.accessibleName() or getattr(widget, "text", str)())
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    assert silent == []


@pytest.mark.parametrize("page", PAGES)
def test_tab_reaches_everything_and_comes_round(window, qtbot, page):
    window.go(page)
    start = window.side.buttons["home"]
    start.setFocus()
    reached: list[QWidget] = []
    for _step in range(200):
        focused = QApplication.focusWidget()
        if focused is start and reached:
            break
        reached.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is start, "Tab is caught somewhere"
    inside = {each.parentWidget() for each in reached}
    missed = {
        (type(widget).__name__, widget.accessibleName() or getattr(widget, "text", str)())
        for widget in to_be_reached(window)
        if widget not in reached and widget not in inside
    }
    assert missed == set()


@pytest.mark.parametrize("part", ["handouts", "disclosures", "leak"])
def test_tab_goes_through_every_part_of_the_records(window, qtbot, part):
    make_paper(window.book, "roster-officers", copies=3)
    add_disclosure(window.book)
    window.begin("records", part)
    _go_round(window, qtbot)


@pytest.mark.parametrize("part", [name for name, _label in TABS])
def test_tab_goes_through_every_part_of_the_officers(window, qtbot, part):
    officers.take_over_posts(window.book, range(3))
    officers.DEPARTMENTS.add(window.book, {"name": "環境部"})
    officers.RELIEFS.add(window.book, {"household_id": 1})
    for shelf in (officers.NOMINATIONS, officers.ADVISERS, officers.TRAININGS):
        shelf.add(window.book, {"note": "試し"})
    window.begin("officers", part)
    _go_round(window, qtbot)


def _go_round(window, qtbot):
    start = window.side.buttons["home"]
    start.setFocus()
    reached: set[QWidget] = set()
    while (focused := QApplication.focusWidget()) not in reached:
        reached.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert focused is start
    inside = {each.parentWidget() for each in reached}
    assert to_be_reached(window) - reached - inside == set()
