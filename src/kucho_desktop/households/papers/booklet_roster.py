"""区民名簿 as a booklet: pages of A5, to be printed on both sides of A4, folded and stapled."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kucho_desktop.core.fields import ShownRecord
from kucho_desktop.core.i18n import _
from kucho_desktop.households.model.gathered import ShownGroup
from kucho_desktop.households.papers.listing import (
    check_audience,
    column,
    keep_it,
    shared_place,
    text_of,
)
from kucho_desktop.households.papers.rosters import how_many, in_order
from kucho_desktop.paper.columns import Column, measured
from kucho_desktop.paper.imprint import SMALLEST_BODY, STANDARD_SIZE, Imprint, Printed
from kucho_desktop.paper.sheet import Sheet
from kucho_desktop.paper.table import Band, Row, Table

_ROW = 2.0
"""A reading above its name, with some air."""


def roster_booklet(
    groups: Sequence[ShownGroup], imprint: Imprint, *, by_kana: bool = False
) -> Printed:
    """Name with its reading, address, and the phone numbers one under the other."""
    check_audience(groups, imprint.audience)
    size = SMALLEST_BODY if imprint.size <= STANDARD_SIZE else imprint.size
    imprint = replace(imprint, size=size)
    title = _("Roster of members")
    sheet = Sheet(title, imprint, personal=True, booklet=True, notices=keep_it(imprint))
    records = [record for group in groups for record in group.households.records]
    place = shared_place([record.text("address") for record in records])
    sheet.paragraph(how_many(groups))
    if place:
        sheet.paragraph(_("The addresses go on after “{place}”.").format(place=place))
    sheet.gap(0.3)
    rows = list(_rows(groups, by_kana, place))
    columns = [replace(column("head"), reading=True), column("address")]
    columns.append(Column(_("Phone number"), 8.5, lines=2, whole=True))
    if by_kana:
        columns.insert(0, Column(_("Group"), 5.0))
    texts = [row for row in rows if not isinstance(row, Band)]
    fitted = measured(columns, texts).within(sheet.width / sheet.size)
    Table(sheet, fitted, row=_ROW).draw(rows)
    return sheet.printed()


def _rows(groups: Sequence[ShownGroup], by_kana: bool, place: str) -> Iterator[Row | Band]:
    for each in in_order(groups, by_kana):
        if isinstance(each, Band):
            yield each
            continue
        title, record = each
        row = (_name(record), text_of(record, "address").removeprefix(place), _phones(record))
        yield (title, *row) if by_kana else row


def _name(record: ShownRecord) -> str:
    return f"{record.text('head')}\n{record.text('kana')}".strip("\n")


def _phones(record: ShownRecord) -> str:
    """Both where there are two; one line each."""
    return " ".join(filter(None, (record.text("phone"), record.text("mobile"))))
