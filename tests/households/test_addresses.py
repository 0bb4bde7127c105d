"""Whom labels and envelopes go to: names, titles, places, and who is left out."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from households.writing_to import fill

from kucho_desktop.core.audiences import Audience
from kucho_desktop.households import store
from kucho_desktop.households.model import Member
from kucho_desktop.households.model.addresses import HowAddressed
from kucho_desktop.households.model.lists.wanted import HouseholdList
from kucho_desktop.households.store.addresses import letters_for, sender_of
from kucho_desktop.tonarigumi.store import add_tonarigumi


@pytest.fixture
def ids(book):
    return fill(book)


def written(book, audience=Audience.CHIEF, **how):
    about = {name: how.pop(name) for name in ("wanted", "inside", "only", "day") if name in how}
    day = about.pop("day", book.today)
    return letters_for(book, audience, day, HowAddressed(**how), **about)


def names(letters) -> list[str]:
    """Every letter: names with their titles."""
    return [
        "・".join(f"{name.shown} {name.title}".strip() for name in letter.to.names)
        for letter in letters.all
    ]


def test_members_and_shops_get_one_for_the_head(book, ids):
    letters = written(book)
    assert names(letters) == ["髙橋 一郎 様", "𠮷田 清 様", "梓野運送 御中"]
    to = letters.all[0].to
    assert (to.postal_code, to.address) == ("399-8205", "安曇野市豊科1234-5")


def test_who_has_no_address_is_left_out_and_named(book, ids):
    letters = written(book)
    assert letters.left_out == ("小松 光",)
    assert "住所のない1世帯は刷りません：小松 光" in letters.notes


def test_an_empty_house_gets_none_even_where_all_are_asked_for(book, ids):
    letters = written(book, wanted=HouseholdList())
    assert "島田 学 様" in names(letters)
    assert not any("空き家" in each for each in names(letters))
    assert "住む人のいない1軒は刷りません。" in letters.notes


def test_who_left_gets_none(book, ids):
    store.household_leaves(book, ids["alone"], book.today)
    tomorrow = book.today + timedelta(days=1)
    assert "𠮷田 清 様" not in names(written(book, day=tomorrow))
    assert "𠮷田 清 様" in names(written(book, day=book.today - timedelta(days=1)))


def test_a_person_who_died_gets_none(book, ids):
    couple = store.household(book, ids["couple"])
    wife = next(each for each in couple.members if each.relation == "妻")
    store.member_dies(book, ids["couple"], wife.id, book.today - timedelta(days=1))
    assert names(written(book, to="both"))[0] == "髙橋 一郎 様"


def test_head_and_wife_share_the_family_name(book, ids):
    assert names(written(book, to="both")) == [
        "髙橋 一郎 様・和子 様",
        "𠮷田 清 様",
        "梓野運送 御中",
    ]


def test_the_family_of_one_is_no_family(book, ids):
    said = names(written(book, to="family"))
    assert said[:2] == ["髙橋 一郎 様・ご家族 様", "𠮷田 清 様"]


def test_every_person_gets_an_own_one_but_nobody_without_a_name(book, ids):
    said = names(written(book, to="each"))
    assert said == ["髙橋 一郎 様", "髙橋 和子 様", "髙橋 茂 様", "𠮷田 清 様", "梓野運送 御中"]


def test_the_old_get_one_each_and_shops_none(book, ids):
    couple = store.household(book, ids["couple"])
    births = ("1945-03-02", "1951-11-20", "1975-01-01", "")
    people = (replace(each, born=day) for each, day in zip(couple.members, births, strict=True))
    store.change_members(book, ids["couple"], tuple(people))
    letters = written(book, to="each-75")
    assert names(letters) == ["髙橋 一郎 様", "髙橋 和子 様"]
    assert letters.notes == ()
    assert names(written(book, to="each-75", day=date(2026, 11, 19))) == ["髙橋 一郎 様"]


@pytest.mark.parametrize(
    ("honour", "first", "office"),
    [
        ("", "髙橋 一郎 様", "梓野運送 御中"),
        ("殿", "髙橋 一郎 殿", "梓野運送 殿"),
        ("none", "髙橋 一郎", "梓野運送"),
    ],
)
def test_the_title_is_chosen(book, ids, honour, first, office):
    said = names(written(book, honour=honour))
    assert (said[0], said[-1]) == (first, office)


def test_a_title_that_is_written_already_is_not_written_twice(book, ids):
    id_ = store.add_household(book, "田中医院 御中", membership="office", address="豊科1")
    assert names(written(book, only=id_)) == ["田中医院 御中"]


def test_the_house_name_stands_beside_where_it_is_wanted(book, ids):
    assert written(book, with_house=True).all[0].to.above == "山ノ神屋"
    assert written(book).all[0].to.above == ""


def test_what_is_handed_over_bears_the_group_and_needs_no_address(book, ids):
    letters = written(book, content="name")
    assert letters.left_out == ()
    assert "小松 光 様" in names(letters)
    assert {each.to.above for each in letters.all} == {"第1隣組"}
    assert not any(each.to.address or each.to.postal_code for each in letters.all)


def test_a_group_or_one_household_alone(book, ids):
    other = add_tonarigumi(book, "第2隣組")
    id_ = store.add_household(book, "鈴木 一", tonarigumi_id=other, address="豊科2")
    assert names(written(book, inside=other)) == ["鈴木 一 様"]
    assert names(written(book, only=ids["not_joined"])) == ["島田 学 様"]
    assert [each.household_id for each in written(book, only=id_).all] == [id_]


def test_the_order_and_whoever_is_left_out_are_those_of_the_list(book, ids):
    wanted = HouseholdList(sort="kana", without=frozenset({ids["office"]}))
    said = names(written(book, wanted=wanted))
    assert "梓野運送 御中" not in said
    assert len(said) == 3


def test_people_stand_under_the_name_they_go_by(book, ids):
    (head,) = store.household(book, ids["alone"]).members
    known = Member(head.id, relation="head", name=head.name, known_as="吉田 きよし", by_known_as=1)
    store.change_members(book, ids["alone"], (known,))
    for audience in (Audience.CHIEF, Audience.OFFICERS):
        assert names(written(book, audience, only=ids["alone"])) == ["吉田 きよし 様"]


def test_the_sender_is_the_association_with_its_chief(book, ids):
    sender = sender_of(book, book.today)
    assert sender.names == ("梓野区", "区長　丸山 治")
    assert sender.address == "安曇野市豊科4932-26"
    assert sender.postal_code == "399-8205"


def test_an_empty_book_has_nobody_and_no_sender(book):
    assert written(book).notes == ("宛先がひとつもありません。",)
    assert sender_of(book, book.today) is None
