"""Text written downward: the forms of its signs, numbers, words from abroad, and columns."""

import pytest
from paper.measuring import MM, NEAR, places

from kucho_desktop.core.i18n import language
from kucho_desktop.paper.document import Document
from kucho_desktop.paper.faces import bundled, face
from kucho_desktop.paper.glyphs import Font
from kucho_desktop.paper.imprint import Printed
from kucho_desktop.paper.vertical import Column, break_columns
from kucho_desktop.paper.vertical_forms import vertical_forms

SIZE = 20.0
HIGH = 300.0


def written(text: str) -> tuple[Printed, float]:
    """A column in the middle of a page, and its length."""
    document = Document("縦", (100.0, HIGH), language())
    column = Column(document.lettering[Font.TABLE], text)
    document.add_page(column.operators(50, HIGH - 10, SIZE), ())
    return Printed(document.pdf(), 1), column.length


@pytest.mark.parametrize("name", ["BIZUDGothic-Regular.ttf", "NotoSansJP-Regular.ttf"])
def test_the_fonts_have_forms_for_columns(name):
    each = face(bundled(name))
    for sign in "、。ー「」（）ゃッ":
        assert each.vertical[each.glyph_of[ord(sign)]] != each.glyph_of[ord(sign)]
    assert each.glyph_of[ord("山")] not in each.vertical
    assert vertical_forms(b"") == {}


def test_signs_stand_one_under_the_other_around_the_middle():
    printed, length = written("髙橋ー𠮷")
    found = places(printed)
    assert length == 4
    tops = [each.top for each in found[:3]]
    assert tops[1] - tops[0] == pytest.approx(SIZE / MM, abs=NEAR)
    assert tops[2] - tops[1] == pytest.approx(SIZE / MM, abs=NEAR)
    assert all(each.middle == pytest.approx(50 / MM, abs=NEAR) for each in found[:3])
    bar = found[2].ink
    assert bar[3] - bar[1] > (bar[2] - bar[0]) * 3, "ー does not stand upright"


def test_two_digits_stand_side_by_side_and_one_or_three_do_not():
    printed, length = written("12")
    first, second = places(printed)
    assert length == 1
    assert first.top == pytest.approx(second.top, abs=NEAR)
    assert (first.left + second.right) / 2 == pytest.approx(50 / MM, abs=NEAR)
    assert written("1")[1] == 1
    assert written("123")[1] == 3


def test_a_word_from_abroad_lies_and_a_letter_stands():
    printed, length = written("Smith")
    found = places(printed)
    assert length == pytest.approx(2.5)
    tops = [each.ink[1] for each in found]
    assert tops == sorted(tops)
    assert written("A")[1] == 1


def test_columns_break_where_they_may_and_keep_numbers_whole():
    columns = break_columns("安曇野市豊科一二三四‐五", 8 * SIZE, SIZE)
    assert columns == ["安曇野市豊科", "一二三四‐五"]
    assert "".join(break_columns("安" * 60, 7 * SIZE, SIZE)) == "安" * 60
    assert break_columns("コーポA 12", 20 * SIZE, SIZE) == ["コーポＡ 12"]
