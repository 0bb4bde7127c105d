"""Ages by each way of counting, on a stated day, and who belongs to one school year."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kucho_desktop.core.dates import age_on, grade_on
from kucho_desktop.households.model.figures.reckoning import (
    BIRTHDAY,
    COUNTED,
    LAW,
    Years,
    reference_day,
    year_group,
    years_on,
)

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("reckoning", "day", "age"),
    [
        (BIRTHDAY, date(2026, 9, 14), 74),
        (BIRTHDAY, date(2026, 9, 15), 75),
        (LAW, date(2026, 9, 13), 74),
        (LAW, date(2026, 9, 14), 75),
        (COUNTED, date(2025, 12, 31), 75),
        (COUNTED, date(2026, 1, 1), 76),
    ],
)
def test_each_way_of_counting_has_its_day(reckoning, day, age):
    assert years_on("1951-09-15", day, reckoning) == Years(age, age)


def test_who_is_born_on_a_leap_day_is_a_year_older_by_law_on_28_february():
    assert years_on("1952-02-29", date(2027, 2, 28), LAW) == Years(75, 75)
    assert years_on("1952-02-29", date(2027, 2, 28), BIRTHDAY) == Years(74, 74)
    assert years_on("1952-02-29", date(2027, 3, 1), BIRTHDAY) == Years(75, 75)


@pytest.mark.parametrize(
    ("born", "least", "most", "text"),
    [
        ("1951", 74, 75, "74～75歳"),
        ("1951-09", 74, 75, "74～75歳"),
        ("1951-03", 75, 75, "75歳"),
        ("1951~", 73, 76, "73～76歳"),
    ],
)
def test_an_uncertain_birth_has_a_least_and_a_most(born, least, most, text):
    years = years_on(born, date(2026, 9, 15))
    assert years == Years(least, most)
    assert years.text == text


def test_it_is_told_whether_an_age_is_reached_is_open_or_not():
    assert Years(75, 76).reach(75) is True
    assert Years(74, 75).reach(75) is None
    assert Years(73, 74).reach(75) is False


def test_nothing_is_said_of_whom_nothing_is_known_or_who_is_not_born_yet():
    assert years_on("", date(2026, 4, 1)) is None
    assert years_on("2026-04-02", date(2026, 4, 1)) is None


@given(DAYS, DAYS)
def test_by_law_an_age_comes_one_day_earlier(born, day):
    if born <= day:
        by_law = years_on(born.isoformat(), day, LAW)
        on_the_next_day = years_on(born.isoformat(), day + timedelta(days=1), BIRTHDAY)
        assert by_law == on_the_next_day


@given(DAYS, DAYS)
def test_the_usual_age_is_the_one_of_the_form(born, day):
    years = years_on(born.isoformat(), day)
    assert (years.most if years else None) == age_on(born.isoformat(), day)


@pytest.mark.parametrize(
    ("which", "on", "is_day"),
    [
        ("september", date(2026, 11, 20), date(2026, 9, 15)),
        ("september", date(2027, 3, 31), date(2026, 9, 15)),
        ("respect-day", date(2026, 4, 1), date(2026, 9, 21)),
        ("respect-day", date(2025, 4, 1), date(2025, 9, 15)),
        ("year-end", date(2026, 11, 20), date(2027, 3, 31)),
        ("december", date(2027, 1, 5), date(2026, 12, 31)),
        ("day", date(2026, 11, 20), date(2026, 11, 20)),
    ],
)
def test_the_day_of_reference_lies_in_the_city_s_year(which, on, is_day):
    assert reference_day(which, on) == is_day


def test_the_school_year_parts_on_2_april():
    """学校教育法 17条: who is born on 1 April starts a year before who is born on the next day."""
    starts_in_2027 = year_group(2026, 6)
    assert starts_in_2027.holds("2020-04-02") is True
    assert starts_in_2027.holds("2021-04-01") is True
    assert starts_in_2027.holds("2020-04-01") is False
    assert starts_in_2027.holds("2021-04-02") is False
    assert starts_in_2027.holds("2020") is None
    assert starts_in_2027.holds("2020-06") is True
    assert starts_in_2027.holds("2021-04") is None
    assert starts_in_2027.holds("2018~") is False
    assert starts_in_2027.holds("") is False


@given(st.dates(date(2010, 1, 1), date(2026, 3, 31)), st.integers(2020, 2030))
def test_who_starts_school_is_in_the_first_year_in_april(born, year):
    starts = year_group(year - 1, 6).holds(born.isoformat())
    assert starts is (grade_on(born.isoformat(), date(year, 4, 1)) == 1)


def test_the_group_says_who_belongs_to_it():
    assert year_group(2026, 20).text == "平成18年4月2日から平成19年4月1日までに生まれた方"
