"""What the papers of records say, that they are the same each time, and how they look."""

from datetime import date, datetime

import pytest
from households.families import DAY, groups_for
from paper.reading import fonts, looks_like, text, texts

from kucho_desktop.core.audiences import Audience
from kucho_desktop.households.model.held import Block, Held
from kucho_desktop.households.papers import change_history, change_notice, disclosure_sheet
from kucho_desktop.households.papers.records.change_history import Line
from kucho_desktop.paper.imprint import Imprint

FIRST, LAST = date(2026, 4, 1), date(2026, 11, 20)


def imprint(audience, **more):
    return Imprint("梓野区", audience, DAY, LAST, **more)


def notice(**more):
    record = groups_for(Audience.PERSON, (2,))[0].households.records[0]
    return change_notice(record, "第1隣組", imprint(Audience.PERSON, **more), return_to="組長")


def empty_notice(**more):
    return change_notice(None, "", imprint(Audience.PERSON, **more), return_to="組長")


def disclosed(rows=3, **more):
    columns = (("項目", 9.0), ("書いてあること", 30.0))
    said = tuple((f"項目{at}", "𠮷田 﨑子 " * 6) for at in range(rows))
    blocks = (Block("世帯", columns, said), Block("掲載の同意", columns, said[:1]))
    return disclosure_sheet(Held("𠮷田 﨑子", "第1隣組", blocks), imprint(Audience.PERSON, **more))


def history(count=40, **more):
    lines = [
        Line(datetime(2026, 4, 1 + at // 4, 9, at % 60), f"{at}番目の変更", at % 7 == 0)
        for at in range(count)
    ]
    return change_history(lines, FIRST, LAST, imprint(Audience.CHIEF, **more))


PAPERS = {
    "change-notice": notice,
    "change-notice-empty": empty_notice,
    "disclosure-sheet": disclosed,
    "change-history": history,
}
each = pytest.mark.parametrize("name", PAPERS)


@each
def test_the_same_paper_has_the_same_bytes_and_its_own_fonts(name):
    assert PAPERS[name]().pdf == PAPERS[name]().pdf
    assert all(fonts(PAPERS[name]()).values())


@each
def test_every_page_says_whose_it_is_for_whom_and_which_page(name):
    pages = texts(PAPERS[name]())
    for at, page in enumerate(pages, 1):
        assert "梓野区" in page
        assert f"{at}/{len(pages)}" in page


@pytest.mark.parametrize("size", [12.0, 14.0])
@each
def test_it_looks_as_it_was_approved(name, size):
    assert looks_like(PAPERS[name](size=size), f"{name}-{size:g}")


def test_a_notice_in_large_type_is_still_one_page():
    assert notice(size=14.0).pages == 1


def test_much_that_is_held_goes_on_on_the_next_page():
    said = disclosed(rows=90)
    assert said.pages > 1
    assert "項目89" in text(said)


def test_each_day_of_the_history_has_its_heading_and_nothing_is_lost():
    said = text(history())
    assert "令和8年4月10日" in said
    assert all(f"{at}番目の変更" in said for at in range(40))
    assert "あとで元に戻した" in said
