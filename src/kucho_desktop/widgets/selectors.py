"""Text on one line, drawn so that a kanji in a form of its own (葛󠄀, 邉󠄄) is seen in that form.

Light, for the first page: what is needed for such a kanji is loaded with the first one.
"""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

FIRST, LAST = "\U000e0100", "\U000e01ef"
"""The variation selectors of kanji (Unicode Technical Standard 37)."""


def has_variant(text: str) -> bool:
    """Whether a character is followed by a variation selector."""
    return bool(text) and max(text) >= FIRST and any(FIRST <= each <= LAST for each in text)


def draw_text(painter: QPainter, room: QRect, side: Qt.AlignmentFlag | int, text: str) -> None:
    """As the painter draws one line, in its font and with its pen; side: as Qt has it."""
    if has_variant(text):
        from kucho_desktop.widgets.variants import draw_aside

        draw_aside(painter, room, int(side), text)
    else:
        painter.drawText(room, int(side), text)
