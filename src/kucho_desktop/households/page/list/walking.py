"""The list of households, in which a house can be moved along the street."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from kucho_desktop.core.i18n import _
from kucho_desktop.widgets.record_list import RecordList
from kucho_desktop.widgets.table import Index, PagedTable

_ROW = (
    Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
    | Qt.ItemFlag.ItemIsDragEnabled
)
"""Qt asks for them many times per row."""


class WalkingTable(PagedTable):
    """Rows that can be taken and let go between others."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _ROW if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled

    def group_at(self, row: int) -> int | None:
        """The group of a row; -1 where there is no row."""
        if not 0 <= row < self.rowCount():
            return -1
        record = self.record_at(row)
        group: int | None = record.tonarigumi_id if record is not None else -1
        return group


class WalkingList(RecordList):
    """Alt with an arrow key, or drawing a row with the mouse, moves a house within its group.

    moved: (id, id of the household that it shall stand before, 0 for the end of its group).
    refused: a sentence on why it cannot stand there.
    """

    moved = Signal(int, int)
    refused = Signal(str)

    def __init__(self, table: WalkingTable, name: str, title: str) -> None:
        super().__init__(table, name, title)
        self.walking = table
        self._can_move = False
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)
        self.let_move(False)

    def let_move(self, can_move: bool) -> None:
        """Only in walking order, and only where no house between is hidden."""
        self._can_move = can_move
        self.setDragEnabled(can_move)
        self.setAcceptDrops(can_move)

    def can_move(self, by: int) -> bool:
        """Whether the selected house has another one of its group before or after it."""
        row = self.currentIndex().row()
        if not self._can_move or row < 0:
            return False
        return self.walking.group_at(row + by) == self.walking.group_at(row)

    def move_selected(self, by: int) -> None:
        """One place up (-1) or down (+1)."""
        if self.can_move(by):
            row = self.currentIndex().row()
            self._tell_moved(row, row - 1 if by < 0 else row + 2)

    def _tell_moved(self, row: int, to: int) -> None:
        """Let the house of a row stand before the row `to`, or last in its group."""
        table = self.walking
        group = table.group_at(row)
        if group not in (table.group_at(to), table.group_at(to - 1)):
            self.refused.emit(
                _(
                    "Drawing moves a house within its group."
                    " For another group, please choose it in the form at “{field}”."
                ).format(field=_("Group"))
            )
            return
        before = table.id_at(to) if table.group_at(to) == group else 0
        id_ = table.id_at(row)
        if before != id_ and to != row + 1:
            self.moved.emit(id_, before)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in ways:
            self.move_selected(ways[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if event.source() is self:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        super().dragMoveEvent(event)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """The list itself changes nothing: the book does, and then it is read again."""
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        self.drop_at(event.position().toPoint())

    def drop_at(self, place: QPoint) -> None:
        """Let the selected house go at this place of the view."""
        index = self.indexAt(place)
        to = index.row() if index.isValid() else self.walking.rowCount()
        if index.isValid() and place.y() > self.visualRect(index).center().y():
            to += 1
        self._tell_moved(self.currentIndex().row(), to)
