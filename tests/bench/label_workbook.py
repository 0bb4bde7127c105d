"""The same labels as a sheet of LibreOffice Calc, a label in each cell: what a chief uses today."""

from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import xlsxwriter

from kucho_desktop.paper.stationery import LabelSheet

_A4 = 9
_INCH = 25.4
_POINTS = 72 / _INCH
_LETTERS = 0.52
"""Widths of columns are told in letters: so many to a millimetre."""


def labels(path: Path, texts: Sequence[Sequence[str]], sheet: LabelSheet) -> None:
    """Each label's lines, the last one large; a page of the printer holds a sheet of them."""
    with xlsxwriter.Workbook(str(path)) as book:
        page = book.add_worksheet()
        page.set_paper(_A4)
        page.set_margins(sheet.left / _INCH, sheet.left / _INCH, sheet.top / _INCH, 0.3)
        page.fit_to_pages(1, 0)
        page.set_column(0, sheet.columns - 1, sheet.width * _LETTERS)
        small = book.add_format({"font_name": "BIZ UDGothic", "font_size": 10})
        large = book.add_format({"font_name": "BIZ UDGothic", "font_size": 16})
        cell = book.add_format({"text_wrap": True, "valign": "vcenter"})
        rows = -(-len(texts) // sheet.columns)
        page.set_h_pagebreaks(range(sheet.rows, rows, sheet.rows))
        for row in range(rows):
            page.set_row(row, sheet.height * _POINTS)
        for at, (*told, name) in enumerate(texts):
            parts = list(chain.from_iterable((small, f"{line}\n") for line in told))
            place = divmod(at, sheet.columns)
            page.write_rich_string(*place, *parts, large, name, cell)
