"""Every paper for every audience it is meant for: what must be on it, and what must not."""

import pickle
from datetime import date, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from kucho_desktop.app import papers
from kucho_desktop.app.paper_request import Request
from kucho_desktop.association.store import name_association
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import KuchoError, NotAllowed
from kucho_desktop.core.fields import fields_of, shown
from kucho_desktop.core.handouts import all_handouts, handouts_about
from kucho_desktop.households import store
from kucho_desktop.households.model import Consent, Household, Member
from kucho_desktop.households.model.rounds.round import SHEETS
from kucho_desktop.tonarigumi.store import add_tonarigumi

TEXT_FIELDS = {
    "number": "九八七",
    "yago": "鶴屋敷",
    "nameplate": "表札亀",
    "address": "安曇野市豊科4321-8",
    "building": "カナリヤ荘",
    "lot": "地番七七",
    "phone": "0263-72-9988",
    "mobile": "090-1111-2222",
    "fax": "0263-72-9977",
    "email": "kanaria@example.jp",
    "landlord": "大家の松",
    "waste_place": "ごみ桜",
    "note": "秘密の梅",
}
"""What stands in each field of the one household, unlike anything else on a paper."""
NEIGHBOURS = Audience.EVERY_HOUSEHOLD
EVERY = [(paper.name, audience) for paper in papers.all_papers() for audience in paper.audiences]


def text_of(pdf: bytes) -> str:
    reader = PdfReader(BytesIO(pdf))
    pages = "".join(page.extract_text() for page in reader.pages)
    said = str(dict(reader.metadata or {})) + str(reader.attachments)
    return "".join((pages + said).split())


@pytest.fixture
def full_book(book):
    name_association(book, name="梓野区", chief="区長 太郎")
    group = add_tonarigumi(book, "第1隣組")
    id_ = store.add_household(
        book, "髙橋 𠮷郎", kana="たかはし よしろう", tonarigumi_id=group, **TEXT_FIELDS
    )
    spouse = Member(0, relation="妻", name="髙橋 花代", kana="たかはし はなよ", born="1950-03-02")
    store.change_members(book, id_, (*store.household(book, id_).members, spouse))
    return book


def agree(book, *items: str) -> None:
    id_ = store.household_ids(book)[0]
    answers = tuple(
        Consent(0, item=item, audience=audience, since="2026-04-01")
        for item in items
        for audience in ("households", "board")
    )
    store.change_household(book, id_, "consents", answers)


@pytest.mark.parametrize(("name", "audience"), EVERY)
def test_a_paper_holds_only_what_its_audience_may_see(full_book, name, audience):
    agree(full_book, "name", "address", "phone", "family")
    text = text_of(papers.make_paper(full_book, name, audience=audience).pdf)
    for field in fields_of(Household):
        if field.name in TEXT_FIELDS and audience not in field.seen_by:
            assert TEXT_FIELDS[field.name] not in text, field.name


@pytest.mark.parametrize(
    ("name", "audience"),
    [each for each in EVERY if each[1] in (Audience.EVERY_HOUSEHOLD, Audience.NOTICE_BOARD)],
)
def test_who_has_not_answered_is_not_shown(full_book, name, audience):
    text = text_of(papers.make_paper(full_book, name, audience=audience).pdf)
    for secret in ("髙橋", "たかはし", "花代", *TEXT_FIELDS.values()):
        assert secret not in text


def test_the_roster_shows_what_was_agreed_to(full_book):
    agree(full_book, "name", "address")
    text = text_of(papers.make_paper(full_book, "roster-members").pdf)
    assert "髙橋𠮷郎" in text
    assert "豊科4321-8" in text
    assert "0263-72-9988" not in text


def test_a_family_is_named_only_where_the_name_may_be_shown(full_book):
    agree(full_book, "family")
    everybody = store.households_on(full_book)
    seen = shown(Household, everybody, Audience.EVERY_HOUSEHOLD)
    assert "members" not in seen.records[0].texts
    assert not seen.records[0].rows
    agree(full_book, "name", "family")
    everybody = store.households_on(full_book)
    (record,) = shown(Household, everybody, Audience.EVERY_HOUSEHOLD).records
    assert [dict(row.texts) for row in record.rows["members"]] == [
        {"name": "髙橋 𠮷郎"},
        {"name": "髙橋 花代"},
    ]


def test_no_copy_is_given_out_past_the_log(full_book):
    agree(full_book, "name")
    papers.make_paper(full_book, "roster-members", copies=0)
    assert [handout.copies for handout in all_handouts(full_book)] == [1]
    looking = Book(full_book.path, bytes(range(32)), read_only=True, today=full_book.today)
    with pytest.raises(NotAllowed, match="閉じ"):
        papers.make_paper(looking, "roster-members")
    assert papers.make_paper(looking, "household-sheet", options={"blank": "yes"}).pages == 1
    looking.close()


@pytest.mark.parametrize("paper", papers.all_papers(), ids=lambda paper: paper.name)
def test_whoever_stands_on_a_numbered_paper_can_be_told_so(full_book, paper):
    agree(full_book, "name", "address", "phone")
    (household,) = store.households_on(full_book)
    made = papers.draft(full_book, paper.name, papers.Request())
    text = text_of(papers.draw(made).pdf)
    papers.note_handout(full_book, made, for_whom="丸山 治")
    stood = [each.paper for each in handouts_about(full_book, household.id)]
    numbered_with_name = made.imprint.copy_numbers and "髙橋" in text
    assert stood == ([paper.name] if numbered_with_name else [])


def test_an_answer_taken_back_counts_at_once(full_book):
    agree(full_book, "name")
    agree(full_book)
    assert "髙橋" not in text_of(papers.make_paper(full_book, "roster-members").pdf)


def test_a_list_to_put_right_is_about_any_day_whatever_was_answered_since(full_book, today):
    (id_,) = store.household_ids(full_book)
    agree(full_book, "name")
    store.answer_consent(full_book, id_, "households", {"name": False}, today, "word")
    day = date(2026, 11, 1)
    printed = papers.make_paper(full_book, "correction-list", day=day)
    assert "髙橋𠮷郎" in text_of(printed.pdf)


@pytest.mark.parametrize("name", ["roster-members", "group-roster", "group-plan", "household-list"])
def test_an_answer_taken_back_counts_for_papers_of_earlier_days_too(full_book, name, today):
    agree(full_book, "name", "phone")
    (id_,) = store.household_ids(full_book)
    before = papers.make_paper(full_book, name, audience=NEIGHBOURS, day=date(2026, 11, 1))
    assert "髙橋𠮷郎" in text_of(before.pdf)
    store.answer_consent(full_book, id_, "households", {"phone": False}, today, "word")
    less = papers.make_paper(full_book, name, audience=NEIGHBOURS, day=date(2026, 11, 1))
    assert "髙橋𠮷郎" in text_of(less.pdf)
    assert "0263-72-9988" not in text_of(less.pdf)
    store.answer_consent(full_book, id_, "households", {"name": False}, today, "word")
    after = papers.make_paper(full_book, name, audience=NEIGHBOURS, day=date(2026, 11, 1))
    assert "髙橋" not in text_of(after.pdf)
    assert store.household(full_book, id_, date(2026, 11, 1)).answer("name", "households") == "yes"


def test_officers_see_the_phone(full_book):
    text = text_of(papers.make_paper(full_book, "roster-officers").pdf)
    assert "髙橋𠮷郎" in text
    assert "0263-72-9988" in text


def test_the_household_sees_all_that_is_kept_of_it(full_book):
    text = text_of(papers.make_paper(full_book, "household-sheet").pdf)
    for said in ("髙橋花代", "0263-72-9988", "鶴屋敷", "梓野区", "昭和25年3月2日"):
        assert said in text, said


def test_the_empty_sheet_names_nobody(full_book):
    text = text_of(papers.make_paper(full_book, "household-sheet", options={"blank": "yes"}).pdf)
    assert "髙橋" not in text
    assert "世帯票" in text


def test_one_household_alone(full_book):
    other = store.add_household(full_book, "鈴木 一")
    text = text_of(
        papers.make_paper(full_book, "household-sheet", options={"household": str(other)}).pdf
    )
    assert "鈴木一" in text
    assert "髙橋" not in text


STUCK_ON = ("address-labels", "envelopes")
"""What goes out on a letter has no room for more than the address."""


@pytest.mark.parametrize(
    "name", [paper.name for paper in papers.all_papers() if paper.name not in STUCK_ON]
)
def test_every_paper_says_what_it_is(full_book, name):
    printed = papers.make_paper(full_book, name)
    text = text_of(printed.pdf)
    assert "梓野区" in text
    assert "令和8年11月20日" in text
    assert printed.replaced == ()


@pytest.mark.parametrize("name", [paper.name for paper in papers.all_papers()])
def test_a_paper_of_an_empty_district_is_a_paper(book, name):
    assert papers.make_paper(book, name).pages >= 1


def test_papers_speak_as_of_a_day(full_book, today):
    id_ = store.household_ids(full_book)[0]
    store.household_leaves(full_book, id_, today - timedelta(days=1))
    now = text_of(papers.make_paper(full_book, "roster-officers").pdf)
    before = text_of(
        papers.make_paper(full_book, "roster-officers", day=today - timedelta(days=2)).pdf
    )
    assert "髙橋" not in now
    assert "髙橋" in before
    assert "令和8年11月18日" in before


def test_copies_are_numbered_and_logged(full_book):
    first = text_of(papers.make_paper(full_book, "roster-officers", copies=2).pdf)
    second = text_of(papers.make_paper(full_book, "roster-officers").pdf)
    assert "No.1" in first
    assert "No.2" in first
    assert "No.3" in second
    log = all_handouts(full_book)
    assert [(each.paper, each.first_copy, each.copies) for each in log] == [
        ("roster-officers", 3, 1),
        ("roster-officers", 1, 2),
    ]
    assert log[0].audience is Audience.OFFICERS


def test_a_paper_for_the_wrong_audience_is_refused(full_book):
    with pytest.raises(NotAllowed, match="全戸"):
        papers.make_paper(full_book, "roster-officers", audience=Audience.EVERY_HOUSEHOLD)
    with pytest.raises(NotAllowed, match="roster-members"):
        papers.make_paper(full_book, "rooster")


def test_same_book_same_bytes(full_book):
    made = papers.draft(full_book, "roster-officers", Request())
    assert papers.draw(made).pdf == papers.draw(made).pdf


@pytest.mark.parametrize("name", [paper.name for paper in papers.all_papers()])
def test_a_draft_can_go_to_another_process(full_book, name):
    made = papers.draft(full_book, name, Request(day=date(2026, 11, 1)))
    again = pickle.loads(pickle.dumps(made))
    assert papers.draw(again).pages == papers.draw(made).pages


def test_a_character_that_no_font_has_is_named(book):
    store.add_household(book, "山\U0001f3e0田")
    printed = papers.make_paper(book, "roster-officers")
    assert printed.replaced == ("\U0001f3e0",)


@pytest.mark.parametrize(
    ("name", "options", "said"),
    [
        ("roster-members", {"order": "foo"}, "walking, kana"),
        ("roster-members", {"shape": "foo"}, "booklet"),
        ("group-roster", {"group": "999"}, "999"),
        ("group-plan", {"group": "9" * 30}, "番号ではありません"),
        ("correction-list", {"group": "999"}, "999"),
        ("still-out", {"group": "²"}, "番号ではありません"),
        ("household-sheet", {"household": "999"}, "台帳にありません"),
        ("household-sheet", {"round": "9" * 30}, "番号ではありません"),
        ("disclosure-sheet", {"household": "9" * 30}, "番号ではありません"),
        ("change-history", {"household": "999"}, "台帳にありません"),
        ("change-history", {"first": "0001-01-01"}, "日付として"),
        ("move-list", {"year": "9999-12-31"}, "日付として"),
    ],
)
def test_what_cannot_be_asked_for_is_one_sentence_and_goes_to_nobody(
    full_book, name, options, said
):
    store.begin_round(full_book, SHEETS, "世帯票")
    before = all_handouts(full_book)
    with pytest.raises(KuchoError, match=said):
        papers.make_paper(full_book, name, options=options)
    assert all_handouts(full_book) == before
