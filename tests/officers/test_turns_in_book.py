"""The turns of a group as the book gives them: who was, reliefs, exchanges, sentences."""

from datetime import date

import pytest

from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.households.store import household_leaves, household_pauses
from kucho_desktop.officers import store
from kucho_desktop.tonarigumi.store import add_tonarigumi, end_tonarigumi, remove_tonarigumi


def group(houses, at=0):
    return houses[at].tonarigumi_id


def rota(street, houses):
    return store.rota_of(street, group(houses))


def names(street, houses):
    return [turn.name for turn in rota(street, houses).turns]


def test_past_five_and_next_five_years(street, houses):
    years = [turn.year.title for turn in rota(street, houses).turns]
    assert years[0] == "令和3年度"
    assert years[-1] == "令和13年度"
    assert names(street, houses)[:5] == [""] * 5


def test_the_round_begins_behind_the_leader_of_today(street, houses, post):
    place = {"post_id": post("隣組長"), "tonarigumi_id": group(houses)}
    store.appoint(street, {**place, "member_id": houses[1].members[0].id})
    turn = store.next_turn(rota(street, houses), street.today)
    assert turn.name == houses[2].head
    wife = next(each for each in houses[2].members if not each.is_head)
    store.appoint(street, {**place, "member_id": wife.id, "since": "2027-04-01"})
    after = rota(street, houses).turns
    assert after[6].name == wife.name, "whoever of the house is in office"
    assert after[6].is_served
    assert after[7].name == houses[0].head


def test_a_relief_holds_for_its_years_alone(street, houses):
    relief = {"kind": "office", "household_id": houses[0].id, "since": "2020-04-01"}
    id_ = store.RELIEFS.add(street, {**relief, "last": "2027-03-31", "reason": "age"})
    before = rota(street, houses).turns
    assert before[5].name == houses[1].head
    assert before[5].skipped[0].said() == f"{houses[0].head}（役員免除：高齢）"
    assert before[7].name == houses[0].head, "the relief is over, the next round has come to it"
    store.RELIEFS.change(street, id_, {"kind": "work"})
    assert rota(street, houses).turns[5].name == houses[0].head


def test_two_houses_exchange_their_years(street, houses):
    before = rota(street, houses).turns
    one, other = before[6].year, before[7].year
    store.exchange_turns(street, group(houses), one, other, "仕事の都合で交替")
    after = rota(street, houses).turns
    assert [turn.name for turn in after[6:8]] == [before[7].name, before[6].name]
    assert [turn.name for turn in after[8:]] == [turn.name for turn in before[8:]]
    assert after[6].note == "仕事の都合で交替"
    store.forget_turn(street, group(houses), one)
    assert names(street, houses) == [turn.name for turn in before]
    street.undo()
    assert [turn.name for turn in rota(street, houses).turns[6:8]] == [
        before[7].name,
        before[6].name,
    ]


def test_what_cannot_be_exchanged_is_said(street, houses, post):
    turns = rota(street, houses).turns
    with pytest.raises(NotAllowed, match="同じ家"):
        store.exchange_turns(street, group(houses), turns[6].year, turns[9].year, "")
    with pytest.raises(NotAllowed, match="決まらない"):
        store.exchange_turns(street, group(houses), turns[0].year, turns[6].year, "")
    place = {"post_id": post("隣組長"), "tonarigumi_id": group(houses)}
    store.appoint(street, {**place, "member_id": houses[0].members[0].id})
    with pytest.raises(NotAllowed, match="就任していない"):
        store.exchange_turns(street, group(houses), turns[5].year, turns[6].year, "")


def test_a_past_year_is_written_by_hand(street, houses):
    year = rota(street, houses).turns[4].year
    store.write_turn(street, group(houses), year, houses[1].id)
    assert names(street, houses)[4:6] == [houses[1].head, houses[2].head]


def test_a_house_that_has_gone_is_named_where_it_served(street, houses):
    year = rota(street, houses).turns[4].year
    store.write_turn(street, group(houses), year, houses[1].id)
    household_leaves(street, houses[1].id, date(2026, 10, 1))
    assert names(street, houses)[4:7] == [houses[1].head, houses[2].head, houses[0].head]


def test_a_group_in_which_all_are_passed_over(street, houses):
    for house in houses[:3]:
        store.RELIEFS.add(street, {"household_id": house.id, "since": "2020-04-01"})
    turn = store.next_turn(rota(street, houses), street.today)
    assert (turn.household_id, len(turn.skipped)) == (0, 3)


def test_who_pauses_is_passed_over_and_who_has_not_joined_takes_no_turns(street, houses):
    household_pauses(street, houses[0].id, street.today)
    turns = rota(street, houses).turns
    assert [each.why for each in turns[6].skipped] in ([], ["paused"])
    assert houses[0].head not in [turn.name for turn in turns]
    not_joined = next(house for house in houses if house.membership == "none")
    theirs = store.rota_of(street, not_joined.tonarigumi_id)
    assert not_joined.head not in [house.name for house in theirs.houses]


def test_a_group_without_houses(street):
    made = add_tonarigumi(street, "第9隣組")
    found = store.rota_of(street, made)
    assert not found.has_houses
    assert store.next_turn(found, street.today).household_id == 0
    assert (made, "第9隣組") in store.groups_to_choose(street)


def test_a_group_with_a_past_is_ended_not_removed(street, houses, post):
    made = add_tonarigumi(street, "第9隣組")
    place = {"post_id": post("隣組長"), "tonarigumi_id": made}
    store.appoint(street, {**place, "member_id": houses[0].members[0].id})
    with pytest.raises(NotAllowed, match="組をなくす"):
        remove_tonarigumi(street, made)
    end_tonarigumi(street, made, date(2027, 4, 1))
    with pytest.raises(NotAllowed, match="もうありません"):
        store.rota_of(street, 999)
