"""The papers of a round: the list that a leader puts right, the sheets, and who is still out."""

from dataclasses import replace
from datetime import date

import pytest
from households.families import DAY, LONG_NAME, districts
from paper.reading import fonts, text, texts

from kucho_desktop.app import papers
from kucho_desktop.association.model import Association
from kucho_desktop.association.store import change_association, name_association
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.fields import shown
from kucho_desktop.core.handouts import all_handouts
from kucho_desktop.households import store
from kucho_desktop.households.model import Household
from kucho_desktop.households.model.gathered import ShownGroup
from kucho_desktop.households.model.rounds.lists_to_correct import (
    ListToCorrect,
    family_in_words,
    marks_of,
)
from kucho_desktop.households.model.rounds.round import LISTS, SHEETS, Said, questions_within
from kucho_desktop.households.papers import lists_to_correct, still_out
from kucho_desktop.paper.imprint import Imprint

LEADER = Audience.GROUP_LEADER
LIMIT = Association(1).limit


def imprint(**more):
    return Imprint("梓野区", LEADER, DAY, date(2026, 11, 20), "連絡のため。", **more)


def lists(sizes=(16, 1, 8), **more):
    made = [
        ListToCorrect(
            ShownGroup(title, shown(Household, homes, LEADER)),
            {each.id: family_in_words(each, DAY) for each in homes},
            {each.id: marks_of(replace(each, limit=LIMIT)) for each in homes},
        )
        for title, homes in districts(sizes)
    ]
    return lists_to_correct(
        made,
        imprint(**more),
        questions=questions_within(LIMIT),
        title="令和8年度 名簿直し",
        return_to="区長 丸山 治",
        return_by=date(2026, 4, 20),
        leader_word="組長",
    )


def out(sizes=(16, 1, 8), **more):
    groups = [
        ShownGroup(title, shown(Household, homes, LEADER)) for title, homes in districts(sizes)
    ]
    return still_out(
        groups,
        imprint(**more),
        form="令和8年度 世帯票",
        return_to="区長",
        return_by=date(2026, 11, 10),
    )


each_paper = pytest.mark.parametrize("make", [lists, out])


@pytest.fixture
def street_of_nine(street):
    name_association(street, name="梓野区", chief="丸山 治")
    return street


@each_paper
def test_each_group_has_pages_of_its_own(make):
    printed = make(copy_numbers=(3, 4, 5))
    assert printed.parts == 3
    pages = texts(printed)
    for title, number in (("第1隣組", "No. 3"), ("第2隣組", "No. 4"), ("第3隣組", "No. 5")):
        (first, *_more) = [page for page in pages if title in page]
        assert number in first.replace("No.", "No. ").replace("  ", " ")
    assert all("取扱注意" in page and "隣組長" in page for page in pages)


@each_paper
def test_the_same_data_gives_the_same_bytes(make):
    assert make().pdf == make().pdf


@each_paper
@pytest.mark.parametrize("size", [10.5, 14.0])
def test_long_names_and_rare_characters_are_there_in_either_size(make, size):
    printed = make(size=size)
    said = text(printed)
    assert LONG_NAME[:6] in said
    assert "𠮷" in said
    assert "﨑" in said
    assert printed.replaced == ()
    assert fonts(printed)


@each_paper
def test_an_empty_district_says_so(make):
    said = text(make(sizes=()))
    assert "隣組がまだありません" in said or "全部戻りました" in said


def test_a_list_has_what_is_known_and_room_to_put_it_right():
    said = text(lists())
    for wanted in (
        "令和8年度 名簿直し",
        "区長 丸山 治",
        "令和8年4月20日",
        "直すところ",
        "家族と年齢",
        "転入した世帯",
        "転出・亡くなった方",
        "直した日",
        "組長",
        "○",
        "×",
        "0263-72-1234",
    ):
        assert wanted in said
    assert "2026-04-02" not in said
    assert "備考" not in said


def test_a_list_for_another_audience_is_refused():
    homes = districts((2,))[0][1]
    group = ShownGroup("第1隣組", shown(Household, homes, Audience.CHIEF))
    with pytest.raises(ValueError, match="audience"):
        lists_to_correct([ListToCorrect(group, {}, {})], imprint(), questions=())


def test_the_list_is_gathered_and_numbered_for_each_leader(street_of_nine):
    store.begin_round(street_of_nine, LISTS, "令和8年度 名簿直し", "2026-12-04")
    store.keep_line(street_of_nine, store.open_round(street_of_nine, LISTS), 1, Said())
    printed = papers.make_paper(street_of_nine, "correction-list")
    assert printed.parts == 3
    said = text(printed)
    assert "髙橋 一郎" in said
    assert "一郎 86" in said
    assert "令和8年12月4日" in said
    assert store.household(street_of_nine, 5).head not in said
    (handout,) = all_handouts(street_of_nine)
    assert (handout.paper, handout.copies, handout.audience) == ("correction-list", 3, LEADER)


def test_a_list_asks_only_for_what_is_shown_at_all(street_of_nine):
    change_association(street_of_nine, "to_households", "name")
    change_association(street_of_nine, "to_board", "")
    said = text(papers.make_paper(street_of_nine, "correction-list"))
    assert "住所" not in said
    assert "掲示" not in said


def test_who_is_still_out_is_listed_by_group(street_of_nine):
    id_ = store.begin_round(street_of_nine, SHEETS, "令和8年度 世帯票", "2026-11-10")
    of = store.round_named(street_of_nine, id_)
    for each in (1, 2, 3, 4, 6):
        store.keep_line(street_of_nine, of, each, Said())
    printed = papers.make_paper(street_of_nine, "still-out")
    assert printed.parts == 1
    said = text(printed)
    assert "第3隣組" in said
    assert "第1隣組" not in said
    assert "「令和8年度 世帯票」がまだ戻っていません" in said
    assert "受け取ったら区長 丸山 治に届けてください" in "".join(said.splitlines())
    for left in (7, 8, 9):
        store.keep_line(street_of_nine, of, left, Said())
    assert "全部戻りました" in text(papers.make_paper(street_of_nine, "still-out"))


def test_who_is_still_out_of_the_list_round_is_listed_by_group(street_of_nine):
    id_ = store.begin_round(street_of_nine, LISTS, "令和8年度 名簿直し", "2026-11-10")
    of = store.round_named(street_of_nine, id_)
    store.change_household(street_of_nine, 7, "membership", "empty")
    for each in (1, 2, 3, 4):
        store.keep_line(street_of_nine, of, each, Said())
    for options in ({}, {"round": str(id_)}):
        printed = papers.make_paper(street_of_nine, "still-out", options=options)
        said = "".join(text(printed).splitlines())
        assert printed.parts == 2
        assert "第1隣組" not in said
        assert "「令和8年度 名簿直し」の直しがまだ済んでいない世帯です" in said
        assert "区長 丸山 治" in said
        assert "声をかけて" not in said
    sheets = store.begin_round(street_of_nine, SHEETS, "令和8年度 世帯票", "2026-12-11")
    first = text(papers.make_paper(street_of_nine, "still-out"))
    assert "令和8年度 世帯票" in first
    store.close_round(street_of_nine, sheets)
    assert "名簿直し" in text(papers.make_paper(street_of_nine, "still-out"))


def test_sheets_of_a_round_bear_its_name_and_last_day(street_of_nine):
    store.change_household(street_of_nine, 1, "membership", "empty")
    id_ = store.begin_round(street_of_nine, SHEETS, "令和8年度 世帯票", "2026-12-11")
    every = papers.make_paper(street_of_nine, "household-sheet")
    of_round = papers.make_paper(street_of_nine, "household-sheet", options={"round": str(id_)})
    assert (len(texts(every)), len(texts(of_round))) == (8, 7)
    first = texts(of_round)[0]
    assert "令和8年度 世帯票" in first
    assert "令和8年12月11日" in first


def test_before_the_first_round_nothing_is_said_to_have_come_back(street_of_nine):
    said = text(papers.make_paper(street_of_nine, "still-out"))
    assert "まだ配っていません" in said
    assert "全部戻りました" not in said
