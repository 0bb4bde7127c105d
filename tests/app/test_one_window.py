"""No part of a page is ever a window of its own: it would flash, and take the keys away."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from widgets.keyboard import be_in_front

from kucho_desktop.app.rooms import rooms
from kucho_desktop.app.settings import Settings
from kucho_desktop.app.window import Window
from kucho_desktop.households.page.works.the_works import WORKS
from kucho_desktop.households.store import add_household
from kucho_desktop.tonarigumi.store import add_tonarigumi


class Watcher(QObject):
    """Notes every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(repr(watched))
        return False


@pytest.fixture
def watcher(qapp):
    made = Watcher()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


def opened(qtbot, book) -> Window:
    made = Window(book, rooms(), Settings())
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    be_in_front(qtbot, made)
    return made


@pytest.mark.parametrize("full", [False, True])
def test_every_page_is_made_inside_the_window(qtbot, book, watcher, full):
    if full:
        group = add_tonarigumi(book, "第1隣組")
        add_household(book, "髙橋 一郎", tonarigumi_id=group)
    window = opened(qtbot, book)
    window.pages["home"].fill()
    for name in (*window.side.buttons, "print", "settings", "help", "read_in", "write_out"):
        window.go(name)
    window.go("households")
    if full:
        for work in WORKS:
            if work.make is not None:
                window.pages["households"].begin(f"work:{work.name}")
    assert watcher.shown == [repr(window)]


def test_the_password_has_the_keys_when_the_screen_is_hidden(qtbot, book, watcher):
    window = opened(qtbot, book)
    window.hide_screen()
    assert watcher.shown == [repr(window)]
    assert QApplication.focusWidget() is window.cover.password.line


def test_the_strip_goes_when_its_undo_would_take_back_something_else(qtbot, book):
    window = opened(qtbot, book)
    add_household(book, "髙橋 一郎")
    window.toast.say(book.undo_label())
    assert window.toast.isVisible()
    add_household(book, "濵田 清")
    assert window.toast.isHidden()
    window.toast.warn("まだ書けません。")
    add_household(book, "等々力 隆")
    assert window.toast.isVisible()
