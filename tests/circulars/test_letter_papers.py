"""文書受付簿 and 未処理一覧."""

from circulars.printed_text import text_of

from kucho_desktop.app.papers import make_paper
from kucho_desktop.circulars.store import LETTERS


def add(book, title, **values):
    return LETTERS.add(book, {"title": title, **values})


def test_the_register_holds_the_letters_of_one_year(book):
    add(
        book,
        "今年の手紙",
        sender="市 総務課",
        answer="回答した",
        done_on="2026-11-20",
        keep_years=5,
    )
    add(book, "去年の手紙", received_on="2025-06-01", kind="circulate")
    text = text_of(make_paper(book, "letters").pdf)
    assert "令和8年度" in text
    assert "R8-1" in text
    assert "今年の手紙" in text
    assert "5年" in text
    assert "去年の手紙" not in text
    before = text_of(make_paper(book, "letters", options={"year": "2025-04-01"}).pdf)
    assert "去年の手紙" in before
    assert "回覧・周知" in before


def test_what_is_open_stands_under_when_it_is_due(book):
    add(book, "遅れた手紙", deadline="2026-11-01")
    add(book, "今週の手紙", deadline="2026-11-22")
    add(book, "いつでもよい手紙")
    add(book, "済んだ手紙", done_on="2026-11-19")
    text = text_of(make_paper(book, "open-letters").pdf)
    assert text.index("遅れた手紙") < text.index("7日以内") < text.index("今週の手紙")
    assert text.index("期限なし") < text.index("いつでもよい手紙")
    assert "済んだ手紙" not in text


def test_an_empty_room_prints_sentences(book):
    assert "この年に受け付けた文書はありません" in text_of(make_paper(book, "letters").pdf)
    assert "未処理の文書はありません" in text_of(make_paper(book, "open-letters").pdf)


def test_a_title_of_endless_length_is_printed(book):
    add(book, "長い題名" * 60, sender="市役所" * 20, answer="した" * 300, deadline="2026-12-01")
    assert make_paper(book, "letters").pages == 1
    assert make_paper(book, "open-letters", size=14).pages == 1
