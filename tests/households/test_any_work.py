"""Works on many households in any order: nothing breaks, and all of it can be taken back."""

import random
from contextlib import suppress
from datetime import timedelta

import pytest
from households.street import fill_street

from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.tables import TABLES
from kucho_desktop.households import store
from kucho_desktop.households.model.lists.batch import Batch
from kucho_desktop.households.model.rounds.round import (
    LISTS,
    REFUSED,
    RETURNED,
    SHEETS,
    Said,
    questions,
)
from kucho_desktop.tonarigumi.store import all_tonarigumi

KEPT = [table.name for table in TABLES.values() if table.journaled] + ["household_today"]


class Works:
    """What a chief does with many households, chosen by chance."""

    def __init__(self, book, chance):
        self.book, self.chance = book, chance

    def ids(self):
        return store.household_ids(self.book)

    def one(self):
        return self.chance.choice(self.ids())

    def day(self):
        return self.book.today + timedelta(self.chance.choice((-20000, -400, -30, -1, 0, 1, 30)))

    def round(self):
        kind = self.chance.choice((SHEETS, LISTS))
        of = store.open_round(self.book, kind)
        if of is None:
            id_ = store.begin_round(self.book, kind, store.name_of_round(self.book, kind))
            of = store.round_named(self.book, id_)
        return of

    def keep_line(self):
        of, id_ = self.round(), self.one()
        asked = questions(store.household(self.book, id_))
        answers = {each: self.chance.random() < 0.6 for each in asked}
        people = self.chance.choice((None, None, 0, 1, 2, 5))
        state = self.chance.choice((RETURNED, RETURNED, REFUSED))
        phone = self.chance.choice((None, "", "0263-99-0000"))
        store.keep_line(self.book, of, id_, Said(state, answers, phone, None, people))

    def take_back(self):
        store.take_line_back(self.book, self.round(), self.one())

    def keep_rest(self):
        groups = [each.id for each in all_tonarigumi(self.book)]
        store.keep_rest(self.book, self.round(), self.chance.choice([*groups, None]))

    def close(self):
        store.close_round(self.book, self.round().id)

    def answer(self):
        answers = {self.chance.choice(("name", "phone")): self.chance.random() < 0.5}
        way = self.chance.choice(("form", "word"))
        store.answer_consent(self.book, self.one(), "households", answers, self.day(), way)

    def change_many(self):
        groups = [each.id for each in all_tonarigumi(self.book)]
        batch = self.chance.choice(
            (
                Batch("tonarigumi_id", self.chance.choice([*groups, None])),
                Batch("membership", self.chance.choice(("full", "associate", "none", "empty"))),
                Batch("note", "回覧は最後"),
                Batch("postal_code", "399-8205"),
            )
        )
        ids = self.chance.sample(self.ids(), min(3, len(self.ids())))
        dated = batch.field.dated and self.chance.random() < 0.7
        store.change_many(self.book, ids, batch, self.day() if dated else None)

    def apart(self):
        store.are_not_the_same(self.book, self.one(), self.one())

    def unite(self):
        one, other = store.household(self.book, self.one()), store.household(self.book, self.one())
        same = {}
        if self.chance.random() < 0.5 and one.members and other.members and one.id != other.id:
            same = {other.members[0].id: one.members[0].id}
        since = self.chance.choice(("", "", "2020-04-01"))
        store.unite(self.book, one.id, other.id, {}, same, 0, {}, since)

    def leave(self):
        store.household_leaves(self.book, self.one(), self.day())

    def remove(self):
        if len(self.ids()) > 4:
            store.remove_household(self.book, self.one())

    def add(self):
        store.add_household(
            self.book, "等々力 隆", address="安曇野市豊科1", since=self.day().isoformat()
        )

    def new_day(self):
        self.book._today += timedelta(self.chance.choice((1, 40)))
        self.book.see_new_day()

    def back(self):
        if "試し" not in self.book.undo_label():
            self.book.undo()

    def again(self):
        self.book.redo()


WAYS = [name for name in vars(Works) if name not in ("ids", "one", "day", "round")]
WAYS = [name for name in WAYS if not name.startswith("_")]
OUTLIVES = """SELECT * FROM member_home home WHERE NOT EXISTS (SELECT 1 FROM household_membership it
    WHERE it.household_id = home.household_id AND it.until >= home.until)"""


def as_it_is(book):
    return {name: book.tuples(f'SELECT * FROM "{name}" ORDER BY id') for name in KEPT}


def check(book):
    assert book.problems() == []
    assert book.tuples(OUTLIVES) == []
    for home in store.households_on(book):
        assert sum(each.is_head for each in home.members) <= 1
    store.doubles_in(book)
    for of in store.rounds_of(book):
        asked = sum(each.out for each in store.progress_of(book, of))
        assert asked == len(store.lacking_ids(book, of))


@pytest.mark.parametrize("seed", range(5))
def test_works_in_any_order_can_be_taken_back(book, seed):
    fill_street(book, 9)
    first, chance = as_it_is(book), random.Random(seed)
    works = Works(book, chance)
    for _time in range(20):
        if works.ids():
            with suppress(KuchoError):
                getattr(works, chance.choice(WAYS))()
            check(book)
    while "試し" not in book.undo_label():
        book.undo()
    now = as_it_is(book)
    assert {name: rows for name, rows in now.items() if name != "household_today"} == {
        name: rows for name, rows in first.items() if name != "household_today"
    }
