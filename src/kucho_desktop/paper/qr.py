"""A QR code as page operators (ISO/IEC 18004, level M: a seventh of it may be stained)."""

from typing import Any

from reportlab.graphics.barcode import qrencoder

_QUIET = 4
"""Free modules around it, as the standard asks."""


def qr_code(text: str, x: float, y: float, side: float) -> str:
    """Black runs of modules in a square of this side, lower left corner at x, y; in points."""
    code: Any = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    rows = code.modules
    unit = side / (len(rows) + 2 * _QUIET)
    drawn = ["0 g"]
    for down, row in enumerate(rows):
        low = y + side - (down + 1 + _QUIET) * unit
        at = 0
        while at < len(row):
            end = at
            while end < len(row) and row[end]:
                end += 1
            if end > at:
                left = x + (at + _QUIET) * unit
                # A hair wider, so that no white line shows between two rows on a screen.
                drawn.append(f"{left:.3f} {low:.3f} {(end - at) * unit:.3f} {unit * 1.01:.3f} re f")
            at = end + 1
    return "\n".join(drawn)
