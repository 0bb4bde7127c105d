"""A PDF that says its title and language, and nothing of who made it or when."""

from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFInfo, PDFString
from reportlab.pdfgen.canvas import Canvas

from kucho_desktop.paper.embedding import embedded
from kucho_desktop.paper.glyphs import Font, first_face
from kucho_desktop.paper.lettering import Lettering

rl_config.useA85 = 0  # text armour around every stream costs a quarter more bytes and time


class _TitleOnly(PDFInfo):
    """The information dictionary, without author, program and time."""

    def format(self, document: Any) -> Any:
        return PDFDictionary({"Title": PDFString(self.title)}).format(document)


class Document(Canvas):
    """A ReportLab canvas whose text goes through `lettering`. Same input, same bytes."""

    _doc: Any

    def __init__(self, title: str, page_size: tuple[float, float], language: str) -> None:
        self._written = BytesIO()
        # A canvas begins with Helvetica, which is not embedded, unless told another font.
        first: Any = embedded(first_face(Font.TABLE)).fontName
        super().__init__(
            self._written,
            pagesize=page_size,
            invariant=1,
            pageCompression=1,
            pdfVersion=(1, 7),
            initialFontName=first,
            lang=language,
        )
        self._doc.info = _TitleOnly()
        self.setTitle(title)
        self.lettering = Lettering(self._doc)

    def pdf(self) -> bytes:
        """Close the document; it cannot be drawn on afterwards."""
        self.save()
        return self._written.getvalue()
