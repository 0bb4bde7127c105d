"""The fold, the order of readings, phone numbers and postal codes."""

import re
import unicodedata
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kucho_desktop.core import order
from kucho_desktop.core.text import (
    fold,
    full_kana,
    index_heading,
    narrow,
    problem_with_phone,
    problem_with_postal_code,
    search_words,
    sort_key,
    tidy_kana,
    tidy_phone,
    tidy_postal_code,
    unwritable,
    variants,
    with_leading_zero,
)

SAME = """
髙橋=高橋 﨑山=崎山 𠮷田=吉田 渡邊=渡辺 渡邉=渡辺 齋藤=斎藤 齊藤=斎藤 斉藤=斎藤 濵田=浜田 濱田=浜田
德川=徳川 栁沢=柳沢 桒原=桑原 冨田=富田 嶋田=島田 嶌田=島田 澤田=沢田 國分=国分 廣瀨=広瀬 髙栁=高柳
眞野=真野 祐𠮷=祐吉 曻=昇 靑木=青木 淸水=清水 神谷=神谷 塚本=塚本 凜=凛 彌生=弥生 龍=竜 惠=恵
藪=薮 籔=薮 𣘺本=橋本 𡈽屋=土屋 圡屋=土屋 㐂=喜 桧山=檜山 関口=關口 葛\U000e0100城=葛城 辻\ufe00=辻
松ヶ丘=松ケ丘 ﾏﾙﾔﾏ=まるやま マルヤマ=まるやま ABC=ａｂｃ
か゛=が ㈱丸山=(株)丸山 ０２６３‐７２=0263-72
"""
DIFFERENT = "大崎=大埼 余=予 台=怡 洲=州 大阪=大坂 田畑=田畠 はし=ばし"


@pytest.mark.parametrize("pair", SAME.split())
def test_a_search_takes_these_for_the_same(pair: str) -> None:
    one, other = pair.split("=")
    assert fold(one) == fold(other)


@pytest.mark.parametrize("pair", DIFFERENT.split())
def test_a_search_keeps_these_apart(pair: str) -> None:
    one, other = pair.split("=")
    assert fold(one) != fold(other)


def test_hyphens_spaces_brackets_and_commas_do_not_matter() -> None:
    written = [
        "丸山　太郎",
        "丸山 太郎",
        "丸山・太郎",
        "（丸山）太郎",
        "丸山，太郎",
        "丸山\u200b太郎",
    ]
    assert {fold(each) for each in written} == {"丸山太郎"}
    hyphens = "-‐‑‒–—―ー−－ｰ~〜～"
    assert {fold(f"0263{hyphen}72") for hyphen in hyphens} == {"026372"}


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="髙﨑𠮷邉が゛ﾊﾞーA１-　㍻\u3099\u0301\U000e0100"))
def test_folding_does_not_care_about_the_form_of_normalisation(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


def test_every_variant_belongs_to_one_everyday_kanji() -> None:
    assert not set(variants()) & set(variants().values())
    assert len(variants()) > 300


def test_words_are_searched_one_by_one() -> None:
    assert search_words("　髙橋  0263-72 ・ ") == ["高橋", "026372"]


ORDERED = [
    "あー アー あぁ アァ ああ アア あーい あいう",
    "かか かが がく",
    "かゝ かか かゞ かが",
    "きょう キョウ きよう きよし",
    "さど さとう サトウ さとし",
    "はし ハシ はじ ハジ ばし ぱし",
    "ぁ ァ あ ア",
    "う ゔ ヴ うえ ヴェ",
    "っつ つつ つづ",
    "わたなべ わたべ を ん",
    "ん ABC 亜 髙橋",
]


@pytest.mark.parametrize("line", ORDERED)
def test_readings_stand_in_the_order_of_the_fifty_sounds(line: str) -> None:
    readings = line.split()
    assert sorted(reversed(readings), key=sort_key) == readings


@given(st.lists(st.text(alphabet="かがきぎはばぱつっーァアゃんヴA1亜 "), min_size=2, max_size=2))
def test_keys_order_alike_in_python_and_in_the_file(pair: list[str]) -> None:
    one, other = map(sort_key, pair)
    assert (one < other) == (one.encode() < other.encode())


def test_different_readings_have_different_keys() -> None:
    readings = ["はし", "ばし", "ぱし", "ハシ", "はーし", "はあし", "はぁし"]
    assert all(sort_key(a) != sort_key(b) for a, b in combinations(readings, 2))


def test_width_and_spaces_do_not_change_the_place() -> None:
    assert sort_key("ﾏﾙﾔﾏ　ﾀﾛｳ") == sort_key("マルヤマタロウ")


@given(st.text("".join(map(chr, range(0x3041, 0x3097))) + " \u3000"))
def test_plain_hiragana_has_the_key_that_the_careful_way_gives(reading: str) -> None:
    with pytest.MonkeyPatch.context() as careful:
        careful.setattr(order, "_PLAIN", re.compile("(?!)"))
        expected = sort_key(reading)
    assert sort_key(reading) == expected


def test_a_part_of_a_reading_begins_with_its_heading() -> None:
    readings = [
        "いとう",
        "ガク",
        "ｻｸﾗ",
        "ぢ",
        "なか",
        "ぱん",
        "ヴ",
        "ゐ",
        "ん",
        "ー",
        "ABC",
        "山",
        "",
    ]
    headings = [index_heading(reading) for reading in readings]
    assert headings == [
        "あ",
        "か",
        "さ",
        "た",
        "な",
        "は",
        "あ",
        "わ",
        "わ",
        "他",
        "他",
        "他",
        "他",
    ]


def test_numbers_become_narrow_and_kana_stays() -> None:
    assert narrow("４９３２ー１−２　コーポ豊科１０１号") == "4932-1-2 コーポ豊科101号"


def test_kana_become_whole() -> None:
    assert full_kana("ﾏﾙﾔﾏ ﾀﾞｲｽｹ 髙A") == "マルヤマ ダイスケ 髙A"
    assert tidy_kana(" ﾏﾙﾔﾏ　 ﾀﾞｲｽｹ ") == "まるやま だいすけ"
    assert tidy_kana("オ-タ") == "おーた"
    assert tidy_kana("か゛") == "が"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("0263721234", "0263-72-1234"),
        ("０２６３ー７２ー１２３４", "0263-72-1234"),
        ("0263(72)1234", "0263-72-1234"),
        ("(0263) 72-1234", "0263-72-1234"),
        ("TEL 0263-72-1234", "0263-72-1234"),
        ("+81-263-72-1234", "0263-72-1234"),
        ("0263-721-234", "0263-721-234"),
        ("0312345678", "03-1234-5678"),
        ("0261221234", "0261-22-1234"),
        ("09012345678", "090-1234-5678"),
        ("0901234-5678", "090-1234-5678"),
        ("05012345678", "050-1234-5678"),
        ("0120123456", "0120-123-456"),
        ("", ""),
    ],
)
def test_phone_numbers_are_kept_narrow_with_hyphens(typed: str, kept: str) -> None:
    assert problem_with_phone(typed) == ""
    assert tidy_phone(typed) == kept
    assert tidy_phone(kept) == kept


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("72-1234", "市外局番がありません"),
        ("263721234", "0から始まります"),
        ("0263-72-123", "10けたのはずですが、9けた"),
        ("090-1234-567", "11けたのはずですが、10けた"),
        ("0263-72-1234 / 090-1234-5678", "1つだけ"),
        ("なし", "数字とハイフン"),
    ],
)
def test_a_wrong_phone_number_is_explained(typed: str, said: str) -> None:
    assert said in problem_with_phone(typed)


def test_a_lost_zero_is_put_back() -> None:
    assert with_leading_zero("263721234") == "0263721234"
    assert with_leading_zero("263721234.0") == "0263721234"
    assert with_leading_zero("9012345678") == "09012345678"
    assert with_leading_zero("2637212345") == "2637212345"
    assert with_leading_zero("0263-72-1234") == "0263-72-1234"


def test_postal_codes() -> None:
    assert tidy_postal_code("〒３９９ー８２０５") == tidy_postal_code("3998205") == "399-8205"
    assert problem_with_postal_code("399-8205") == problem_with_postal_code("") == ""
    assert "7けた" in problem_with_postal_code("399-820")


def test_what_an_encoding_cannot_hold_is_listed_once() -> None:
    assert unwritable("髙﨑𠮷田𠮷", "cp932") == ["𠮷"]
    assert unwritable("葛\U000e0100城", "cp932") == ["葛\U000e0100"]
    assert unwritable("𠮷", "utf-8") == []
