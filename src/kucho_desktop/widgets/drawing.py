"""How a cell of a long list is drawn: itself, without asking the model role by role."""

from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kucho_desktop.widgets import theme
from kucho_desktop.widgets.selectors import draw_text, has_variant
from kucho_desktop.widgets.table import Index, PagedTable

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_WRAP = int(Qt.TextFlag.TextWrapAnywhere) | _LEFT
_CHOSEN = QStyle.StateFlag.State_Selected
_NARROWEST = 76
"""Percent to which a long name is drawn together before it is cut."""


class RowDelegate(QStyledItemDelegate):
    """Draws names bold, readings in second ink, figures to the right.

    A long text is drawn narrower, then cut with …; in the selected row it stands whole on two
    lines of small type. Where a column has no room, its text stands small under another one's.
    """

    def __init__(self, parent: QWidget, model: PagedTable) -> None:
        super().__init__(parent)
        self._model = model
        now = theme.now()
        plain = QApplication.font()
        bold = QFont(plain)
        bold.setBold(True)
        small = QFont(plain)
        small.setPixelSize(now.small)
        self._fonts = {
            "": plain,
            "second": plain,
            "bold": bold,
            "number": theme.column_font(plain),
            "small": small,
        }
        self._small = small
        self._colours = {
            role: now.colour(role) for role in ("ink", "second", "go_pale", "card", "line", "go")
        }
        self._fit = lru_cache(maxsize=8192)(self._fitted)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._model.row_at(index.row())
        column = index.column()
        rect: QRect = option.rect
        chosen = bool(option.state & _CHOSEN)
        if chosen:
            painter.fillRect(rect, self._colours["go_pale"])
        painter.setPen(self._colours["line"])
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if chosen and column == 0:
            painter.fillRect(rect.x(), rect.y(), 4, rect.height(), self._colours["go"])
        text = row.texts[column]
        below = self._model.below(column)
        style = self._model.columns[column].style
        if below is not None and row.texts[below]:
            half = rect.height() // 2 + 2
            self._draw(painter, rect.adjusted(0, 2, 0, -half + 4), text, style, row.is_faint, False)
            lower = rect.adjusted(0, half, 0, -1)
            self._draw(painter, lower, row.texts[below], "small", row.is_faint, False)
        elif text:
            self._draw(painter, rect, text, style, row.is_faint, chosen)

    def _draw(
        self, painter: QPainter, rect: QRect, text: str, style: str, faint: bool, chosen: bool
    ) -> None:
        room = rect.adjusted(10, 0, -14 if style == "number" else -6, -1)
        pen = self._colours["second" if faint or style in ("second", "small") else "ink"]
        painter.setPen(pen)
        shown, font = self._fit(text, style, room.width())
        if chosen and shown != text:
            painter.setFont(self._small)
            self._draw_whole(painter, room, text)
            return
        painter.setFont(font)
        draw_text(painter, room, _RIGHT if style == "number" else _LEFT, shown)

    def _draw_whole(self, painter: QPainter, room: QRect, text: str) -> None:
        """On two lines; a name with a kanji in a form of its own is parted at its space."""
        if not has_variant(text):
            painter.drawText(room, _WRAP, text)
            return
        family, _space, given = text.partition(" ")
        half = room.height() // 2
        draw_text(painter, room.adjusted(0, 0, 0, -half), _LEFT, family)
        draw_text(painter, room.adjusted(0, half, 0, 0), _LEFT, given)

    def _fitted(self, text: str, style: str, width: int) -> tuple[str, QFont]:
        """The text as it fits into so many pixels, and the font for it.

        Phone numbers and the like stand in columns: their digits have one width.
        """
        font = self._fonts[style or ("number" if text.isascii() else "")]
        needed = QFontMetrics(font).horizontalAdvance(text)
        if needed <= width:
            return text, font
        narrow = QFont(font)
        narrow.setStretch(max(int(width * 100 / needed), _NARROWEST))
        metrics = QFontMetrics(narrow)
        if metrics.horizontalAdvance(text) <= width:
            return text, narrow
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width), narrow
