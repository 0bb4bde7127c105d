"""How far a packed workbook's sheets reach, told before they are read.

The reader allots a cell for every place up to the last one that is filled, and a single stray
value in the last corner of a sheet would end the whole program.
"""

import re
import zipfile

MOST_CELLS = 8_000_000
"""100,000 households with 80 columns."""

_DIMENSION = re.compile(rb'<dimension ref="[A-Z]+\d+:([A-Z]+)(\d+)"')
_FILLED = re.compile(rb'<c r="([A-Z]+)(\d+)"[^>]*[^/]>')
_REPEATED = re.compile(rb'number-(rows|columns)-repeated="(\d+)"')
_HEAD = 4096


def reaches_too_far(archive: zipfile.ZipFile) -> bool:
    """Whether any sheet of an xlsx or ods would take more than MOST_CELLS."""
    names = archive.namelist()
    if "content.xml" in names:
        return _ods(archive.read("content.xml"))
    return any(
        _xlsx(archive, name)
        for name in names
        if name.startswith("xl/worksheets/") and name.endswith(".xml")
    )


def _xlsx(archive: zipfile.ZipFile, name: str) -> bool:
    with archive.open(name) as sheet:
        found = _DIMENSION.search(sheet.read(_HEAD))
    if found and _cells(found) <= MOST_CELLS:
        return False
    filled = _FILLED.findall(archive.read(name))
    rows = max((int(row) for _column, row in filled), default=0)
    columns = max((_number(column) for column, _row in filled), default=0)
    return rows * columns > MOST_CELLS


def _cells(found: re.Match[bytes]) -> int:
    return _number(found[1]) * int(found[2])


def _number(letters: bytes) -> int:
    """A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _ods(content: bytes) -> bool:
    """Blank rows and cells are written once with a count; those before the last value matter."""
    last = content.rfind(b"<text:p")
    most = {b"rows": 1, b"columns": 1}
    for found in _REPEATED.finditer(content, 0, max(last, 0)):
        most[found[1]] = max(most[found[1]], int(found[2]))
    return most[b"rows"] * most[b"columns"] > MOST_CELLS
