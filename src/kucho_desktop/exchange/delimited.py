"""Cut a text into rows and cells: comma, tab or semicolon, quotes as Excel writes them."""

import csv
import io
import re
from collections.abc import Iterator

from kucho_desktop.core.errors import CannotReadTable
from kucho_desktop.core.i18n import _

_QUOTED = re.compile(r'"[^"]*"')
_SHIELDED = re.compile(r"'+[=+\-@\t\r0-9]")
_KEPT_AS_TEXT = re.compile(r'="(.*)"', re.DOTALL)


def rows_of_text(text: str) -> Iterator[list[str]]:
    """The rows of a csv or tsv text, every cell a string, all rows of one width."""
    lines = io.StringIO(text.replace("\0", ""), newline="")
    reader = csv.reader(lines, delimiter=_delimiter(text))
    csv.field_size_limit(10_000_000)
    try:
        rows = list(reader)
    except csv.Error as error:
        raise CannotReadTable(
            _(
                "The file is damaged and cannot be read."
                " Open it in Excel, save it anew, then try again."
            )
        ) from error
    width = max(map(len, rows), default=0)
    armoured = '="' in text or "'" in text
    for row in rows:
        if armoured:
            row = [_bare(cell) for cell in row]
        yield row + [""] * (width - len(row))


def _delimiter(text: str) -> str:
    """The mark that stands in most lines, and in most of them equally often."""
    bare = _QUOTED.sub("", text[:20_000])
    lines = [line for line in bare.splitlines()[:60] if line.strip()]

    def weight(mark: str) -> tuple[int, int]:
        counts = [line.count(mark) for line in lines]
        usual = max(set(counts), key=lambda count: (counts.count(count), count), default=0)
        return (counts.count(usual) if usual else sum(map(bool, counts)) // 2, usual)

    return max("\t,;", key=weight)


def _bare(cell: str) -> str:
    """Programs write ="0263…" so that Excel keeps the zero, and '=… that it is no formula."""
    if _SHIELDED.match(cell):
        return cell[1:]
    found = _KEPT_AS_TEXT.fullmatch(cell)
    return found.group(1) if found else cell
