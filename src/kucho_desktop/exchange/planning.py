"""Propose, sheet by sheet, where headings stand, what columns mean, how rows belong together."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kucho_desktop.core.i18n import _
from kucho_desktop.core.text import narrow
from kucho_desktop.exchange.files import MERGED, Cell, Sheet, TableFile
from kucho_desktop.exchange.groups import banner_of, bracketed, group_in_title, group_of_sheet
from kucho_desktop.exchange.headings import Header, find_header, heading_key
from kucho_desktop.exchange.knowledge import GIVEN, GROUP, SURNAME, Knowledge
from kucho_desktop.exchange.layout import places_of, rows_are_people, said_in, without_serials
from kucho_desktop.exchange.meaning import propose
from kucho_desktop.exchange.profile import looks_of, text_of
from kucho_desktop.exchange.roster import Column, Plan, SheetPlan
from kucho_desktop.exchange.rows import PERSON, RowReader
from kucho_desktop.exchange.vocabulary import squeezed

_JUDGED_ROWS = 3000
_PERSONS = frozenset({"person", "unspaced"})
_ASIDE = re.compile(
    "役員|歴代|転出|退会|脱会|退区|故人|死亡|過去|以前|控え|バックアップ|コピー|輪番|当番"
)


def planned(table: TableFile, knowledge: Knowledge) -> Plan:
    """How to read every sheet of a file; `why_not` says which will not be read."""
    shown = [sheet for sheet in table.sheets if not sheet.hidden]
    plans: list[SheetPlan] = []
    for sheet in table.sheets:
        if sheet.hidden and shown:
            why = _("The sheet is hidden, so it was not read.")
            plans.append(SheetPlan(sheet.name, range(0), (), why_not=why))
        else:
            plans += _plans_of_sheet(sheet, knowledge)
    sheets = {sheet.name: sheet for sheet in table.sheets}
    plans = _without_copies(plans, sheets)
    plans = _named_by_sheets(plans, sheets)
    return Plan(table.path, table.charset.name if table.charset else "", tuple(plans))


def _plans_of_sheet(sheet: Sheet, knowledge: Knowledge) -> list[SheetPlan]:
    header = find_header(sheet, knowledge.is_heading)
    return [_plan_of_block(sheet, header, knowledge, block) for block in _blocks(header)]


def _blocks(header: Header) -> list[range]:
    """The whole width, or the halves of a sheet that repeats all its headings to the right."""
    keys = [heading_key(parts[-1]) if parts else "" for parts in header.parts]
    named = [index for index, key in enumerate(keys) if key]
    for times in (2, 3, 4):
        size, rest = divmod(len(named), times)
        if rest or size < 3:
            continue
        starts = named[::size]
        heads = [
            [keys[index] for index in named[at : at + size]] for at in range(0, len(named), size)
        ]
        if all(each == heads[0] for each in heads) and len(set(heads[0])) == size:
            ends = [*starts[1:], len(keys)]
            return [range(start, end) for start, end in zip(starts, ends, strict=True)]
    return [range(len(keys))]


def _plan_of_block(sheet: Sheet, header: Header, knowledge: Knowledge, block: range) -> SheetPlan:
    below = sheet.rows[header.end :]
    columns = propose(header, below, knowledge, block)
    plan = SheetPlan(sheet.name, header.rows, columns)
    if not _has_names(columns):
        return replace(plan, why_not=_("The sheet holds no column of names."))
    people = _rows_of_people(sheet, plan, knowledge)
    if not people:
        return replace(plan, why_not=_("The sheet holds no household."))
    if not header.rows and not _looks_like_roster(columns, people):
        return replace(plan, why_not=_("The sheet holds no headings."))
    columns = without_serials(people, columns)
    plan = replace(plan, columns=columns, by_person=rows_are_people(people, columns))
    return replace(plan, group=_group_of_titles(sheet, header, columns))


def _has_names(columns: Iterable[Column]) -> bool:
    return any(
        column.meaning in ("household.head", "member.name", SURNAME) and column.person == 0
        for column in columns
    )


def _looks_like_roster(columns: Sequence[Column], people: Sequence[Sequence[Cell]]) -> bool:
    """Without headings there must be more than names, or names that are plainly people's."""
    meant = {column.meaning for column in columns} - {""}
    if len(meant) >= 2:
        return len(people) >= 2
    called = [text_of(row[columns[0].index]).strip() for row in people]
    if len(columns) != 1:
        return False
    looks = [looks_of(name) for name in called]
    persons = sum("person" in each for each in looks)
    told = sum(not _PERSONS.isdisjoint(each) for each in looks)
    names = sum("name" in each for each in looks)
    plainly = persons >= 3 and persons * 10 >= len(called) * 8
    return plainly or (told >= 3 and told * 10 >= len(called) * 6 and names == len(called))


def names_run_together(plan: SheetPlan, called: Sequence[str]) -> bool:
    """Whether names stand alone without headings, and most without a space inside."""
    bare = not plan.header and len(plan.columns) == 1
    return bare and sum(" " not in narrow(name) for name in called) * 2 > len(called)


def row_reader(sheet: Sheet, plan: SheetPlan, knowledge: Knowledge) -> RowReader:
    header: list[tuple[str, ...]] = [()] * (plan.columns[-1].index + 1)
    for index in plan.header:
        for place, cell in enumerate(sheet.rows[index][: len(header)]):
            header[place] = (*header[place], text_of(cell))
    titles = frozenset(
        squeezed(text_of(cell))
        for row in sheet.rows[: plan.header.start]
        for cell in row
        if cell != ""
    )
    return RowReader(plan.columns, header, titles)


def _rows_of_people(sheet: Sheet, plan: SheetPlan, knowledge: Knowledge) -> list[list[Cell]]:
    reader = row_reader(sheet, plan, knowledge)
    rows = sheet.rows[plan.header.stop :][:_JUDGED_ROWS]
    return [
        row
        for row, following in zip(rows, [*rows[1:], None], strict=False)
        if reader.is_regular(row) or reader.kind_of(row, following).kind == PERSON
    ]


def _group_of_titles(sheet: Sheet, header: Header, columns: Sequence[Column]) -> str:
    """The group that the lines over the headings name, for a sheet that is one group."""
    if any(column.meaning == GROUP and column.filled for column in columns):
        return ""
    titles = sheet.rows[: header.rows.start]
    block = slice(columns[0].index, columns[-1].index + 1)
    texts = [text_of(cell) for row in titles for cell in (*row[block], *row) if cell != ""]
    return next(filter(None, map(group_in_title, texts)), "") or _first_banner(sheet, header)


def _first_banner(sheet: Sheet, header: Header) -> str:
    """A place in brackets such as 【東】, where more places in such brackets follow below."""
    above = [text for row in sheet.rows[: header.rows.start] if (text := _alone_in(row))]
    if not above or not bracketed(above[-1]):
        return ""
    marks = bracketed(above[-1])
    more = any(bracketed(_alone_in(row)) == marks for row in sheet.rows[header.end :])
    found = banner_of(above[-1], alone=True) if more else None
    return found.name if found else ""


def _alone_in(row: Sequence[Cell]) -> str:
    """The only text of a row; empty if there is none, or more."""
    texts = [text_of(cell) for cell in row if cell not in ("", MERGED)]
    return texts[0].strip() if len(texts) == 1 else ""


def _named_by_sheets(plans: list[SheetPlan], sheets: dict[str, Sheet]) -> list[SheetPlan]:
    """A sheet per group: the sheets' names are the groups' names."""
    read = {plan.name for plan in plans if not plan.why_not}
    named = []
    for plan in plans:
        grouped = any(column.meaning == GROUP and column.filled for column in plan.columns)
        if not plan.why_not and not plan.group and not grouped:
            plan = replace(plan, group=group_of_sheet(plan.name, many=len(read) > 1))
        named.append(plan)
    return named


def _without_copies(plans: list[SheetPlan], sheets: dict[str, Sheet]) -> list[SheetPlan]:
    """Of sheets that hold the same people (last year's, a list of all) one is read."""
    places = [place for place, plan in enumerate(plans) if not plan.why_not]
    if len(places) < 2:
        return plans
    people = {place: _people_in(sheets[plans[place].name], plans[place]) for place in places}
    kept: set[tuple[str, str]] = set()
    for place in sorted(places, key=lambda each: _precedence(plans[each], len(people[each]))):
        own = people[place]
        known = {(name, "") for name, _address in kept} | kept
        if len(own) > 2 and len(own & known) * 10 >= len(own) * 7:
            why = _("The sheet repeats households of another sheet, so it was not read.")
            plans[place] = replace(plans[place], why_not=why)
        elif kept and _ASIDE.search(plans[place].name):
            why = _("By its name the sheet is no list of households, so it was not read.")
            plans[place] = replace(plans[place], why_not=why)
        else:
            kept |= own
    return plans


def _precedence(plan: SheetPlan, size: int) -> tuple[bool, int, bool, int]:
    """Lists of households, the latest year, those that know their groups, the longest."""
    grouped = plan.group or any(
        column.meaning == GROUP and column.filled for column in plan.columns
    )
    named = bool(grouped or group_of_sheet(plan.name, many=True))
    return bool(_ASIDE.search(plan.name)), -_year_in(plan.name), not named, -size


def _people_in(sheet: Sheet, plan: SheetPlan) -> set[tuple[str, str]]:
    """Name and address of everybody; the address is empty where the sheet has none."""
    places = places_of(plan.columns)
    given = next((c.index for c in plan.columns if c.meaning == GIVEN and c.person == 0), None)
    people = {
        (squeezed(name + said_in(row, given)), squeezed(said_in(row, places.address)))
        for row in sheet.rows[plan.header.stop :]
        if (name := said_in(row, places.name))
    }
    housed = {(name, address) for name, address in people if address}
    return housed or people


def _year_in(name: str) -> int:
    found = re.search(r"(令和|平成|[RHrh])\s*(\d{1,2}|元)|(20\d\d)", squeezed(name))
    if not found:
        return 0
    if found[3]:
        return int(found[3])
    year = 1 if found[2] == "元" else int(found[2])
    return year + (2018 if found[1] in ("令和", "R", "r") else 1988)
