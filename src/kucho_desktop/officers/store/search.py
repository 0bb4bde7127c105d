"""Finding officers: by post, by name, by reading."""

from kucho_desktop.core.book import Book
from kucho_desktop.core.text import fold
from kucho_desktop.officers.model import Seat
from kucho_desktop.officers.store.officers import seats_on


def find_officers(book: Book, typed: str, most: int) -> list[Seat]:
    """Those of today."""
    wanted = fold(typed)
    found = []
    for seat in seats_on(book, book.today):
        words = (seat.post, seat.name, seat.kana, seat.also, seat.department, seat.group)
        if wanted and not seat.is_vacant and wanted in fold(" ".join(words)):
            found.append(seat)
            if len(found) == most:
                break
    return found
