"""What the room says of a household to itself, to the history, and when a copy differs."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from kucho_desktop.app import papers
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.households.store import change_members, members_of, remove_household, unite
from kucho_desktop.officers import store
from kucho_desktop.officers.model import Candidate


def told(book, household: int) -> str:
    printed = papers.make_paper(book, "disclosure-sheet", options={"household": str(household)})
    pages = PdfReader(BytesIO(printed.pdf)).pages
    return "".join("".join(page.extract_text() for page in pages).split())


@pytest.fixture
def known(street, houses, post):
    """The first house: treasurer, relieved of work, trained, asked, thought of; a turn by hand."""
    head = houses[0].members[0]
    store.appoint(street, {"post_id": post("会計"), "member_id": head.id, "note": "二期目"})
    relief = {"kind": "work", "household_id": houses[0].id, "reason": "illness"}
    store.RELIEFS.add(street, {**relief, "detail": "通院のため", "since": "2026-04-01"})
    store.TRAININGS.add(street, {"theme": "会計の学習会", "member_id": head.id})
    store.ADVISERS.add(street, {"about": "補助金", "member_id": head.id})
    candidate = Candidate(0, 0, head.name, "", "", "よく知っている", head.id)
    store.NOMINATIONS.add(street, {"post": "民生児童委員", "candidates": (candidate,)})
    year = store.years_of_rota(street)[3]
    store.write_turn(street, houses[0].tonarigumi_id, year, houses[0].id, note="代わってもらった")
    return street


def test_a_household_is_told_all_that_is_held_of_it(known, houses):
    said = told(known, houses[0].id)
    for part in (
        "就いた役職", "会計", "二期目", "使役免除", "病気・障がい", "通院のため", "会計の学習会",
        "補助金", "民生児童委員", "令和6年度", "代わってもらった",
    ):  # fmt: skip
        assert part in said
    other = told(known, houses[1].id)
    for part in ("就いた役職", "使役免除", "補助金", "代わってもらった"):
        assert part not in other


def test_a_candidate_of_the_roster_is_known_as_that_person(known, houses):
    named = (Candidate(0, 0, houses[8].members[0].name), Candidate(0, 0, "宮下 花代"))
    id_ = store.NOMINATIONS.add(known, {"post": "交通安全推進委員", "candidates": named})
    kept = store.NOMINATIONS.one(known, id_).candidates
    assert [each.member_id for each in kept] == [houses[8].members[0].id, None]
    assert "交通安全推進委員" in told(known, houses[8].id)


def test_two_entries_of_one_household_take_everything_along(known, houses):
    keep, gone = houses[1], houses[0]
    unite(known, keep.id, gone.id, same_people={gone.members[0].id: keep.members[0].id})
    assert store.RELIEFS.all(known)[0].household_id == keep.id
    said = told(known, keep.id)
    for part in ("会計", "使役免除", "会計の学習会", "代わってもらった"):
        assert part in said
    known.undo()
    assert store.RELIEFS.all(known)[0].household_id == gone.id


def test_of_two_reliefs_for_the_same_days_the_kept_one_counts(known, houses):
    keep, gone = houses[1], houses[0]
    relief = {"kind": "work", "household_id": keep.id, "reason": "age", "since": "2026-10-01"}
    store.RELIEFS.add(known, relief)
    unite(known, keep.id, gone.id)
    reliefs = sorted((each.since, each.last, each.reason) for each in store.RELIEFS.all(known))
    assert reliefs == [("2026-04-01", "2026-09-30", "illness"), ("2026-10-01", "", "age")]


def test_two_reliefs_of_a_kind_do_not_hold_on_the_same_day(known, houses):
    with pytest.raises(NotAllowed, match="同じ日"):
        store.RELIEFS.add(known, {"kind": "work", "household_id": houses[0].id})
    store.RELIEFS.add(known, {"kind": "office", "household_id": houses[0].id})


def test_who_is_spoken_of_is_not_taken_out_of_the_roster(known, houses):
    with pytest.raises(NotAllowed, match="先にそちら"):
        remove_household(known, houses[0].id)
    rest = members_of(known, houses[0].id)[1:]
    with pytest.raises(NotAllowed, match="先にそちら"):
        change_members(known, houses[0].id, rest)


def test_a_house_with_a_relief_alone_can_be_removed(street, houses):
    store.RELIEFS.add(street, {"household_id": houses[5].id})
    remove_household(street, houses[5].id)
    assert store.RELIEFS.all(street) == []
    street.undo()
    assert len(store.RELIEFS.all(street)) == 1
