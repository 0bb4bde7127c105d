"""Bars under each other, each behind its label; greys and figures, as most print black."""

from collections.abc import Sequence

from kucho_desktop.paper import strokes
from kucho_desktop.paper.sheet import Sheet

_GREY = 0.7
_LABEL = 12.0
_FIGURE = 5.0
"""Room for a label and for a figure, in type sizes."""


def level_bars(sheet: Sheet, rows: Sequence[tuple[str, int, str]], row: float = 1.5) -> None:
    """(label, size, what it says) from the top down; a row is never parted from its bar."""
    tall = sheet.size * row
    longest = max([1, *(size for _label, size, _said in rows)])
    left = sheet.left + _LABEL * sheet.size
    reach = (sheet.width - (_LABEL + _FIGURE) * sheet.size) / longest
    for label, size, said in rows:
        sheet.need(tall)
        low = sheet.at - tall * 0.85
        base = sheet.at - tall / 2 - sheet.size * 0.36
        sheet.write(sheet.left, base, label, width=(_LABEL - 0.5) * sheet.size)
        if size:
            sheet.draw(strokes.filled(left, low, size * reach, tall * 0.7, _GREY))
        sheet.write(left + size * reach + sheet.size * 0.4, base, said)
        sheet.at -= tall
