"""The association in the book. There is one; until the chief has named it, it has no name.

The window asks for its name, its words and its year alone; the model, with every kind of field,
is loaded only with whoever asks for more.
"""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from kucho_desktop.core import periods
from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import FiscalYear, fiscal_year_of
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.core.rows import replace_rows

if TYPE_CHECKING:
    from kucho_desktop.association.model import Area, Association, Happening

YEAR, PURPOSE = "association_year", "purpose"
_ID = 1
_OWNER = {"association_id": _ID}
_ROWS = {"areas": "area", "chronicle": "chronicle"}
TABLES = frozenset({"association", "association_year", "area", "purpose", "chronicle"})


def usual_words() -> dict[str, str]:
    """What things are called where the association has said nothing else, by field."""
    return {
        "association_word": _("District"),
        "chief_word": _("Chief of the district"),
        "group_word": _("Neighbour group"),
        "leader_word": _("Leader of the neighbour group"),
    }


def name_of(book: Book) -> str:
    """What the district is called; empty until it has been named."""
    found = book.tuples("SELECT name FROM association WHERE id = :id", id=_ID)
    return str(found[0][0]) if found else ""


def words_of(book: Book) -> tuple[str, ...]:
    """What it calls its chief, its groups and their leaders; empty where it has said nothing."""
    found = book.tuples(
        "SELECT chief_word, group_word, leader_word FROM association WHERE id = :id", id=_ID
    )
    return tuple(found[0]) if found else ("", "", "")


def own_words(book: Book) -> dict[str, str]:
    """Usual word → this association's own where it is another, for `i18n.call_things`.

    Ask while the usual words are spoken. 「区」 stands in too many other words to be replaced.
    """
    usual = [word for field, word in usual_words().items() if field != "association_word"]
    return dict(zip(usual, words_of(book), strict=True))


def the_association(book: Book, day: date | None = None) -> "Association":
    """As it is on the day, today if none is given."""
    from kucho_desktop.association.model import PURPOSE_USES, Association, usual_purpose

    at = (day or book.today).isoformat()
    own = book.rows("SELECT * FROM association WHERE id = :id", id=_ID)
    values: dict[str, Any] = own[0] if own else {"id": _ID, "name": ""}
    for name, usual in usual_words().items():
        values[name] = values.get(name) or usual
    months = book.rows(f"SELECT month FROM {YEAR} WHERE {periods.on(YEAR)}", day=at)
    said = {
        row["use"]: row["text"]
        for row in book.rows(
            f'SELECT "use", text FROM {PURPOSE} WHERE {periods.on(PURPOSE)}', day=at
        )
    }
    purposes: dict[str, Any] = {
        name: said.get(use) or usual_purpose(use, values["name"])
        for name, use in PURPOSE_USES.items()
    }
    return Association(
        **values,
        **purposes,
        month=months[0]["month"] if months else 4,
        areas=_areas(book),
        chronicle=_chronicle(book),
    )


def shown_at_most(book: Book) -> frozenset[tuple[str, str]]:
    """(item, audience) of all that may be shown of a household that agrees to it.

    What is handed out now keeps to what is allowed now, whatever day it is about.
    """
    from kucho_desktop.association.model import Association

    own = book.rows("SELECT to_households, to_board FROM association WHERE id = :id", id=_ID)
    return Association(_ID, **own[0]).limit if own else Association(_ID).limit


def years_kept(book: Book) -> int:
    """After how many years those who left or died are to be erased; the rule of the 区."""
    from kucho_desktop.association.model import Association

    own = book.tuples("SELECT erase_after FROM association WHERE id = :id", id=_ID)
    return int(own[0][0]) if own else Association(_ID).erase_after


def _areas(book: Book) -> "tuple[Area, ...]":
    from kucho_desktop.association.model import Area

    rows = book.rows("SELECT id, postal_code, prefix, position FROM area ORDER BY position, id")
    return tuple(Area(**row) for row in rows)


def _chronicle(book: Book) -> "tuple[Happening, ...]":
    from kucho_desktop.association.model import Happening

    rows = book.rows("SELECT id, happened, text FROM chronicle ORDER BY happened, id")
    return tuple(Happening(**row) for row in rows)


def year_starts(book: Book) -> list[tuple[str, int]]:
    """(since, first month), oldest first, for `fiscal_year_of`."""
    rows = book.rows(f"SELECT since, month FROM {YEAR} ORDER BY since")
    return [(row["since"], row["month"]) for row in rows] or [("", 4)]


def fiscal_year(book: Book, day: date | None = None) -> FiscalYear:
    """The year of office that holds the day."""
    return fiscal_year_of(day or book.today, year_starts(book))


def name_association(book: Book, **values: object) -> None:
    """Give the new book its name, and whatever else is known at the start."""
    with book.step(N_("Name the district {name}"), name=values.get("name", "")) as db:
        if book.rows("SELECT id FROM association WHERE id = :id", id=_ID):
            db.table("association").update(_ID, dict(values))
        else:
            db.table("association").insert({"id": _ID, **values})


def change_association(
    book: Book, name: str, value: Any, also: Mapping[str, Any] | None = None
) -> None:
    """Keep a new value of a field; a dated one is put right as it holds today.

    also: further fields that come with it (a reading with its name), kept in the same step.
    """
    with book.step(N_("Change {field} of the district"), field=_label_of(name)):
        for each, new in {name: value, **(also or {})}.items():
            _change_one(book, each, new)


def _label_of(name: str) -> str:
    from kucho_desktop.association.model import Association
    from kucho_desktop.core.fields import field_named

    return field_named(Association, name).label


def _change_one(book: Book, name: str, value: Any) -> None:
    from kucho_desktop.association.model import PURPOSE_USES

    with book.step("") as db:
        _be_there(book)
        if name in _ROWS:
            replace_rows(db, _ROWS[name], _OWNER, getattr(the_association(book), name), value)
        elif name == "month":
            periods.correct(db, YEAR, _OWNER, book.today, month=value)
        elif name in PURPOSE_USES:
            owner = {**_OWNER, "use": PURPOSE_USES[name]}
            periods.correct(db, PURPOSE, owner, book.today, text=value)
        else:
            db.table("association").update(_ID, {name: value})


def _be_there(book: Book) -> None:
    with book.step("") as db:
        if not book.rows("SELECT id FROM association WHERE id = :id", id=_ID):
            db.table("association").insert({"id": _ID, "name": ""})


def change_association_from(book: Book, name: str, value: Any, day: date) -> None:
    """Let a dated field have a new value from a day on."""
    from kucho_desktop.association.model import PURPOSE_USES, usual_purpose

    with book.step(N_("Change {field} of the district"), field=_label_of(name)) as db:
        _be_there(book)
        if name == "month":
            if not book.rows(f"SELECT id FROM {YEAR}"):
                periods.correct(db, YEAR, _OWNER, day, month=4)
            periods.change_from(db, YEAR, _OWNER, day, month=value)
        else:
            owner = {**_OWNER, "use": PURPOSE_USES[name]}
            if not book.rows(
                f'SELECT id FROM {PURPOSE} WHERE "use" = :use', use=PURPOSE_USES[name]
            ):
                name_now = the_association(book).name
                text = usual_purpose(PURPOSE_USES[name], name_now)
                periods.correct(db, PURPOSE, owner, day, text=text)
            periods.change_from(db, PURPOSE, owner, day, text=value)
