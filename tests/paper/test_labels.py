"""Labels: each address inside its own label, whole, whatever its length."""

import pytest
from paper.letters_written import ALL, COMPANY, COUPLE, LONG, LONGEST, NOWHERE, SHORT, imprint
from paper.measuring import NEAR, places
from paper.reading import looks_like, text

from kucho_desktop.paper.address_block import AddressBlock
from kucho_desktop.paper.labels import LabelPages
from kucho_desktop.paper.stationery import UNREACHED, label_sheets, sheet_named

SHEETS = pytest.mark.parametrize("sheet", label_sheets(), ids=lambda sheet: sheet.name)


def printed(sheet, *to, size=12.0, start=0, shift=(0.0, 0.0), outlines=False):
    pages = LabelPages("宛名ラベル", imprint(size), sheet, start=start, shift=shift)
    block = AddressBlock(pages.lettering, size)
    for who in to:
        label = pages.next_label()
        pages.draw(block.operators(who, label))
    if outlines:
        pages.draw_outlines()
    return pages.printed()


def one_line(made) -> str:
    return "".join(text(made).split())


@SHEETS
@pytest.mark.parametrize("size", [12.0, 14.0])
def test_everything_stands_inside_its_label(sheet, size):
    for at, who in enumerate(ALL):
        face = (sheet.faces - 1) * at // (len(ALL) - 1)
        left, top = sheet.place(face)
        made = printed(sheet, who, size=size, start=face)
        for place in places(made):
            assert max(left, UNREACHED) - NEAR <= place.left, place
            assert place.right <= min(left + sheet.width, 210 - UNREACHED) + NEAR, place
            assert max(top, UNREACHED) - NEAR <= place.ink[1], place
            assert place.ink[3] <= min(top + sheet.height, 297 - UNREACHED) + NEAR, place


@SHEETS
def test_nothing_of_an_address_or_a_name_is_ever_cut(sheet):
    said = one_line(printed(sheet, LONGEST))
    assert LONG in said
    assert "メゾン・ド・アズミノA棟1203号室" in said
    assert f"{COMPANY}御中" in said
    assert "…" not in said


def test_a_long_name_shrinks_and_the_address_stays_as_large():
    sheet = sheet_named("12-86x42")
    short = {place.text: place.bottom - place.top for place in places(printed(sheet, SHORT))}
    long = {place.text: place.bottom - place.top for place in places(printed(sheet, LONGEST))}
    assert short["髙"] > short["安"]
    assert long["株"] < short["髙"]
    assert long["安"] > short["安"] * 0.75


def test_the_family_name_stands_once_and_the_titles_under_each_other():
    found = places(printed(sheet_named("12-86x42"), COUPLE))
    said = "".join(place.text for place in found)
    assert said.count("渡") == 1
    titles = [place for place in found if place.text == "様"]
    given = [next(place for place in found if place.text == sign) for sign in "く夫"]
    assert titles[0].left == pytest.approx(titles[1].left, abs=NEAR)
    assert given[0].left == pytest.approx(given[1].left, abs=NEAR)
    assert given[0].bottom < given[1].bottom


def test_a_name_alone_is_a_label_too():
    assert one_line(printed(sheet_named("24-66x34"), NOWHERE)) == "𠮷田清様"


def test_a_used_sheet_begins_at_any_label_and_a_full_one_is_followed_by_a_new_one():
    sheet = sheet_named("24-66x34")
    made = printed(sheet, *[SHORT] * 3, start=22)
    assert made.pages == 2
    (first, *_rest), (second, *_others) = places(made), places(made, 1)
    left, top = sheet.place(22)
    assert left < first.left < left + sheet.width
    assert top < first.top < top + sheet.height
    assert second.top < sheet.place(0)[1] + sheet.height


def test_the_offset_moves_everything_by_just_so_much():
    sheet = sheet_named("18-70x42")
    still, moved = printed(sheet, SHORT), printed(sheet, SHORT, shift=(1.5, -2.0))
    for before, after in zip(places(still), places(moved), strict=True):
        assert after.left - before.left == pytest.approx(1.5, abs=NEAR)
        assert after.top - before.top == pytest.approx(-2.0, abs=NEAR)


def test_the_postal_code_is_digits_alone():
    """Machines at the post take a sign before it for a digit."""
    said = text(printed(sheet_named("12-86x42"), SHORT))
    assert "399-8205" in said
    assert "〒" not in said


def test_the_same_labels_give_the_same_bytes():
    sheet = sheet_named("12-86x42")
    assert printed(sheet, *ALL).pdf == printed(sheet, *ALL).pdf


@SHEETS
def test_the_test_print_says_what_it_is_on_the_first_label(sheet):
    made = printed(sheet, outlines=True)
    said = one_line(made)
    assert "梓野区ラベル用紙の試し刷り令和8年11月20日(金)" in said
    assert "100mm" in said
    for number in range(2, sheet.faces + 1):
        assert str(number) in said


@pytest.mark.parametrize("size", [12.0, 14.0])
def test_labels_look_as_approved(size):
    made = printed(sheet_named("12-86x42"), *ALL, size=size, start=2, outlines=True)
    assert looks_like(made, f"labels-{size:g}")
