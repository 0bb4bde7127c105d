"""The papers of the posts and officers: who is told what; bytes, sizes, empty books."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from kucho_desktop.app import papers
from kucho_desktop.app.paper_request import OFFICES, Request
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.handouts import all_handouts, handouts_about
from kucho_desktop.households.store import add_household, answer_consent
from kucho_desktop.officers import store
from kucho_desktop.officers.model import Candidate, DepartmentTask

NAMES = [paper.name for paper in papers.all_papers() if paper.shelf == OFFICES]


def text_of(printed) -> str:
    pages = PdfReader(BytesIO(printed.pdf)).pages
    return "".join("".join(page.extract_text() for page in pages).split())


def made(book, name: str, audience=None, **options: str) -> str:
    return text_of(papers.make_paper(book, name, audience=audience, options=options))


@pytest.fixture
def filled(street, houses, post):
    """Four officers, two leaders, one from outside, reliefs, nominations and the rest."""
    heads = [house.members[0] for house in houses]
    for name, at, publicity in (
        ("区長", 0, "phone"), ("会計", 1, "name"), ("環境部長", 2, "none"), ("副区長", 3, ""),
    ):  # fmt: skip
        said = {"post_id": post(name), "member_id": heads[at].id, "publicity": publicity}
        store.appoint(street, said)
    for at in (0, 4):
        place = {"post_id": post("隣組長"), "tonarigumi_id": houses[at].tonarigumi_id}
        store.appoint(street, {**place, "member_id": heads[at].id})
    store.appoint(street, {"post_id": post("監事"), "name": "𠮷﨑 花代", "phone": "026-000-0001"})
    department = store.DEPARTMENTS.all(street)[0]
    store.DEPARTMENTS.change(
        street, department.id, {"tasks": (DepartmentTask(0, 0, 4, "堰さらい"),)}
    )
    relief = {"household_id": houses[1].id, "since": "2026-04-01", "reason": "illness"}
    store.RELIEFS.add(street, {**relief, "detail": "通院のため", "approver": "役員会"})
    store.NOMINATIONS.add(
        street,
        {
            "post": "民生児童委員",
            "asked_by": "市 福祉課",
            "class_": "必須02",
            "deadline": "2026-12-10",
            "candidates": (Candidate(0, 0, heads[5].name, "2026-11-01", "waits", "迷っている"),),
        },
    )
    training = {"held_on": "2026-04-24", "theme": "新任区長学習会", "member_id": heads[0].id}
    store.TRAININGS.add(street, training)
    adviser = {"member_id": heads[2].id, "about": "補助金の申請", "reached": "夕方に電話"}
    store.ADVISERS.add(street, adviser)
    return street


def plain(name: str) -> str:
    return "".join(name.split())


def test_the_list_for_all_shows_the_phones_of_those_who_agreed(filled, houses):
    said = made(filled, "officer-list", Audience.EVERY_HOUSEHOLD)
    assert plain(houses[0].head) in said
    assert houses[0].phone in said
    assert plain(houses[1].head) in said
    assert houses[1].phone not in said
    assert plain(houses[2].head) not in said, "is not to stand in lists for all"
    assert "載せていない役員が1人" in said
    assert houses[3].phone not in said, "the household has not answered"
    whom = Audience.EVERY_HOUSEHOLD.value
    answer_consent(filled, houses[3].id, whom, {"phone": True}, filled.today, "form")
    assert houses[3].phone in made(filled, "officer-list", Audience.EVERY_HOUSEHOLD)


def test_on_the_board_there_are_names_alone(filled, houses):
    said = made(filled, "officer-list", Audience.NOTICE_BOARD)
    assert plain(houses[0].head) in said
    assert "𠮷﨑花代" in said
    for part in (houses[0].phone, "安曇野市", "026-000", "たかはし"):
        assert part not in said


def test_the_city_is_told_address_and_term(filled, houses):
    said = made(filled, "officer-list", Audience.CITY)
    for part in (plain(houses[2].head), houses[0].address, houses[0].phone, "R8.4.1〜R10.3.31"):
        assert part in said


def test_leaders_alone(filled, houses):
    said = made(filled, "officer-list", Audience.OFFICERS, which="leaders")
    assert "隣組長名簿" in said
    assert "第3隣組" in said, "a group without a leader stands there with an empty place"
    assert "会計" not in said


def test_the_roster_of_a_group_names_its_leader_and_the_next(filled, houses):
    said = made(filled, "group-roster", Audience.GROUP_LEADER)
    leader, coming = houses[0].head, houses[2].head
    assert said.count(plain(leader)) == 2
    assert said.count(plain(coming)) == 2, "the second house is relieved, the third comes"
    others = made(filled, "group-roster", Audience.EVERY_HOUSEHOLD)
    assert others.count(plain(leader)) == 1, "the leader is named, the household did not agree"
    assert plain(coming) not in others, "whose turn comes is not told to all before he knows"


def test_a_group_is_told_no_reason(filled, houses):
    group = str(houses[0].tonarigumi_id)
    theirs = made(filled, "turns", Audience.GROUP_LEADER, group=group)
    ours = made(filled, "turns", Audience.OFFICERS, group=group)
    assert "令和9年度" + plain(houses[2].head) in theirs
    for part in ("病気", "免除", plain(houses[1].head)):
        assert part not in theirs
    assert f"{plain(houses[1].head)}（役員免除：病気・障がい）" in ours
    assert "通院" not in ours


def test_reliefs_are_for_the_officers_and_their_details_for_the_chief(filled, houses):
    board, chief = (made(filled, "reliefs", each) for each in (Audience.OFFICERS, Audience.CHIEF))
    assert "病気・障がい" in board
    assert "通院" not in board
    assert "通院のため" in chief
    assert [each.paper for each in handouts_about(filled, houses[1].id)] == ["reliefs"] * 2


def test_nominations_tell_who_was_asked(filled, houses):
    said = made(filled, "nominations", Audience.OFFICERS)
    for part in ("必須02民生児童委員", "令和8年12月10日", f"{plain(houses[5].head)}（考え中）"):
        assert part in said
    assert "迷っている" not in said


def test_the_chart_holds_departments_with_their_work(filled, houses):
    said = made(filled, "organisation", Audience.OFFICERS)
    for part in ("総会", "環境部", "堰さらい", plain(houses[0].head), "第2隣組"):
        assert part in said
    open_to_all = made(filled, "organisation", Audience.EVERY_HOUSEHOLD)
    assert plain(houses[2].head) not in open_to_all
    assert "4月堰さらい" in made(filled, "department-members", Audience.OFFICERS)


def test_officers_of_all_years(filled, houses, post):
    said = {"post_id": post("会計"), "member_id": houses[6].members[0].id}
    store.appoint(filled, {**said, "since": "2024-04-01"})
    text = made(filled, "past-officers", Audience.OFFICERS)
    assert "令和6年度" + plain(houses[6].head) in text
    assert text.index("令和8年度") < text.index("令和6年度")


def test_trainings_advice_and_posts(filled, houses):
    assert "新任区長学習会" in made(filled, "trainings")
    said = made(filled, "advisers")
    assert "補助金の申請" in said
    assert houses[2].phone in said
    assert "自主防災会長" in made(filled, "posts")
    assert len(all_handouts(filled)) == 2, "the list of posts names nobody"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("size", [12.0, 14.0])
def test_same_bytes_twice_for_every_audience(filled, name, size):
    for audience in papers.paper_named(name).audiences:
        draft = papers.draft(filled, name, Request(audience, size=size))
        assert papers.draw(draft).pdf == papers.draw(draft).pdf
        assert set(papers.draw(draft).replaced) <= {"邉\U000e0101"}, "no font has this form"


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_district_has_a_sentence(book, name):
    add_household(book, "山田 太郎")
    for audience in papers.paper_named(name).audiences:
        printed = papers.draw(papers.draft(book, name, Request(audience)))
        assert "。" in text_of(printed)
