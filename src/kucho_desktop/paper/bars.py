"""Bars back to back, as in a population pyramid; greys and figures, as most print black."""

from collections.abc import Sequence
from dataclasses import dataclass

from kucho_desktop.paper import strokes
from kucho_desktop.paper.fitting import Align
from kucho_desktop.paper.sheet import Sheet

_LEFT_GREY, _RIGHT_GREY = 0.55, 0.8


@dataclass(frozen=True)
class Pair:
    """One row: what it counts, and how many to the left and to the right."""

    label: str
    left: int
    right: int


def pairs_of_bars(
    sheet: Sheet, titles: tuple[str, str], pairs: Sequence[Pair], row: float = 1.35
) -> None:
    """Rows from the top down, the figure at the end of every bar. row: in type sizes."""
    tall = sheet.size * row
    sheet.need(tall * (len(pairs) + 2))
    middle = sheet.left + sheet.width / 2
    gap = sheet.size * 3.6
    longest = max([1, *(max(pair.left, pair.right) for pair in pairs)])
    reach = (sheet.width / 2 - gap - sheet.size * 2.5) / longest
    sheet.at -= tall
    sheet.write(middle - gap, sheet.at, titles[0], align=Align.RIGHT)
    sheet.write(middle + gap, sheet.at, titles[1])
    sheet.at -= tall * 0.3
    for pair in pairs:
        low, bar = sheet.at - tall * 0.9, tall * 0.8
        base = sheet.at - tall / 2 - sheet.size * 0.36
        sheet.write(middle, base, pair.label, align=Align.CENTRE)
        if pair.left:
            long = pair.left * reach
            sheet.draw(strokes.filled(middle - gap - long, low, long, bar, _LEFT_GREY))
        if pair.right:
            long = pair.right * reach
            sheet.draw(strokes.filled(middle + gap, low, long, bar, _RIGHT_GREY))
        behind = sheet.size * 0.4
        left_end = middle - gap - pair.left * reach - behind
        sheet.write(left_end, base, str(pair.left), align=Align.RIGHT)
        sheet.write(middle + gap + pair.right * reach + behind, base, str(pair.right))
        sheet.at -= tall
