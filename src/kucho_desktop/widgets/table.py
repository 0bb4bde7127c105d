"""A long list of records: ids in the order of the view, the records themselves fetched in pages.

>>> table = PagedTable(columns_of(Household, ["number", "head", "kana"]), fetch)
>>> table.show_ids(ids)              # all of them, in order
>>> table.show_rows(filter.find("たか"))   # only these rows of them
"""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from kucho_desktop.core.fields import Field, Record, fields_of

Index: TypeAlias = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_SIDE = int(Qt.ItemDataRole.TextAlignmentRole)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_PAGE = 24
_MOST_KEPT = 2400


@dataclass(frozen=True)
class Column:
    """What one column shows. width in full-width characters.

    style: "" plain, "bold" a name, "second" in second ink, "number" to the right in even digits.
    spare: may be left out where the list is too narrow for it. under: the column under whose text
    it stands then, in small type.
    """

    name: str
    title: str
    width: float
    text: Callable[[Any], str]
    style: str = ""
    spare: bool = False
    under: str = ""


def columns_of(
    kind: type[Record],
    names: Sequence[str],
    *,
    styles: Mapping[str, str] | None = None,
    widths: Mapping[str, float] | None = None,
    spare: Sequence[str] = (),
) -> list[Column]:
    """Columns for these fields. Names are bold and readings in second ink by themselves."""
    known = {field.name: field for field in fields_of(kind)}
    by_kind = {"name": "bold", "kana": "second", "number": "number", "yen": "number"}
    return [
        Column(
            name,
            known[name].title,
            (widths or {}).get(name, known[name].width),
            _text_of(known[name]),
            (styles or {}).get(name, by_kind.get(known[name].kind.name, "")),
            name in spare,
        )
        for name in names
    ]


def _text_of(field: Field) -> Callable[[Any], str]:
    return field.text


@dataclass(frozen=True)
class Row:
    """A record as the list draws it."""

    record: Any
    texts: tuple[str, ...]
    is_faint: bool = False


class PagedTable(QAbstractTableModel):
    """Rows are ids; a record is fetched, with its neighbours, when it is first looked at.

    fetch: the records of some ids, in any order. is_faint: records drawn in second ink.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        fetch: Callable[[Sequence[int]], Sequence[Any]],
        *,
        is_faint: Callable[[Any], bool] | None = None,
    ) -> None:
        super().__init__()
        self.columns = list(columns)
        self._fetch = fetch
        self._is_faint = is_faint
        self._below: dict[int, int] = {}
        self._ids: array[int] = array("q")
        self._rows: Sequence[int] = range(0)
        self._kept: OrderedDict[int, Row] = OrderedDict()

    def fold(self, left_out: Sequence[int]) -> None:
        """Say which columns have no room of their own; some stand under the text of another."""
        numbers = {column.name: number for number, column in enumerate(self.columns)}
        self._below = {
            numbers[self.columns[each].under]: each
            for each in left_out
            if self.columns[each].under in numbers
        }

    def below(self, column: int) -> int | None:
        """The column that stands under the text of this one; None if there is none."""
        return self._below.get(column)

    def show_ids(self, ids: Sequence[int], rows: Sequence[int] | None = None) -> None:
        """Show these ids, or only some rows of them. Every record is read again."""
        self.beginResetModel()
        self._ids = array("q", ids)
        self._rows = range(len(ids)) if rows is None else rows
        self._kept.clear()
        self.endResetModel()

    def show_rows(self, rows: Sequence[int]) -> None:
        """Show only these rows of the ids."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def id_at(self, row: int) -> int:
        return self._ids[self._rows[row]] if 0 <= row < len(self._rows) else 0

    def row_of(self, id_: int) -> int:
        """Where a record stands now; -1 if it is not shown."""
        try:
            place = self._ids.index(id_)
            if isinstance(self._rows, range):
                return place
            return self._rows.index(place)
        except ValueError:
            return -1

    def record_at(self, row: int) -> Any:
        return self.row_at(row).record

    def row_at(self, row: int) -> Row:
        """The record in a row and its texts; an empty row if it is gone meanwhile."""
        id_ = self._ids[self._rows[row]]
        found = self._kept.get(id_)
        if found is None:
            self._fetch_around(row)
            found = self._kept.get(id_) or Row(None, ("",) * len(self.columns))
        return found

    def _fetch_around(self, row: int) -> None:
        start = row - row % _PAGE
        wanted = [self._ids[place] for place in self._rows[start : start + _PAGE]]
        for record in self._fetch([id_ for id_ in wanted if id_ not in self._kept]):
            texts = tuple(column.text(record) for column in self.columns)
            faint = self._is_faint is not None and self._is_faint(record)
            self._kept[record.id] = Row(record, texts, faint)
        while len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> str | None:
        if role in (_DISPLAY, _SPOKEN) and index.isValid():
            texts, below = self.row_at(index.row()).texts, self.below(index.column())
            if role == _SPOKEN and below is not None:
                return " ".join((texts[index.column()], texts[below])).strip()
            return texts[index.column()]
        return None

    def headerData(  # noqa: N802
        self, section: int, direction: Qt.Orientation, role: int = _DISPLAY
    ) -> str | int | None:
        if direction == Qt.Orientation.Vertical:
            return None
        if role == _SIDE and self.columns[section].style == "number":
            return _RIGHT
        return self.columns[section].title if role == _DISPLAY else None
