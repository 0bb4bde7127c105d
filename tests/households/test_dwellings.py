"""Houses without names, and houses that somebody moves into."""

from datetime import date

import pytest

from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.history import last_steps
from kucho_desktop.households import store
from kucho_desktop.households.model import Consent
from kucho_desktop.households.model.ties.talks import Talk
from kucho_desktop.households.model.ties.ties import Tie
from kucho_desktop.households.page import keeping

DAY = date(2026, 10, 1)
BEFORE = date(2026, 9, 30)


@pytest.fixture
def emptied(street):
    """The head of household 1 has died; the house is empty, 相馬 owns it, 山﨑 looks after it."""
    store.change_household(street, 1, "consents", (Consent(0, 1, "name", since="2024-04-01"),))
    member = store.household(street, 1).members[0].id
    store.member_dies(street, 1, member, date(2026, 5, 1), None, "empty")
    store.keep_tie(street, Tie(0, 1, "owner", None, "相馬 節", phone="03-1234-5678"))
    store.keep_tie(street, Tie(0, 1, "keeper", 2))
    return street


def test_a_dwelling_is_counted_without_a_name(street):
    people = store.figures(street).all_people
    id_ = store.add_dwelling(
        street, "第1隣組の奥の青い屋根", 3, tonarigumi_id=1, since="2026-04-01"
    )
    now = store.household(street, id_)
    assert (now.head, now.membership, len(now.members)) == ("第1隣組の奥の青い屋根", "none", 3)
    assert store.figures(street).all_people == people + 3
    assert sum(each.persons for each in store.headcounts_on(street, DAY)) == people + 3
    assert store.headless_day(street, id_) is None
    assert store.find_households(street, "青い屋根") == [id_]
    assert last_steps(street)[0].text.endswith("を加える")
    assert store.household(street, id_, date(2026, 3, 31)) is None
    street.undo()
    assert store.household(street, id_) is None


def test_somebody_lives_there_though_nobody_knows_how_many(street):
    id_ = store.add_dwelling(street, "", 0, address="豊科1234-9")
    assert len(store.household(street, id_).members) == 1


def test_a_family_moves_into_an_empty_house(emptied):
    old = store.household(emptied, 1)
    new = store.household_moves_in(emptied, 1, "小林 凜", DAY, kana="こばやし りん", phone="1")
    now = store.household(emptied, new)
    assert (now.head, now.address, now.tonarigumi_id) == ("小林 凜", old.address, 1)
    assert (now.walking_order, now.membership, now.since) == (1, "full", "2026-10-01")
    assert [tie.tie for tie in store.ties_of(emptied, new)] == ["owner"]
    assert store.ties_of(emptied, 2) == []
    assert now.consents == ()
    assert store.household(emptied, 1) is None
    there = {each.id: each for each in store.households_on(emptied, BEFORE)}
    assert there[1] == store.household(emptied, 1, BEFORE)
    assert there[1].membership == "empty"
    assert new not in there
    assert store.households_on(emptied)[0].id == new
    emptied.undo()
    assert store.household(emptied, 1) == old
    assert [tie.tie for tie in store.ties_of(emptied, 1)] == ["owner", "keeper"]


def test_it_is_told_as_one_that_came(emptied):
    store.household_moves_in(emptied, 1, "小林 凜", DAY)
    kinds = {move.kind for move in store.moves_between(emptied, DAY, DAY)}
    assert kinds == {"came", "house_gone"}


def test_a_family_moves_into_a_flat(street):
    house = store.add_household(
        street, "コーポ豊科", membership="apartment", tonarigumi_id=2, address="豊科9"
    )
    new = store.household_moves_in(street, house, "小林 凜", DAY, building="203")
    now = store.household(street, new)
    assert (now.address, now.building, now.tonarigumi_id) == ("豊科9", "コーポ豊科 203", 2)
    assert now.dwelling == "apartment"
    assert [tie.other_id for tie in store.ties_of(street, house)] == [new]
    assert store.household(street, house) is not None
    order = [each.id for each in store.households_on(street) if each.tonarigumi_id == 2]
    assert order[-2:] == [house, new]


def test_nobody_moves_into_a_house_in_which_somebody_lives(emptied):
    with pytest.raises(NotAllowed, match="住んで"):
        store.household_moves_in(emptied, 2, "小林 凜", DAY)
    with pytest.raises(NotAllowed, match="世帯主"):
        store.household_moves_in(emptied, 1, "", DAY)
    assert store.houses_to_move_into(emptied) == {1: "髙橋 一郎 宅（第1隣組）"}


def test_what_is_delivered_goes_with_the_membership(street):
    keeping.keep(street, 2, {"membership": "none"}, None)
    now = store.household(street, 2)
    assert (now.circular, now.distribution, now.copies) == ("skip", "all", 1)
    keeping.keep(street, 2, {"membership": "full"}, None)
    assert store.household(street, 2).circular == "pass"
    store.change_household(street, 2, "circular", "apart")
    keeping.keep(street, 2, {"membership": "none"}, DAY)
    assert store.household(street, 2).circular == "apart"


def test_what_is_to_come_changes_no_delivery_yet(street):
    keeping.keep(street, 2, {"membership": "none"}, date(2027, 4, 1))
    assert store.household(street, 2).circular == "pass"


def test_who_has_not_joined_is_listed_with_the_last_talk_and_the_next_step(street):
    store.keep_talk(street, Talk(0, 5, "2026-10-01", "visit", "留守", "訪ねる", "2026-12-01"))
    store.keep_talk(street, Talk(0, 5, "2026-11-01", "phone", "考える", "資料", "2026-11-20"))
    store.keep_talk(street, Talk(0, 1, "2026-11-01", "met", "元気"))
    (asked,) = store.not_joined(street)
    assert (asked.id, asked.last.said, asked.next.next_step) == (5, "考える", "資料")
    assert store.count_due(street) == 1
    store.household_joins_again(street, 5, DAY)
    assert [each.id for each in store.not_joined(street)] == [5]
    assert store.joined_this_year(street) == [(5, "髙橋 茂", "2026-10-01")]
    for talk in store.talks_of(street, 5):
        store.finish_step(street, talk.id)
    assert store.not_joined(street) == []


@pytest.mark.parametrize("talk", [Talk(0, 5, "", "visit", "留守"), Talk(0, 5, "2026-10-01")])
def test_a_talk_says_something(street, talk):
    with pytest.raises(NotAllowed, match=r"。$"):
        store.keep_talk(street, talk)
