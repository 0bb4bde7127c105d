"""Papers where there is little room: no nearly empty page, no name cut, upright in large type."""

from io import BytesIO

import pytest
from households.street import fill_street
from paper.reading import text, texts
from pypdf import PdfReader

from kucho_desktop.app import papers
from kucho_desktop.households import store

LONG_HEAD = "サントス・デ・オリヴェイラ・ダ・シルヴァ マリア・アパレシーダ・フェルナンデス"
LONG_READING = "さんとす・で・おりゔぇいら まりあ・あぱれしーだ"


@pytest.mark.parametrize("size", [12.0, 14.0])
@pytest.mark.parametrize("count", range(14, 27))
def test_a_list_to_put_right_that_needs_two_pages_uses_both(book, count, size):
    fill_street(book, count, groups=1)
    printed = papers.make_paper(book, "correction-list", size=size)
    assert printed.pages <= 2
    on_each = [page.count("0263-72-") for page in texts(printed)]
    assert min(on_each) >= 3
    assert "転入した世帯" in texts(printed)[-1]


@pytest.mark.parametrize("size", [12.0, 14.0])
def test_the_usual_list_of_households_stands_upright(book, size):
    fill_street(book, 40)
    printed = papers.make_paper(book, "household-list", size=size)
    box = PdfReader(BytesIO(printed.pdf)).pages[0].mediabox
    assert box.width < box.height
    shortened = "住所は「安曇野市豊科」に続く番地です" in text(printed)
    assert shortened == (size > 12)
    assert shortened or "安曇野市豊科1234-1" in text(printed)
    assert "1234-1" in text(printed)


@pytest.mark.parametrize("size", [12.0, 14.0])
@pytest.mark.parametrize(
    "name", ["household-list", "group-roster", "roster-officers", "correction-list"]
)
def test_a_very_long_name_is_parted_before_it_is_cut(book, name, size):
    fill_street(book, 9, groups=1)
    store.change_household(book, 1, "head", LONG_HEAD)
    store.change_household(book, 1, "kana", LONG_READING)
    said = "".join(text(papers.make_paper(book, name, size=size)).split())
    for part in "".join(LONG_HEAD.split()).split("・"):
        assert part in said
    assert "…" not in said
