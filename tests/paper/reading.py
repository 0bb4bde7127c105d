"""What a reader gets from a paper: its text, its fonts, its look."""

import os
from io import BytesIO
from pathlib import Path

import pypdf
import pypdfium2
from PIL import Image, ImageChops

from kucho_desktop.paper.imprint import Printed

PICTURES = Path(__file__).parent / "pictures"
_DOTS = 50
_BLOCK = 12
_MOST = 30
"""Grey levels by which a block of the picture may differ: other machines smooth otherwise."""


def texts(printed: Printed) -> list[str]:
    """The text of every page, as it is copied out."""
    return [page.extract_text() for page in pypdf.PdfReader(BytesIO(printed.pdf)).pages]


def text(printed: Printed) -> str:
    return "\n".join(texts(printed))


def fonts(printed: Printed) -> dict[str, bool]:
    """The names of the fonts of the first page, and whether each is embedded."""
    page = pypdf.PdfReader(BytesIO(printed.pdf)).pages[0]
    found = {}
    for font in page["/Resources"]["/Font"].values():
        inner = font.get_object().get("/DescendantFonts", [font])[0].get_object()
        descriptor = inner.get("/FontDescriptor", {})
        found[str(inner["/BaseFont"])] = "/FontFile2" in descriptor
    return found


def picture(printed: Printed, page: int = 0, dots: int = _DOTS) -> Image.Image:
    """A page in greys; dots to the inch."""
    document = pypdfium2.PdfDocument(printed.pdf)
    try:
        drawn: Image.Image = document[page].render(scale=dots / 72).to_pil().convert("L")
        return drawn
    finally:
        document.close()


def looks_like(printed: Printed, name: str, page: int = 0) -> bool:
    """Whether a page looks as it was approved. KUCHO_PICTURES=keep approves what is there now."""
    seen = picture(printed, page)
    kept = PICTURES / f"{name}.png"
    if os.environ.get("KUCHO_PICTURES") == "keep":
        kept.parent.mkdir(exist_ok=True)
        seen.quantize(8).save(kept, optimize=True)
        return True
    with Image.open(kept) as approved:
        if approved.size != seen.size:
            return False
        apart = ImageChops.difference(approved.convert("L"), seen)
    small = (apart.width // _BLOCK, apart.height // _BLOCK)
    return max(apart.resize(small, Image.Resampling.BOX).tobytes()) <= _MOST
