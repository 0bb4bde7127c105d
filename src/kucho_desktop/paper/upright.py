"""Bars side by side from left to right, as of years; greys and figures, as most print black."""

from collections.abc import Sequence
from dataclasses import dataclass

from kucho_desktop.paper import strokes
from kucho_desktop.paper.fitting import Align
from kucho_desktop.paper.sheet import Sheet

_GREYS = (0.82, 0.5)
_SMALL = 0.8
_ROOM = 0.72
_LABEL = 0.92
"""How much of a place its bars take, and its label."""


@dataclass(frozen=True)
class Bars:
    """What stands at one place: a label below, a figure for each of the titles."""

    label: str
    figures: tuple[int, ...]


def upright_bars(
    sheet: Sheet, titles: Sequence[str], places: Sequence[Bars], height: float = 12.0
) -> None:
    """Two kinds of bars at the most, the figure over each. height: in type sizes, with labels.

    The bars begin at nought, so that a small change looks small.
    """
    size = sheet.size
    sheet.need(height * size)
    _say_titles(sheet, titles)
    base = sheet.at - (height - 4.2) * size
    tallest = max([1, *(figure for place in places for figure in place.figures)])
    reach = (height - 5.6) * size / tallest
    wide = sheet.width / max(len(places), 1)
    each = min(wide * _ROOM / max(len(titles), 1), size * 4)
    for at, place in enumerate(places):
        middle = sheet.left + wide * (at + 0.5)
        x = middle - each * len(place.figures) / 2
        for grey, figure in zip(_GREYS, place.figures, strict=False):
            tall = figure * reach
            sheet.draw(strokes.filled(x, base, each, tall, grey))
            _figure(sheet, x, base + tall, each, figure)
            x += each
        sheet.write(
            middle - wide * _LABEL / 2,
            base - size * 1.1,
            place.label,
            size=size * _SMALL,
            align=Align.CENTRE,
            width=wide * _LABEL,
            whole=True,
        )
    sheet.draw(strokes.line(sheet.left, base, sheet.right, base, strokes.RULE))
    sheet.at = base - size * 1.8


def _figure(sheet: Sheet, x: float, top: float, width: float, figure: int) -> None:
    sheet.write(
        x,
        top + sheet.size * 0.25,
        f"{figure:,}",
        size=sheet.size * _SMALL,
        align=Align.CENTRE,
        width=width,
        whole=True,
    )


def _say_titles(sheet: Sheet, titles: Sequence[str]) -> None:
    """Which grey is what, in words beside a patch of it."""
    size = sheet.size
    x, y = sheet.left, sheet.at - size * 1.2
    for grey, title in zip(_GREYS, titles, strict=False):
        sheet.draw(strokes.filled(x, y - size * 0.1, size, size * 0.9, grey))
        x += size * 1.5
        x += sheet.write(x, y, title) + size * 2
    sheet.at -= size * 1.8
