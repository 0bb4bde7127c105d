"""The papers of the records: text, bytes, long names, an empty district."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from kucho_desktop.app import papers
from kucho_desktop.app.paper_request import Request
from kucho_desktop.core.copies import tick_copies
from kucho_desktop.core.handouts import all_handouts, name_receiver
from kucho_desktop.households import store
from kucho_desktop.records.store import add_disclosure

NAMES = ("handout-log", "copies-still-out", "disclosure-log", "leak-steps")


def text_of(printed) -> str:
    pages = PdfReader(BytesIO(printed.pdf)).pages
    return "".join("".join(page.extract_text() for page in pages).split())


def made(book, name: str, **options: str) -> str:
    return text_of(papers.make_paper(book, name, options=options))


@pytest.fixture
def given(street):
    papers.make_paper(street, "roster-officers", copies=6)
    tick_copies(street, 1, [1, 2], "returned", street.today)
    tick_copies(street, 1, [4], "lost", street.today)
    name_receiver(street, 1, "副区長 𠮷﨑 和子")
    return street


def test_the_log_tells_what_went_out(given):
    said = made(given, "handout-log", last="2199-12-31", first="2020-1-1")
    for part in ("区民名簿（役員版）", "副区長𠮷﨑和子（役員）", "No.1–6", "84"):
        assert part in said
    assert len(all_handouts(given)) == 1, "printing the log is no line of the log"


def test_what_is_out_is_told_with_its_numbers(given):
    said = made(given, "copies-still-out")
    assert "まだ戻っていない紙：4部" in said
    assert "No.3、5、6" in said
    assert "なくした：No.4" in said
    tick_copies(given, 1, range(1, 7), "shredded", given.today)
    assert "すべて戻ったか、処分されています" in made(given, "copies-still-out")


def test_disclosures_are_told_with_their_basis(given):
    add_disclosure(
        given, {"party": "安曇野市", "whose": "濵田 清", "items": "氏名", "basis": "law"}
    )
    said = made(given, "disclosure-log")
    for part in ("安曇野市", "濵田清", "法令・条例で決まっている", "令和11年11月20日", "第29条"):
        assert part in said


def test_who_stood_on_a_lost_paper(given):
    said = made(given, "leak-steps", handout="1", noticed="2026-11-18")
    assert "令和8年11月22日" in said
    assert "副区長𠮷﨑和子" in said
    assert "No.4" in said
    for each in store.households_on(given):
        assert "".join(each.head.split()) in said
    newest = all_handouts(given)[0]
    assert newest.paper == "leak-steps"
    assert newest.households == 8


def test_the_steps_alone_name_nobody(given):
    said = made(given, "leak-steps")
    assert "個人情報保護委員会" in said
    assert "髙橋" not in said
    assert len(all_handouts(given)) == 1


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("size", [12.0, 14.0])
def test_same_bytes_twice_in_both_sizes(given, name, size):
    draft = papers.draft(given, name, Request(size=size))
    assert papers.draw(draft).pdf == papers.draw(draft).pdf
    assert papers.draw(draft).replaced == ()


def test_the_history_of_one_person_and_of_one_room(street):
    head = store.household(street, store.household_ids(street)[2]).members[0]
    store.change_member(street, head.id, "phone", "0263-55-5555")
    ever = {"first": "2020-1-1", "last": "2199-12-31"}
    alone = made(street, "change-history", person=str(head.id), **ever)
    assert "".join(head.name.split()) in alone
    assert "区長の名前" not in alone
    room = made(street, "change-history", room="association", **ever)
    assert "区長の名前" in room
    assert "".join(head.name.split()) not in room
