"""A text in a narrow place: first condensed, then smaller, and only then cut."""

from dataclasses import dataclass
from enum import Enum

from kucho_desktop.paper.lettering import Letters, Piece
from kucho_desktop.paper.lines import cut

CONDENSED = 0.75
"""The narrowest a letter becomes before the type gets smaller (長体3)."""
SMALLEST = 0.7
"""The smallest type of what may be cut, as a share of the size asked for."""


class Align(Enum):
    """Where a text stands in its cell."""

    LEFT = 0.0
    CENTRE = 0.5
    RIGHT = 1.0


@dataclass(frozen=True)
class Fitted:
    """A text as it will be drawn. condensed: the width of a letter in percent."""

    letters: Letters
    piece: Piece
    size: float
    condensed: float = 100.0

    @property
    def width(self) -> float:
        return self.piece.width * self.size * self.condensed / 100

    def operators(self, ambient: str = "") -> str:
        """Show it where the pen is. ambient: the operator that sets the font there."""
        own = f"/{self.letters.name} {self.size:g} Tf"
        shown = self.letters.operators(self.piece, self.size)
        if self.condensed != 100.0:
            shown = f" {self.condensed:.1f} Tz{shown} 100 Tz"
        return shown if own == ambient else f"{own}{shown}{ambient}"


def fit(letters: Letters, text: str, size: float, width: float, *, whole: bool = False) -> Fitted:
    """The text within `width` points. `whole`: never cut (amounts), however small it gets."""
    piece = letters.piece(text)
    natural = piece.width * size
    if natural <= width:
        return Fitted(letters, piece, size)
    if natural * CONDENSED <= width:
        return Fitted(letters, piece, size, width / natural * 100)
    smaller = width / (piece.width * CONDENSED)
    if whole or smaller >= size * SMALLEST:
        return Fitted(letters, piece, smaller, CONDENSED * 100)
    short = cut(text, width / CONDENSED, size * SMALLEST, letters.font)
    return Fitted(letters, letters.piece(short), size * SMALLEST, CONDENSED * 100)
