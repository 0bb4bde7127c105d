"""What stands on a paper."""

from io import BytesIO

from pypdf import PdfReader


def text_of(pdf: bytes) -> str:
    """Of all pages, without spaces and line ends."""
    pages = PdfReader(BytesIO(pdf)).pages
    return "".join("".join(page.extract_text() for page in pages).split())
