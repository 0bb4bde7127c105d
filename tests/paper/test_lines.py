"""Japanese text breaks where a printer would break it."""

from hypothesis import given
from hypothesis import strategies as st

from kucho_desktop.paper.glyphs import Font, text_width
from kucho_desktop.paper.lines import break_lines, cut, unbroken

PURPOSE = (
    "ご記入いただいた個人情報は、梓野区の運営（連絡・回覧・区費・行事・防災）のためにのみ"
    "利用します。会費は年12,000円です。お問い合わせは0263-72-1234（区長）まで。"
)
widths = st.integers(60, 400)


@given(widths)
def test_no_line_begins_with_a_full_stop_or_ends_with_an_opening_bracket(width):
    lines = break_lines(PURPOSE, width, 12)
    assert not [line for line in lines if line[0] in "、。）・ー"]
    assert not [line for line in lines if line[-1] in "（「"]


@given(st.text("あ山、。（）「」ーっ1２,円-ab 　𠮷", max_size=60), widths)
def test_nothing_is_lost_and_nothing_stands_out(text, width):
    lines = break_lines(text, width, 12)
    assert "".join(lines).replace(" ", "").replace("　", "") == text.replace(" ", "").replace(
        "　", ""
    )
    assert all(text_width(line, Font.PROSE, 12) <= width + 0.01 for line in lines)


def test_amounts_and_telephone_numbers_stay_whole():
    for width in range(120, 300, 7):
        together = "|".join(break_lines(PURPOSE, width, 12))
        assert "12,000円" in together
        assert "0263-72-1234" in together


def test_a_marked_name_stays_whole_and_the_marks_are_gone():
    text = f"今年度の区長は{unbroken('髙橋 𠮷太郎')}です。"
    for width in range(90, 250, 7):
        lines = break_lines(text, width, 12)
        assert [line for line in lines if "髙橋 𠮷太郎" in line], width
        assert "\u2060" not in "".join(lines)


def test_paragraphs_are_kept():
    assert break_lines("一\n\n二", 100, 12) == ["一", "", "二"]


def test_a_word_longer_than_the_line_is_broken_all_the_same():
    lines = break_lines("Llanfairpwllgwyngyllgogerychwyrndrobwll", 60, 12)
    assert "".join(lines) == "Llanfairpwllgwyngyllgogerychwyrndrobwll"
    assert len(lines) > 2


def test_what_does_not_fit_ends_with_dots():
    assert cut("安曇野市豊科", 36, 12, Font.TABLE) == "安曇…"
    assert cut("豊科", 36, 12, Font.TABLE) == "豊科"
