"""One change of many households in the book, and lists of one's own."""

from datetime import date

import pytest

from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.history import last_steps
from kucho_desktop.households import store
from kucho_desktop.households.model.lists.as_of import AsOf
from kucho_desktop.households.model.lists.batch import CHANGEABLE, Batch, foresee
from kucho_desktop.households.model.lists.conditions import Condition
from kucho_desktop.households.model.lists.wanted import HouseholdList
from kucho_desktop.households.store.lists.shown import list_for
from kucho_desktop.tonarigumi.store import all_tonarigumi

TODAY = date(2026, 11, 20)


def everybody(book, day=None):
    return {each.id: each for each in store.households_on(book, day)}


def test_what_is_foreseen_is_what_comes_about(street):
    before = store.households_on(street)
    group = all_tonarigumi(street)[0].id
    values = {
        "membership": "associate",
        "tonarigumi_id": group,
        "copies": 2,
        "away_by_day": 1,
        "recorded_on": "2026-04-01",
    }
    for name in CHANGEABLE:
        batch = Batch(name, values.get(name, "mail" if name == "distribution" else "試し"))
        batch = Batch(name, "skip") if name == "circular" else batch
        batch = Batch(name, "rent") if name == "dwelling" else batch
        batch = Batch(name, "399-8205") if name == "postal_code" else batch
        seen = foresee(batch, before, store.as_of(street))
        count = store.change_many(street, [each.id for each in before], batch)
        assert count == sum(each.changes for each in seen), name
        after = foresee(batch, everybody(street).values(), store.as_of(street))
        told = {each.household.id: each.new for each in seen}
        assert {each.household.id: each.old for each in after} == told, name
        if count:
            street.undo()
        assert store.households_on(street) == before, name


def test_it_is_one_step_with_the_field_and_the_number(street):
    assert store.change_many(street, [1, 2, 3], Batch("distribution", "mail")) == 3
    assert last_steps(street, 1)[0].text == "3世帯の配布物をまとめて変更"
    assert store.change_many(street, [1, 2, 3], Batch("distribution", "mail")) == 0
    assert last_steps(street, 1)[0].text == "3世帯の配布物をまとめて変更"
    street.undo()
    assert {each.distribution for each in everybody(street).values()} == {"all"}


def test_a_line_is_added_to_the_note_once_and_what_stands_there_stays(street):
    store.change_household(street, 1, "note", "犬がいる")
    assert store.change_many(street, [1, 2], Batch("note", "防災訓練に参加")) == 2
    assert everybody(street)[1].note == "犬がいる\n防災訓練に参加"
    assert everybody(street)[2].note == "防災訓練に参加"
    assert store.change_many(street, [1, 2], Batch("note", "防災訓練に参加")) == 0


def test_a_dated_field_changes_from_a_day_on_or_is_put_right(street):
    store.change_many(street, [1, 2], Batch("membership", "supporter"), date(2026, 4, 1))
    assert everybody(street)[1].membership == "supporter"
    assert everybody(street, date(2026, 3, 31))[1].membership == "full"
    store.change_many(street, [1, 2], Batch("membership", "associate"))
    assert everybody(street)[1].membership == "associate"
    assert everybody(street, date(2026, 3, 31))[1].membership == "full"


def test_whoever_comes_into_another_group_walks_at_its_end_in_their_order(street):
    last = all_tonarigumi(street)[-1].id
    there = [each.id for each in everybody(street).values() if each.tonarigumi_id == last]
    store.change_many(street, [2, 1, there[0]], Batch("tonarigumi_id", last))
    walk = [each.id for each in store.households_on(street) if each.tonarigumi_id == last]
    assert walk == [*there, 2, 1]


def test_who_cannot_have_it_is_named_and_nothing_is_changed(street):
    before = store.households_on(street)
    early = date(1950, 1, 1)
    for batch in (Batch("tonarigumi_id", None), Batch("membership", "supporter")):
        with pytest.raises(NotAllowed, match="山﨑 和子："):
            store.change_many(street, [2, 1], batch, early)
    assert store.households_on(street) == before


# ---- lists of one's own ----


def test_lists_are_kept_by_name_replaced_and_forgotten(book):
    watch = HouseholdList(ready=("alone",), columns=("head", "phone"), sort="kana")
    id_ = store.keep_list(book, " 見守り ", watch)
    store.keep_list(book, "あいさつ回り", HouseholdList(ready=("new",)))
    names = [each.name for each in store.all_lists(book)]
    assert set(names) == {"あいさつ回り", "見守り"}
    kept = next(each for each in store.all_lists(book) if each.id == id_)
    assert kept.name == "見守り"
    assert (kept.list.ready, kept.list.columns, kept.list.sort) == (
        ("alone",),
        ("head", "phone"),
        "kana",
    )
    other = HouseholdList(conditions=(Condition("phone", "unsaid"),))
    assert store.keep_list(book, "見守リ", other) == id_  # the same, however it is typed
    assert len(store.all_lists(book)) == 2
    store.remove_list(book, id_)
    assert [each.name for each in store.all_lists(book)] == ["あいさつ回り"]
    book.undo()
    assert id_ in [each.id for each in store.all_lists(book)]
    with pytest.raises(NotAllowed, match="名前"):
        store.keep_list(book, "  ", other)


# ---- what an audience gets ----


def test_columns_that_an_audience_may_not_see_are_not_gathered(street):
    wanted = HouseholdList(columns=("head", "phone", "note", "ages"))
    seen = list_for(street, Audience.OFFICERS, TODAY, wanted)
    assert seen.columns == ("head", "phone")
    record = seen.parts[0].households.records[0]
    assert set(record.texts) == {"head", "phone"}
    assert not record.rows
    chief = list_for(street, Audience.CHIEF, TODAY, wanted)
    assert chief.columns == wanted.columns
    first = chief.parts[0].households.records[1]
    assert [chief.text(trait, first) for trait in chief.traits] == [
        "山﨑 和子",
        "0263-72-0001",
        "",
        "85・81",
    ]


def test_a_group_leader_gets_a_part_for_each_group_and_left_out_ones_stay_out(street):
    wanted = HouseholdList(without=frozenset({1}))
    seen = list_for(street, Audience.GROUP_LEADER, TODAY, wanted, apart=True)
    assert [part.title for part in seen.parts] == ["第1隣組", "第2隣組", "第3隣組"]
    assert seen.households == 8


def test_without_consent_nobody_is_on_the_list_of_all_and_the_number_is_known(street):
    seen = list_for(street, Audience.EVERY_HOUSEHOLD, TODAY, HouseholdList())
    assert (seen.households, seen.held_back) == (0, 9)
    wanted = HouseholdList(ready=("away_by_day",))
    with pytest.raises(NotAllowed, match="日中は不在"):
        list_for(street, Audience.EVERY_HOUSEHOLD, TODAY, wanted)
    with pytest.raises(NotAllowed, match="見せられるもの"):
        list_for(street, Audience.CITY, TODAY, HouseholdList(columns=("note",)))


def test_a_list_is_of_its_day(street):
    store.household_leaves(street, 1, date(2026, 6, 1))
    now = AsOf(TODAY, all_tonarigumi(street))
    assert len(HouseholdList().find(store.households_on(street), now)) == 8
    assert list_for(street, Audience.CHIEF, date(2026, 5, 31), HouseholdList()).households == 9
