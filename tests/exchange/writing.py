"""Write rows of cells as every kind of file that districts keep."""

import csv
import io
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

Cell = str | int | float | date | None
Merge = tuple[int, int, int, int]


@dataclass
class Page:
    """A sheet to be: rows of cells, and ranges to merge (top, left, bottom, right)."""

    name: str
    rows: list[list[Cell]] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    hidden: bool = False


FORMATS = ("xlsx", "xls", "ods", "utf-8", "utf-8-sig", "cp932", "utf-16", "euc_jp", "tsv")
ONE_SHEET = ("utf-8", "utf-8-sig", "cp932", "utf-16", "euc_jp", "tsv")


def write(path: Path, format_: str, pages: Sequence[Page], chance: random.Random) -> Path:
    """The file, with the suffix that its format usually has."""
    if format_ == "xlsx":
        return _xlsx(path.with_suffix(".xlsx"), pages)
    if format_ == "xls":
        return _xls(path.with_suffix(".xls"), pages)
    if format_ == "ods":
        return _ods(path.with_suffix(".ods"), pages)
    return _text(path, format_, pages[0], chance)


def _xlsx(path: Path, pages: Sequence[Page]) -> Path:
    import xlsxwriter

    with xlsxwriter.Workbook(path, {"default_date_format": "m/d"}) as book:
        plain = book.add_format({})
        for page in pages:
            sheet = book.add_worksheet(page.name)
            for top, left, bottom, right in page.merges:
                sheet.merge_range(top, left, bottom, right, "", plain)
            for row, cells in enumerate(page.rows):
                for column, cell in enumerate(cells):
                    if isinstance(cell, str) and cell:
                        sheet.write_string(row, column, cell)
                    elif cell not in (None, ""):
                        sheet.write(row, column, cell)
            if page.hidden:
                sheet.hide()
    return path


def _xls(path: Path, pages: Sequence[Page]) -> Path:
    import xlwt

    book = xlwt.Workbook(encoding="cp932")
    days = xlwt.easyxf(num_format_str="m/d")
    for page in pages:
        sheet = book.add_sheet(page.name)
        starts = {(top, left): (bottom, right) for top, left, bottom, right in page.merges}
        for row, cells in enumerate(page.rows):
            for column, cell in enumerate(cells):
                style = [days] if isinstance(cell, date) else []
                if (row, column) in starts:
                    bottom, right = starts[row, column]
                    sheet.write_merge(row, bottom, column, right, cell or "", *style)
                elif cell not in (None, ""):
                    sheet.write(row, column, cell, *style)
        if page.hidden:
            sheet.visibility = 1
    book.save(str(path))
    return path


def _ods(path: Path, pages: Sequence[Page]) -> Path:
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableCell, TableRow
    from odf.text import P

    document = OpenDocumentSpreadsheet()
    for page in pages:
        table = Table(name=page.name)
        document.spreadsheet.addElement(table)
        for cells in page.rows:
            line = TableRow()
            table.addElement(line)
            for cell in cells:
                if isinstance(cell, date):
                    box = TableCell(valuetype="date", datevalue=cell.isoformat())
                elif isinstance(cell, (int, float)):
                    box = TableCell(valuetype="float", value=cell)
                elif cell:
                    box = TableCell(valuetype="string")
                else:
                    box = TableCell()
                line.addElement(box)
                if cell not in (None, ""):
                    for part in str(cell).split("\n"):
                        box.addElement(P(text=part))
    document.save(str(path))
    return path


def _text(path: Path, format_: str, page: Page, chance: random.Random) -> Path:
    charset = "utf-16" if format_ == "tsv" else format_
    text = io.StringIO()
    mark = "\t" if format_ == "tsv" else ","
    writer = csv.writer(text, delimiter=mark, lineterminator=chance.choice(("\r\n", "\n")))
    for cells in page.rows:
        writer.writerow([_as_shown(cell) for cell in cells])
    content = text.getvalue()
    if charset == "euc_jp":
        content = content.replace("－", "−")
    if charset in ("cp932", "euc_jp"):
        content = content.encode(charset, "replace").decode(charset)
    path = path.with_suffix(".tsv" if format_ == "tsv" else ".csv")
    path.write_bytes(content.encode(charset))
    return path


def _as_shown(cell: Cell) -> str:
    """A day of this year is shown by its month and day, as Excel writes it into a csv."""
    if isinstance(cell, date):
        return f"{cell.month}月{cell.day}日" if cell.year == 2026 else cell.strftime("%Y/%m/%d")
    return "" if cell is None else str(cell)
