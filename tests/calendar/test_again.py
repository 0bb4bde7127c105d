"""Last year's events on this year's days, and the usual ones."""

from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st

from kucho_desktop.calendar import store
from kucho_desktop.calendar.model import Event, from_last_year, holiday, titles_in, usual_events
from kucho_desktop.calendar.model.again import right_day
from kucho_desktop.calendar.model.rules import number_in_month
from kucho_desktop.core.fiscal_years import fiscal_year_of

BEFORE = fiscal_year_of(date(2025, 4, 1))
NOW = fiscal_year_of(date(2026, 4, 1))


def proposed(book):
    found = from_last_year(store.all_events(book), store.all_changes(book), BEFORE, NOW)
    return {each.event.title: each for each in found}


def test_each_stands_on_its_weekday_or_on_its_holiday(filled):
    found = proposed(filled)
    days = {title: each.event.first_day for title, each in found.items()}
    assert days == {
        "定期総会": "2026-04-05",  # the first Sunday
        "夏祭り": "2026-07-25",  # the fourth Saturday
        "文化の日の集い": "2026-11-03",
    }
    assert found["夏祭り"].event.last_day == "2026-07-26"
    assert found["夏祭り"].before == date(2025, 7, 26)


def test_what_this_year_has_already_is_known(filled):
    store.add_event(filled, Event(0, "定期 総会", first_day="2026-04-12"))
    assert [title for title, each in proposed(filled).items() if each.is_there] == ["定期総会"]


def test_what_was_called_off_is_not_proposed(filled, named):
    store.call_off(filled, named("夏祭り").id, date(2025, 7, 26))
    assert "夏祭り" not in proposed(filled)


def test_a_sunday_that_was_a_holiday_by_chance_stays_a_sunday():
    assert holiday(date(2025, 11, 23))
    assert right_day(date(2025, 11, 23), NOW) == date(2026, 11, 22)


@given(st.dates(date(2025, 4, 1), date(2026, 3, 31)))
@example(date(2025, 11, 24))
@example(date(2025, 5, 6))
def test_a_day_keeps_its_weekday_in_its_month(day):
    there = right_day(day, NOW)
    assert there is not None
    assert there in NOW
    assert there.month == day.month
    amid_week = holiday(day) and day.weekday() < 5
    if "振替休日" in holiday(day):  # the Monday after: with the holiday, or as any other day
        as_any_day = there.weekday() == day.weekday()
        assert as_any_day or holiday(there).split()[0] == holiday(day).split()[0]
    elif not amid_week:
        assert there.weekday() == day.weekday()
        assert number_in_month(there) == number_in_month(day) or number_in_month(day) == 5
    elif "振替" not in holiday(day):  # a day off instead of another one is none in another year
        assert holiday(there) == holiday(day)


def test_a_month_that_a_year_of_transition_lacks_has_no_day():
    starts = [("", 4), ("2026-05-01", 1)]
    short = fiscal_year_of(date(2026, 4, 1), starts)
    assert (short.first, short.last) == (date(2026, 4, 1), date(2026, 12, 31))
    assert right_day(date(2026, 2, 1), short) is None


def test_the_usual_events_lie_in_the_year_and_can_all_be_kept(book):
    for first in (date(2026, 4, 1), date(2027, 1, 1)):
        year = fiscal_year_of(first, [("", first.month)])
        found = usual_events(year, ())
        assert len(found) > 15
        assert all(each.event.first in year for each in found)
        store.add_events(book, [each.event for each in found])
        there = titles_in(store.all_events(book), (), year)
        assert all(each.is_there for each in usual_events(year, there))
