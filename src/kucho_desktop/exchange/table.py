"""A table to be given out, before it becomes a file: titles, kinds and rows, nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from kucho_desktop.core.text import unwritable

Value = str | int | date | None


@dataclass(frozen=True)
class TableColumn:
    """A column's title and its width in full-width characters. `text`: never a number or a date."""

    title: str
    width: int = 12
    text: bool = True


@dataclass(frozen=True)
class Table:
    """What goes into the file. `subtitle` says for whom and as of which day.

    stay: how many columns stay in sight at the left, and are printed on every page.
    """

    title: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[Value, ...], ...]
    subtitle: str = ""
    stay: int = 0


class Unwritable(NamedTuple):
    """Characters of a cell that a charset cannot hold. `row` counts from 1 below the headings."""

    row: int
    column: str
    text: str
    characters: str


def cannot_write(table: Table, charset: str = "cp932") -> Iterator[Unwritable]:
    """The cells that would lose characters, to be shown before anything is written."""
    for number, row in enumerate(table.rows, 1):
        for column, value in zip(table.columns, row, strict=True):
            if isinstance(value, str) and not value.isascii():
                lost = unwritable(value, charset)
                if lost:
                    yield Unwritable(number, column.title, value, "".join(lost))
