"""What is asked of the association every year, in the book."""

from kucho_desktop.circulars.model import CityRequest, Letter
from kucho_desktop.core.book import Book
from kucho_desktop.core.i18n import N_
from kucho_desktop.core.shelf import Shelf
from kucho_desktop.core.text import fold, search_words

REQUESTS = Shelf(
    CityRequest,
    "city_request",
    "office = '', office, class_ = '', class_, id",
    N_("Write down what is asked"),
    N_("Change {field} of a request"),
    N_("Remove a request"),
)


def request_of_letter(book: Book, letter: Letter) -> int:
    """What the letter asks, among the requests; the one that is there already if there is one."""
    for each in REQUESTS.all(book):
        if each.letter_id == letter.id:
            return each.id
    month = letter.received_on[5:7].lstrip("0")
    values = {"title": letter.title, "office": letter.sender, "months": month}
    return REQUESTS.add(book, {**values, "letter_id": letter.id})


def found_requests(book: Book, typed: str, most: int) -> list[CityRequest]:
    words, found = search_words(typed), []
    for each in REQUESTS.all(book) if words and most > 0 else ():
        text = fold(f"{each.title} {each.office} {each.class_}")
        if all(word in text for word in words):
            found.append(each)
            if len(found) == most:
                break
    return found
