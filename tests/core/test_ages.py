"""Ages, school years and years of office."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kucho_desktop.core.ages import grade_on
from kucho_desktop.core.dates import (
    FiscalYear,
    age_on,
    age_text,
    born_range,
    fiscal_year_of,
    from_excel_serial,
    read_born,
    school_year_on,
    years_between,
)

TODAY = date(2026, 11, 20)
past = st.dates(date(1868, 1, 25), TODAY)


def test_an_age_changes_on_the_birthday() -> None:
    assert age_on("1946-04-02", date(2026, 4, 1)) == 79
    assert age_on("1946-04-02", date(2026, 4, 2)) == 80
    assert age_on("2004-02-29", date(2025, 2, 28)) == 20
    assert age_on("2004-02-29", date(2025, 3, 1)) == 21
    assert age_on("2027-01-01", TODAY) is None
    assert age_on("", TODAY) is None


def test_an_age_is_about_right_where_the_birthday_is_not_known() -> None:
    assert age_text("1946-04-02", TODAY) == "80歳"
    assert age_text("1946~", TODAY) == "約80歳"
    assert age_text("1946", TODAY) == "約80歳"
    assert age_text("1946-04", TODAY) == "80歳"
    assert age_text("1946-11", TODAY) == "約80歳"
    assert age_text("", TODAY) == ""


@given(st.integers(0, 110), past)
def test_an_age_typed_is_the_age_shown(age: int, day: date) -> None:
    assert age_on(read_born(f"{age}歳", day), day) == age


def test_the_days_that_a_birth_may_have_been_on() -> None:
    assert born_range("1946-04-02") == (date(1946, 4, 2), date(1946, 4, 2))
    assert born_range("2024-02") == (date(2024, 2, 1), date(2024, 2, 29))
    assert born_range("1946") == (date(1946, 1, 1), date(1946, 12, 31))
    assert born_range("1946~") == (date(1945, 1, 1), date(1947, 12, 31))


def test_school_years_turn_on_the_first_of_april() -> None:
    first_day = date(2026, 4, 1)
    assert school_year_on("2019-04-02", first_day) == "小1"
    assert school_year_on("2020-04-01", first_day) == "小1"
    assert school_year_on("2020-04-02", first_day) == ""
    assert school_year_on("2019-04-01", first_day) == "小2"
    assert school_year_on("2020-04-01", first_day - timedelta(days=1)) == ""
    assert school_year_on("2013-05-05", TODAY) == "中1"
    assert school_year_on("2011-04-02", TODAY) == "中3"
    assert school_year_on("2011-04-01", TODAY) == ""
    assert school_year_on("2014-07", TODAY) == "小6"
    assert school_year_on("2014", TODAY) == school_year_on("2014~", TODAY) == ""
    assert school_year_on("", TODAY) == ""


# ---- years of office ----


def titles(starts: tuple[tuple[str, int], ...]) -> list[str]:
    return [year.title for year in years_between(date(2026, 5, 1), date(2028, 5, 1), starts)]


def test_years_of_office_begin_in_their_month() -> None:
    year = fiscal_year_of(TODAY, (("", 4),))
    assert year == FiscalYear(date(2026, 4, 1), date(2027, 3, 31), 2026)
    assert year.title == "令和8年度"
    assert fiscal_year_of(date(2026, 3, 31)).title == "令和7年度"
    assert fiscal_year_of(TODAY, (("", 1),)).title == "令和8年"
    assert fiscal_year_of(date(2019, 4, 1)).title == "令和元年度"
    assert fiscal_year_of(date(1989, 3, 31)).title == "昭和63年度"
    assert TODAY in year
    assert date(2027, 4, 1) not in year


def test_a_year_of_transition_is_shorter_or_longer_and_says_so() -> None:
    to_january = (("", 4), ("2027-01-01", 1))
    assert titles(to_january) == ["令和8年度(4月〜12月)", "令和9年", "令和10年"]
    to_april = (("", 1), ("2027-04-01", 4))
    assert titles(to_april) == ["令和8年", "令和9年(1月〜3月)", "令和9年度", "令和10年度"]
    longer = (("", 1), ("2026-06-01", 4))
    assert titles(longer) == ["令和8年(1月〜令和9年3月)", "令和9年度", "令和10年度"]
    first = fiscal_year_of(date(2026, 6, 1), longer)
    assert (first.first, first.last, first.months) == (date(2026, 1, 1), date(2027, 3, 31), 15)


@given(
    st.dates(date(2020, 1, 1), date(2030, 12, 31)),
    st.lists(st.tuples(st.dates(date(2021, 1, 1), date(2029, 1, 1)), st.integers(1, 12))),
    st.integers(1, 12),
)
def test_years_follow_one_another_without_gap(
    day: date, changes: list[tuple[date, int]], month: int
) -> None:
    starts = [("", month), *sorted((since.isoformat(), new) for since, new in changes)]
    year = fiscal_year_of(day, starts)
    assert day in year
    assert fiscal_year_of(year.first, starts) == fiscal_year_of(year.last, starts) == year
    after = fiscal_year_of(year.last + timedelta(days=1), starts)
    assert after.first == year.last + timedelta(days=1)


def test_the_numbers_that_a_spreadsheet_keeps_days_as() -> None:
    assert from_excel_serial(46113) == date(2026, 4, 1)
    assert from_excel_serial(46113.75) == date(2026, 4, 1)
    assert from_excel_serial(1) == date(1900, 1, 1)
    assert from_excel_serial(59) == date(1900, 2, 28)
    assert from_excel_serial(61) == date(1900, 3, 1)
    assert from_excel_serial(44651, since_1904=True) == date(2026, 4, 1)


def test_a_grade_is_a_number_that_goes_on_before_and_behind_school():
    assert grade_on("2019-04-02", TODAY) == 1
    assert grade_on("2020-04-02", TODAY) == 0
    assert grade_on("2013-05-05", TODAY) == 7
    assert grade_on("2019", TODAY) is None
    assert grade_on("", TODAY) is None
