"""What happens to a household in a year: today, in advance, and found out late."""

from datetime import date, timedelta

import pytest

from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.history import last_steps
from kucho_desktop.core.tables import TABLES
from kucho_desktop.households import store
from kucho_desktop.households.model import Member
from kucho_desktop.tonarigumi.store import add_tonarigumi

SINCE = date(2010, 4, 1)
LATE, NOW, AHEAD = date(2025, 6, 1), date(2026, 11, 20), date(2027, 4, 1)
DAYS = pytest.mark.parametrize("day", [LATE, NOW, AHEAD])


@pytest.fixture
def family(book) -> tuple[int, list[int]]:
    """A head with wife, eldest son, the son's wife and a grandchild."""
    add_tonarigumi(book, "第1隣組")
    add_tonarigumi(book, "第2隣組")
    id_ = store.add_household(
        book,
        "髙橋 一郎",
        kana="たかはし いちろう",
        tonarigumi_id=1,
        address="豊科1",
        since="2010-04-01",
    )
    for position, (relation, name) in enumerate(
        (("妻", "髙橋 和子"), ("長男", "髙橋 健太"), ("長男の妻", "髙橋 美咲"), ("孫", "髙橋 凜")),
        1,
    ):
        new = Member(0, relation=relation, name=name, position=position)
        store.add_member(book, id_, new, "2010-04-01")
    return id_, [member.id for member in store.household(book, id_).members]


def everything(book) -> dict:
    return {
        name: sorted(book.tuples(f'SELECT * FROM "{name}"'))
        for name in [*(each.name for each in TABLES.values() if each.journaled), "household_today"]
    }


@pytest.fixture
def undone(book):
    """What is done in the test is one step, and its undo gives the very rows back."""
    before: list = []

    def watch() -> None:
        before.extend((everything(book), len(last_steps(book))))

    yield watch
    assert len(last_steps(book)) == before[1] + 1
    book.undo()
    assert everything(book) == before[0]


def on(book, id_: int, day: date):
    return store.household(book, id_, day)


def relations(book, id_: int, day: date) -> dict[str, str]:
    return {each.name[3:]: each.relation for each in on(book, id_, day).members}


def the_day_before(day: date) -> date:
    return day - timedelta(days=1)


# ---- in the family ----


@pytest.mark.parametrize("day", [LATE, NOW])
def test_the_head_dies_and_the_son_takes_his_place(book, family, undone, day):
    id_, (head, _wife, son, *_rest) = family
    undone()
    before = on(book, id_, the_day_before(day))
    store.member_dies(book, id_, head, day, son)
    after = on(book, id_, day)
    assert (before.head, after.head) == ("髙橋 一郎", "髙橋 健太")
    assert (after.tonarigumi_id, after.walking_order) == (1, before.walking_order)
    assert relations(book, id_, day) == {"和子": "母", "健太": "head", "美咲": "妻", "凜": "子"}
    assert on(book, id_, the_day_before(day)).members[1].relation == "妻"
    assert last_steps(book)[0].text == "「髙橋 一郎」が亡くなり、「髙橋 健太」が世帯主になる"


def test_a_death_of_somebody_else_leaves_the_head(book, family, undone):
    id_, (_head, wife, *_rest) = family
    undone()
    store.member_dies(book, id_, wife, LATE)
    assert on(book, id_, NOW).head == "髙橋 一郎"
    assert len(on(book, id_, NOW).members) == 4


def test_a_death_found_out_late_after_another_head_was_written(book, family, undone):
    """The son has been the head since 2026; that his father died before is told only now."""
    id_, (head, wife, son, *_rest) = family
    store.head_changes(book, id_, son, date(2026, 4, 1))
    undone()
    store.member_dies(book, id_, head, LATE, wife)
    assert on(book, id_, LATE).head == "髙橋 和子"
    assert on(book, id_, date(2026, 3, 31)).head == "髙橋 和子"
    assert on(book, id_, date(2026, 4, 1)).head == "髙橋 健太"
    assert len(on(book, id_, NOW).members) == 4


def test_a_head_who_dies_needs_a_next_one(book, family):
    id_, (head, *_rest) = family
    with pytest.raises(NotAllowed, match="選んで"):
        store.member_dies(book, id_, head, NOW)
    with pytest.raises(NotAllowed, match="これから"):
        store.member_dies(book, id_, head, AHEAD, family[1][1])
    assert on(book, id_, NOW).head == "髙橋 一郎"


@pytest.mark.parametrize("house", ["empty", "gone"])
def test_the_last_one_dies(book, undone, house):
    id_ = store.add_household(book, "髙橋 キヨ", since="2010-04-01")
    undone()
    who = on(book, id_, NOW).members[0].id
    store.member_dies(book, id_, who, LATE, None, house)
    after = on(book, id_, NOW)
    assert on(book, id_, the_day_before(LATE)).head == "髙橋 キヨ"
    if house == "gone":
        assert after is None
    else:
        assert (after.head, after.membership, after.members) == ("髙橋 キヨ 宅", "empty", ())


@DAYS
def test_another_head(book, family, undone, day):
    id_, (_head, _wife, son, *_rest) = family
    undone()
    store.head_changes(book, id_, son, day)
    assert on(book, id_, day).head == "髙橋 健太"
    assert relations(book, id_, day)["一郎"] == "父"
    assert on(book, id_, the_day_before(day)).head == "髙橋 一郎"


@DAYS
def test_a_child_is_born(book, family, undone, day):
    id_, _people = family
    undone()
    store.member_joins(book, id_, Member(0, relation="孫", name="髙橋 蓮"), day)
    assert len(on(book, id_, day).members) == 6
    assert len(on(book, id_, the_day_before(day)).members) == 5


@DAYS
def test_the_head_leaves(book, family, undone, day):
    id_, (head, wife, *_rest) = family
    undone()
    store.member_goes(book, id_, head, day, wife)
    assert relations(book, id_, day) == {
        "和子": "head", "健太": "長男", "美咲": "長男の妻", "凜": "孫"
    }  # fmt: skip


@DAYS
@pytest.mark.parametrize("house", ["empty", "gone"])
def test_the_only_one_leaves(book, undone, house, day):
    id_ = store.add_household(book, "髙橋 キヨ", since="2010-04-01")
    undone()
    store.member_goes(book, id_, on(book, id_, day).members[0].id, day, None, house)
    after, before = on(book, id_, day), on(book, id_, the_day_before(day))
    assert (before.head, before.membership) == ("髙橋 キヨ", "full")
    assert before.circular == ("pass" if day == AHEAD or house == "gone" else "skip")
    if house == "gone":
        assert after is None
    else:
        assert (after.head, after.membership, after.members) == ("髙橋 キヨ 宅", "empty", ())


@DAYS
def test_into_a_home_and_back(book, family, undone, day):
    id_, (_head, wife, *_rest) = family
    undone()
    with book.step("there and back"):
        store.whereabouts_change(book, id_, wife, "care", day)
        store.whereabouts_change(book, id_, wife, "home", day + timedelta(days=30))
    at = [on(book, id_, each).members[1].whereabouts for each in (the_day_before(day), day)]
    assert at == ["home", "care"]
    assert on(book, id_, day + timedelta(days=30)).members[1].whereabouts == "home"


# ---- the household ----


@DAYS
def test_a_move_within_the_district(book, family, undone, day):
    id_, _people = family
    undone()
    store.household_moves_within(book, id_, day, {"address": "穂高7"}, 2)
    after, before = on(book, id_, day), on(book, id_, the_day_before(day))
    assert (after.address, after.tonarigumi_id) == ("穂高7", 2)
    assert (before.address, before.tonarigumi_id) == ("豊科1", 1)


@DAYS
def test_another_group(book, family, undone, day):
    id_, _people = family
    undone()
    store.household_changes_group(book, id_, 2, day)
    assert on(book, id_, day).tonarigumi_id == 2
    assert on(book, id_, the_day_before(day)).tonarigumi_id == 1


@DAYS
@pytest.mark.parametrize(
    ("happens", "membership"), [(store.household_pauses, "paused"), (store.household_quits, "none")]
)
def test_a_household_pauses_or_quits(book, family, undone, day, happens, membership):
    id_, _people = family
    undone()
    happens(book, id_, day, "役の負担")
    assert on(book, id_, day).membership == membership
    assert on(book, id_, the_day_before(day)).membership == "full"
    assert on(book, id_, NOW).circular == ("pass" if day == AHEAD else "skip")
    assert any("役の負担" in line for line in store.history_of(book, id_)[0].details)


@DAYS
def test_a_household_joins_again(book, family, undone, day):
    id_, _people = family
    store.household_pauses(book, id_, date(2020, 1, 1))
    undone()
    store.household_joins_again(book, id_, day)
    assert on(book, id_, day).membership == "full"
    assert on(book, id_, the_day_before(day)).membership == "paused"
    assert on(book, id_, NOW).circular == ("skip" if day == AHEAD else "pass")


@DAYS
def test_the_young_set_up_a_household(book, family, undone, day):
    id_, (_head, _wife, son, his_wife, child) = family
    undone()
    new = store.household_splits(book, id_, [his_wife, child], son, day)
    assert relations(book, new, day) == {"健太": "head", "美咲": "妻", "凜": "子"}
    assert relations(book, id_, day) == {"一郎": "head", "和子": "妻"}
    assert on(book, new, the_day_before(day)) is None
    assert len(on(book, id_, the_day_before(day)).members) == 5
    assert (on(book, new, day).address, on(book, new, day).tonarigumi_id) == ("豊科1", 1)


@DAYS
def test_two_households_become_one(book, family, undone, day):
    id_, _people = family
    mother = store.add_household(book, "小林 フミ", since="2012-01-01")
    undone()
    store.households_merge(book, mother, id_, day, "妻の母")
    assert relations(book, id_, day)["フミ"] == "妻の母"
    assert on(book, mother, day) is None
    assert on(book, mother, the_day_before(day)).head == "小林 フミ"
    assert on(book, id_, day).head == "髙橋 一郎"


def test_the_head_does_not_split_off(book, family):
    id_, (head, wife, *_rest) = family
    with pytest.raises(NotAllowed, match="世帯主"):
        store.household_splits(book, id_, [head], wife, NOW)


def test_who_will_leave_the_district_sets_up_no_household_that_stays_empty(book, family):
    id_, (_head, _wife, son, *_rest) = family
    store.member_goes(book, id_, son, NOW + timedelta(days=9))
    before = everything(book)
    with pytest.raises(NotAllowed, match="だれもいない世帯"):
        store.household_splits(book, id_, [], son, NOW)
    assert everything(book) == before


@pytest.mark.parametrize(
    "happens",
    [
        lambda book, id_, who: store.member_dies(book, id_, who[1], date(2001, 1, 1)),
        lambda book, id_, who: store.household_pauses(book, id_, date(2001, 1, 1)),
        lambda book, id_, who: store.household_joins_again(book, id_, NOW),
        lambda book, id_, who: store.household_changes_group(book, id_, 1, NOW),
        lambda book, id_, who: store.household_changes_group(book, id_, 99, NOW),
        lambda book, id_, who: store.household_moves_within(book, id_, NOW, {}),
        lambda book, id_, who: store.households_merge(book, id_, id_, NOW),
        lambda book, id_, who: store.member_joins(book, id_, Member(0, relation="孫"), NOW),
        lambda book, id_, who: store.head_changes(book, id_, who[0], NOW),
        lambda book, id_, who: store.whereabouts_change(book, id_, who[1], "home", NOW),
    ],
)
def test_what_cannot_be_is_said_and_changes_nothing(book, family, happens):
    before = everything(book)
    with pytest.raises(NotAllowed, match="。"):
        happens(book, *family)
    assert everything(book) == before
