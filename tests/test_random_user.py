"""Whatever the user did in the three rooms, undo goes back and redo goes forward."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from kucho_desktop.app.books import UPKEEP
from kucho_desktop.association import store as association
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import CannotUndo, NotAllowed
from kucho_desktop.core.history import last_steps
from kucho_desktop.core.order import sort_key
from kucho_desktop.core.tables import TABLES
from kucho_desktop.core.text import search_words
from kucho_desktop.households import store as households
from kucho_desktop.households.model import HEAD, Consent, Member
from kucho_desktop.tonarigumi import store as tonarigumi

TODAY = date(2026, 11, 20)
NAMES = st.text(alphabet="髙﨑𠮷邉山田太郎 　'\"%|{}葛\U000e0100", min_size=1, max_size=6)
DAYS = st.integers(-800, 800).map(lambda days: TODAY + timedelta(days=days))
TABLE_NAMES = [table.name for table in TABLES.values() if table.journaled]


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
        if now != self.now:
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

    def somebody(self, data) -> tuple[int, Member | None]:
        id_ = self.some_household(data)
        members = households.household(self.book, id_).members if id_ is not None else ()
        return id_ or 0, data.draw(st.sampled_from(members)) if members else None

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

    @rule(data=st.data(), day=DAYS, where=st.sampled_from(["home", "care"]), head=st.booleans())
    def change_family_from(self, data, day, where, head):
        id_, member = self.somebody(data)
        if member is None:
            return
        family = households.household(self.book, id_).members
        relation = HEAD if head else "父"
        after = [
            replace(each, whereabouts=where, relation=relation) if each.id == member.id else each
            for each in family
        ]
        with self.doing():
            households.change_members_from(self.book, id_, after, day)

    @rule(data=st.data(), day=DAYS)
    def somebody_leaves(self, data, day):
        id_, member = self.somebody(data)
        if member is None:
            return
        others = [each.id for each in households.household(self.book, id_).members]
        next_head = data.draw(st.sampled_from([0, *(each for each in others if each != member.id)]))
        with self.doing():
            households.member_leaves(self.book, member.id, day, next_head)

    @rule(data=st.data(), day=DAYS, audience=st.sampled_from(["households", "board"]))
    def answer(self, data, day, audience):
        id_ = self.some_household(data)
        if id_ is not None:
            answers = {item: data.draw(st.booleans()) for item in ("name", "phone", "family")}
            with self.doing():
                households.answer_consent(self.book, id_, audience, answers, day, "form")

    @rule(data=st.data(), day=DAYS)
    def move_to_another_group(self, data, day):
        id_ = self.some_household(data)
        if id_ is not None:
            group = self.some_group(data)
            with self.doing():
                households.change_household_from(self.book, id_, "tonarigumi_id", group, day)

    @rule(data=st.data(), day=DAYS)
    def move_a_group_into_another(self, data, day):
        group = self.some_group(data)
        if group is not None:
            outer = self.some_group(data)
            with self.doing():
                tonarigumi.change_tonarigumi(self.book, group, "parent_id", outer, day)

    @rule(day=DAYS)
    def another_day(self, day):
        """The clock goes on, or back: what is derived follows, and nothing else changes."""
        self.book._today = day
        self.book.see_new_day()

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
        by_kana = sorted(on_day, key=lambda each: (sort_key(each.kana), each.id))
        in_kana_order = households.household_ids(self.book, order="kana")
        assert [each.id for each in by_kana] == in_kana_order
        columns = "id, head, people, membership, tonarigumi_id"
        listed = self.book.tuples(f"SELECT {columns} FROM household_today ORDER BY id")
        assert listed == sorted(
            (each.id, each.head, len(each.members), each.membership, each.tonarigumi_id)
            for each in on_day
        )
        for each in on_day:
            found = households.find_households(self.book, each.head)
            assert households.first_households(self.book, each.head, 9_999) == found
            assert each.id in found or not search_words(each.head)

    @invariant()
    def everybody_is_told_of(self):
        """Every household has a history in words."""
        for id_ in households.household_ids(self.book)[:2]:
            assert households.history_of(self.book, id_)

    def teardown(self):
        """Some older steps are taken back out of order; then everything, back to the first day."""
        for step in last_steps(self.book, 100)[::3]:
            with suppress(CannotUndo, NotAllowed):
                self.book.undo_step(step.id)
        assert self.book.problems() == []
        self.the_list_agrees_with_the_households()
        while self.book.undo_label():
            self.book.undo()
        assert all(not self.book.tuples(f'SELECT 1 FROM "{name}" LIMIT 1') for name in TABLE_NAMES)
        assert households.household_ids(self.book) == []
        self.book.close()
        shutil.rmtree(self.folder)


AnyYear.TestCase.settings = settings(
    max_examples=40, stateful_step_count=25, deadline=None, report_multiple_bugs=False
)
TestAnyYear = AnyYear.TestCase
