"""What is remembered of a question always is what it would be told, asked anew."""

from dataclasses import replace

import pytest
from households.test_search_texts import STEPS

from kucho_desktop.association.store import change_association
from kucho_desktop.households import store
from kucho_desktop.households.model.lists.conditions import Condition
from kucho_desktop.households.model.lists.ready import READY
from kucho_desktop.households.model.lists.wanted import HouseholdList
from kucho_desktop.households.store.lists import found

QUESTIONS = [
    *(HouseholdList(ready=(name,)) for name in READY),
    HouseholdList(conditions=(Condition("tonarigumi_id", "is", "1"),)),
    HouseholdList(ready=("alone", "no_phone"), any_of=True, without=frozenset({2})),
]


def agree(book) -> None:
    for each in QUESTIONS:
        assert store.found_ids(book, each) == set(store.listed_ids(book, each)), each


def agree_to_be_shown(book) -> None:
    store.answer_consent(book, 2, "households", {"name": True}, book.today, "word")


def into_a_home(book) -> None:
    first = store.household(book, 3).members[0]
    gone = replace(first, whereabouts="care")
    store.change_members(book, 3, (gone, *store.household(book, 3).members[1:]))


MORE = {
    "a consent": agree_to_be_shown,
    "what the district shows": lambda book: change_association(book, "to_households", "address"),
    "somebody away": into_a_home,
}


STEPS_AND_MORE = {**STEPS, **MORE}


@pytest.mark.parametrize("name", STEPS_AND_MORE)
def test_after_a_step_its_undo_and_its_redo(street, name, monkeypatch):
    monkeypatch.setattr(found, "_MOST", len(QUESTIONS))
    agree(street)
    STEPS_AND_MORE[name](street)
    agree(street)
    street.undo()
    agree(street)
    street.redo()
    agree(street)


def take_back_half_way(book, question) -> None:
    with book.step("Empty"):
        store.change_household(book, 9, "phone", "")
        store.change_household(book, 9, "mobile", "")
        assert store.found_ids(book, question) == set(store.listed_ids(book, question))
        raise ZeroDivisionError


def test_while_something_is_written_nothing_is_remembered(street):
    question = HouseholdList(ready=("no_phone",))
    before = set(store.found_ids(street, question))
    with pytest.raises(ZeroDivisionError):
        take_back_half_way(street, question)
    assert store.found_ids(street, question) == before


def test_one_edit_reads_one_household(street, monkeypatch):
    question = HouseholdList(ready=("no_phone",))
    store.found_ids(street, question)
    store.change_household(street, 9, "phone", "")
    monkeypatch.setattr(found, "households_on", pytest.fail)
    assert store.found_ids(street, question) is not None


def test_only_the_last_questions_are_remembered(street):
    for each in QUESTIONS:
        store.found_ids(street, each)
    assert len(found._KNOWN[street]) == found._MOST
