"""How texts stand in the columns of a table; each different text is fitted and encoded once."""

import re
from collections.abc import Sequence
from itertools import pairwise

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
_MOST_OF_NAME = 6
"""Lines that a name may take; only what is left over is cut."""
_LINES_AS_IS = 3
"""Only a text that needs more lines is set smaller."""


Y = "\0"
"""Stands in the operators of a cell for the y of its row's base line."""


class Cells:
    """The columns of one table. edges: the x of every vertical line, in points.

    Operators of cells hold a `Y`, so that a text costs the same work once, wherever it stands.
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
        self._tall: dict[int, dict[str, int]] = {}

    def row(self, texts: Sequence[str]) -> str:
        """The operators of all cells of a row."""
        return "".join(
            [fitted[text] for fitted, text in zip(self._fitted, texts, strict=True) if text]
        )

    def lines(self, texts: Sequence[str]) -> int:
        """Of the tallest cell of a row that was fitted before."""
        most = 1
        for at, tall in self._tall.items():
            most = max(most, tall.get(texts[at], 1))
        return most

    def text(self, operators: Sequence[str]) -> str:
        """Operators of many cells as one text object."""
        return f"BT{self._ambient}\n{''.join(operators)}ET"

    def across(self, text: str, font: Font) -> str:
        """A line over all columns."""
        width = self._edges[-1] - self._edges[0] - 2 * self._pad
        fitted = fit(self._lettering[font], text, self.size, width)
        return self._placed(self._edges[0] + self._pad, fitted)

    def heading(self, at: int) -> str:
        """The title of a column, in bold."""
        width = self.widths[at]
        letters = self._lettering[Font.TABLE_BOLD]
        fitted = fit(letters, self.columns[at].title, self.size, width)
        return self._placed(self._start(at, fitted.width, width), fitted)

    def fit(self, at: int, text: str) -> str:
        """How a text stands in a column that the short way does not serve."""
        column, letters, width = self.columns[at], self.letters[at], self.widths[at]
        if column.lines > 1 and letters.width(text, self.size) > width / _BEFORE_BREAKING:
            return self._lines(at, text, width)
        if column.reading and "\n" in text:
            return self._with_reading(at, *text.split("\n", 1))
        if not column.whole and self._would_be_cut(at, text):
            return self._stacked(at, text, *self._parted(at, text))
        fitted = fit(letters, text, self.size, width, whole=column.whole)
        return self._placed(self._start(at, fitted.width, width), fitted)

    def _with_reading(self, at: int, name: str, reading: str) -> str:
        """The reading small above the name, both from the same x; needs a row of READING_ROW."""
        width, letters = self.widths[at], self.letters[at]
        cut_else = self._would_be_cut(at, name)
        parts, size = self._parted(at, name) if cut_else else ([name], self.size)
        above = fit(letters, reading, self.size * _READING, width)
        if len(parts) > 1:
            self._tall.setdefault(at, {})[f"{name}\n{reading}"] = len(parts)
        low, high, down = self.size * 0.24, self.size * 0.95, self.size * LINE
        up = high - low + (len(parts) - 1) / 2 * down
        drawn = [f"1 0 0 1 {self.starts[at]:.2f} {Y} Tm 0 {up:.2f} Td"]
        drawn.append(above.operators(self._ambient))
        for part in parts:
            below = fit(letters, part, size, width)
            drawn.append(f" 0 {-high:.2f} Td{below.operators(self._ambient)}")
            high = down
        return "".join(drawn) + "\n"

    def _parted(self, at: int, name: str) -> tuple[list[str], float]:
        """A very long name in lines of one size: at a space where that is enough, else at ・."""
        halves = _halves(name) if " " in name else [name]
        if len(halves) == 2 and not any(self._would_be_cut(at, half) for half in halves):
            return halves, self.size
        size, font = self.size * SMALLEST, self.columns[at].font
        width = self.widths[at] / CONDENSED
        lines = [line for half in halves for line in self._at_dots(at, half, width, size)]
        if len(lines) > _MOST_OF_NAME:
            rest = "".join(lines[_MOST_OF_NAME - 1 :])
            lines[_MOST_OF_NAME - 1 :] = [cut(rest, width, size, font)]
        return lines, size

    def _at_dots(self, at: int, name: str, width: float, size: float) -> list[str]:
        """As many parts of a name as fit stand on a line; one that is too long alone is broken."""
        lines = [""]
        for part in re.split("(?<=・)", name):
            if self.letters[at].width(lines[-1] + part, size) <= width:
                lines[-1] += part
            else:
                lines += break_lines(part, width, size, self.columns[at].font)
        return [line for line in lines if line]

    def _would_be_cut(self, at: int, text: str) -> bool:
        smallest = self.size * SMALLEST * CONDENSED
        return self.letters[at].width(text, smallest) > self.widths[at]

    def _lines(self, at: int, text: str, width: float) -> str:
        column, size = self.columns[at], self.size
        broken = break_lines(text, width, size, column.font)
        while len(broken) > min(column.lines, _LINES_AS_IS) and size > self.size * SMALLEST:
            size -= 0.5
            broken = break_lines(text, width, size, column.font)
        if len(broken) > column.lines:
            rest = "".join(broken[column.lines - 1 :])
            broken[column.lines - 1 :] = [cut(rest, width, size, column.font)]
        return self._stacked(at, text, broken, size)

    def _stacked(self, at: int, text: str, parts: Sequence[str], size: float) -> str:
        """Lines around the middle of the row, from the top."""
        width = self.widths[at]
        fitted = [fit(self.letters[at], part, size, width) for part in parts]
        starts = [self._start(at, each.width, width) for each in fitted]
        if len(parts) == 1:
            return self._placed(starts[0], fitted[0])
        self._tall.setdefault(at, {})[text] = len(parts)
        down = size * LINE
        drawn = [f"1 0 0 1 {starts[0]:.2f} {Y} Tm"]
        up = (len(parts) - 1) / 2 * down
        for each, before, start in zip(fitted, [starts[0], *starts], starts, strict=False):
            drawn.append(f" {start - before:.2f} {up:.2f} Td{each.operators(self._ambient)}")
            up = -down
        return "".join(drawn) + "\n"

    def _start(self, at: int, used: float, width: float) -> float:
        return self.starts[at] + (width - used) * self.slack[at]

    def _placed(self, x: float, fitted: Fitted) -> str:
        return f"1 0 0 1 {x:.2f} {Y} Tm{fitted.operators(self._ambient)}\n"


def _halves(name: str) -> list[str]:
    """A very long name parted at the space nearest to its middle, never within."""
    spaces = [at for at, letter in enumerate(name) if letter == " "]
    at = min(spaces, key=lambda place: abs(2 * place - len(name)))
    return [name[:at], name[at + 1 :]]


class _Fitted(dict[str, str]):
    """The texts of a column; a new one is fitted when it is looked up."""

    def __init__(self, cells: Cells, at: int, short: bool) -> None:
        self._cells = cells
        self._at = at
        self._short = short
        self._letters = cells.letters[at]
        self._subset = self._letters.subset
        self._start, self._slack = cells.starts[at], cells.slack[at]
        self._room, self._size = cells.widths[at] / cells.size, cells.size
        self._flush_left = f"1 0 0 1 {self._start:.2f} {Y} Tm"
        self._narrowest = CONDENSED if cells.columns[at].lines == 1 else _BEFORE_BREAKING

    def __missing__(self, text: str) -> str:
        cell = self[text] = self._shortly(text) or self._cells.fit(self._at, text)
        return cell

    def _shortly(self, text: str) -> str:
        """How nearly every text goes: it is in the table's font, and it fits; else nothing."""
        try:
            codes = text.translate(self._subset).encode("utf-16-be").hex()
        except NotInFace:
            return ""
        if not self._short:
            return ""
        if self._slack:
            spare = self._room - self._letters.width_of(text)
            start = self._start + spare * self._size * self._slack
            return f"1 0 0 1 {start:.2f} {Y} Tm<{codes}>Tj\n" if spare >= 0 else ""
        # no letter of the first fonts is wider than a kanji: most need not be measured
        if len(text) > self._room:
            wide = self._letters.width_of(text)
            if wide > self._room:
                return self._condensed(codes, wide)
        return f"{self._flush_left}<{codes}>Tj\n"

    def _condensed(self, codes: str, wide: float) -> str:
        share = self._room / wide
        if share < self._narrowest:
            return ""
        return f"{self._flush_left} {share * 100:.1f} Tz<{codes}>Tj 100 Tz\n"
