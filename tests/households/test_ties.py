"""What households are tied to: kept once, seen from both sides, over the years."""

from datetime import date

import pytest

from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.history import last_steps
from kucho_desktop.households import store
from kucho_desktop.households.model.ties.ties import KINDS, TIES, Tie, shown_ties, turned
from kucho_desktop.households.store.held import held_about

DAY = date(2026, 10, 1)
OUTSIDER = {"name": "相馬 節", "kana": "そうま せつ", "phone": "03-1234-5678"}


def of(book, id_: int) -> list[tuple[str, int | None, str]]:
    return [(tie.tie, tie.other_id, tie.name) for tie in store.ties_of(book, id_)]


def test_every_kind_has_a_way_back():
    assert {code for code, _label in TIES.choices} == {back for _code, _label, back in KINDS}
    for code, _label, _back in KINDS:
        tie = Tie(1, 2, code, 3)
        assert turned(turned(tie)) == tie


def test_a_tie_is_seen_from_both_sides(street):
    store.keep_tie(street, Tie(0, 1, "parent", 4))
    assert of(street, 1) == [("parent", 4, "渡邉\U000e0101 さくら")]
    assert of(street, 4) == [("child", 1, "髙橋 一郎")]
    assert last_steps(street)[0].text == "髙橋 一郎につながりを加える"


def test_a_building_shows_its_rooms_and_a_room_its_building(street):
    house = store.add_household(street, "コーポ豊科", membership="apartment", tonarigumi_id=1)
    room = store.add_household(street, "小林 茂", building="コーポ豊科 203", tonarigumi_id=1)
    store.keep_tie(street, Tie(0, house, "room", room))
    (seen,) = store.ties_of(street, house)
    assert (seen.tie, seen.name, seen.address) == ("room", "小林 茂", "コーポ豊科 203")
    assert of(street, room) == [("building", house, "コーポ豊科")]
    store.keep_tie(street, Tie(seen.id, house, "room", 2))
    assert of(street, room) == []
    assert of(street, 2) == [("building", house, "コーポ豊科")]


@pytest.mark.parametrize(
    "tie",
    [
        Tie(0, 1, "same_plot"),
        Tie(0, 1, "same_plot", 1),
        Tie(0, 1, "owner"),
        Tie(0, 1, "owns", None, "相馬 節"),
        Tie(0, 1, "owner", None, "相馬 節", since="2026-04-01", until="2026-04-01"),
        Tie(0, 77, "owner", None, "相馬 節"),
    ],
)
def test_what_is_not_sound_is_refused(street, tie):
    steps = len(last_steps(street))
    with pytest.raises(NotAllowed, match=r"。$"):
        store.keep_tie(street, tie)
    assert len(last_steps(street)) == steps


def test_the_same_tie_is_not_written_twice(street):
    store.keep_tie(street, Tie(0, 1, "same_plot", 2))
    with pytest.raises(NotAllowed, match="すでに"):
        store.keep_tie(street, Tie(0, 2, "same_plot", 1))


def test_the_search_finds_an_outsider(street):
    store.keep_tie(street, Tie(0, 3, "contact", **OUTSIDER))
    for typed in ("相馬", "そうませつ", "12345678"):
        assert store.find_households(street, typed) == [3]
        assert store.first_households(street, typed, 5) == [3]
    (tie,) = store.ties_of(street, 3)
    store.remove_tie(street, tie)
    assert store.find_households(street, "相馬") == []
    street.undo()
    assert store.find_households(street, "相馬") == [3]


def test_an_ended_tie_is_not_shown_any_more(street):
    store.keep_tie(street, Tie(0, 3, "contact", **OUTSIDER, until=DAY.isoformat()))
    assert store.ties_of(street, 3) == []
    assert store.find_households(street, "相馬") == []


def test_whoever_moves_out_stays_the_owner_but_not_the_neighbour(street):
    store.keep_tie(street, Tie(0, 1, "owner", 4))
    store.keep_tie(street, Tie(0, 2, "same_plot", 4))
    store.keep_tie(street, Tie(0, 4, "contact", **OUTSIDER))
    store.household_leaves(street, 4, DAY)
    (tie,) = store.ties_of(street, 1)
    assert (tie.tie, tie.other_id, tie.name) == ("owner", None, "渡邉\U000e0101 さくら")
    assert (tie.phone, tie.since) == ("0263-72-0003", "2026-10-01")
    assert of(street, 2) == []
    street.undo()
    assert of(street, 1) == [("owner", 4, "渡邉\U000e0101 さくら")]


def test_another_day_of_leaving_leaves_no_owner_behind(street):
    store.keep_tie(street, Tie(0, 1, "owner", 4))
    for day in (date(2026, 12, 1), date(2027, 2, 1), date(2026, 12, 24)):
        store.household_leaves(street, 4, day)
        rows = street.tuples("SELECT other_id, since, until FROM household_tie ORDER BY since")
        assert rows == [(4, "", day.isoformat()), (None, day.isoformat(), "9999-12-31")]


def test_a_tie_to_a_household_that_will_leave_ends_with_it(street):
    store.household_leaves(street, 4, date(2027, 4, 1))
    store.keep_tie(street, Tie(0, 1, "owner", 4))
    assert [tie.until for tie in store.ties_of(street, 1)] == ["2027-04-01"]
    store.household_leaves(street, 4, date(2027, 5, 1))
    assert [tie.until for tie in store.ties_of(street, 1)] == ["2027-05-01", "9999-12-31"]


def test_a_change_to_come_ends_no_tie(street):
    store.household_pauses(street, 4, date(2027, 4, 1))
    store.keep_tie(street, Tie(0, 1, "owner", 4))
    assert [tie.until for tie in store.ties_of(street, 1)] == ["9999-12-31"]


@pytest.mark.parametrize("house", ["gone", "empty"])
def test_the_dead_are_nobodys_contact(street, house):
    store.keep_tie(street, Tie(0, 2, "contact", 1))
    store.keep_tie(street, Tie(0, 1, "contact", **OUTSIDER))
    store.member_dies(street, 1, store.household(street, 1).members[0].id, DAY, None, house)
    assert of(street, 2) == []
    left = [("contact", None, "相馬 節")] if house == "empty" else []
    assert of(street, 1) == left


def test_a_tie_follows_into_another_household(street):
    store.keep_tie(street, Tie(0, 2, "contact", 1))
    store.keep_tie(street, Tie(0, 4, "parent", 1))
    store.households_merge(street, 1, 4, DAY)
    assert of(street, 2) == [("contact", 4, "渡邉\U000e0101 さくら")]
    assert of(street, 4) == [("contact_of", 2, "山﨑 和子")]


def test_what_was_added_by_mistake_leaves_no_tie(street):
    store.keep_tie(street, Tie(0, 2, "contact", 1))
    store.remove_household(street, 1)
    assert street.tuples("SELECT * FROM household_tie") == []
    street.undo()
    assert of(street, 2) == [("contact", 1, "髙橋 一郎")]


def test_two_entries_that_are_one_have_the_ties_of_both(street):
    store.keep_tie(street, Tie(0, 2, "contact", 1))
    store.keep_tie(street, Tie(0, 1, "same_plot", 4))
    store.unite(street, 4, 1)
    assert of(street, 4) == [("contact_of", 2, "山﨑 和子")]


def test_only_the_emergency_contact_is_told_in_a_disaster(street):
    ties = [Tie(1, 1, "owner", None, "甲"), Tie(2, 1, "contact", None, **OUTSIDER, note="秘")]
    assert len(shown_ties(ties, Audience.OFFICERS).records) == 2
    (seen,) = shown_ties(ties, Audience.DISASTER).records
    assert (seen.text("name"), seen.text("phone")) == ("相馬 節", "03-1234-5678")
    assert seen.text("note") == seen.text("kana") == ""
    for audience in (Audience.EVERY_HOUSEHOLD, Audience.TREASURER, Audience.GROUP_LEADER):
        assert not any(each.texts for each in shown_ties(ties, audience).records)


def test_the_history_tells_a_tie_in_one_line(street):
    store.keep_tie(street, Tie(0, 1, "parent", 4))
    store.keep_tie(street, Tie(0, 1, "owner", **OUTSIDER))
    details = [event.details for event in store.history_of(street, 1)[:2]]
    assert details == [
        ("家の持ち主：相馬 節、そうま せつ、03-1234-5678",),
        ("親の世帯：渡邉\U000e0101 さくら",),
    ]
    (owner, *_rest) = [tie for tie in store.ties_of(street, 1) if tie.tie == "owner"]
    store.remove_tie(street, owner)
    assert store.history_of(street, 1)[0].details[0].endswith("を消した")


def test_a_household_is_told_its_ties_but_nothing_of_another_one(street):
    store.keep_tie(street, Tie(0, 1, "parent", 4))
    store.keep_tie(street, Tie(0, 1, "contact", **OUTSIDER))
    store.keep_tie(street, Tie(0, 2, "payer", 1, note="山﨑さんの都合"))
    store.keep_tie(street, Tie(0, 4, "owns", 1))
    (owner,) = [tie for tie in store.ties_of(street, 4) if tie.tie == "owns"]
    store.remove_tie(street, owner)
    told = str(held_about(street, 1, str))
    assert "親の世帯" in told
    assert "相馬 節" in told
    assert "03-1234-5678" in told
    assert "区費を代わりに払っている世帯" in told
    for other in ("渡邉", "山﨑", "さくら"):
        assert other not in told
