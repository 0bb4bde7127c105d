"""Whatever the user did in the three rooms, undo goes back and redo goes forward."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date, timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from kucho_desktop.app.books import UPKEEP
from kucho_desktop.association import store as association
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.tables import TABLES
from kucho_desktop.households import store as households
from kucho_desktop.households.model import Consent, Member
from kucho_desktop.tonarigumi import store as tonarigumi

TODAY = date(2026, 11, 20)
NAMES = st.text(alphabet="髙﨑𠮷邉山田太郎 　'\"%|{}葛\U000e0100", min_size=1, max_size=6)
DAYS = st.integers(-800, 800).map(lambda days: TODAY + timedelta(days=days))
TABLE_NAMES = [table.name for table in TABLES.values() if table.journaled] + ["household_today"]


class AnyYear(RuleBasedStateMachine):
    """A user who adds, changes, moves, removes, undoes and redoes in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.book = Book(self.folder / "a.kucho", bytes(32), upkeep=UPKEEP, today=TODAY)
        self.past: list[dict] = []
        self.future: list[dict] = []
        self.now = self.everything()

    def everything(self) -> dict:
        return {name: sorted(self.book.tuples(f'SELECT * FROM "{name}"')) for name in TABLE_NAMES}

    def did(self) -> None:
        now = self.everything()
        if any(now[name] != self.now[name] for name in now if name != "household_today"):
            self.past.append(self.now)
            self.future.clear()
            self.now = now

    @contextmanager
    def doing(self) -> Iterator[None]:
        """One thing the user does, which a rule may refuse: then nothing of it is kept."""
        with suppress(NotAllowed):
            yield
        self.did()

    def some_household(self, data) -> int | None:
        ids = households.household_ids(self.book)
        return data.draw(st.sampled_from(ids)) if ids else None

    def some_group(self, data) -> int | None:
        groups = [group.id for group in tonarigumi.all_tonarigumi(self.book)]
        return data.draw(st.sampled_from([None, *groups]))

    @rule(name=NAMES, month=st.integers(1, 12), day=DAYS)
    def name_district(self, name, month, day):
        with self.doing():
            association.change_association(self.book, "name", name)
        with self.doing():
            association.change_association_from(self.book, "month", month, day)

    @rule(data=st.data(), name=NAMES)
    def add_group(self, data, name):
        with self.doing():
            tonarigumi.add_tonarigumi(self.book, name, parent_id=self.some_group(data))

    @rule(data=st.data(), name=NAMES, day=DAYS, by=st.sampled_from([-1, 1]))
    def change_group(self, data, name, day, by):
        group = self.some_group(data)
        if group is None:
            return
        with self.doing():
            tonarigumi.change_tonarigumi(self.book, group, "name", name, day)
        with self.doing():
            tonarigumi.change_tonarigumi(self.book, group, "parent_id", self.some_group(data))
        with self.doing():
            tonarigumi.move_tonarigumi(self.book, group, by)

    @rule(data=st.data(), day=DAYS, wholly=st.booleans())
    def lose_group(self, data, day, wholly):
        group = self.some_group(data)
        if group is None:
            return
        with self.doing():
            if wholly:
                tonarigumi.remove_tonarigumi(self.book, group)
            else:
                tonarigumi.end_tonarigumi(self.book, group, day)

    @rule(data=st.data(), head=NAMES, kana=st.sampled_from(["やまだ", "たかはし", ""]))
    def add_household(self, data, head, kana):
        with self.doing():
            households.add_household(
                self.book, head, kana=kana, tonarigumi_id=self.some_group(data), address="豊科1"
            )

    @rule(
        data=st.data(),
        change=st.sampled_from(
            [
                ("phone", "0263-72-0101"),
                ("yago", "中屋"),
                ("head", "𠮷田"),
                ("address", "豊科3"),
                ("walking_order", 3),
                ("membership", "empty"),
                ("consents", (Consent(0, item="phone", since="2026-01-01"),)),
                ("consents", ()),
            ]
        ),
    )
    def change_household(self, data, change):
        id_ = self.some_household(data)
        if id_ is not None:
            with self.doing():
                households.change_household(self.book, id_, *change)

    @rule(data=st.data(), day=DAYS, name=st.sampled_from(["paused", "full", "associate"]))
    def change_membership(self, data, day, name):
        id_ = self.some_household(data)
        if id_ is not None:
            with self.doing():
                households.change_household_from(self.book, id_, "membership", name, day)

    @rule(data=st.data(), name=NAMES, where=st.sampled_from(["home", "care", "study"]))
    def change_family(self, data, name, where):
        id_ = self.some_household(data)
        if id_ is None:
            return
        family = households.household(self.book, id_).members
        added = Member(0, relation="妻", name=name, whereabouts=where)
        after = data.draw(st.permutations([*family, added]))[: data.draw(st.integers(0, 4))]
        with self.doing():
            households.change_members(self.book, id_, after)

    @rule(data=st.data(), day=DAYS)
    def household_leaves(self, data, day):
        id_ = self.some_household(data)
        if id_ is not None:
            with self.doing():
                households.household_leaves(self.book, id_, day)

    @rule(data=st.data())
    def remove_household(self, data):
        id_ = self.some_household(data)
        if id_ is not None:
            with self.doing():
                households.remove_household(self.book, id_)

    @rule(data=st.data())
    def walk(self, data):
        id_ = self.some_household(data)
        if id_ is not None:
            with self.doing():
                households.move_household(self.book, id_, self.some_household(data))

    @rule()
    def undo(self):
        self.book.undo()
        if self.past:
            self.future.append(self.now)
            self.now = self.past.pop()

    @precondition(lambda self: self.future)
    @rule()
    def redo(self):
        self.book.redo()
        self.past.append(self.now)
        self.now = self.future.pop()

    @invariant()
    def the_book_agrees(self):
        assert self.everything() == self.now

    @invariant()
    def the_list_agrees_with_the_households(self):
        on_day = households.households_on(self.book)
        assert [each.id for each in on_day] == households.household_ids(self.book)
        listed = self.book.tuples("SELECT id, head, people FROM household_today")
        assert dict((id_, (head, people)) for id_, head, people in listed) == {
            each.id: (each.head, len(each.members)) for each in on_day
        }

    def teardown(self):
        assert self.book.problems() == []
        while self.book.undo_label():
            self.book.undo()
        assert all(not self.book.tuples(f'SELECT 1 FROM "{name}" LIMIT 1') for name in TABLE_NAMES)
        self.book.close()
        shutil.rmtree(self.folder)


AnyYear.TestCase.settings = settings(
    max_examples=40, stateful_step_count=25, deadline=None, report_multiple_bugs=False
)
TestAnyYear = AnyYear.TestCase
