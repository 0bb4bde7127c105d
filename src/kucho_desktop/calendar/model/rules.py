"""On which days a rule falls. Pure arithmetic of days; every rule takes after its first day."""

from collections.abc import Callable, Iterator
from datetime import MAXYEAR, MINYEAR, date, timedelta

from kucho_desktop.core.ages import days_in
from kucho_desktop.core.dates import show_date
from kucho_desktop.core.i18n import N_, _, language

_FIFTH = 5
_WEEK = 7
_MONTHS = 12
_WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
_WHICH = (
    N_("the first {weekday}"),
    N_("the second {weekday}"),
    N_("the third {weekday}"),
    N_("the fourth {weekday}"),
    N_("the last {weekday}"),
)


def days_by(rule: str, anchor: date, first: date, last: date) -> Iterator[date]:
    """The days from first to last on which the rule falls, oldest first, none before the anchor."""
    first = max(first, anchor)
    if first > last:
        return
    if not rule:
        found: Iterator[date] = iter((anchor,))
    elif rule == "weekly":
        found = _weekly(anchor, first, last)
    elif rule.startswith("monthly"):
        found = _monthly(_IN_MONTH[rule.removeprefix("monthly_")], anchor, first, last)
    else:
        found = _yearly(_IN_YEAR[rule.removeprefix("yearly_")], anchor, first, last)
    yield from (day for day in found if first <= day <= last)


def _weekly(anchor: date, first: date, last: date) -> Iterator[date]:
    ahead = (anchor.weekday() - first.weekday()) % _WEEK
    for ordinal in range(first.toordinal() + ahead, last.toordinal() + 1, _WEEK):
        yield date.fromordinal(ordinal)


_InMonth = Callable[[date, int, int], date]
"""The day in a month (year, month) that takes after an anchor."""


def _monthly(find: _InMonth, anchor: date, first: date, last: date) -> Iterator[date]:
    months = range(first.year * _MONTHS + first.month - 1, last.year * _MONTHS + last.month)
    for month in months:
        yield find(anchor, month // _MONTHS, month % _MONTHS + 1)


def _yearly(
    find: Callable[[date, int], date], anchor: date, first: date, last: date
) -> Iterator[date]:
    """The week around New Year may lie in the year before or after."""
    for year in range(max(first.year - 1, MINYEAR), min(last.year + 1, MAXYEAR) + 1):
        try:
            yield find(anchor, year)
        except OverflowError:  # the days around the end of the calendar
            continue


def _same_day(anchor: date, year: int, month: int) -> date:
    """The 31st is the last day of a shorter month, the 29th of February else the 28th."""
    return date(year, month, min(anchor.day, days_in(year, month)))


def _same_weekday(anchor: date, year: int, month: int) -> date:
    """The second Sunday where the anchor is a second Sunday; the fifth is the last one."""
    which = number_in_month(anchor)
    if which == _FIFTH:
        return _last_weekday(anchor, year, month)
    ahead = (anchor.weekday() - date(year, month, 1).weekday()) % _WEEK
    return date(year, month, 1 + ahead + _WEEK * (which - 1))


def _last_weekday(anchor: date, year: int, month: int) -> date:
    end = days_in(year, month)
    back = (date(year, month, end).weekday() - anchor.weekday()) % _WEEK
    return date(year, month, end - back)


def _last_day(_anchor: date, year: int, month: int) -> date:
    return date(year, month, days_in(year, month))


def _same_week(anchor: date, year: int) -> date:
    """The same weekday in the week around the same date: at most three days off (前年同週)."""
    same = _same_day(anchor, year, anchor.month)
    off = (anchor.weekday() - same.weekday() + 3) % _WEEK - 3
    return same + timedelta(days=off)


def _in_its_month(find: _InMonth) -> Callable[[date, int], date]:
    def in_year(anchor: date, year: int) -> date:
        return find(anchor, year, anchor.month)

    return in_year


_IN_MONTH: dict[str, _InMonth] = {
    "day": _same_day,
    "weekday": _same_weekday,
    "last_weekday": _last_weekday,
    "last": _last_day,
}
_IN_YEAR: dict[str, Callable[[date, int], date]] = {
    "day": _in_its_month(_same_day),
    "weekday": _in_its_month(_same_weekday),
    "last_weekday": _in_its_month(_last_weekday),
    "week": _same_week,
}


def number_in_month(day: date) -> int:
    """2 for the second Sunday of its month, 1 to 5."""
    return (day.day - 1) // _WEEK + 1


def weekday_in_month(day: date, year: int, month: int) -> date:
    """The day of another month that is its second Sunday as this one is of its own."""
    return _same_weekday(day, year, month)


def rule_text(rule: str, anchor: date) -> str:
    """毎年9月の第1日曜日, the 10th of every month: the rule in words; empty for none."""
    if not rule:
        return ""
    weekday = _(_WEEKDAYS[anchor.weekday()])
    if rule == "weekly":
        return _("every week on {weekday}").format(weekday=weekday)
    if rule == "yearly_week":
        said = _("every year on the {weekday} next to {day}")
        return said.format(weekday=weekday, day=_month_and_day(anchor))
    if rule == "yearly_day":
        return _("every year on {day}").format(day=_month_and_day(anchor))
    if rule == "monthly_day":
        return _("on day {day} of every month").format(day=anchor.day)
    if rule == "monthly_last":
        return _("on the last day of every month")
    is_last = rule.endswith("last_weekday")
    which = _(_WHICH[-1 if is_last else number_in_month(anchor) - 1]).format(weekday=weekday)
    if rule.startswith("yearly"):
        return _("every year on {which} of month {month}").format(which=which, month=anchor.month)
    return _("on {which} of every month").format(which=which)


def _month_and_day(day: date) -> str:
    if language() == "ja":
        return f"{day.month}月{day.day}日"
    return show_date(day, weekday=False)[5:]
