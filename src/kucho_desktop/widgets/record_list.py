"""The view of a long list: one row is selected, by its id, and stays so when it is read again."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from kucho_desktop.widgets import theme
from kucho_desktop.widgets.drawing import RowDelegate
from kucho_desktop.widgets.holding import WHERE, Held, Holding
from kucho_desktop.widgets.table import PagedTable

_TIGHTEST = 0.82


class RecordList(QTableView, Held):
    """selected: the id of the row the user is on, 0 for none. opened: Enter or a double click.

    widths_changed: the user drew a column wider; (name of the list, {column: pixels}).
    """

    selected = Signal(int)
    opened = Signal(int)
    widths_changed = Signal(str, object)

    def __init__(self, table: PagedTable, name: str, title: str) -> None:
        """name: under which the widths are remembered. title: what a screen reader says."""
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.table = table
        self._selected = 0
        self._by_hand: dict[str, int] = {}
        self._sharing = False
        self.setModel(table)
        self.setItemDelegate(RowDelegate(self, table))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(theme.now().row)
        self.verticalHeader().setDefaultSectionSize(theme.now().row)
        self._set_up_header()
        self.selectionModel().currentRowChanged.connect(self._tell_selected)
        self.doubleClicked.connect(self._open)

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(theme.now().ems(2))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setFixedHeight(theme.now().row)
        header.sectionResized.connect(self._remember_width)

    def show_ids(self, ids: Sequence[int], rows: Sequence[int] | None = None) -> None:
        """Show these; the selected one stays selected, or its neighbour if it is gone."""
        self._keep_selected(ids, rows)

    def show_rows(self, rows: Sequence[int]) -> None:
        """Show only these rows of the ids that are known."""
        self._keep_selected(None, rows)

    def selected_id(self) -> int:
        return self._selected

    def holdings(self) -> Iterator[Holding]:
        if self._selected:
            yield Holding(self._selected, WHERE)

    def hold_again(self, said: Any) -> None:
        self.select(int(said))

    def select(self, id_: int) -> bool:
        """Go to a record; tell whether it is shown."""
        row = self.table.row_of(id_)
        if row < 0:
            return False
        self._go_to_row(row)
        return True

    def set_widths(self, widths: Mapping[str, int]) -> None:
        """Column widths that the user chose before."""
        self._by_hand = dict(widths)
        self._share_width()

    def _keep_selected(self, ids: Sequence[int] | None, rows: Sequence[int] | None) -> None:
        before, place = self._selected, max(self.currentIndex().row(), 0)
        top = self.verticalScrollBar().value()
        self.selectionModel().blockSignals(True)
        if ids is not None:
            self.table.show_ids(ids, rows)
        elif rows is not None:
            self.table.show_rows(rows)
        self.selectionModel().blockSignals(False)
        row = self.table.row_of(before) if before else 0
        if row < 0:
            row = min(place, self.table.rowCount() - 1) if ids is not None else 0
        self.verticalScrollBar().setValue(top)
        self._go_to_row(row)

    def _go_to_row(self, row: int) -> None:
        if 0 <= row < self.table.rowCount():
            self.setCurrentIndex(self.table.index(row, 0))
            self._tell(self.table.id_at(row))
        else:
            self._tell(0)

    def _tell(self, id_: int) -> None:
        if id_ != self._selected:
            self._selected = id_
            self.selected.emit(id_)

    @Slot(QModelIndex, QModelIndex)
    def _tell_selected(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self._tell(self.table.id_at(current.row()))

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.table.id_at(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self._selected)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:  # noqa: N802
        """Qt would read every row of the book for each letter; the search box is quicker."""

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._share_width()

    @Slot(int, int, int)
    def _remember_width(self, column: int, _before: int, width: int) -> None:
        if not self._sharing and width > 0:
            for number, each in enumerate(self.table.columns):
                if not self.isColumnHidden(number):
                    self._by_hand[each.name] = self.columnWidth(number)
            self.widths_changed.emit(self.objectName(), dict(self._by_hand))

    def _share_width(self) -> None:
        """Every column gets what it asks for and a part of the rest; spare ones give way."""
        columns, room = self.table.columns, self.viewport().width() - 1
        now = theme.now()
        asked = [self._by_hand.get(column.name) or now.ems(column.width) + 16 for column in columns]
        shown = list(range(len(columns)))
        for number in reversed([n for n in shown if columns[n].spare]):
            if sum(asked[n] for n in shown) * _TIGHTEST > room and len(shown) > 1:
                shown.remove(number)
        total = max(sum(asked[n] for n in shown), 1)
        factor = max(room / total, _TIGHTEST) if not self._by_hand else 1.0
        self._sharing = True
        self.table.fold([number for number in range(len(columns)) if number not in shown])
        for number in range(len(columns)):
            self.setColumnHidden(number, number not in shown)
            if number in shown:
                self.setColumnWidth(number, int(asked[number] * factor))
        self._sharing = False
