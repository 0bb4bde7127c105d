"""How a table will be read, as the user sees and changes it: what every column may mean."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kucho_desktop.app.reading_in.own import is_own
from kucho_desktop.app.tables import understood
from kucho_desktop.core.errors import CannotReadTable
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.exchange.drafts import BETWEEN
from kucho_desktop.exchange.files import Sheet, TableFile
from kucho_desktop.exchange.knowledge import (
    AGE,
    COUNT,
    GIVEN,
    GROUP,
    KANA_GIVEN,
    KANA_SURNAME,
    LEADER,
    PARTS,
    SEVERAL,
    SURNAME,
    Knowledge,
)
from kucho_desktop.exchange.layout import rows_are_people
from kucho_desktop.exchange.planning import row_reader
from kucho_desktop.exchange.profile import text_of
from kucho_desktop.exchange.roster import Column, Plan, Problem, Reading, Record, SheetPlan, Wanted
from kucho_desktop.exchange.rows import PERSON
from kucho_desktop.households.model.words import wanted

TO_NOTE = "to_note"
"""A meaning of the wizard's own: what stands in the column goes into the household's note."""
_STRUCTURE = (
    (COUNT, N_("Number of people")),
    (AGE, N_("Age")),
    (SURNAME, N_("Surname alone")),
    (GIVEN, N_("Given name alone")),
    (KANA_SURNAME, N_("Reading of the surname")),
    (KANA_GIVEN, N_("Reading of the given name")),
    (SEVERAL, N_("The whole family in one cell")),
    (LEADER, N_("Name of the group's leader (not used)")),
)
_PART = N_("A part of the number of people")
_MANY = frozenset({"", TO_NOTE, GROUP})
_NAMES = frozenset({"household.head", "member.name", SURNAME})

Choices = list[tuple[str, str]]


def meanings(person: int = 0, now: str = "") -> Choices:
    """What a column may mean: (meaning, in words).

    person: which further person of the row. now: what it means until now.
    """
    what = wanted()
    if person:
        title = _("Person {number}: {field}")
        return [
            ("", _("Not used")),
            (TO_NOTE, _("Into the note")),
            *(
                (f"member.{each.name}", title.format(number=person + 1, field=each.title))
                for each in what.member
            ),
            (AGE, title.format(number=person + 1, field=_("Age"))),
        ]
    group = what.household_field(what.group)
    assert group is not None
    return [
        ("", _("Not used")),
        (TO_NOTE, _("Into the note")),
        (GROUP, group.title),
        *_of_households(what),
        *((meaning, _(label)) for meaning, label in _STRUCTURE),
        *_of_members(what),
        *([(now, _(_PART))] if now in PARTS else []),
    ]


def _of_households(what: Wanted) -> Iterable[tuple[str, str]]:
    for field in what.household:
        if field.kind.record is None and field.name != what.group:
            yield f"household.{field.name}", field.title


def _of_members(what: Wanted) -> Iterable[tuple[str, str]]:
    for field in what.member:
        yield f"member.{field.name}", _("Each person: {field}").format(field=field.title)


@dataclass(frozen=True)
class Alike:
    """Sheets of a file that have the same headings, and so are read in the same way."""

    places: tuple[int, ...]
    names: tuple[str, ...]
    columns: tuple[Column, ...]
    is_read: bool
    why_not: str


def alike(plan: Plan) -> list[Alike]:
    """The sheets of a plan, those with the same columns together."""
    found: dict[tuple[object, ...], list[int]] = {}
    for place, sheet in enumerate(plan.sheets):
        columns = tuple((each.index, each.heading, each.meaning) for each in sheet.columns)
        found.setdefault((columns, sheet.why_not), []).append(place)
    return [together(plan, places) for places in found.values()]


def together(plan: Plan, places: Sequence[int]) -> Alike:
    """How the sheets at these places of the plan are read now."""
    sheets = [plan.sheets[place] for place in places]
    columns = tuple(_summed(same) for same in zip(*(each.columns for each in sheets), strict=True))
    names = tuple(each.name for each in sheets)
    return Alike(tuple(places), names, columns, not sheets[0].why_not, sheets[0].why_not)


def _summed(same: Sequence[Column]) -> Column:
    samples = tuple(dict.fromkeys(text for each in same for text in each.samples))
    return replace(same[0], filled=sum(each.filled for each in same), samples=samples)


def with_meaning(
    table: TableFile, plan: Plan, places: Iterable[int], index: int, meaning: str
) -> Plan:
    """The plan after the user said what a column of these sheets means.

    A meaning that one column has taken is free in all others.
    """
    sheets = list(plan.sheets)
    for place in places:
        columns = _assigned(sheets[place].columns, index, meaning)
        sheets[place] = _judged(table, replace(sheets[place], columns=columns))
    return replace(plan, sheets=tuple(sheets))


def _assigned(columns: Sequence[Column], index: int, meaning: str) -> tuple[Column, ...]:
    chosen = next(each for each in columns if each.index == index)
    return tuple(
        replace(each, meaning=meaning)
        if each.index == index
        else replace(each, meaning="")
        if each.meaning == meaning and each.person == chosen.person and meaning not in _MANY
        else each
        for each in columns
    )


def with_sheets(table: TableFile, plan: Plan, places: Iterable[int], *, read: bool) -> Plan:
    """The plan after the user left sheets out, or wanted them read after all."""
    sheets = list(plan.sheets)
    for place in places:
        if read:
            sheets[place] = _judged(table, sheets[place])
        else:
            sheets[place] = replace(sheets[place], why_not=_("You left this sheet out."))
    return replace(plan, sheets=tuple(sheets))


def _judged(table: TableFile, plan: SheetPlan) -> SheetPlan:
    """Whether it can be read now, and whether a row is a household or a person."""
    if not any(each.meaning in _NAMES and not each.person for each in plan.columns):
        return replace(plan, why_not=_("The sheet holds no column of names."))
    plan = replace(plan, why_not="")
    sheet = _sheet_of(table, plan)
    reader = row_reader(sheet, _for_reading(plan), Knowledge(wanted()))
    rows = sheet.rows[plan.header.stop :]
    people = [
        row
        for row, following in zip(rows, [*rows[1:], None], strict=True)
        if reader.is_regular(row) or reader.kind_of(row, following).kind == PERSON
    ]
    return replace(plan, by_person=rows_are_people(people, plan.columns))


def _sheet_of(table: TableFile, plan: SheetPlan) -> Sheet:
    return next(sheet for sheet in table.sheets if sheet.name == plan.name)


def _for_reading(plan: SheetPlan) -> SheetPlan:
    """The reader knows nothing of TO_NOTE; such a column is put into the notes afterwards."""
    columns = (
        replace(each, meaning="") if each.meaning == TO_NOTE else each for each in plan.columns
    )
    return replace(plan, columns=tuple(columns))


def read_as(table: TableFile, plan: Plan, today: date) -> Reading:
    """Read the table as the user wants it."""
    if is_own(table):
        return understood(table, today)
    if all(sheet.why_not for sheet in plan.sheets):
        raise CannotReadTable(
            _("No sheet is left to read. Please say which column holds the names.")
        )
    bare = replace(plan, sheets=tuple(map(_for_reading, plan.sheets)))
    reading = replace(understood(table, today, bare), plan=plan)
    for sheet in plan.sheets:
        noted = [each for each in sheet.columns if each.meaning == TO_NOTE]
        if noted and not sheet.why_not:
            reading = _with_notes(reading, _sheet_of(table, sheet), sheet, noted)
    return reading


def _with_notes(
    reading: Reading, sheet: Sheet, plan: SheetPlan, noted: Sequence[Column]
) -> Reading:
    own = sorted({each.row for each in reading.records if each.sheet == sheet.name})
    ends = dict(zip(own, [*own[1:], sheet.first_row + len(sheet.rows)], strict=True))
    records = tuple(
        _noted(record, sheet, ends[record.row], noted) if record.sheet == sheet.name else record
        for record in reading.records
    )
    unread = {_unread(each) for each in noted}
    problems = tuple(each for each in reading.problems if not _is_unread(each, plan, unread))
    return replace(reading, records=records, problems=problems)


def _noted(record: Record, sheet: Sheet, end: int, noted: Sequence[Column]) -> Record:
    rows = sheet.rows[record.row - sheet.first_row : end - sheet.first_row]
    said = [
        f"{column.heading}: {text}" if column.heading else text
        for row in rows
        for column in noted
        if (text := text_of(row[column.index]).strip())
    ]
    if not said:
        return record
    note = BETWEEN.join(filter(None, (record.values.get("note", ""), *dict.fromkeys(said))))
    return replace(record, values={**record.values, "note": note})


def _unread(column: Column) -> str:
    said = _("The column “{heading}” was not read; {count} cells hold something.")
    return said.format(heading=column.heading, count=column.filled)


def _is_unread(problem: Problem, plan: SheetPlan, reasons: set[str]) -> bool:
    return problem.sheet == plan.name and problem.reason in reasons
