"""Ages and school years from what is known of a birth (EDTF, see `dates`)."""

from datetime import date

from kucho_desktop.core.i18n import N_, _

_SCHOOLS = (
    *((N_("Elementary {year}"), year) for year in range(1, 7)),
    *((N_("Junior high {year}"), year) for year in range(1, 4)),
)


def days_in(year: int, month: int) -> int:
    """How many days a month has."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def born_range(edtf: str) -> tuple[date, date]:
    """The first and the last day that a birth may have been on; "about" allows a year around.

    Raises ValueError for an empty or broken text.
    """
    exact = edtf.rstrip("~")
    year, month, day = (*map(int, exact.split("-")), 0, 0)[:3]
    if exact != edtf:
        return date(max(year - 1, 1), 1, 1), date(min(year + 1, 9999), 12, 31)
    if day:
        return date(year, month, day), date(year, month, day)
    last_month = month or 12
    last = days_in(year, last_month)
    return date(year, month or 1, 1), date(year, last_month, last)


def age_on(edtf: str, day: date) -> int | None:
    """Full years on a day; the nearest guess where the birthday is not known. None if unborn."""
    if not edtf:
        return None
    year, month, born = (*map(int, edtf.rstrip("~").split("-")), 0, 0)[:3]
    age = day.year - year - ((day.month, day.day) < (month, born))
    return age if age >= 0 else None


def age_text(edtf: str, day: date) -> str:
    """80歳, or 約80歳 where the birthday is not known; empty if nothing is."""
    age = age_on(edtf, day)
    if age is None:
        return ""
    first, last = (age_on(end.isoformat(), day) for end in born_range(edtf))
    text = _("aged {age}") if first == last else _("aged about {age}")
    return text.format(age=age)


def school_year_on(edtf: str, day: date) -> str:
    """小1 to 小6, 中1 to 中3; empty outside of them or where the birthday leaves it open.

    A child enters in the April after turning six, reckoned to 1 April (学校教育法 17条).
    """
    grade = grade_on(edtf, day)
    if grade is None or not 1 <= grade <= len(_SCHOOLS):
        return ""
    return school_year_named(grade)


def school_year_named(grade: int) -> str:
    """小1 to 中3 for 1 to 9."""
    label, year = _SCHOOLS[grade - 1]
    return _(label).format(year=year)


def grade_on(edtf: str, day: date) -> int | None:
    """1 to 6 in elementary school, 7 to 9 in junior high, under 1 before; None if it is open."""
    if not edtf:
        return None
    grades = {_grade(end, day) for end in born_range(edtf)}
    return grades.pop() if len(grades) == 1 else None


def _grade(born: date, day: date) -> int:
    enters = born.year + (6 if (born.month, born.day) <= (4, 1) else 7)
    school_year = day.year - (day.month < 4)
    return school_year - enters + 1
