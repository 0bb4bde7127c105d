"""Label sheets, envelopes and cards: every one as it is sold."""

from itertools import combinations

import pytest

from kucho_desktop.paper.stationery import A4_HEIGHT, A4_WIDTH, label_sheets, stocks

SHEETS = pytest.mark.parametrize("sheet", label_sheets(), ids=lambda sheet: sheet.name)
HAIR = 0.01


@SHEETS
def test_no_label_lies_outside_the_sheet(sheet):
    for face in range(sheet.faces):
        left, top = sheet.place(face)
        assert left >= 0
        assert top >= 0
        assert left + sheet.width <= A4_WIDTH + HAIR
        assert top + sheet.height <= A4_HEIGHT + HAIR


@SHEETS
def test_no_two_labels_lie_over_each_other(sheet):
    places = [sheet.place(face) for face in range(sheet.faces)]
    for (left, top), (other_left, other_top) in combinations(places, 2):
        apart_across = abs(left - other_left) >= sheet.width - HAIR
        assert apart_across or abs(top - other_top) >= sheet.height - HAIR


@SHEETS
def test_there_are_as_many_labels_as_it_says(sheet):
    assert sheet.faces == int(sheet.name.split("-")[0])
    assert len({sheet.place(face) for face in range(sheet.faces)}) == sheet.faces
    assert sheet.title.startswith(f"{sheet.faces}面")
    assert sheet.products


@SHEETS
def test_what_is_free_left_and_right_is_nearly_the_same(sheet):
    """Nobody sells a lopsided sheet: a slip in the figures would be seen here."""
    right = A4_WIDTH - sheet.place(sheet.columns - 1)[0] - sheet.width
    below = A4_HEIGHT - sheet.place(sheet.faces - 1)[1] - sheet.height
    assert right == pytest.approx(sheet.left, abs=2.1)
    assert below == pytest.approx(sheet.top, abs=2.7)


def test_the_sheets_of_the_shops_are_there():
    faces = {sheet.faces for sheet in label_sheets()}
    assert faces >= {10, 12, 18, 21, 24, 44, 65}
    titles = [sheet.title for sheet in label_sheets()]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize(
    ("name", "lefts", "top"),
    [
        ("postcard", (44.3, 51.3, 58.3, 65.9, 72.7, 79.5, 86.3), 12.0),
        ("naga3", (64.3, 71.3, 78.3, 85.9, 92.7, 99.5, 106.3), 12.0),
        ("kaku2", (174.3, 181.3, 188.3, 195.9, 202.7, 209.5, 216.3), 18.0),
    ],
)
def test_the_boxes_of_the_code_are_where_the_post_wants_them(name, lefts, top):
    stock = next(each for each in stocks() if each.name == name)
    boxes = list(stock.boxes())
    assert [box[0] for box in boxes] == pytest.approx(lefts)
    assert {box[1:] for box in boxes} == {(top, 5.7, 8.0)}
    assert stock.width - boxes[-1][0] - 5.7 == pytest.approx(stock.beside)
