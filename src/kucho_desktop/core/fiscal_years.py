"""Years of office. Their first month may change, which makes one year shorter or longer."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from kucho_desktop.core.eras import year_text
from kucho_desktop.core.i18n import _, language

Starts = Sequence[tuple[str, int]]
"""(since, first month), oldest first: from that ISO day on ("" = always) years begin so."""


class FiscalYear(NamedTuple):
    """A year of office, both days included. `number` is the western year that it begins in.

    Around a change of the first month two years may share a number; `first` is unique.
    """

    first: date
    last: date
    number: int

    @property
    def months(self) -> int:
        """12, but for a transition year."""
        return (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1

    @property
    def title(self) -> str:
        """令和8年度, 令和8年 if it begins in January; a transition year names its months."""
        if self.months == 12:
            return self._year
        first, last = _month(self.first), _month(self.last)
        if self.months > 12:
            last = f"{year_text(self.last)}{last}" if language() == "ja" else str(self.last)[:7]
        return _("{year} ({first} to {last})").format(year=self._year, first=first, last=last)

    @property
    def _year(self) -> str:
        if language() != "ja":
            return str(self.number)
        # The year of a change of era goes by the new one (令和元年度), as public offices do.
        named = year_text(min(self.last, date(self.first.year, 12, 31)))
        return named if self.first.month == 1 else f"{named}度"

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last


def _month(day: date) -> str:
    return f"{day.month}月" if language() == "ja" else f"{day:%Y-%m}"


def fiscal_year_of(day: date, starts: Starts = (("", 4),)) -> FiscalYear:
    """The year of office that a day lies in."""
    first = _start_before(day, starts)
    last = _start_after(day, starts) - timedelta(days=1)
    return FiscalYear(first, last, first.year)


def years_between(first: date, last: date, starts: Starts = (("", 4),)) -> list[FiscalYear]:
    """Every year of office that touches the days from first to last, oldest first."""
    years = [fiscal_year_of(first, starts)]
    while years[-1].last < last:
        years.append(fiscal_year_of(years[-1].last + timedelta(days=1), starts))
    return years


def _is_start(day: date, starts: Starts) -> bool:
    held = [month for since, month in starts if since <= day.isoformat()]
    return (held[-1] if held else starts[0][1]) == day.month


def _start_before(day: date, starts: Starts) -> date:
    """The latest first day of a year on or before this day."""
    at = day.replace(day=1)
    while not _is_start(at, starts):
        at = (at - timedelta(days=1)).replace(day=1)
    return at


def _start_after(day: date, starts: Starts) -> date:
    at = day
    while True:
        at = (at.replace(day=28) + timedelta(days=4)).replace(day=1)
        if _is_start(at, starts):
            return at
