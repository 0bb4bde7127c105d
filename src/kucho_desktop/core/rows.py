"""Rows that belong to a record: a form gives the whole list back, this keeps the differences."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlite_utils import Database

    from kucho_desktop.core.fields import Record


def change_row(db: "Database", table: str, id_: int, values: Mapping[str, object]) -> None:
    """Change one row. sqlite-utils would first ask seven times how the table looks."""
    sets = ", ".join(f'"{name}" = :{name}' for name in values)
    cursor = db.execute(f'UPDATE "{table}" SET {sets} WHERE id = :id', {**values, "id": id_})
    if cursor.rowcount != 1:
        raise LookupError(f"{table} has no row {id_}")


def replace_rows(
    db: "Database",
    table: str,
    owner: Mapping[str, object],
    before: "Sequence[Record]",
    after: "Sequence[Record]",
) -> None:
    """Add rows whose id is not among those before, change those that differ, remove the missing.

    A `position` column, where the record has one, takes the order of `after`.
    """
    known = {row.id: row for row in before}
    for place, row in enumerate(after):
        values = _values(row, place) | dict(owner)
        if row.id not in known:
            db.table(table).insert(values)
        elif values != _values(known[row.id], getattr(known[row.id], "position", place)) | dict(
            owner
        ):
            change_row(db, table, row.id, values)
    for id_ in known.keys() - {row.id for row in after}:
        db.table(table).delete(id_)


def _values(row: "Record", place: int) -> dict[str, Any]:
    from dataclasses import fields  # not on the way to the window

    values = {each.name: getattr(row, each.name) for each in fields(row) if each.name != "id"}
    if "position" in values:
        values["position"] = place
    return values
