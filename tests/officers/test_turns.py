"""隣組長輪番: the pure reckoning, for any houses, and a few by hand."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kucho_desktop.core.fiscal_years import fiscal_year_of, years_between
from kucho_desktop.officers.model.turns import (
    EARLY,
    LATER,
    LEAVES,
    NEW,
    PAUSED,
    RELIEVED,
    Fixed,
    Freed,
    House,
    Served,
    reckoned,
)

TODAY = date(2026, 11, 20)
THIS = fiscal_year_of(TODAY)


def coming(count: int):
    """So many years from the next one on."""
    return years_between(date(2027, 4, 1), date(2026 + count, 4, 1))


def street(count: int) -> list[House]:
    return [House(id_, f"{id_}番目", id_) for id_ in range(1, count + 1)]


def ids(turns) -> list[int]:
    return [turn.household_id for turn in turns]


def at(year) -> str:
    return year.first.isoformat()


def exchanged(one, other, first: int, second: int) -> list[Fixed]:
    """The houses of two years in each other's place."""
    return [
        Fixed(at(one), second, True, at(other)),
        Fixed(at(other), first, True, at(one)),
    ]


@given(st.integers(1, 12), st.integers(1, 30))
def test_everybody_has_a_turn_before_anybody_has_two(houses, years):
    turns = ids(reckoned(street(houses), coming(years), TODAY, served={}))
    for start in range(0, years, houses):
        part = turns[start : start + houses]
        assert len(set(part)) == len(part)
    assert turns[:houses] == list(range(1, houses + 1))[:years]


@given(st.integers(2, 10), st.data())
def test_an_exchange_moves_two_years_and_no_other(houses, data):
    years = coming(2 * houses)
    before = ids(reckoned(street(houses), years, TODAY, served={}))
    one = data.draw(st.integers(0, houses - 2))
    other = data.draw(st.integers(one + 1, houses - 1))
    fixed = exchanged(years[one], years[other], before[one], before[other])
    after = ids(reckoned(street(houses), years, TODAY, served={}, fixed=fixed))
    wanted = list(before)
    wanted[one], wanted[other] = before[other], before[one]
    assert after == wanted


@given(
    st.lists(
        st.builds(
            House,
            st.integers(1, 12),
            st.just("家"),
            st.integers(0, 5),
            st.sampled_from(["", "2020-01-01", "2026-12-01", "2028-01-01"]),
            st.sampled_from(["9999-12-31", "2027-01-01", "2029-06-01"]),
            st.booleans(),
        ),
        max_size=12,
        unique_by=lambda each: each.id,
    ),
    st.lists(
        st.builds(
            Freed,
            st.integers(1, 12),
            st.sampled_from(["", "2027-04-01", "2028-04-01"]),
            st.sampled_from(["9999-12-31", "2029-04-01"]),
        ),
        max_size=8,
    ),
    st.lists(
        st.tuples(st.integers(0, 5), st.integers(1, 12), st.booleans()),
        max_size=3,
        unique_by=lambda each: each[0],
    ),
)
def test_nobody_is_chosen_who_may_not_be(houses, freed, written):
    years = coming(6)
    fixed = [Fixed(at(years[n]), house, apart) for n, house, apart in written]
    turns = reckoned(houses, years, TODAY, served={}, fixed=fixed, freed=freed)
    assert turns == reckoned(houses, years, TODAY, served={}, fixed=fixed, freed=freed)
    assert [turn.year for turn in turns] == years
    known = {house.id: house for house in houses}
    for turn in turns:
        passed = [each.household_id for each in turn.skipped]
        assert len(set(passed)) == len(passed)
        assert turn.household_id not in passed
        if turn.is_fixed:
            continue
        free = {
            each.id
            for each in houses
            if not each.is_paused
            and each.until > at(turn.year)
            and each.since <= f"{turn.year.first.year - 1}-04-01"
            and not any(
                one.household_id == each.id and one.since <= at(turn.year) < one.until
                for one in freed
            )
        }
        assert turn.household_id in free if free else turn.household_id == 0
        if not turn.household_id:
            assert set(passed) == set(known)


def test_the_round_goes_on_behind_who_was_last():
    years = [THIS, *coming(3)]
    turns = reckoned(street(5), years, TODAY, served={at(THIS): Served(3, "三番目")})
    assert ids(turns) == [3, 4, 5, 1]
    assert turns[0].is_served


def test_a_past_year_of_which_nothing_is_known_stays_open():
    past = years_between(date(2024, 4, 1), date(2026, 4, 1))
    turns = reckoned(street(3), past, TODAY, served={})
    assert [turn.is_past for turn in turns] == [True, True, False]
    assert ids(turns) == [0, 0, 1]


def test_whoever_served_and_is_gone_keeps_the_place_in_the_round():
    houses = [house for house in street(5) if house.id != 3]
    was = {at(THIS): Served(3, "いない家")}
    turns = reckoned(houses, [THIS, *coming(2)], TODAY, served=was, places={3: (3, 3)})
    assert ids(turns) == [3, 4, 5]


def test_every_reason_is_told():
    houses = [
        House(1, "一", 1),
        House(2, "二", 2, is_paused=True),
        House(3, "三", 3, since="2026-10-01"),
        House(4, "四", 4, until="2027-02-01"),
        House(5, "五", 5),
    ]
    freed = [Freed(1, "2020-04-01", "2030-04-01", "高齢")]
    (turn,) = reckoned(houses, coming(1), TODAY, served={}, freed=freed)
    assert turn.household_id == 5
    assert [each.why for each in turn.skipped] == [RELIEVED, PAUSED, NEW, LEAVES]
    assert turn.skipped[0].said() == "一（役員免除：高齢）"
    assert turn.skipped[0].said(with_reason=False) == "一"


def test_all_are_passed_over():
    freed = [Freed(id_, "", "9999-12-31") for id_ in (1, 2, 3)]
    turns = reckoned(street(3), coming(2), TODAY, served={}, freed=freed)
    assert ids(turns) == [0, 0]
    assert [each.why for each in turns[0].skipped] == [RELIEVED] * 3


def test_a_group_without_houses_has_no_turn():
    assert ids(reckoned([], coming(2), TODAY, served={})) == [0, 0]


def test_who_served_early_is_passed_over_once():
    years = coming(5)
    fixed = [Fixed(at(years[0]), 3, apart=True)]
    turns = reckoned(street(4), years, TODAY, served={}, fixed=fixed)
    assert ids(turns) == [3, 1, 2, 4, 1]
    assert [(each.household_id, each.why) for each in turns[3].skipped] == [(3, EARLY)]


def test_who_goes_later_is_told_as_exchanged():
    years = coming(4)
    fixed = exchanged(years[0], years[2], 1, 3)
    turns = reckoned(street(4), years, TODAY, served={}, fixed=fixed)
    assert ids(turns) == [3, 2, 1, 4]
    assert [(each.household_id, each.why) for each in turns[1].skipped] == [(1, LATER)]


def test_a_house_that_moves_in_waits_until_it_has_been_here_a_year():
    houses = [House(1, "一", 1), House(2, "二", 2, since="2026-04-02")]
    assert ids(reckoned(houses, coming(2), TODAY, served={})) == [1, 2]
    just_so = [House(1, "一", 1), House(2, "二", 2, since="2026-04-01")]
    was = {at(THIS): Served(1, "一")}
    assert ids(reckoned(just_so, [THIS, *coming(1)], TODAY, served=was)) == [1, 2]
    assert ids(reckoned(houses, [THIS, *coming(1)], TODAY, served=was)) == [1, 1]
