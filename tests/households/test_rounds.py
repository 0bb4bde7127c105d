"""A round of sheets or lists in the book: who is asked, what came back, what is still out."""

from datetime import date

import pytest

from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.history import last_undoable
from kucho_desktop.households import store
from kucho_desktop.households.model import Member
from kucho_desktop.households.model.lists.batch import Batch
from kucho_desktop.households.model.rounds.lists_to_correct import family_in_words
from kucho_desktop.households.model.rounds.round import LISTS, REFUSED, SHEETS, Said, answers_of
from kucho_desktop.tonarigumi.store import add_missing_tonarigumi

EVERYBODY = Audience.EVERY_HOUSEHOLD
YES = {("name", "households"): True, ("phone", "households"): False}


@pytest.fixture
def sheets(street):
    """A round of sheets over the street of nine, of which one has not joined."""
    id_ = store.begin_round(street, SHEETS, "令和8年度 世帯票", "2026-12-11")
    return store.round_named(street, id_)


def counts(book, of):
    return [(each.title, each.asked, each.back) for each in store.progress_of(book, of)]


def test_the_round_is_called_after_the_year_of_office(book, today):
    assert store.name_of_round(book, SHEETS) == "令和8年度 世帯票"
    assert store.name_of_round(book, LISTS) == "令和8年度 名簿直し"
    assert store.usual_return_by(SHEETS, today) == date(2026, 12, 11)


def test_whoever_has_not_joined_is_not_asked(street, sheets):
    assert counts(street, sheets) == [("第1隣組", 3, 0), ("第2隣組", 2, 0), ("第3隣組", 3, 0)]
    store.change_household(street, 1, "membership", "empty")
    assert counts(street, sheets)[0] == ("第1隣組", 2, 0)
    store.begin_round(street, LISTS, "名簿直し")
    lists = store.open_round(street, LISTS)
    assert counts(street, lists)[0] == ("第1隣組", 3, 0)


def test_a_line_is_one_step_with_answers_phone_and_form(street, sheets):
    said = Said(answers=YES, phone="0263-72-9999", mobile="090-1111-2222")
    store.keep_line(street, sheets, 1, said)
    home = store.household(street, 1)
    assert home.agreed("name", EVERYBODY)
    assert answers_of(home)[("phone", "households")] is False
    assert answers_of(home)[("address", "households")] is None
    assert {(each.form, each.way, each.since) for each in home.consents} == {
        ("令和8年度 世帯票", "form", "2026-11-20")
    }
    assert (home.phone, home.mobile) == ("0263-72-9999", "090-1111-2222")
    assert home.recorded_on == "2026-11-20"
    assert counts(street, sheets)[0] == ("第1隣組", 3, 1)
    street.undo()
    home = store.household(street, 1)
    assert home.consents == ()
    assert home.phone == "0263-72-0000"
    assert counts(street, sheets)[0] == ("第1隣組", 3, 0)


def test_whoever_does_not_want_to_answer_is_not_shown(street, sheets):
    store.answer_consent(street, 1, "households", {"name": True}, date(2025, 5, 1), "form")
    store.keep_line(street, sheets, 1, Said(REFUSED))
    assert set(answers_of(store.household(street, 1)).values()) == {False}
    assert store.progress_of(street, sheets)[0].refused == 1
    store.take_line_back(street, sheets, 1)
    assert store.household(street, 1).agreed("name", EVERYBODY)
    assert 1 in store.lacking_ids(street, sheets)


def test_people_without_a_name_come_and_go_by_number(street, sheets):
    store.keep_line(street, sheets, 1, Said(people=3))
    assert len(store.household(street, 1).members) == 3
    store.keep_line(street, sheets, 1, Said(people=2))
    assert len(store.household(street, 1).members) == 2
    with pytest.raises(NotAllowed, match="だれがいなくなったか"):
        store.keep_line(street, sheets, 2, Said(people=1))
    assert len(store.household(street, 2).members) == 2


def test_who_is_counted_in_before_a_move_goes_along(street, sheets):
    store.household_leaves(street, 1, date(2026, 11, 21))
    store.keep_line(street, sheets, 1, Said(people=3))
    assert {each.until for each in store.household(street, 1).members} == {"2026-11-21"}


def test_the_rest_of_a_group_is_one_step_and_asks_for_no_new_answer(street):
    id_ = store.begin_round(street, LISTS, "令和8年度 名簿直し")
    lists = store.round_named(street, id_)
    (group, *_others) = [each.group for each in store.progress_of(street, lists)]
    store.keep_line(street, lists, 1, Said(answers={("name", "households"): True}))
    assert store.household(street, 1).consents[0].way == "word"
    store.keep_rest(street, lists, group)
    assert counts(street, lists)[0] == ("第1隣組", 3, 3)
    assert store.household(street, 2).consents == ()
    street.undo()
    assert counts(street, lists)[0] == ("第1隣組", 3, 1)


def test_one_round_of_a_kind_goes_on_at_a_time(street, sheets):
    with pytest.raises(NotAllowed, match="続いている"):
        store.begin_round(street, SHEETS, "もう一つ")
    with pytest.raises(NotAllowed, match="名前"):
        store.begin_round(street, LISTS, " ")
    store.close_round(street, sheets.id)
    assert store.open_round(street, SHEETS) is None
    assert store.rounds_of(street, SHEETS)[0].closed == "2026-11-20"
    store.begin_round(street, SHEETS, "令和9年度 世帯票")


def test_a_household_added_by_mistake_takes_its_sheet_along(street, sheets):
    store.keep_line(street, sheets, 1, Said())
    store.remove_household(street, 1)
    assert street.tuples("SELECT * FROM sheet_return") == []
    assert street.problems() == []
    street.undo()
    assert counts(street, sheets)[0] == ("第1隣組", 3, 1)


def test_the_list_in_walking_order_says_what_came_back(street, sheets):
    groups = [each.group for each in store.progress_of(street, sheets)]
    store.keep_line(street, sheets, 2, Said())
    lines = store.lines_of(street, sheets, groups[0])
    assert [(line.household.id, line.state) for line in lines] == [
        (1, ""),
        (2, "returned"),
        (3, ""),
    ]
    assert store.lacking_ids(street, sheets)[:2] == [1, 3]
    assert [each.household.id for each in store.lines_among(street, sheets, [3, 1])] == [3, 1]


def test_who_is_in_a_group_that_is_still_to_come_is_asked_too(street, sheets):
    made = add_missing_tonarigumi(street, [("東", "上", "第4隣組")], since="2027-04-01")
    store.change_many(street, [1, 2], Batch("tonarigumi_id", made["東", "上", "第4隣組"]))
    assert counts(street, sheets)[0] == ("第1隣組", 1, 0)
    assert counts(street, sheets)[-1] == ("隣組なし", 2, 0)
    lines = store.lines_of(street, sheets, None)
    assert [line.household.id for line in lines] == [1, 2]
    store.keep_rest(street, sheets, None)
    assert counts(street, sheets)[-1] == ("隣組なし", 2, 2)


def test_the_family_is_called_by_given_names_with_ages(street, today):
    store.change_members(
        street,
        1,
        (
            Member(0, relation="head", name="髙橋 一郎", born="1946-04-02"),
            Member(0, relation="妻", name="髙橋 花子", born="1950-12-01"),
            Member(0, relation="母", name="髙橋フミ"),
            Member(0, relation="子", name="山﨑 健"),
            Member(0),
        ),
    )
    home = store.household(street, 1)
    assert family_in_words(home, today) == "一郎 80、花子 75、髙橋フミ、山﨑 健、ほか1人"


def test_closing_twice_keeps_the_first_day(street, sheets):
    store.close_round(street, sheets.id)
    street._today = date(2026, 11, 25)
    store.close_round(street, sheets.id)
    assert store.round_named(street, sheets.id).closed == "2026-11-20"


def test_a_second_round_of_the_year_has_a_name_of_its_own(street, sheets):
    """Answers are known by the name of their form: what one round brought is no other's."""
    store.keep_line(street, sheets, 1, Said(answers=YES))
    store.close_round(street, sheets.id)
    with pytest.raises(NotAllowed, match="同じ名前"):
        store.begin_round(street, SHEETS, "令和8年度 世帯票")
    assert store.name_of_round(street, SHEETS) == "令和8年度 世帯票（2回目）"
    store.begin_round(street, SHEETS, store.name_of_round(street, SHEETS))
    again = store.open_round(street, SHEETS)
    store.keep_line(street, again, 1, Said(answers=YES))
    store.take_line_back(street, again, 1)
    assert store.household(street, 1).agreed("name", EVERYBODY)
    assert store.name_of_round(street, SHEETS) == "令和8年度 世帯票（3回目）"


def test_taking_an_older_closing_back_does_not_open_two_rounds(street, sheets):
    store.close_round(street, sheets.id)
    closing = last_undoable(street)
    store.begin_round(street, SHEETS, "もう一つ")
    with pytest.raises(NotAllowed, match="続いている"):
        street.undo_step(closing)
    assert store.open_round(street, SHEETS).name == "もう一つ"
    street.undo()
    street.undo()
    assert store.open_round(street, SHEETS).name == "令和8年度 世帯票"


def test_a_no_of_the_same_day_is_not_lost_with_the_form(street, sheets):
    """Whoever refused by word this morning has not agreed because a form was entered wrongly."""
    store.answer_consent(street, 1, "households", {"name": True}, date(2025, 5, 1), "form")
    store.answer_consent(street, 1, "households", {"name": False}, street.today, "word")
    before = street.rows("SELECT * FROM consent")
    store.keep_line(street, sheets, 1, Said(answers={("name", "households"): True}))
    store.keep_line(street, sheets, 1, Said(answers={("name", "households"): True}))
    store.take_line_back(street, sheets, 1)
    assert not store.household(street, 1).agreed("name", EVERYBODY)
    assert street.rows("SELECT * FROM consent") == before
