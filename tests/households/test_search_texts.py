"""What the search as one types keeps in memory always says what the book says."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date

import pytest
from households.street import fill_street

from kucho_desktop.app.books import UPKEEP
from kucho_desktop.core.book import Book
from kucho_desktop.households import store
from kucho_desktop.households.store import texts
from kucho_desktop.households.store import today as derived
from kucho_desktop.tonarigumi.store import (
    all_tonarigumi,
    change_tonarigumi,
    find_tonarigumi,
    move_tonarigumi,
    tonarigumi_named,
)

ENTRIES = ("高橋", "山さき", "026372", "0008", "隣", "くわばら", "豊科 1", "茂")


def remove(book: Book) -> None:
    store.remove_household(book, 5)


STEPS: dict[str, Callable[[Book], object]] = {
    "a phone number": lambda book: store.change_household(book, 9, "phone", "0263-72-5555"),
    "a name": lambda book: store.change_household(book, 2, "head", "桒原 トミ"),
    "an address": lambda book: store.change_household(book, 4, "address", "安曇野市堀金77"),
    "a person more": lambda book: store.change_members(
        book, 3, store.household(book, 3).members[:1]
    ),
    "another place in the walk": lambda book: store.move_household(book, 1, None),
    "another group": lambda book: store.change_household(book, 1, "tonarigumi_id", 3),
    "a household more": lambda book: store.add_household(book, "桒原 清", tonarigumi_id=2),
    "a household less": remove,
    "gone today": lambda book: store.household_leaves(book, 6, date(2026, 11, 20)),
    "gone tomorrow": lambda book: store.household_leaves(book, 6, date(2026, 11, 21)),
    "a group moved": lambda book: move_tonarigumi(book, 1, 1),
    "a group named anew": lambda book: change_tonarigumi(book, 1, "name", "東組"),
    "many at once": lambda book: fill_street(book, 120, groups=6),
}


def agree(book: Book) -> None:
    for entry in ENTRIES:
        assert store.first_households(book, entry, 500) == store.find_households(book, entry)
        assert store.first_households(book, entry, 2) == store.find_households(book, entry, 2)
    kept = dict(book.tuples("SELECT id, search FROM household_today"))
    assert store.search_texts(book) == kept


@pytest.mark.parametrize("what", STEPS)
def test_a_step_and_its_undoing_are_found(street, what):
    agree(street)
    STEPS[what](street)
    agree(street)
    street.undo()
    agree(street)
    street.redo()
    agree(street)


def test_one_step_after_the_other_is_followed_without_reading_all(street, monkeypatch):
    agree(street)
    monkeypatch.setattr(texts, "_read", None)
    for what in STEPS.keys() - {"a household more", "many at once"}:
        with suppress(Exception):
            STEPS[what](street)
        agree(street)


def test_what_another_connection_wrote_is_found(street):
    agree(street)
    lent = street.lend()
    store.change_household(lent, 9, "phone", "0263-72-5555")
    assert store.first_households(lent, "5555", 8) == [9]
    street.take_back()
    agree(street)
    assert store.first_households(street, "5555", 8) == [9]


def test_a_new_day_is_seen(tmp_path, today):
    book = Book(tmp_path / "a.kucho", bytes(range(32)), upkeep=UPKEEP, today=today)
    fill_street(book, 9)
    store.household_leaves(book, 9, date(2026, 11, 21))
    assert store.first_households(book, "0008", 8) == [9]
    book._today = date(2026, 11, 21)
    book.see_new_day()
    assert store.first_households(book, "0008", 8) == []
    agree(book)
    book.close()


def test_what_is_not_kept_is_not_remembered(street):
    agree(street)
    names = tonarigumi_named(street)
    with suppress(ZeroDivisionError), street.step("broken"):
        store.change_household(street, 9, "phone", "0263-72-5555")
        change_tonarigumi(street, 1, "name", "東組")
        assert "東組" in tonarigumi_named(street).values()
        store.first_households(street, "5555", 8)
        1 / 0  # noqa: B018
    assert tonarigumi_named(street) == names
    agree(street)
    assert store.first_households(street, "5555", 8) == []


def test_groups_are_those_of_the_last_step(street):
    assert [group.name for group in find_tonarigumi(street, "隣組")] == [
        "第1隣組",
        "第2隣組",
        "第3隣組",
    ]
    change_tonarigumi(street, 1, "name", "東組")
    assert [group.name for group in find_tonarigumi(street, "東")] == ["東組"]
    move_tonarigumi(street, 1, 1)
    assert [group.name for group in all_tonarigumi(street)] == ["第2隣組", "東組", "第3隣組"]
    street.undo()
    street.undo()
    assert find_tonarigumi(street, "東") == []


def test_a_list_that_was_given_out_is_its_own(street):
    all_tonarigumi(street).clear()
    tonarigumi_named(street).clear()
    assert len(all_tonarigumi(street)) == len(tonarigumi_named(street)) == 3


def test_few_rows_are_derived_as_many_are(tmp_path, today, monkeypatch):
    """The short way of a small step leaves the same table as the way of a long one."""
    tables = []
    for few in (100, -1):
        monkeypatch.setattr(derived, "_FEW", few)
        book = Book(tmp_path / f"{few}.kucho", bytes(range(32)), upkeep=UPKEEP, today=today)
        fill_street(book, 9)
        seen = []
        for step in STEPS.values():
            with suppress(Exception):
                step(book)
            seen.append(book.tuples("SELECT * FROM household_today ORDER BY id"))
        while book.undo_label():
            book.undo()
            seen.append(book.tuples("SELECT * FROM household_today ORDER BY id"))
        tables.append(seen)
        book.close()
    assert tables[0] == tables[1]
    assert any(tables[0])
