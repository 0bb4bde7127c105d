"""What is asked in a year: hours as typed, by month and office; the survey for the city."""

import pytest
from circulars.printed_text import text_of
from PySide6.QtCore import Qt

from kucho_desktop.app.papers import make_paper
from kucho_desktop.app.rooms import rooms
from kucho_desktop.circulars.model import CityRequest
from kucho_desktop.circulars.model.requests import (
    TIME_NEEDED,
    hours_text,
    minutes_by_month,
    minutes_by_office,
    minutes_in,
    whole_hours,
)
from kucho_desktop.circulars.store import LETTERS, REQUESTS
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.found import Place


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("3", 180),
        ("1.5", 90),
        ("１．５時間", 90),
        ("1時間30分", 90),
        ("2時間半", 150),
        ("30分", 30),
        ("45 min", 45),
        ("0", 0),
        ("長い", None),
        ("", None),
    ],
)
def test_time_as_it_is_typed(typed, minutes):
    assert minutes_in(typed) == minutes


def test_time_that_is_none_is_refused_in_words():
    assert "1.5" in TIME_NEEDED.problem_with("長い")
    assert "長すぎます" in TIME_NEEDED.problem_with("9999999")
    assert TIME_NEEDED.problem_with("") == ""
    assert TIME_NEEDED.tidy("") is None


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(90, "1.5時間"), (180, "3時間"), (20, "20分"), (100, "1時間40分"), (None, ""), (0, "0分")],
)
def test_time_in_words(minutes, text):
    assert hours_text(minutes) == text


@pytest.mark.parametrize(("minutes", "text"), [(90, "1.5時間"), (20, "20分"), (100, "1時間40分")])
def test_what_is_shown_is_understood_again(minutes, text):
    assert minutes_in(text) == minutes


def test_a_years_time_is_shared_by_its_months():
    each = CityRequest(1, "広報", "広報課", months="4,10", times=24, minutes=25)
    anytime = CityRequest(2, "回覧", "各課", times=40, minutes=30)
    once = CityRequest(3, "調査", "広報課", months="5", minutes=60)
    found = minutes_by_month([each, anytime, once])
    assert (found[4], found[10], found[5], found[None], found[6]) == (300, 300, 60, 1200, 0)
    assert sum(found.values()) == each.minutes_a_year + 1200 + 60
    assert list(minutes_by_office([each, anytime, once]).items()) == [
        ("各課", 1200),
        ("広報課", 660),
    ]
    assert (whole_hours(0), whole_hours(5), whole_hours(95)) == (0, 1, 2)


def test_a_request_is_made_of_a_letter_with_one_key(qtbot, street, page):
    made = LETTERS.add(
        street, {"title": "募金のお願い", "sender": "共同募金", "received_on": "2026-09-20"}
    )
    part = page.letters
    part.list.select(made)
    for _again in range(2):
        part.into_requests.setFocus()
        qtbot.keyClick(part.into_requests, Qt.Key.Key_Return)
        (kept,) = REQUESTS.all(street)
        assert (kept.title, kept.office, kept.months, kept.letter_id) == (
            "募金のお願い",
            "共同募金",
            "9",
            made,
        )
        assert page.part("requests").form.record.id == kept.id
        page.show_part("letters")
    LETTERS.remove(street, made)
    assert REQUESTS.one(street, kept.id).letter_id is None


def test_the_chart_stands_in_place_of_the_list(qtbot, street, page):
    REQUESTS.add(street, {"title": "広報", "office": "広報課", "months": "4", "minutes": 120})
    page.begin("requests")
    part = page.part("requests")
    part.look.setFocus()
    qtbot.keyClick(part.look, Qt.Key.Key_Return)
    assert part.chart.isVisible()
    assert not part.side.isVisible()
    assert "4月：時間 2" in part.months.as_text()
    assert "広報課：時間 2" in part.offices.as_text()
    qtbot.keyClick(part.look, Qt.Key.Key_Return)
    assert part.side.isVisible()
    part.look.click()
    page.show_place(Place("circulars", -1))
    assert part.side.isVisible()
    part.look.click()
    qtbot.keyClick(part.add, Qt.Key.Key_Return)
    assert part.side.isVisible()
    assert "1件、年に2時間" in part.sum.text()


def test_classes_and_offices_are_offered(qtbot, street, page):
    REQUESTS.add(street, {"title": "推薦", "office": "社会福祉課", "class_": "必須02"})
    page.begin("requests")
    part = page.part("requests")
    part.begin_new()
    box = part.form.boxes["class_"]
    box.edit.setFocus()
    offered = [each.text() for each in box.suggested()]
    assert offered == ["必須", "選択", "個別依頼", "その他依頼", "必須02"]
    box.edit.insert("02")
    assert [each.text() for each in box.suggested()] == ["必須02"]


def test_the_survey_for_the_city(book):
    assert "依頼はまだ書かれていません" in text_of(make_paper(book, "requests").pdf)
    REQUESTS.add(
        book,
        {
            "title": "広報の配布",
            "office": "広報課",
            "class_": "必須",
            "months": "4,5",
            "times": 24,
            "minutes": 150,
            "pay": 120000,
            "needed": "less",
            "opinion": "月1回にまとめてほしい",
            "note": "これは区の中だけのメモ",
        },
    )
    REQUESTS.add(book, {"title": "回覧"})
    text = text_of(make_paper(book, "requests", audience=Audience.CITY).pdf)
    for said in ("広報課", "60時間", "120,000円", "減らせる", "月1回にまとめてほしい", "随時"):
        assert said in text
    assert "区の中だけ" not in text


def test_requests_are_found(book):
    made = REQUESTS.add(book, {"title": "敬老会対象者の確認", "office": "高齢者介護課"})
    search = next(room for room in rooms() if room.name == "circulars").search
    (hit,) = search(book, "敬老会 介護", 5)
    assert hit.place == Place("circulars", -made)
