"""今月の予定 in large letters, for the notice board and for the circular."""

from kucho_desktop.calendar.model import Entry, Plan, days_text, title_text
from kucho_desktop.calendar.papers.next_dates import draw_next_dates
from kucho_desktop.core.i18n import _
from kucho_desktop.core.times import span_text
from kucho_desktop.paper import strokes
from kucho_desktop.paper.glyphs import Font
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.paper.lines import break_lines
from kucho_desktop.paper.sheet import Sheet

_LARGE = 1.6
"""Of the body type."""
_DETAIL = 1.25
_DAY = 8.0
"""The width of the days, in large type sizes."""
_LEADING = 1.35


def month_plan(plan: Plan, after: tuple[Entry, ...], imprint: Imprint) -> Printed:
    """Upright. after: what comes after this month, for its foot."""
    sheet = Sheet(
        _("Events of the month"), imprint, subtitle=plan.title, personal=plan.names_people
    )
    if not plan.entries:
        sheet.paragraph(_("Nothing is in the calendar for these days yet."))
    for entry in plan.entries:
        _draw(sheet, entry)
    if after:
        sheet.gap(1)
        draw_next_dates(sheet, after, _("After this month"))
    return sheet.printed()


def _draw(sheet: Sheet, entry: Entry) -> None:
    """The day at the left, at the right what it is, below when and where."""
    large, detail = sheet.size * _LARGE, sheet.size * _DETAIL
    across = large * _DAY
    room = sheet.width - across
    title = break_lines(title_text(entry), room, large, Font.PROSE_BOLD)
    below = [
        line for text in _details(entry) for line in break_lines(text, room, detail, Font.PROSE)
    ]
    height = large * _LEADING * len(title) + detail * _LEADING * len(below) + large * 0.5
    sheet.need(height)
    top = sheet.at
    day = days_text(entry, month=False)
    base = top - large * 1.15
    sheet.write(
        sheet.left,
        base,
        day,
        size=large,
        font=Font.PROSE_BOLD,
        width=across - large / 2,
        whole=True,
    )
    for line in title:
        sheet.write(
            sheet.left + across, sheet.at - large * 1.15, line, size=large, font=Font.PROSE_BOLD
        )
        sheet.at -= large * _LEADING
    for line in below:
        sheet.write(sheet.left + across, sheet.at - detail, line, size=detail, font=Font.PROSE)
        sheet.at -= detail * _LEADING
    sheet.at = top - height
    sheet.draw(strokes.line(sheet.left, sheet.at, sheet.right, sheet.at))


def _details(entry: Entry) -> list[str]:
    time = span_text(entry.starts, entry.ends, spoken=True)
    first = "　".join(part for part in (time, entry.place) if part)
    who = _("Responsible: {name}").format(name=entry.responsible) if entry.responsible else ""
    return [text for text in (first, who) if text]
