"""Open a table file of any usual kind as sheets of cells, or say in a sentence why not."""

import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from kucho_desktop.core.errors import CannotReadTable
from kucho_desktop.core.i18n import _
from kucho_desktop.exchange.charsets import Charset, decoded
from kucho_desktop.exchange.delimited import rows_of_text
from kucho_desktop.exchange.extent import MOST_CELLS, reaches_too_far
from kucho_desktop.exchange.furigana import furigana_in

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

Cell = str | int | float | bool | date | datetime | time | timedelta

MERGED = "\ufdd0"
"""Stands in a cell that a merged cell above covers: it means what that one says."""

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MOST_BYTES = 1_000_000_000


@dataclass(frozen=True)
class Sheet:
    """One sheet as it lies in the file.

    first_row: the number that Excel shows beside rows[0].
    merged: (top, left, bottom, right), counted in `rows`.
    furigana: readings that Excel itself keeps for the texts of the file.
    """

    name: str
    rows: list[list[Cell]]
    first_row: int = 1
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden: bool = False
    furigana: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class TableFile:
    """A file that was read; `charset` only where it was text."""

    path: Path
    sheets: tuple[Sheet, ...]
    charset: Charset | None = None


def open_table(path: Path, charset: str = "") -> TableFile:
    """Read every sheet of a file; a text file by its own rule unless a charset is named.

    Raises CannotReadTable with a sentence for the user.
    """
    try:
        content = Path(path).read_bytes()
    except FileNotFoundError as error:
        message = _("There is no file {name}.")
        raise CannotReadTable(message.format(name=Path(path).name)) from error
    except IsADirectoryError as error:
        message = _("{name} is a folder. Please choose the file in it.")
        raise CannotReadTable(message.format(name=Path(path).name)) from error
    except OSError as error:
        message = _("The file {name} cannot be opened. Is it open in another program?")
        raise CannotReadTable(message.format(name=Path(path).name)) from error
    if not content.strip():
        raise CannotReadTable(_("The file is empty."))
    if content.startswith((_ZIP, _OLE)):
        return TableFile(Path(path), _workbook_sheets(content))
    text = decoded(content, charset)
    if text is None:
        raise _no_table()
    rows: list[list[Cell]] = [list(row) for row in rows_of_text(text.text)]
    return TableFile(Path(path), (Sheet(Path(path).stem, rows),), text)


def _no_table() -> CannotReadTable:
    return CannotReadTable(
        _("This file is not a table. Choose an Excel file (xlsx, xls), an ods file or a csv file.")
    )


def _locked() -> CannotReadTable:
    return CannotReadTable(
        _("The file is locked with a password. Take the password off in Excel, then try again.")
    )


def _broken() -> CannotReadTable:
    return CannotReadTable(
        _("The file is damaged and cannot be read. Open it in Excel, save it anew, then try again.")
    )


def _workbook_sheets(content: bytes) -> tuple[Sheet, ...]:
    furigana: Mapping[str, str] = {}
    if content.startswith(_ZIP):
        _check_archive(content)
        furigana = furigana_in(content)
    elif "EncryptedPackage".encode("utf-16-le") in content:
        raise _locked()
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    book = _opened(content)
    sheets = tuple(
        sheet
        for index, about in enumerate(book.sheets_metadata)
        if about.typ == SheetTypeEnum.WorkSheet
        and (sheet := _sheet(book, index, about.visible != SheetVisibleEnum.Visible, furigana))
    )
    if not sheets:
        raise CannotReadTable(_("The file is empty."))
    return sheets


def _check_archive(content: bytes) -> None:
    """Tell a workbook from any other packed file, and a huge one, before anything is read."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            locked = "META-INF/manifest.xml" in names and (
                b"encryption-data" in archive.read("META-INF/manifest.xml")
            )
            table = not names.isdisjoint(("xl/workbook.xml", "xl/workbook.bin", "content.xml"))
            large = sum(each.file_size for each in archive.infolist()) > _MOST_BYTES
            large = large or (table and not locked and reaches_too_far(archive))
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, ValueError, EOFError) as error:
        raise _broken() from error
    if locked:
        raise _locked()
    if not table:
        raise _no_table()
    if large:
        raise _too_large()


def _too_large() -> CannotReadTable:
    return CannotReadTable(_("The table is too large to be a roster."))


def _opened(content: bytes) -> "CalamineWorkbook":
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(content))
    except PasswordError as error:
        raise _locked() from error
    except (CalamineError, OSError, ValueError) as error:
        raise _broken() from error
    except BaseException as error:
        raise _from_panic(error) from error


def _from_panic(error: BaseException) -> BaseException:
    """A damaged file can make the reader panic, which is no Exception; anything else goes on."""
    return _broken() if type(error).__name__ == "PanicException" else error


def _sheet(
    book: "CalamineWorkbook", index: int, hidden: bool, furigana: Mapping[str, str]
) -> Sheet | None:
    from python_calamine import CalamineError

    try:
        found = book.get_sheet_by_index(index)
        if found.start is None:
            return None
        if found.height * found.width > MOST_CELLS:
            raise _too_large()
        rows: list[list[Cell]] = found.to_python(skip_empty_area=True)
    except (CalamineError, ValueError) as error:
        raise _broken() from error
    except CannotReadTable:
        raise
    except BaseException as error:
        raise _from_panic(error) from error
    merged = _merged(found, rows)
    return Sheet(found.name, rows, found.start[0] + 1, merged, hidden, furigana)


def _merged(
    sheet: "CalamineSheet", rows: list[list[Cell]]
) -> tuple[tuple[int, int, int, int], ...]:
    """The merged ranges, counted from the first used cell; cells below a top one are marked."""
    top, left = sheet.start or (0, 0)
    width = len(rows[0]) if rows else 0
    ranges = []
    for (row, column), (last_row, last_column) in sheet.merged_cell_ranges or ():
        up, near = max(row - top, 0), max(column - left, 0)
        down, far = min(last_row - top, len(rows) - 1), min(last_column - left, width - 1)
        if up > down or near > far:
            continue
        ranges.append((up, near, down, far))
        if rows[up][near] != "":
            for below in range(up + 1, down + 1):
                if rows[below][near] == "":
                    rows[below][near] = MERGED
    return tuple(ranges)
