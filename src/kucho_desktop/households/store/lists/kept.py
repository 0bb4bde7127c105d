"""Lists of households that somebody keeps under a name of his own."""

from datetime import date

from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.core.text import fold
from kucho_desktop.households.model.lists.as_of import AsOf
from kucho_desktop.households.model.lists.wanted import (
    HouseholdList,
    SavedList,
    by_name,
    from_texts,
)
from kucho_desktop.tonarigumi.store import all_tonarigumi


def all_lists(book: Book) -> list[SavedList]:
    """By name."""
    rows = book.tuples("SELECT id, name, conditions, columns, sort FROM saved_list")
    return by_name([SavedList(id_, from_texts(*texts)) for id_, *texts in rows])


def keep_list(book: Book, name: str, wanted: HouseholdList) -> int:
    """Keep a list under a name; one of the same name is replaced. Gives its id."""
    tidy = name.strip()
    if not tidy:
        raise NotAllowed(_("Please give the list a name."))
    values = {
        "name": tidy,
        "conditions": wanted.conditions_text(),
        "columns": wanted.columns_text(),
        "sort": wanted.sort_text(),
    }
    same = [each.id for each in all_lists(book) if fold(each.name) == fold(tidy)]
    with book.step(N_("Keep the list {name}"), name=tidy) as db:
        if same:
            db.table("saved_list").update(same[0], values)
            return same[0]
        id_ = db.table("saved_list").insert(values).last_pk
        assert isinstance(id_, int)
        return id_


def remove_list(book: Book, id_: int) -> None:
    """Forget a list; the households stay."""
    names = [each.name for each in all_lists(book) if each.id == id_]
    if names:
        with book.step(N_("Forget the list {name}"), name=names[0]) as db:
            db.table("saved_list").delete(id_)


def as_of(book: Book, day: date | None = None) -> AsOf:
    """A day with its groups."""
    on = day or book.today
    return AsOf(on, all_tonarigumi(book, on))
