"""Tables over many pages: titles on each, groups kept with their rows, one grid for all.

A grid is a Form XObject, drawn once for all pages of the same shape; that of a table on one page
alone is drawn there.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from kucho_desktop.core.i18n import _
from kucho_desktop.paper import strokes
from kucho_desktop.paper.cells import LINE, READING_ROW, Cells, Y
from kucho_desktop.paper.columns import Column
from kucho_desktop.paper.glyphs import Font
from kucho_desktop.paper.sheet import Sheet

__all__ = ["READING_ROW", "ROW", "Band", "Column", "Row", "Table", "Total"]

ROW = 1.6
"""Height of a row of one line, in type sizes."""
_ROWS_BELOW_BAND = 2
_NEAR = 0.02
"""So near to the highest row that fits is near enough, in type sizes."""

Row = Sequence[str]
"""A text for every column."""


@dataclass(frozen=True)
class Band:
    """A heading across the table, kept with the rows below and said again on the next page."""

    title: str


@dataclass(frozen=True)
class Total:
    """A row in bold letters."""

    texts: Row


class Table:
    """Rows under a heading; takes the sheet's next pages as it needs them.

    row: the height of a row in type sizes, more than ROW where one writes by hand.
    """

    def __init__(
        self,
        sheet: Sheet,
        columns: Sequence[Column],
        *,
        size: float | None = None,
        row: float = ROW,
    ) -> None:
        self._sheet = sheet
        self._size = size or sheet.size
        self._row = self._size * row
        self._columns = columns
        self._edges = _edges(sheet, columns)
        self._cells = Cells(sheet.lettering, columns, self._edges, self._size)
        self._forms: dict[tuple[float, ...], str] = {}
        self._top = 0.0
        self._heights: list[float] = []
        self._texts: list[str] = []
        self._bold_texts: list[str] = []
        self._bands: list[str] = []

    @cached_property
    def _bold(self) -> Cells:
        """Made with the first total: of two hundred rosters of a group none has one."""
        bold = [replace(column, font=Font.TABLE_BOLD) for column in self._columns]
        return Cells(self._sheet.lettering, bold, self._edges, self._size)

    def draw(self, rows: Iterable[Row | Band | Total], spare: int = 0) -> None:
        """Begin where the sheet stands; go on to new pages; leave the sheet below the last row.

        spare: so many empty rows at the end to write in, as far as this page has room.
        """
        self._begin()
        band = ""
        for row in rows:
            if isinstance(row, Band):
                band = row.title
                if not self._has_room(self._row * (1 + _ROWS_BELOW_BAND)):
                    self._turn()
                self._add_band(band)
                continue
            if isinstance(row, Total):
                row, cells = row.texts, self._bold
            else:
                cells = self._cells
            operators = cells.row(row)
            height = self._height(cells.lines(row))
            if not self._has_room(height):
                self._turn()
                if band:
                    self._add_band(_("{group} (continued)").format(group=band))
            self._add_row(operators, height, bold=cells is not self._cells)
        for _spare in range(spare):
            if self._has_room(self._row):
                self._add_row("", self._row)
        self._end(alone=not self._forms)

    def fill_pages(self, rows: Sequence[Row], highest: float, below: float = 0.0) -> None:
        """Let the rows be as high as there is room for on as few pages as they need at least.

        highest: in type sizes. below: points that stay free below the last row.
        """
        pages, more = self.pages(rows, below), self._more(rows)
        low, high = self._row, max(self._row, highest * self._size)
        if pages == 1:
            fits = (self._sheet.room - below - sum(more)) / (len(rows) + 1) - 0.01
            self._row = max(low, min(high, fits))
            return
        while high - low > self._size * _NEAR:
            middle = (low + high) / 2
            if self._pages_of(more, middle, below) > pages:
                high = middle
            else:
                low = middle
        self._row = low

    def pages(self, rows: Sequence[Row], below: float = 0.0) -> int:
        """On how many pages the rows stand, with so many points free below the last one."""
        for row in rows:
            self._cells.row(row)
        return self._pages_of(self._more(rows), self._row, below)

    def _more(self, rows: Sequence[Row]) -> list[float]:
        """How much higher than a row of one line each of them is; they were fitted before."""
        return [self._height(self._cells.lines(row)) - self._row for row in rows]

    def _pages_of(self, more: Sequence[float], height: float, below: float) -> int:
        pages, room = 1, self._sheet.room - height
        for each in more:
            if room < height + each:
                pages, room = pages + 1, self._sheet.top - self._sheet.bottom - height
            room -= height + each
        return pages if room >= below else pages + 1

    def _begin(self) -> None:
        self._sheet.need(self._row * (2 + _ROWS_BELOW_BAND))
        self._top = self._sheet.at
        self._sheet.at -= self._row
        self._heights, self._texts, self._bold_texts, self._bands = [], [], [], []

    def _turn(self) -> None:
        self._end()
        self._sheet.new_page()
        self._begin()

    def _end(self, *, alone: bool = False) -> None:
        sheet = self._sheet
        if alone:
            sheet.draw(self._heading_operators())
            sheet.draw(self._grid_operators())
        else:
            self._add_grid()
        for shade in self._bands:
            sheet.draw(shade)
        if self._texts:
            sheet.draw(self._cells.text(self._texts))
        if self._bold_texts:
            sheet.draw(self._bold.text(self._bold_texts))

    def _has_room(self, height: float) -> bool:
        return self._sheet.room >= height or not self._heights

    def _height(self, lines: int) -> float:
        return self._row + (lines - 1) * self._size * LINE

    def _baseline(self, height: float) -> float:
        return self._sheet.at - height / 2 - self._size * 0.36

    def _add_row(self, operators: str, height: float, *, bold: bool = False) -> None:
        texts = self._bold_texts if bold else self._texts
        texts.append(operators.replace(Y, f"{self._baseline(height):.2f}"))
        self._heights.append(height)
        self._sheet.at -= height

    def _add_band(self, title: str) -> None:
        self._bands.append(self._band_operators())
        self._add_row(self._cells.across(title, Font.TABLE_BOLD), self._row)

    def _band_operators(self) -> str:
        """A shade that covers the grid's upright lines, between two lines of its own."""
        left, right, high = self._edges[0], self._edges[-1], self._sheet.at
        low = high - self._row
        shade = strokes.filled(left, low, right - left, self._row, strokes.BAND_SHADE)
        lines = strokes.line(left, high, right, high), strokes.line(left, low, right, low)
        return " ".join((shade, *lines))

    def _add_grid(self) -> None:
        """The titles and lines of a page; kept for all pages with as many rows of one height."""
        sheet, heights = self._sheet, self._heights
        sheet.page.forms.append(self._kept((self._top,), self._heading_operators))
        if sum(heights) < self._row * len(heights) + 0.01:
            shape = (self._top, len(heights))
            sheet.page.forms.append(self._kept(shape, self._grid_operators))
        else:
            sheet.draw(self._grid_operators())

    def _kept(self, shape: tuple[float, ...], operators: Callable[[], str]) -> str:
        name = self._forms.get(shape)
        if name is None:
            name = self._forms[shape] = self._sheet.document.add_form(operators())
        return name

    def _heading_operators(self) -> str:
        low = self._top - self._row
        width = self._edges[-1] - self._edges[0]
        y = f"{low + self._row / 2 - self._size * 0.36:.2f}"
        texts = [self._cells.heading(at).replace(Y, y) for at in range(len(self._columns))]
        shade = strokes.filled(self._edges[0], low, width, self._row)
        return f"{shade}\n{self._cells.text(texts)}"

    def _grid_operators(self) -> str:
        left, right = self._edges[0], self._edges[-1]
        levels = [self._top - self._row]
        for height in self._heights:
            levels.append(levels[-1] - height)
        low = levels[-1]
        drawn = [
            strokes.lines([(left, y, right, y) for y in levels[1:-1]]),
            strokes.lines([(x, self._top, x, low) for x in self._edges[1:-1]]),
            strokes.line(left, levels[0], right, levels[0], strokes.RULE),
            strokes.box(left, low, right - left, self._top - low, strokes.RULE),
        ]
        return "\n".join(drawn)


def _edges(sheet: Sheet, columns: Sequence[Column]) -> list[float]:
    total = sum(column.weight for column in columns)
    edges = [sheet.left]
    for column in columns:
        edges.append(edges[-1] + sheet.width * column.weight / total)
    return edges
