"""What is wanted of a roster, how it will be read, and what was read: plain frozen data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from kucho_desktop.core.fields import Field

Words = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Field name, then code of a choice, then the words that mean it in other people's tables."""


@dataclass(frozen=True)
class Wanted:
    """The fields of a household and of its members, and which of them shape a table.

    household_words, member_words: what else a choice is called than by its own label.
    from_notes: choice fields of the household whose words also count in notes and names.
    unlived: the codes among them with which a house is kept though nobody lives in it.
    """

    household: tuple[Field, ...]
    member: tuple[Field, ...]
    household_words: Words = field(default_factory=dict)
    member_words: Words = field(default_factory=dict)
    from_notes: tuple[str, ...] = ("membership",)
    unlived: frozenset[str] = frozenset({"empty", "villa", "apartment", "office"})
    group: str = "tonarigumi_id"
    number: str = "number"
    order: str = "walking_order"
    head: str = "head"
    head_kana: str = "kana"
    head_relation: str = "head"
    note: str = "note"
    house_name: str = "yago"
    name: str = "name"
    kana: str = "kana"
    relation: str = "relation"
    born: str = "born"

    def household_field(self, name: str) -> Field | None:
        return next((each for each in self.household if each.name == name), None)

    def member_field(self, name: str) -> Field | None:
        return next((each for each in self.member if each.name == name), None)


@dataclass(frozen=True)
class Column:
    """One column of a table: what its heading says, and what it is taken to mean.

    meaning: "household.phone", "member.born", or one of `meaning.STRUCTURE`; "" if not used.
    person: 0 for the row's own person, 1, 2 … for further people in the same row.
    relation: what the heading itself says of that person ("妻").
    filled: how many cells hold something.
    """

    index: int
    heading: str
    meaning: str = ""
    person: int = 0
    relation: str = ""
    filled: int = 0
    samples: tuple[str, ...] = ()


@dataclass(frozen=True)
class SheetPlan:
    """How one sheet will be read.

    by_person: a row is a person, and a household may go over several rows.
    group: the group that the sheet as a whole belongs to, by its title or its name.
    why_not: a sentence if it will not be read.
    """

    name: str
    header: range
    columns: tuple[Column, ...]
    by_person: bool = False
    group: str = ""
    why_not: str = ""


@dataclass(frozen=True)
class Plan:
    """How a file will be read; a wizard shows it, and may change it with `dataclasses.replace`."""

    path: Path
    charset: str
    sheets: tuple[SheetPlan, ...]


class Problem(NamedTuple):
    """Something that was not understood. `row` is the number that Excel shows; 0 for the sheet."""

    sheet: str
    row: int
    reason: str


class Repair(NamedTuple):
    """Something that was put right. `what` is the kind of mistake, a constant of `cells`."""

    sheet: str
    row: int
    heading: str
    what: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Record:
    """One household as it was read, values as the book keeps them.

    group: names from the outermost group to the innermost; empty if the table says none.
    people: the head first; an empty mapping is somebody of whom only the number is known.
    """

    sheet: str
    row: int
    group: tuple[str, ...]
    values: Mapping[str, Any]
    people: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True)
class Reading:
    """Everything that a file held.

    remarks: titles, foot notes and leaders' names: understood, but no household.
    """

    plan: Plan
    records: tuple[Record, ...]
    problems: tuple[Problem, ...]
    repairs: tuple[Repair, ...]
    remarks: tuple[Problem, ...] = ()

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The groups that hold households, in the order of the table."""
        return tuple(dict.fromkeys(record.group for record in self.records if record.group))

    @property
    def members(self) -> int:
        """People, named or not."""
        return sum(len(record.people) for record in self.records)
