"""今後の日程: the next dates, at the foot of any paper."""

from collections.abc import Sequence

from kucho_desktop.calendar.model import Entry, days_text, line_text
from kucho_desktop.core.i18n import _
from kucho_desktop.paper.glyphs import Font
from kucho_desktop.paper.sheet import LEADING, Sheet

_DAY = 8.5
"""The width of the days, in type sizes."""


def draw_next_dates(sheet: Sheet, entries: Sequence[Entry], title: str = "") -> None:
    """A heading and a line for each; nothing for none. Goes on to a new page as a whole."""
    if not entries:
        return
    size = sheet.size
    sheet.need(size * (3.5 + LEADING * len(entries)))
    sheet.heading(title or _("Dates to come"))
    days = [days_text(entry) for entry in entries]
    letters = sheet.lettering[Font.PROSE]
    wide = max(size * _DAY, *(letters.width(day, size) + size for day in days))
    wide = min(wide, sheet.width / 2)
    for entry, day in zip(entries, days, strict=True):
        base = sheet.at - size * (0.5 * LEADING + 0.36)
        sheet.write(sheet.left, base, day, font=Font.PROSE, width=wide - size / 2)
        room = sheet.width - wide
        sheet.write(sheet.left + wide, base, line_text(entry), font=Font.PROSE, width=room)
        sheet.at -= size * LEADING
