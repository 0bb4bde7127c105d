"""A small table of figures: as high as its rows, walked with the arrow keys."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QFocusEvent, QResizeEvent

from kucho_desktop.widgets import theme
from kucho_desktop.widgets.record_list import RecordList
from kucho_desktop.widgets.table import Column, PagedTable


@dataclass(frozen=True)
class Figures:
    """A row: its texts column by column, and what it is about (an id, 0 for nothing)."""

    id: int
    texts: tuple[str, ...]
    about: int = 0


class _Text:
    """The text of one column."""

    def __init__(self, column: int) -> None:
        self._column = column

    def __call__(self, row: Figures) -> str:
        return row.texts[self._column]


class FigureList(RecordList):
    """columns: (title, width in full-width characters, style) as in `table.Column`.

    most_rows: more of them scroll.
    """

    def __init__(
        self,
        name: str,
        title: str,
        columns: Sequence[tuple[str, float, str]],
        most_rows: int = 14,
    ) -> None:
        made = [
            Column(str(at), heading, width, _Text(at), style)
            for at, (heading, width, style) in enumerate(columns)
        ]
        self._rows: list[Figures] = []
        self._most = most_rows
        super().__init__(PagedTable(made, self._fetch), name, title)

    def _fetch(self, ids: Sequence[int]) -> list[Figures]:
        return [self._rows[id_ - 1] for id_ in ids]

    def show_figures(self, rows: Sequence[Sequence[str]], about: Sequence[int] = ()) -> None:
        """Show these; about: what each row is about, where one can go there."""
        ids = range(1, len(rows) + 1)
        own = about or [0] * len(rows)
        self._rows = [
            Figures(id_, tuple(row), each) for id_, row, each in zip(ids, rows, own, strict=True)
        ]
        self.show_ids(list(ids))
        if not self.hasFocus():
            self.clearSelection()
        self._be_as_high_as_rows()

    def about(self, id_: int) -> int:
        """What a row is about; 0 for nothing."""
        return self._rows[id_ - 1].about if 0 < id_ <= len(self._rows) else 0

    def text_at(self, row: int) -> str:
        """All that a row says."""
        return " ".join(self._rows[row].texts)

    def rows(self) -> int:
        return len(self._rows)

    def _be_as_high_as_rows(self) -> None:
        shown = min(max(len(self._rows), 1), self._most)
        bar = self.horizontalScrollBar()
        extra = bar.sizeHint().height() if bar.maximum() else 0
        self.setFixedHeight((shown + 1) * theme.now().row + 8 + extra)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """The row that one is on is marked while one is here; figures alone have no mark."""
        super().focusInEvent(event)
        self.selectRow(max(self.currentIndex().row(), 0))

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.clearSelection()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._be_as_high_as_rows()
