"""壁に貼る行事表: months side by side, a row for every day; half a year or a year."""

from datetime import date

from kucho_desktop.calendar.model import Entry, Plan, is_free
from kucho_desktop.calendar.model.holidays import weekday_name
from kucho_desktop.core.ages import days_in
from kucho_desktop.core.dates import show_month
from kucho_desktop.core.i18n import _, language
from kucho_desktop.core.times import clock_time
from kucho_desktop.paper import strokes
from kucho_desktop.paper.fitting import CONDENSED, Align
from kucho_desktop.paper.glyphs import Font
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.paper.lines import break_lines, cut
from kucho_desktop.paper.sheet import Sheet

_DAYS = 31
_HEAD = 1.35
"""The height of the names of the months, in rows."""
_TYPE = 0.74
"""The type, as a share of the height of a row."""
_LARGEST = 1.5
"""The type at most, as a share of the body type."""
_LABEL = 2.45
"""The width of the day and its weekday, in type sizes."""
_FREE = 0.9
_SMALL = 0.46
"""The type where a text takes two lines, as a share of the height of a row."""
_MOST_LINES = 2


def wall_plan(plan: Plan, imprint: Imprint, *, on_a3: bool) -> Printed:
    """Across, as many columns as the plan has months."""
    sheet = Sheet(
        _("Events"), imprint, subtitle=plan.title, landscape=True, on_a3=on_a3,
        notices=(_("Grey: Saturdays, Sundays and holidays."),),
    )  # fmt: skip
    months = months_of(plan.first, plan.last)
    grid = _Grid(sheet, plan, len(months))
    for number, month in enumerate(months):
        grid.draw_month(number, month)
    grid.draw_lines(len(months))
    return sheet.printed()


def months_of(first: date, last: date) -> list[date]:
    """The first days of all months from first to last."""
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [date(number // 12, number % 12 + 1, 1) for number in numbers]


class _Grid:
    """Where the days of the months stand on the sheet."""

    def __init__(self, sheet: Sheet, plan: Plan, months: int) -> None:
        self._sheet = sheet
        self._plan = plan
        self._row = sheet.room / (_DAYS + _HEAD)
        self._wide = sheet.width / months
        self._type = min(self._row * _TYPE, sheet.size * _LARGEST)
        self._top = sheet.at - self._row * _HEAD

    def draw_month(self, number: int, month: date) -> None:
        sheet, left = self._sheet, self._sheet.left + number * self._wide
        title = f"{month.month}月" if language() == "ja" else show_month(month)
        if number == 0 or month.month == 1:
            title = show_month(month)
        sheet.draw(strokes.filled(left, self._top, self._wide, self._row * _HEAD, strokes.SHADE))
        sheet.write(
            left, self._top + self._row * 0.36, title, size=min(self._type * 1.15, self._row),
            font=Font.TABLE_BOLD, align=Align.CENTRE, width=self._wide,
        )  # fmt: skip
        for day in range(1, days_in(month.year, month.month) + 1):
            self._draw_day(left, month.replace(day=day))

    def _draw_day(self, left: float, day: date) -> None:
        sheet, low = self._sheet, self._top - day.day * self._row
        label = self._type * _LABEL
        if is_free(day):
            wide = self._wide if not self._plan.of_day(day) else label
            sheet.draw(strokes.filled(left, low, wide, self._row, _FREE))
        base = low + (self._row - self._type) / 2 + self._type * 0.14
        sheet.write(
            left, base, str(day.day), size=self._type, align=Align.RIGHT, width=self._type * 1.2
        )
        sheet.write(
            left + self._type * 1.25, base, weekday_name(day), size=self._type * 0.85,
            align=Align.CENTRE, width=self._type * 1.1,
        )  # fmt: skip
        self._write(left + label + self._type * 0.15, low, day)

    def _write(self, left: float, low: float, day: date) -> None:
        """On one line with the hour, without it, or on two lines of small type; then it is cut."""
        room = self._wide - self._type * (_LABEL + 0.3)
        plain, timed = self._texts(day)
        sheet, size = self._sheet, self._type
        letters = sheet.lettering[Font.TABLE]
        for text in (timed, plain):
            if letters.width(text, size) * CONDENSED <= room:
                self._one_line(left, low, text, size, room)
                return
        smaller = size * room / (letters.width(plain, size) * CONDENSED)
        if smaller >= self._row * _SMALL:
            self._one_line(left, low, plain, smaller, room)
            return
        size = self._row * _SMALL
        lines = break_lines(plain, room / CONDENSED, size, Font.TABLE)
        if len(lines) > _MOST_LINES:
            rest = "".join(lines[_MOST_LINES - 1 :])
            lines[_MOST_LINES - 1 :] = [cut(rest, room / CONDENSED, size, Font.TABLE)]
        for number, line in enumerate(lines, 1):
            base = low + self._row * (1 - 0.48 * number) + size * 0.16
            sheet.write(left, base, line, size=size, width=room)

    def _one_line(self, left: float, low: float, text: str, size: float, room: float) -> None:
        base = low + (self._row - size) / 2 + size * 0.14
        self._sheet.write(left, base, text, size=size, width=room)

    def _texts(self, day: date) -> tuple[str, str]:
        """Without and with the hours; a holiday is named on a free day."""
        entries = self._plan.of_day(day)
        if not entries:
            name = self._plan.holidays.get(day, "").split(" ")[-1]
            return name, name
        plain = _(", ").join(_short(entry, day) for entry in entries)
        return plain, _(", ").join(f"{_hour(entry, day)}{_short(entry, day)}" for entry in entries)

    def draw_lines(self, months: int) -> None:
        sheet, low = self._sheet, self._top - _DAYS * self._row
        high = self._top + self._row * _HEAD
        across = [(sheet.left, self._top - n * self._row) for n in range(1, _DAYS)]
        label = self._type * _LABEL
        edges = [sheet.left + number * self._wide for number in range(months)]
        sheet.draw(strokes.lines([(x, y, sheet.right, y) for x, y in across]))
        sheet.draw(strokes.lines([(x + label, low, x + label, self._top) for x in edges], 0.15))
        sheet.draw(strokes.lines([(x, low, x, high) for x in edges[1:]], strokes.RULE))
        sheet.draw(strokes.line(sheet.left, self._top, sheet.right, self._top, strokes.RULE))
        sheet.draw(strokes.box(sheet.left, low, sheet.width, high - low, strokes.RULE))


def _hour(entry: Entry, day: date) -> str:
    return f"{clock_time(entry.starts)} " if entry.starts and entry.day == day else ""


def _short(entry: Entry, day: date) -> str:
    """On its further days 〃 stands for it."""
    if day != entry.day and day.day != 1:
        return "〃"
    return _("Called off: {event}").format(event=entry.title) if entry.is_off else entry.title
