"""Who holds which post, in this year and in others."""

from datetime import date

import pytest

from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.periods import OPEN
from kucho_desktop.households.store import (
    household_leaves,
    member_dies,
    remove_household,
    unite,
)
from kucho_desktop.officers import store

NEXT = date(2027, 4, 1)


def held(book, day=None, *, post=""):
    """Post with group and name of every place."""
    seats = store.seats_on(book, day or book.today)
    return {
        store.post_of(seat): "" if seat.is_vacant else seat.name
        for seat in seats
        if not post or seat.of_post.name == post
    }


def test_usual_posts_come_with_their_departments(street):
    posts = {each.name: each for each in store.POSTS.all(street)}
    assert posts["区長"].also == "自主防災会長"
    assert posts["区長"].term == 2
    assert posts["隣組長"].also == "福祉員"
    assert posts["隣組長"].per_group
    departments = [each.name for each in store.DEPARTMENTS.all(street)]
    assert departments == ["環境部", "防災部", "福祉部", "文化体育部"]
    store.take_over_posts(street, range(3))
    assert len(store.POSTS.all(street)) == len(posts), "no post is taken over twice"


def test_there_is_a_place_for_every_group_and_number(street):
    names = list(held(street))
    assert names[0] == "区長"
    assert sum(seat.of_post.name == "監事" for seat in store.seats_on(street, street.today)) == 2
    assert [name for name in names if "隣組長" in name] == [
        "第1隣組 隣組長",
        "第2隣組 隣組長",
        "第3隣組 隣組長",
    ]


def test_a_term_is_as_long_as_the_post_says(street, houses, post):
    chief = store.appoint(street, {"post_id": post("区長"), "member_id": houses[0].members[0].id})
    kept = store.APPOINTMENTS.one(street, chief)
    assert (kept.since, kept.last) == ("2026-04-01", "2028-03-31")
    assert held(street, NEXT)["区長"] == houses[0].head
    assert held(street, date(2028, 4, 1))["区長"] == ""


def test_next_year_does_not_touch_this_year(street, houses, post):
    now, then = (house.members[0] for house in houses[:2])
    store.appoint(street, {"post_id": post("会計"), "member_id": now.id})
    store.appoint(
        street, {"post_id": post("会計"), "member_id": then.id, "since": NEXT.isoformat()}
    )
    assert held(street)["会計"] == now.name
    assert held(street, NEXT)["会計"] == then.name
    coming = next(seat for seat in store.seats_on(street, NEXT) if seat.post == "会計")
    assert (coming.before, coming.terms) == (now.name, 1)
    street.undo()
    assert held(street, NEXT)["会計"] == ""
    assert held(street)["会計"] == now.name


def test_who_stays_is_in_the_second_term(street, houses, post):
    store.appoint(street, {"post_id": post("会計"), "member_id": houses[0].members[0].id})
    seats = [seat for seat in store.seats_on(street, street.today) if seat.post == "会計"]
    year = store.year_after(street, store.years_of_rota(street)[5])
    store.stay_in_office(street, seats[0], year)
    coming = next(seat for seat in store.seats_on(street, NEXT) if seat.post == "会計")
    assert (coming.terms, coming.before) == (2, "")


def test_somebody_from_outside_holds_a_post(street, post):
    said = {"name": "𠮷﨑 花代", "kana": "よしざき はなよ", "phone": "026-000-0001"}
    store.appoint(street, {"post_id": post("監事"), **said})
    seat = next(seat for seat in store.seats_on(street, street.today) if seat.name == "𠮷﨑 花代")
    assert seat.phone == "026-000-0001"
    assert seat.household_id == 0


def test_nobody_holds_a_post_twice(street, houses, post):
    said = {"post_id": post("監事"), "member_id": houses[0].members[0].id}
    store.appoint(street, said)
    with pytest.raises(NotAllowed, match="すでに"):
        store.appoint(street, said)
    with pytest.raises(NotAllowed, match="始まりより前"):
        store.appoint(street, {**said, "since": "2027-04-01", "last": "2026-12-31"})


def test_more_than_the_post_has_places_for_are_shown(street, houses, post):
    for house in houses[:2]:
        store.appoint(street, {"post_id": post("会計"), "member_id": house.members[0].id})
    names = [seat.name for seat in store.seats_on(street, street.today) if seat.post == "会計"]
    assert names == [house.head for house in houses[:2]]


def test_an_officer_who_has_gone_stays_until_it_is_decided(street, houses, post):
    gone = houses[0]
    id_ = store.appoint(street, {"post_id": post("会計"), "member_id": gone.members[0].id})
    household_leaves(street, gone.id, date(2026, 11, 1))
    seat = next(seat for seat in store.seats_on(street, street.today) if seat.id == id_)
    assert (seat.name, seat.gone, seat.has_died) == (gone.head, "2026-11-01", False)
    said = [item.text for item in store.open_items(street)]
    assert any(gone.head in text and "令和8年11月1日" in text for text in said)
    store.end_appointment(street, id_, date(2026, 10, 31))
    assert held(street)["会計"] == ""
    assert held(street, date(2026, 10, 31))["会計"] == gone.head
    assert not any(gone.head in item.text for item in store.open_items(street))


def test_an_officer_who_has_died_is_told(street, houses, post):
    house = next(each for each in houses if len(each.members) > 1)
    head, other = house.members[:2]
    store.appoint(street, {"post_id": post("会計"), "member_id": head.id})
    member_dies(street, house.id, head.id, date(2026, 11, 10), next_head=other.id)
    assert any("亡くなって" in item.text for item in store.open_items(street))


def test_empty_places_and_next_years_wait(street, houses, post):
    assert not list(store.open_items(street)), "before anybody is written down nothing is lacking"
    store.appoint(street, {"post_id": post("区長"), "member_id": houses[0].members[0].id})
    said = {item.work: item.text for item in store.open_items(street)}
    assert "空席" in said["officers"]
    assert "令和9年度の役員が、あと" in said["next-year"]


def test_a_term_that_ends_soon_is_told_unless_somebody_follows(street, houses, post):
    said = {"post_id": post("会計"), "member_id": houses[0].members[0].id, "last": "2026-12-31"}
    store.appoint(street, said)
    assert any("令和8年12月31日" in item.text for item in store.open_items(street))
    after = {**said, "member_id": houses[1].members[0].id, "since": "2027-01-01"}
    store.appoint(street, {**after, "last": "2027-03-31"})
    assert not any("令和8年12月31日" in item.text for item in store.open_items(street))


def test_who_holds_a_post_is_not_removed_unseen(street, houses, post):
    store.appoint(street, {"post_id": post("会計"), "member_id": houses[0].members[0].id})
    with pytest.raises(NotAllowed, match="役職"):
        remove_household(street, houses[0].id)
    with pytest.raises(NotAllowed, match="いつまで"):
        store.remove_post(street, post("会計"))


def test_a_merged_person_keeps_the_post(street, houses, post):
    keep, gone = houses[0], houses[4]
    store.appoint(street, {"post_id": post("会計"), "member_id": gone.members[0].id})
    unite(street, keep.id, gone.id, same_people={gone.members[0].id: keep.members[0].id})
    assert held(street)["会計"] == keep.head


def test_a_leader_is_found_by_group_and_by_name(street, houses, post):
    group = houses[3].tonarigumi_id
    store.appoint(
        street,
        {"post_id": post("隣組長"), "tonarigumi_id": group, "member_id": houses[3].members[0].id},
    )
    found = store.find_officers(street, houses[3].kana.split()[0], 5)
    assert [store.post_of(seat) for seat in found] == ["第2隣組 隣組長"]
    assert store.find_officers(street, "福祉員", 5) == found


def test_a_post_that_has_ended_is_not_asked_for(street, post):
    store.POSTS.change(street, post("福祉部長"), {"last": "2026-03-31"})
    assert "福祉部長" not in held(street)
    assert "福祉部長" in held(street, date(2026, 3, 31))
    row = street.rows("SELECT until FROM post WHERE id = :id", id=post("会計"))
    assert row[0]["until"] == OPEN


def test_posts_are_put_in_order(street, post):
    store.move_post(street, post("会計"), -1)
    assert list(held(street))[:2] == ["区長", "会計"]
