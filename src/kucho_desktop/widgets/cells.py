"""The cells of a small table in a form: what they hold."""

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from kucho_desktop.core.fields import Field, Record, fields_of
from kucho_desktop.core.i18n import _
from kucho_desktop.widgets.editors import kind_name

Index: TypeAlias = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)


@dataclass(frozen=True)
class CellNote:
    """Small words in a cell beside its text, such as a reading over a name or an age.

    instead_of: the column in whose place they stand; where that one is shown they are not.
    """

    text: Callable[[Any], str]
    above: bool = False
    instead_of: str = ""


@dataclass
class _Row:
    """A record and what was typed into its cells that cannot be kept yet."""

    record: Any
    drafts: dict[str, str] = field(default_factory=dict)
    told: bool = False


class RowsModel(QAbstractTableModel):
    """Rows are records, columns are fields; `edited` names the field that was changed rightly."""

    edited = Signal(str)

    def __init__(self, kind: type[Record]) -> None:
        super().__init__()
        self._kind = kind
        self._rows: list[_Row] = []
        self.fields: list[Field] = []
        self.notes: Mapping[str, CellNote] = {}
        self.known = [each for each in fields_of(kind) if each.kind.record is None]
        self.show_columns([each.name for each in self.known])

    def show_columns(self, names: Sequence[str]) -> None:
        known = {each.name: each for each in self.known}
        self.beginResetModel()
        self.fields = [known[name] for name in names]
        self.endResetModel()

    def show_rows(self, records: Sequence[Any], *, keep: bool) -> None:
        """Show these; keep: unfinished cells and rows that nobody has been told of stay."""
        before = {row.record.id: row.drafts for row in self._rows if row.record.id} if keep else {}
        new = [row for row in self._rows if keep and not row.record.id and not row.told]
        self.beginResetModel()
        self._rows = [_Row(record, before.get(record.id, {})) for record in records] + new
        self.endResetModel()

    def unfinished(self, typed: tuple[int, int, str] | None = None) -> list[list[Any]]:
        """[id, number of the row, what a new one holds, texts of cells that are not kept], as JSON.

        typed: (row, column, text) of the cell that is just being typed into.
        """
        found: list[list[Any]] = []
        for number, row in enumerate(self._rows):
            drafts = dict(row.drafts)
            if typed is not None and typed[0] == number:
                drafts[self.fields[typed[1]].name] = typed[2]
            if drafts:
                own = {} if row.record.id else _filled(row.record)
                found.append([row.record.id, number, own, drafts])
        return found

    def take_up(self, unfinished: Sequence[Sequence[Any]]) -> None:
        """Put unfinished cells back; a row that has gone since is not brought back."""
        self.beginResetModel()
        by_id = {row.record.id: row for row in self._rows if row.record.id}
        for id_, _number, own, drafts in unfinished:
            if id_ in by_id:
                by_id[id_].drafts.update(drafts)
            elif not id_:
                record = dataclasses.replace(empty_record(self._kind), **own)
                self._rows.append(_Row(record, dict(drafts)))
        self.endResetModel()

    def put_off(self, kept: Sequence[Any]) -> None:
        """Cells that could not be written become unfinished ones."""
        known = {record.id: record for record in kept}
        self.beginResetModel()
        for row in self._rows:
            before = known.get(row.record.id) if row.record.id else empty_record(self._kind)
            if before is None:
                continue
            for each in self.known:
                if getattr(row.record, each.name) != getattr(before, each.name):
                    row.drafts[each.name] = each.text(row.record)
            row.record, row.told = before, False
        there = {row.record.id for row in self._rows}
        self._rows += [_Row(record) for record in kept if record.id not in there]
        self.endResetModel()

    def value(self) -> tuple[Any, ...]:
        """Every row that holds something; a row just added and still empty does not count."""
        return tuple(row.record for row in self._rows if row.record.id or not _is_blank(row.record))

    def id_at(self, row: int) -> int:
        return int(self._rows[row].record.id) if 0 <= row < len(self._rows) else 0

    def row_of(self, id_: int, otherwise: int) -> int:
        rows = [row for row, each in enumerate(self._rows) if id_ and each.record.id == id_]
        return rows[0] if rows else otherwise

    def column_of(self, name: str) -> int:
        return [each.name for each in self.fields].index(name)

    def add_row(self) -> int:
        last = len(self._rows)
        self.beginInsertRows(_NOWHERE, last, last)
        self._rows.append(_Row(empty_record(self._kind)))
        self.endInsertRows()
        return last

    def remove_row(self, row: int) -> bool:
        """Take it away; tell whether it was in the book or about to be."""
        gone = self._rows[row]
        self.beginRemoveRows(_NOWHERE, row, row)
        del self._rows[row]
        self.endRemoveRows()
        return bool(gone.record.id) or gone.told

    def problem_at(self, row: int, column: int) -> str:
        """Why the text in this cell cannot be kept; empty if it can."""
        if not (0 <= row < len(self._rows) and 0 <= column < len(self.fields)):
            return ""
        each = self.fields[column]
        draft = self._rows[row].drafts.get(each.name)
        if draft is None:
            return ""
        problem = each.problem_with(draft) or _("Not kept yet")
        return _("{field}: {problem}").format(field=each.title, problem=problem)

    def fill_reading(self, row: int, after: str, reading: str) -> None:
        """Put the reading of a name into the kana field that follows it, if that is empty."""
        names = [each.name for each in fields_of(self._kind)]
        kana = [each for each in fields_of(self._kind) if kind_name(each) == "kana"]
        kana = [each for each in kana if names.index(each.name) > names.index(after)]
        if kana and not getattr(self._rows[row].record, kana[0].name):
            record = self._rows[row].record
            tidied = kana[0].kind.tidy(reading)
            self._rows[row].record = dataclasses.replace(record, **{kana[0].name: tidied})
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.fields) - 1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.fields)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role not in (_DISPLAY, _EDIT, _SPOKEN) or not index.isValid():
            return None
        row, each = self._rows[index.row()], self.fields[index.column()]
        text = row.drafts.get(each.name, self._text(each, row.record))
        return f"{text} {self.note_at(index)}".rstrip() if role == _SPOKEN else text

    def _text(self, each: Field, record: Any) -> str:
        """A choice that was not made is an empty cell, not a word for it."""
        unsaid = each.kind.choices and getattr(record, each.name) == each.kind.empty
        return "" if unsaid else each.text(record)

    def note_at(self, index: Index) -> str:
        """The small words in this cell."""
        note = self.notes.get(self.fields[index.column()].name)
        if note is None or any(each.name == note.instead_of for each in self.fields):
            return ""
        return note.text(self._rows[index.row()].record)

    def headerData(  # noqa: N802
        self, section: int, direction: Qt.Orientation, role: int = _DISPLAY
    ) -> str | None:
        if role != _DISPLAY or direction == Qt.Orientation.Vertical:
            return None
        return self.fields[section].title

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:  # noqa: N802
        """Take what was typed (or chosen); what is wrong stays as a draft."""
        row, each = self._rows[index.row()], self.fields[index.column()]
        if value is None:
            if each.problem_with(""):
                return False
            value = each.kind.empty
        if isinstance(value, str) and not each.kind.choices:
            wrong = each.problem_with(value)
            known = each.name not in row.drafts or wrong
            if known and value == row.drafts.get(each.name, each.text(row.record)):
                return False
            if wrong:
                row.drafts[each.name] = value
                self.dataChanged.emit(index, index)
                self.edited.emit("")
                return True
            value = each.kind.tidy(value)
        row.drafts.pop(each.name, None)
        if value != getattr(row.record, each.name):
            row.record = dataclasses.replace(row.record, **{each.name: value})
            row.told = not _is_blank(row.record)
        self.dataChanged.emit(index, index)
        self.edited.emit(each.name)
        return True

    def field_at(self, index: Index) -> Field:
        return self.fields[index.column()]

    def record_at(self, index: Index) -> Any:
        return self._rows[index.row()].record


def empty_record(kind: type[Record]) -> Any:
    """A record with nothing in it and the id 0: not in the book yet."""
    given: dict[str, object] = {}
    for each in dataclasses.fields(kind):
        missing = dataclasses.MISSING
        if each.default is missing and each.default_factory is missing:
            given[each.name] = 0 if each.type in (int, "int") else ""
    return kind(**given)


def _filled(record: Any) -> dict[str, Any]:
    """What a new record holds already."""
    blank = empty_record(type(record))
    values = ((each.name, getattr(record, each.name)) for each in fields_of(type(record)))
    return {name: value for name, value in values if value != getattr(blank, name)}


def _is_blank(record: Any) -> bool:
    blank = empty_record(type(record))
    return all(
        getattr(record, each.name) == getattr(blank, each.name) for each in fields_of(type(record))
    )
