"""Read back a table that this program wrote itself: nothing in it has to be guessed.

Cells that were changed in Excel meanwhile are judged as those of any other table are.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kucho_desktop.app.writing_out.sheets import (
    COUNT,
    GROUP,
    HEAD,
    KEY,
    MEMBERS,
    ORDER,
    reading_heading,
)
from kucho_desktop.core.fields import Field, fields_of
from kucho_desktop.core.i18n import _
from kucho_desktop.core.text import narrow
from kucho_desktop.exchange.cells import Tidier
from kucho_desktop.exchange.files import Cell, Sheet, TableFile
from kucho_desktop.exchange.knowledge import Knowledge
from kucho_desktop.exchange.meaning import words_of
from kucho_desktop.exchange.profile import text_of
from kucho_desktop.exchange.roster import Column, Plan, Problem, Reading, Record, Repair, SheetPlan
from kucho_desktop.households.model import HEAD as IS_HEAD
from kucho_desktop.households.model import Consent, Household
from kucho_desktop.households.model.words import wanted

_HEADER_BEFORE = 6
_NUMBERED = re.compile(r"(.+?)(\d+)")


def is_own(table: TableFile) -> bool:
    """Whether this program wrote the table: its first column is the book's own number."""
    return bool(table.sheets) and _header_row(table.sheets[0]) is not None


def _header_row(sheet: Sheet) -> int | None:
    head = next(each.title for each in fields_of(Household) if each.name == HEAD)
    for place, row in enumerate(sheet.rows[:_HEADER_BEFORE]):
        if row and row[0] == _(KEY) and head in row:
            return place
    return None


@dataclass
class _Told:
    problems: list[Problem] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)


@dataclass
class _Household:
    """A household while its rows are being gathered from several sheets."""

    row: int
    group: tuple[str, ...]
    values: dict[str, Any]
    count: int
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)


def read_own(table: TableFile, today: date) -> Reading:
    """Everything the table holds, as it was in the book."""
    told = _Told()
    first = _Reader(table.sheets[0], fields_of(Household), "household", today, told)
    households = first.households()
    plans = [first.plan()]
    for each in fields_of(Household):
        if each.kind.record is None:
            continue
        own = fields_of(each.kind.record)
        for sheet in table.sheets[1:]:
            if sheet.name == each.title and sheet.rows:
                reader = _Reader(sheet, own, each.name, today, told)
                reader.add_rows(households)
                plans.append(reader.plan())
        first.add_numbered(households, each.name, own)
    records = tuple(_record(table.sheets[0].name, each) for each in households.values())
    first.tell_unused()
    charset = table.charset.name if table.charset else ""
    plan = Plan(table.path, charset, tuple(plans))
    return Reading(plan, records, tuple(told.problems), tuple(told.repairs))


def _record(sheet: str, household: _Household) -> Record:
    people = household.rows.get(MEMBERS, [])
    people += [{} for _unnamed in range(household.count - len(people))]
    for person in people:
        person.setdefault("relation", "")
        person["is_head"] = person["relation"] == IS_HEAD
    heads = [person for person in people if person["relation"] == IS_HEAD and person.get("name")]
    for name, of_person in ((HEAD, "name"), ("kana", "kana")):
        # What was put right in the first sheet alone is told besides what the family's sheet says.
        if heads and household.values.get(name, "") in ("", heads[0].get(of_person, "")):
            household.values.pop(name, None)
    usual = {
        each.name: Consent.__dataclass_fields__[each.name].default for each in fields_of(Consent)
    }
    consents = tuple({**usual, **row} for row in household.rows.get("consents", ()))
    values = {**household.values, "consents": consents} if consents else household.values
    return Record(sheet, household.row, household.group, values, tuple(people))


class _Reader:
    """Reads one sheet; every column is one of the fields, or is told to be unknown."""

    def __init__(
        self, sheet: Sheet, fields: Sequence[Field], what: str, today: date, told: _Told
    ) -> None:
        self._sheet, self._what, self._today, self._told = sheet, what, today, told
        self._top = _header_row(sheet) if what == "household" else _key_row(sheet)
        self._headings = [text_of(cell) for cell in sheet.rows[self._top or 0]]
        self._knowledge = Knowledge(wanted())
        self._exact: dict[tuple[str, Cell], Any] = {}
        by_title = {each.title: each for each in fields if each.kind.record is None}
        self._levels = self._level_columns()
        self._columns = {
            place: (by_title[heading], self._tidier(by_title[heading]))
            for place, heading in enumerate(self._headings)
            if heading in by_title and place not in self._levels
        }
        self._group_kana = [
            self._headings.index(heading) if heading in self._headings else None
            for heading in (reading_heading(self._headings[place]) for place in self._levels)
        ]
        self._used = {0, *self._levels, *self._columns, *filter(None, self._group_kana)}
        if what == "household":
            self._used |= self._places(_(COUNT))

    def _tidier(self, field_: Field, what: str = "") -> Tidier:
        record = "household" if (what or self._what) == "household" else "member"
        words = words_of(field_, f"{record}.{field_.name}", self._knowledge)
        return Tidier(field_, words, self._today)

    def _places(self, heading: str) -> set[int]:
        return {place for place, each in enumerate(self._headings) if each == heading}

    def _level_columns(self) -> list[int]:
        """The columns of the groups; their heading is what the district calls them."""
        if self._what != "household":
            return []
        fields = {each.name: each for each in fields_of(Household)}
        known = {_(KEY), _(COUNT), *(each.title for each in fields.values())} - {
            fields[GROUP].title
        }
        stems = {
            place: found[1] if (found := _NUMBERED.fullmatch(heading)) else heading
            for place, heading in enumerate(self._headings)
            if heading not in known
        }
        named = [place for place, stem in stems.items() if fields[GROUP].answers_to(stem)]
        end = self._headings.index(title) if (title := fields[ORDER].title) in self._headings else 0
        return named or [place for place in stems if place < end]

    def _rows(self) -> Iterable[tuple[int, str, Sequence[Cell]]]:
        """Row number as Excel shows it, key, cells."""
        top = self._top or 0
        for place, row in enumerate(self._sheet.rows[top + 1 :], start=top + 1):
            key = text_of(row[0]).strip()
            if any(cell != "" for cell in row[1:]):
                yield self._sheet.first_row + place, key, row

    def households(self) -> dict[str, _Household]:
        found: dict[str, _Household] = {}
        counts = self._places(_(COUNT))
        for number, key, row in self._rows():
            path = tuple(filter(None, (text_of(row[place]).strip() for place in self._levels)))
            count = text_of(row[min(counts)]) if counts else ""
            people = int(narrow(count)) if narrow(count).isdecimal() else 0
            values = self._values(number, row, self._columns)
            values.pop(GROUP, None)
            kana = [text_of(row[at]).strip() if at else "" for at in self._group_kana]
            if any(kana):
                values["group_kana"] = tuple(kana[: len(path)])
            found[key or f"row {number}"] = _Household(number, path, values, people)
        return found

    def add_rows(self, households: Mapping[str, _Household]) -> None:
        for number, key, row in self._rows():
            household = households.get(key)
            if household is None:
                reason = _("No household has the number {key}.").format(key=key)
                self._told.problems.append(Problem(self._sheet.name, number, reason))
                continue
            values = self._values(number, row, self._columns)
            household.rows.setdefault(self._what, []).append(values)

    def add_numbered(
        self, households: Mapping[str, _Household], name: str, fields: Sequence[Field]
    ) -> None:
        """People in columns to the right: 氏名1, 氏名2 and so on."""
        by_title = {each.title: each for each in fields}
        sets: dict[int, dict[int, tuple[Field, Tidier]]] = {}
        for place, heading in enumerate(self._headings):
            found = _NUMBERED.fullmatch(heading)
            if found and found[1] in by_title and place not in self._used:
                own = by_title[found[1]]
                sets.setdefault(int(found[2]), {})[place] = (own, self._tidier(own, name))
        for columns in sets.values():
            self._used |= columns.keys()
        for number, key, row in self._rows() if sets else ():
            household = households[key or f"row {number}"]
            rows = [self._values(number, row, sets[which]) for which in sorted(sets)]
            said = [place for place, values in enumerate(rows, start=1) if any(values.values())]
            household.rows.setdefault(name, []).extend(rows[: max(said, default=0)])

    def _values(
        self, number: int, row: Sequence[Cell], columns: Mapping[int, tuple[Field, Tidier]]
    ) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for place, (own, tidier) in columns.items():
            cell = row[place]
            known = self._exact.get((own.name, cell))
            kept = self._kept(number, cell, own, tidier) if known is None else known
            if kept is not None:
                values[own.name] = kept
        return values

    def _kept(self, number: int, cell: Cell, own: Field, tidier: Tidier) -> Any:
        if cell == "":
            return own.kind.empty
        if isinstance(cell, date) and own.kind.name in ("date", "born"):
            return cell.isoformat()[:10]
        text = text_of(cell)
        if not own.problem_with(text):
            kept = own.kind.tidy(text)
            if own.kind.show(kept) == text or own.kind.right_aligned:
                self._exact[own.name, cell] = kept
                return kept
        value = tidier(cell)
        heading, sheet = own.title, self._sheet.name
        if value.repair:
            repair = Repair(sheet, number, heading, value.repair, text, str(value.kept))
            self._told.repairs.append(repair)
        if value.problem:
            self._told.problems.append(Problem(sheet, number, f"{heading}: {value.problem}"))
        return value.kept

    def tell_unused(self) -> None:
        """Columns that somebody added, and what stands in them is not read."""
        reason = _("The column “{heading}” was not read; {count} cells hold something.")
        for column in self.plan().columns:
            if column.index not in self._used and column.heading and column.filled:
                said = reason.format(heading=column.heading, count=column.filled)
                row = self._sheet.first_row + (self._top or 0)
                self._told.problems.append(Problem(self._sheet.name, row, said))

    def plan(self) -> SheetPlan:
        """How the sheet was read, for whoever wants to see it."""
        top = self._top or 0
        below = [row for _number, _key, row in self._rows()]
        columns = tuple(
            Column(
                place,
                heading,
                self._meaning(place),
                filled=sum(row[place] != "" for row in below),
                samples=tuple(text for row in below[:9] if (text := text_of(row[place])))[:3],
            )
            for place, heading in enumerate(self._headings)
        )
        return SheetPlan(self._sheet.name, range(top, top + 1), columns)

    def _meaning(self, place: int) -> str:
        found = self._columns.get(place)
        return f"{self._what}.{found[0].name}" if found else ""


def _key_row(sheet: Sheet) -> int:
    return next(
        (place for place, row in enumerate(sheet.rows[:_HEADER_BEFORE]) if row[0] == _(KEY)), 0
    )
