"""Write a table as an Excel file: typed cells, a header that stays, set up for printing."""

import io
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kucho_desktop.core.i18n import language
from kucho_desktop.exchange.table import Table, TableColumn, Value

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_A4 = 9
_JAPANESE_DAY = '[$-411]ggge"年"m"月"d"日"'
_FIRST_DAY = date(1900, 3, 1)
"""Excel counts a 29 February 1900 that never was; days before are written as text."""
_ON_A_PAGE = 130
"""Half-width characters that can still be read side by side on A4, landscape."""
_WRONG_IN_NAMES = re.compile(r"[\[\]:*?/\\']")


def write_xlsx(table: Table, path: Path, further: Sequence[Table] = ()) -> None:
    """Write the file anew. Texts stay texts: nothing that somebody typed becomes a formula.

    further: tables on sheets of their own behind the first.
    """
    import xlsxwriter

    made = io.BytesIO()
    # Else every sheet would first lie in the system's folder for temporary files, to be read.
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        day = book.add_format(
            {"num_format": _JAPANESE_DAY if language() == "ja" else "yyyy-mm-dd", "align": "left"}
        )
        for each in (table, *further):
            _write_sheet(book, each, day)
    path.write_bytes(made.getvalue())


def _write_sheet(book: "Workbook", table: Table, day: "Format") -> None:
    sheet = book.add_worksheet(_WRONG_IN_NAMES.sub(" ", table.title)[:31].strip() or None)
    top = _head(book, sheet, table)
    formats = [_format(book, column) for column in table.columns]
    for number, row in enumerate(table.rows, top + 1):
        for place, value in enumerate(row):
            if value is not None and value != "":
                _cell(sheet, number, place, value, formats[place], day)
    _set_up(sheet, table, top)


def _head(book: "Workbook", sheet: "Worksheet", table: Table) -> int:
    """The title and the headings; gives the row of the headings."""
    title = book.add_format({"bold": True, "font_size": 14})
    heading = book.add_format(
        {"bold": True, "bottom": 1, "bg_color": "#E7EDF3", "text_wrap": True, "valign": "vcenter"}
    )
    sheet.write_string(0, 0, table.title, title)
    if table.subtitle:
        sheet.write_string(1, 0, table.subtitle)
    top = 2 if table.subtitle else 1
    for place, column in enumerate(table.columns):
        sheet.write_string(top, place, column.title, heading)
        sheet.set_column(place, place, _width(column))
    return top


def _width(column: TableColumn) -> int:
    """In half-width characters, as Excel counts."""
    return 2 * column.width + 1


def _format(book: "Workbook", column: TableColumn) -> "Format":
    return book.add_format({"num_format": "@"} if column.text else {"align": "right", "indent": 1})


def _cell(
    sheet: "Worksheet", row: int, column: int, value: Value, style: "Format", day: "Format"
) -> None:
    if isinstance(value, date):
        if value < _FIRST_DAY:
            sheet.write_string(row, column, value.isoformat(), style)
        else:
            sheet.write_datetime(row, column, value, day)
    elif isinstance(value, int):
        sheet.write_number(row, column, value, style)
    else:
        sheet.write_string(row, column, str(value), style)


def _set_up(sheet: "Worksheet", table: Table, top: int) -> None:
    last = max(len(table.columns) - 1, 0)
    sheet.freeze_panes(top + 1, table.stay)
    sheet.autofilter(top, 0, top + len(table.rows), last)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(_pages_wide(table), 0)
    sheet.repeat_rows(top)
    if table.stay:
        sheet.repeat_columns(0, table.stay - 1)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&C&P / &N")


def _pages_wide(table: Table) -> int:
    """So many pages side by side that the type need not be shrunk past reading."""
    widths = [_width(column) for column in table.columns]
    stay = sum(widths[: table.stay])
    return max(1, -(-(sum(widths) - stay) // max(_ON_A_PAGE - stay, _ON_A_PAGE // 2)))
