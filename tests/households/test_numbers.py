"""The figures of any day, of many days and of what happened between them."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from households.counting import check_figures_follow, counted_one_by_one

from kucho_desktop.app.books import open_book
from kucho_desktop.app.practice import write_practice_book
from kucho_desktop.app.standing import standing_of
from kucho_desktop.core import i18n
from kucho_desktop.core.book import Book
from kucho_desktop.core.history import last_steps
from kucho_desktop.households import store
from kucho_desktop.households.model import HEAD, Member
from kucho_desktop.households.model.figures.headcount import total
from kucho_desktop.households.model.figures.told import city_facts, percent_of
from kucho_desktop.tonarigumi.store import add_tonarigumi

TODAY = date(2026, 11, 20)
START = date(2026, 4, 1)


@pytest.fixture(scope="module")
def district(tmp_path_factory) -> Iterator[Book]:
    """The invented district with ten years of events."""
    path: Path = tmp_path_factory.mktemp("district") / "a.kucho"
    i18n.use("ja")
    write_practice_book(path, "renshu-2026", households=120, years=10, today=TODAY)
    book = open_book(path, "renshu-2026", today=TODAY)
    yield book
    book.close()


@pytest.fixture
def family(book) -> int:
    """髙橋 with wife and son, since 2020, in the first of two groups."""
    for name in ("第1隣組", "第2隣組"):
        add_tonarigumi(book, name)
    id_ = store.add_household(
        book, "髙橋 治", kana="たかはし おさむ", tonarigumi_id=1, since="2020-04-01"
    )
    for place, (relation, name) in enumerate((("妻", "髙橋 花代"), ("長男", "髙橋 翔太")), 1):
        store.add_member(
            book, id_, Member(0, relation=relation, name=name, position=place), "2020-04-01"
        )
    return id_


def moves(book, first=START, last=TODAY) -> list[tuple[str, str, tuple[str, ...], int]]:
    found = store.moves_between(book, first, last)
    return [(move.kind, move.head, move.people, move.persons) for move in found]


def people(book, id_) -> dict[str, int]:
    return {member.name: member.id for member in store.members_of(book, id_)}


# ---- the invented district ----


def test_figures_are_those_counted_one_by_one(district):
    chance = Random(3)
    for _try in range(12):
        day = TODAY - timedelta(days=chance.randrange(3650))
        assert list(store.headcounts_on(district, day)) == counted_one_by_one(district, day)


def test_each_day_s_figures_are_the_former_ones_and_what_happened(district):
    chance = Random(4)
    days = sorted({TODAY - timedelta(days=chance.randrange(3650)) for _try in range(120)})
    check_figures_follow(district, days)


def test_the_home_page_says_the_same(district):
    now = total("", store.headcounts_on(district, TODAY))
    facts = dict(standing_of(district).facts)
    assert facts["世帯"] == f"{now.households}世帯"
    assert facts["人口"] == f"{now.persons}人"
    assert facts["加入率"] == percent_of(now.joined_percent)


def test_years_are_counted_at_their_end_with_what_happened_in_each(district):
    years = store.years_of_district(district, TODAY)
    assert [year.title for year in years][:3] == ["平成29年度", "平成30年度", "令和元年度"]
    assert len(years) == 10
    assert [year.day for year in years][-2:] == [date(2026, 3, 31), TODAY]
    assert [year.short for year in years][:4] == ["H29", "H30", "R1", "R2"]
    for before, year in pairwise(years):
        came = year.people("came", "person_came", "born")
        went = year.people("went", "person_went", "died")
        assert year.count.persons == before.count.persons + came - went


def test_what_the_city_asks_adds_up(district):
    found = store.population_on(district, TODAY)
    facts = dict(city_facts(found, found.district()))
    joined, other = int(facts["うち加入"]), int(facts["うち未加入"])
    assert int(facts["人の住む世帯"]) == joined + other
    assert facts["隣組"] == "8"


def test_the_dead_of_the_practice_district_died(district):
    kinds = {move.kind for move in store.moves_between(district, date(2017, 1, 1), TODAY)}
    assert {"came", "went", "born", "died", "emptied", "paused", "left"} <= kinds


# ---- what happened ----


def test_who_is_born_comes_or_goes_is_told_apart(book, family):
    baby = Member(0, relation="孫", name="髙橋 凜", born="2026-05-03")
    store.member_joins(book, family, baby, date(2026, 5, 3))
    bride = Member(0, relation="長男の妻", name="髙橋 さくら", born="1995-05-03")
    store.member_joins(book, family, bride, date(2026, 6, 1))
    store.member_goes(book, family, people(book, family)["髙橋 翔太"], date(2026, 7, 1))
    store.member_dies(book, family, people(book, family)["髙橋 花代"], date(2026, 8, 1))
    assert moves(book) == [
        ("born", "髙橋 治", ("髙橋 凜",), 1),
        ("person_came", "髙橋 治", ("髙橋 さくら",), 1),
        ("person_went", "髙橋 治", ("髙橋 翔太",), -1),
        ("died", "髙橋 治", ("髙橋 花代",), -1),
    ]


def test_a_death_taken_back_was_none(book, family):
    store.member_dies(book, family, people(book, family)["髙橋 花代"], date(2026, 8, 1))
    book.undo()
    store.member_goes(book, family, people(book, family)["髙橋 花代"], date(2026, 8, 1))
    assert [kind for kind, *_rest in moves(book)] == ["person_went"]
    assert len(last_steps(book, 3)) == 3


def test_a_household_takes_its_people_along(book, family):
    store.household_leaves(book, family, date(2026, 6, 1), "転勤")
    (gone,) = store.moves_between(book, START, TODAY)
    assert (gone.kind, gone.head, gone.size, gone.persons) == ("went", "髙橋 治", 3, -3)
    assert (gone.reason, gone.tonarigumi_id, gone.households) == ("転勤", 1, -1)


def test_what_happens_between_households_changes_no_number_of_persons(book, family):
    son = people(book, family)["髙橋 翔太"]
    new = store.household_splits(book, family, [son], son, date(2026, 6, 1))
    store.households_merge(book, new, family, date(2026, 9, 1), "長男")
    assert moves(book) == [("split", "髙橋 翔太", (), 0), ("merged", "髙橋 翔太", (), 0)]


def test_joining_quitting_and_pausing_are_told(book, family):
    store.household_pauses(book, family, date(2026, 5, 1))
    store.household_joins_again(book, family, date(2026, 6, 1))
    store.household_quits(book, family, date(2026, 7, 1), "役員の負担")
    store.household_joins_again(book, family, date(2026, 8, 1))
    found = store.moves_between(book, START, TODAY)
    assert [move.kind for move in found] == ["paused", "resumed", "left", "joined"]
    assert [move.joined for move in found] == [0, 0, -1, 1]


@pytest.mark.parametrize(("house", "kind"), [("empty", "emptied"), ("gone", "ended")])
def test_the_last_one_s_death_leaves_a_house_or_nothing(book, house, kind):
    id_ = store.add_household(book, "山﨑 和子", since="2020-04-01")
    (who,) = store.members_of(book, id_)
    store.member_dies(book, id_, who.id, date(2026, 6, 1), house=house)
    assert sorted(kind for kind, *_rest in moves(book)) == sorted(["died", kind])


def test_moving_into_an_empty_house_is_moving_in(book):
    id_ = store.add_household(book, "空き家", membership="empty", since="2020-04-01")
    store.change_household_from(book, id_, "membership", "full", date(2026, 6, 1))
    head = Member(0, relation=HEAD, name="小林 茂")
    store.add_member(book, id_, head, "2026-06-01")
    assert moves(book) == [("came", "小林 茂", (), 1)]


def test_another_group_or_head_is_no_move(book, family):
    store.household_changes_group(book, family, 2, date(2026, 5, 1))
    store.head_changes(book, family, people(book, family)["髙橋 翔太"], date(2026, 6, 1))
    assert moves(book) == []


def test_the_first_and_the_last_day_belong_to_the_time(book, family):
    store.household_leaves(book, family, date(2026, 6, 1))
    day = date(2026, 6, 1)
    assert len(moves(book, day, day)) == 1
    assert moves(book, START, day - timedelta(days=1)) == []
    assert moves(book, day + timedelta(days=1), TODAY) == []


def test_years_before_anything_ended_are_not_told(book, family):
    assert [year.title for year in store.years_of_district(book, TODAY)] == ["令和8年度"]
    store.household_leaves(book, family, date(2024, 6, 1))
    told = store.years_of_district(book, TODAY)
    assert [(year.title, year.count.persons) for year in told] == [
        ("令和6年度", 0),
        ("令和7年度", 0),
        ("令和8年度", 0),
    ]


def test_an_empty_book_has_figures_too(book):
    found = store.population_on(book, TODAY)
    assert found.groups == ()
    assert found.district().joined_percent is None
    assert [year.count.persons for year in found.years] == [0]
