"""隣組名簿: a page per group in walking order, for its leader, with columns to write in."""

from collections.abc import Sequence
from dataclasses import replace

from kucho_desktop.core.i18n import _
from kucho_desktop.households.model.gathered import ShownGroup
from kucho_desktop.households.papers.listing import (
    ALWAYS,
    check_audience,
    column,
    filled,
    keep_it,
    shared_place,
    text_of,
    title_of,
)
from kucho_desktop.paper.columns import Column, measured
from kucho_desktop.paper.glyphs import Font
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.paper.marks import writing_line
from kucho_desktop.paper.sheet import Sheet
from kucho_desktop.paper.table import READING_ROW, Table

_FIELDS = ("walking_order", "head", "address", "phone", "mobile", "members", "copies")
_WRITTEN_BY_HAND = 2.4
_SPARE_ROWS = 2
_NOTE = 6.0


def group_rosters(
    groups: Sequence[ShownGroup], imprint: Imprint, *, leader_word: str = ""
) -> Printed:
    """隣組名簿: a page per group in walking order, for the leader, with columns to write in.

    leader_word: what this association calls a group's leader.
    """
    check_audience(groups, imprint.audience)
    back = _("Hand it back when you pass your office on to the next one.")
    title = _("Roster of a group")
    sheet = Sheet(title, imprint, personal=True, notices=(*keep_it(imprint), back))
    names = filled(_FIELDS, groups, ALWAYS | {"walking_order", "members", "copies"})
    for group in groups:
        sheet.new_part(title_of(group))
        _leaders(sheet, group, leader_word or _("Leader of the neighbour group"))
        _table(sheet, group, names)
    if not groups:
        sheet.paragraph(_("There is no group yet."))
    return sheet.printed()


def _leaders(sheet: Sheet, group: ShownGroup, leader_word: str) -> None:
    """Names where they are known, else lines to write them on."""
    base = sheet.at - sheet.size * 1.1
    half = sheet.width / 2 - sheet.size
    for x, word, name in (
        (sheet.left, leader_word, group.leader),
        (sheet.left + half + sheet.size * 2, _("Deputy or next one"), group.next_leader),
    ):
        writing_line(sheet, x, base, half, word)
        behind = sheet.lettering[Font.TABLE].width(word, sheet.size) + sheet.size
        if name:
            sheet.write(x + behind, base, name, width=half - behind)
    sheet.gap(2.0)


def _table(sheet: Sheet, group: ShownGroup, names: Sequence[str]) -> None:
    place = shared_place([record.text("address") for record in group.households.records])
    if place:
        sheet.paragraph(_("The addresses go on after “{place}”.").format(place=place))
    rows = []
    for record in group.households.records:
        texts = {name: text_of(record, name) for name in names}
        texts["address"] = texts["address"].removeprefix(place)
        texts["head"] = f"{texts['head']}\n{record.text('kana')}".strip("\n")
        rows.append((*texts.values(), ""))  # the last for the note, written by hand
    columns = [replace(column(name), reading=name == "head") for name in names]
    room = sheet.width / sheet.size
    columns = measured(columns, rows).within(room - _NOTE)
    used = sum(each.weight for each in columns)
    columns.append(Column(_("Note"), max(_NOTE * 0.7, room - used)))
    table = Table(sheet, columns, row=READING_ROW)
    table.fill_pages(rows, _WRITTEN_BY_HAND)
    table.draw(rows, spare=_SPARE_ROWS)
