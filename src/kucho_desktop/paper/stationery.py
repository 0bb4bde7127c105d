"""Label sheets, envelopes and postcards as they are sold: lengths in mm from the upper left.

They are data: another sheet is a line in resources/stationery.json. Light: no ReportLab.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Any

from kucho_desktop.core.i18n import N_, _
from kucho_desktop.core.places import resources

A4_WIDTH, A4_HEIGHT = 210.0, 297.0
UNREACHED = 5.0
"""What a home printer leaves free along the edges of a sheet."""
FARTHEST = 10.0
STEP = 0.5
"""How far a printer may be off, and in which steps it is put right."""

DOWNWARD, ACROSS, LYING = "downward", "across", "lying"
"""Ways to write: in columns; in lines on an upright letter; in lines on one that lies."""
WAYS = (
    (DOWNWARD, N_("Downward")),
    (ACROSS, N_("In lines, the envelope upright")),
    (LYING, N_("In lines, the envelope lying")),
)

_TITLES = {
    "naga3": N_("Envelope 長形3号 (120 × 235 mm)"),
    "kaku2": N_("Envelope 角形2号 (240 × 332 mm)"),
    "postcard": N_("Postcard (100 × 148 mm)"),
    "reply-card": N_("Postcard with reply card, the side with the address (200 × 148 mm)"),
    "reply-card-back": N_("Postcard with reply card, the side of the answer (200 × 148 mm)"),
}


@dataclass(frozen=True)
class LabelSheet:
    """An A4 sheet of labels. across, down: from the edge of one label to that of the next."""

    name: str
    width: float
    height: float
    columns: int
    rows: int
    left: float
    top: float
    across: float
    down: float
    products: tuple[str, ...] = ()

    @property
    def faces(self) -> int:
        return self.columns * self.rows

    @property
    def title(self) -> str:
        """How many labels of what size; the margin where another sheet has the same."""
        said = _("{faces} labels of {width} × {height} mm").format(
            faces=self.faces, width=f"{self.width:g}", height=f"{self.height:g}"
        )
        size = (self.faces, self.width, self.height)
        same = [each for each in label_sheets() if (each.faces, each.width, each.height) == size]
        if len(same) > 1:
            said = _("{sheet}, {left} mm free at the left").format(
                sheet=said, left=f"{self.left:g}"
            )
        return said

    def place(self, face: int) -> tuple[float, float]:
        """Left and top edge of a label; the first one is 0, line after line."""
        row, column = divmod(face, self.columns)
        return self.left + column * self.across, self.top + row * self.down


@dataclass(frozen=True)
class Stock:
    """An envelope or a postcard with its address side up, upright.

    above, beside: from the upper edge, and from the right one, to the postal-code boxes.
    further: how much more of the card lies to the right of the side with the address.
    answers: it comes back, so that one's own address is on it.
    """

    name: str
    width: float
    height: float
    above: float
    beside: float
    further: float = 0.0
    answers: bool = False

    @property
    def title(self) -> str:
        return _(_TITLES[self.name])

    @property
    def ways(self) -> tuple[str, ...]:
        """A card that is folded does not lie."""
        return (DOWNWARD, ACROSS) if self.further else (DOWNWARD, ACROSS, LYING)

    def boxes(self) -> Iterator[tuple[float, float, float, float]]:
        """Left, top, width and height of the seven boxes of the postal code."""
        said = _said()["boxes"]
        wide, high = float(said["width"]), float(said["height"])
        steps = [wide + gap for gap in said["gaps"]]
        first = self.width - self.beside - wide - sum(steps)
        for left in accumulate(steps, initial=first):
            yield left, self.above, wide, high


@cache
def _said() -> dict[str, Any]:
    said: dict[str, Any] = json.loads((resources() / "stationery.json").read_text("utf-8"))
    return said


@cache
def label_sheets() -> tuple[LabelSheet, ...]:
    """Every sheet, in the order in which they are offered."""
    return tuple(
        LabelSheet(**{**each, "products": tuple(each["products"])}) for each in _said()["sheets"]
    )


@cache
def stocks() -> tuple[Stock, ...]:
    """Every envelope and postcard."""
    return tuple(Stock(**each) for each in _said()["stocks"])


def sheet_named(name: str) -> LabelSheet:
    return next(each for each in label_sheets() if each.name == name)


def stock_named(name: str) -> Stock:
    return next(each for each in stocks() if each.name == name)


def actual_size() -> str:
    """What is to be chosen at the printer, or nothing stands where it should."""
    return _("In the printer's window please choose “Actual size (100%)”.")
