"""How a cell of a small table in a form is drawn, and how one is typed into."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, Qt, Slot
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kucho_desktop.core.i18n import _
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.cells import Index, RowsModel
from kucho_desktop.widgets.choice import DropDown
from kucho_desktop.widgets.editors import HINTS, Line, NameLine, kind_name
from kucho_desktop.widgets.selectors import draw_text

_EDIT = int(Qt.ItemDataRole.EditRole)
_NARROWEST = 76
"""Percent to which a long text is drawn together before it is cut."""


class CellDelegate(QStyledItemDelegate):
    """Draws a cell, and opens the box that its kind is typed into."""

    def __init__(self, parent: QWidget, model: RowsModel) -> None:
        super().__init__(parent)
        self._model = model
        self._reading = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now = theme.now()
        rect = option.rect
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        wrong = bool(self._model.problem_at(index.row(), index.column()))
        ground = "look_pale" if wrong else "go_pale" if chosen else "card"
        painter.fillRect(rect, now.colour(ground))
        painter.setPen(now.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(now.colour("look" if wrong else "ink"))
        room = self._draw_note(painter, option, index, rect.adjusted(8, 0, -4, -1))
        text = str(index.data() or "")
        side = Qt.AlignmentFlag.AlignVCenter
        if self._model.field_at(index).kind.right_aligned:
            side |= Qt.AlignmentFlag.AlignRight
        draw_fitting(painter, room, text, option.font, side)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(now.colour("focus"))
            for inset in range(now.colours.focus_width):
                painter.drawRect(rect.adjusted(inset, inset, -inset - 1, -inset - 1))

    def _draw_note(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, room: QRect
    ) -> QRect:
        """Draw the small words of a cell, if it has any; give the room that is left."""
        note = self._model.note_at(index)
        if not note:
            return room
        now = theme.now()
        above = self._model.notes[self._model.field_at(index).name].above
        small = QFont(option.font)
        small.setPixelSize(now.small)
        height, air = now.small + 4, max((room.height() - now.em - now.small - 6) // 2, 0)
        top = room.top() + air if above else room.bottom() - air - height
        pen = painter.pen()
        painter.setPen(now.colour("second"))
        place = QRect(room.left(), top, room.width(), height)
        draw_fitting(painter, place, note, small, Qt.AlignmentFlag.AlignVCenter)
        painter.setPen(pen)
        if above:
            return room.adjusted(0, air + height - 2, 0, -air)
        return room.adjusted(0, air, 0, -air - height + 2)

    def createEditor(  # noqa: N802
        self, parent: QWidget, _option: QStyleOptionViewItem, index: Index
    ) -> QWidget:
        each = self._model.field_at(index)
        made: QWidget
        if each.kind.choices:
            made = DropDown([(value, _(label)) for value, label in each.kind.choices])
            made.setParent(parent)
        else:
            made = NameLine() if kind_name(each) == "name" else Line()
            made.setParent(parent)
            made.setInputMethodHints(HINTS.get(kind_name(each), Qt.InputMethodHint.ImhNone))
        if isinstance(made, NameLine):
            self._reading = ""
            made.reading.connect(self._hear_reading)
        made.setAccessibleName(each.title)
        return made

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802
        if isinstance(editor, DropDown):
            editor.choose(getattr(self._model.record_at(index), self._model.field_at(index).name))
        elif isinstance(editor, Line):
            editor.kept = str(index.data(_EDIT) or "")
            editor.setText(editor.kept)
            editor.selectAll()

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:  # noqa: N802
        if isinstance(editor, NameLine) and self._reading and editor.text() != editor.kept:
            self._model.fill_reading(index.row(), self._model.field_at(index).name, self._reading)
        if isinstance(editor, DropDown):
            if editor.currentIndex() >= 0:
                self._model.setData(index, editor.currentData())
        elif isinstance(editor, Line):
            self._model.setData(index, editor.text())

    def updateEditorGeometry(  # noqa: N802
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        editor.setGeometry(option.rect)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Enter goes to the next cell, like Tab."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and isinstance(watched, QWidget):
                self.commitData.emit(watched)
                self.closeEditor.emit(watched, QAbstractItemDelegate.EndEditHint.EditNextItem)
                return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _hear_reading(self, reading: str) -> None:
        self._reading = reading


def draw_fitting(
    painter: QPainter, room: QRect, text: str, font: QFont, side: Qt.AlignmentFlag
) -> None:
    """Draw a text, drawn together where there is little room, then cut with …."""
    metrics = QFontMetrics(font)
    needed = metrics.horizontalAdvance(text)
    if needed > room.width():
        font = QFont(font)
        font.setStretch(max(room.width() * 100 // max(needed, 1), _NARROWEST))
        metrics = QFontMetrics(font)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.setFont(font)
    draw_text(painter, room, side, text)
