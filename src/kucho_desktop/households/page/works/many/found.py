"""The households that were found: ticked or not, in columns that one chooses, sorted by any."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from kucho_desktop.core.i18n import _
from kucho_desktop.households.model import Household
from kucho_desktop.households.model.lists.as_of import AsOf
from kucho_desktop.households.model.lists.batch import Foreseen
from kucho_desktop.households.model.lists.traits import Trait, traits
from kucho_desktop.households.page.list.columns import name_of
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.drawing import RowDelegate
from kucho_desktop.widgets.icons import picture
from kucho_desktop.widgets.record_list import RecordList
from kucho_desktop.widgets.table import Column, Index, PagedTable, Row

TICK = "tick"
EFFECT = "effect"
_STYLES = {"name": "bold", "kana": "second", "number": "number", "yen": "number"}
_NARROW = {"tonarigumi_id": 6.0, "head": 6.5, "kana": 7.5, "address": 9.0, "names": 10.0}


def _nothing(_ids: Sequence[int]) -> Sequence[Household]:
    return ()


class FoundTable(PagedTable):
    """All of them are in memory; a row's texts are made when it is first looked at."""

    def __init__(self) -> None:
        super().__init__([], _nothing)
        self._records: Mapping[int, Household] = {}
        self._texts: dict[int, tuple[str, ...]] = {}
        self._foreseen: Mapping[int, Foreseen] | None = None
        self._without: Collection[int] = frozenset()

    def take(self, records: Mapping[int, Household]) -> None:
        """The households by id, as they are now."""
        self._records = records
        self._texts.clear()

    def show_columns(self, names: Sequence[str], as_of: AsOf) -> None:
        """These traits, behind the ticks; what will be stands behind the name."""
        columns = [_column(traits()[name], as_of) for name in names]
        if self._foreseen is not None:
            columns.insert(_behind_name(names), Column(EFFECT, _("Now → then"), 13, self._effect))
        tick = Column(TICK, _("Chosen"), 2.6, self._tick)
        self.beginResetModel()
        self.columns = [tick, *columns]
        self._texts.clear()
        self.endResetModel()

    def foresee(self, foreseen: Iterable[Foreseen] | None) -> None:
        """What a change will do to them; None where none is thought of."""
        made = None if foreseen is None else {each.household.id: each for each in foreseen}
        self._foreseen = made
        self._texts.clear()

    def leave_out(self, without: Collection[int]) -> None:
        """Those without a tick; the rows are drawn again by the list."""
        self._without = without

    def is_ticked(self, row: int) -> bool:
        return self.id_at(row) not in self._without

    def row_at(self, row: int) -> Row:
        id_ = self.id_at(row)
        record = self._records.get(id_)
        if record is None:
            return Row(None, ("",) * len(self.columns))
        texts = self._texts.get(id_)
        if texts is None:
            texts = self._texts[id_] = tuple(each.text(record) for each in self.columns[1:])
        return Row(record, (self._tick(record), *texts), self._looks_faint(record))

    def _tick(self, record: Household) -> str:
        """For whoever hears it; who sees it sees a box."""
        return "" if record.id in self._without else _("chosen")

    def _looks_faint(self, record: Household) -> bool:
        if self._foreseen is None:
            return record.id in self._without
        seen = self._foreseen.get(record.id)
        return seen is None or not seen.changes

    def _effect(self, record: Household) -> str:
        seen = self._foreseen.get(record.id) if self._foreseen is not None else None
        if seen is None:
            return _("(not chosen)")
        if not seen.changes:
            return _("stays: {value}").format(value=_one_line(seen.old))
        said = {"old": _one_line(seen.old), "new": _one_line(seen.new)}
        return _("{old} → {new}").format(**said)


def _one_line(text: str) -> str:
    return " ".join(text.split()) or _("(empty)")


def _behind_name(names: Sequence[str]) -> int:
    return names.index("head") + 1 if "head" in names else 0


def _column(trait: Trait, as_of: AsOf) -> Column:
    width = _NARROW.get(trait.name, max(float(trait.width), len(trait.title) + 1.0))
    style = _STYLES.get(trait.kind.name, "")
    return Column(trait.name, trait.title, width, _text(trait, as_of), style)


def _text(trait: Trait, as_of: AsOf) -> Callable[[Household], str]:
    if trait.name == "head":
        return name_of

    def text(household: Household) -> str:
        value = trait.of(household, as_of.day)
        shown = as_of.name(value) if trait.kind.table else trait.kind.show(value)
        return " ".join(shown.splitlines()) if "\n" in shown else shown

    return text


class TickDelegate(RowDelegate):
    """Draws the box of the first column."""

    def __init__(self, parent: "FoundList", model: FoundTable) -> None:
        super().__init__(parent, model)
        self._found = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.column() != 0:
            super().paint(painter, option, index)
            return
        now, rect = theme.now(), option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, now.colour("go_pale"))
            painter.fillRect(rect.x(), rect.y(), 4, rect.height(), now.colour("go"))
        painter.setPen(now.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        side, ticked = now.icon, self._found.is_ticked(index.row())
        top = rect.y() + (rect.height() - side) / 2
        box = QRectF(rect.x() + 12.5, top + 0.5, side - 1, side - 1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(now.colour("go" if ticked else "rim"), 1.5))
        painter.setBrush(now.colour("go" if ticked else "card"))
        painter.drawRoundedRect(box, 5, 5)
        if ticked:
            painter.drawPixmap(box.topLeft(), picture("check", "on_go", side))
        painter.restore()


class FoundList(RecordList):
    """Space ticks a row, Shift with an arrow ticks on, Ctrl+A all; a heading sorts.

    ticked: (ids, on or off). sorts: (the name of a column).
    """

    ticked = Signal(object, bool)
    sorts = Signal(str)

    def __init__(self, table: FoundTable) -> None:
        super().__init__(table, "households-found", _("Households that were found"))
        self.found = table
        self.setItemDelegate(TickDelegate(self, table))
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(theme.now().icon + 24)
        header.sectionClicked.connect(self._sort)

    def show_columns(self, names: Sequence[str], as_of: AsOf) -> None:
        """The row that one is on stays."""
        here = self.selected_id()
        self.found.show_columns(names, as_of)
        self._share_width()
        self.select(here)

    def mark_sort(self, name: str, *, backwards: bool) -> None:
        """Show by which column they are sorted."""
        header = self.horizontalHeader()
        at = [place for place, each in enumerate(self.found.columns) if each.name == name]
        header.setSortIndicatorShown(bool(at))
        if at:
            ways = Qt.SortOrder
            way = ways.DescendingOrder if backwards else ways.AscendingOrder
            header.setSortIndicator(at[0], way)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        row, key = self.currentIndex().row(), Qt.Key(event.key())
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Space and row >= 0:
            self._toggle(row)
        elif key in ways and shift and row >= 0:
            self._go_on(row, ways[key])
        elif key == Qt.Key.Key_A and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            ids = [self.found.id_at(each) for each in range(self.found.rowCount())]
            self.ticked.emit(ids, not shift)
        else:
            super().keyPressEvent(event)

    def _toggle(self, row: int) -> None:
        self.ticked.emit([self.found.id_at(row)], not self.found.is_ticked(row))

    def _go_on(self, row: int, way: int) -> None:
        """The next row becomes what this one is."""
        to = row + way
        if 0 <= to < self.found.rowCount():
            self.ticked.emit([self.found.id_at(to)], self.found.is_ticked(row))
            self.select(self.found.id_at(to))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click on a box ticks; with Shift all from the row that one was on."""
        index = self.indexAt(event.position().toPoint())
        before = self.currentIndex().row()
        if index.isValid() and index.column() == 0:
            super().mousePressEvent(event)
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and before >= 0:
                first, last = sorted((before, index.row()))
                ids = [self.found.id_at(row) for row in range(first, last + 1)]
                self.ticked.emit(ids, self.found.is_ticked(before))
            else:
                self._toggle(index.row())
        else:
            super().mousePressEvent(event)

    @Slot(int)
    def _sort(self, section: int) -> None:
        name = self.found.columns[section].name
        if name not in (TICK, EFFECT):
            self.sorts.emit(name)
