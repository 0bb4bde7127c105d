"""What a household is told of itself, what was changed, and the form on which a change is told."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from kucho_desktop.app import papers
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.handouts import all_handouts
from kucho_desktop.households import store
from kucho_desktop.households.model import Member
from kucho_desktop.households.model.rounds.round import REFUSED, SHEETS, Said
from kucho_desktop.tonarigumi.store import add_tonarigumi

BEGIN = date(2020, 4, 1)
EVER = {"first": "2020-1-1", "last": "2199-12-31"}
"""Steps are written down by the computer's own clock."""


def text_of(printed) -> str:
    pages = PdfReader(BytesIO(printed.pdf)).pages
    return "".join("".join(page.extract_text() for page in pages).split())


@pytest.fixture
def told(book) -> int:
    """A household with a past: a phone that changed, a pause, an answer, a person, a hand-out."""
    group = add_tonarigumi(book, "第1隣組")
    id_ = store.add_household(
        book,
        "髙橋 𠮷郎",
        kana="たかはし よしろう",
        tonarigumi_id=group,
        address="豊科4321-8",
        phone="0263-72-1111",
        since=BEGIN.isoformat(),
    )
    wife = Member(0, relation="妻", name="髙橋 花代", kana="たかはし はなよ", born="1950-03-02")
    store.change_members(book, id_, (*store.household(book, id_).members, wife))
    store.change_household(book, id_, "phone", "0263-72-2222")
    store.household_pauses(book, id_, date(2024, 4, 1), "入院のため")
    store.household_joins_again(book, id_, date(2025, 4, 1))
    answers = {"name": True, "phone": False}
    store.answer_consent(book, id_, "households", answers, date(2026, 4, 1), "word")
    papers.make_paper(book, "roster-officers")
    store.add_household(book, "山﨑 和子", address="豊科9")
    return id_


def disclosed(book, id_: int) -> str:
    return text_of(papers.make_paper(book, "disclosure-sheet", options={"household": str(id_)}))


def test_a_household_is_told_all_that_is_held_of_it_and_nothing_of_others(book, told):
    said = disclosed(book, told)
    for what in (
        "髙橋𠮷郎",
        "髙橋花代",
        "昭和25年3月2日",
        "0263-72-2222",
        "休会",
        "令和6年4月1日",
        "令和7年4月1日",
        "同意しない",
        "0263-72-1111→0263-72-2222",
        "区民名簿（役員版）",
    ):
        assert what in said
    assert "山﨑" not in said


def test_long_notes_are_told_whole(book, told):
    note = "".join(f"メモ{number:03}番。" for number in range(150))
    lines = "\n".join(f"行{number:03}" for number in range(30))
    store.change_household(book, told, "note", note)
    store.change_household(book, told, "nameplate", "表札" + "あ" * 200 + "終わり")
    store.change_members(book, told, [replace(store.members_of(book, told)[0], note=lines)])
    said = disclosed(book, told)
    assert all(f"メモ{number:03}番" in said for number in range(150))
    assert all(f"行{number:03}" in said for number in range(30))
    assert "終わり" in said
    assert "…" not in said


def test_the_forms_that_came_back_are_told_and_no_other_household(book, told):
    of = store.round_named(book, store.begin_round(book, SHEETS, "令和8年度 世帯票"))
    store.keep_line(book, of, told, Said(REFUSED))
    store.are_not_the_same(book, told, store.household_ids(book)[-1])
    said = disclosed(book, told)
    assert "令和8年度世帯票答えない" in said
    assert "山﨑" not in said


def test_the_papers_on_which_it_stood_are_told_with_their_receiver(book, told):
    assert "役員" in disclosed(book, told)
    other = store.household_ids(book)[1]
    assert "載せた名簿" not in disclosed(book, other)


def test_a_household_that_has_gone_is_told_what_is_still_held(book, told):
    store.household_leaves(book, told, book.today - timedelta(days=40), "転出")
    assert "髙橋花代" in disclosed(book, told)


def test_a_household_that_was_never_there_is_a_sentence(book, told):
    with pytest.raises(NotAllowed, match="ありません"):
        disclosed(book, 999)


def test_its_own_paper_needs_no_copy_number(book, told):
    before = len(all_handouts(book))
    disclosed(book, told)
    assert len(all_handouts(book)) == before


def test_the_history_tells_the_days_asked_for(book, told):
    said = text_of(papers.make_paper(book, "change-history", options=EVER))
    assert "「髙橋𠮷郎」" in said
    assert "休会" in said
    long_ago = {"first": "2019-1-1", "last": "2019-12-31"}
    assert "0件" in text_of(papers.make_paper(book, "change-history", options=long_ago))


def test_what_was_taken_back_is_marked(book, told):
    store.change_household(book, told, "phone", "0263-72-3333")
    book.undo()
    assert "あとで元に戻した" in text_of(papers.make_paper(book, "change-history", options=EVER))


def test_the_history_of_one_household_has_its_details(book, told):
    options = {"household": str(told), **EVER}
    said = text_of(papers.make_paper(book, "change-history", options=options))
    assert "0263-72-1111→0263-72-2222" in said
    assert "山﨑" not in said


def test_days_the_wrong_way_round_are_a_sentence(book, told):
    with pytest.raises(NotAllowed, match="あとになって"):
        papers.make_paper(book, "change-history", options={"first": "R8.4.2", "last": "R8.4.1"})


def test_the_notice_is_filled_in_for_a_household_and_empty_without(book, told):
    filled = text_of(papers.make_paper(book, "change-notice", options={"household": str(told)}))
    assert "髙橋𠮷郎" in filled
    assert "第1隣組" in filled
    empty = text_of(papers.make_paper(book, "change-notice"))
    assert "髙橋" not in empty
    assert "世帯主の変更" in empty


def test_only_the_chief_has_the_history(book, told):
    with pytest.raises(NotAllowed):
        papers.make_paper(book, "change-history", audience=Audience.OFFICERS)
