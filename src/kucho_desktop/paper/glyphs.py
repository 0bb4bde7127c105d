"""Which font draws which character: BIZ UD, then Noto Sans JP, then IPAmj Mincho if installed."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from pathlib import Path

from kucho_desktop.paper.faces import MOJI_JOHO, Face, bundled, face, installed

SUBSTITUTE = "〓"
"""Stands where no font has the character (the printers' 下駄)."""


class Font(Enum):
    """Even widths where digits stand in columns, proportional ones for prose."""

    TABLE = ("BIZUDGothic-Regular.ttf", "NotoSansJP-Regular.ttf")
    TABLE_BOLD = ("BIZUDGothic-Bold.ttf", "NotoSansJP-Bold.ttf")
    PROSE = ("BIZUDPGothic-Regular.ttf", "NotoSansJP-Regular.ttf")
    PROSE_BOLD = ("BIZUDPGothic-Bold.ttf", "NotoSansJP-Bold.ttf")

    __hash__ = object.__hash__  # Enum's own is asked for every letter, and slow


@dataclass(frozen=True)
class Glyph:
    """One drawn shape. `text` is what a reader copies; `as_written` is False for a stand-in."""

    face: Face
    number: int
    text: str
    as_written: bool = True


def first_face(font: Font) -> Face:
    return face(bundled(font.value[0]))


@cache
def _installed_moji_joho() -> Path | None:
    return installed(MOJI_JOHO)


def _faces(font: Font) -> Iterator[Face]:
    for name in font.value:
        yield face(bundled(name))
    path = _installed_moji_joho()
    if path is not None:
        yield face(path)


_CLUSTER = re.compile("(.)([\ufe00-\ufe0f\U000e0100-\U000e01ef]|[\u3099\u309a])?", re.DOTALL)
_UNSEEN = frozenset(
    {*range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2060, 0x2070), 0xFEFF}
)
_TEXT_OR_PICTURE = frozenset({0xFE0E, 0xFE0F})


def glyphs(text: str, font: Font) -> Iterator[Glyph]:
    """The shapes of a text, one for each character with its selector or voicing mark."""
    for found in _CLUSTER.finditer(text):
        character, mark = found.group(1), found.group(2) or ""
        if ord(character) not in _UNSEEN:
            yield _glyph(character, mark, font)


@cache
def _glyph(character: str, mark: str, font: Font) -> Glyph:
    if character < " " or character in "\x7f\x85\xa0\t":
        character = " "
    if mark in ("\u3099", "\u309a"):
        return _voiced(character, mark, font)
    if mark and ord(mark) not in _TEXT_OR_PICTURE:
        for each in _faces(font):
            number = each.variation(ord(character), ord(mark))
            if number:
                return Glyph(each, number, character + mark)
        return _without(mark, _glyph(character, "", font))
    for each in _faces(font):
        number = each.glyph_of.get(ord(character))
        if number:
            return Glyph(each, number, character)
    stand_in = first_face(font)
    return Glyph(stand_in, stand_in.glyph_of[ord(SUBSTITUTE)], SUBSTITUTE, as_written=False)


def _voiced(kana: str, mark: str, font: Font) -> Glyph:
    """Kana written apart from its mark (macOS file names do) looks like the whole one."""
    whole = unicodedata.normalize("NFC", kana + mark)
    if len(whole) > 1:
        return _without(mark, _glyph(kana, "", font))
    drawn = _glyph(whole, "", font)
    return Glyph(drawn.face, drawn.number, kana + mark, drawn.as_written)


def _without(mark: str, plain: Glyph) -> Glyph:
    """The plain shape stands in; what is copied out still has the mark."""
    text = plain.text + mark if plain.as_written else plain.text
    return Glyph(plain.face, plain.number, text, as_written=False)


def missing_characters(text: str) -> list[str]:
    """Characters of a text that no font has as written, each once, in order of appearance."""
    missing = {
        found.group(0): None
        for found in _CLUSTER.finditer(text)
        if ord(found.group(1)) not in _UNSEEN
        and not _glyph(found.group(1), found.group(2) or "", Font.TABLE).as_written
    }
    return list(missing)


def text_width(text: str, font: Font, size: float) -> float:
    """How wide a text is drawn, in points."""
    return _em_width(text, font) * size


@lru_cache(16384)
def _em_width(text: str, font: Font) -> float:
    return sum(glyph.face.width(glyph.number) for glyph in glyphs(text, font)) / 1000
