"""An address in lines, made to fit into a box: lines are broken, then all gets smaller.

Nothing is ever cut: a letter without its town does not arrive.
"""

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from kucho_desktop.paper.addressed import Addressee, Named, Sender
from kucho_desktop.paper.fitting import CONDENSED, fit
from kucho_desktop.paper.glyphs import Font
from kucho_desktop.paper.lettering import Lettering, Letters
from kucho_desktop.paper.lines import break_lines

_CODE, _SMALL, _NAME = 0.95, 0.85, 1.6
"""Sizes beside that of the address."""
_LEADING = 1.3
_BEFORE_NAMES = 0.45
_DRAWN_TOGETHER = 0.86
"""How far letters are drawn together before a line is broken."""
_SMALLER = 0.95
_LEAST = 2.0
"""Nobody can read less; whoever is so long stands there in a single, condensed line."""
_SEVERAL = 2
_LONG = 0.62
"""The smallest that a name gets before it is broken into two lines."""
_TO_MIDDLE = 0.42
"""How much of the free height stands above the lines: a little less than half."""


class Box(NamedTuple):
    """Points; left and top from the lower left corner of the page."""

    left: float
    top: float
    width: float
    height: float


class _Line(NamedTuple):
    text: str
    size: float
    height: float
    indent: float = 0.0
    before: float = 0.0


class AddressBlock:
    """Draws addresses of one paper. size: of the address where there is room enough.

    with_code: False where the postal code stands in boxes of its own.
    """

    def __init__(self, lettering: Lettering, size: float, *, with_code: bool = True) -> None:
        self._letters: Letters = lettering[Font.TABLE]
        self._size = size
        self._with_code = with_code

    def operators(self, who: Addressee, box: Box) -> str:
        """The lines, the largest that fit."""
        size = self._size
        lines = self._lines(who, size, box.width)
        free = box.height - sum([line.height for line in lines])
        while size > _LEAST and free < 0:
            size *= _SMALLER
            lines = self._lines(who, size, box.width)
            free = box.height - sum([line.height for line in lines])
        free = max(free, 0.0)
        y = box.top - free * _TO_MIDDLE
        drawn, letters = ["BT"], self._letters
        for text, size, height, indent, before in lines:
            place = f"1 0 0 1 {box.left + indent:.2f} {y - before - size * 0.95:.2f} Tm"
            piece = letters.piece(text)
            if piece.codes and piece.width * size <= box.width - indent:  # as most do
                drawn.append(f"{place}/{letters.name} {size:g} Tf<{piece.codes}>Tj")
            else:
                fitted = fit(letters, text, size, box.width - indent, whole=True)
                drawn.append(place + fitted.operators())
            y -= height
        return "\n".join((*drawn, "ET"))

    def _lines(self, who: Addressee, size: float, width: float) -> list[_Line]:
        high = size * _LEADING
        lines: list[_Line] = []
        if self._with_code and who.digits:
            code = f"{who.digits[:3]}-{who.digits[3:]}"
            lines.append(_Line(code, size * _CODE, high))
        for text in (who.address, who.building):
            lines += (_Line(part, size, high) for part in self._broken(text, size, width))
        before = size * _BEFORE_NAMES if lines else 0.0
        if who.above:
            lines.append(_Line(who.above, size * _SMALL, high * _SMALL + before, before=before))
            before = 0.0
        beside = self._beside(who.names, size * _NAME, width)
        for name in who.names:
            lines += self._name_lines(name, size * _NAME, width, before, beside)
            before = 0.0
        return lines

    def _beside(self, names: Sequence[Named], size: float, width: float) -> float:
        """Where the titles of several names stand one under the other; 0 where they cannot."""
        if len(names) < _SEVERAL:
            return 0.0
        ends = [self._indent(name, size) + self._letters.width(name.shown, size) for name in names]
        after = max(ends) + size
        longest = max(self._letters.width(name.title, size) for name in names)
        return after if after + longest <= width else 0.0

    def _indent(self, name: Named, size: float) -> float:
        return self._letters.width(f"{name.family} ", size) if name.shares_family else 0.0

    def _name_lines(
        self, name: Named, size: float, width: float, before: float, beside: float
    ) -> list[_Line]:
        """A name gets smaller by itself; one that would be too small goes on in a next line."""
        high = size * _LEADING * 0.95
        indent = self._indent(name, size)
        if beside:
            shown = _Line(name.shown, size, high + before, indent, before)
            return [_Line(name.title, size, 0.0, beside, before), shown]
        text = f"{name.shown}　{name.title}" if name.title else name.shown
        parts = [text]
        if self._letters.width(text, size * _LONG) * CONDENSED > width - indent:
            size, indent, high = size * _LONG, indent * _LONG, high * _LONG
            parts = self._shared_out(text, size, (width - indent) / CONDENSED)
        first = _Line(parts[0], size, high + before, indent, before)
        return [first, *(_Line(part, size, high, indent) for part in parts[1:])]

    def _shared_out(self, text: str, size: float, width: float) -> list[str]:
        """Lines of about one length, so that no single sign is left over."""
        whole = self._letters.width(text, size)
        each = whole / ceil(whole / width) + 2 * size
        return break_lines(text, min(each, width), size, Font.TABLE)

    def _broken(self, text: str, size: float, width: float) -> list[str]:
        if not text:
            return []
        if self._letters.width(text, size) * _DRAWN_TOGETHER <= width:
            return [text]
        return break_lines(text, width, size, Font.TABLE)


def sender_lines(lettering: Lettering, sender: Sender, box: Box, size: float) -> str:
    """From whom, in small lines that end at the lower edge of the box."""
    letters = lettering[Font.TABLE]
    said = [sender.postal_code, *break_lines(sender.address, box.width, size, Font.TABLE)]
    lines = [each for each in said if each] + [each for each in sender.names if each]
    y = box.top - box.height + (len(lines) - 1) * size * _LEADING + size * 0.12
    drawn = ["BT"]
    for line in lines:
        fitted = fit(letters, line, size, box.width, whole=True)
        drawn.append(f"1 0 0 1 {box.left:.2f} {y:.2f} Tm{fitted.operators()}")
        y -= size * _LEADING
    return "\n".join((*drawn, "ET"))
