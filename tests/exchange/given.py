"""Small rosters written down in a test."""

from pathlib import Path
from typing import Any

import openpyxl
from tests.exchange.wanted import TODAY, read_file, wanted

from kucho_desktop.exchange.roster import Reading


def from_csv(path: Path, text: str) -> Reading:
    file = path / "roster.csv"
    file.write_text(text, "utf-8")
    return read_file(file, wanted(), TODAY)


def from_xlsx(path: Path, rows: list[list[Any]], *merges: str) -> Reading:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for merge in merges:
        sheet.merge_cells(merge)
    book.save(path / "roster.xlsx")
    return read_file(path / "roster.xlsx", wanted(), TODAY)


def names(reading: Reading) -> list[list[str]]:
    return [[person.get("name", "") for person in record.people] for record in reading.records]
