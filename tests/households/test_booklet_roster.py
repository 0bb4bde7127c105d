"""区民名簿 as a booklet: small pages two by two, in the order in which they are folded."""

from datetime import date

from households.families import DAY, groups_for
from paper.reading import looks_like, text, texts

from kucho_desktop.core.audiences import Audience
from kucho_desktop.households.papers import roster_booklet
from kucho_desktop.paper.imprint import Imprint


def booklet(sizes=(20, 1, 8, 14), *, by_kana=False, **more):
    audience = Audience.EVERY_HOUSEHOLD
    imprint = Imprint("梓野区", audience, DAY, date(2026, 11, 20), **more)
    return roster_booklet(groups_for(audience, sizes), imprint, by_kana=by_kana)


def test_everybody_who_agreed_stands_there_with_reading_and_phone():
    groups = groups_for(Audience.EVERY_HOUSEHOLD, (20, 1, 8, 14))
    said = text(booklet())
    for group in groups:
        for record in group.households.records:
            assert record.text("head") in said
            assert record.text("phone") in said


def test_sides_come_in_pairs_and_the_first_page_is_at_the_right_of_the_first():
    printed = booklet()
    sides = texts(printed)
    assert printed.pages == len(sides)
    assert len(sides) % 2 == 0
    assert "1/" in sides[0]
    assert "2/" in sides[1]


def test_each_copy_is_a_booklet_with_its_own_number():
    one, two = booklet(), booklet(copy_numbers=(7, 8))
    assert two.pages == 2 * one.pages
    sides = texts(two)
    assert all("No. 7" in side for side in sides[:2])
    assert all("No. 8" in side for side in sides[one.pages : one.pages + 2])


def test_by_reading_the_group_stands_beside_the_name():
    said = text(booklet(by_kana=True))
    groups = groups_for(Audience.EVERY_HOUSEHOLD, (20, 1, 8, 14))
    assert all(group.title in said for group in groups if group.households.records)


def test_the_same_booklet_has_the_same_bytes():
    assert booklet().pdf == booklet().pdf


def test_it_looks_as_it_was_approved():
    assert looks_like(booklet(), "roster-booklet-12")
    assert looks_like(booklet(size=14.0), "roster-booklet-14", page=1)
