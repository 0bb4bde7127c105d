"""Ties on papers: to be put right on the household's own sheet, and below the officers' roster."""

from dataclasses import replace

import pytest
from households.street import fill_street
from paper.reading import text, texts

from kucho_desktop.app import papers
from kucho_desktop.core.audiences import Audience
from kucho_desktop.households import store
from kucho_desktop.households.model.ties.ties import TIES, WRITTEN_AS, Tie


@pytest.fixture
def street(book):
    """Twelve households in one group; the first has one tie of each kind."""
    fill_street(book, 12, groups=1)
    store.change_household(book, 9, "membership", "empty")
    for at, kind in enumerate(WRITTEN_AS):
        if kind in ("same_plot", "parent"):
            tie = Tie(0, 1, kind, other_id=2 + at, since="2024-04-01")
        else:
            tie = Tie(
                0,
                9 if kind == "keeper" else 1,
                kind,
                name=f"百瀬 {at}子",
                phone=f"090-1111-000{at}",
                address=f"松本市梓川{at}",
                note=f"控え{at}",
                since="2024-04-01",
            )
        store.keep_tie(book, tie)
    return book


def made(book, name, audience=None, **options):
    return text(papers.make_paper(book, name, audience=audience, options=options))


def test_the_sheet_has_the_ties_of_its_household_to_be_put_right(street):
    said = made(street, "household-sheet", household="1")
    for kind in WRITTEN_AS:
        assert (TIES.show(kind) in said) is (kind != "keeper")
    assert "百瀬 2子" in said
    assert "090-1111-0002" in said
    assert "松本市梓川2" in said
    assert TIES.show("keeper") in made(street, "household-sheet", household="9")


def test_the_sheet_names_no_other_household(street):
    said = made(street, "household-sheet", household="1")
    for other in (2, 3):
        assert store.household(street, other).head not in said
    assert said.count("（区内の別の世帯）") == 2


def test_whom_to_call_in_need_is_asked_of_everybody(street):
    assert "緊急連絡先" in made(street, "household-sheet", household="5")
    assert "緊急連絡先" in made(street, "household-sheet", blank="1")


@pytest.mark.parametrize("size", [12.0, 14.0])
def test_a_sheet_of_four_people_with_a_tie_stands_on_one_page(street, size):
    store.keep_tie(street, Tie(0, 4, "landlord", name="有限会社 豊科住宅管理"))
    assert len(store.household(street, 4).members) == 4
    for options in ({"household": "4"}, {"blank": "1"}):
        printed = papers.make_paper(street, "household-sheet", options=options, size=size)
        assert printed.pages == 1
        assert "署名" in text(printed)


def test_the_roster_of_the_officers_says_them_below(street):
    (page,) = texts(papers.make_paper(street, "roster-officers", audience=Audience.OFFICERS))
    above, below = page.split("世帯ごとの連絡先・つながり")
    assert "百瀬" not in above
    for kind in WRITTEN_AS:
        assert TIES.show(kind) in below
    assert store.household(street, 2).head in below
    assert "控え" not in below
    assert "控え2" in made(street, "roster-officers", Audience.CHIEF)


def test_in_a_disaster_only_whom_to_call_is_said(street):
    said = made(street, "roster-officers", Audience.DISASTER)
    assert "緊急連絡先" in said
    assert "百瀬 7子" in said
    assert "松本市梓川7" not in said
    for other in ("家主", "百瀬 2子", "見回り"):
        assert other not in said


def test_nobody_else_is_told(street):
    for name, audience in (
        ("roster-members", Audience.EVERY_HOUSEHOLD),
        ("group-roster", Audience.GROUP_LEADER),
        ("group-roster", Audience.OFFICERS),
    ):
        assert "百瀬" not in made(street, name, audience)


def test_what_has_ended_is_not_on_paper(street):
    kept = next(tie for tie in store.ties_of(street, 1) if tie.tie == "payer")
    store.keep_tie(street, replace(kept, until=street.today.isoformat()))
    assert "区費を払う人" not in made(street, "household-sheet", household="1")
