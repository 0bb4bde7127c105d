"""Every character of a name is drawn as it is written, or it is said."""

import pytest

from kucho_desktop.paper import glyphs as paper_glyphs
from kucho_desktop.paper.glyphs import Font, glyphs, missing_characters, text_width

NO_FONT_HAS = "\ue000"


@pytest.fixture(autouse=True)
def no_moji_joho(monkeypatch):
    """Whatever this machine has installed."""
    monkeypatch.setattr(paper_glyphs, "_installed_moji_joho", lambda: None)
    paper_glyphs._glyph.cache_clear()
    yield
    paper_glyphs._glyph.cache_clear()


def faces(text):
    return [glyph.face.name for glyph in glyphs(text, Font.TABLE)]


def test_names_with_unusual_kanji_are_all_there():
    assert missing_characters("髙橋 山﨑 𠮷田 渡邉 邊 齋藤 濵 栁 德 神 﨔 𣘺 𡈽") == []


def test_what_the_first_font_lacks_the_second_draws():
    assert faces("吉𠮷") == ["BIZUDGothic-Regular", "NotoSansJP-Regular"]


def test_missing_characters_are_named_once_in_order():
    assert missing_characters("a🏠b🏠\ue000") == ["🏠", NO_FONT_HAS]


def test_a_stand_in_is_drawn_and_copied_as_one():
    (glyph,) = glyphs(NO_FONT_HAS, Font.TABLE)
    assert glyph.text == "〓"
    assert not glyph.as_written


def test_a_selector_chooses_another_shape_of_the_same_kanji():
    plain, chosen = glyphs("葛葛\U000e0100", Font.TABLE)
    assert plain.number != chosen.number
    assert chosen.text == "葛\U000e0100"
    assert chosen.as_written


def test_a_selector_that_no_font_knows_is_named_and_the_plain_kanji_drawn():
    assert missing_characters("芦\U000e0102") == ["芦\U000e0102"]
    (glyph,) = glyphs("芦\U000e0102", Font.TABLE)
    assert glyph.text == "芦\U000e0102"


def test_kana_apart_from_its_mark_looks_like_the_whole_one():
    whole, apart = glyphs("がか\u3099", Font.TABLE)
    assert whole.number == apart.number
    assert apart.text == "か\u3099"


def test_a_mark_that_kana_never_bears_is_said():
    assert missing_characters("あ\u3099") == ["あ\u3099"]


def test_marks_for_machines_take_no_room():
    assert text_width("\u200b山\u2060田\ufeff", Font.TABLE, 10) == 20


def test_digits_stand_in_columns():
    assert len({text_width(digit, Font.TABLE, 10) for digit in "0123456789"}) == 1


def test_a_font_of_the_user_comes_last(monkeypatch):
    own = paper_glyphs.bundled("NotoSansJP-Bold.ttf")
    monkeypatch.setattr(paper_glyphs, "_installed_moji_joho", lambda: own)
    assert [face.name for face in paper_glyphs._faces(Font.TABLE)] == [
        "BIZUDGothic-Regular",
        "NotoSansJP-Regular",
        "NotoSansJP-Bold",
    ]
