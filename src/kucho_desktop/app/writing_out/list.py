"""A list that was put together, as a table for somebody: the same columns in the same order."""

from collections.abc import Callable
from datetime import date

from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import NotADate, read_date
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.i18n import _
from kucho_desktop.exchange.table import Table, TableColumn, Value
from kucho_desktop.households.model.lists.shown import ShownList
from kucho_desktop.households.model.lists.traits import Trait
from kucho_desktop.households.model.lists.wanted import HouseholdList
from kucho_desktop.households.store.lists.shown import list_for

_OLDEST_DAY = date(1900, 3, 1)
"""Excel knows no days before the year 1900, and miscounts its first two months."""
_WIDEST = 40


def listed_table(
    book: Book,
    audience: Audience,
    day: date,
    wanted: HouseholdList,
    subtitle: str,
    *,
    group: int | None = None,
) -> tuple[Table, ShownList]:
    """The table, and what of the list this audience may see. group: this one alone."""
    if audience is Audience.GROUP_LEADER and group is None:
        raise NotAllowed(_("A group leader is given the own group alone. Please choose the group."))
    listed = list_for(book, audience, day, wanted, inside=group)
    records = [record for part in listed.parts for record in part.households.records]
    columns = [
        tuple(_typed(trait)(listed.text(trait, record)) for record in records)
        for trait in listed.traits
    ]
    headings = tuple(_heading(trait) for trait in listed.traits)
    rows = tuple(zip(*columns, strict=True))
    return Table(listed.title, headings, rows, subtitle, stay=1), listed


def _heading(trait: Trait) -> TableColumn:
    text = trait.family not in ("number", "date")
    return TableColumn(trait.title, min(trait.width, _WIDEST), text)


def _typed(trait: Trait) -> Callable[[str], Value]:
    """Numbers and days as such, all else as text."""
    return {"number": _number, "date": _day}.get(trait.family, str)


def _number(text: str) -> Value:
    plain = text.replace(",", "")
    return int(plain) if plain.isdecimal() else text


def _day(text: str) -> Value:
    try:
        day = read_date(text)
    except NotADate:
        return text
    return day if day >= _OLDEST_DAY else text
