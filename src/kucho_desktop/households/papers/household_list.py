"""A list that somebody put together: his households, his columns, his order."""

from collections.abc import Sequence
from dataclasses import replace

from kucho_desktop.core.fields import Shown
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.households.model.lists.shown import ShownList
from kucho_desktop.households.model.lists.traits import Trait
from kucho_desktop.households.papers.listing import column as declared
from kucho_desktop.households.papers.listing import keep_it, shared_place
from kucho_desktop.paper.columns import Column, Measured, measured
from kucho_desktop.paper.fitting import Align
from kucho_desktop.paper.glyphs import Font
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.paper.sheet import A4, MARGIN, Sheet
from kucho_desktop.paper.table import Row, Table

_FITS = 1.22
"""A table this much too wide still stands upright, a little drawn together."""
_LEAST = 6.5
"""Full-width characters on a line of what may take several."""
_MORE_LINES = {"text": 3, "note": 6}
_LONG = frozenset({"names", "ages"})


def household_list(listed: ShownList, imprint: Imprint) -> Printed:
    """Every part begins a page of its own; all have the same columns."""
    if any(part.households.audience is not imprint.audience for part in listed.parts):
        raise ValueError("the households were chosen for another audience than the paper's")
    tables = [_rows(listed, part.households) for part in listed.parts]
    tables, place = _shortened(listed, tables, imprint.size)
    columns, landscape = _laid_out(listed, [row for rows in tables for row in rows], imprint.size)
    sheet = Sheet(
        listed.title, imprint, personal=True, landscape=landscape, notices=keep_it(imprint)
    )
    for part, rows in zip(listed.parts, tables, strict=True):
        if part.title:
            sheet.new_part(part.title)
        _say(sheet, listed, part.households)
        if place:
            sheet.paragraph(_("The addresses go on after “{place}”.").format(place=place))
        if rows:
            Table(sheet, columns).draw(rows)
    if not listed.parts:
        sheet.paragraph(_("No household is like this."), font=Font.TABLE)
    return sheet.printed()


def _say(sheet: Sheet, listed: ShownList, seen: Shown) -> None:
    """Whom it is about, and how many they are."""
    if listed.sentences and listed.sentences != (listed.title,):
        sheet.paragraph(
            _("Whom: {conditions}").format(conditions=_(", ").join(listed.sentences)),
            font=Font.TABLE,
        )
    count = len(seen.records)
    text = n_("{count} household is listed.", "{count} households are listed.", count)
    sheet.paragraph(text.format(count=f"{count:,}"), font=Font.TABLE)
    if seen.held_back:
        held = n_(
            "{count} more has not agreed to be listed, or has not answered.",
            "{count} more have not agreed to be listed, or have not answered.",
            seen.held_back,
        )
        sheet.paragraph(held.format(count=f"{seen.held_back:,}"), font=Font.TABLE)
    sheet.gap(0.3)


def _rows(listed: ShownList, seen: Shown) -> list[Row]:
    return [[listed.text(trait, record) for trait in listed.traits] for record in seen.records]


def _measured(listed: ShownList, rows: Sequence[Row]) -> Measured:
    return measured([_column(trait) for trait in listed.traits], rows)


def _shortened(
    listed: ShownList, tables: list[list[Row]], size: float
) -> tuple[list[list[Row]], str]:
    """Without the place that all addresses begin with, where so it stands upright; and it."""
    upright = (A4[0] - 2 * MARGIN) / size
    rows = [row for own in tables for row in own]
    at = next((at for at, trait in enumerate(listed.traits) if trait.name == "address"), -1)
    if at < 0 or _measured(listed, rows).width <= upright:
        return tables, ""
    place = shared_place([row[at] for row in rows])
    short: list[list[Row]] = [
        [[*row[:at], row[at].removeprefix(place), *row[at + 1 :]] for row in own] for own in tables
    ]
    fits = _measured(listed, [row for own in short for row in own]).width <= upright * _FITS
    return (short, place) if fits else (tables, "")


def _laid_out(listed: ShownList, rows: Sequence[Row], size: float) -> tuple[list[Column], bool]:
    """Upright where it fits, else across."""
    upright, across = ((side - 2 * MARGIN) / size for side in A4)
    table = _measured(listed, rows)
    landscape = table.width > upright * _FITS
    columns = table.within(across if landscape else upright)
    return _with_room_for_notes(columns, rows), landscape


def _with_room_for_notes(columns: Sequence[Column], rows: Sequence[Row]) -> list[Column]:
    """A note that few households have is long where there is one; the widest column gives it."""
    wider = [
        max(column.weight, _LEAST)
        if column.lines > 1 and any(row[at] for row in rows)
        else column.weight
        for at, column in enumerate(columns)
    ]
    widest = wider.index(max(wider))
    more = sum(wider) - sum(column.weight for column in columns)
    wider[widest] = max(wider[widest] - more, min(wider[widest], _LEAST * 2))
    return [replace(column, weight=width) for column, width in zip(columns, wider, strict=True)]


def _column(trait: Trait) -> Column:
    if trait.needs == (trait.name,):
        made = declared(trait.name)
        return replace(made, lines=max(made.lines, _MORE_LINES.get(trait.kind.name, 1)))
    if trait.family == "number":
        return Column(trait.title, trait.width + 2, Align.RIGHT, whole=True)
    return Column(trait.title, trait.width + 8, lines=4 if trait.name in _LONG else 1)
