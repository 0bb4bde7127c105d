"""The seven boxes of the postal code on letters and postcards: digits in their middle."""

from kucho_desktop.paper.addressed import Addressee
from kucho_desktop.paper.glyphs import Font, first_face
from kucho_desktop.paper.lettering import Lettering
from kucho_desktop.paper.sheet import MM
from kucho_desktop.paper.stationery import Stock

_DIGIT = 5.6 * MM
_RED = "0.86 0.24 0.12"
"""朱色: sorting machines see through it."""
_THICK = 0.4 * MM
_BETWEEN = 2
"""The box behind which the bar between the two parts of the code stands, counted from 0."""
_BAR = 1.0


def digits(lettering: Lettering, stock: Stock, who: Addressee) -> str:
    """The digits alone, each in the middle of its box; nothing without a whole code."""
    letters = lettering[Font.TABLE]
    capital = first_face(Font.TABLE).heights[2] / 1000
    drawn = []
    for digit, (left, top, wide, high) in zip(who.digits, stock.boxes(), strict=False):
        piece = letters.piece(digit)
        x = (left + wide / 2) * MM - piece.width * _DIGIT / 2
        y = (stock.height - top - high / 2) * MM - capital * _DIGIT / 2
        shown = letters.operators(piece, _DIGIT)
        drawn.append(f"BT /{letters.name} {_DIGIT:.2f} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm{shown} ET")
    return "\n".join(drawn)


def boxes(stock: Stock) -> str:
    """The boxes themselves, for stock on which they are not printed."""
    drawn = [f"q {_RED} RG {_THICK:.2f} w"]
    places = list(stock.boxes())
    for left, top, wide, high in places:
        low = stock.height - top - high
        drawn.append(f"{left * MM:.2f} {low * MM:.2f} {wide * MM:.2f} {high * MM:.2f} re S")
    left, top, wide, high = places[_BETWEEN]
    gap = places[_BETWEEN + 1][0] - left - wide
    x, y = (left + wide + gap / 2) * MM, (stock.height - top - high / 2) * MM
    half = _BAR / 2 * MM
    drawn.append(f"{x - half:.2f} {y:.2f} m {x + half:.2f} {y:.2f} l S Q")
    return "\n".join(drawn)
