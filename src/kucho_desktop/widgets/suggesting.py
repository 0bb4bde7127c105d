"""What was written before, offered under a box while one types: by the mouse, or Down and Enter."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from kucho_desktop.widgets.field import FieldBox
from kucho_desktop.widgets.parts import Button

_POPUP = Qt.FocusReason.PopupFocusReason
"""The line takes it for a list of its own, and offers nothing yet."""


class Suggesting(QObject):
    """Of one box that is a line. texts: gives what fits what is typed, the best first."""

    def __init__(self, box: FieldBox, texts: Callable[[str], Sequence[str]]) -> None:
        super().__init__(box)
        self._box = box
        self._texts = texts
        box.typing.connect(self._offer)
        box.edit.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self._box.edit:
            if isinstance(event, QFocusEvent):
                self._look(event)
            return isinstance(event, QKeyEvent) and self._goes_down(event)
        if isinstance(event, QKeyEvent) and isinstance(watched, Button):
            return event.type() == QEvent.Type.KeyPress and self._walks(watched, event.key())
        return False

    def _look(self, event: QFocusEvent) -> None:
        if event.gotFocus() and event.reason() != _POPUP:
            self._offer()
        elif event.lostFocus() and event.reason() not in (
            _POPUP,
            Qt.FocusReason.MouseFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self._box.suggest(())

    def _goes_down(self, event: QKeyEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or event.key() != Qt.Key.Key_Down:
            return False
        offered = self._box.suggested()
        if offered:
            offered[0].setFocus(_POPUP)
        return bool(offered)

    def _walks(self, at: Button, key: int) -> bool:
        offered = self._box.suggested()
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(key), 0)
        if key == Qt.Key.Key_Escape:
            self._box.edit.setFocus(_POPUP)
            return True
        if not step or at not in offered:
            return False
        place = offered.index(at) + step
        next_one: QWidget = self._box.edit if place < 0 else offered[min(place, len(offered) - 1)]
        next_one.setFocus(_POPUP)
        return True

    @Slot()
    def _offer(self) -> None:
        """Nothing where nobody types: a record that is only shown needs no advice."""
        box = self._box
        if not box.edit.hasFocus():
            return
        typed = box.editor.typed().strip()
        box.suggest(self._texts(typed), self._take)
        for each in box.suggested():
            each.installEventFilter(self)
            each.show()  # what is not seen yet cannot be gone to

    @Slot(str)
    def _take(self, text: str) -> None:
        """It is written, and one goes on to the next box."""
        self._box.show_draft(text)
        self._box.suggest(())
        self._box.editor.onward.emit()
