"""Whatever happens in a year, on whatever days: one head in every household, and a way back."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from households.counting import check_figures_follow, counted_one_by_one
from households.year_of_houses import DAYS, NAMES, TODAY, YearOfHouses
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from kucho_desktop.app.books import UPKEEP
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.history import last_steps
from kucho_desktop.core.periods import overlap_in
from kucho_desktop.core.tables import TABLES
from kucho_desktop.households import store
from kucho_desktop.households.model import DWELLED, Household, Member
from kucho_desktop.tonarigumi.store import add_tonarigumi

KEPT = [table.name for table in TABLES.values() if table.journaled] + ["household_today"]
INTERVALS = [table.name for table in TABLES.values() if table.period_of]
RELATIONS = st.sampled_from(["妻", "夫", "長男", "長男の妻", "孫", "母", "同居人", ""])
WHERE = st.sampled_from(["home", "care", "hospital", "study", "work"])


class AnyYear(YearOfHouses):
    """A chief to whom the year's events are told in any order, late and in advance."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.book = Book(self.folder / "a.kucho", bytes(32), upkeep=UPKEEP, today=TODAY)

    @initialize(sizes=st.lists(st.integers(1, 4), min_size=2, max_size=3))
    def settle(self, sizes) -> None:
        for name in ("第1隣組", "第2隣組"):
            add_tonarigumi(self.book, name)
        for number, size in enumerate(sizes):
            id_ = store.add_household(
                self.book, f"髙橋 {number}", tonarigumi_id=1, address="豊科1", since="2020-04-01"
            )
            for place, relation in enumerate(("妻", "長男", "長男の妻")[: size - 1], 1):
                member = Member(0, relation=relation, name=f"{relation} {number}", position=place)
                store.add_member(self.book, id_, member, "2020-04-01")
        self.first = self.everything()
        self.steps = 0

    def everything(self) -> dict:
        return {name: sorted(self.book.tuples(f'SELECT * FROM "{name}"')) for name in KEPT}

    @contextmanager
    def happening(self) -> Iterator[None]:
        """One event is one step; what a rule refuses leaves everything as it was."""
        before, steps = self.everything(), self.count()
        refused = ""
        try:
            yield
        except NotAllowed as reason:
            refused = str(reason)
        if refused:
            assert refused.endswith("。")
            assert self.everything() == before
            return
        assert self.count() == steps + 1 or self.everything() == before
        self.steps += self.count() - steps

    def count(self) -> int:
        return len(last_steps(self.book, 500))

    def some(self, data) -> Household:
        return data.draw(st.sampled_from(store.households_on(self.book) or [Household(0)]))

    def someone(self, data, household: Household, day: date) -> int:
        then = store.household(self.book, household.id, day) or household
        return data.draw(st.sampled_from([each.id for each in then.members] or [0]))

    # ---- in a family ----

    @rule(data=st.data(), day=DAYS, house=st.sampled_from(["empty", "gone"]))
    def somebody_dies(self, data, day, house):
        home = self.some(data)
        who, head = self.someone(data, home, day), self.someone(data, home, day)
        with self.happening():
            store.member_dies(self.book, home.id, who, day, head, house)

    @rule(data=st.data(), day=DAYS, house=st.sampled_from(["empty", "gone"]))
    def somebody_leaves(self, data, day, house):
        home = self.some(data)
        who, head = self.someone(data, home, day), self.someone(data, home, day)
        with self.happening():
            store.member_goes(self.book, home.id, who, day, head, house)

    @rule(data=st.data(), day=DAYS)
    def another_head(self, data, day):
        home = self.some(data)
        with self.happening():
            store.head_changes(self.book, home.id, self.someone(data, home, day), day)

    @rule(data=st.data(), day=DAYS, relation=RELATIONS, name=NAMES)
    def somebody_comes(self, data, day, relation, name):
        with self.happening():
            member = Member(0, relation=relation, name=name)
            store.member_joins(self.book, self.some(data).id, member, day)

    @rule(data=st.data(), day=DAYS, where=WHERE)
    def somebody_is_away(self, data, day, where):
        home = self.some(data)
        who = self.someone(data, home, day)
        with self.happening():
            store.whereabouts_change(self.book, home.id, who, where, day)

    # ---- households ----

    @rule(data=st.data(), day=DAYS, group=st.sampled_from([1, 2, 9]))
    def moves(self, data, day, group):
        with self.happening():
            address = {"address": "豊科2"}
            store.household_moves_within(self.book, self.some(data).id, day, address, group)

    @rule(data=st.data(), day=DAYS, group=st.sampled_from([1, 2, 9, None]))
    def changes_group(self, data, day, group):
        with self.happening():
            store.household_changes_group(self.book, self.some(data).id, group, day)

    @rule(
        data=st.data(),
        day=DAYS,
        happens=st.sampled_from(
            [store.household_pauses, store.household_quits, store.household_joins_again]
        ),
    )
    def belongs_otherwise(self, data, day, happens):
        with self.happening():
            happens(self.book, self.some(data).id, day)

    @rule(data=st.data(), day=DAYS)
    def splits(self, data, day):
        home = self.some(data)
        head = self.someone(data, home, day)
        more = data.draw(st.sets(st.sampled_from([each.id for each in home.members] or [0])))
        with self.happening():
            store.household_splits(self.book, home.id, more, head, day)

    @rule(data=st.data(), day=DAYS, relation=RELATIONS)
    def become_one(self, data, day, relation):
        home, into = self.some(data), self.some(data)
        with self.happening():
            store.households_merge(self.book, home.id, into.id, day, relation)

    @rule(data=st.data(), day=DAYS)
    def moves_out(self, data, day):
        with self.happening():
            store.household_leaves(self.book, self.some(data).id, day, "転勤")

    @rule()
    def take_back(self):
        if self.steps:
            self.book.undo()
            self.book.redo()

    # ---- what always holds ----

    @invariant()
    def one_head_on_every_day(self):
        for (id_,) in self.book.tuples("SELECT id FROM household"):
            assert store.headless_day(self.book, id_) is None

    @invariant()
    def nothing_overlaps(self):
        assert not [name for name in INTERVALS if overlap_in(self.book._db, name)]

    @invariant()
    def counts_are_the_sum(self):
        """On each day everybody who has a home is counted once, in a household that is there."""
        ends = "SELECT since FROM member_home UNION SELECT until FROM member_home"
        for (at,) in self.book.tuples(ends):
            if not "2020" < at < "9999":
                continue
            there = store.households_on(self.book, date.fromisoformat(at))
            people = [member.id for each in there for member in each.members]
            homes = self.book.tuples(
                "SELECT count(*) FROM member_home WHERE since <= :day AND :day < until", day=at
            )
            assert len(people) == len(set(people)) == homes[0][0]
            assert all(each.members for each in there if each.membership in DWELLED)

    @invariant()
    def figures_follow_from_what_happened(self):
        ends = self.book.tuples(
            """SELECT since FROM member_home UNION SELECT until FROM member_home UNION
            SELECT since FROM household_membership UNION SELECT until FROM household_membership"""
        )
        days = sorted(date.fromisoformat(at) for (at,) in ends if "2020" < at < "9999")
        check_figures_follow(self.book, [date(2020, 1, 1), *days])
        day = days[len(days) // 2]
        assert list(store.headcounts_on(self.book, day)) == counted_one_by_one(self.book, day)

    def teardown(self) -> None:
        try:
            if hasattr(self, "first"):
                while self.steps:
                    self.book.undo()
                    self.steps -= 1
                assert self.everything() == self.first
        finally:
            self.book.close()
            shutil.rmtree(self.folder, ignore_errors=True)


TestAnyYear = AnyYear.TestCase
TestAnyYear.settings = settings(
    max_examples=25, stateful_step_count=14, deadline=None, derandomize=True
)
