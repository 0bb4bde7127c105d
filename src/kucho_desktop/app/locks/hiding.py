"""Hiding the screen: nothing of the book is seen until the password is typed."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QLineEdit,
    QMainWindow,
    QStackedWidget,
)

from kucho_desktop.core.i18n import _

if TYPE_CHECKING:
    from kucho_desktop.app.locks.cover import Cover


class Hiding(QObject):
    """Lays the cover over the window. over: the password was right; pages are as they were.

    covers: it is about to. covered: it lies there.
    root: a stack whose first page is the window's own.
    """

    over = Signal()
    covers = Signal()
    covered = Signal()

    def __init__(self, window: QMainWindow, root: QStackedWidget, path: Path) -> None:
        super().__init__(window)
        self._root, self._path = root, path
        self.cover: Cover | None = None

    @property
    def is_on(self) -> bool:
        """Whether anything lies over the pages."""
        return self._root.currentIndex() > 0 or self.is_covered

    @property
    def is_covered(self) -> bool:
        return self.cover is not None and self._root.currentWidget() is self.cover

    def empty(self) -> None:
        """Only the cover is left in the window."""
        for place in range(self._root.count()):
            part = self._root.widget(place)
            if part is not None and part is not self.cover:
                part.hide()
                part.deleteLater()

    def _window(self) -> QMainWindow:
        """Asked of Qt, so that the two do not hold each other for ever."""
        window = self.parent()
        assert isinstance(window, QMainWindow)
        return window

    def hide(self) -> None:
        """Questions that lie above the window are answered with no; entries stay unfinished."""
        self.covers.emit()
        _leave_questions()
        for action in self._window().actions():
            action.setEnabled(False)
        self._window().setWindowTitle(_("The screen is hidden"))
        if self.cover is None:
            from kucho_desktop.app.locks.cover import Cover

            self.cover = Cover(self._path)
            self.cover.uncovered.connect(self._uncover)
            self._root.addWidget(self.cover)
        with _nothing_is_taken():
            self._root.setCurrentWidget(self.cover)
            self.cover.begin()
        self.covered.emit()

    @Slot()
    def _uncover(self) -> None:
        for action in self._window().actions():
            action.setEnabled(True)
        self._root.setCurrentIndex(0)
        self.over.emit()


@contextmanager
def _nothing_is_taken() -> Iterator[None]:
    """Whoever is called away amid a word has not finished it: leaving the box keeps nothing."""
    focused = QApplication.focusWidget()
    held: list[QObject] = []
    if focused is not None:
        held = [focused, *focused.findChildren(QLineEdit)]
        around = focused.parentWidget()
        while around is not None:
            if isinstance(around, QAbstractItemView):
                held.append(around.itemDelegate())
            around = around.parentWidget()
    blockers = [QSignalBlocker(each) for each in held]
    try:
        yield
    finally:
        for each in blockers:
            each.unblock()


def _leave_questions() -> None:
    """Lists that are open and dialogs would stay in front of the cover."""
    above = QApplication.activePopupWidget()
    if above is not None:
        above.close()
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, QDialog) and dialog.isVisible():
            dialog.reject()
