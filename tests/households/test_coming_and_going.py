"""Who leaves, who comes later, who answers for the household then; and days that do not fit."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.history import last_steps
from kucho_desktop.households import store
from kucho_desktop.households.model import Member
from kucho_desktop.tonarigumi.store import add_tonarigumi


@pytest.fixture
def couple(book) -> tuple[int, Member, Member]:
    id_ = store.add_household(book, "山田 太郎", address="豊科1")
    store.add_member(book, id_, Member(0, relation="妻", name="山田 花子", position=1))
    head, wife = store.household(book, id_).members
    return id_, head, wife


def whereabouts(book, id_: int, day: date) -> list[str]:
    return [member.whereabouts for member in store.household(book, id_, day).members]


# ---- the head goes ----


def test_after_a_head_that_went_another_name_may_be_typed(book):
    id_ = store.add_household(book, "山田 太郎")
    store.member_leaves(book, store.household(book, id_).members[0].id, date(2024, 1, 1))
    store.change_household(book, id_, "head", "山田 花子")
    assert store.household(book, id_).head == "山田 花子"
    assert store.household(book, id_, date(2023, 12, 31)).head == "山田 太郎"


def test_who_is_made_the_head_afterwards_is_it_from_the_day_the_last_one_went(book, couple):
    id_, head, wife = couple
    store.member_leaves(book, head.id, date(2024, 1, 1))
    store.change_members(book, id_, [replace(wife, relation="head")])
    assert store.household(book, id_).head == "山田 花子"
    before = store.household(book, id_, date(2023, 12, 31))
    assert [member.relation for member in before.members] == ["head", "妻"]


def test_a_new_person_may_take_the_place_of_a_head_that_went(book, couple):
    id_, head, wife = couple
    store.member_leaves(book, head.id, date(2024, 1, 1))
    store.change_members(book, id_, [Member(0, relation="head", name="山田 一郎"), wife])
    assert store.household(book, id_).head == "山田 一郎"


def test_a_head_who_came_later_is_the_head_from_then_on(book):
    id_ = store.add_household(book, "山田 太郎")
    head = store.household(book, id_).members[0]
    wife = store.add_member(book, id_, Member(0, relation="妻", name="山田 花子"), "2025-03-01")
    store.member_leaves(book, head.id, date(2024, 1, 1), wife)
    assert store.household(book, id_).head == "山田 花子"
    assert store.household(book, id_, date(2025, 3, 1)).head == "山田 花子"


# ---- the household goes ----


def test_a_household_may_leave_later_than_was_said(book, couple, today):
    id_, *_people = couple
    store.household_leaves(book, id_, today + timedelta(days=5))
    store.household_leaves(book, id_, today + timedelta(days=50))
    still = store.household(book, id_, today + timedelta(days=49))
    assert (still.head, still.address, len(still.members)) == ("山田 太郎", "豊科1", 2)
    assert store.household(book, id_, today + timedelta(days=50)) is None
    store.household_leaves(book, id_, today + timedelta(days=2))
    assert store.household(book, id_, today + timedelta(days=2)) is None


def test_who_left_before_does_not_come_back_when_the_household_stays_longer(book, couple, today):
    id_, _head, wife = couple
    store.member_leaves(book, wife.id, date(2024, 1, 1))
    store.household_leaves(book, id_, today + timedelta(days=5))
    store.household_leaves(book, id_, today + timedelta(days=50))
    assert len(store.household(book, id_, today + timedelta(days=20)).members) == 1


def test_nobody_comes_to_a_household_that_is_gone(book, couple, today):
    id_, *_people = couple
    soon = today + timedelta(days=30)
    store.add_member(book, id_, Member(0, relation="孫", name="山田 凜"), soon.isoformat())
    before = book.tuples("SELECT * FROM member_home ORDER BY id")
    store.household_leaves(book, id_, today + timedelta(days=5))
    assert [name for (name,) in book.tuples("SELECT name FROM member")] == [
        "山田 太郎",
        "山田 花子",
    ]
    assert book.tuples("SELECT 1 FROM member_home WHERE until > :day", day=soon.isoformat()) == []
    book.undo()
    assert book.tuples("SELECT * FROM member_home ORDER BY id") == before


@pytest.mark.parametrize(
    "change",
    [
        lambda book, id_, who, group: store.household_leaves(book, id_, date(2019, 1, 1)),
        lambda book, id_, who, group: store.member_leaves(book, who, date(2019, 1, 1)),
        lambda book, id_, who, group: store.change_household_from(
            book, id_, "tonarigumi_id", group, date(2019, 1, 1)
        ),
        lambda book, id_, who, group: store.change_household_from(
            book, id_, "membership", "paused", date(2019, 1, 1)
        ),
        lambda book, id_, who, group: store.change_member(
            book, who, "relation", "父", date(2019, 1, 1)
        ),
    ],
)
def test_nothing_happens_before_the_household_was_there(book, change):
    group = add_tonarigumi(book, "第1隣組")
    id_ = store.add_household(book, "山田 太郎", since="2020-04-01")
    before = store.household(book, id_)
    with pytest.raises(NotAllowed, match="日"):
        change(book, id_, before.members[0].id, group)
    assert store.household(book, id_) == before


def test_what_is_removed_twice_is_explained(book):
    id_ = store.add_household(book, "山田 太郎")
    store.remove_household(book, id_)
    with pytest.raises(NotAllowed, match="ありません"):
        store.remove_household(book, id_)


# ---- whereabouts and relations from a day on ----


def test_what_begins_some_day_does_not_begin_today(book, couple, today):
    id_, head, wife = couple
    later = today + timedelta(days=30)
    away = replace(wife, whereabouts="care", relation="母", phone="090-1234-5678")
    store.change_members_from(book, id_, [head, away], later)
    now = store.household(book, id_).members[1]
    assert (now.whereabouts, now.relation, now.phone) == ("home", "妻", "090-1234-5678")
    then = store.household(book, id_, later).members[1]
    assert (then.whereabouts, then.relation) == ("care", "母")


def test_back_from_hospital_and_to_a_home(book, couple, today):
    """A correction where nothing is written for today leaves what was before as it was."""
    id_, head, _wife = couple
    with book.step("") as db:
        db.table("member_whereabouts").insert(
            {
                "member_id": head.id,
                "whereabouts": "hospital",
                "since": "2024-01-01",
                "until": "2024-03-01",
            }
        )
    head, wife = store.household(book, id_).members
    assert head.whereabouts == "home"
    store.change_members(book, id_, [replace(head, whereabouts="care"), wife])
    assert whereabouts(book, id_, today) == ["care", "home"]
    assert whereabouts(book, id_, date(2024, 2, 1)) == ["hospital", "home"]


def test_a_change_to_what_already_holds_is_no_step(book, couple, today):
    id_, *_people = couple
    steps = len(last_steps(book))
    store.change_household_from(book, id_, "membership", "full", today)
    assert len(last_steps(book)) == steps


def test_orders_of_any_size_come_in_the_same_order_everywhere(book):
    for order in (1_000_001, 1_000_000, 999_999, 5, -3, -2, 0):
        store.add_household(book, "山田", walking_order=order)
    in_order = [each.id for each in store.households_on(book)]
    assert store.household_ids(book) == in_order


def test_a_pasted_page_finds_nothing_and_breaks_nothing(book):
    store.add_household(book, "山田 太郎")
    assert store.find_households(book, " ".join(f"山{n}" for n in range(3000))) == []
