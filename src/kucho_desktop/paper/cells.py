"""How texts stand in the columns of a table; each different text is fitted and encoded once."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from kucho_desktop.paper.columns import Column
from kucho_desktop.paper.embedding import NotInFace
from kucho_desktop.paper.fitting import CONDENSED, SMALLEST, Fitted, fit
from kucho_desktop.paper.glyphs import Font
from kucho_desktop.paper.lettering import Lettering
from kucho_desktop.paper.lines import break_lines, cut

LINE = 1.25
"""From line to line within a cell, in type sizes."""
READING_ROW = 1.75
"""The lowest row that has room for a reading above its name, in type sizes."""
PAD = 0.25
"""Left and right of a text, in type sizes."""
_READING = 0.55
_BEFORE_BREAKING = 0.9
"""How far a text that may take several lines is condensed to stand on one."""
_LINES_AS_IS = 3
"""Only a text that needs more lines is set smaller."""


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
        self.columns = tuple(columns)
        self._edges = edges
        self.size = size
        self._pad = size * PAD
        self.starts = [edge + self._pad for edge in edges[:-1]]
        self.widths = [right - left - 2 * self._pad for left, right in pairwise(edges)]
        self.slack = [column.align.value for column in columns]
        self.letters = [lettering[column.font] for column in columns]
        self._ambient = f"/{self.letters[0].name} {size:g} Tf"
        self._fitted = [
            _Fitted(self, at, letters is self.letters[0]) for at, letters in enumerate(self.letters)
        ]
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
        fitted = fit(self._lettering[font], text, self.size, width)
        return self._placed(self._edges[0] + self._pad, fitted)

    def heading(self, at: int) -> Cell:
        """The title of a column, in bold."""
        width = self.widths[at]
        letters = self._lettering[Font.TABLE_BOLD]
        fitted = fit(letters, self.columns[at].title, self.size, width)
        return self._placed(self._start(at, fitted.width, width), fitted)

    def fit(self, at: int, text: str) -> Cell:
        """How a text stands in a column that the short way does not serve."""
        column, letters, width = self.columns[at], self.letters[at], self.widths[at]
        if column.lines > 1 and letters.width(text, self.size) > width / _BEFORE_BREAKING:
            return self._several(self._lines(at, text, width))
        if column.reading and "\n" in text:
            return self._with_reading(at, *text.split("\n", 1))
        if not column.whole and " " in text and self._would_be_cut(at, text):
            return self._several(self._stacked(at, _halves(text), self.size))
        fitted = fit(letters, text, self.size, width, whole=column.whole)
        return self._placed(self._start(at, fitted.width, width), fitted)

    def _several(self, lines: tuple[Line, ...]) -> Cell:
        if len(lines) == 1:
            return lines[0].before, lines[0].after, ()
        self.most_lines = max(self.most_lines, len(lines))
        return "", "", lines

    def _with_reading(self, at: int, name: str, reading: str) -> Cell:
        """The reading small above the name, both from the same x; needs a row of READING_ROW."""
        width, letters = self.widths[at], self.letters[at]
        below = fit(letters, name, self.size, width)
        above = fit(letters, reading, self.size * _READING, width)
        low, high = self.size * 0.24, self.size * 0.95
        operators = (
            f" Tm 0 {high - low:.2f} Td{above.operators(self._ambient)}"
            f" 0 {-high:.2f} Td{below.operators(self._ambient)}\n"
        )
        return f"1 0 0 1 {self.starts[at]:.2f} ", operators, ()

    def _would_be_cut(self, at: int, text: str) -> bool:
        smallest = self.size * SMALLEST * CONDENSED
        return self.letters[at].width(text, smallest) > self.widths[at]

    def _lines(self, at: int, text: str, width: float) -> tuple[Line, ...]:
        column, size = self.columns[at], self.size
        broken = break_lines(text, width, size, column.font)
        while len(broken) > min(column.lines, _LINES_AS_IS) and size > self.size * SMALLEST:
            size -= 0.5
            broken = break_lines(text, width, size, column.font)
        if len(broken) > column.lines:
            rest = "".join(broken[column.lines - 1 :])
            broken[column.lines - 1 :] = [cut(rest, width, size, column.font)]
        return self._stacked(at, broken, size)

    def _stacked(self, at: int, texts: Sequence[str], size: float) -> tuple[Line, ...]:
        """Lines around the middle of the row, from the top."""
        middle, width = (len(texts) - 1) / 2, self.widths[at]
        lines = []
        for place, each in enumerate(texts):
            fitted = fit(self.letters[at], each, size, width)
            before, after, _none = self._placed(self._start(at, fitted.width, width), fitted)
            lines.append(Line(before, after, (middle - place) * size * LINE))
        return tuple(lines)

    def _start(self, at: int, used: float, width: float) -> float:
        return self.starts[at] + (width - used) * self.slack[at]

    def _placed(self, x: float, fitted: Fitted) -> Cell:
        return f"1 0 0 1 {x:.2f} ", f" Tm{fitted.operators(self._ambient)}\n", ()


def _halves(name: str) -> list[str]:
    """A very long name parted at the space nearest to its middle, never within."""
    spaces = [at for at, letter in enumerate(name) if letter == " "]
    at = min(spaces, key=lambda place: abs(2 * place - len(name)))
    return [name[:at], name[at + 1 :]]


class _Fitted(dict[str, Cell]):
    """The texts of a column; a new one is fitted when it is looked up."""

    def __init__(self, cells: Cells, at: int, short: bool) -> None:
        self._cells = cells
        self._at = at
        self._short = short
        self._letters = cells.letters[at]
        self._subset = self._letters.subset
        self._start, self._slack = cells.starts[at], cells.slack[at]
        self._room, self._size = cells.widths[at] / cells.size, cells.size
        self._flush_left = f"1 0 0 1 {self._start:.2f} "
        self._narrowest = CONDENSED if cells.columns[at].lines == 1 else _BEFORE_BREAKING

    def __missing__(self, text: str) -> Cell:
        cell = self[text] = self._shortly(text) or self._cells.fit(self._at, text)
        return cell

    def _shortly(self, text: str) -> Cell | None:
        """How nearly every text of a roster goes: it is in the table's font, and it fits."""
        try:
            codes = text.translate(self._subset).encode("utf-16-be").hex()
        except NotInFace:
            return None
        if not self._short:
            return None
        if self._slack:
            spare = self._room - self._letters.width_of(text)
            before = f"1 0 0 1 {self._start + spare * self._size * self._slack:.2f} "
            return (before, f" Tm<{codes}>Tj\n", ()) if spare >= 0 else None
        # no letter of the first fonts is wider than a kanji: most need not be measured
        if len(text) > self._room:
            wide = self._letters.width_of(text)
            if wide > self._room:
                return self._condensed(codes, wide)
        return self._flush_left, f" Tm<{codes}>Tj\n", ()

    def _condensed(self, codes: str, wide: float) -> Cell | None:
        share = self._room / wide
        if share < self._narrowest:
            return None
        return self._flush_left, f" Tm {share * 100:.1f} Tz<{codes}>Tj 100 Tz\n", ()
