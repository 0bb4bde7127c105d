"""The calendar in the book: what is kept, refused, found, undone and shown to whom."""

from datetime import date

import pytest

from kucho_desktop.app.rooms import rooms
from kucho_desktop.calendar import store
from kucho_desktop.calendar.model import Event, line_text
from kucho_desktop.calendar.model.event import problem_with_coming, read_coming
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.found import Place
from kucho_desktop.core.history import last_steps


def days(book, title, first=date(2026, 4, 1), last=date(2027, 3, 31)):
    found = store.takes_place(book, first, last)
    return [each.day.isoformat() for each in found if each.event.title == title]


def test_a_year_holds_what_repeats_and_what_does_not(filled):
    assert days(filled, "防災訓練") == ["2026-09-06"]
    assert len(days(filled, "役員会")) == 12
    assert days(filled, "餅つき") == ["2026-12-13"]
    assert days(filled, "夏祭り") == []


@pytest.mark.parametrize(
    "values",
    [
        {"title": " "},
        {"first_day": ""},
        {"last_day": "2026-12-12"},
        {"ends": "08:00"},
        {"rule": "weekly", "until": "2026-12-01"},
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_changed(filled, values, named):
    event = named("餅つき")
    steps = len(last_steps(filled, 50))
    with pytest.raises(NotAllowed):
        store.change_event(filled, event.id, values)
    assert store.event(filled, event.id) == event
    assert len(last_steps(filled, 50)) == steps


def test_one_time_is_moved_called_off_and_put_back(filled, named):
    event = named("役員会")
    store.move(filled, event.id, date(2026, 12, 10), date(2026, 12, 12), "10:00")
    assert "2026-12-12" in days(filled, "役員会")
    assert len(days(filled, "役員会")) == 12
    (moved,) = store.takes_place(filled, date(2026, 12, 12), date(2026, 12, 12))
    assert (moved.starts, moved.ends, moved.is_moved) == ("10:00", "", True)
    store.call_off(filled, event.id, date(2026, 12, 10))
    (off,) = store.takes_place(filled, date(2026, 12, 10), date(2026, 12, 10))
    assert off.is_off
    assert len(store.all_changes(filled)) == 1
    store.put_back(filled, event.id, date(2026, 12, 10))
    assert "2026-12-10" in days(filled, "役員会")
    assert store.all_changes(filled) == []
    for _step in range(3):
        filled.undo()
    assert days(filled, "役員会")[8] == "2026-12-10"
    filled.redo()
    assert days(filled, "役員会")[8] == "2026-12-12"


def test_a_day_that_is_none_of_the_events_days_is_refused(filled, named):
    event = named("役員会")
    with pytest.raises(NotAllowed):
        store.call_off(filled, event.id, date(2026, 12, 11))
    with pytest.raises(NotAllowed):
        store.move(filled, event.id, date(2026, 12, 10), date(2026, 12, 12), "", "18:00")


def test_what_was_moved_goes_with_the_days_that_are_no_more(filled, named):
    event = named("役員会")
    store.move(filled, event.id, date(2026, 12, 10), date(2026, 12, 12))
    store.change_event(filled, event.id, {"note": "弁当"})
    assert len(store.all_changes(filled)) == 1
    store.change_event(filled, event.id, {"rule": "monthly_weekday"})
    assert store.all_changes(filled) == []
    assert "2026-12-11" in days(filled, "役員会")
    filled.undo()
    assert "2026-12-12" in days(filled, "役員会")


def test_an_event_goes_with_its_changes_and_comes_back_with_them(filled, named):
    event = named("役員会")
    store.call_off(filled, event.id, date(2026, 12, 10))
    store.remove_event(filled, event.id)
    assert days(filled, "役員会") == []
    with pytest.raises(NotAllowed):
        store.change_event(filled, event.id, {"note": "弁当"})
    filled.undo()
    assert len(days(filled, "役員会")) == 12
    assert len(store.all_changes(filled)) == 1


def test_what_becomes_a_deadline_is_no_longer_told_everybody(filled, named):
    event = named("餅つき")
    store.change_event(filled, event.id, {"kind": "deadline"})
    assert store.event(filled, event.id).for_whom == "officers"
    store.change_event(filled, event.id, {"kind": "event"})
    assert store.event(filled, event.id).for_whom == "officers", "never told by itself"


def test_no_rule_has_no_end(filled, named):
    event = named("役員会")
    store.change_event(filled, event.id, {"until": "2026-12-31"})
    store.change_event(filled, event.id, {"rule": ""})
    assert store.event(filled, event.id).until == ""


def test_every_word_finds_an_event(filled, named):
    search = next(room.search for room in rooms() if room.name == "calendar")
    assert [each.title for each in search(filled, "テント", 9)] == ["夏祭り"]
    assert [each.title for each in search(filled, "ぼうさい", 9)] == []
    found = search(filled, "防災 訓練", 9)[0]
    assert found.place == Place("calendar", named("防災訓練").id)
    assert "令和9年9月5日(日)" in found.detail
    assert search(filled, "", 9) == []
    assert len(search(filled, "会", 1)) == 1


def test_each_audience_sees_its_own(filled):
    year = (date(2026, 4, 1), date(2027, 3, 31))
    everybody = store.plan(filled, Audience.EVERY_HOUSEHOLD, *year)
    assert {each.title for each in everybody.entries} == {"防災訓練", "餅つき"}
    assert not everybody.names_people
    officers = store.plan(filled, Audience.OFFICERS, *year)
    assert "【締切】役員を市へ報告" in [each.title for each in officers.entries]
    assert officers.names_people
    summer = (date(2025, 7, 1), date(2025, 7, 31))
    board = store.plan(filled, Audience.NOTICE_BOARD, *summer)
    assert [each.responsible for each in board.entries] == [""]


def test_the_next_dates_name_each_event_once(filled, named):
    store.add_event(filled, Event(0, "見回り", first_day="2026-11-01", rule="weekly", place="区内"))
    event = named("餅つき")
    coming = store.coming(filled, Audience.EVERY_HOUSEHOLD, date(2026, 11, 20))
    assert [line_text(each) for each in coming] == [
        "見回り（区内）",
        "9:00 餅つき（公民館）",
        "8:30 防災訓練",
    ]
    store.call_off(filled, event.id, date(2026, 12, 13))
    assert len(store.coming(filled, Audience.EVERY_HOUSEHOLD, date(2026, 11, 20))) == 2
    assert len(store.coming(filled, Audience.OFFICERS, date(2026, 11, 20), 2)) == 2


def test_deadlines_wait_to_be_dealt_with(filled):
    (item,) = store.open_items(filled)
    assert item.text == "役員を市へ報告：令和8年11月30日(月)まで"
    assert item.room == "calendar"


def test_the_last_year_of_the_calendar_is_no_trap(filled):
    store.add_event(filled, Event(0, "遠い日", first_day="9999-12-31", rule="weekly"))
    assert days(filled, "遠い日", date(9999, 1, 1), date.max) == ["9999-12-31"]
    assert store.coming(filled, Audience.CHIEF, date.max)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("1/10", "2027-01-10"),
        ("１月10日", "2027-01-10"),
        ("9/1", "2026-09-01"),
        ("8/21", "2027-08-21"),
        ("12/24", "2026-12-24"),
        ("R8.1.10", "2026-01-10"),
        ("きのう", "2026-11-19"),
        ("", ""),
    ],
)
def test_a_day_without_its_year_is_the_one_that_comes(typed, day, today):
    assert read_coming(typed, today) == day
    assert problem_with_coming(typed, today) == ""


def test_a_leap_day_that_next_year_lacks_is_said():
    assert problem_with_coming("2月29日", date(2028, 3, 1)) == ""
    assert "28日" in problem_with_coming("2月29日", date(2028, 11, 20))
