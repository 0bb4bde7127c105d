"""Households while their rows are being read, and what is told about them."""

from dataclasses import dataclass, field
from typing import Any

from kucho_desktop.exchange.roster import Problem, Repair

BETWEEN = " ／ "
"""Stands between the pieces of a note that come from different places."""


class Draft:
    """A household that may still get people, values and notes."""

    __slots__ = ("count", "group", "notes", "people", "row", "values")

    def __init__(self, row: int, group: tuple[str, ...]) -> None:
        self.row = row
        self.group = group
        self.values: dict[str, Any] = {}
        self.people: list[dict[str, Any]] = []
        self.notes: list[str] = []
        self.count: int | None = None


@dataclass
class Said:
    """What is told of a reading besides the households."""

    sheet: str
    problems: list[Problem] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)

    def problem(self, row: int, reason: str) -> None:
        self.problems.append(Problem(self.sheet, row, reason))

    def repair(self, row: int, heading: str, what: str, was: str, now: object) -> None:
        self.repairs.append(Repair(self.sheet, row, heading, what, was, str(now)))

    def remark(self, row: int, text: str) -> None:
        self.remarks.append(Problem(self.sheet, row, text))
