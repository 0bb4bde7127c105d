"""What is filled in by hand: boxes to tick, lines to write on, a place for the seal."""

from collections.abc import Sequence

from kucho_desktop.core.i18n import _
from kucho_desktop.paper import strokes
from kucho_desktop.paper.fitting import Align
from kucho_desktop.paper.glyphs import Font
from kucho_desktop.paper.sheet import Sheet


def tick_box(
    sheet: Sheet, x: float, y: float, label: str, *, ticked: bool = False, size: float = 0.0
) -> float:
    """A box with its words on the base line y; gives the x behind them."""
    size = size or sheet.size
    side = size * 0.95
    low = y - size * 0.12
    sheet.draw(strokes.box(x, low, side, side, strokes.RULE))
    if ticked:
        sheet.draw(strokes.tick(x, low, side))
    return x + size * 1.3 + sheet.write(x + size * 1.3, y, label, size=size)


def tick_boxes(sheet: Sheet, x: float, y: float, choices: Sequence[str], chosen: str = "") -> float:
    """Boxes side by side, one of them ticked if it is among them."""
    for choice in choices:
        x = tick_box(sheet, x, y, choice, ticked=choice == chosen) + sheet.size
    return x


def writing_line(sheet: Sheet, x: float, y: float, width: float, label: str = "") -> None:
    """A line to write on, its label before it; width is that of both."""
    start = x
    if label:
        start += sheet.write(x, y, label) + sheet.size * 0.5
    low = y - sheet.size * 0.3
    sheet.draw(strokes.line(start, low, x + width, low, strokes.RULE))


def seal(sheet: Sheet, x: float, y: float) -> None:
    """The circle for a seal around a centre, with 印 in it; 10 mm across."""
    sheet.draw(strokes.circle(x, y, 14.2, strokes.RULE))
    word = _("Seal")
    size = sheet.size * 0.8
    sheet.write(x - 11, y - size * 0.36, word, size=size, align=Align.CENTRE, width=22)


def framed(sheet: Sheet, title: str, height: float) -> tuple[float, float]:
    """An empty box over the whole width with a title; gives the left and top within it."""
    sheet.need(height)
    sheet.draw(strokes.box(sheet.left, sheet.at - height, sheet.width, height, strokes.RULE))
    baseline = sheet.at - sheet.size * 1.25
    sheet.write(sheet.left + sheet.size * 0.5, baseline, title, font=Font.TABLE_BOLD)
    inner = (sheet.left + sheet.size * 0.5, sheet.at - sheet.size * 1.8)
    sheet.at -= height
    return inner
