"""The bin: proposed by the rule, confirmed, put back, gone after thirty days by itself."""

from datetime import date, timedelta

import pytest
from core.canaries import is_found

from kucho_desktop.association.store import change_association, name_association, years_kept
from kucho_desktop.core.erased import erasures
from kucho_desktop.core.errors import CannotUndo
from kucho_desktop.core.history import last_steps
from kucho_desktop.households import store
from kucho_desktop.households.model import Member
from kucho_desktop.records.model.erasing import who_said, why_said
from kucho_desktop.records.store.erasing import (
    count_proposed,
    erase_due,
    is_anything_due,
    proposed,
    put_into_bin,
    take_out_of_bin,
    waiting,
)
from kucho_desktop.tonarigumi.store import add_tonarigumi

KEY = bytes(range(32))
LATER = date(2026, 12, 20)


@pytest.fixture
def district(book):
    """1 goes on without his wife, 2 left six years ago, 3 left two years ago."""
    name_association(book, name="梓野区")
    group = add_tonarigumi(book, "第1隣組")
    for head in ("髙橋 清", "宮澤 実", "百瀬 正"):
        store.add_household(book, head, tonarigumi_id=group, address="豊科1")
    wife = store.add_member(book, 1, Member(0, relation="妻", name="髙橋 春"))
    store.member_dies(book, 1, wife, date(2018, 6, 1))
    store.household_leaves(book, 2, date(2020, 4, 1), "松本市へ")
    store.household_leaves(book, 3, date(2024, 4, 1))
    return book


def later(book, days=30) -> None:
    book._today = book.today + timedelta(days=days)
    book.see_new_day()


def test_those_who_left_or_died_are_proposed_with_why(district):
    said = [(who_said(each), why_said(each)) for each in proposed(district)]
    assert said == [
        ("髙橋 春（髙橋 清の世帯）", "平成30年6月1日に死亡"),
        ("宮澤 実の世帯（1人）", "令和2年4月1日に転出など（松本市へ）"),
    ]
    assert count_proposed.of(district) == 2


def test_the_rule_is_the_districts(district):
    assert years_kept(district) == 5
    change_association(district, "erase_after", 2)
    assert [each.id for each in proposed(district)] == [4, 2, 3]
    assert len(proposed(district, 7)) == 1


@pytest.mark.parametrize(("left", "is_proposed"), [("2021-11-20", True), ("2021-11-21", False)])
def test_not_a_day_before_the_years_are_over(district, left, is_proposed):
    with district.step("left") as db:
        sql = "UPDATE household_membership SET until = ? WHERE household_id = 3"
        db.execute(sql, [left])
    assert (
        ("household", 3) in [(each.kind, each.id) for each in proposed(district)]
    ) is is_proposed


def test_in_the_bin_until_the_day_and_put_back_with_undo(district):
    put_into_bin(district, proposed(district), 5)
    assert [each.goes_on for each in waiting(district)] == [LATER, LATER]
    assert proposed(district) == []
    assert count_proposed.of(district) == 0
    district.undo()
    assert waiting(district) == []
    assert len(proposed(district)) == 2


def test_one_is_put_back(district):
    put_into_bin(district, proposed(district), 5)
    take_out_of_bin(district, [waiting(district)[0].id])
    assert [each.who.name for each in waiting(district)] == ["宮澤 実"]


def test_after_thirty_days_they_are_gone_by_themselves(district):
    put_into_bin(district, proposed(district), 5)
    later(district, 29)
    assert not is_anything_due(district)
    assert erase_due(district).count == 0
    later(district, 1)
    assert is_anything_due(district)
    done = erase_due(district)
    assert (done.count, done.back) == (2, 0)
    assert [(each.households, each.people) for each in erasures(district)] == [(1, 2)]
    assert waiting(district) == proposed(district) == []
    assert not is_found(district.path, KEY, "宮澤")
    assert not is_found(district.path, KEY, "髙橋 春")
    assert is_found(district.path, KEY, "髙橋 清")


def test_what_was_put_into_the_bin_is_not_undone_any_more(district):
    put_into_bin(district, proposed(district), 5)
    step = last_steps(district, 1)[0]
    later(district)
    erase_due(district)
    assert district.undo_label() == ""
    with pytest.raises(CannotUndo, match="消去"):
        district.undo_step(step.id)


def test_who_came_back_within_the_thirty_days_stays(district):
    put_into_bin(district, proposed(district), 5)
    with district.step("came back") as db:
        db.execute("UPDATE household_membership SET until = '9999-12-31' WHERE household_id = 2")
        db.execute("UPDATE member_home SET until = '9999-12-31' WHERE household_id = 2")
    assert [each.is_back for each in waiting(district)] == [False, True]
    later(district)
    done = erase_due(district)
    assert (done.count, done.back) == (1, 1)
    assert store.household(district, 2).head == "宮澤 実"
    assert waiting(district) == []


def test_a_person_whose_household_leaves_meanwhile_still_goes(district):
    change_association(district, "erase_after", 1)
    put_into_bin(district, [each for each in proposed(district) if each.kind == "member"], 1)
    store.household_leaves(district, 1, date(2025, 1, 1))
    assert [each.is_back for each in waiting(district)] == [False]


def test_a_household_removed_by_mistake_leaves_the_bin(district):
    put_into_bin(district, proposed(district), 5)
    store.remove_household(district, 2)
    assert [each.who.name for each in waiting(district)] == ["髙橋 春"]


def test_entries_that_became_one_go_together(district):
    store.add_household(district, "宮澤 みのる", address="豊科1", tonarigumi_id=1)
    store.unite(district, 2, 4) if store.household(district, 2) else None
    put_into_bin(district, proposed(district), 5)
    later(district)
    erase_due(district)
    assert not is_found(district.path, KEY, "宮澤 実")
