"""A table to be given out, before it becomes a file: titles, kinds and rows, nothing else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
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


def written_otherwise(table: Table, charset: str, instead: Mapping[str, str]) -> Table:
    """With what was chosen in place of the names that a charset cannot hold (外字)."""
    needed = {name: to for name, to in instead.items() if unwritable(name, charset)}
    if not needed:
        return table

    def chosen(value: Value) -> Value:
        if not isinstance(value, str) or value.isascii() or not unwritable(value, charset):
            return value
        for name in sorted(needed, key=len, reverse=True):
            value = value.replace(name, needed[name])
        return value

    rows = tuple(tuple(chosen(value) for value in row) for row in table.rows)
    return replace(table, rows=rows)
