"""Text as page operators: every string is encoded and measured once per paper."""

from collections.abc import Mapping
from functools import cache
from itertools import groupby
from typing import Any, NamedTuple

from kucho_desktop.paper.embedding import NotInFace, embedded
from kucho_desktop.paper.faces import Face
from kucho_desktop.paper.glyphs import Font, Glyph, first_face, glyphs, missing_characters
from kucho_desktop.paper.substitutes import Substitutes


class Piece(NamedTuple):
    """A text ready to be drawn. width: in units of the type size.

    codes: in hexadecimal, where the first font has all of the text; else empty, and
    parts: (the font's name in the document, codes) one after the other.
    """

    width: float
    codes: str
    parts: tuple[tuple[str, str], ...] = ()


class Sign(NamedTuple):
    """One shape in a column: the font's name in the document, its code, its width in type sizes."""

    font: str
    code: str
    width: float


class Letters:
    """One font, with those that stand in for it, in one document.

    name: the document's own name of the first font, for the operator Tf.
    subset: the first font's glyphs; `text.translate(subset)` encodes what it has.
    """

    def __init__(
        self, font: Font, document: Any, replaced: dict[str, None], substitutes: Substitutes
    ) -> None:
        self.font = font
        self._document = document
        self._replaced = replaced
        self._substitutes = substitutes
        self.subset = embedded(first_face(font)).subset(document)
        self._halves = _is_half_wide(first_face(font))
        self._pieces: dict[str, Piece] = {}
        self.name = self.subset.name

    def piece(self, text: str) -> Piece:
        known = self._pieces.get(text)
        if known is None:
            known = self._pieces[text] = self._encode(text)
        return known

    def width(self, text: str, size: float) -> float:
        return self.piece(text).width * size

    def operators(self, piece: Piece, size: float) -> str:
        """Show the text where the pen is, this font and size being set; they are so after it."""
        if not piece.parts:
            return f"<{piece.codes}>Tj"
        shown = [f"/{name} {size:g} Tf<{codes}>Tj" for name, codes in piece.parts]
        return f"{''.join(shown)}/{self.name} {size:g} Tf"

    def width_of(self, text: str) -> float:
        """In units of the type size; of a text that the first font has, once it is encoded."""
        if self._halves and text.isascii():
            return len(text) / 2
        return sum(map(self.subset.width_of.__getitem__, text))

    def _encode(self, text: str) -> Piece:
        try:
            codes = text.translate(self.subset).encode("utf-16-be").hex()
        except NotInFace:
            return self._encode_carefully(text)
        return Piece(self.width_of(text), codes)

    def downward(self, text: str) -> list[Sign]:
        """The shapes of a text one by one, as they stand in a column."""
        signs = []
        for glyph in self._drawn(text):
            subset = embedded(glyph.face).subset(self._document)
            number = glyph.face.vertical.get(glyph.number, glyph.number)
            code = subset.code(number, glyph.text)
            signs.append(Sign(subset.name, f"{code:04x}", glyph.face.width(number) / 1000))
        return signs

    def _drawn(self, text: str) -> list[Glyph]:
        """What is drawn for a text; a name that cannot be drawn as its owner chose."""
        drawn = list(glyphs(text, self.font))
        if not all(glyph.as_written for glyph in drawn):
            text = self._substitutes.in_place(text)
            drawn = list(glyphs(text, self.font))
            self._replaced.update(dict.fromkeys(missing_characters(text)))
        return drawn

    def _encode_carefully(self, text: str) -> Piece:
        drawn = self._drawn(text)
        parts = []
        for face, run in groupby(drawn, _face_of):
            subset = embedded(face).subset(self._document)
            codes = "".join(f"{subset.code(each.number, each.text):04x}" for each in run)
            parts.append((subset.name, codes))
        width = sum(glyph.face.width(glyph.number) for glyph in drawn) / 1000
        return Piece(width, "", tuple(parts))


@cache
def _is_half_wide(face: Face) -> bool:
    """Whether every ASCII letter is half as wide as a kanji."""
    return all(face.width(face.glyph_of[code]) == 500 for code in range(0x20, 0x7F))


def _face_of(glyph: Glyph) -> Face:
    return glyph.face


class Lettering:
    """All text of one document.

    replaced: what no font has as written, in order of appearance. instead: what is written in
    place of a name that cannot be drawn; `substitutes` says which were.
    """

    def __init__(self, document: Any, instead: Mapping[str, str] | None = None) -> None:
        self.replaced: dict[str, None] = {}
        self.substitutes = Substitutes(instead or {})
        self._document = document
        self._letters: dict[Font, Letters] = {}

    def __getitem__(self, font: Font) -> Letters:
        known = self._letters.get(font)
        if known is None:
            known = self._letters[font] = Letters(
                font, self._document, self.replaced, self.substitutes
            )
        return known
