"""How old somebody is, by each of the ways in which people count, and who is of one school year.

Of many people only a year or an age is known: then an age has a least and a most.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from kucho_desktop.core.dates import age_on, born_range, show_date
from kucho_desktop.core.i18n import N_, _

BIRTHDAY, LAW, COUNTED = "birthday", "law", "counted"
RECKONINGS = (
    (BIRTHDAY, N_("Full years, reached on the birthday")),
    (LAW, N_("Full years by law, reached on the day before the birthday")),
    (COUNTED, N_("Years as counted of old: one at birth, one more each New Year")),
)
"""Of these the second is 年齢計算ニ関スル法律 (明治35年法律第50号) with 民法 143条."""

SEPTEMBER, RESPECT_DAY, YEAR_END, DECEMBER, THE_DAY = (
    "september",
    "respect-day",
    "year-end",
    "december",
    "day",
)
REFERENCES = (
    (SEPTEMBER, N_("15 September of the fiscal year")),
    (RESPECT_DAY, N_("Respect for the Aged Day of the fiscal year")),
    (YEAR_END, N_("The end of the fiscal year (31 March)")),
    (DECEMBER, N_("31 December of the fiscal year")),
    (THE_DAY, N_("The day of the paper")),
)
_APRIL = 4
MILESTONES = {
    70: N_("70th year feast"),
    77: N_("77th year feast"),
    80: N_("80th year feast"),
    88: N_("88th year feast"),
    90: N_("90th year feast"),
    99: N_("99th year feast"),
    100: N_("100th year feast"),
}
"""古希 (70), 喜寿, 傘寿, 米寿, 卒寿, 白寿, 百寿: what is congratulated on."""


@dataclass(frozen=True)
class Years:
    """An age, both ends included; they are the same where the birthday is known well enough."""

    least: int
    most: int

    @property
    def is_sure(self) -> bool:
        return self.least == self.most

    def reach(self, age: int) -> bool | None:
        """Whether somebody is so old; None where it may be."""
        if self.least >= age:
            return True
        return None if self.most >= age else False

    @property
    def text(self) -> str:
        """80歳, or 79〜80歳."""
        if self.is_sure:
            return _("aged {age}").format(age=self.most)
        return _("aged {least} to {most}").format(least=self.least, most=self.most)


def years_on(born: str, day: date, reckoning: str = BIRTHDAY) -> Years | None:
    """The age on a day; None where nothing is known of the birth (EDTF) or it is still to come."""
    if not born:
        return None
    first, last = born_range(born)
    if first > day:
        return None
    oldest, youngest = (_reckoned(each, day, reckoning) for each in (first, min(last, day)))
    return Years(youngest, oldest)


def _reckoned(born: date, day: date, reckoning: str) -> int:
    if reckoning == COUNTED:
        return day.year - born.year + 1
    reached = day + timedelta(days=1) if reckoning == LAW else day
    return age_on(born.isoformat(), reached) or 0


def school_year_of(day: date) -> int:
    """The western year in whose April the city's and the schools' year begins."""
    return day.year - (day.month < _APRIL)


def reference_day(which: str, day: date) -> date:
    """One of REFERENCES in the city's fiscal year (April to March) that a day lies in."""
    year = school_year_of(day)
    if which == SEPTEMBER:
        return date(year, 9, 15)
    if which == RESPECT_DAY:
        return _third_monday(year, 9)
    if which == YEAR_END:
        return date(year + 1, 3, 31)
    return date(year, 12, 31) if which == DECEMBER else day


def _third_monday(year: int, month: int) -> date:
    """国民の祝日に関する法律 2条: 敬老の日 since 2003."""
    first = date(year, month, 1)
    return first + timedelta(days=(7 - first.weekday()) % 7 + 14)


@dataclass(frozen=True)
class YearGroup:
    """Those born from one day to another, both included: of one school year together."""

    first: date
    last: date

    def holds(self, born: str) -> bool | None:
        """Whether somebody belongs to it; None where the birthday leaves it open."""
        if not born:
            return False
        first, last = born_range(born)
        if self.first <= first and last <= self.last:
            return True
        return None if first <= self.last and self.first <= last else False

    @property
    def text(self) -> str:
        """平成31年4月2日から令和2年4月1日までに生まれた."""
        first, last = (show_date(day, weekday=False) for day in (self.first, self.last))
        return _("born from {first} to {last}").format(first=first, last=last)


def year_group(year: int, age: int) -> YearGroup:
    """Who reaches an age in the school year that begins in April of a year.

    By law an age is reached the day before the birthday: born on 1 April is of the year before
    (学校教育法 17条; 学校教育法施行規則 59条).
    """
    return YearGroup(date(year - age, 4, 2), date(year - age + 1, 4, 1))
