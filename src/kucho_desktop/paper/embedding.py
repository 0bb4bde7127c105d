"""Fonts inside a document: the glyphs used, as two-byte codes with the text they stand for."""

from hashlib import sha256
from typing import Any
from weakref import WeakKeyDictionary

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName

from kucho_desktop.paper.faces import Face
from kucho_desktop.paper.pages import ReadyStream


class NotInFace(Exception):
    """A character needs the careful way: another font, a selector, a voicing mark, nothing."""


class Subset(dict[int, int]):
    """The glyphs of one font that one document uses: from characters to codes of two bytes.

    Looking a character up takes it in, so that `str.translate` encodes a text by itself.
    """

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.name = name
        self.width_of: dict[str, float] = {}
        self._codes: dict[tuple[int, str], int] = {}
        self._glyphs = [0]
        self._texts = [""]
        self._widths = [face.width(0)]

    def __missing__(self, character: int) -> int:
        glyph = self.face.glyph_of.get(character)
        if not glyph or character < 0x20 or 0x2028 <= character < 0x2070 or character == 0xA0:
            raise NotInFace
        text = chr(character)
        code = self[character] = self.code(glyph, text)
        self.width_of[text] = self._widths[code] / 1000
        return code

    def code(self, glyph: int, text: str) -> int:
        """The code that draws a glyph and is copied as `text`."""
        code = self._codes.get((glyph, text))
        if code is None:
            code = self._codes[glyph, text] = len(self._glyphs)
            self._glyphs.append(glyph)
            self._texts.append(text)
            self._widths.append(self.face.width(glyph))
        return code

    def embed(self, document: Any) -> PDFDictionary:
        """The font as PDF objects: Type 0, Identity-H, TrueType outlines (ISO 32000-1, 9.7)."""
        name = PDFName(f"{_tag(repr(self._glyphs))}+{self.face.name}")
        once = list(dict.fromkeys(self._glyphs))
        place = {glyph: at for at, glyph in enumerate(once)}
        places = b"".join(place[glyph].to_bytes(2, "big") for glyph in self._glyphs)
        drawn = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType2"),
            "BaseFont": name,
            "CIDSystemInfo": _IDENTITY,
            "FontDescriptor": document.Reference(self._descriptor(name, once, document)),
            "DW": 1000,
            "W": self._odd_widths(),
            "CIDToGIDMap": document.Reference(ReadyStream(places)),
        }
        return PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": name,
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([document.Reference(PDFDictionary(drawn))]),
                "ToUnicode": document.Reference(ReadyStream(_to_unicode(self._texts))),
            }
        )

    def _descriptor(self, name: Any, glyphs: list[int], document: Any) -> PDFDictionary:
        ascent, descent, capital = self.face.heights
        outlines = self.face.subset(glyphs)
        return PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": name,
                "Flags": 4,
                "FontBBox": PDFArray(self.face.box),
                "ItalicAngle": 0,
                "Ascent": ascent,
                "Descent": descent,
                "CapHeight": capital,
                "StemV": 80,
                "FontFile2": document.Reference(ReadyStream(outlines, f"/Length1 {len(outlines)}")),
            }
        )

    def _odd_widths(self) -> str:
        odd = (f"{code}[{width:g}]" for code, width in enumerate(self._widths) if width != 1000)
        return f"[{' '.join(odd)}]"


_IDENTITY = PDFDictionary({"Registry": "(Adobe)", "Ordering": "(Identity)", "Supplement": 0})


def _tag(content: str) -> str:
    """Six capitals that no other subset has, so that merged papers do not mix up fonts."""
    digest = sha256(content.encode()).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])


def _to_unicode(texts: list[str]) -> bytes:
    """What is copied for each code, in UTF-16 so that 𠮷 and selectors come out right."""
    rows = [
        f"<{code:04x}> <{text.encode('utf-16-be').hex()}>"
        for code, text in enumerate(texts)
        if text
    ]
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <ffff> endcodespacerange",
    ]
    for at in range(0, len(rows), 100):  # a block holds at most 100 (Adobe technote 5411)
        block = rows[at : at + 100]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines).encode("ascii")


class EmbeddedFace:
    """A face as ReportLab's canvas, drawings and Platypus know a font; names are ReportLab's."""

    _multiByte = 1  # noqa: N815
    _dynamicFont = 1  # noqa: N815
    shapable = False

    def __init__(self, face: Face) -> None:
        self.face = face
        self.fontName = face.name
        self._subsets: WeakKeyDictionary[Any, Subset] = WeakKeyDictionary()

    def subset(self, document: Any) -> Subset:
        """The glyphs of this font that a document uses; announces the font to the document."""
        known = self._subsets.get(document)
        if known is None:
            name = f"F{len(document.fontMapping) + 1}"
            known = self._subsets[document] = Subset(self.face, name)
            document.fontMapping[self.fontName] = f"/{name}"
            document.delayedFonts.append(self)
        return known

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:  # noqa: N802
        number = self.face.glyph_of
        return sum(self.face.width(number.get(ord(each), 0)) for each in text) * size / 1000

    def splitString(self, text: str, doc: Any, encoding: str = "utf-8") -> list[Any]:  # noqa: N802
        subset = self.subset(doc)
        number = self.face.glyph_of
        codes = (subset.code(number.get(ord(each), 0), each) for each in text)
        return [(0, b"".join(code.to_bytes(2, "big") for code in codes))]

    def getSubsetInternalName(self, subset: int, doc: Any) -> str:  # noqa: N802
        return f"/{self.subset(doc).name}"

    def addObjects(self, doc: Any) -> None:  # noqa: N802
        subset = self._subsets.pop(doc)
        doc.idToObject["BasicFonts"].dict[subset.name] = doc.Reference(subset.embed(doc))


_registered: dict[str, EmbeddedFace] = {}


def embedded(face: Face) -> EmbeddedFace:
    """The face as a ReportLab font, registered under its own name."""
    known = _registered.get(face.name)
    if known is None:
        known = _registered[face.name] = EmbeddedFace(face)
        pdfmetrics.registerFont(known)
    return known
