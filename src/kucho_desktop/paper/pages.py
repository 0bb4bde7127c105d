"""Pages whose operators are ready: written into the file as they are, without a canvas's care."""

import zlib
from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject, xObjectName

_LEVEL = 2
"""Of compression: twice as fast as zlib's own choice, the file an eighth larger."""


class _Ready(PDFObject):
    """An object of its own in the file, never inside another one."""

    __RefOnly__ = 1


class ReadyStream(_Ready):
    """Bytes, compressed at once. entries: more of its dictionary."""

    def __init__(self, content: bytes, entries: str = "") -> None:
        self._packed = zlib.compress(content, _LEVEL)
        self._entries = entries.encode("ascii")

    def format(self, _document: Any) -> bytes:
        said = b"<</Filter/FlateDecode/Length %d%s>>" % (len(self._packed), self._entries)
        return said + b"\nstream\n" + self._packed + b"\nendstream\n"


class ReadyPage(_Ready):
    """A page of these operators; `forms` are the names of what they draw by `Do`."""

    def __init__(self, size: tuple[float, float], operators: str, forms: Sequence[str]) -> None:
        self._size = size
        self._forms = tuple(dict.fromkeys(forms))
        self._stream = ReadyStream("\n".join((*map(do, forms), operators)).encode("ascii"))

    def format(self, document: Any) -> bytes:
        number = document.idToObjectNumberAndVersion
        forms = "".join(
            "/{name} {0} {1} R".format(*number[name], name=name)
            for name in map(xObjectName, self._forms)
        )
        said = (
            "<</Type/Page/Parent {parent}/MediaBox[0 0 {width:.2f} {height:.2f}]"
            "/Resources<</Font {fonts} {version} R/XObject<<{forms}>>>>/Contents {content}>>"
        ).format(
            parent=_reference(document, document.Pages),
            width=self._size[0],
            height=self._size[1],
            fonts=number["BasicFonts"][0],
            version=number["BasicFonts"][1],
            forms=forms,
            content=_reference(document, self._stream),
        )
        return said.encode("ascii")


def do(form: str) -> str:
    """The operator that draws a form."""
    return f"/{xObjectName(form)} Do"


def _reference(document: Any, thing: PDFObject) -> str:
    reference: bytes = document.Reference(thing).format(document)
    return reference.decode("ascii")
