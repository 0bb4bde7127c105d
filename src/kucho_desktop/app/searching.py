"""The one search box: what was found in every room, as one types."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kucho_desktop.core.found import Found
from kucho_desktop.core.i18n import _
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.editors import Line
from kucho_desktop.widgets.icons import picture

Hits = Sequence[tuple[str, Sequence[Found]]]
"""A room's title and what was found in it."""
_FOUND = int(Qt.ItemDataRole.UserRole)
_MILLISECONDS = 90
_MOST_ROWS = 9


class _HitDelegate(QStyledItemDelegate):
    """A hit on one line: its title bold, what helps to tell it apart in second ink."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex) -> QSize:  # type: ignore[override]  # noqa: N802  # the model is never asked through a persistent index here
        return QSize(10, theme.now().row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]  # the same
        now = theme.now()
        found = index.data(_FOUND)
        rect: QRect = option.rect
        if not isinstance(found, Found):
            painter.setPen(now.colour("second"))
            painter.drawText(rect.adjusted(12, 0, -8, 0), _MIDDLE, str(index.data() or ""))
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, now.colour("go_pale"))
            painter.fillRect(rect.x(), rect.y(), 4, rect.height(), now.colour("go"))
        bold = QFont(option.font)
        bold.setBold(True)
        painter.save()
        painter.setFont(bold)
        painter.setPen(now.colour("ink"))
        room = rect.adjusted(24, 0, -10, 0)
        title = painter.fontMetrics().elidedText(
            found.title, Qt.TextElideMode.ElideRight, room.width() // 2
        )
        painter.drawText(room, _MIDDLE, title)
        used = max(painter.fontMetrics().horizontalAdvance(title) + now.em, now.ems(9))
        painter.restore()
        painter.setPen(now.colour("second"))
        rest = room.adjusted(used, 0, 0, 0)
        detail = painter.fontMetrics().elidedText(
            found.detail, Qt.TextElideMode.ElideRight, rest.width()
        )
        painter.drawText(rest, _MIDDLE, detail)


_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class SearchBox(Line):
    """Down goes into the list, Enter to the first hit, Esc clears and goes back.

    go_to: the Place of the hit that was chosen.
    """

    go_to = Signal(object)

    def __init__(self, search: Callable[[str], Hits]) -> None:
        super().__init__()
        self._search = search
        words = _("Search: name, reading, phone, house number (Ctrl+F)")
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.setClearButtonEnabled(False)
        self.setTextMargins(theme.now().icon + 6, 0, 0, 0)
        self.hits = QListWidget()
        self.hits.setObjectName("hits")
        self.hits.setItemDelegate(_HitDelegate(self.hits))
        self.hits.setAccessibleName(_("What was found"))
        self.hits.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hits.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hits.hide()
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(_MILLISECONDS)
        self._clock.timeout.connect(self.look)
        self._ready = QTimer(self)
        self._ready.setSingleShot(True)
        self._ready.timeout.connect(self._get_ready)
        self.textEdited.connect(self._wait)
        self.hits.itemClicked.connect(self._choose)
        self.onward.connect(self._choose_current)
        self.left.connect(self._close)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        size = theme.now().icon
        sign = picture("search", "second", size)
        QPainter(self).drawPixmap(QPoint(10, (self.height() - size) // 2), sign)

    def lie_over(self, window: QWidget) -> None:
        """The list of hits lies over everything in this window."""
        self.hits.setParent(window)
        self.hits.hide()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self._ready.start()

    @Slot()
    def _get_ready(self) -> None:
        """The rooms read what they look in before the first letter is typed."""
        self._search("")

    @Slot()
    def _wait(self) -> None:
        self._clock.start()

    @Slot()
    def look(self) -> None:
        """Look for what is typed, and show it."""
        self._clock.stop()
        typed = self.text().strip()
        self.hits.clear()
        if not typed:
            self.hits.hide()
            return
        for title, found in self._search(typed):
            if found:
                self._add(title, None)
            for each in found:
                self._add(each.title, each)
        if not self.hits.count():
            self._add(_("Nothing was found for “{typed}”.").format(typed=typed), None)
        self._select(0, 1)
        self._show_hits()

    def _add(self, text: str, found: Found | None) -> None:
        item = QListWidgetItem(text, self.hits)
        if found is None:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        else:
            item.setData(_FOUND, found)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{found.title} {found.detail}")

    def _show_hits(self) -> None:
        window = self.hits.parentWidget()
        if window is None:
            return
        now = theme.now()
        rows = min(self.hits.count(), _MOST_ROWS)
        place = self.mapTo(window, QPoint(0, self.height() + 4))
        width = min(max(self.width(), now.ems(34)), window.width() - place.x() - 16)
        self.hits.setGeometry(place.x(), place.y(), width, rows * now.row + 6)
        self.hits.show()
        self.hits.raise_()

    def _select(self, start: int, way: int) -> None:
        """The next hit from a row on; headings are passed over."""
        row = start
        while 0 <= row < self.hits.count():
            if self.hits.item(row).data(_FOUND) is not None:
                self.hits.setCurrentRow(row)
                return
            row += way

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Down and self.hits.isVisible():
            self._select(self.hits.currentRow() + 1, 1)
        elif event.key() == Qt.Key.Key_Up and self.hits.isVisible():
            self._select(self.hits.currentRow() - 1, -1)
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.hits.hide()
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _choose_current(self) -> None:
        if self._clock.isActive() or not self.hits.isVisible():
            self.look()
        item = self.hits.currentItem()
        if item is not None:
            self._choose(item)

    @Slot(QListWidgetItem)
    def _choose(self, item: QListWidgetItem) -> None:
        found = item.data(_FOUND)
        if isinstance(found, Found):
            self.hits.hide()
            self.clear()
            self.go_to.emit(found.place)

    @Slot()
    def _close(self) -> None:
        self.hits.hide()
