"""The calendar for telephones (RFC 5545)."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from kucho_desktop.calendar import store
from kucho_desktop.calendar.model import RULES, Event, planned_days
from kucho_desktop.calendar.model.as_ics import rule_as_said
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.fiscal_years import fiscal_year_of
from kucho_desktop.exchange.ics import LONGEST, escaped, folded

YEAR = fiscal_year_of(date(2026, 11, 20))
MADE = datetime(2026, 11, 20, 3, tzinfo=UTC)


def written(book, audience=Audience.OFFICERS) -> str:
    return store.as_file(book, audience, YEAR, "梓野区のこよみ", MADE).decode("utf-8")


def parts(text: str) -> list[dict[str, str]]:
    """Each VEVENT: the first value of every property, with its parameters."""
    plain = text.replace("\r\n ", "")
    found = re.findall(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT", plain, re.DOTALL)
    return [
        dict(re.split("[;:]", line, maxsplit=1) for line in each.split("\r\n") if line)
        for each in found
    ]


def of(text: str, title: str) -> list[dict[str, str]]:
    return [each for each in parts(text) if each["SUMMARY"] == title]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_folding_parts_no_character_and_loses_nothing(text):
    line = folded(f"SUMMARY:{text}")
    assert line.replace("\r\n ", "") == f"SUMMARY:{text}"
    assert all(len(part.encode("utf-8")) <= LONGEST for part in line.split("\r\n"))


def test_a_text_is_escaped():
    assert escaped("一,二;三\\四\r\n五\n六") == "一\\,二\\;三\\\\四\\n五\\n六"


def test_a_file_is_whole(filled):
    text = written(filled)
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
    assert text.endswith("END:VCALENDAR\r\n")
    assert text.count("BEGIN:") == text.count("END:")
    assert "X-WR-CALNAME:梓野区のこよみ" in text
    assert text == written(filled)


def test_hours_are_those_of_japan_and_whole_days_end_on_the_next(filled):
    text = written(filled)
    (cakes,) = of(text, "餅つき")
    assert cakes["DTSTART"] == "TZID=Asia/Tokyo:20261213T090000"
    assert cakes["LOCATION"] == "公民館"
    (report,) = of(text, "役員を市へ報告")
    assert report["DTSTART"] == "VALUE=DATE:20261130"
    assert report["DTEND"] == "VALUE=DATE:20261201"
    assert "百瀬" not in text


def test_a_rule_goes_out_with_what_is_otherwise(filled, named):
    event = named("役員会")
    store.change_event(filled, event.id, {"until": "2027-03-31"})
    store.call_off(filled, event.id, date(2027, 1, 10))
    store.move(filled, event.id, date(2026, 12, 10), date(2026, 12, 12), "10:00")
    usual, moved = of(written(filled), "役員会")
    assert usual["RRULE"] == "FREQ=MONTHLY;BYMONTHDAY=10;UNTIL=20270331T145959Z"
    assert usual["DTSTART"] == "TZID=Asia/Tokyo:20260410T190000"
    assert usual["EXDATE"] == "TZID=Asia/Tokyo:20270110T190000"
    assert moved["RECURRENCE-ID"] == "TZID=Asia/Tokyo:20261210T190000"
    assert moved["DTSTART"] == "TZID=Asia/Tokyo:20261212T100000"
    assert moved["UID"] == usual["UID"]
    assert "RRULE" not in moved


def test_what_no_rule_says_goes_out_day_by_day(filled):
    store.add_event(filled, Event(0, "集金", first_day="2026-05-31", rule="monthly_day"))
    store.add_event(filled, Event(0, "秋祭り", first_day="2025-10-05", rule="yearly_week"))
    text = written(filled)
    assert len(of(text, "集金")) == 11
    assert len({each["UID"] for each in of(text, "集金")}) == 11
    assert [each["DTSTART"] for each in of(text, "秋祭り")] == ["VALUE=DATE:20261004"]


def test_only_what_is_for_everybody_goes_to_everybody(filled):
    titles = {each["SUMMARY"] for each in parts(written(filled, Audience.EVERY_HOUSEHOLD))}
    assert titles == {"防災訓練", "餅つき"}


def test_what_is_called_off_is_said_to_be_so(filled, named):
    store.call_off(filled, named("餅つき").id, date(2026, 12, 13))
    assert of(written(filled), "餅つき")[0]["STATUS"] == "CANCELLED"


@pytest.mark.parametrize("rule", [code for code, _label in RULES.choices if code])
@given(anchor=st.dates(date(2020, 1, 1), date(2035, 12, 31)))
def test_a_rule_means_the_same_to_others(rule, anchor):
    event = Event(1, "会", first_day=anchor.isoformat(), rule=rule)
    said = rule_as_said(event)
    if said:
        last = anchor + timedelta(days=1200)
        ours = list(planned_days(event, anchor, last))
        start = datetime.combine(ours[0], datetime.min.time())
        end = datetime.combine(last, datetime.min.time())
        theirs = rrulestr(said, dtstart=start).between(start, end, inc=True)
        assert [each.date() for each in theirs] == ours
