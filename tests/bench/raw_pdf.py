"""The floor under a printed table: the shortest program that writes the same texts as a PDF.

One face, one subset, glyph ids as text, the grid drawn once; no shrinking, no second font.
"""

import zlib
from collections.abc import Sequence
from pathlib import Path

from reportlab.pdfbase.ttfonts import TTFontFile

WIDTH, HEIGHT, MARGIN = 595.28, 841.89, 34.0
_faces: dict[Path, TTFontFile] = {}


def _stream(content: bytes, words: bytes = b"") -> bytes:
    packed = zlib.compress(content)
    start = b"<<%s/Filter/FlateDecode/Length %d>>\nstream\n" % (words, len(packed))
    return start + packed + b"\nendstream"


class RawPdf:
    """Objects in the order in which they are added; number 1 is the list of pages."""

    def __init__(self, face: Path, characters: set[str]) -> None:
        """Embed the characters of this face."""
        self.objects: list[bytes] = [b""]
        self.pages: list[int] = []
        if face not in _faces:
            _faces[face] = TTFontFile(str(face))
        self.code: dict[int, int] = {}
        self.font = self._embed(_faces[face], sorted(map(ord, characters)))

    def add(self, content: bytes) -> int:
        """The number of the new object."""
        self.objects.append(content)
        return len(self.objects)

    def _embed(self, face: TTFontFile, characters: list[int]) -> int:
        subset = face.makeSubset(characters)
        numbers = {0: 0}
        for character in characters:
            glyph = face.charToGlyph.get(character, 0)
            self.code[character] = numbers.setdefault(glyph, len(numbers))
        file = self.add(_stream(subset, b"/Length1 %d" % len(subset)))
        box = b" ".join(b"%d" % int(edge) for edge in face.bbox)
        descriptor = self.add(
            b"<</Type/FontDescriptor/FontName/AAAAAA+Face/Flags 4/FontBBox[%s]/ItalicAngle 0"
            b"/Ascent 880/Descent -120/CapHeight 700/StemV 80/FontFile2 %d 0 R>>" % (box, file)
        )
        widths = "".join(
            f"{code}[{round(face.charWidths.get(character, face.defaultWidth))}]"
            for character, code in self.code.items()
        )
        descendant = self.add(
            b"<</Type/Font/Subtype/CIDFontType2/BaseFont/AAAAAA+Face/CIDToGIDMap/Identity"
            b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            b"/FontDescriptor %d 0 R/DW 1000/W[%s]>>" % (descriptor, widths.encode())
        )
        return self.add(
            b"<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+Face/Encoding/Identity-H"
            b"/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>" % (descendant, self._to_unicode())
        )

    def _to_unicode(self) -> int:
        pairs = [
            f"<{code:04x}> <{chr(character).encode('utf-16-be').hex()}>"
            for character, code in self.code.items()
        ]
        lines = ["/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def"]
        lines.append("1 begincodespacerange <0000> <FFFF> endcodespacerange")
        for start in range(0, len(pairs), 100):
            block = pairs[start : start + 100]
            lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
        lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
        return self.add(_stream("\n".join(lines).encode()))

    def text(self, words: str) -> str:
        """The words as the operand of Tj."""
        return words.translate(self.code).encode("utf-16-be").hex()

    def page(self, operators: str, resources: bytes) -> None:
        """One sheet of A4."""
        content = self.add(_stream(operators.encode()))
        self.pages.append(
            self.add(
                b"<</Type/Page/Parent 1 0 R/MediaBox[0 0 %.2f %.2f]/Resources<<%s>>"
                b"/Contents %d 0 R>>" % (WIDTH, HEIGHT, resources, content)
            )
        )

    def saved(self) -> bytes:
        """The whole file."""
        kids = b" ".join(b"%d 0 R" % page for page in self.pages)
        self.objects[0] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(self.pages), kids)
        root = self.add(b"<</Type/Catalog/Pages 1 0 R>>")
        parts, place, places = [b"%PDF-1.7\n"], 9, []
        for number, content in enumerate(self.objects, 1):
            places.append(place)
            parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, content))
            place += len(parts[-1])
        count = len(self.objects) + 1
        parts.append(b"xref\n0 %d\n0000000000 65535 f \n" % count)
        parts += [b"%010d 00000 n \n" % one for one in places]
        end = b"trailer<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (count, root, place)
        return b"".join([*parts, end])


def table(rows: Sequence[Sequence[str]], face: Path, rows_per_page: int, size: float) -> bytes:
    """A ruled table of these texts over as many pages as it takes."""
    pdf = RawPdf(face, {" ", *"/0123456789", *(c for row in rows for text in row for c in text)})
    columns = len(rows[0])
    height = (HEIGHT - 2 * MARGIN) / rows_per_page
    across = [MARGIN + (WIDTH - 2 * MARGIN) / columns * n for n in range(columns + 1)]
    down = [HEIGHT - MARGIN - height * n for n in range(rows_per_page + 1)]
    ruled = [f"{across[0]:.2f} {y:.2f} m {across[-1]:.2f} {y:.2f} l" for y in down]
    ruled += [f"{x:.2f} {down[0]:.2f} m {x:.2f} {down[-1]:.2f} l" for x in across]
    box = b"/Type/XObject/Subtype/Form/BBox[0 0 596 842]"
    grid = pdf.add(_stream(("\n".join([".3 w", *ruled, "S"])).encode(), box))
    resources = b"/Font<</F %d 0 R>>/XObject<</G %d 0 R>>" % (pdf.font, grid)
    baselines = [f"{y + height * 0.3:.2f}" for y in down[1:]]
    starts = [f"{x + 2:.2f}" for x in across[:-1]]
    pages = range(0, len(rows), rows_per_page)
    for number, first in enumerate(pages, 1):
        operators = [f"/G Do BT /F {size} Tf"]
        for y, row in zip(baselines, rows[first : first + rows_per_page], strict=False):
            operators += [
                f"1 0 0 1 {x} {y} Tm<{pdf.text(text)}>Tj"
                for x, text in zip(starts, row, strict=True)
                if text
            ]
        operators.append(f"1 0 0 1 280 20 Tm<{pdf.text(f'{number} / {len(pages)}')}>Tj ET")
        pdf.page("\n".join(operators), resources)
    return pdf.saved()
