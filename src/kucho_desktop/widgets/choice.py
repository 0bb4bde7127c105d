"""A value out of a list: by the mouse, the arrow keys, or typing a part of it."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
)

from kucho_desktop.core.fields import Field
from kucho_desktop.core.i18n import _
from kucho_desktop.core.text import fold
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.editors import Editor, Line
from kucho_desktop.widgets.icons import picture
from kucho_desktop.widgets.selectors import draw_text, has_variant

Choices = Sequence[tuple[Any, str]]


class _OwnForms(QStyledItemDelegate):
    """The lines of the list, with kanji in the forms in which they are written."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]  # the list is never asked through a persistent index
        text = str(index.data() or "")
        if not has_variant(text):
            super().paint(painter, option, index)
            return
        now = theme.now()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(option.rect, now.colour("go_pale" if chosen else "card"))
        painter.setPen(now.colour("ink"))
        painter.setFont(option.font)
        draw_text(painter, option.rect.adjusted(10, 0, -8, 0), _MIDDLE, text)


_BESIDE = 2 * 2 + 1
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)


class DropDown(QComboBox):
    """A box with a list under it. The wheel does not change it, and Enter closes nothing else.

    was_chosen: the user did so himself, and nothing was shown anew since.
    """

    was_chosen = False
    closed = Signal()
    _hidden = Signal()

    def __init__(self, choices: Choices = ()) -> None:
        super().__init__()
        self._offered: list[tuple[Any, str]] = []
        self.setMaxVisibleItems(14)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        # Qt hides the list before it takes what was chosen in it.
        self._hidden.connect(self._tell_closed, Qt.ConnectionType.QueuedConnection)
        self.activated.connect(self._note_chosen)
        self.offer(choices)

    def offer(self, choices: Choices) -> None:
        """Take a new list; what is chosen stays chosen, in a first list the first is."""
        if list(choices) == self._offered:
            return
        before, chosen = self.count(), self.currentData()
        self._offered = list(choices)
        self.blockSignals(True)
        self.clear()
        # All at once, without their values: there can be thousands of groups.
        self.addItems([text for _value, text in choices])
        if any(has_variant(text) for _value, text in choices):
            self.setItemDelegate(_OwnForms(self))
        if before:
            self.choose(chosen)
        self.blockSignals(False)

    def currentData(self, _role: int = 0) -> Any:  # noqa: N802
        return self.itemData(self.currentIndex())

    def itemData(self, row: int, _role: int = 0) -> Any:  # noqa: N802
        """The value of a row; None where there is none."""
        return self._offered[row][0] if 0 <= row < len(self._offered) else None

    def findData(self, value: Any, *_more: Any) -> int:  # noqa: N802
        """The row of a value; -1 where it is not in the list."""
        rows = (row for row, (each, _text) in enumerate(self._offered) if each == value)
        return next(rows, -1)

    def choose(self, value: Any) -> None:
        """Choose by value; nothing where it is not in the list."""
        self.setCurrentIndex(self.findData(value))

    def setCurrentIndex(self, row: int) -> None:  # noqa: N802
        self.was_chosen = False
        super().setCurrentIndex(row)

    @Slot()
    def _note_chosen(self) -> None:
        self.was_chosen = True

    def hidePopup(self) -> None:  # noqa: N802
        super().hidePopup()
        self._hidden.emit()

    @Slot()
    def _tell_closed(self) -> None:
        self.closed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        now = theme.now()
        size = now.icon
        arrow = picture("chevron-down", "second" if self.isEnabled() else "faint", size)
        place = QPoint(self.width() - size - 10, (self.height() - size) // 2)
        painter = QPainter(self)
        painter.drawPixmap(place, arrow)
        if not self.isEditable() and has_variant(self.currentText()):
            self._draw_chosen(painter)

    def _draw_chosen(self, painter: QPainter) -> None:
        """Over the plain forms that Qt has drawn."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        ink = theme.now().colour("ink" if self.isEnabled() else "faint")
        painter.fillRect(room, theme.now().colour("card" if self.isEnabled() else "head"))
        painter.setPen(ink)
        draw_text(painter, room.adjusted(1, 0, -1, 0), _MIDDLE, self.currentText())


class _TypedDropDown(DropDown):
    """A drop-down that can also be typed into; pressing it opens the list."""

    def __init__(self, choices: Choices) -> None:
        super().__init__(choices)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.line = Line()
        self.line.setFrame(False)
        self.setLineEdit(self.line)
        self.setCompleter(None)  # type: ignore[arg-type]  # None is how Qt takes it away
        self.line.installEventFilter(self)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt counts the longest of the list, without what its line keeps free on both sides."""
        return super().sizeHint() + QSize(_BESIDE, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.MouseButtonRelease and watched is self.line:
            self.showPopup()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        QComboBox.keyPressEvent(self, event)


class ChoiceEditor(Editor):
    """One of the field's choices, or of a list that is asked for when it is needed."""

    def __init__(self, field: Field, choices: Callable[[], Choices] | None = None) -> None:
        self._ask = choices
        self.box = _TypedDropDown(self._choices(field))
        super().__init__(field, self.box)
        self.box.setMaximumWidth(theme.now().ems(max(field.width, 6) + 5))
        self.box.line.setAccessibleName(field.title)
        self.box.closed.connect(self._left_list)
        self.box.line.left.connect(self.left)
        self.box.line.onward.connect(self.onward)
        self.box.editTextChanged.connect(self._tell_typing)
        self._value: Any = field.kind.empty

    def _choices(self, field: Field) -> list[tuple[Any, str]]:
        if self._ask is not None:
            return list(self._ask())
        return [(value, _(label)) for value, label in field.kind.choices]

    def show_value(self, value: Any) -> None:
        self._value = value
        self.box.offer(self._choices(self.field))
        self.box.blockSignals(True)
        self.box.choose(value)
        text = self.box.currentText() if self.box.currentIndex() >= 0 else ""
        self.box.setEditText(text or self._other_text(value))
        self.box.blockSignals(False)
        self.box.line.kept = self.box.line.text()
        if not self.box.hasFocus():
            self.box.line.setCursorPosition(0)

    def _other_text(self, value: Any) -> str:
        """What is kept may be no longer offered; it is shown, not lost."""
        return "" if self._ask is not None or not value else self.field.kind.show(value)

    def typed(self) -> str:
        return self.box.line.text()

    def show_typed(self, text: str) -> None:
        self.box.setEditText(text)

    def problem(self) -> str:
        typed = self.typed()
        if typed == self.box.line.kept or self._row_of(typed) >= 0:
            return ""
        if not typed.strip():
            return self.field.problem_with("")
        return _("“{typed}” is not in the list. Please choose one from it.").format(typed=typed)

    def value(self) -> Any:
        typed = self.typed()
        if typed == self.box.line.kept:
            return self._value
        row = self._row_of(typed)
        return self.box.itemData(row) if row >= 0 else self.field.kind.empty

    def _row_of(self, typed: str) -> int:
        """The row that says this, or the only one that begins with or holds it."""
        wanted = fold(typed)
        if not wanted:
            return -1
        texts = [fold(self.box.itemText(row)) for row in range(self.box.count())]
        same = [row for row, text in enumerate(texts) if text == wanted]
        first = [row for row, text in enumerate(texts) if text.startswith(wanted)]
        inside = [row for row, text in enumerate(texts) if wanted in text]
        for rows in (same[:1], first, inside):
            if len(rows) == 1:
                return rows[0]
        return -1

    @Slot()
    def _tell_typing(self) -> None:
        self.typing.emit()

    @Slot()
    def _left_list(self) -> None:
        self.left.emit()
