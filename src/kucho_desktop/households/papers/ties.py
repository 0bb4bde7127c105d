"""What households are tied to, on papers: to be put right on their sheet, in short on a roster."""

from collections.abc import Sequence
from dataclasses import replace

from kucho_desktop.core.fields import ShownRecord, field_named
from kucho_desktop.core.i18n import _
from kucho_desktop.households.model.gathered import ShownGroup
from kucho_desktop.households.model.ties.ties import TIES, Tie
from kucho_desktop.households.papers.listing import title_of
from kucho_desktop.paper.columns import Column, measured
from kucho_desktop.paper.glyphs import Font
from kucho_desktop.paper.imprint import SMALLEST_BODY
from kucho_desktop.paper.sheet import Sheet
from kucho_desktop.paper.table import Band, Row, Table

_CONTACT = "contact"
_ON_SHEET = (("tie", 9.0), ("name", 11.0), ("phone", 8.0), ("address", 14.0))
_ON_ROSTER = ("tie", "name", "phone", "address", "note")
_LINES = {"address": 3, "note": 3}


def table_to_correct(sheet: Sheet, row: float) -> Table:
    """The table of a sheet's ties, for all households; row: its height, in type sizes."""
    columns = [replace(_column(name), weight=weight) for name, weight in _ON_SHEET]
    return Table(sheet, columns, size=_size(sheet), row=row)


def ties_to_correct(sheet: Sheet, ties: Sequence[ShownRecord], row: float, table: Table) -> None:
    """What is known, and a line for what is not; whom to call in need is asked of everybody.

    row: the height of a line, in type sizes. table: as `table_to_correct` made it.
    """
    size, rows = sheet.size, _to_correct(ties)
    sheet.need(height_to_correct(sheet, ties, row))
    sheet.gap(0.4)
    title = _("People outside who have to do with this household")
    sheet.write(sheet.left, sheet.at - size, title, font=Font.TABLE_BOLD)
    sheet.gap(1.4)
    table.draw(rows)


def height_to_correct(sheet: Sheet, ties: Sequence[ShownRecord], row: float) -> float:
    """How high that is, in points."""
    return sheet.size * 1.8 + _size(sheet) * row * (len(_to_correct(ties)) + 1)


def _size(sheet: Sheet) -> float:
    return max(SMALLEST_BODY, sheet.size * 0.92)


def _to_correct(ties: Sequence[ShownRecord]) -> list[Row]:
    rows: list[Row] = [[tie.text(name) for name, _weight in _ON_SHEET] for tie in ties]
    contact = TIES.show(_CONTACT)
    asked = all(tie.text("tie") != contact for tie in ties)
    return [*rows, [contact if asked else "", "", "", ""]]


def ties_of_roster(sheet: Sheet, groups: Sequence[ShownGroup]) -> None:
    """Below a roster: who pays, lets, looks after an empty house, is called in need."""
    rows: list[Row | Band] = []
    for group in groups:
        own = [
            (record.text("walking_order"), record.text("head") or record.text("address"), *said)
            for record in group.households.records
            for said in _said(group.ties.get(record.id, ()))
        ]
        rows += [Band(title_of(group)), *own] if own else []
    if not rows:
        return
    order, head = _("Order"), _("Head of household")
    columns = [Column(order, 3.0), Column(head, 10.0), *map(_column, _ON_ROSTER)]
    plain = [row for row in rows if not isinstance(row, Band)]
    kept = [at for at, _column_of in enumerate(columns) if any(row[at] for row in plain)]
    columns = [columns[at] for at in kept]
    rows = [row if isinstance(row, Band) else [row[at] for at in kept] for row in rows]
    plain = [row for row in rows if not isinstance(row, Band)]
    sheet.gap(0.8)
    sheet.heading(_("What the households are tied to"))
    Table(sheet, measured(columns, plain).within(sheet.width / sheet.size)).draw(rows)


def _said(ties: Sequence[ShownRecord]) -> list[list[str]]:
    return [[tie.text(name) for name in _ON_ROSTER] for tie in ties]


def _column(name: str) -> Column:
    field = field_named(Tie, name)
    return Column(
        field.title, field.width + 2, lines=_LINES.get(name, 1), whole=field.kind.name == "phone"
    )
