"""From a file to households: propose how to read it, then read it so."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kucho_desktop.core.collecting import collected_later
from kucho_desktop.core.errors import CannotReadTable
from kucho_desktop.core.i18n import _
from kucho_desktop.exchange.assemble import Assembler
from kucho_desktop.exchange.cells import GROUP_NAMED
from kucho_desktop.exchange.drafts import Draft, Said
from kucho_desktop.exchange.files import MERGED, Cell, Sheet, TableFile
from kucho_desktop.exchange.groups import Identity, named_by_number
from kucho_desktop.exchange.knowledge import GROUP, Knowledge
from kucho_desktop.exchange.layout import Beginnings, places_of, said_in
from kucho_desktop.exchange.planning import names_run_together, planned, row_reader
from kucho_desktop.exchange.profile import text_of
from kucho_desktop.exchange.roster import Column, Plan, Problem, Reading, Record, SheetPlan, Wanted
from kucho_desktop.exchange.rows import (
    BANNER,
    BLANK,
    HEADING,
    LEFTOVER,
    PERSON,
    REMARKS,
    SUM,
    RowReader,
    is_grand_total,
)
from kucho_desktop.exchange.words import NOTHING


def plan_of(table: TableFile, wanted: Wanted) -> Plan:
    """Propose how to read a file. Raises CannotReadTable if it holds no roster."""
    plan = planned(table, Knowledge(wanted))
    if all(sheet.why_not for sheet in plan.sheets):
        raise CannotReadTable(
            _(
                "No roster was found in this file."
                " A roster has a column of names and a line of headings."
            )
        )
    return plan


def read_roster(table: TableFile, plan: Plan, wanted: Wanted, today: date) -> Reading:
    """Read a file as planned. Ages are reckoned on `today`."""
    with collected_later():
        return _read(table, plan, wanted, today)


def _read(table: TableFile, plan: Plan, wanted: Wanted, today: date) -> Reading:
    knowledge = Knowledge(wanted)
    by_name = {sheet.name: sheet for sheet in table.sheets}
    records: list[Record] = []
    said: list[Said] = []
    for each in plan.sheets:
        told = Said(each.name)
        said.append(told)
        if each.why_not:
            told.remark(0, each.why_not)
        else:
            reader = _SheetReader(by_name[each.name], each, knowledge, today, told)
            own = reader.records()
            _tell_of_names(each, own, told)
            records += own
    if not records:
        raise CannotReadTable(_("No household was found in this file."))
    return Reading(
        plan,
        tuple(_same_groups(records)),
        tuple(problem for each in said for problem in sorted(each.problems, key=_by_row)),
        tuple(repair for each in said for repair in each.repairs),
        tuple(remark for each in said for remark in each.remarks),
    )


def _tell_of_names(plan: SheetPlan, records: Sequence[Record], said: Said) -> None:
    """A name is kept as it is written; where a family name ends is for nobody to guess."""
    names = [each.people[0].get("name", "") for each in records if each.people]
    if names_run_together(plan, names):
        said.problem(
            0,
            _(
                "Most names have no space between family name and given name. They were taken as"
                " they are written."
            ),
        )


def _by_row(problem: Problem) -> int:
    return problem.row


def _same_groups(records: Sequence[Record]) -> list[Record]:
    """One name for one group, however it is spelt in banners, cells and sheet names."""
    depth = max((len(record.group) for record in records), default=0)
    same = [
        Identity(record.group[level] for record in records if len(record.group) > level)
        for level in range(depth)
    ]
    chosen: dict[tuple[str, ...], tuple[str, ...]] = {}
    for record in records:
        if record.group not in chosen:
            chosen[record.group] = tuple(
                same[level][name] for level, name in enumerate(record.group)
            )
    return [
        record
        if chosen[record.group] == record.group
        else replace(record, group=chosen[record.group])
        for record in records
    ]


@dataclass
class _Groups:
    """Which group the rows belong to: the last banner, and the last cell of the group columns."""

    columns: tuple[Column, ...]
    banner: str = ""
    sheet: str = ""

    def __post_init__(self) -> None:
        self._cells = [""] * len(self.columns)
        self._at = [column.index for column in self.columns]
        self._seen: tuple[Cell, ...] = ()
        self.path: tuple[str, ...] = self._joined()

    def under(self, banner: str) -> None:
        self.banner = banner
        self.path = self._joined()

    def of(self, row: Sequence[Cell], number: int, said: Said) -> tuple[str, ...]:
        cells = tuple([row[index] for index in self._at])
        if cells == self._seen:
            return self.path
        self._seen = cells
        for level, column in enumerate(self.columns):
            text = said_in(row, column.index)
            if text in NOTHING:
                self._cells[level:] = [""] * (len(self.columns) - level)
            elif text:
                self._enter(level, text, column, number, said)
        self.path = self._joined()
        return self.path

    def _enter(self, level: int, text: str, column: Column, number: int, said: Said) -> None:
        name = named_by_number(text, column.heading)
        if name != self._cells[level]:
            self._cells[level] = name
            self._cells[level + 1 :] = [""] * (len(self.columns) - level - 1)
            if name != text:
                said.repair(number, column.heading, GROUP_NAMED, text, name)

    def _joined(self) -> tuple[str, ...]:
        own = [cell for cell in self._cells if cell]
        if own:
            return tuple(own)
        return tuple(filter(None, (self.banner,))) or tuple(filter(None, (self.sheet,)))


class _SheetReader:
    """Reads one table of one sheet."""

    def __init__(
        self, sheet: Sheet, plan: SheetPlan, knowledge: Knowledge, today: date, said: Said
    ) -> None:
        self._sheet, self._plan, self._said = sheet, plan, said
        self._rows = sheet.rows[plan.header.stop :]
        self._first = sheet.first_row + plan.header.stop
        self._kinds: RowReader = row_reader(sheet, plan, knowledge)
        self._assembler = Assembler(sheet, plan, knowledge, today, said)
        self._groups = _Groups(
            tuple(column for column in plan.columns if column.meaning == GROUP), "", plan.group
        )
        self._beginnings = Beginnings(plan.columns) if plan.by_person else None
        self._drafts: list[Draft] = []
        self._number = places_of(plan.columns).number
        self._total = False
        self._open: Draft | None = None

    def records(self) -> list[Record]:
        self._tell_titles()
        regular, person = self._kinds.is_regular, self._person
        for place, row in enumerate(self._rows):
            if not self._total and regular(row):
                person(row, self._first + place)
            else:
                self._irregular(place, row)
        self._tell_unused()
        return list(map(self._assembler.finished, self._drafts))

    def _tell_titles(self) -> None:
        for place, row in enumerate(self._sheet.rows[: self._plan.header.start]):
            text = " ".join(filter(None, (text_of(cell).strip() for cell in row)))
            if text:
                number = self._sheet.first_row + place
                self._said.remark(number, text)

    def _tell_unused(self) -> None:
        number = self._sheet.first_row + self._plan.header.stop - 1
        for column in self._plan.columns:
            if not column.meaning and column.filled and column.heading:
                reason = _("The column “{heading}” was not read; {count} cells hold something.")
                self._said.problem(
                    max(number, 1), reason.format(heading=column.heading, count=column.filled)
                )

    def _person(self, row: Sequence[Cell], number: int) -> None:
        group = self._groups.of(row, number, self._said)
        begins = self._beginnings is None or self._beginnings.begins(row)
        if self._open is None or begins or group != self._open.group:
            self._open = self._assembler.household(row, number, group)
            self._drafts.append(self._open)
        else:
            self._assembler.member(row, number, self._open)

    def _irregular(self, place: int, row: Sequence[Cell]) -> None:
        number = self._first + place
        found = self._kinds.kind_of(row, self._following(place), self._groups.path)
        if found.kind == PERSON and self._is_below_the_total(row):
            reason = _("This line was not understood: {text}")
            text = " ".join(filter(None, (text_of(cell).strip() for cell in row)))
            self._said.problem(number, reason.format(text=text[:80]))
        elif found.kind == PERSON:
            self._total = False
            self._person(row, number)
        elif found.kind == SUM and self._opens(self._kinds.group_with_count(row)):
            self._groups.under(self._kinds.group_with_count(row))
            self._close()
        elif found.kind == BANNER and found.banner:
            self._groups.under(found.banner.name)
            self._close()
            if found.banner.leader:
                self._said.remark(number, found.text)
        elif found.kind == SUM:
            self._total = self._total or is_grand_total(row)
            self._close()
        elif found.kind == REMARKS:
            self._said.remark(number, found.text)
        elif found.kind == LEFTOVER:
            self._leftover(row, number, found.text)
        elif found.kind not in (BLANK, HEADING):
            self._said.problem(number, found.text)

    def _opens(self, name: str) -> bool:
        """Whether 「2組 計12戸」 stands over its group; under it, the group is known already."""
        before = self._groups.path
        if not name or not before:
            return bool(name) and not self._drafts
        same = Identity((before[-1], name))
        return same[before[-1]] != same[name]

    def _is_below_the_total(self, row: Sequence[Cell]) -> bool:
        """Under the last sum stand officers and addresses to write to, without a number."""
        if not self._total or self._number is None:
            return False
        return not any(sign.isdigit() for sign in text_of(row[self._number]))

    def _following(self, place: int) -> Sequence[Cell] | None:
        """The next row that holds anything."""
        for row in self._rows[place + 1 : place + 4]:
            if any(cell not in ("", MERGED) for cell in row):
                return row
        return None

    def _close(self) -> None:
        self._open = None
        if self._beginnings is not None:
            self._beginnings.close()

    def _leftover(self, row: Sequence[Cell], number: int, text: str) -> None:
        """No name: an empty house, a line that goes on, or something nobody understands."""
        if self._beginnings is not None and self._assembler.says_of_a_person(row):
            self._person(row, number)
        elif self._assembler.is_house(row, alone=self._beginnings is None):
            group = self._groups.of(row, number, self._said)
            self._open = self._assembler.household(row, number, group)
            self._drafts.append(self._open)
            if self._beginnings is not None:
                self._beginnings.begins(row)
        elif self._open is not None and self._assembler.goes_on(row, number, self._open):
            return
        else:
            reason = _("This line was not understood: {text}")
            self._said.problem(number, reason.format(text=text[:80]))
