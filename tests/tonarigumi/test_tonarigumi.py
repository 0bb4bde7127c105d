"""Groups nest, move, change their names on a day, and stay while somebody is in them."""

from datetime import date, timedelta

import pytest

from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.households import store as households
from kucho_desktop.tonarigumi import store


@pytest.fixture
def groups(book) -> dict[str, int]:
    upper = store.add_tonarigumi(book, "上常会")
    first = store.add_tonarigumi(book, "第1隣組", parent_id=upper)
    second = store.add_tonarigumi(book, "第2隣組", parent_id=upper)
    return {"上常会": upper, "第1隣組": first, "第2隣組": second}


def names(book, day=None) -> list[str]:
    return [group.full_name for group in store.all_tonarigumi(book, day)]


def test_groups_stand_under_the_one_they_belong_to(book, groups):
    assert names(book) == ["上常会", "上常会 第1隣組", "上常会 第2隣組"]


def test_moving_changes_the_order_of_the_households_too(book, groups):
    one = households.add_household(book, "山田", tonarigumi_id=groups["第1隣組"])
    two = households.add_household(book, "鈴木", tonarigumi_id=groups["第2隣組"])
    store.move_tonarigumi(book, groups["第2隣組"], -1)
    assert names(book) == ["上常会", "上常会 第2隣組", "上常会 第1隣組"]
    assert households.household_ids(book) == [two, one]
    book.undo()
    assert households.household_ids(book) == [one, two]


def test_a_new_name_holds_from_its_day(book, groups):
    store.change_tonarigumi(book, groups["第1隣組"], "name", "東組", date(2026, 4, 1))
    assert "上常会 第1隣組" in names(book, date(2026, 3, 31))
    assert "上常会 東組" in names(book)


def test_a_group_cannot_belong_to_itself(book, groups):
    with pytest.raises(NotAllowed):
        store.change_tonarigumi(book, groups["上常会"], "parent_id", groups["第1隣組"])


def test_groups_do_not_go_round_in_a_circle_some_day(book, today):
    one, two = store.add_tonarigumi(book, "東"), store.add_tonarigumi(book, "西")
    later = today + timedelta(days=10)
    store.change_tonarigumi(book, one, "parent_id", two, later)
    with pytest.raises(NotAllowed, match="自分"):
        store.change_tonarigumi(book, two, "parent_id", one)
    assert names(book, later) == ["西", "西 東"]


def test_a_group_has_no_other_name_before_it_was_there(book):
    group = store.add_tonarigumi(book, "新しい組", since="2026-04-01")
    with pytest.raises(NotAllowed, match="日"):
        store.change_tonarigumi(book, group, "name", "前の組", date(2026, 1, 1))
    with pytest.raises(NotAllowed, match="日"):
        store.end_tonarigumi(book, group, date(2026, 1, 1))
    assert names(book) == ["新しい組"]


def test_a_group_that_an_undo_took_away_is_explained(book, today):
    group = store.add_tonarigumi(book, "新しい組")
    book.undo()
    for change in (
        lambda: store.change_tonarigumi(book, group, "name", "別の名"),
        lambda: store.move_tonarigumi(book, group, 1),
        lambda: store.end_tonarigumi(book, group, today),
        lambda: store.remove_tonarigumi(book, group),
    ):
        with pytest.raises(NotAllowed, match="ありません"):
            change()


def test_a_group_stays_while_somebody_is_in_it(book, groups, today):
    households.add_household(book, "山田", tonarigumi_id=groups["第1隣組"])
    with pytest.raises(NotAllowed, match="世帯"):
        store.end_tonarigumi(book, groups["第1隣組"], today)
    with pytest.raises(NotAllowed, match="組"):
        store.remove_tonarigumi(book, groups["上常会"])
    store.end_tonarigumi(book, groups["第2隣組"], today)
    assert names(book) == ["上常会", "上常会 第1隣組"]
    assert len(names(book, date(2026, 11, 19))) == 3


def test_groups_are_found_by_any_spelling(book, groups):
    assert [group.name for group in store.find_tonarigumi(book, "第１")] == ["第1隣組"]
