"""Parts that go on in the next line."""

import gc

import shiboken6
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QPushButton, QWidget

from kucho_desktop.widgets.wrapping import Wrapping


def a_page() -> QWidget:
    page = QWidget()
    page.setLayout(Wrapping(*(QPushButton(text) for text in ("前の世帯", "次の世帯", "閉じる"))))
    return page


def test_parts_go_on_in_the_next_line(qtbot):
    page = a_page()
    qtbot.addWidget(page)
    layout = page.layout()
    assert layout.heightForWidth(1000) < layout.heightForWidth(120)
    assert layout.minimumSize().width() < layout.sizeHint().width()


def test_parts_stay_when_pages_before_them_are_gone(qtbot):
    old, kept = [], []
    for _time in range(40):
        page = a_page()
        old.append(page.layout())
        shiboken6.delete(page)
        kept.append(a_page())
        qtbot.addWidget(kept[-1])
        if len(old) > 5:
            old.clear()
            gc.collect()
    for page in kept:
        layout = page.layout()
        layout.setGeometry(QRect(0, 0, 300, 200))
        assert layout.count() == 3
        assert layout.sizeHint().width() > layout.minimumSize().width() > 0


def test_a_part_that_is_deleted_leaves_the_line(qtbot):
    page = a_page()
    qtbot.addWidget(page)
    before = page.layout().sizeHint().width()
    shiboken6.delete(page.findChildren(QPushButton)[0])
    assert page.layout().count() == 2
    assert page.layout().sizeHint().width() < before
