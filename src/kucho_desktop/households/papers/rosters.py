"""区民名簿: who lives where, for all households and for officers."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from kucho_desktop.core.fields import ShownRecord
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.core.text import index_heading, sort_key
from kucho_desktop.households.model.gathered import ShownGroup
from kucho_desktop.households.papers.listing import (
    ALWAYS,
    check_audience,
    column,
    filled,
    keep_it,
    row_of,
    title_of,
)
from kucho_desktop.households.papers.ties import ties_of_roster
from kucho_desktop.paper.columns import Column, measured
from kucho_desktop.paper.glyphs import Font
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.paper.sheet import A4, MARGIN, Sheet
from kucho_desktop.paper.table import Band, Row, Table

_FOR_MEMBERS = ("head", "kana", "yago", "address", "phone", "mobile")
_FOR_OFFICERS = (
    "number",
    "walking_order",
    "membership",
    "head",
    "kana",
    "yago",
    "members",
    "address",
    "phone",
    "mobile",
    "note",
)


def roster_members(
    groups: Sequence[ShownGroup], imprint: Imprint, *, by_kana: bool = False
) -> Printed:
    """区民名簿(配布版): by group in walking order, or in the order of the fifty sounds."""
    return _roster(_("Roster of members"), groups, imprint, _FOR_MEMBERS, by_kana)


def roster_officers(
    groups: Sequence[ShownGroup], imprint: Imprint, *, by_kana: bool = False
) -> Printed:
    """区民名簿(役員版): more of each household."""
    return _roster(_("Roster of members, for officers"), groups, imprint, _FOR_OFFICERS, by_kana)


def _roster(
    title: str,
    groups: Sequence[ShownGroup],
    imprint: Imprint,
    names: Sequence[str],
    by_kana: bool,
) -> Printed:
    check_audience(groups, imprint.audience)
    if by_kana:
        names = [name for name in names if name != "walking_order"]
    shown = filled(names, groups, ALWAYS)
    columns = [column(name) for name in shown]
    if by_kana:
        columns.insert(0, Column(_("Group"), 8.0))
    listed = list(_rows(groups, shown, by_kana))
    rows = [row for row in listed if not isinstance(row, Band)]
    columns, landscape = _laid_out(columns, rows, imprint.size)
    sheet = Sheet(title, imprint, personal=True, landscape=landscape, notices=keep_it(imprint))
    sheet.paragraph(how_many(groups), font=Font.TABLE)
    sheet.gap(0.3)
    Table(sheet, columns).draw(listed)
    ties_of_roster(sheet, groups)
    return sheet.printed()


def _laid_out(
    columns: Sequence[Column], rows: Sequence[Row], size: float
) -> tuple[list[Column], bool]:
    """Upright where it fits, else across."""
    upright, across = ((side - 2 * MARGIN) / size for side in A4)
    table = measured(columns, rows)
    landscape = table.width > upright * 1.08
    return table.within(across if landscape else upright), landscape


def in_order(
    groups: Sequence[ShownGroup], by_kana: bool
) -> Iterator[Band | tuple[str, ShownRecord]]:
    """The households with the titles of their groups, under the headings of the order chosen."""
    if by_kana:
        yield from _by_kana(groups)
        return
    for group in groups:
        title, records = title_of(group), group.households.records
        if records:
            yield Band(_with_count(title, len(records)))
        for record in records:
            yield title, record


def _rows(
    groups: Sequence[ShownGroup], names: Sequence[str], by_kana: bool
) -> Iterator[Row | Band]:
    for each in in_order(groups, by_kana):
        if isinstance(each, Band):
            yield each
        else:
            row = row_of(each[1], names)
            yield (each[0], *row) if by_kana else row


def _by_kana(groups: Sequence[ShownGroup]) -> Iterator[Band | tuple[str, ShownRecord]]:
    everybody = [
        (_key(record), group, record) for group in groups for record in group.households.records
    ]
    everybody.sort(key=lambda found: (found[0], found[2].id))
    for heading, together in groupby(everybody, lambda found: index_heading(_reading(found[2]))):
        yield Band(heading)
        for _sorted, group, record in together:
            yield title_of(group), record


def _key(record: ShownRecord) -> str:
    return sort_key(_reading(record))


def _reading(record: ShownRecord) -> str:
    return record.text("kana") or record.text("head")


def _with_count(title: str, count: int) -> str:
    text = n_("{group} ({count} household)", "{group} ({count} households)", count)
    return text.format(group=title, count=count)


def how_many(groups: Sequence[ShownGroup]) -> str:
    """How many stand there, and how many have not agreed to."""
    listed = sum(len(group.households.records) for group in groups)
    held_back = sum(group.households.held_back for group in groups)
    text = n_("{count} household is listed.", "{count} households are listed.", listed)
    said = text.format(count=f"{listed:,}")
    if not held_back:
        return said
    more = n_(
        "{count} more has not agreed to be listed, or has not answered.",
        "{count} more have not agreed to be listed, or have not answered.",
        held_back,
    )
    held = more.format(count=f"{held_back:,}")
    return _("{first} {second}").format(first=said, second=held)
