"""Envelopes and postcards: measured in millimetres, upright and in columns."""

import pytest
from paper.letters_written import (
    ALL,
    COMPANY,
    COUPLE,
    LONG,
    LONGEST,
    NOWHERE,
    SENDER,
    SHORT,
    imprint,
)
from paper.measuring import NEAR, page_size, places, red_lines
from paper.reading import looks_like, text

from kucho_desktop.core.in_kanji import address_in_kanji
from kucho_desktop.paper.letters import HowWritten, letters
from kucho_desktop.paper.stationery import ACROSS, DOWNWARD, LYING, stock_named, stocks

STOCKS = pytest.mark.parametrize("stock", stocks(), ids=lambda stock: stock.name)
EDGE = 4.0
"""What a printer leaves free."""


def written(stock, *to, size=12.0, copies=0, **how):
    return letters("封筒", imprint(size, copies), HowWritten(stock, **how), to)


def one_line(made) -> str:
    return "".join(text(made).split())


@STOCKS
@pytest.mark.parametrize("way", [DOWNWARD, ACROSS])
def test_each_digit_stands_in_the_middle_of_its_box(stock, way):
    digits = places(written(stock, SHORT, way=way))[:7]
    assert "".join(each.text for each in digits) == "3998205"
    for digit, (left, top, wide, high) in zip(digits, stock.boxes(), strict=True):
        assert digit.middle == pytest.approx(left + wide / 2, abs=NEAR)
        assert digit.ink_height == pytest.approx(top + high / 2, abs=NEAR)


@pytest.mark.parametrize("name", ["postcard", "naga3", "kaku2"])
def test_boxes_that_are_drawn_stand_where_the_post_wants_them(name):
    stock = stock_named(name)
    upright, level = red_lines(written(stock, NOWHERE, boxes=True))
    edges = [edge for left, _top, wide, _high in stock.boxes() for edge in (left, left + wide)]
    assert upright == pytest.approx(edges, abs=NEAR)
    assert level == pytest.approx([stock.above, stock.above + 8.0], abs=NEAR)


def test_boxes_that_are_printed_already_are_not_drawn():
    assert red_lines(written(stock_named("postcard"), SHORT)) == ([], [])


@STOCKS
def test_a_page_is_as_large_as_the_paper(stock):
    whole = (stock.width + stock.further, stock.height)
    assert page_size(written(stock, SHORT)) == pytest.approx(whole, abs=NEAR)
    if LYING in stock.ways:
        lying = page_size(written(stock, SHORT, way=LYING))
        assert lying == pytest.approx((stock.height, stock.width), abs=NEAR)


@STOCKS
@pytest.mark.parametrize("way", [DOWNWARD, ACROSS, LYING])
@pytest.mark.parametrize("size", [12.0, 14.0])
def test_nothing_leaves_the_side_with_the_address_nor_meets_the_boxes(stock, way, size):
    if way not in stock.ways:
        return
    wide, high = stock.width, stock.height
    if way == LYING:
        wide, high = high, wide
    for who in ALL:
        made = written(stock, who, way=way, size=size, sender=SENDER)
        foot = 0 if way == LYING else stock.above + 8
        for place in places(made):
            left, top, right, bottom = place.ink
            assert EDGE <= left <= right <= wide - EDGE, place
            assert EDGE <= top <= bottom <= high - EDGE, place
            is_code = place.text.isdigit() and bottom < foot
            assert is_code or top > foot, place


@STOCKS
def test_downward_the_address_is_at_the_right_and_the_name_in_the_middle(stock):
    found = places(written(stock, SHORT))
    address = [each for each in found if each.text in "安曇野市豊科"]
    name = [each for each in found if each.text in "髙橋"]
    for each in name:
        assert each.middle == pytest.approx(stock.width / 2, abs=NEAR)
    assert all(each.middle > stock.width * 0.75 for each in address)
    assert address[0].top > stock.above + 8
    assert name[0].top > address[0].top
    tall = [each.bottom - each.top for each in (name[0], address[0])]
    assert tall[0] > tall[1] * 1.4


def test_the_name_is_as_large_as_names_on_postcards_are():
    """20 to 26 points."""
    found = places(written(stock_named("postcard"), SHORT))
    (sign,) = [each for each in found if each.text == "髙"]
    assert 20 <= (sign.right - sign.left) * 72 / 25.4 <= 26.1


@STOCKS
def test_downward_numbers_are_in_kanji_and_nothing_is_cut(stock):
    said = one_line(written(stock, LONGEST))
    assert address_in_kanji(LONG) in said
    assert f"{COMPANY}御中" in said
    assert "…" not in said
    assert one_line(written(stock, LONGEST, way=ACROSS)).count(LONG) == 1


def test_two_names_stand_side_by_side_the_given_names_level():
    found = places(written(stock_named("postcard"), COUPLE))
    said = "".join(each.text for each in found)
    assert said.count("渡") == 1
    first, second = (next(each for each in found if each.text == sign) for sign in "さ夫")
    high = first.bottom - first.top
    assert second.top - first.top == pytest.approx(high, abs=NEAR)  # 𠮷 stands beside さ
    assert first.middle > second.middle
    assert (first.middle + second.middle) / 2 == pytest.approx(50, abs=NEAR)
    titles = [each.top for each in found if each.text == "様"]
    assert titles[0] == pytest.approx(titles[1], abs=NEAR)


def test_the_sender_is_at_the_lower_left_on_every_letter():
    stock = stock_named("naga3")
    made = written(stock, SHORT, NOWHERE, sender=SENDER)
    for page in (0, 1):
        own = [each for each in places(made, page) if each.text in "丸治"]
        assert len(own) == 2
        assert all(each.middle < 0.3 * stock.width for each in own)
        assert all(each.top > 0.5 * stock.height for each in own)
    assert "丸山" not in one_line(written(stock, SHORT))


def test_without_a_postal_code_the_boxes_stay_empty():
    assert one_line(written(stock_named("postcard"), NOWHERE, boxes=True)) == "𠮷田清様"


def test_copies_are_as_many_letters_and_nobody_is_an_empty_one():
    stock = stock_named("postcard")
    assert written(stock, SHORT, COUPLE, copies=3).pages == 6
    empty = written(stock)
    assert (empty.pages, one_line(empty)) == (1, "")


def test_the_offset_moves_digits_address_and_boxes_together():
    stock = stock_named("postcard")
    still = written(stock, SHORT, boxes=True, sender=SENDER)
    moved = written(stock, SHORT, boxes=True, sender=SENDER, shift=(-1.0, 2.5))
    for before, after in zip(places(still), places(moved), strict=True):
        assert after.left - before.left == pytest.approx(-1.0, abs=NEAR)
        assert after.top - before.top == pytest.approx(2.5, abs=NEAR)
    for one, other, by in zip(red_lines(still), red_lines(moved), (-1.0, 2.5), strict=True):
        assert [each + by for each in one] == pytest.approx(other, abs=NEAR)


def test_the_same_letters_give_the_same_bytes():
    stock = stock_named("naga3")
    assert written(stock, *ALL, sender=SENDER).pdf == written(stock, *ALL, sender=SENDER).pdf


@pytest.mark.parametrize("size", [12.0, 14.0])
@pytest.mark.parametrize("way", [DOWNWARD, ACROSS, LYING])
def test_postcards_look_as_approved(way, size):
    stock = stock_named("postcard")
    made = written(stock, COUPLE, size=size, way=way, boxes=True, sender=SENDER)
    assert looks_like(made, f"postcard-{way}-{size:g}")
