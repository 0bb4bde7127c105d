"""家並び図: the houses of a group in walking order, as boxes along the way that one walks."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from kucho_desktop.core.fields import ShownRecord
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.households.model.gathered import ShownGroup
from kucho_desktop.households.papers.listing import (
    check_audience,
    keep_it,
    shared_place,
    text_of,
    title_of,
)
from kucho_desktop.paper import strokes
from kucho_desktop.paper.fitting import Align
from kucho_desktop.paper.glyphs import Font
from kucho_desktop.paper.imprint import SMALLEST_BODY, Imprint, Printed
from kucho_desktop.paper.sheet import Sheet

_BOX = 10.0
"""The least width of a house, in type sizes."""
_ACROSS, _DOWN = 1.6, 1.5
"""The way between two houses, in type sizes."""
_HIGH = 6.5
_PAD = 0.45
_READING = 0.65


class _Place(NamedTuple):
    """Where a house stands: its left and top, in points."""

    x: float
    top: float


def street_plans(groups: Sequence[ShownGroup], imprint: Imprint) -> Printed:
    """A page or more per group: rows of houses, walked to and fro from the upper left."""
    check_audience(groups, imprint.audience)
    sheet = Sheet(_("Plan of the houses"), imprint, personal=True, notices=keep_it(imprint))
    for group in groups:
        sheet.new_part(title_of(group))
        _plan(sheet, group)
    if not groups:
        sheet.paragraph(_("There is no group yet."))
    return sheet.printed()


def _plan(sheet: Sheet, group: ShownGroup) -> None:
    place = shared_place([record.text("address") for record in group.households.records])
    sheet.paragraph(_("The houses are walked in the order of the arrows, from the upper left."))
    if place:
        sheet.paragraph(_("The addresses go on after “{place}”.").format(place=place))
    if group.households.held_back:
        text = n_(
            "{count} house that has not agreed to be shown is left out.",
            "{count} houses that have not agreed to be shown are left out.",
            group.households.held_back,
        )
        sheet.paragraph(text.format(count=group.households.held_back))
    sheet.gap(0.6)
    _houses(sheet, group.households.records, place)


def _houses(sheet: Sheet, records: Sequence[ShownRecord], place: str) -> None:
    """Row by row; the last house of a page and the first of the next have no arrow between."""
    size = sheet.size
    count = max(1, int((sheet.width / size + _ACROSS) / (_BOX + _ACROSS)))
    wide = (sheet.width - (count - 1) * _ACROSS * size) / count
    places: list[_Place] = []
    for at in range(0, len(records), count):
        if sheet.room < _HIGH * size:
            _way(sheet, places, wide)
            places = []
            sheet.new_page()
        row = records[at : at + count]
        step = wide + _ACROSS * size
        back = (at // count) % 2 == 1
        for column, record in enumerate(row):
            x = sheet.left + step * (count - 1 - column if back else column)
            places.append(_Place(x, sheet.at))
            _house(sheet, record, places[-1], wide, place)
        sheet.at -= (_HIGH + _DOWN) * size
    _way(sheet, places, wide)


def _way(sheet: Sheet, places: Sequence[_Place], wide: float) -> None:
    """An arrow from each house to the next one."""
    high, gap = _HIGH * sheet.size, sheet.size * 0.2
    for here, there in pairwise(places):
        middle = here.top - high / 2
        if here.top != there.top:
            x = here.x + wide / 2
            sheet.draw(strokes.arrow(x, here.top - high - gap, x, there.top + gap))
        elif here.x < there.x:
            sheet.draw(strokes.arrow(here.x + wide + gap, middle, there.x - gap, middle))
        else:
            sheet.draw(strokes.arrow(here.x - gap, middle, there.x + wide + gap, middle))


def _house(sheet: Sheet, record: ShownRecord, place: _Place, wide: float, begins: str) -> None:
    """Order, house name, reading, name, address and phone."""
    size = sheet.size
    small = max(SMALLEST_BODY, size * 0.9)
    sheet.draw(strokes.box(place.x, place.top - _HIGH * size, wide, _HIGH * size, strokes.RULE))
    left, room = place.x + _PAD * size, wide - 2 * _PAD * size
    first = place.top - size * 1.3
    used = sheet.write(left, first, record.text("walking_order"), font=Font.TABLE_BOLD)
    used += size * 0.5
    sheet.write(
        left + used, first, _beside(record), size=small, width=room - used, align=Align.RIGHT
    )
    name = record.text("head") or record.text("membership") or _("(no name)")
    address = text_of(record, "address").removeprefix(begins)
    phone = record.text("phone") or record.text("mobile")
    for down, text, type_size, font, whole in (
        (2.3, record.text("kana"), size * _READING, Font.TABLE, False),
        (3.5, name, size * 1.1, Font.TABLE_BOLD, False),
        (4.85, address, small, Font.TABLE, False),
        (6.05, phone, small, Font.TABLE, True),
    ):
        y = place.top - size * down
        sheet.write(left, y, text, size=type_size, font=font, width=room, whole=whole)


def _beside(record: ShownRecord) -> str:
    """The house name, and whether the circular goes another way."""
    circular, yago = record.text("circular"), record.text("yago")
    parts = [
        circular if circular != _("Passes on") else "",
        _("House name {name}").format(name=yago) if yago else "",
    ]
    return "　".join(part for part in parts if part)
