"""On which days an event takes place: every rule, for any day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kucho_desktop.calendar.model import (
    RULES,
    Change,
    Event,
    next_day,
    occurrences,
    planned_days,
    problem_with,
    rule_text,
)
from kucho_desktop.calendar.model.rules import days_by, number_in_month
from kucho_desktop.core.ages import days_in

RULE_CODES = [code for code, _label in RULES.choices]
DAYS = st.dates(date(1950, 1, 1), date(2150, 12, 31))
SPANS = st.integers(0, 1500)


def obeys(rule: str, anchor: date, day: date) -> bool:
    """The rule, said the other way round: of a day, not of the next one."""
    last = days_in(day.year, day.month)
    same_weekday = day.weekday() == anchor.weekday()
    which = number_in_month(anchor)
    nth = same_weekday and (day.day > last - 7 if which == 5 else number_in_month(day) == which)
    same_month = day.month == anchor.month
    clamped = day.day == min(anchor.day, last)
    return {
        "": day == anchor,
        "weekly": same_weekday,
        "monthly_day": clamped,
        "monthly_last": day.day == last,
        "monthly_weekday": nth,
        "monthly_last_weekday": same_weekday and day.day > last - 7,
        "yearly_day": same_month and clamped,
        "yearly_weekday": same_month and nth,
        "yearly_last_weekday": same_month and same_weekday and day.day > last - 7,
        "yearly_week": same_weekday and _days_off(anchor, day) <= 3,
    }[rule]


def _days_off(anchor: date, day: date) -> int:
    """How far a day is from the nearest same date of any year."""
    near = (
        date(year, anchor.month, min(anchor.day, days_in(year, anchor.month)))
        for year in (day.year - 1, day.year, day.year + 1)
    )
    return min(abs((day - each).days) for each in near)


@given(st.sampled_from(RULE_CODES), DAYS, DAYS, SPANS)
def test_every_day_obeys_its_rule_and_none_is_lost(rule, anchor, first, span):
    last = first + timedelta(days=span)
    found = list(days_by(rule, anchor, first, last))
    assert found == sorted(set(found))
    every = (first + timedelta(days=ahead) for ahead in range(span + 1))
    assert found == [day for day in every if day >= anchor and obeys(rule, anchor, day)]


@given(
    st.sampled_from([code for code in RULE_CODES if code]),
    DAYS,
    st.integers(0, 6),
    st.integers(0, 5),
    st.integers(-400, 400),
)
def test_a_move_replaces_one_and_loses_none(rule, anchor, days, which, by):
    span = timedelta(days=days)
    event = Event(
        1, "役員会", first_day=anchor.isoformat(), last_day=(anchor + span).isoformat(), rule=rule
    )
    first, last = anchor, anchor + timedelta(days=2500)
    planned = list(planned_days(event, first, last))
    moved = planned[min(which, len(planned) - 1)]
    to_day = moved + timedelta(days=by)
    change = Change(1, 1, moved.isoformat(), to_day.isoformat())
    found = occurrences([event], [change], first, last)
    days_now = sorted(each.day for each in found)
    expected = [day for day in planned if day != moved]
    if to_day + span >= first and to_day <= last:
        expected.append(to_day)
    assert days_now == sorted(expected)
    assert len({each.key for each in found}) == len(found)
    off = occurrences([event], [Change(1, 1, moved.isoformat(), "")], first, last)
    assert [each.day for each in off] == planned
    assert [each.day for each in off if each.is_off] == [moved]


def test_a_leap_day_comes_every_year():
    days = list(days_by("yearly_day", date(2024, 2, 29), date(2024, 1, 1), date(2028, 12, 31)))
    assert [f"{day:%m-%d}" for day in days] == ["02-29", "02-28", "02-28", "02-28", "02-29"]


def test_the_end_of_the_calendar_is_no_trap():
    for rule in RULE_CODES:
        late = Event(1, "会", first_day="9999-12-31", rule=rule)
        assert list(planned_days(late, date.min, date.max)) == [date.max]
        early = Event(1, "会", first_day="0001-01-01", rule=rule)
        assert next(planned_days(early, date.min, date.max)).year == 1
        assert occurrences([late, early], [], date.max, date.max)


@pytest.mark.parametrize(
    ("rule", "day", "words"),
    [
        ("", date(2026, 9, 6), ""),
        ("weekly", date(2026, 9, 6), "毎週 日曜日"),
        ("monthly_day", date(2026, 9, 10), "毎月10日"),
        ("monthly_weekday", date(2026, 9, 13), "毎月 第2日曜日"),
        ("monthly_weekday", date(2026, 8, 30), "毎月 最終日曜日"),
        ("monthly_last", date(2026, 9, 13), "毎月末日"),
        ("yearly_day", date(2026, 11, 3), "毎年11月3日"),
        ("yearly_weekday", date(2026, 9, 6), "毎年9月の第1日曜日"),
        ("yearly_last_weekday", date(2026, 10, 25), "毎年10月の最終日曜日"),
        ("yearly_week", date(2026, 10, 18), "毎年 10月18日にいちばん近い日曜日"),
    ],
)
def test_a_rule_is_said_in_words(rule, day, words):
    assert rule_text(rule, day) == words


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (Event(0, first_day="2026-09-06"), "名前"),
        (Event(0, "祭り"), "日"),
        (Event(0, "祭り", first_day="2026-09-06", last_day="2026-09-05"), "前"),
        (Event(0, "祭り", first_day="2026-09-06", last_day="2028-09-05"), "1年"),
        (Event(0, "祭り", first_day="2026-09-06", ends="10:00"), "始まる"),
        (Event(0, "祭り", first_day="2026-09-06", starts="10:00", ends="09:00"), "終わ"),
        (
            Event(0, "祭り", first_day="2026-09-06", rule="monthly_last", until="2026-09-29"),
            "一度も",
        ),
    ],
)
def test_what_cannot_be_is_said(event, said):
    assert said in problem_with(event)


def test_over_night_on_two_days_is_no_mistake():
    watch = Event(
        0, "歳末警戒", first_day="2026-12-30", last_day="2026-12-31", starts="22:00", ends="05:00"
    )
    assert problem_with(watch) == ""


def test_the_next_time_is_known_whatever_was_moved():
    event = Event(1, "役員会", first_day="2026-04-10", rule="monthly_day")
    assert next_day(event, [], date(2026, 11, 20)) == date(2026, 12, 10)
    moved = Change(1, 1, "2026-12-10", "2026-12-12")
    assert next_day(event, [moved], date(2026, 11, 20)) == date(2026, 12, 12)
    over = Event(1, "役員会", first_day="2026-04-10", rule="monthly_day", until="2026-06-30")
    assert next_day(over, [], date(2026, 11, 20)) == date(2026, 6, 10)
