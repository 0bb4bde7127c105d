"""Text written downward: a column of shapes, numbers of two digits side by side in one place.

Latin words lie on their side; a letter or two stand upright (JLREQ 2.3.2).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kucho_desktop.paper.glyphs import Font
from kucho_desktop.paper.lettering import Letters, Piece, Sign
from kucho_desktop.paper.lines import break_lines, unbroken

ASCENT = 0.88
"""Where the upper edge of a kanji's square lies over the line that it stands on."""
_MIDDLE = ASCENT - 0.5
_SPACE = 0.5
"""A space between the words of a name, in type sizes."""
_FEW = 2

_RUN = re.compile(r"[0-9]+|[!-/:-~]+|[ \u3000]|[^!-~ \u3000]+")
_WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_SHORT = re.compile(r"[0-9]+|[!-/:-~]+")
_NUMBERS = re.compile("[〇一二三四五六七八九十百‐]{2,}(?:番地|番|号室|号|丁目|階)?")


@dataclass(frozen=True)
class _Upright:
    """A shape, or two digits side by side, in a square."""

    signs: tuple[Sign, ...]
    length: float = 1.0


@dataclass(frozen=True)
class _Lying:
    """A word that is turned to the right."""

    piece: Piece

    @property
    def length(self) -> float:
        return self.piece.width


@dataclass(frozen=True)
class _Gap:
    length: float


_Part = _Upright | _Lying | _Gap


class Column:
    """One line of text, written downward. length: in type sizes."""

    def __init__(self, letters: Letters, text: str) -> None:
        self._letters = letters
        self._parts = list(_parts(letters, text))
        self.length = sum(part.length for part in self._parts)

    def operators(self, middle: float, top: float, size: float) -> str:
        """Around x = middle, from top down; in points from the lower left."""
        drawn = ["BT"]
        for part in self._parts:
            if isinstance(part, _Upright):
                drawn.append(self._square(part, middle, top, size))
            elif isinstance(part, _Lying):
                across = middle - _MIDDLE * size
                font = f"/{self._letters.name} {size:.2f} Tf"
                drawn.append(f"{font} 0 -1 1 0 {across:.2f} {top:.2f} Tm")
                drawn.append(self._letters.operators(part.piece, size))
            top -= part.length * size
        return "\n".join((*drawn, "ET"))

    def _square(self, part: _Upright, middle: float, top: float, size: float) -> str:
        wide = sum(sign.width for sign in part.signs)
        x, y = middle - wide * size / 2, top - ASCENT * size
        drawn = []
        for sign in part.signs:
            drawn.append(f"/{sign.font} {size:.2f} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm<{sign.code}>Tj")
            x += sign.width * size
        return " ".join(drawn)


def _parts(letters: Letters, text: str) -> Iterator[_Part]:
    for found in _RUN.finditer(text):
        run = found[0]
        if run in " \u3000":
            yield _Gap(_SPACE if run == " " else 1.0)
        elif run.isascii() and run.isdigit() and len(run) == _FEW:
            yield _Upright(tuple(letters.downward(run)))
        elif run.isascii() and not run.isdigit() and len(run) > _FEW:
            yield _Lying(letters.piece(run))
        else:
            yield from (_Upright((sign,)) for sign in letters.downward(run.translate(_WIDE)))


def break_columns(text: str, length: float, size: float) -> list[str]:
    """The text in columns of a length in points; numbers stay whole where they can."""
    kept = _SHORT.sub(_widened, text)
    return break_lines(_NUMBERS.sub(_whole, kept), length, size, Font.TABLE)


def _widened(found: re.Match[str]) -> str:
    """As wide as it will be, so that the columns are reckoned right."""
    run = found[0]
    stays = len(run) == _FEW if run.isdigit() else len(run) > _FEW
    return run if stays else run.translate(_WIDE)


def _whole(found: re.Match[str]) -> str:
    return unbroken(found[0])
