"""Pictures that nobody took: a sheet filled in by hand, a house by the road. A few kilobytes."""

from io import BytesIO
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

_PAPER, _INK, _RED = (250, 249, 244), (60, 60, 70), (190, 40, 40)
_SKY, _HILL, _WALL, _ROOF, _GRASS = (
    (190, 214, 230),
    (120, 150, 130),
    (225, 215, 195),
    (90, 95, 105),
    (150, 170, 110),
)


def a_sheet(chance: Random) -> bytes:
    """A form with lines of writing, some of them struck out in red (PNG)."""
    from PIL import Image, ImageDraw

    made = Image.new("RGB", (280, 396), _PAPER)
    pen = ImageDraw.Draw(made)
    pen.rectangle((20, 20, 260, 42), outline=_INK)
    for row in range(14):
        y = 56 + row * 23
        pen.line((20, y + 16, 260, y + 16), fill=_INK)
        pen.line((86, y - 7, 86, y + 16), fill=_INK)
        end = 100 + chance.randint(25, 150)
        _scribble(pen, chance, 96, end, y + 5)
        if row in (3, 9):
            pen.line((96, y + 5, end, y + 5), fill=_RED, width=3)
    return _as_png(made)


def _scribble(pen: object, chance: Random, start: int, end: int, y: int) -> None:
    points = [(x, y + chance.randint(-5, 5)) for x in range(start, end, 5)]
    pen.line(points, fill=_INK, width=2)  # type: ignore[attr-defined]  # of Pillow's own pen


def a_house(chance: Random) -> bytes:
    """An old house with its shutters closed, grass before it (PNG)."""
    from PIL import Image, ImageDraw

    made = Image.new("RGB", (480, 360), _SKY)
    pen = ImageDraw.Draw(made)
    pen.polygon(
        [(0, 190), (110, 90), (230, 170), (340, 80), (480, 180), (480, 260), (0, 260)], _HILL
    )
    pen.rectangle((0, 250, 480, 360), _GRASS)
    pen.rectangle((120, 170, 370, 275), _WALL)
    pen.polygon([(100, 175), (150, 110), (340, 110), (390, 175)], _ROOF)
    for x in (145, 225, 305):
        pen.rectangle((x, 200, x + 50, 250), _ROOF)
    for _blade in range(160):
        x, y = chance.randrange(480), chance.randint(258, 350)
        pen.line((x, y, x + chance.randint(-4, 4), y - chance.randint(6, 16)), (90, 120, 70))
    return _as_png(made)


def _as_png(made: "Image") -> bytes:
    kept = BytesIO()
    made.save(kept, "PNG")
    return kept.getvalue()
