"""How a line of the walk is drawn, and how a number in it is typed."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kucho_desktop.households.page.works.rounds.walk_lines import TYPED, WalkLines
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.cell_delegate import draw_fitting
from kucho_desktop.widgets.editors import Line
from kucho_desktop.widgets.icons import picture
from kucho_desktop.widgets.table import Index

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_EDIT = int(Qt.ItemDataRole.EditRole)


class LineDelegate(QStyledItemDelegate):
    """Draws answers as boxes; what is only proposed stands in second ink."""

    def __init__(self, parent: QWidget, lines: WalkLines) -> None:
        super().__init__(parent)
        self._lines = lines

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now, rect = theme.now(), option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        line = self._lines.lines[index.row()]
        if chosen:
            painter.fillRect(rect, now.colour("go_pale"))
        painter.setPen(now.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if chosen and index.column() == 0:
            painter.fillRect(rect.x(), rect.y(), 4, rect.height(), now.colour("go"))
        number = index.column() - len(TYPED) - 2
        if 0 <= number < len(self._lines.asked):
            answer = self._lines.answer(index.row(), self._lines.asked[number])
            is_there = bool(line.state) or self._lines.is_touched(index.row())
            self._draw_box(painter, QRectF(rect), answer, is_there)
            return
        font = QFont(option.font)
        name = self._lines.columns[index.column()]
        font.setBold(name == "name")
        if name in TYPED or name == "order":
            font = theme.column_font(font)
        out = name == "state" and not line.state
        painter.setPen(now.colour("second" if out else "ink"))
        right = name == "people" or (name == "order" and not self._lines.groups)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        room = rect.adjusted(8, 0, -10, -1)
        text = str(index.data() or "")
        draw_fitting(painter, room, text, font, side | Qt.AlignmentFlag.AlignVCenter)

    def _draw_box(
        self, painter: QPainter, rect: QRectF, answer: bool | None, is_there: bool
    ) -> None:
        """A checked box is yes, an empty one no, a dashed one no answer."""
        now = theme.now()
        side = now.icon
        box = QRectF(rect.left() + 14.5, rect.center().y() - side / 2, side - 1, side - 1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(now.colour("go" if answer and is_there else "rim"), 1.5)
        if answer is None:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(now.colour("go" if answer and is_there else "card"))
        painter.drawRoundedRect(box, 5, 5)
        if answer:
            sign = picture("check", "on_go" if is_there else "second", side)
            painter.drawPixmap(box.topLeft(), sign)
        painter.restore()

    def createEditor(  # noqa: N802
        self, parent: QWidget, _option: QStyleOptionViewItem, index: Index
    ) -> QWidget:
        made = Line()
        made.setParent(parent)
        made.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        title = self._lines.headerData(index.column(), Qt.Orientation.Horizontal)
        made.setAccessibleName(str(title))
        return made

    def updateEditorGeometry(  # noqa: N802
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """A phone number is seen whole while it is typed."""
        rect = option.rect
        editor.setGeometry(rect.adjusted(0, 0, max(theme.now().ems(9) - rect.width(), 0), 0))

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802
        assert isinstance(editor, Line)
        editor.kept = str(index.data(_EDIT) or "")
        editor.setText(editor.kept)
        editor.selectAll()

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:  # noqa: N802
        assert isinstance(editor, Line)
        self._lines.setData(index, editor.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Enter takes what was typed and stays in the line."""
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if isinstance(event, QKeyEvent) and is_key and event.key() in _ENTER:
            assert isinstance(watched, QWidget)
            self.commitData.emit(watched)
            self.closeEditor.emit(watched, QAbstractItemDelegate.EndEditHint.NoHint)
            return True
        return super().eventFilter(watched, event)
