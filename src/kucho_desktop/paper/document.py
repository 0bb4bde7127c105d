"""A PDF that says its title and language, and nothing of who made it or when."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFInfo, PDFString
from reportlab.pdfgen.canvas import Canvas

from kucho_desktop.paper.embedding import embedded
from kucho_desktop.paper.glyphs import Font, first_face
from kucho_desktop.paper.lettering import Lettering
from kucho_desktop.paper.pages import ReadyPage

rl_config.useA85 = 0  # text armour around every stream costs a quarter more bytes and time


class _TitleOnly(PDFInfo):
    """The information dictionary, without author, program and time."""

    def format(self, document: Any) -> Any:
        return PDFDictionary({"Title": PDFString(self.title)}).format(document)


class Document(Canvas):
    """A ReportLab canvas whose text goes through `lettering`. Same input, same bytes."""

    _doc: Any

    def __init__(
        self,
        title: str,
        page_size: tuple[float, float],
        language: str,
        instead: Mapping[str, str] | None = None,
    ) -> None:
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
        self._page_size = page_size
        self._forms = 0
        self.lettering = Lettering(self._doc, instead)

    def add_page(self, operators: str, forms: Sequence[str]) -> None:
        """A page that is ready; forms (see `add_form`) are drawn below the operators."""
        self._doc.addPage(ReadyPage(self._page_size, operators, forms))

    def add_form(self, operators: str, forms: Sequence[str] = ()) -> str:
        """Keep operators once for many pages (Form XObject); gives its name."""
        self._forms += 1
        name = f"form{self._forms}"
        self.beginForm(name)
        for form in forms:
            self.doForm(form)
        self.addLiteral(operators)
        self.endForm()
        return name

    def add_moved(self, form: str, x: float) -> str:
        """A form drawn further to the right, in points; gives the name of the moved one."""
        name = f"{form}at{x:.0f}"
        self.beginForm(name)
        self.translate(x, 0)
        self.doForm(form)
        self.endForm()
        return name

    def pdf(self) -> bytes:
        """Close the document; it cannot be drawn on afterwards."""
        self.save()
        return self._written.getvalue()
