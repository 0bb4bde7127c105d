"""A roster of 30,000 rows read in from Excel, against reading its cells alone.

The goal was set by what writing one row for a row of the table takes. Kept are, as the table says
how many live in each house, 90,000 people with the days on which all of it holds: 304,000 rows,
each with its entry in the journal, which is where the time goes.
"""

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import python_calamine
import xlsxwriter
from tests.bench.districts import FOLDER, PASSWORD
from tests.bench.measure import Line, ahead, compared, in_turn, noted, timed

from kucho_desktop.app.books import create_book
from kucho_desktop.app.tables import read_in

ROWS = 30_000
HEADINGS = ("隣組", "世帯主", "ふりがな", "郵便番号", "住所", "電話番号", "携帯電話", "人数")
FAMILIES = (("髙橋", "たかはし"), ("丸山", "まるやま"), ("百瀬", "ももせ"), ("𠮷田", "よしだ"))
GIVEN = (("一郎", "いちろう"), ("花子", "はなこ"), ("清", "きよし"), ("美咲", "みさき"))


def roster(path: Path, rows: int) -> None:
    """A plain table as a district keeps it: a header and a household a row."""
    chance = random.Random(1)
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("名簿")
        sheet.write_row(0, 0, HEADINGS)
        for row in range(rows):
            family, given = chance.choice(FAMILIES), chance.choice(GIVEN)
            cells: list[str | int] = [f"第{row // 15 + 1}隣組", f"{family[0]} {given[0]}"]
            cells += [f"{family[1]} {given[1]}", "399-8205", f"安曇野市豊科{row + 1}番地"]
            cells += [f"0263-72-{row % 10_000:04d}", f"090-1000-{row % 10_000:04d}"]
            sheet.write_row(row + 1, 0, [*cells, chance.randint(1, 5)])


def _raw(table: Path) -> None:
    sheet = python_calamine.CalamineWorkbook.from_path(str(table)).get_sheet_by_index(0)
    assert len(sheet.to_python()) == ROWS + 1


def _openpyxl(table: Path) -> None:
    sheet = openpyxl.load_workbook(table).active
    assert sum(1 for _row in sheet.iter_rows(values_only=True)) == ROWS + 1


def _into_a_book(table: Path, folder: Path, dry_run: bool) -> float:
    with tempfile.TemporaryDirectory(dir=folder) as own:
        book, _code = create_book(Path(own) / "new.kucho", PASSWORD)
        try:

            def work() -> None:
                assert read_in(book, table, dry_run=dry_run).households == ROWS

            return timed(work)
        finally:
            book.close()


def lines() -> Iterator[Line]:
    """The cells alone, understood, kept; and what openpyxl takes for the cells."""
    with tempfile.TemporaryDirectory(dir=FOLDER) as scratch:
        folder = Path(scratch)
        table = folder / "roster.xlsx"
        roster(table, ROWS)
        took = in_turn(
            {
                "raw": lambda: timed(lambda: _raw(table)),
                "understood": lambda: _into_a_book(table, folder, dry_run=True),
                "kept": lambda: _into_a_book(table, folder, dry_run=False),
                "openpyxl": lambda: timed(lambda: _openpyxl(table)),
            },
            rounds=3,
        )
    what = f"{ROWS:,} rows of xlsx"
    yield noted(f"{what}: cells alone", took["raw"])
    yield compared(f"{what}: understood", took["understood"], took["raw"], "cells alone")
    yield compared(f"{what}: understood", took["understood"], took["openpyxl"], "openpyxl")
    yield ahead(f"{what}: kept in the book", took["kept"], took["openpyxl"], 8, "openpyxl")
