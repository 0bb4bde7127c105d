"""Lines, boxes and circles as page operators (ISO 32000-1, 8.5). Points, from the lower left."""

from collections.abc import Sequence

HAIRLINE = 0.3
RULE = 0.8
BOLD = 1.4
BAND_SHADE = 0.96
SHADE = 0.92
"""The grey of heading rows: seen on every printer, and ink is saved."""

_ROUND = 0.5523
"""A quarter circle as one Bézier curve."""


def line(x1: float, y1: float, x2: float, y2: float, thick: float = HAIRLINE) -> str:
    return f"{thick:g} w {x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l S"


def lines(ends: Sequence[tuple[float, float, float, float]], thick: float = HAIRLINE) -> str:
    """Many lines of one thickness; nothing for none."""
    path = " ".join(f"{x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l" for x1, y1, x2, y2 in ends)
    return f"{thick:g} w {path} S" if path else ""


def dotted(x1: float, y1: float, x2: float, y2: float, thick: float = HAIRLINE) -> str:
    return f"[1 2] 0 d {line(x1, y1, x2, y2, thick)} [] 0 d"


def arrow(x1: float, y1: float, x2: float, y2: float, thick: float = BOLD) -> str:
    """A line with a filled head at its end, straight across or straight down."""
    length = max(abs(x2 - x1), abs(y2 - y1))
    along_x, along_y = (x2 - x1) / length, (y2 - y1) / length
    head, half = min(6.0, length / 2), min(3.0, length / 4)
    x, y = x2 - along_x * head, y2 - along_y * head
    corners = (x - along_y * half, y + along_x * half, x + along_y * half, y - along_x * half)
    path = "{:.2f} {:.2f} m {:.2f} {:.2f} l".format(*corners)
    return f"{line(x1, y1, x, y, thick)} {path} {x2:.2f} {y2:.2f} l f"


def box(x: float, y: float, width: float, height: float, thick: float = HAIRLINE) -> str:
    return f"{thick:g} w {x:.2f} {y:.2f} {width:.2f} {height:.2f} re S"


def filled(x: float, y: float, width: float, height: float, grey: float = SHADE) -> str:
    return f"{grey:g} g {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f 0 g"


def circle(x: float, y: float, radius: float, thick: float = HAIRLINE) -> str:
    """Around a centre."""
    r, c = radius, radius * _ROUND
    curves = (
        (x + r, y + c, x + c, y + r, x, y + r),
        (x - c, y + r, x - r, y + c, x - r, y),
        (x - r, y - c, x - c, y - r, x, y - r),
        (x + c, y - r, x + r, y - c, x + r, y),
    )
    path = " ".join(" ".join(f"{value:.2f}" for value in curve) + " c" for curve in curves)
    return f"{thick:g} w {x + r:.2f} {y:.2f} m {path} s"


def tick(x: float, y: float, side: float) -> str:
    """✓ in a box of this side."""
    points = (x + side * 0.15, y + side * 0.5, x + side * 0.42, y + side * 0.18)
    path = "{:.2f} {:.2f} m {:.2f} {:.2f} l".format(*points)
    return f"{BOLD:g} w {path} {x + side * 0.95:.2f} {y + side * 1.05:.2f} l S"
