"""The list of households that a second reading would change, each with a tick."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from kucho_desktop.app.reading_in.again import AS_NEW, ASKED, LATER, Judged, title_of, what_of
from kucho_desktop.core.i18n import _
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.icons import picture
from kucho_desktop.widgets.selectors import draw_text

_Index = QModelIndex | QPersistentModelIndex
_TELLS = Qt.ItemDataRole.UserRole
_TOGGLES = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Entries(QAbstractListModel):
    """The households of one of the lists."""

    def __init__(self) -> None:
        super().__init__()
        self.judged = Judged()
        self.name = ASKED

    def show_list(self, judged: Judged, name: str) -> None:
        self.beginResetModel()
        self.judged, self.name = judged, name
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:  # noqa: N802
        return 0 if parent is not None and parent.isValid() else self.judged.size(self.name)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.judged.entries(self.name)[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return title_of(entry)
        if role == _TELLS:
            return self._decision(index.row()) if self.name == ASKED else what_of(entry)
        if role == Qt.ItemDataRole.CheckStateRole and self.name != ASKED:
            on = self.judged.is_ticked((self.name, index.row()))
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _(", ").join((title_of(entry), str(self.data(index, _TELLS))))
        return None

    def _decision(self, place: int) -> str:
        decided = self.judged.decisions.get(place, LATER)
        if decided == AS_NEW:
            return _("A new household")
        same = self.judged.decided(place)
        if same is None:
            return _("Not decided yet")
        return _("The same as {household}").format(household=title_of(same))

    def toggle(self, row: int) -> None:
        if self.name != ASKED and row >= 0:
            key = (self.name, row)
            self.judged.tick(key, not self.judged.is_ticked(key))
            self.tell(row)

    def tick_all(self, on: bool) -> None:
        for row in range(self.rowCount()):
            self.judged.tick((self.name, row), on)
        if self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def tell(self, row: int) -> None:
        self.dataChanged.emit(self.index(row), self.index(row))


class _Ticked(QStyledItemDelegate):
    """A box, a name, and under it what is told of the household."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:  # noqa: N802
        now = theme.now()
        return QSize(now.ems(10), now.row + now.ems(1))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        now = theme.now()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, now.colour("go_pale"))
        left = rect.left() + 10
        ticked = index.data(Qt.ItemDataRole.CheckStateRole)
        if ticked is not None:
            on = Qt.CheckState(ticked) == Qt.CheckState.Checked
            box = QRect(left, rect.top() + 9, now.icon - 1, now.icon - 1)
            painter.setPen(QPen(now.colour("go" if on else "rim"), 1.5))
            painter.setBrush(now.colour("go" if on else "card"))
            painter.drawRoundedRect(box, 5, 5)
            if on:
                painter.drawPixmap(box.topLeft(), picture("check", "on_go", now.icon))
            left = box.right() + 12
        half = rect.height() // 2
        text = QRect(left, rect.top() + 3, rect.right() - left - 8, half)
        bold = QFont(option.font)
        bold.setBold(True)
        _write(painter, bold, text, index.data(), "ink")
        below = text.translated(0, half - 3)
        _write(painter, option.font, below, index.data(_TELLS), "second")
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(now.colour("focus"), now.colours.focus_width))
            painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), 6, 6)
        painter.restore()


def _write(painter: QPainter, font: QFont, rect: QRect, text: str, ink: str) -> None:
    painter.setFont(font)
    painter.setPen(theme.now().colour(ink))
    cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    draw_text(painter, rect, Qt.AlignmentFlag.AlignVCenter, cut)


class TickedList(QListView):
    """selected: the row the user is on, -1 for none. ticked: a tick was set or taken away."""

    selected = Signal(int)
    ticked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.entries = Entries()
        self.setModel(self.entries)
        self.setItemDelegate(_Ticked(self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.entries.dataChanged.connect(self._tell_ticked)

    def show_list(self, judged: Judged, name: str, title: str) -> None:
        """Show a list from its beginning."""
        self.setAccessibleName(title)
        self.entries.show_list(judged, name)
        if self.entries.rowCount():
            self.setCurrentIndex(self.entries.index(0))
        self.selected.emit(self.currentIndex().row())

    def currentChanged(self, current: _Index, previous: _Index) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        self.selected.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in _TOGGLES:
            self.entries.toggle(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A press on the box ticks, a press beside it only shows the household."""
        super().mousePressEvent(event)
        found = self.indexAt(event.position().toPoint())
        if found.isValid() and event.position().x() < theme.now().icon + 20:
            self.entries.toggle(found.row())

    @Slot()
    def _tell_ticked(self) -> None:
        self.ticked.emit()
