"""Letters in the book. Each has the next number of the year of office in which it came."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from kucho_desktop.association.store import fiscal_year
from kucho_desktop.circulars.model import Letter
from kucho_desktop.circulars.model.letters import came_before, newest_first
from kucho_desktop.core.book import Book
from kucho_desktop.core.i18n import N_
from kucho_desktop.core.rows import change_row
from kucho_desktop.core.shelf import Shelf
from kucho_desktop.core.text import fold, search_words
from kucho_desktop.officers.store import NOMINATIONS


class _Letters(Shelf[Letter]):
    """As other records; the number follows the day, and what was made of a letter stays."""

    def add(self, book: Book, values: Mapping[str, Any]) -> int:
        said = {"received_on": book.today.isoformat(), **values}
        if not said["received_on"]:
            said["received_on"] = book.today.isoformat()
        said |= _number(book, said["received_on"])
        said.setdefault("kind", _usual_kind(book, said))
        return super().add(book, said)

    def change(self, book: Book, id_: int, values: Mapping[str, Any]) -> None:
        said = dict(values)
        if "received_on" in said:
            said["received_on"] = said["received_on"] or book.today.isoformat()
            if _year(book, said["received_on"]) != self.one(book, id_).year:
                said |= _number(book, said["received_on"])
        super().change(book, id_, said)

    def remove(self, book: Book, id_: int) -> None:
        with book.step(self.removed) as db:
            for table in ("city_request", "delivery_item"):
                own = f"SELECT id FROM {table} WHERE letter_id = :id"
                for row in book.rows(own, id=id_):
                    change_row(db, table, row["id"], {"letter_id": None})
            super().remove(book, id_)


LETTERS = _Letters(
    Letter,
    "letter",
    "year, serial, id",
    N_("Take in a letter"),
    N_("Change {field} of a letter"),
    N_("Remove a letter"),
)


def _year(book: Book, day: str) -> str:
    return fiscal_year(book, date.fromisoformat(day)).first.isoformat()


def _number(book: Book, day: str) -> dict[str, object]:
    """A number once given is not given again while the letter is there."""
    year = _year(book, day)
    last = book.tuples("SELECT max(serial) FROM letter WHERE year = :year", year=year)[0][0]
    return {"year": year, "serial": (last or 0) + 1}


def _usual_kind(book: Book, said: Mapping[str, Any]) -> str:
    """What the same letter wanted the last time."""
    now = Letter(0, _year(book, said["received_on"]), title=said.get("title", ""))
    before = came_before(now, LETTERS.all(book))
    return before[0].kind if before else ""


def letter_years(book: Book) -> list[str]:
    """The first days of the years in which letters came, and of this one; newest first."""
    known = {year for (year,) in book.tuples("SELECT DISTINCT year FROM letter")}
    return sorted(known | {_year(book, book.today.isoformat())}, reverse=True)


def finish_letter(book: Book, id_: int) -> None:
    """It is done today."""
    LETTERS.one(book, id_)
    with book.step(N_("Tick off a letter")) as db:
        change_row(db, "letter", id_, {"done_on": book.today.isoformat()})


def nominate_for_letter(book: Book, letter: Letter) -> int:
    """The letter asks for a name: it goes on in the list of nominations. Gives its id there."""
    values = {"post": letter.title, "asked_by": letter.sender, "deadline": letter.deadline}
    return NOMINATIONS.add(book, values)


def found_letters(book: Book, typed: str, most: int) -> list[Letter]:
    """Newest first; every word is somewhere in it, or it is its number."""
    words, found = search_words(typed), []
    for each in newest_first(LETTERS.all(book)) if words else ():
        text = fold(" ".join((each.number, each.title, each.sender, each.reference, each.answer)))
        if all(word in text for word in words):
            found.append(each)
            if len(found) == most:
                break
    return found
