"""A form that comes filled in and is corrected in red: a value above, room to write below."""

from collections.abc import Sequence
from dataclasses import dataclass

from kucho_desktop.paper import strokes
from kucho_desktop.paper.glyphs import Font
from kucho_desktop.paper.marks import tick_box
from kucho_desktop.paper.sheet import Sheet

_LABEL = 0.78


@dataclass(frozen=True)
class Blank:
    """One field of a form. weight: its share of the row's width.

    choices: boxes to tick instead of a value, `value` being the one that is ticked.
    """

    label: str
    value: str = ""
    weight: float = 1.0
    choices: tuple[str, ...] = ()


def blanks(sheet: Sheet, rows: Sequence[Sequence[Blank]], height: float = 3.2) -> None:
    """Rows of fields in a grid. height: of a row, in type sizes."""
    tall = sheet.size * height
    for row in rows:
        sheet.need(tall)
        total = sum(blank.weight for blank in row)
        x = sheet.left
        for blank in row:
            width = sheet.width * blank.weight / total
            sheet.draw(strokes.box(x, sheet.at - tall, width, tall, strokes.HAIRLINE))
            _fill(sheet, blank, x + sheet.size * 0.35, width - sheet.size * 0.7)
            x += width
        sheet.at -= tall


def _fill(sheet: Sheet, blank: Blank, x: float, width: float) -> None:
    small = max(9.0, sheet.size * _LABEL)
    sheet.write(x, sheet.at - small * 1.15, blank.label, size=small, width=width)
    y = sheet.at - small * 1.5 - sheet.size
    if not blank.choices:
        if blank.value:
            sheet.write(x, y, blank.value, width=width)
        return
    letters = sheet.lettering[Font.TABLE]
    needed = sum(letters.width(choice, sheet.size) + sheet.size * 1.9 for choice in blank.choices)
    size = sheet.size * min(1.0, width / needed)
    for choice in blank.choices:
        x = tick_box(sheet, x, y, choice, ticked=choice == blank.value, size=size) + size * 0.6
