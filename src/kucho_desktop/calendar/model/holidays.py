"""Holidays by law (国民の祝日に関する法律, since 1948), and what a day is to be marked with."""

from datetime import date
from functools import cache

from kucho_desktop.core.i18n import N_, _

_YEARS = range(1949, 2100)
"""Whole years in which the law holds, and for which the equinoxes can be foreseen."""
_SATURDAY = 5


@cache
def _of_year(year: int) -> dict[date, str]:
    if year not in _YEARS:
        return {}
    import jpholiday  # not before a calendar is looked at

    return dict(jpholiday.year_holidays(year))


def holiday(day: date) -> str:
    """文化の日, 敬老の日 振替休日; empty on other days."""
    return _of_year(day.year).get(day, "")


def holidays_between(first: date, last: date) -> dict[date, str]:
    """Every holiday of these days with its name, oldest first."""
    years = range(first.year, last.year + 1)
    every = {day: name for year in years for day, name in _of_year(year).items()}
    return {day: every[day] for day in sorted(every) if first <= day <= last}


def same_holiday(day: date, year: int) -> date | None:
    """The day of another year on which the holiday of this day falls; None on other days."""
    name = holiday(day)
    if not name:
        return None
    return next((each for each, called in _of_year(year).items() if called == name), None)


def is_free(day: date) -> bool:
    """Whether it is a weekend or a holiday."""
    return day.weekday() >= _SATURDAY or bool(holiday(day))


_SHORT = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))


def weekday_name(day: date) -> str:
    """火, Tue."""
    return _(_SHORT[day.weekday()])


def weekday_text(day: date) -> str:
    """火, or 火・祝 on a holiday."""
    name = weekday_name(day)
    return _("{weekday}, holiday").format(weekday=name) if holiday(day) else name
