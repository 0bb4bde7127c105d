"""相談先早見表 and the directory of bodies outside."""

from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.fields import Shown, ShownRecord
from kucho_desktop.core.i18n import _
from kucho_desktop.paper.columns import Column, measured
from kucho_desktop.paper.glyphs import Font
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.paper.sheet import Sheet
from kucho_desktop.paper.table import Row, Table

_LARGE = 1.35
"""Type of what hangs on a wall and is read by the old, over the body's."""
_HIGH = 2.2


def where_to_turn(advices: Shown, imprint: Imprint) -> Printed:
    """相談先早見表: trouble, where, phone, in large type."""
    sheet = Sheet(_("Where to turn in trouble"), imprint)
    if not advices.records:
        sheet.paragraph(_("No trouble is written down yet."))
        return sheet.printed()
    columns = [
        Column(_("In this trouble"), 12.0, lines=3, font=Font.TABLE_BOLD),
        Column(_("Turn to"), 11.0, lines=4),
        Column(_("Phone number"), 9.0, lines=2),
    ]
    rows = [_advice(each) for each in advices.records]
    size = sheet.size * _LARGE
    fitting = measured(columns, rows).within(sheet.width / size)
    Table(sheet, fitting, size=size, row=_HIGH).draw(rows)
    sheet.gap(0.8)
    sheet.paragraph(_("In danger of life call 119 or 110 at once, then tell your neighbours."))
    return sheet.printed()


def _advice(each: ShownRecord) -> Row:
    place = each.text("place")
    more = [each.text(name) for name in ("hours", "note") if each.text(name)]
    if more:
        place = _("{place} ({more})").format(place=place, more=_(", ").join(more))
    night = each.text("night_phone")
    phone = each.text("phone")
    if night:
        phone = _("{phone} by night {night}").format(phone=phone, night=night)
    return each.text("trouble"), place if each.text("place") else each.text("note"), phone


def body_list(bodies: Shown, imprint: Imprint) -> Printed:
    """関係機関・団体一覧."""
    sheet = Sheet(_("Directory of bodies outside"), imprint, landscape=True)
    if not bodies.records:
        sheet.paragraph(_("No body is written down yet."))
        return sheet.printed()
    columns = [
        Column(_("What kind"), 8.0, lines=2),
        Column(_("Name of the body"), 13.0, lines=2),
        Column(_("Who answers"), 8.0, lines=2),
        Column(_("Phone number"), 8.5, whole=True),
        Column(_("By night and on holidays"), 8.5, whole=True),
        Column(_("Fax"), 8.5, whole=True),
        Column(_("Hours"), 9.0, lines=3),
        Column(_("What for"), 14.0, lines=4),
        Column(_("Address"), 13.0, lines=3),
    ]
    names = (
        "kind",
        "name",
        "person",
        "phone",
        "night_phone",
        "fax",
        "hours",
        "what_for",
        "address",
    )
    used = [
        place
        for place, name in enumerate(names)
        if name in ("kind", "name") or any(each.text(name) for each in bodies.records)
    ]
    rows = [[each.text(names[place]) for place in used] for each in bodies.records]
    fitting = measured([columns[place] for place in used], rows)
    Table(sheet, fitting.within(sheet.width / sheet.size)).draw(rows)
    if bodies.audience is Audience.EVERY_HOUSEHOLD and bodies.held_back:
        sheet.gap(0.6)
        sheet.paragraph(_("Bodies that are for the officers alone do not stand here."))
    return sheet.printed()
