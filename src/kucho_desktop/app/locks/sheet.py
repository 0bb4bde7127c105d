"""The two sheets with the recovery code, gathered and drawn. No file of them is ever written."""

from kucho_desktop.association.papers import recovery_sheet, sealed_sheet
from kucho_desktop.association.store import name_of
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.paper.imprint import Imprint


def code_sheet(book: Book, code: str, *, sealed: bool) -> bytes:
    """As PDF, for the printer alone. sealed: the one for the deputy."""
    audience = Audience.OFFICERS if sealed else Audience.CHIEF
    imprint = Imprint(name_of(book), audience, book.today, book.today)
    draw = sealed_sheet if sealed else recovery_sheet
    return draw(code, book.path.name, imprint).pdf
