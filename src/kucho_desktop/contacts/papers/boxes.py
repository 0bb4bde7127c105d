"""The boxes of the phone tree: the post over the name and the numbers."""

from dataclasses import dataclass

from kucho_desktop.paper import strokes
from kucho_desktop.paper.fitting import Align
from kucho_desktop.paper.glyphs import Font
from kucho_desktop.paper.lines import break_lines
from kucho_desktop.paper.sheet import Sheet

_LINE = 1.35
_PAD = 0.3
_HEAD = 0.85
"""Type of the post over that of the name."""
_HEAD_LINES = 3


@dataclass(frozen=True)
class Box:
    """Somebody in the tree as he may be seen. below: whom he calls. place: "" has no head."""

    id: int
    place: str
    name: str
    phones: tuple[str, ...] = ()
    below: tuple[int, ...] = ()


class BoxWriter:
    """How high a box is, and the box itself."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._size = sheet.size
        self._heads: dict[tuple[str, float], list[str]] = {}

    def _head(self, place: str, wide: float) -> list[str]:
        key = (place, wide)
        if key not in self._heads:
            inner, size = wide - 2 * _PAD * self._size, self._size * _HEAD
            said = break_lines(place, inner, size, Font.TABLE) if place else []
            last = _HEAD_LINES - 1
            if len(said) > _HEAD_LINES:
                said[last:] = ["".join(said[last:])]
            self._heads[key] = said
        return self._heads[key]

    def _high_head(self, box: Box, wide: float) -> float:
        lines = len(self._head(box.place, wide))
        return self._size * (_HEAD * 1.2 * lines + 0.4) if lines else 0.0

    def height(self, box: Box, wide: float) -> float:
        """At least the post, the name and the numbers; rows share that of the highest."""
        lines = 1 + len(box.phones)
        return self._high_head(box, wide) + self._size * (_LINE * lines + 0.4)

    def draw(
        self,
        box: Box,
        x: float,
        top: float,
        wide: float,
        high: float,
        *,
        thick: float = strokes.RULE,
    ) -> None:
        sheet, size = self._sheet, self._size
        pad, head = size * _PAD, self._high_head(box, wide)
        inner = wide - 2 * pad
        if head:
            sheet.draw(strokes.filled(x, top - head, wide, head))
        sheet.draw(strokes.box(x, top - high, wide, high, thick))
        y = top - size * 0.2
        for line in self._head(box.place, wide):
            y -= size * _HEAD * 1.2
            sheet.write(x + pad, y + size * 0.2, line, size=size * _HEAD, width=inner,
                        align=Align.CENTRE, whole=True)  # fmt: skip
        y = top - head - size * 0.2
        fonts = [(box.name, Font.TABLE_BOLD), *((each, Font.TABLE) for each in box.phones)]
        for text, font in fonts:
            y -= size * _LINE
            sheet.write(x + pad, y + size * 0.3, text, width=inner, align=Align.CENTRE, font=font,
                        whole=True)  # fmt: skip
