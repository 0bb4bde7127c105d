"""The same roster through LibreOffice Calc, where it is installed: what a chief uses today."""

import os
import shutil
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

import xlsxwriter

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
ROWS_ON_A_PAGE = 40
# It shall have the same face at hand; a search through foreign fonts costs it three times as long.
FONT_SETTINGS = f"""<?xml version="1.0"?><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{FONTS}</dir></fontconfig>"""


def program() -> str | None:
    """Where LibreOffice is, if it is anywhere."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def workbook(path: Path, rows: Sequence[Sequence[str]]) -> None:
    """The texts as a sheet that prints on A4, a full page at a time."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.hide_gridlines(0)
        face = book.add_format({"font_name": "BIZ UDGothic", "font_size": 10})
        sheet.set_h_pagebreaks(range(ROWS_ON_A_PAGE, len(rows), ROWS_ON_A_PAGE))
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row, face)


def print_to_pdf(soffice: str, tables: Sequence[Path], folder: Path) -> float:
    """Milliseconds for a whole run that makes a PDF of every table."""
    settings = folder / "fonts.conf"
    settings.write_text(FONT_SETTINGS)
    profile = f"-env:UserInstallation={(folder / 'libreoffice').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    surroundings = {**os.environ, "FONTCONFIG_FILE": str(settings)}
    begun = time.perf_counter()
    subprocess.run([*command, *map(str, tables)], check=True, capture_output=True, env=surroundings)
    return (time.perf_counter() - begun) * 1000
