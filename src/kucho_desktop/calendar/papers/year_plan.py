"""年間行事表: what takes place in a year of office, by month."""

from collections.abc import Sequence

from kucho_desktop.calendar.model import Entry, Plan, days_text, title_text
from kucho_desktop.core.dates import show_month
from kucho_desktop.core.i18n import _
from kucho_desktop.paper.columns import Column, measured
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.paper.sheet import Sheet
from kucho_desktop.paper.table import Band, Row, Table


def year_plan(plan: Plan, imprint: Imprint) -> Printed:
    """Upright. Who is responsible stands on it where its audience may know of somebody."""
    sheet = Sheet(_("Events of the year"), imprint, subtitle=plan.title, personal=plan.names_people)
    if not plan.entries:
        sheet.paragraph(_("Nothing is in the calendar for these days yet."))
        return sheet.printed()
    rows = _rows(plan.entries, plan.names_people)
    plain = [row for row in rows if not isinstance(row, Band)]
    fitted = measured(_columns(plan.names_people), plain).within(sheet.width / sheet.size)
    Table(sheet, fitted).draw(rows)
    return sheet.printed()


def _columns(names_people: bool) -> list[Column]:
    columns = [
        Column(_("Day"), 14.0, lines=2),
        Column(_("Time"), 7.0, whole=True),
        Column(_("What it is called"), 30.0, lines=4),
        Column(_("Where"), 14.0, lines=3),
    ]
    return [*columns, Column(_("Who is responsible"), 10.0, lines=3)] if names_people else columns


def _rows(entries: Sequence[Entry], names_people: bool) -> list[Row | Band]:
    rows: list[Row | Band] = []
    month = ""
    for entry in entries:
        if show_month(entry.day) != month:
            month = show_month(entry.day)
            rows.append(Band(month))
        row = (days_text(entry, month=False), entry.time, title_text(entry), entry.place)
        rows.append((*row, entry.responsible) if names_people else row)
    return rows
