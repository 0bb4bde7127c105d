"""What happens in a year to houses, ties and groups, for the chief of `test_any_year.py`."""

from contextlib import AbstractContextManager
from datetime import date, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from kucho_desktop.core.book import Book
from kucho_desktop.households import store
from kucho_desktop.households.model import Household
from kucho_desktop.households.model.ties.ties import KINDS, Tie
from kucho_desktop.tonarigumi import store as groups

TODAY = date(2026, 11, 20)
FIRST = date(2024, 4, 1)
DAYS = st.integers(-30, 1200).map(lambda days: FIRST + timedelta(days=days))
NAMES = st.sampled_from(["髙橋 一郎", "山﨑 和子", "𠮷田 凜", "", "小林 茂"])


class YearOfHouses(RuleBasedStateMachine):
    """Houses are found, moved into and tied to each other; groups are formed anew."""

    book: Book

    def happening(self) -> AbstractContextManager[None]:
        """One event is one step."""
        raise AssertionError

    def some(self, data) -> Household:
        """One of today's households."""
        raise AssertionError

    @rule(data=st.data(), day=DAYS, name=NAMES)
    def somebody_moves_in(self, data, day, name):
        with self.happening():
            store.household_moves_in(self.book, self.some(data).id, name, day, building="2号")

    @rule(people=st.integers(0, 3), day=DAYS, place=st.sampled_from(["青い屋根", ""]))
    def a_house_is_found(self, people, day, place):
        with self.happening():
            store.add_dwelling(
                self.book, place, people, tonarigumi_id=2, address="豊科3", since=day.isoformat()
            )

    @rule(place=st.sampled_from(["apartment", "empty"]), day=DAYS)
    def a_house_is_built(self, place, day):
        with self.happening():
            store.add_household(
                self.book, "家", membership=place, tonarigumi_id=1, since=day.isoformat()
            )

    # ---- ties ----

    @rule(
        data=st.data(),
        tie=st.sampled_from([code for code, _label, _back in KINDS]),
        name=NAMES,
        days=st.tuples(st.sampled_from(["", "2024-05-01"]), st.sampled_from(["", "2027-01-01"])),
    )
    def are_tied(self, data, tie, name, days):
        home, other = self.some(data).id, data.draw(st.sampled_from([None, self.some(data).id]))
        with self.happening():
            store.keep_tie(self.book, Tie(0, home, tie, other, name, since=days[0], until=days[1]))

    @rule(data=st.data())
    def a_tie_was_wrong(self, data):
        ties = store.ties_of(self.book, self.some(data).id)
        if ties:
            with self.happening():
                store.remove_tie(self.book, data.draw(st.sampled_from(ties)))

    # ---- groups ----

    def a_group(self, data) -> int:
        return data.draw(
            st.sampled_from([each.id for each in groups.all_tonarigumi(self.book)] or [1])
        )

    @rule(data=st.data(), day=DAYS, name=st.sampled_from(["東組", "西組", ""]))
    def a_group_is_split(self, data, day, name):
        group = self.a_group(data)
        there = [id_ for id_, _name in store.houses_in(self.book, group, day)]
        goes = data.draw(st.sets(st.sampled_from(there or [0])))
        with self.happening():
            store.split_group(self.book, group, name, goes, day)

    @rule(data=st.data(), day=DAYS)
    def groups_become_one(self, data, day):
        with self.happening():
            store.merge_groups(self.book, self.a_group(data), self.a_group(data), day)

    @rule(data=st.data(), day=DAYS, name=st.sampled_from(["東組", "南組"]))
    def a_group_is_renamed(self, data, day, name):
        with self.happening():
            groups.rename_tonarigumi(self.book, self.a_group(data), name, "", day)

    @rule(data=st.data(), day=DAYS)
    def a_group_is_moved(self, data, day):
        behind = data.draw(st.sampled_from([None, self.a_group(data)]))
        with self.happening():
            groups.place_tonarigumi(self.book, self.a_group(data), behind, day)

    @invariant()
    def ties_hold_between_households(self):
        """A tie has two sides, never the same; one to somebody who left has ended."""
        for tie in self.book.rows("SELECT * FROM household_tie"):
            assert tie["household_id"] != tie["other_id"]
            assert tie["since"] < tie["until"]
            assert tie["other_id"] or tie["name"] or tie["phone"]
        gone = self.book.tuples(
            """SELECT * FROM household_tie WHERE until > (SELECT max(until)
            FROM household_membership WHERE household_id = other_id)"""
        )
        assert gone == []

    @invariant()
    def every_house_is_in_a_group_that_is_there(self):
        for day in (date(2024, 6, 1), TODAY, date(2027, 12, 1)):
            named = groups.tonarigumi_named(self.book, day)
            there = store.households_on(self.book, day)
            assert {each.tonarigumi_id for each in there} <= {*named, None}
            assert sum(store.sizes_on(self.book, day).values()) == len(there)
