"""The list into which one types what came back, house after house, without a mouse."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QTableView,
    QWidget,
)

from kucho_desktop.core.i18n import _
from kucho_desktop.households.page.works.rounds.walk_delegate import LineDelegate
from kucho_desktop.households.page.works.rounds.walk_lines import TYPED, WalkLines
from kucho_desktop.widgets import theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WIDTHS = {"order": 2.2, "name": 7, "phone": 7.6, "mobile": 8, "people": 2.8, "state": 4.4}
_QUESTION = 3.5
_GROUP = 6
_TIGHTEST = 0.9
_LAST = ("people", "mobile")
"""Columns that give way first where there is little room: the last one first."""


class WalkList(QTableView):
    """Enter keeps a line and goes on. Digits turn answers, letters open what is to be corrected.

    keep: (row) as it stands. left: (row) the same, of a line that was typed into.
    does_not_answer, still_out: (row). happened: (row) something else has changed there.
    ended: Enter was pressed in the last line.
    """

    keep = Signal(int)
    left = Signal(int)
    does_not_answer = Signal(int)
    still_out = Signal(int)
    happened = Signal(int)
    ended = Signal()

    def __init__(self, lines: WalkLines) -> None:
        super().__init__()
        self.lines = lines
        self._quiet = False
        self.setModel(lines)
        self.setAccessibleName(_("Households in walking order"))
        self.setItemDelegate(LineDelegate(self, lines))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.now().row)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setFixedHeight(theme.now().row)
        self.selectionModel().currentRowChanged.connect(self._leave_row)
        self.clicked.connect(self._click)
        self.doubleClicked.connect(self._open)

    def row(self) -> int:
        return self.currentIndex().row()

    def go_to_row(self, row: int) -> None:
        """Show and select a line; nothing of the line before is kept by that."""
        self._quiet = True
        self.setCurrentIndex(self.lines.index(row, 1))
        self._quiet = False

    def go_on(self) -> None:
        """To the line below, or to the end."""
        if self.row() + 1 < self.lines.rowCount():
            self.go_to_row(self.row() + 1)
        else:
            self.ended.emit()

    def type_into(self, name: str) -> None:
        """Open a cell of this line to correct what stands there."""
        index = self.lines.index(self.row(), self.lines.columns.index(name))
        if index.isValid():
            self.setColumnHidden(index.column(), False)
            self.setCurrentIndex(index)
            self.edit(index)

    @Slot()
    def type_phone(self) -> None:
        self.type_into("phone")

    @Slot()
    def type_mobile(self) -> None:
        self.type_into("mobile")

    @Slot()
    def type_people(self) -> None:
        self.type_into("people")

    def is_typing(self) -> bool:
        return self.state() == QAbstractItemView.State.EditingState

    def closeEditor(  # noqa: N802
        self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint
    ) -> None:
        """The keys belong to the list again."""
        super().closeEditor(editor, hint)
        self.setFocus()

    def stop_typing(self) -> None:
        """Take what is being typed into a cell."""
        editor = self.indexWidget(self.currentIndex())
        if self.is_typing() and editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def typing(self) -> tuple[int, str, str] | None:
        """The household, the column and the text of the cell that is just being typed into."""
        editor = self.indexWidget(self.currentIndex())
        if not self.is_typing() or not isinstance(editor, QLineEdit):
            return None
        here = self.currentIndex()
        return self.lines.id_at(here.row()), self.lines.columns[here.column()], editor.text()

    def type_again(self, id_: int, name: str, text: str) -> None:
        """The cell is open, and the text stands in it."""
        row = self.lines.row_of(id_)
        if row < 0:
            return
        self.go_to_row(row)
        self.type_into(name)
        editor = self.indexWidget(self.currentIndex())
        if isinstance(editor, QLineEdit):
            editor.setText(text)

    # keys and the mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        row, key, text = self.row(), event.key(), event.text()
        plain = not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        if row < 0 or not plain:
            super().keyPressEvent(event)
        elif key in _ENTER:
            self.keep.emit(row)
        elif key == Qt.Key.Key_Escape and self.lines.is_touched(row):
            self.lines.forget(self.lines.id_at(row))
        elif text.isdecimal():
            self._turn(row, int(text))
        elif key == Qt.Key.Key_Delete:
            self.still_out.emit(row)
        elif key == Qt.Key.Key_X:
            self.does_not_answer.emit(row)
        elif key == Qt.Key.Key_E:
            self.happened.emit(row)
        elif key in _LETTERS:
            self.type_into(_LETTERS[Qt.Key(key)])
        elif key not in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            super().keyPressEvent(event)

    def _turn(self, row: int, digit: int) -> None:
        if digit:
            self.lines.turn(row, digit - 1)
        else:
            self.lines.turn_all(row)

    def keyboardSearch(self, _search: str) -> None:  # noqa: N802
        """Letters do something else here."""

    @Slot(QModelIndex)
    def _click(self, index: QModelIndex) -> None:
        number = index.column() - len(TYPED) - 2
        if 0 <= number < len(self.lines.asked):
            self.lines.turn(index.row(), number)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        name = self.lines.columns[index.column()]
        if name in TYPED:
            self.type_into(name)

    @Slot(QModelIndex, QModelIndex)
    def _leave_row(self, _now: QModelIndex, before: QModelIndex) -> None:
        """Whoever typed into a line has it in his hand: it is kept when he goes to another one."""
        if not self._quiet and before.isValid() and self.lines.is_touched(before.row()):
            self.left.emit(before.row())

    # widths

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.share_width()

    def share_width(self) -> None:
        """Every column gets what it asks for; the name takes what is left."""
        now, room = theme.now(), self.viewport().width() - 1
        columns = self.lines.columns
        asked = {name: now.ems(_WIDTHS.get(name, _QUESTION)) + 14 for name in columns}
        asked["order"] += now.ems(_GROUP) if self.lines.groups else 0
        shown = list(columns)
        for name in _LAST[::-1]:
            if sum(asked[each] for each in shown) * _TIGHTEST > room:
                shown.remove(name)
        left = room - sum(asked[each] for each in shown)
        factor = min(1.0, room / max(room - left, 1))
        asked["name"] += max(left, 0)
        for number, name in enumerate(columns):
            self.setColumnHidden(number, name not in shown)
            self.setColumnWidth(number, int(asked[name] * factor))


_LETTERS = {
    Qt.Key.Key_T: "phone",
    Qt.Key.Key_F2: "phone",
    Qt.Key.Key_K: "mobile",
    Qt.Key.Key_N: "people",
}
