"""消去記録 and 消去証明書: what they say, and that they say nothing of the people."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from kucho_desktop.app import papers
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.handouts import all_handouts
from kucho_desktop.households import store
from kucho_desktop.paper.imprint import Imprint
from kucho_desktop.records.model.leaving import Handed, Leaving, Removed
from kucho_desktop.records.papers import leaving_certificate
from kucho_desktop.records.store.erasing import erase_due, proposed, put_into_bin

DAY = date(2026, 11, 20)
LEAVING = Leaving(
    "百瀬 隆",
    datetime(2027, 3, 31, 19, 5),
    Handed("二木 﨑子", date(2027, 3, 28)),
    (
        Removed("台帳「梓野区」と合言葉のファイル", 3),
        Removed("このパソコンの控え", 24, ("梓野区-20261120-210501-000001.kucho",)),
    ),
)


def text_of(printed) -> str:
    pages = PdfReader(BytesIO(printed.pdf)).pages
    return "".join("".join(page.extract_text() for page in pages).split())


@pytest.fixture
def erased(book):
    store.add_household(book, "髙橋 清")
    store.add_household(book, "宮澤 実")
    store.household_leaves(book, 2, date(2015, 4, 1))
    put_into_bin(book, proposed(book), 5)
    book._today = book.today + timedelta(days=30)
    erase_due(book)
    return book


def test_the_record_says_how_many_when_and_by_which_rule(erased):
    said = text_of(papers.make_paper(erased, "erasure-log"))
    assert "令和8年12月20日" in said
    assert "転出・死亡から5年" in said
    assert "宮澤" not in said
    assert "確認した人" in said


def test_it_goes_to_the_officers_too_and_needs_no_number(erased):
    papers.make_paper(erased, "erasure-log", audience=Audience.OFFICERS)
    assert all_handouts(erased) == []


def test_with_nothing_erased_it_says_so(book):
    assert "まだ何も消去していません" in text_of(papers.make_paper(book, "erasure-log"))


def test_the_same_bytes_twice(erased):
    one, other = (papers.make_paper(erased, "erasure-log").pdf for _each in range(2))
    assert one == other


@pytest.mark.parametrize("size", [12.0, 14.0])
def test_the_certificate_says_what_went_and_what_it_cannot_promise(size):
    imprint = Imprint("梓野区", Audience.CHIEF, DAY, DAY, size=size)
    printed = leaving_certificate(LEAVING, imprint)
    said = text_of(printed)
    for what in (
        "梓野区の個人情報を上書きして消去しました",
        "令和9年3月31日",
        "二木﨑子",
        "24個",
        "20261120",
        "SSD",
        "百瀬隆",
        "回復コード用紙",
    ):
        assert what in said
    assert printed.pages == 1
    assert printed.pdf == leaving_certificate(LEAVING, imprint).pdf


def test_a_book_that_was_not_handed_over_is_told_as_that():
    imprint = Imprint("梓野区", Audience.CHIEF, DAY, DAY)
    said = text_of(leaving_certificate(replace(LEAVING, handed=Handed()), imprint))
    assert "だれにも渡していません" in said
