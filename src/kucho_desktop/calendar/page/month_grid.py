"""A month as a sheet of days: walked through with the arrow keys, from month to month."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from kucho_desktop.calendar.model import day_text, holiday, is_free
from kucho_desktop.core.ages import days_in
from kucho_desktop.core.i18n import N_, _, n_
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.selectors import draw_text

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_WEEK = 7
_MOST_WEEKS = 6
_HEADS = (N_("Sun"), N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"))
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -_WEEK,
    Qt.Key.Key_Down: _WEEK,
}
_YEARS = range(1900, 2200)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class _Month(QAbstractTableModel):
    """Weeks from Sunday on; days of other months are empty cells."""

    def __init__(self) -> None:
        super().__init__()
        self.first = date.min
        self._texts: Mapping[date, Sequence[str]] = {}
        self._weeks = 5

    def show(self, month: date, texts: Mapping[date, Sequence[str]]) -> None:
        self.beginResetModel()
        self.first = month.replace(day=1)
        self._texts = texts
        days = self._ahead + days_in(month.year, month.month)
        self._weeks = -(-days // _WEEK)
        self.endResetModel()

    @property
    def _ahead(self) -> int:
        """Empty cells before the first day."""
        return (self.first.weekday() + 1) % _WEEK

    def day_at(self, index: Index) -> date | None:
        number = index.row() * _WEEK + index.column() - self._ahead + 1
        if not 1 <= number <= days_in(self.first.year, self.first.month):
            return None
        return self.first.replace(day=number)

    def index_of(self, day: date) -> QModelIndex:
        place = self._ahead + day.day - 1
        return self.index(place // _WEEK, place % _WEEK)

    def texts_of(self, day: date) -> Sequence[str]:
        return self._texts.get(day, ())

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else self._weeks

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else _WEEK

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.day_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        day = self.day_at(index)
        if day is None or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        return " ".join((day_text(day), holiday(day), *self.texts_of(day))).strip()

    def headerData(  # noqa: N802
        self, section: int, direction: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if direction == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(_HEADS[section])
        return None


class _Cell(QStyledItemDelegate):
    """The number of the day, the holiday, and as many events as there is room for."""

    def __init__(self, grid: "MonthGrid", month: _Month) -> None:
        super().__init__(grid)
        self._grid = grid
        self._month = month
        self._bold = QFont(QApplication.font())
        self._bold.setBold(True)
        self._small = QFont(QApplication.font())
        self._small.setPixelSize(theme.now().small)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now, rect = theme.now(), QRect(option.rect)
        day = self._month.day_at(index)
        if day is None:
            painter.fillRect(rect, now.colour("page"))
            return
        chosen = day == self._grid.day
        ground = "go_pale" if chosen else "head" if is_free(day) else "card"
        painter.fillRect(rect, now.colour(ground))
        self._number(painter, rect, day)
        self._events(painter, rect.adjusted(6, now.em + 6, -4, -3), day)
        if chosen:
            width = now.colours.focus_width + (1 if self._grid.hasFocus() else 0)
            painter.setPen(QPen(now.colour("focus" if self._grid.hasFocus() else "go"), width))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def _number(self, painter: QPainter, rect: QRect, day: date) -> None:
        now = theme.now()
        top = QRect(rect.x() + 6, rect.y() + 2, rect.width() - 10, now.em + 4)
        painter.setFont(self._bold)
        painter.setPen(now.colour("ink"))
        number = str(day.day)
        if day == self._grid.today:
            number = _("{day} today").format(day=number)
        draw_text(painter, top, _LEFT, number)
        taken = QFontMetrics(self._bold).horizontalAdvance(number) + 6
        painter.setFont(self._small)
        painter.setPen(now.colour("second"))
        metrics = QFontMetrics(self._small)
        room = top.adjusted(taken, 0, 0, 0)
        said = holiday(day)
        if not self._fits(rect) and self._month.texts_of(day):
            count = len(self._month.texts_of(day))
            said = n_("{count} event", "{count} events", count).format(count=count)
        if said and room.width() > now.em:
            said = metrics.elidedText(said, Qt.TextElideMode.ElideRight, room.width())
            draw_text(painter, room, _LEFT, said)

    def _fits(self, rect: QRect) -> bool:
        """Whether an event has room under the number."""
        return rect.height() - theme.now().em - 9 >= QFontMetrics(self._small).height()

    def _events(self, painter: QPainter, room: QRect, day: date) -> None:
        """Each on as many lines as there are for it."""
        texts = list(self._month.texts_of(day))
        metrics = QFontMetrics(self._small)
        lines = max(room.height() // metrics.height(), 0)
        if not texts or not lines:
            return
        if len(texts) > lines:
            left = len(texts) - lines + 1
            texts = [*texts[: lines - 1], _("{count} more").format(count=left)]
        painter.setFont(self._small)
        painter.setPen(theme.now().colour("ink"))
        at = room.y()
        for number, text in enumerate(texts):
            own = (lines - (at - room.y()) // metrics.height()) // (len(texts) - number)
            for part in _broken(text, metrics, room.width(), own):
                line = QRect(room.x(), at, room.width(), metrics.height())
                draw_text(painter, line, _LEFT, part)
                at += metrics.height()


def _broken(text: str, metrics: QFontMetrics, width: int, most: int) -> list[str]:
    """A text on at most so many lines; the last one is cut where it has no room."""
    parts: list[str] = []
    while text and len(parts) < most - 1 and metrics.horizontalAdvance(text) > width:
        fits = next(
            (n for n in range(len(text), 1, -1) if metrics.horizontalAdvance(text[:n]) <= width), 1
        )
        parts.append(text[:fits])
        text = text[fits:]
    return [*parts, metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)]


class MonthGrid(QTableView):
    """went: to another day, perhaps of another month. opened: Enter or a double click on a day."""

    went = Signal(object)
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.day = date.min
        self.today = date.min
        self.month = _Month()
        self.setObjectName("month")
        self.setAccessibleName(_("Calendar of the month"))
        self.setModel(self.month)
        self.setItemDelegate(_Cell(self, self.month))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setMinimumSectionSize(theme.now().ems(1.5))
        self.horizontalHeader().setMinimumSectionSize(theme.now().ems(2))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.clicked.connect(self._click)
        self.doubleClicked.connect(self._open)

    def show_day(self, day: date, today: date, texts: Mapping[date, Sequence[str]]) -> None:
        """Show the month of a day, with what takes place on each of its days."""
        self.day, self.today = day, today
        self.month.show(day, texts)
        self.setCurrentIndex(self.month.index_of(day))

    def ask_for_room(self, is_seen: bool) -> None:
        """Whatever stands under it, every week can be read."""
        rows = self.verticalHeader().minimumSectionSize() * _MOST_WEEKS
        height = rows + self.horizontalHeader().sizeHint().height() + 4
        self.setMinimumHeight(height if is_seen else 0)

    @Slot(QModelIndex)
    def _click(self, index: QModelIndex) -> None:
        day = self.month.day_at(index)
        if day is not None and day != self.day:
            self.went.emit(day)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        if self.month.day_at(index) is not None:
            self.opened.emit(self.day)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._go(_STEPS[key])
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            first = self.day.replace(day=1)
            back = key == Qt.Key.Key_PageUp
            self._go(-self.day.day if back else days_in(first.year, first.month) - self.day.day + 1)
        elif key == Qt.Key.Key_Home:
            self.went.emit(self.today)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.day)
        else:
            super().keyPressEvent(event)

    def _go(self, days: int) -> None:
        """Not beyond the years that a day can be typed of."""
        there = self.day + timedelta(days=days)
        if there.year in _YEARS:
            self.went.emit(there)
