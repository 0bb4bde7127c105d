"""What an audience may see of the households, laid out as sheets of typed cells.

One sheet has a row for a household; the people and the answers about consent, which a household
has several of, follow on sheets of their own and name their household by KEY. A table of one
sheet (csv) has them to the right instead, in numbered columns.
`reading_in.own` reads the same layout back.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from kucho_desktop.core.audiences import CHIEF_ONLY
from kucho_desktop.core.dates import NotADate, read_born, read_date
from kucho_desktop.core.fields import Field, Record, Shown, ShownRecord, fields_of
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.exchange.table import Table, TableColumn
from kucho_desktop.households.model import Household

KEY = N_("Book No.")
"""Heading of the first column: a running number that holds the sheets of one table together."""
COUNT = N_("Persons")
GROUP, ORDER, HEAD, MEMBERS = "tonarigumi_id", "walking_order", "head", "members"

Cell = str | int | date
Paths = Mapping[str, tuple[str, ...]]
"""Id of a group as text → the names from the outermost group inwards."""

_ALWAYS = frozenset(
    {HEAD, MEMBERS, "address", "phone", "membership", ORDER, "name", "relation", "answer"}
)
"""Columns that stay even where nothing special stands in them."""
_OLDEST_DAY = date(1900, 3, 1)
"""Excel knows no days before the year 1900, and miscounts its first two months."""


@dataclass(frozen=True)
class OutColumn:
    """What stands in a column; width in full-width characters. text: never a number or a day."""

    heading: str
    text: bool
    width: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class OutSheet:
    """One sheet: columns of the same length. stay: how many stay in sight at the left."""

    name: str
    columns: tuple[OutColumn, ...]
    stay: int = 2

    def as_table(self, subtitle: str) -> Table:
        """Ready to become a file. subtitle: for whom and as of which day."""
        return Table(
            self.name,
            tuple(TableColumn(each.heading, each.width, each.text) for each in self.columns),
            tuple(zip(*(each.cells for each in self.columns), strict=True)),
            subtitle,
            stay=self.stay,
        )


def household_sheets(seen: Shown, paths: Paths, readings: Paths) -> tuple[OutSheet, ...]:
    """The households' own sheet, then one for each kind of rows that they have.

    readings: id of a group as text → the readings of the names in its path, for the chief alone.
    Columns in which everybody says what goes without saying are left out.
    """
    fields = [field for field in fields_of(Household) if field.name in seen.titles]
    fields.sort(key=_stays_in_sight, reverse=True)
    columns = [_column(_(KEY), 5, range(1, len(seen.records) + 1))]
    for field in fields:
        texts = [record.text(field.name) for record in seen.records]
        if field.name == GROUP:
            columns += _group_columns(texts, paths)
        elif field.kind.record is None and _says_something(Household, field, texts):
            columns.append(_own_column(field, texts))
        elif field.name == MEMBERS:
            columns.append(_column(_(COUNT), field.width, _cells(field, texts)))
    if seen.audience in CHIEF_ONLY:
        columns += _reading_columns([record.text(GROUP) for record in seen.records], readings)
    further = [_sheet_of_rows(seen, field) for field in fields if field.kind.record is not None]
    return (OutSheet(_("Households"), tuple(columns)), *filter(None, further))


def in_one(sheets: Sequence[OutSheet]) -> OutSheet:
    """The further sheets to the right of the first, in numbered columns: 氏名1, 氏名2 and so on."""
    first, *others = sheets
    columns = list(first.columns)
    keys = first.columns[0].cells
    for sheet in others:
        own: dict[Cell, list[int]] = {}
        for place, key in enumerate(sheet.columns[0].cells):
            own.setdefault(key, []).append(place)
        said = [column for column in sheet.columns if column.heading not in _links()]
        last = max((_last_said(places, said) for places in own.values()), default=0)
        for number in range(last):
            for column in said:
                cells = [_nth(column.cells, own.get(key, ()), number) for key in keys]
                heading = f"{column.heading}{number + 1}"
                columns.append(_column(heading, column.width, cells, text=column.text))
    return OutSheet(first.name, tuple(columns))


def group_headings(depth: int) -> tuple[str, ...]:
    """隣組, or where groups nest 隣組1 (the outermost), 隣組2 and so on."""
    title = next(field.title for field in fields_of(Household) if field.name == GROUP)
    return (title,) if depth < 2 else tuple(f"{title}{level}" for level in range(1, depth + 1))


def _stays_in_sight(field: Field) -> bool:
    """The name stands first, so that it is beside whatever one reads."""
    return field.name in (HEAD, "kana")


def _links() -> tuple[str, str]:
    """The headings that only say whose rows these are."""
    head = next(field.title for field in fields_of(Household) if field.name == HEAD)
    return _(KEY), head


def _column(heading: str, width: int, cells: Iterable[Cell], *, text: bool = False) -> OutColumn:
    return OutColumn(heading, text, width, tuple(cells))


def _own_column(field: Field, texts: Sequence[str]) -> OutColumn:
    text = field.kind.name not in ("number", "yen", "date", "born")
    return _column(field.title, field.width, _cells(field, texts), text=text)


def _group_columns(texts: Sequence[str], paths: Paths) -> list[OutColumn]:
    own = [paths.get(text, ()) for text in texts]
    depth = max(map(len, own), default=0)
    return [
        _column(heading, 8, [path[level] if level < len(path) else "" for path in own], text=True)
        for level, heading in enumerate(group_headings(depth)[:depth])
    ]


def reading_heading(group: str) -> str:
    """Heading of the readings of what stands under this group heading."""
    return _("Reading of {group}").format(group=group)


def _reading_columns(texts: Sequence[str], readings: Paths) -> list[OutColumn]:
    columns = _group_columns(texts, readings)
    return [
        replace(each, heading=reading_heading(each.heading)) for each in columns if any(each.cells)
    ]


def _says_something(kind: type[Record], field: Field, texts: Iterable[str]) -> bool:
    if field.name in _ALWAYS:
        return True
    default = field.kind.show(kind.__dataclass_fields__[field.name].default)
    return any(text != default for text in texts)


def _sheet_of_rows(seen: Shown, field: Field) -> OutSheet | None:
    """None where the audience sees nothing of them."""
    kind = field.kind.record
    assert kind is not None
    whole = seen.audience in CHIEF_ONLY
    rows = [
        (place, record, row)
        for place, record in enumerate(seen.records, start=1)
        for row in record.rows.get(field.name, ())
        if whole or any(row.texts.values())
    ]
    columns = []
    for own in fields_of(kind):
        texts = [row.text(own.name) for _place, _record, row in rows]
        if seen.audience in own.seen_by and _says_something(kind, own, texts):
            columns.append(_own_column(own, texts))
    if not rows or not columns:
        return None
    return OutSheet(field.title, (*_whose(seen, rows), *columns))


def _whose(
    seen: Shown, rows: Sequence[tuple[int, ShownRecord, ShownRecord]]
) -> Iterable[OutColumn]:
    key, head = _links()
    yield _column(key, 5, (place for place, _record, _row in rows))
    if HEAD in seen.titles:
        yield _column(head, 9, (record.text(HEAD) for _place, record, _row in rows), text=True)


def _last_said(places: Sequence[int], columns: Sequence[OutColumn]) -> int:
    said = (
        number
        for number, place in enumerate(places, start=1)
        if any(column.cells[place] != "" for column in columns)
    )
    return max(said, default=0)


def _nth(cells: Sequence[Cell], places: Sequence[int], number: int) -> Cell:
    return cells[places[number]] if number < len(places) else ""


# ---- one cell ----


def _cells(field: Field, texts: Sequence[str]) -> tuple[Cell, ...]:
    """Texts as Excel should keep them: numbers and days as such, phones as text."""
    typed = _typed_by(field)
    known: dict[str, Cell] = {text: typed(text) if text else "" for text in dict.fromkeys(texts)}
    return tuple(known[text] for text in texts)


def _typed_by(field: Field) -> Callable[[str], Cell]:
    if field.kind.record is not None or field.kind.name in ("number", "yen"):
        return _number
    if field.kind.name in ("date", "born"):
        return _day if field.kind.name == "date" else _born
    if field.kind.choices:
        unsaid = field.kind.show(field.kind.empty)
        return _Chosen(unsaid)
    return str


@dataclass(frozen=True)
class _Chosen:
    """「（記入なし）」 and 「いいえ」 are an empty cell."""

    unsaid: str

    def __call__(self, text: str) -> Cell:
        return "" if text == self.unsaid else text


def _number(text: str) -> Cell:
    plain = text.replace(",", "")
    return int(plain) if plain.isdecimal() else text


def _day(text: str) -> Cell:
    return _as_day(text, read_date)


def _born(text: str) -> Cell:
    return _as_day(text, _exact)


def _exact(text: str) -> date:
    return date.fromisoformat(read_born(text))


def _as_day(text: str, read: Callable[[str], Any]) -> Cell:
    try:
        day = read(text)
    except (NotADate, ValueError):
        return text
    return day if isinstance(day, date) and day >= _OLDEST_DAY else text
