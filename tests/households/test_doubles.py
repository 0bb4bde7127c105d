"""The same household twice in the book: found, told apart, or made one without losing anything."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.handouts import log_handout
from kucho_desktop.households.model import HEAD, Member
from kucho_desktop.households.model.again.doubles import better_of, differing_fields, same_people
from kucho_desktop.households.model.again.intervals import left_over
from kucho_desktop.households.store import (
    add_household,
    add_member,
    answer_consent,
    are_not_the_same,
    change_household,
    change_household_from,
    change_member,
    doubles_in,
    held_about,
    history_of,
    household,
    household_ids,
    household_leaves,
    member_leaves,
    merged_into,
    remove_household,
    unite,
)
from kucho_desktop.tonarigumi.store import add_tonarigumi

EVERYBODY = Audience.EVERY_HOUSEHOLD.value


def add(
    book: Book, head: str, *people: tuple[str, str, str], since: str = "", **values: str
) -> int:
    id_ = add_household(book, head, since=since, **values)
    for relation, name, born in people:
        add_member(book, id_, Member(0, relation=relation, name=name, born=born), since)
    return id_


def reasons(book: Book) -> list[tuple[int, int, tuple[str, ...]]]:
    return [(each.one, each.other, each.reasons) for each in doubles_in(book)]


def test_pairs_are_found_with_their_reasons_likeliest_first(book):
    one = add(book, "髙橋　誠", address="梓野1丁目2番3号", phone="0263-11-1111")
    add(book, "百瀬　隆", address="梓野5-5", phone="0263-55-5555")
    two = add(book, "高橋誠", address="梓野１－２－３")
    three = add(book, "二木　正", phone="0263(11)1111", address="新田1")
    found = reasons(book)
    assert found == [(one, two, ("name", "address")), (one, three, ("phone",))]


def test_namesakes_and_families_in_one_house_are_not_doubles(book):
    add(book, "丸山　誠", address="梓野1-1", phone="0263-11-1111")
    add(book, "丸山　誠", address="梓野9-9", phone="0263-99-9999")
    add(book, "丸山　健太", address="梓野1-1", phone="090-1111-1111")
    assert reasons(book) == []


def test_the_same_people_are_a_reason(book):
    family = [("妻", "丸山　和子", ""), ("長男", "丸山　健太", "")]
    one = add(book, "丸山　誠", *family, address="梓野1-1")
    two = add(book, "丸山　正", *family, address="梓野7-7")
    assert reasons(book) == [(one, two, ("people",))]


def test_two_households_are_remembered_as_two_until_undone(book):
    one = add(book, "丸山　誠", address="梓野1-1")
    two = add(book, "丸山　誠", address="梓野1-1")
    are_not_the_same(book, two, one)
    assert reasons(book) == []
    book.undo()
    assert len(reasons(book)) == 1
    household_leaves(book, two, date(2026, 1, 1))
    assert reasons(book) == []


def test_the_better_value_is_proposed(book):
    one = household(book, add(book, "丸山　誠", phone="0263-11-1111", address="梓野1-1"))
    other = household(book, add(book, "丸山　誠", phone="0263-11-2222", mobile="090-1234-5678"))
    picked = {each.name: better_of(each, one, other).id for each in differing_fields(one, other)}
    assert picked == {"phone": one.id, "mobile": other.id, "address": one.id}


# ---- one of two ----


def as_seen(book: Book, id_: int, day: date | None = None) -> list[tuple[str, str, str]]:
    found = household(book, id_, day)
    return [(each.relation, each.name, each.born) for each in found.members] if found else []


def test_two_entries_become_one_and_two_again(book):
    one = add(book, "丸山　誠", ("妻", "丸山　和子", ""), phone="0263-11-1111", address="梓野1-1")
    two = add(
        book,
        "丸山　誠",
        ("妻", "丸山 和子", "1947-03-04"),
        ("孫", "丸山　さくら", "2020-01-01"),
        mobile="090-1234-5678",
        address="梓野1-1",
    )
    before = [household(book, one), household(book, two)]
    people = same_people(*before)
    assert len(people) == 2
    unite(book, one, two, {"mobile": "090-1234-5678"}, people)
    assert household_ids(book) == [one]
    now = household(book, one)
    assert (now.phone, now.mobile) == ("0263-11-1111", "090-1234-5678")
    assert as_seen(book, one) == [
        (HEAD, "丸山　誠", ""),
        ("妻", "丸山　和子", "1947-03-04"),
        ("孫", "丸山　さくら", "2020-01-01"),
    ]
    assert book.problems() == []
    assert merged_into(book, one) == [two]
    book.undo()
    assert [household(book, one), household(book, two)] == before
    assert merged_into(book, one) == []


def test_what_was_before_is_kept_day_by_day(book):
    first, second = (add_tonarigumi(book, name) for name in ("1組", "2組"))
    one = add(book, "丸山　誠", since="2024-04-01", address="梓野1-1", tonarigumi_id=first)
    two = add(book, "丸山　誠", address="新田9-9", tonarigumi_id=second)
    change_household_from(book, two, "address", "梓野1-1", date(2022, 1, 1))
    heads = (household(book, two).members[0].id, household(book, one).members[0].id)
    unite(book, one, two, same_people=dict([heads]))
    assert household(book, one, date(2020, 1, 1)).address == "新田9-9"
    assert household(book, one, date(2020, 1, 1)).tonarigumi_id == second
    assert household(book, one, date(2023, 1, 1)).address == "梓野1-1"
    assert household(book, one, date(2023, 1, 1)).tonarigumi_id == second
    assert household(book, one).tonarigumi_id == first
    assert as_seen(book, one, date(2020, 1, 1)) == [(HEAD, "丸山　誠", "")]


def test_the_later_answer_about_consent_counts(book):
    one, two = add(book, "丸山　誠"), add(book, "丸山　誠")
    yes, no = {"name": True, "phone": True}, {"phone": False}
    answer_consent(book, one, EVERYBODY, yes, date(2024, 4, 1), "form")
    answer_consent(book, two, EVERYBODY, no, date(2026, 4, 1), "word")
    unite(book, one, two)
    said = {each.item: each.answer for each in household(book, one).consents}
    assert said == {"name": "yes", "phone": "no"}
    earlier = household(book, one, date(2025, 1, 1)).consents
    assert {each.item: each.answer for each in earlier} == {"name": "yes", "phone": "yes"}


def test_the_other_head_can_be_the_head(book):
    one, two = add(book, "丸山　誠"), add(book, "丸山　健太")
    new = household(book, two).members[0].id
    unite(book, one, two, head=new)
    assert as_seen(book, one) == [("", "丸山　誠", ""), (HEAD, "丸山　健太", "")]
    book.undo()
    unite(book, one, two)
    assert as_seen(book, one) == [(HEAD, "丸山　誠", ""), ("", "丸山　健太", "")]


def test_the_history_of_both_stays_readable(book):
    one, two = add(book, "丸山　誠", phone="0263-11-1111"), add(book, "丸山　誠")
    change_household(book, two, "note", "裏口へ")
    change_household(book, one, "phone", "0263-11-2222")
    unite(book, one, two)
    texts = " ".join(detail for each in history_of(book, one) for detail in each.details)
    assert "裏口へ" in texts
    assert "0263-11-2222" in texts
    steps = [each.step.text for each in history_of(book, one)]
    assert steps[0] == "丸山　誠と丸山　誠を一つの世帯にまとめる"


def test_papers_of_both_are_told(book):
    one, two = add(book, "丸山　誠"), add(book, "丸山　誠")
    for paper, who in (("roster-members", one), ("group-roster", two)):
        log_handout(book, paper, Audience.OFFICERS, for_whom="役員", purpose="連絡", who=[who])
    unite(book, one, two)
    told = held_about(book, one, str)
    (papers,) = [each for each in told.blocks if each.title == "載せた名簿・表"]
    assert [row[1] for row in papers.rows] == ["group-roster", "roster-members"]


def test_a_household_is_not_united_with_itself(book):
    one = add(book, "丸山　誠")
    for other in (one, 99):
        with pytest.raises(NotAllowed):
            unite(book, one, other)


DAYS = st.dates(date(2010, 1, 1), date(2026, 11, 1))


@given(st.data())
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_on_every_day_there_is_one_household_with_all_its_people(book, data):
    """Whatever was dated in either: nothing overlaps, nobody is lost, undo gives both back."""
    ids = []
    for _entry in range(2):
        since = data.draw(st.one_of(st.just(""), DAYS.map(date.isoformat)))
        id_ = add(
            book, "丸山　誠", ("妻", "丸山　和子", ""), ("長男", "丸山　健太", ""), since=since
        )
        ids.append(id_)
        for day in data.draw(st.lists(DAYS, max_size=2)):
            if day.isoformat() > since:
                change_household_from(book, id_, "membership", "paused", day)
                member = household(book, id_).members[1]
                change_member(book, member.id, "whereabouts", "care", day)
        day = data.draw(DAYS)
        if day.isoformat() > since and data.draw(st.booleans()):
            member_leaves(book, household(book, id_).members[-1].id, day)
    before = [household(book, id_) for id_ in ids]
    days = [date(year, 6, 1) for year in range(2009, 2027)]
    names = [
        {name for id_ in ids for _relation, name, _born in as_seen(book, id_, day)} for day in days
    ]
    unite(book, *ids, same_people=same_people(*before))
    assert book.problems() == []
    for day, known in zip(days, names, strict=True):
        seen = as_seen(book, ids[0], day)
        assert {name for _relation, name, _born in seen} == known
        assert sum(relation == HEAD for relation, _name, _born in seen) == bool(known)
    book.undo()
    assert [household(book, id_) for id_ in ids] == before
    for id_ in ids:
        remove_household(book, id_)


STRETCH = st.tuples(st.integers(0, 20), st.integers(1, 9)).map(
    lambda each: (f"{each[0]:02}", f"{each[0] + each[1]:02}")
)


@given(STRETCH, st.lists(STRETCH, max_size=4))
def test_what_is_left_of_a_stretch(stretch, others):
    left = left_over(stretch, others)

    def holds(day: str, stretches: list[tuple[str, str]]) -> bool:
        return any(since <= day < until for since, until in stretches)

    for day in (f"{number:02}" for number in range(32)):
        assert holds(day, left) == (holds(day, [stretch]) and not holds(day, others))


def test_who_was_told_apart_from_another_can_still_be_removed(book):
    one, other = add(book, "髙橋 一郎"), add(book, "髙橋 一郎")
    for id_, gone in ((one, other), (other, one)):
        are_not_the_same(book, id_, gone)
        remove_household(book, gone)
        assert household_ids(book) == [id_]
        assert book.problems() == []
        book.undo()
        assert doubles_in(book) == []
        book.undo()
    assert len(doubles_in(book)) == 1
