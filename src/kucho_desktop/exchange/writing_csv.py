"""Write a table as a csv file for Excel: UTF-8 with its mark, or the old Japanese charset."""

import csv
import io
import re
from datetime import date
from pathlib import Path

from kucho_desktop.exchange.table import Table, Value

UTF8, JAPANESE = "utf-8-sig", "cp932"
"""The two charsets that Excel opens by itself; the second cannot hold every name."""

_FORMULA = re.compile(r"'*[=+\-@\t\r]|'+[0-9]")


def write_csv(table: Table, path: Path, charset: str = UTF8) -> None:
    """Write the file anew; what the charset cannot hold becomes 〓 (ask `cannot_write` before)."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([_safe(column.title) for column in table.columns])
    for row in table.rows:
        writer.writerow([_safe(value) for value in row])
    if charset == UTF8:
        content = text.getvalue().encode(charset)
    else:
        content = _with_marks(text.getvalue(), charset)
    path.write_bytes(content)


def _with_marks(text: str, charset: str) -> bytes:
    """〓 is what printers put where a letter is missing; it is in the old charset."""
    try:
        return text.encode(charset)
    except UnicodeEncodeError:
        return b"".join(_one(sign, charset) for sign in text)


def _one(sign: str, charset: str) -> bytes:
    try:
        return sign.encode(charset)
    except UnicodeEncodeError:
        return "〓".encode(charset)


def _safe(value: Value) -> str:
    """A text that Excel would take for a formula gets an apostrophe, which reading takes off."""
    if isinstance(value, str):
        return f"'{value}" if _FORMULA.match(value) else value
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)
