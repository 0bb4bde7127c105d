"""The log of personal data given to others, or received from them (個人情報保護法 29・30条)."""

from collections.abc import Mapping

from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.fields import field_named
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.core.rows import change_row
from kucho_desktop.records.model import Disclosure


def all_disclosures(book: Book) -> list[Disclosure]:
    """Newest first; those of which the day is not known yet stand at the top."""
    rows = book.rows("SELECT * FROM disclosure ORDER BY given_on <> '', given_on DESC, id DESC")
    return [Disclosure(**row) for row in rows]


def disclosure(book: Book, id_: int) -> Disclosure | None:
    return next((each for each in all_disclosures(book) if each.id == id_), None)


def add_disclosure(book: Book, values: Mapping[str, object] | None = None) -> int:
    """Write one down, of today unless another day is said; gives its id."""
    said = {"given_on": book.today.isoformat(), **(values or {})}
    with book.step(N_("Write down that data was given to somebody")) as db:
        id_ = db.table("disclosure").insert(said).last_pk
    assert isinstance(id_, int)
    return id_


def change_disclosure(book: Book, id_: int, values: Mapping[str, object]) -> None:
    label = field_named(Disclosure, next(iter(values))).label
    with book.step(N_("Change {field} of a record of giving"), field=label) as db:
        change_row(db, "disclosure", id_, values)


def remove_disclosure(book: Book, id_: int) -> None:
    """Raises NotAllowed while the law asks for the record."""
    found = disclosure(book, id_)
    if found is None:
        return
    until = found.keep_until
    is_empty = not (found.party or found.whose or found.items or found.note)
    if not is_empty and (until is None or book.today <= until):
        raise NotAllowed(_("This record must be kept for three years, so it was not removed."))
    with book.step(N_("Remove a record of giving")) as db:
        db.table("disclosure").delete(id_)
