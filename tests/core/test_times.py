"""Times of day in whatever way they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kucho_desktop.core import i18n
from kucho_desktop.core.times import TIME, read_time, span_text, spoken_time


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("19:30", "19:30"),
        ("１９：３０", "19:30"),
        ("19時半", "19:30"),
        ("十九時三十分", "19:30"),
        ("午後7時30分", "19:30"),
        ("夜7時", "19:00"),
        ("朝6時半", "06:30"),
        ("7:30 PM", "19:30"),
        ("1930", "19:30"),
        ("930", "09:30"),
        ("9", "09:00"),
        ("正午", "12:00"),
        ("午前12時", "00:00"),
        ("0:00", "00:00"),
    ],
)
def test_a_time_is_understood(typed, kept):
    assert read_time(typed) == kept
    assert not TIME.problem_with(typed)


@pytest.mark.parametrize("typed", ["24:00", "12:60", "夕方", "7時ごろ", "12345", "-1"])
def test_what_is_no_time_is_said(typed):
    assert read_time(typed) == ""
    assert typed in TIME.problem_with(typed)


def test_no_time_is_no_mistake():
    assert TIME.problem_with("  ") == ""
    assert TIME.tidy("") == ""


@given(st.times())
def test_what_is_shown_is_read_again(at):
    kept = f"{at:%H:%M}"
    assert read_time(TIME.show(kept)) == kept
    assert read_time(spoken_time(kept)) == kept


def test_a_time_is_spoken():
    assert spoken_time("09:00") == "午前9時"
    assert spoken_time("12:30") == "午後0時30分"
    assert spoken_time("12:00") == "正午"
    assert span_text("09:00", "11:30") == "9:00～11:30"
    assert span_text("09:00", "") == "9:00"
    assert span_text("", "") == ""
    i18n.use("en")
    assert spoken_time("19:30") == "19:30"
