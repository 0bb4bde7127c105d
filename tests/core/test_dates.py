"""Everything a person types for a date is understood, or explained."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kucho_desktop.core import i18n
from kucho_desktop.core.dates import (
    NotADate,
    problem_with_born,
    problem_with_date,
    read_born,
    read_date,
    short_date,
    show_born,
    show_date,
    show_month,
)
from kucho_desktop.core.eras import Era, eras

TODAY = date(2026, 11, 20)
days = st.dates(date(1868, 1, 25), date(2099, 12, 31))
past = st.dates(date(1868, 1, 25), TODAY)

APRIL_1 = """
R8.4.1|r8/4/1|r8-4-1|ｒ８．４．１|Ｒ8・4・1|R080401|令和8年4月1日|令和八年四月一日
令8 4 1|令和 ８ 年 ４ 月 １ 日|㋿8.4.1
2026-04-01|2026/4/1|2026.4.1|2026年4月1日|20260401|２０２６－０４－０１|二〇二六年四月一日|西暦2026年4月1日
令和8年4月1日(水)|令和8年4月1日（水）|令和8年4月1日 水|令和8年4月1日水曜日
2026-04-01 (Wed)|2026/4/1(水・祝)
2026-04-01 00:00:00|2026-04-01T12:30|4月1日|4/1|４／１|  令和8年4月1日\u3000
"""
OTHER_DAYS = [
    ("令和元年五月一日", "2019-05-01"),
    ("R元.5.1", "2019-05-01"),
    ("平成31年4月30日", "2019-04-30"),
    ("昭21 4 2", "1946-04-02"),
    ("S21.4.2", "1946-04-02"),
    ("S.21.4.2", "1946-04-02"),
    ("全角ｓ２１．４．２".removeprefix("全角"), "1946-04-02"),
    ("昭和二十一年十二月三十一日", "1946-12-31"),
    ("昭和64年1月7日", "1989-01-07"),
    ("平成1年1月8日", "1989-01-08"),
    ("㍻1.1.8", "1989-01-08"),
    ("大正15年12月24日", "1926-12-24"),
    ("昭和元年12月25日", "1926-12-25"),
    ("明治45.7.29", "1912-07-29"),
    ("大正元年7月30日", "1912-07-30"),
    ("令和6年2月29日", "2024-02-29"),
    ("令和8年2月末日", "2026-02-28"),
    ("today", "2026-11-20"),
    ("きょう", "2026-11-20"),
    ("今日", "2026-11-20"),
    ("昨日", "2026-11-19"),
    ("あした", "2026-11-21"),
    ("明日", "2026-11-21"),
    ("昭和21年4月2日生まれ", "1946-04-02"),
    ("昭和21年4月2日（80歳）", "1946-04-02"),
]


@pytest.mark.parametrize(
    "typed", [each for line in APRIL_1.split("\n") for each in line.split("|")]
)
def test_many_ways_to_write_one_day(typed: str) -> None:
    if typed:
        assert read_date(typed, TODAY) == date(2026, 4, 1)


@pytest.mark.parametrize(("typed", "day"), OTHER_DAYS)
def test_days_of_every_era(typed: str, day: str) -> None:
    assert read_date(typed, TODAY).isoformat() == day


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("080401", "何年のことか分かりません。R8.11.20のように"),
        ("8.4.1", "何年のことか分かりません"),
        ("26/4/1", "何年のことか分かりません"),
        ("2月30日", "令和8年2月は28日までです。30日はありません"),
        ("令和7年2月29日", "令和7年2月は28日までです"),
        ("令和8年13月1日", "13月という月はありません"),
        ("令和8年0月1日", "0月という月はありません"),
        ("平成35年4月1日", "平成は平成31年4月30日までです。令和5年4月1日と"),
        ("平成35年", "令和5年と"),
        ("昭和64年1月8日", "平成元年1月8日と"),
        ("平成元年1月7日", "平成は平成元年1月8日からです。昭和64年1月7日と"),
        ("令和0年4月1日", "令和元年5月1日からです。平成30年4月1日と"),
        ("令和8年4月", "日がありません"),
        ("2026", "日がありません"),
        ("あしたのあさ", "日付として読めませんでした"),
        ("丸山太郎", "「丸山太郎」は日付として"),
        ("3丁目5番地", "日付として読めません"),
        ("123", "日付として読めません"),
        ("0000-01-01", "日付として読めません"),
        ("0010-04-01", "日付として読めません"),
        ("9999-12-31", "日付として読めません"),
        ("令和9999年1月1日", "年という年はありません"),
        ("", "のように日付を入力"),
    ],
)
def test_what_is_no_date_is_explained(typed: str, said: str) -> None:
    with pytest.raises(NotADate) as caught:
        read_date(typed, TODAY)
    assert said in str(caught.value)


@given(st.text(alphabet="令和昭平RS元年月日0123456789./- 一二十末(水)頃~歳\u3000", max_size=14))
def test_anything_typed_is_a_date_or_explained(typed: str) -> None:
    for problem_with in (problem_with_date, problem_with_born):
        problem = problem_with(typed, TODAY)
        assert problem == "" or problem.endswith("。")


@given(days, st.booleans())
def test_what_is_shown_is_read_again(day: date, weekday: bool) -> None:
    assert read_date(show_date(day, weekday), TODAY) == day
    assert read_date(short_date(day), TODAY) == day


@given(days)
def test_what_is_shown_in_english_is_read_again(day: date) -> None:
    i18n.use("en")
    assert read_date(show_date(day), TODAY) == day
    assert read_date(short_date(day), TODAY) == day


def test_dates_are_shown_with_era_and_weekday() -> None:
    assert show_date("2026-04-01") == show_date(date(2026, 4, 1)) == "令和8年4月1日(水)"
    assert show_date("2019-05-01", weekday=False) == "令和元年5月1日"
    assert show_date("1860-01-01", weekday=False) == "1860年1月1日"
    assert show_month("1989-01") == "平成元年1月"
    assert short_date("1946-04-02") == "S21.4.2"
    assert show_date("") == show_date("9999-12-31") == ""
    i18n.use("en")
    assert show_date("2026-04-01") == "2026-04-01 (Wed)"
    assert show_month("2026-04-01") == "2026-04"


@pytest.mark.parametrize(
    ("typed", "kept", "shown"),
    [
        ("昭和21年4月2日", "1946-04-02", "昭和21年4月2日"),
        ("昭和21年4月", "1946-04", "昭和21年4月"),
        ("S21.4", "1946-04", "昭和21年4月"),
        ("1946-04", "1946-04", "昭和21年4月"),
        ("昭和21年", "1946", "昭和21年"),
        ("S21", "1946", "昭和21年"),
        ("1946", "1946", "昭和21年"),
        ("平成元年", "1989", "平成元年"),
        ("昭和64年", "1989", "平成元年"),
        ("昭和21年頃", "1946~", "昭和21年頃"),
        ("昭和２１年ごろ", "1946~", "昭和21年頃"),
        ("約1946年", "1946~", "昭和21年頃"),
        ("1946~", "1946~", "昭和21年頃"),
        ("昭和21年4月頃", "1946-04~", "昭和21年4月頃"),
        ("80", "1946~", "昭和21年頃"),
        ("80歳", "1946~", "昭和21年頃"),
        ("80才", "1946~", "昭和21年頃"),
        ("８０さい", "1946~", "昭和21年頃"),
        ("八十歳", "1946~", "昭和21年頃"),
        ("満80歳", "1946~", "昭和21年頃"),
        ("80歳くらい", "1946~", "昭和21年頃"),
        ("0歳", "2026~", "令和8年頃"),
        ("明治33年", "1900", "明治33年"),
        ("昨日", "2026-11-19", "令和8年11月19日"),
    ],
)
def test_a_birth_may_be_a_day_a_month_a_year_or_an_age(typed: str, kept: str, shown: str) -> None:
    assert read_born(typed, TODAY) == kept
    assert show_born(kept) == shown
    assert read_born(shown, TODAY) == kept


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("令和9年1月1日", "令和9年1月1日はまだ先の日です"),
        ("21年4月2日", "何年のことか分かりません"),
        ("4月2日", "何年のことか分かりません"),
        ("210402", "何年のことか分かりません"),
        ("昭和70年", "昭和64年1月7日までです。平成7年と"),
        ("200歳", "読めませんでした"),
        ("不明", "読めませんでした"),
    ],
)
def test_what_is_no_birth_is_explained(typed: str, said: str) -> None:
    assert said in problem_with_born(typed, TODAY)


@given(past, st.sampled_from(["day", "month", "year", "about"]))
def test_what_is_shown_of_a_birth_is_read_again(born: date, known: str) -> None:
    iso = born.isoformat()
    edtf = {"day": iso, "month": iso[:7], "year": iso[:4], "about": f"{iso[:4]}~"}[known]
    assert read_born(show_born(edtf), TODAY) == edtf
    assert read_born(edtf, TODAY) == edtf


def test_nothing_typed_is_no_problem() -> None:
    assert problem_with_date(" ") == problem_with_born("") == ""
    assert show_born("") == ""


def test_a_new_era_is_one_more_line_of_data() -> None:
    made_up = Era("光文", "光", "K", "㋐", date(2030, 1, 1))
    known = (*eras(), made_up)
    assert show_date("2030-04-01", known=known) == "光文元年4月1日(月)"
    for typed in ("光文元年4月1日", "K1.4.1", "光1/4/1", "㋐1.4.1"):
        assert read_date(typed, TODAY, known) == date(2030, 4, 1)
    with pytest.raises(NotADate, match="令和は令和11年12月31日までです。光文元年4月1日と"):
        read_date("令和12年4月1日", TODAY, known)
    assert show_born("2031", known=(*known, made_up._replace(since=date(2031, 1, 2)))) == "光文元年"
