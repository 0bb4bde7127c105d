"""The list under the search box."""

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QPainter
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
from kucho_desktop.widgets.selectors import draw_text

_FOUND = int(Qt.ItemDataRole.UserRole)


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
        draw_text(painter, room, _MIDDLE, title)
        used = max(painter.fontMetrics().horizontalAdvance(title) + now.em, now.ems(9))
        painter.restore()
        painter.setPen(now.colour("second"))
        rest = room.adjusted(used, 0, 0, 0)
        detail = painter.fontMetrics().elidedText(
            found.detail, Qt.TextElideMode.ElideRight, rest.width()
        )
        draw_text(painter, rest, _MIDDLE, detail)


_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class HitList(QListWidget):
    """Headings of rooms, and what was found in each. chosen: the Found that was clicked."""

    chosen = Signal(object)

    def __init__(self, over: QWidget | None) -> None:
        super().__init__(over)
        self.setObjectName("hits")
        self.setItemDelegate(_HitDelegate(self))
        self.setAccessibleName(_("What was found"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._tell)
        self.hide()

    def add(self, text: str, found: Found | None) -> None:
        """A hit, or, where none is given, words between the hits."""
        item = QListWidgetItem(text, self)
        if found is None:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        else:
            item.setData(_FOUND, found)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{found.title} {found.detail}")

    def select(self, start: int, way: int) -> None:
        """The next hit from a row on; headings are passed over."""
        row = start
        while 0 <= row < self.count():
            if self.item(row).data(_FOUND) is not None:
                self.setCurrentRow(row)
                return
            row += way

    def chosen_now(self) -> Found | None:
        """The hit that is selected."""
        item = self.currentItem()
        found = item.data(_FOUND) if item is not None else None
        return found if isinstance(found, Found) else None

    @Slot()
    def _tell(self) -> None:
        found = self.chosen_now()
        if found is not None:
            self.chosen.emit(found)
