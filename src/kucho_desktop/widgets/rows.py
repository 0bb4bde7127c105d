"""Rows of another record inside a form, such as a household's members."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QHeaderView, QTableView, QVBoxLayout, QWidget

from kucho_desktop.core.fields import Field, Record
from kucho_desktop.core.i18n import _
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.cell_delegate import CellDelegate
from kucho_desktop.widgets.cells import CellNote, RowsModel
from kucho_desktop.widgets.editors import Editor
from kucho_desktop.widgets.parts import button, words
from kucho_desktop.widgets.typed_line import Line
from kucho_desktop.widgets.wrapping import Wrapping

_MOST_ROWS = 9
_PADDING = 16
_EDGES = 6
_NEXT = QAbstractItemDelegate.EndEditHint.EditNextItem
_PREVIOUS = QAbstractItemDelegate.EndEditHint.EditPreviousItem
_NO_HINT = QAbstractItemDelegate.EndEditHint.NoHint


class RowsView(QTableView):
    """Arrow keys walk over the cells, Enter or typing opens one, Enter or Tab opens the next."""

    def __init__(self, after: QWidget) -> None:
        super().__init__()
        self.setObjectName("rows")
        self._after = after
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QTableView.EditTrigger.AnyKeyPressed
            | QTableView.EditTrigger.EditKeyPressed
            | QTableView.EditTrigger.DoubleClicked
            | QTableView.EditTrigger.SelectedClicked
        )
        self.setShowGrid(False)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.now().row)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.model().setData(self.currentIndex(), None)
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:  # noqa: N802
        """Qt would walk round in a ring; after the last cell comes the button below."""
        if hint == _NEXT and self._is_end(1):
            super().closeEditor(editor, _NO_HINT)
            self._after.setFocus(Qt.FocusReason.TabFocusReason)
        elif hint == _PREVIOUS and self._is_end(-1):
            super().closeEditor(editor, _NO_HINT)
        else:
            super().closeEditor(editor, hint)

    def _is_end(self, way: int) -> bool:
        here, model = self.currentIndex(), self.model()
        last = (model.rowCount() - 1, model.columnCount() - 1)
        return (here.row(), here.column()) == (last if way > 0 else (0, 0))


class RowsEditor(Editor):
    """A small table in a form: its value is the tuple of all rows, new ones with the id 0.

    A cell that is wrong keeps what was typed and says why below; the other cells are kept.
    """

    def __init__(self, field: Field) -> None:
        self._row = theme.now().row
        self._names: list[str] = []
        self._widths: dict[str, float] = {}
        self._spare: list[str] = []
        self.add = button(_("Add a row"), icon="plus")
        self.view = RowsView(self.add)
        super().__init__(field, self.view)
        assert field.kind.record is not None
        self.model = RowsModel(field.kind.record)
        self.delegate = CellDelegate(self.view, self.model)
        self.view.setModel(self.model)
        self.view.setItemDelegate(self.delegate)
        self.remove = button(_("Remove this row"), self._remove, icon="trash-2")
        self.said = words("", "problem")
        self.said.hide()
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.setSpacing(theme.now().gap)
        layout.addWidget(self.said)
        self._buttons = Wrapping(self.add, self.remove)
        layout.addLayout(self._buttons)
        self.add.clicked.connect(self._add)
        self.model.edited.connect(self._tell)
        self.view.selectionModel().currentChanged.connect(self._show_problem)
        self._last_dated = False
        self._fit()

    def name_buttons(self, add: str, remove: str) -> None:
        """Say in words what a row is: (家族を加える, この人を消す)."""
        self.add.setText(add)
        self.remove.setText(remove)

    def add_button(self, made: QWidget) -> None:
        """A further button under the rows."""
        self._buttons.addWidget(made)

    def add_below(self, part: QWidget) -> None:
        """Something under the buttons that says more of the selected row."""
        layout = self.layout()
        assert layout is not None
        layout.addWidget(part)

    def show_columns(
        self,
        names: Sequence[str],
        *,
        widths: Mapping[str, float] | None = None,
        spare: Sequence[str] = (),
    ) -> None:
        """Show only these fields, in this order.

        widths: in full-width characters, where it is not the field's own. spare: fields that are
        shown only where there is room, the least wanted last.
        """
        self._names, self._widths, self._spare = list(names), dict(widths or {}), list(spare)
        self.model.show_columns(names)
        self._choose_columns()

    def show_notes(self, notes: Mapping[str, CellNote]) -> None:
        """Put small words into the cells of these columns; the rows get higher for it."""
        self.model.notes = notes
        now = theme.now()
        self._row = now.row + now.small - 2 if notes else now.row
        self.view.verticalHeader().setDefaultSectionSize(self._row)
        self._fit()

    def show_value(self, value: Any) -> None:
        self.model.show_rows(tuple(value or ()), keep=False)
        self._fit()

    def show_again(self, value: Any) -> None:
        here = self.view.currentIndex()
        row_id = self.model.id_at(here.row())
        if tuple(value or ()) == self.model.value():
            return
        self.model.show_rows(tuple(value or ()), keep=True)
        row = self.model.row_of(row_id, here.row())
        if 0 <= row < self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(row, max(here.column(), 0)))
        self._fit()

    def typed(self) -> str:
        return ""

    def held(self, *, differs: bool) -> Any:
        """Unfinished cells, and the one that is just being typed into."""
        unfinished = self.model.unfinished()
        here = self.view.currentIndex()
        edit = self.view.indexWidget(here) if here.isValid() else None
        if isinstance(edit, Line) and edit.text() != edit.kept:
            unfinished = self.model.unfinished((here.row(), here.column(), edit.text()))
            name = self.model.fields[here.column()].name
            return {"rows": unfinished, "open": [here.row(), name]}
        return {"rows": unfinished, "open": []} if unfinished else None

    def hold_again(self, said: Any) -> None:
        self.model.take_up(said["rows"])
        self._fit()
        if said["open"]:
            row, name = said["open"]
            if row < self.model.rowCount() and name in [each.name for each in self.model.fields]:
                self.select_cell(row, name)
                self.view.edit(self.view.currentIndex())

    def put_off(self, kept: Any) -> None:
        self.model.put_off(tuple(kept or ()))
        self._fit()

    def problem(self) -> str:
        return ""

    def value(self) -> tuple[Record, ...]:
        return self.model.value()

    def is_dated_change(self) -> bool:
        return self._last_dated

    def select_cell(self, row: int, name: str) -> None:
        self.view.setCurrentIndex(self.model.index(row, self.model.column_of(name)))

    @Slot()
    def _add(self) -> None:
        row = self.model.add_row()
        self._fit()
        self.view.setFocus()
        self.view.setCurrentIndex(self.model.index(row, 0))
        self.view.edit(self.model.index(row, 0))

    @Slot()
    def _remove(self) -> None:
        row = self.view.currentIndex().row()
        if row >= 0:
            self._last_dated = False
            was_kept = self.model.remove_row(row)
            self._fit()
            if was_kept:
                self.left.emit()

    @Slot(str)
    def _tell(self, name: str) -> None:
        record = self.field.kind.record
        assert record is not None
        changed = [field for field in self.model.fields if field.name == name]
        new = self.model.id_at(self.view.currentIndex().row()) == 0
        self._last_dated = bool(changed and changed[0].dated) and not new
        self._show_problem(self.view.currentIndex(), QModelIndex())
        self.left.emit()

    @Slot(QModelIndex, QModelIndex)
    def _show_problem(self, current: QModelIndex, _before: QModelIndex) -> None:
        text = self.model.problem_at(current.row(), current.column())
        self.said.setText(text)
        self.said.setVisible(bool(text))
        self.remove.setEnabled(current.isValid())

    def _fit(self) -> None:
        """As high as its rows; a long one scrolls."""
        rows = min(max(self.model.rowCount(), 1), _MOST_ROWS)
        head = self.view.horizontalHeader().sizeHint().height()
        bar = self.view.horizontalScrollBar()
        extra = bar.sizeHint().height() if bar.maximum() > 0 else 0
        self.view.setFixedHeight(head + rows * self._row + 6 + extra)
        self.view.setVisible(self.model.rowCount() > 0)
        self.setFocusProxy(self.view if self.model.rowCount() else self.add)
        self.remove.setVisible(self.model.rowCount() > 0)
        self.remove.setEnabled(self.view.currentIndex().isValid())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._choose_columns()
        self._fit()

    def _choose_columns(self) -> None:
        """Leave spare columns out, the least wanted first, until the others have room."""
        shown = list(self._names) or [field.name for field in self.model.fields]
        asked = self._asked_widths()
        for name in reversed(self._spare):
            if sum(asked[each] for each in shown) > self.width() - _EDGES:
                shown.remove(name)
        if shown != [field.name for field in self.model.fields]:
            row, kept = self.view.currentIndex().row(), self._column_name()
            self.model.show_columns(shown)
            if row >= 0:
                self.select_cell(row, kept if kept in shown else shown[0])
        self._share_width(asked)

    def _asked_widths(self) -> dict[str, int]:
        known = {field.name: field for field in self.model.known}
        return {
            name: theme.now().ems(self._widths.get(name, field.width)) + _PADDING
            for name, field in known.items()
        }

    def _column_name(self) -> str:
        column = self.view.currentIndex().column()
        return self.model.fields[column].name if column >= 0 else ""

    def _share_width(self, asked: Mapping[str, int]) -> None:
        """Give columns what they ask for, and share what is left by how much they ask."""
        shown = [asked[field.name] for field in self.model.fields]
        free = max(self.width() - _EDGES - sum(shown), 0)
        for column, width in enumerate(shown):
            self.view.setColumnWidth(column, width + free * width // max(sum(shown), 1))
