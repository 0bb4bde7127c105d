"""Font files, each read once per process, at its first use."""

import copy
import os
import struct
import threading
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path

from reportlab.pdfbase.ttfonts import TTFontFile

from kucho_desktop.core.places import resources
from kucho_desktop.paper.vertical_forms import vertical_forms

MOJI_JOHO = "ipamjm.ttf"
"""IPAmj Mincho, which has nearly every character of the family registers; the user's own."""


class Face:
    """One font file. Glyphs are numbers of that file."""

    def __init__(self, path: Path) -> None:
        self._file = TTFontFile(str(path))
        self.name: str = bytes(self._file.name).decode("latin-1")
        self.glyph_of: dict[int, int] = self._file.charToGlyph
        self._per_em = int(self._file.unitsPerEm)

    def width(self, glyph: int) -> float:
        """The advance of a glyph in thousandths of the type size."""
        advance = int(self._file.hmetrics[glyph][0])
        return advance * 1000 / self._per_em

    def variation(self, character: int, selector: int) -> int | None:
        """The glyph of a character with a variation selector (IVS); None if it is not there."""
        glyph = self._variations.get((character, selector))
        return self.glyph_of.get(character) if glyph == 0 else glyph

    @cached_property
    def _variations(self) -> dict[tuple[int, int], int]:
        return dict(_variations(self._table("cmap")))

    @cached_property
    def vertical(self) -> dict[int, int]:
        """The glyphs that have a form of their own where text is written downward, with it."""
        return vertical_forms(self._table("GSUB") if "GSUB" in self._file.table else b"")

    def _table(self, name: str) -> bytes:
        read: Callable[[str], bytes] = self._file.get_table
        return read(name)

    @property
    def box(self) -> tuple[int, ...]:
        """Left, bottom, right, top of all glyphs together, in thousandths."""
        return tuple(round(edge) for edge in self._file.bbox)

    @property
    def heights(self) -> tuple[int, int, int]:
        """Ascent, descent and height of a capital, in thousandths."""
        file = self._file
        return round(file.ascent), round(file.descent), round(file.capHeight)

    def subset(self, glyphs: list[int]) -> bytes:
        """A font file with these glyphs alone, in this order, each once."""
        # ReportLab cuts by character: give a view of the file in which character n is glyph n.
        view = copy.copy(self._file)
        view.charToGlyph = dict(enumerate(glyphs))
        return bytes(view.makeSubset(range(len(glyphs))))


def _variations(cmap: bytes) -> Iterator[tuple[tuple[int, int], int]]:
    """Read subtable format 14: (character, selector) to glyph, 0 for the plain one (OpenType)."""
    (tables,) = struct.unpack_from(">H", cmap, 2)
    for _platform, _encoding, start in struct.iter_unpack(">HHL", cmap[4 : 4 + 8 * tables]):
        kind, _length, records = struct.unpack_from(">HLL", cmap, start)
        if kind != 14:
            continue
        for at in range(start + 10, start + 10 + 11 * records, 11):
            selector = int.from_bytes(cmap[at : at + 3], "big")
            plain, other = struct.unpack_from(">LL", cmap, at + 3)
            if plain:
                yield from _plain_ones(cmap, start + plain, selector)
            if other:
                yield from _other_ones(cmap, start + other, selector)


def _plain_ones(cmap: bytes, at: int, selector: int) -> Iterator[tuple[tuple[int, int], int]]:
    (ranges,) = struct.unpack_from(">L", cmap, at)
    for place in range(at + 4, at + 4 + 4 * ranges, 4):
        first = int.from_bytes(cmap[place : place + 3], "big")
        for character in range(first, first + cmap[place + 3] + 1):
            yield (character, selector), 0


def _other_ones(cmap: bytes, at: int, selector: int) -> Iterator[tuple[tuple[int, int], int]]:
    (count,) = struct.unpack_from(">L", cmap, at)
    for place in range(at + 4, at + 4 + 5 * count, 5):
        character = int.from_bytes(cmap[place : place + 3], "big")
        yield (character, selector), int.from_bytes(cmap[place + 3 : place + 5], "big")


_faces: dict[Path, Face] = {}
_reading = threading.Lock()


def face(path: Path) -> Face:
    """The font in a file; the same object every time."""
    with _reading:
        if path not in _faces:
            _faces[path] = Face(path)
        return _faces[path]


def bundled(name: str) -> Path:
    return resources() / "fonts" / name


def installed(name: str) -> Path | None:
    """A font file in the places where this system keeps fonts."""
    for folder in _font_folders():
        if (folder / name).is_file():
            return folder / name
        found = sorted(folder.rglob(name)) if folder.is_dir() else []
        if found:
            return found[0]
    return None


def _font_folders() -> list[Path]:
    home = Path.home()
    windows = os.environ.get("WINDIR")
    if windows:
        local = Path(os.environ.get("LOCALAPPDATA", home / "AppData/Local"))
        return [Path(windows) / "Fonts", local / "Microsoft/Windows/Fonts"]
    return [
        home / ".local/share/fonts",
        home / ".fonts",
        Path("/usr/local/share/fonts"),
        Path("/usr/share/fonts"),
        home / "Library/Fonts",
        Path("/Library/Fonts"),
    ]
