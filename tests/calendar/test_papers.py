"""The papers of the calendar: what stands on them, for whom, and how they look."""

from datetime import date

import pytest
from paper.reading import looks_like, text, texts

from kucho_desktop.app import papers
from kucho_desktop.app.paper_kinds.calendar import halves_of
from kucho_desktop.app.paper_request import Request
from kucho_desktop.calendar import store
from kucho_desktop.calendar.model import Event
from kucho_desktop.calendar.papers import draw_next_dates
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.fiscal_years import fiscal_year_of
from kucho_desktop.core.handouts import all_handouts
from kucho_desktop.paper.imprint import Imprint
from kucho_desktop.paper.sheet import A3, A4, Sheet

NAMES = ("year-plan", "wall-plan", "month-plan")
DECEMBER = {"month-plan": {"month": "2026-12"}}
OFFICERS, EVERYBODY = Audience.OFFICERS, Audience.EVERY_HOUSEHOLD


def made(book, name, audience=EVERYBODY, size=12.0, **options):
    return papers.make_paper(book, name, audience=audience, options=options, size=size)


def said(printed) -> str:
    return "".join(text(printed).split())


def test_the_year_stands_by_month(filled):
    for part in ("年間行事表令和8年度", "令和8年9月", "6日(日)", "8:30", "防災訓練", "公民館"):
        assert part in said(made(filled, "year-plan"))
    assert "役員会" not in said(made(filled, "year-plan"))
    assert "夏祭り" in said(made(filled, "year-plan", year="last"))
    assert "令和9年度" in said(made(filled, "year-plan", year="next"))
    assert "夏祭り" in said(made(filled, "year-plan", year="2025-04-01"))


def test_the_officers_paper_names_who_is_responsible_and_is_numbered(filled):
    printed = made(filled, "year-plan", OFFICERS, year="last")
    for part in ("26日(土)～27日(日)", "百瀬隆", "取扱注意", "No.1"):
        assert part in said(printed)
    assert [each.paper for each in all_handouts(filled)] == ["year-plan"]
    everybody = said(made(filled, "year-plan", year="last"))
    assert "百瀬" not in everybody
    assert "取扱注意" not in everybody
    assert len(all_handouts(filled)) == 1


def test_what_is_otherwise_is_said(filled, named):
    store.move(filled, named("防災訓練").id, date(2026, 9, 6), date(2026, 9, 13))
    store.call_off(filled, named("餅つき").id, date(2026, 12, 13))
    assert "防災訓練（9月6日(日)から変更）" in said(made(filled, "year-plan"))
    for name in NAMES:
        assert "【中止】餅つき" in said(made(filled, name, **DECEMBER.get(name, {})))


def test_half_a_year_hangs_on_the_wall(filled):
    printed = made(filled, "wall-plan")
    assert printed.pages == 1
    for part in (
        "令和8年度後半",
        "令和8年10月",
        "令和9年1月",
        "9:00餅つき",
        "元日",
        "勤労感謝の日",
    ):
        assert part in said(printed)
    assert "防災訓練" not in said(printed)
    assert "防災訓練" in said(made(filled, "wall-plan", span="other-half"))


def test_the_whole_year_hangs_on_a3_or_a4(filled):
    for sheet, size in (("a4", A4), ("a3", A3)):
        draft = made(filled, "wall-plan", span="whole", sheet=sheet)
        assert "防災訓練" in said(draft)
        assert "餅つき" in said(draft)
        box = _size(draft)
        assert box == pytest.approx((size[1], size[0]), abs=1)


def _size(printed):
    from io import BytesIO

    from pypdf import PdfReader

    box = PdfReader(BytesIO(printed.pdf)).pages[0].mediabox
    return float(box.width), float(box.height)


def test_a_month_is_said_in_large_words(filled):
    printed = said(made(filled, "month-plan", month="2026-12"))
    for part in ("今月の予定令和8年12月", "13日(日)", "餅つき", "午前9時公民館"):
        assert part in printed
    november = said(made(filled, "month-plan"))
    assert "まだありません" in november
    assert "このあとの日程12月13日(日)9:00餅つき（公民館）" in november
    assert "担当：区長" in said(made(filled, "month-plan", OFFICERS, month="next"))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("size", [12.0, 14.0])
def test_same_bytes_twice_and_nothing_in_an_empty_calendar(filled, book, name, size):
    draft = papers.draft(filled, name, Request(size=size))
    assert papers.draw(draft).pdf == papers.draw(draft).pdf
    for event in store.all_events(book):
        store.remove_event(book, event.id)
    assert made(book, name, size=size).pages == 1


def test_a_year_or_month_that_is_none_is_refused(filled):
    for name, option in (("year-plan", "year"), ("month-plan", "month"), ("wall-plan", "span")):
        with pytest.raises(KuchoError):
            made(filled, name, **{option: "あさっての次"})


def test_long_names_and_many_on_one_day_stay_on_their_paper(filled):
    for number in range(6):
        store.add_event(
            filled,
            Event(
                0,
                f"𠮷﨑自治会館の大掃除と消防設備点検ならびに避難経路の確認その{number}",
                first_day="2026-12-06",
                place="梓野公民館の二階大広間と前の駐車場" * 2,
            ),
        )
    for name in NAMES:
        printed = made(filled, name, **DECEMBER.get(name, {}))
        assert printed.replaced == ()
    assert made(filled, "wall-plan").pages == 1
    assert said(made(filled, "year-plan")).count("避難経路の確認その") == 6


@pytest.mark.parametrize("size", [12.0, 14.0])
def test_the_papers_look_as_approved(filled, named, size):
    store.move(filled, named("役員会").id, date(2026, 12, 10), date(2026, 12, 12))
    store.add_event(filled, Event(0, "歳末警戒", "duty", "all", "2026-12-28", "2026-12-29"))
    of = f"{size:g}"
    assert looks_like(made(filled, "year-plan", OFFICERS, size), f"year-plan-{of}")
    assert looks_like(made(filled, "wall-plan", OFFICERS, size), f"wall-plan-{of}")
    december = made(filled, "month-plan", OFFICERS, size, month="2026-12")
    assert looks_like(december, f"month-plan-{of}")


def test_the_next_dates_stand_at_the_foot_of_any_paper(filled):
    day = date(2026, 11, 20)
    sheet = Sheet("区報", Imprint("梓野区", EVERYBODY, day, day))
    draw_next_dates(sheet, ())
    assert sheet.untouched
    draw_next_dates(sheet, store.coming(filled, EVERYBODY, day))
    first = "".join(texts(sheet.printed())[0].split())
    assert "今後の日程12月13日(日)9:00餅つき（公民館）9月5日(日)8:30防災訓練" in first


def test_the_halves_of_a_year_meet():
    for starts in (
        [("", 4)],
        [("", 1)],
        [("", 4), ("2026-05-01", 1)],
        [("", 1), ("2026-02-01", 4)],
    ):
        year = fiscal_year_of(date(2026, 6, 1), starts)
        (first, middle), (then, last) = halves_of(year)
        assert (first, last) == (year.first, year.last)
        assert (then - middle).days == 1
