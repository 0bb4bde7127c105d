"""Names drawn with the very form of a kanji that a variation selector asks for.

Qt shows the plain form: it ignores selectors (U+E0100 …). The font's own table (cmap, format 14,
OpenType specification 1.9) knows the glyph, so such a name is drawn glyph by glyph.
"""

import struct
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGlyphRun, QPainter, QRawFont

from kucho_desktop.widgets import theme
from kucho_desktop.widgets.selectors import FIRST, LAST

Glyphs = list[tuple[int, int]]
_RIGHT, _CENTRE = int(Qt.AlignmentFlag.AlignRight), int(Qt.AlignmentFlag.AlignHCenter)
_BOTTOM, _MIDDLE = int(Qt.AlignmentFlag.AlignBottom), int(Qt.AlignmentFlag.AlignVCenter)


def draw_aside(painter: QPainter, room: QRect, side: int, text: str) -> None:
    """Draw one line into a room with the painter's font and pen; what has no room is cut off."""
    font = painter.font()
    metrics = QFontMetricsF(font)
    free = room.width() - metrics.horizontalAdvance(text)
    x = room.x() + (free if side & _RIGHT else free / 2 if side & _CENTRE else 0.0)
    below = room.height() - metrics.height()
    y = room.y() + (below if side & _BOTTOM else below / 2 if side & _MIDDLE else 0.0)
    painter.save()
    painter.setClipRect(room, Qt.ClipOperation.IntersectClip)
    draw_variants(painter, font, QPointF(x, y + metrics.ascent()), text)
    painter.restore()


def draw_variants(painter: QPainter, font: QFont, baseline: QPointF, text: str) -> float:
    """Draw on this baseline with the painter's pen; give the width that was used.

    A font that is drawn together is drawn together here as well.
    """
    look = (font.pixelSize(), font.pointSizeF(), font.bold(), theme.fonts_there())
    faces = [_raw(family, *look) for family in font.families()]
    narrow = (font.stretch() or 100) / 100
    painter.save()
    painter.translate(baseline)
    painter.scale(narrow, 1)
    x = 0.0
    for face, glyph in _placed(text, faces):
        run = QGlyphRun()
        run.setRawFont(faces[face])
        run.setGlyphIndexes([glyph])
        run.setPositions([QPointF(0, 0)])
        painter.drawGlyphRun(QPointF(x, 0), run)
        x += faces[face].advancesForGlyphIndexes([glyph])[0].x()
    painter.restore()
    return x * narrow


def _placed(text: str, faces: list[QRawFont]) -> Glyphs:
    """For every visible character the first face that has it, and its glyph there."""
    placed: Glyphs = []
    position = 0
    while position < len(text):
        base = text[position]
        follows = text[position + 1 : position + 2]
        selector = follows if follows and FIRST <= follows <= LAST else ""
        position += 2 if selector else 1
        placed.append(_glyph(base, selector, faces))
    return placed


def _glyph(base: str, selector: str, faces: list[QRawFont]) -> tuple[int, int]:
    if selector:
        for number, face in enumerate(faces):
            glyph = _variant_glyphs(face).get((ord(base), ord(selector)))
            if glyph:
                return number, glyph
    for number, face in enumerate(faces):
        plain = face.glyphIndexesForString(base)
        if plain and plain[0]:
            return number, plain[0]
    return 0, 0


@lru_cache(maxsize=32)
def _raw(family: str, pixels: int, points: float, bold: bool, _loaded: int) -> QRawFont:
    """Found anew once more fonts were loaded: until then another family may stand in."""
    font = QFont(family)
    if pixels > 0:
        font.setPixelSize(pixels)
    else:
        font.setPointSizeF(points)
    font.setBold(bold)
    return QRawFont.fromFont(font)


_tables: dict[tuple[str, str], dict[tuple[int, int], int]] = {}


def _variant_glyphs(face: QRawFont) -> dict[tuple[int, int], int]:
    """(character, selector) to glyph, from the font's own table; read once for each font."""
    key = (face.familyName(), face.styleName())
    if key not in _tables:
        _tables[key] = _read_table(bytes(face.fontTable("cmap").data()))
    return _tables[key]


def _read_table(cmap: bytes) -> dict[tuple[int, int], int]:
    glyphs: dict[tuple[int, int], int] = {}
    if len(cmap) < 4:
        return glyphs
    for number in range(struct.unpack_from(">H", cmap, 2)[0]):
        start = struct.unpack_from(">I", cmap, 8 + 8 * number)[0]
        if struct.unpack_from(">H", cmap, start)[0] != 14:
            continue
        for record in range(struct.unpack_from(">I", cmap, start + 6)[0]):
            place = start + 10 + 11 * record
            selector = int.from_bytes(cmap[place : place + 3], "big")
            others = struct.unpack_from(">I", cmap, place + 7)[0]
            if others:
                _read_selector(cmap, start + others, selector, glyphs)
    return glyphs


def _read_selector(
    cmap: bytes, start: int, selector: int, glyphs: dict[tuple[int, int], int]
) -> None:
    for number in range(struct.unpack_from(">I", cmap, start)[0]):
        place = start + 4 + 5 * number
        character = int.from_bytes(cmap[place : place + 3], "big")
        glyphs[character, selector] = struct.unpack_from(">H", cmap, place + 3)[0]
