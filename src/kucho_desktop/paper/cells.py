"""How texts stand in the columns of a table; each different text is fitted and encoded once."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from kucho_desktop.paper.fitting import Align, Fitted, fit
from kucho_desktop.paper.glyphs import Font
from kucho_desktop.paper.lettering import Lettering
from kucho_desktop.paper.lines import break_lines, cut

LINE = 1.25
"""From line to line within a cell, in type sizes."""
PAD = 0.25
"""Left and right of a text, in type sizes."""


@dataclass(frozen=True)
class Column:
    """What a column says of itself.

    weight: its share of the width, in full-width characters.
    lines: how many lines a long text may take (addresses, notes); 1: shrink, then cut (names).
    whole: shrunk as far as needed, never cut (amounts, phone numbers).
    """

    title: str
    weight: float
    align: Align = Align.LEFT
    font: Font = Font.TABLE
    lines: int = 1
    whole: bool = False


class Line(NamedTuple):
    """One of several lines; `above` the base line of a row with one line, in points."""

    before: str
    after: str
    above: float = 0.0


Cell = tuple[str, str, tuple[Line, ...]]
"""Operators before and after the y of the row's base line; lines where there are several.

A plain tuple: a roster has tens of thousands, and the collector need not look into them.
"""


class Cells:
    """The columns of one table. edges: the x of every vertical line, in points.

    most_lines: the greatest number of lines in a cell so far.
    """

    def __init__(
        self,
        lettering: Lettering,
        columns: Sequence[Column],
        edges: Sequence[float],
        size: float,
    ) -> None:
        self._lettering = lettering
        self._columns = tuple(columns)
        self._edges = edges
        self._size = size
        self._pad = size * PAD
        self._starts = [edge + self._pad for edge in edges[:-1]]
        self._widths = [right - left - 2 * self._pad for left, right in pairwise(edges)]
        self._slack = [column.align.value for column in columns]
        self._letters = [lettering[column.font] for column in columns]
        self._ambient = f"/{self._letters[0].name} {size:g} Tf"
        self._fitted = [_Fitted(self, at) for at in range(len(columns))]
        self.most_lines = 1

    def row(self, texts: Sequence[str]) -> list[Cell]:
        """The cells of a row that hold something."""
        return [fitted[text] for fitted, text in zip(self._fitted, texts, strict=True) if text]

    def text(self, operators: Sequence[str]) -> str:
        """Operators of many cells as one text object."""
        return f"BT{self._ambient}\n{''.join(operators)}ET"

    def across(self, text: str, font: Font) -> Cell:
        """A line over all columns."""
        width = self._edges[-1] - self._edges[0] - 2 * self._pad
        fitted = fit(self._lettering[font], text, self._size, width)
        return self._placed(self._edges[0] + self._pad, fitted)

    def heading(self, at: int) -> Cell:
        """The title of a column, in bold."""
        width = self._widths[at]
        letters = self._lettering[Font.TABLE_BOLD]
        fitted = fit(letters, self._columns[at].title, self._size, width)
        return self._placed(self._start(at, fitted.width, width), fitted)

    def fit(self, at: int, text: str) -> Cell:
        """How a text stands in a column."""
        letters, width = self._letters[at], self._widths[at]
        ems, codes = letters.codes(text)
        natural = ems * self._size
        if codes and natural <= width and letters is self._letters[0]:
            # nearly every text of a roster comes here: the short way
            start = self._starts[at] + (width - natural) * self._slack[at]
            return f"1 0 0 1 {start:.2f} ", f" Tm<{codes}>Tj\n", ()
        return self._fit_carefully(at, text)

    def _fit_carefully(self, at: int, text: str) -> Cell:
        column, letters, width = self._columns[at], self._letters[at], self._widths[at]
        if column.lines > 1 and letters.width(text, self._size) > width / 0.9:
            lines = self._lines(at, text, width)
            self.most_lines = max(self.most_lines, len(lines))
            return "", "", lines
        fitted = fit(letters, text, self._size, width, whole=column.whole)
        return self._placed(self._start(at, fitted.width, width), fitted)

    def _lines(self, at: int, text: str, width: float) -> tuple[Line, ...]:
        column, size, letters = self._columns[at], self._size, self._letters[at]
        broken = break_lines(text, width, size, column.font)
        if len(broken) > column.lines:
            rest = "".join(broken[column.lines - 1 :])
            broken[column.lines - 1 :] = [cut(rest, width, size, column.font)]
        middle = (len(broken) - 1) / 2
        lines = []
        for place, each in enumerate(broken):
            fitted = fit(letters, each, size, width)
            before, after, _none = self._placed(self._start(at, fitted.width, width), fitted)
            lines.append(Line(before, after, (middle - place) * size * LINE))
        return tuple(lines)

    def _start(self, at: int, used: float, width: float) -> float:
        return self._starts[at] + (width - used) * self._slack[at]

    def _placed(self, x: float, fitted: Fitted) -> Cell:
        return f"1 0 0 1 {x:.2f} ", f" Tm{fitted.operators(self._ambient)}\n", ()


class _Fitted(dict[str, Cell]):
    """The texts of a column; a new one is fitted when it is looked up."""

    def __init__(self, cells: Cells, at: int) -> None:
        self._cells = cells
        self._at = at

    def __missing__(self, text: str) -> Cell:
        cell = self[text] = self._cells.fit(self._at, text)
        return cell
