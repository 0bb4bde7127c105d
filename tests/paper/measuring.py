"""Where something stands on a page: millimetres from the upper left corner."""

from dataclasses import dataclass

import pypdfium2

from kucho_desktop.paper.imprint import Printed

MM = 72 / 25.4
NEAR = 0.1
"""What a measure may be off."""


@dataclass(frozen=True)
class Place:
    """A character with the room it takes. ink: the edges of what is seen of it."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    ink: tuple[float, float, float, float]

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def ink_height(self) -> float:
        """Where the middle of its ink is, from the upper edge."""
        return (self.ink[1] + self.ink[3]) / 2


def places(printed: Printed, page: int = 0) -> list[Place]:
    """Every character of a page that is not white, in the order in which they were written."""
    document = pypdfium2.PdfDocument(printed.pdf)
    try:
        sheet = document[page]
        high = sheet.get_height()
        text = sheet.get_textpage()
        found = []
        for at in range(text.count_chars()):
            sign = text.get_text_range(at, 1)
            if sign.strip():
                loose = _turned(text.get_charbox(at, loose=True), high)
                found.append(Place(sign, *loose, _turned(text.get_charbox(at), high)))
        return found
    finally:
        document.close()


def _turned(
    box: tuple[float, float, float, float], high: float
) -> tuple[float, float, float, float]:
    left, bottom, right, top = box
    return left / MM, (high - top) / MM, right / MM, (high - bottom) / MM


def page_size(printed: Printed, page: int = 0) -> tuple[float, float]:
    """Width and height."""
    document = pypdfium2.PdfDocument(printed.pdf)
    try:
        wide, high = document[page].get_size()
        return wide / MM, high / MM
    finally:
        document.close()


def red_lines(printed: Printed) -> tuple[list[float], list[float]]:
    """Middles of the upright red lines of the first page, and of the level ones."""
    scale = 20
    document = pypdfium2.PdfDocument(printed.pdf)
    try:
        picture = document[0].render(scale=scale / MM).to_pil().convert("RGB")
    finally:
        document.close()
    red, _green, blue = picture.split()
    mask = [
        [r - b > 60 for r, b in zip(reds, blues, strict=True)]
        for reds, blues in zip(_rows(red), _rows(blue), strict=True)
    ]
    across = [sum(column) for column in zip(*mask, strict=True)]
    down = [sum(row) for row in mask]
    return _middles(across, 7 * scale, scale), _middles(down, 30 * scale, scale)


def _rows(band) -> list[bytes]:
    raw, wide = band.tobytes(), band.width
    return [raw[at : at + wide] for at in range(0, len(raw), wide)]


def _middles(counts: list[int], least: int, scale: int) -> list[float]:
    found, run = [], []
    for at, count in enumerate([*counts, 0]):
        if count >= least:
            run.append(at)
        elif run:
            found.append((run[0] + run[-1] + 1) / 2 / scale)
            run = []
    return found
