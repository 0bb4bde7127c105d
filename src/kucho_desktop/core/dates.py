"""Dates as people write and read them. Kept as ISO days, or EDTF level 1 where a day is not known.

EDTF (ISO 8601-2): "1946-04-02", "1946-04", "1946", and "1946~" for about 1946.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from kucho_desktop.core.ages import age_on as age_on
from kucho_desktop.core.ages import age_text as age_text
from kucho_desktop.core.ages import born_range as born_range
from kucho_desktop.core.ages import days_in as days_in
from kucho_desktop.core.ages import grade_on as grade_on
from kucho_desktop.core.ages import school_year_named as school_year_named
from kucho_desktop.core.ages import school_year_on as school_year_on
from kucho_desktop.core.eras import Era, last_day_of, short_text, year_text
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.fiscal_years import FiscalYear as FiscalYear
from kucho_desktop.core.fiscal_years import fiscal_year_of as fiscal_year_of
from kucho_desktop.core.fiscal_years import years_between as years_between
from kucho_desktop.core.i18n import N_, _, language
from kucho_desktop.core.patterns import pattern
from kucho_desktop.core.text import fold
from kucho_desktop.core.typed_dates import (
    LAST,
    Parts,
    plain,
    take_apart,
    take_apart_plain,
    with_digits,
    without_about,
)

ALWAYS = ""
"""The first day of what has held since always."""
OPEN = "9999-12-31"
"""The last day of what still holds."""

_DAYS_FROM_TODAY = {
    -2: ("一昨日", "おととい"),
    -1: ("昨日", "きのう", "yesterday"),
    0: ("今日", "きょう", "本日", "today"),
    1: ("明日", "あした", "あす", "tomorrow"),
    2: ("明後日", "あさって"),
}
_AGE = pattern(r"(?:満|age)?\s*(\d{1,3})\s*(?:歳|才|さい|サイ|years?( old)?)?", re.IGNORECASE)
_OLDEST = 130
_YEARS = range(1000, 3000)
"""Years that a day can be typed of: reckoning around it never runs out of the calendar."""
_WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))


class NotADate(KuchoError):
    """What was typed is no date; the sentence says why and how to write one."""


# ---- reading ----


def read_date(typed: str, today: date | None = None, known: Sequence[Era] | None = None) -> date:
    """The day that was typed. A month and a day alone mean this calendar year.

    known: the eras, those of the program if not given.
    Raises NotADate with a sentence.
    """
    today = today or date.today()
    named = _named_day(typed, today)
    if named is not None:
        return named
    parts = take_apart(typed, known)
    if parts is None:
        raise _not_understood(typed, today)
    if parts.ambiguous:
        raise _which_year(typed, today)
    if not parts.day:
        _edtf(parts, known)  # a wrong year is worth more words than a missing day
        raise NotADate(
            _("The day is missing in {typed}. Please write it such as {example}.").format(
                typed=typed.strip(), example=show_date(today, weekday=False)
            )
        )
    year = _western_year(parts) if parts.year or parts.era else today.year
    day = _day_of(year, parts)
    _check_era(parts, day, day, known)
    if day.year not in _YEARS:
        raise _not_understood(typed, today)
    return day


def problem_with_date(typed: str, today: date | None = None) -> str:
    """Why this is no date, as a sentence; empty if it is one, or nothing."""
    try:
        if typed.strip():
            read_date(typed, today)
    except NotADate as problem:
        return str(problem)
    return ""


def read_born(typed: str, today: date | None = None, known: Sequence[Era] | None = None) -> str:
    """A birthday, its month, its year or an age, as EDTF; an age of 80 in 2026 gives "1946~".

    Raises NotADate with a sentence.
    """
    today = today or date.today()
    named = _named_day(typed, today)
    if named is not None:
        return named.isoformat()
    text, about = without_about(plain(typed, known))
    age = _AGE.fullmatch(with_digits(text))
    if age and int(age[1]) <= _OLDEST:
        return f"{today.year - int(age[1]):04}~"
    parts = take_apart_plain(text, about, known)
    if parts is None:
        raise _not_understood(typed, today)
    if parts.ambiguous or not (parts.year or parts.era):
        raise _which_year(typed, today)
    edtf = _edtf(parts, known)
    if born_range(edtf)[0] > today:
        raise NotADate(_("{day} is still to come.").format(day=show_born(edtf)))
    return f"{edtf}~" if about or parts.about else edtf


def problem_with_born(typed: str, today: date | None = None) -> str:
    """Why this is no birthday, year of birth or age; empty if it is one, or nothing."""
    try:
        if typed.strip():
            read_born(typed, today)
    except NotADate as problem:
        return str(problem)
    return ""


def from_excel_serial(serial: float, *, since_1904: bool = False) -> date:
    """The day that a spreadsheet means by a number of days; Excel's 1900 has a 29 February."""
    if since_1904:
        return date(1904, 1, 1) + timedelta(days=int(serial))
    days = int(serial)
    return date(1899, 12, 31 if days < 60 else 30) + timedelta(days=days)


@cache
def _days_by_word() -> dict[str, int]:
    """Not at once: the first folding reads every variant kanji."""
    return {fold(word): days for days, words in _DAYS_FROM_TODAY.items() for word in words}


def _named_day(typed: str, today: date) -> date | None:
    days = _days_by_word().get(fold(typed))
    return None if days is None else today + timedelta(days=days)


def _western_year(parts: Parts) -> int:
    return parts.era.since.year + parts.year - 1 if parts.era else parts.year


def _day_of(year: int, parts: Parts) -> date:
    """The day itself, or NotADate naming what does not exist."""
    if not 1 <= parts.month <= 12:
        raise NotADate(_("There is no month {month}.").format(month=parts.month))
    if not 1 <= year <= 9999:
        raise NotADate(_("There is no year {year}.").format(year=year))
    days = days_in(year, parts.month)
    if parts.day == LAST:
        return date(year, parts.month, days)
    if not 1 <= parts.day <= days:
        raise NotADate(
            _("{month} has {days} days, so there is no day {day}.").format(
                month=show_month(date(year, parts.month, 1)), days=days, day=parts.day
            )
        )
    return date(year, parts.month, parts.day)


def _edtf(parts: Parts, known: Sequence[Era] | None) -> str:
    year = _western_year(parts)
    if parts.day:
        day = _day_of(year, parts)
        _check_era(parts, day, day, known)
        return day.isoformat()
    first = _day_of(year, Parts(month=parts.month or 1, day=1))
    last = _day_of(year, Parts(month=parts.month or 12, day=LAST))
    _check_era(parts, first, last, known)
    return f"{year:04}-{parts.month:02}" if parts.month else f"{year:04}"


def _check_era(parts: Parts, first: date, last: date, known: Sequence[Era] | None) -> None:
    """Refuse 平成35年 and 昭和元年1月1日, naming the right year."""
    if parts.era is None:
        return
    begins, ends = parts.era.since, last_day_of(parts.era, known)
    if first <= ends and last >= begins:
        return
    right = _era_text(last, parts, known)
    if last < begins:
        sentence = _("{era} began on {day}. Please write {right}.")
        raise NotADate(sentence.format(era=parts.era.name, day=_long(begins, known), right=right))
    sentence = _("{era} ended on {day}. Please write {right}.")
    raise NotADate(sentence.format(era=parts.era.name, day=_long(ends, known), right=right))


def _era_text(day: date, parts: Parts, known: Sequence[Era] | None) -> str:
    month = f"{parts.month}月" if parts.month else ""
    return year_text(day, known) + month + (f"{day.day}日" if parts.day else "")


def _long(day: date, known: Sequence[Era] | None = None) -> str:
    return f"{year_text(day, known)}{day.month}月{day.day}日"


def _not_understood(typed: str, today: date) -> NotADate:
    if not typed.strip():
        return NotADate(_("Please write a date such as {example}.").format(example=_example(today)))
    sentence = _("{typed} could not be read as a date. Please write it such as {example}.")
    return NotADate(sentence.format(typed=typed.strip(), example=_example(today)))


def _which_year(typed: str, today: date) -> NotADate:
    sentence = _("It is not clear which year {typed} means. Please write it such as {example}.")
    return NotADate(sentence.format(typed=typed.strip(), example=_example(today)))


def _example(today: date) -> str:
    return short_date(today) if language() == "ja" else today.isoformat()


# ---- showing ----


def show_date(day: date | str, weekday: bool = True, known: Sequence[Era] | None = None) -> str:
    """令和8年4月1日(水), or 2026-04-01 (Wed). Empty for an empty or open day."""
    if not day or day == OPEN:
        return ""
    day = date.fromisoformat(day) if isinstance(day, str) else day
    name = _(_WEEKDAYS[day.weekday()])
    if language() == "ja":
        return _long(day, known) + (f"({name})" if weekday else "")
    return day.isoformat() + (f" ({name})" if weekday else "")


def short_date(day: date | str) -> str:
    """R8.4.1 for narrow columns, or the ISO day. Empty for an empty or open day."""
    if not day or day == OPEN:
        return ""
    day = date.fromisoformat(day) if isinstance(day, str) else day
    return short_text(day) if language() == "ja" else day.isoformat()


def show_month(month: date | str, known: Sequence[Era] | None = None) -> str:
    """令和8年4月, or 2026-04."""
    iso = month[:7] if isinstance(month, str) else month.isoformat()[:7]
    if language() != "ja" or not iso:
        return iso
    last = date(int(iso[:4]), int(iso[5:]), days_in(int(iso[:4]), int(iso[5:])))
    return f"{year_text(last, known)}{last.month}月"


def show_born(edtf: str, known: Sequence[Era] | None = None) -> str:
    """昭和21年4月2日, 昭和21年4月, 昭和21年, 昭和21年頃; the western form in other languages."""
    exact = edtf.rstrip("~")
    text = exact
    if language() == "ja" and exact:
        if len(exact) > 7:
            text = show_date(exact, weekday=False, known=known)
        elif len(exact) > 4:
            text = show_month(exact, known)
        else:
            text = year_text(date(int(exact), 12, 31), known)
    return _("about {day}").format(day=text) if exact != edtf else text
