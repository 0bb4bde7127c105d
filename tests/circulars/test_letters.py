"""Letters: their numbers, what of them waits, and the same letter of last year."""

from datetime import date

import pytest

from kucho_desktop.app.rooms import rooms
from kucho_desktop.app.what_rooms_say import open_items
from kucho_desktop.circulars.model import Letter
from kucho_desktop.circulars.model.letters import came_before, matter, number_text
from kucho_desktop.circulars.store import LETTERS, found_letters, nominate_for_letter
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.officers.store import NOMINATIONS


def add(book, title, **values):
    return LETTERS.one(book, LETTERS.add(book, {"title": title, **values}))


def test_each_year_counts_from_one(book):
    assert book.today == date(2026, 11, 20)
    assert add(book, "広報の配布").number == "R8-1"
    assert add(book, "調査", received_on="2026-04-01").number == "R8-2"
    assert add(book, "去年の調査", received_on="2026-03-31").number == "R7-1"
    again = add(book, "回覧")
    assert (again.number, again.received_on) == ("R8-3", "2026-11-20")
    LETTERS.change(book, again.id, {"received_on": "2026-03-02"})
    assert LETTERS.one(book, again.id).number == "R7-2"
    LETTERS.change(book, again.id, {"received_on": "2026-03-03"})
    assert LETTERS.one(book, again.id).number == "R7-2", "in the same year it stays"
    book.undo()
    LETTERS.remove(book, again.id)
    with pytest.raises(NotAllowed):
        LETTERS.remove(book, again.id)


def test_the_year_of_a_change_of_era():
    assert number_text("2019-04-01", 4) == "R1-4"
    assert number_text("1989-04-01", 1) == "H1-1"
    assert number_text("", 0) == ""


@pytest.mark.parametrize(
    ("deadline", "due"),
    [
        ("2026-11-19", "late"),
        ("2026-11-20", "today"),
        ("2026-11-26", "week"),
        ("2026-11-27", "later"),
        ("", ""),
    ],
)
def test_when_something_is_due(deadline, due):
    today = date(2026, 11, 20)
    assert Letter(1, deadline=deadline).due(today) == due
    assert Letter(1, deadline=deadline, done_on="2026-11-01").due(today) == ""


def test_the_same_letter_of_last_year_is_known_by_its_words(book):
    add(book, "令和６年度　敬老会対象者の確認", received_on="2024-07-16")
    old = add(book, "令和7年度 敬老会対象者の確認", received_on="2025-07-16", kind="answer")
    add(book, "別の手紙", received_on="2025-07-17")
    new = add(book, "令和８年度 敬老会対象者の確認")
    found = came_before(new, LETTERS.all(book))
    assert [each.id for each in found] == [old.id, old.id - 1]
    assert new.kind == "answer", "as it was the last time"
    assert add(book, "令和8年度 敬老会対象者の確認", kind="other").kind == "other"


def test_titles_without_their_years_are_the_same():
    assert matter("令和元年度 第3回 区長会（10月5日）") == matter("R8年 第4回 区長会(9月1日)")
    assert matter("2026年度") == ""
    assert matter("消防団員の推薦") != matter("統計調査員の推薦")


def test_what_waits_is_told_on_the_first_page(book):
    add(book, "遅れた調査", sender="市 総務課", deadline="2026-11-01")
    add(book, "すぐの報告", deadline="2026-11-23")
    add(book, "あとの報告", deadline="2026-12-23")
    add(book, "済んだ報告", deadline="2026-11-01", done_on="2026-11-02")
    told = [(each.text, each.room, each.work) for each in open_items(book)]
    assert told == [
        ("期限を過ぎています（令和8年11月1日(日)）：遅れた調査（市 総務課）", "circulars", "late"),
        ("令和8年11月23日(月)まで：すぐの報告", "circulars", "week"),
    ]
    for number in range(5):
        add(book, f"手紙{number}", deadline="2026-11-21")
    assert [each.text for each in open_items(book)][1] == ("1週間以内に期限の文書が6件あります。")


def test_it_is_found_by_word_sender_and_number(book):
    kept = add(book, "ごみの収集について", sender="廃棄物対策課", answer="１２月に回覧した")
    add(book, "ほか")
    for typed in ("ゴミ 廃棄物", "R8-1", "回覧"):
        assert [each.id for each in found_letters(book, typed, 9)] == [kept.id]
    assert found_letters(book, "  ", 9) == []
    search = next(room for room in rooms() if room.name == "circulars").search
    assert search(book, "収集", 5)[0].detail == "R8-1  廃棄物対策課"


def test_a_letter_that_asks_for_a_name_becomes_a_nomination(book):
    letter = add(book, "統計調査員の推薦", sender="市 統計課", deadline="2026-12-10", kind="name")
    nominate_for_letter(book, letter)
    (kept,) = NOMINATIONS.all(book)
    assert (kept.post, kept.asked_by, kept.deadline) == (
        "統計調査員の推薦",
        "市 統計課",
        "2026-12-10",
    )
