"""Papers that are one table: what is common to them."""

from collections.abc import Iterable, Sequence

from kucho_desktop.paper.columns import Column, measured
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.paper.sheet import Sheet
from kucho_desktop.paper.table import READING_ROW, ROW, Band, Row, Table, Total

_AIR = 1.15
"""A reading must not touch the line above it."""


def table_paper(
    title: str,
    columns: Sequence[Column],
    rows: Sequence[Row | Band | Total],
    imprint: Imprint,
    *,
    empty: str,
    subtitle: str = "",
    landscape: bool = False,
    personal: bool = True,
    notices: tuple[str, ...] = (),
    spare: int = 0,
) -> Printed:
    """A paper of one table. empty: the sentence in place of a table without rows."""
    sheet = Sheet(
        title,
        imprint,
        subtitle=subtitle,
        personal=personal,
        landscape=landscape,
        notices=notices,
    )
    if rows:
        draw_table(sheet, columns, rows, spare=spare)
    else:
        sheet.paragraph(empty)
    return sheet.printed()


def draw_table(
    sheet: Sheet, columns: Sequence[Column], rows: Sequence[Row | Band | Total], *, spare: int = 0
) -> None:
    """Columns share the sheet's width by what stands in them; readings get the room they need."""
    plain = [row for row in rows if not isinstance(row, Band | Total)]
    fitting = measured(columns, plain).within(sheet.width / sheet.size)
    has_reading = any(column.reading for column in columns)
    height = READING_ROW * _AIR if has_reading else ROW
    Table(sheet, fitting, row=height).draw(rows, spare=spare)


def banded(rows: Iterable[tuple[str, Row]]) -> list[Row | Band]:
    """(heading, row): a band wherever the heading is another one; none for an empty one."""
    made: list[Row | Band] = []
    at: str | None = None
    for heading, row in rows:
        if heading != at and (heading or at):
            made.append(Band(heading or "　"))
        at = heading
        made.append(row)
    return made
