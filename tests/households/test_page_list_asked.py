"""The ready questions and the lists of one's own, asked in the list of the households itself."""

import json

import pytest

from kucho_desktop.households import store
from kucho_desktop.households.model.lists.conditions import Condition
from kucho_desktop.households.model.lists.ready import READY
from kucho_desktop.households.model.lists.wanted import HouseholdList


def ask(page, title: str) -> None:
    whom = page.listing.filters.whom
    row = whom.findText(title)
    assert row >= 0, title
    whom.setCurrentIndex(row)
    whom.activated.emit(row)


def heads(page) -> list[str]:
    return [each.head for each in store.households_of(page._book, page.listing._ids)]


def test_every_ready_question_is_offered_once(page):
    whom = page.listing.filters.whom
    offered = [whom.itemText(row) for row in range(whom.count())]
    assert {each.title for each in READY.values()} <= set(offered)
    assert len(offered) == len(set(offered))


@pytest.mark.parametrize("name", READY)
def test_the_list_shows_whom_the_question_is_about(page, street, name):
    ask(page, READY[name].title)
    found = HouseholdList(ready=(name,)).find(store.households_on(street), store.as_of(street))
    assert page.listing._ids == [each.id for each in found]
    assert page.listing.count.text() == f"{len(found)}世帯"


def test_a_question_holds_inside_a_group(page, street):
    ask(page, "一人暮らし")
    filters = page.listing.filters
    everywhere = set(page.listing._ids)
    filters.group.setCurrentIndex(1)
    filters.group.activated.emit(1)
    inside = set(store.household_ids(street, groups=filters.wanted_groups()))
    assert set(page.listing._ids) == everywhere & inside != everywhere
    listed = page.listing.as_list()
    assert store.listed_ids(street, listed) == page.listing._ids
    assert listed.sentences(store.as_of(street)) == ["一人暮らし", "隣組が第1隣組である"]


def test_a_list_of_ones_own_is_offered_as_soon_as_it_is_kept(page, street):
    wanted = HouseholdList(conditions=(Condition("phone", "holds", "0001"),), columns=("head",))
    id_ = store.keep_list(street, "電話の輪", wanted)
    ask(page, "電話の輪")
    assert heads(page) == ["山﨑 和子"]
    store.remove_list(street, id_)
    assert page.listing.filters.whom.currentIndex() == 0
    assert len(page.listing._ids) == 9


def test_a_list_for_which_one_answer_is_enough_stays_so_inside_a_group(page, street):
    asked = (Condition("phone", "holds", "0001"), Condition("phone", "holds", "0003"))
    store.keep_list(street, "どちらか", HouseholdList(conditions=asked, any_of=True))
    ask(page, "どちらか")
    assert len(page.listing._ids) == 2
    filters = page.listing.filters
    filters.group.setCurrentIndex(1)
    filters.group.activated.emit(1)
    assert len(page.listing._ids) == 1
    assert store.listed_ids(street, page.listing.as_list()) == page.listing._ids


def test_what_is_listed_is_the_paper_that_is_offered_first(page, street):
    assert page.papers[0] == "household-sheet"
    assert "list" not in page.paper_about()
    ask(page, "一人暮らし")
    order = page.listing.filters.order
    order.choose("kana")
    order.activated.emit(1)
    assert page.papers[0] == "household-list"
    said = json.loads(page.paper_about()["list"])
    assert json.loads(said["conditions"])["ready"] == ["alone"]
    assert said["sort"] == "kana"
    ask(page, "加入している世帯")
    said = json.loads(page.paper_about()["list"])
    assert json.loads(said["conditions"])["ready"] == ["joined"]
    ask(page, "すべての世帯")
    assert page.papers[0] == "household-sheet"


def test_who_answers_otherwise_now_stays_while_one_is_at_work_on_it(page, street):
    ask(page, "電話なし")
    assert len(page.listing._ids) == 0
    store.change_household(street, 2, "phone", "")
    assert page.listing._ids == [2]
    page.list.select(2)
    store.change_household(street, 2, "phone", "0263-72-9999")
    assert page.listing._ids == [2]
    ask(page, "日中は不在")
    assert page.listing._ids == []
