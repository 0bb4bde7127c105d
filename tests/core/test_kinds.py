"""How values are typed, kept, shown and guessed at."""

from dataclasses import dataclass
from typing import Any

import pytest

from kucho_desktop.core import i18n
from kucho_desktop.core.fields import Kind, field
from kucho_desktop.core.i18n import N_
from kucho_desktop.core.kinds import (
    ADDRESS,
    BORN,
    DATE,
    EMAIL,
    FLAG,
    KANA,
    NAME,
    NOTE,
    NUMBER,
    PHONE,
    POSTAL_CODE,
    TEXT,
    YEN,
    choice,
    reference,
    rows_of,
)

ANSWERS = choice("answer", (("yes", N_("Yes")), ("no", N_("No"))))


@dataclass(frozen=True)
class Key:
    """A record of the tests."""

    id: int
    place: str = field(TEXT, "Place")


@pytest.mark.parametrize(
    ("kind", "typed", "kept", "shown"),
    [
        (TEXT, " 梓野 ", "梓野", "梓野"),
        (NAME, "　髙橋　𠮷邉󠄀 太郎 ", "髙橋　𠮷邉󠄀 太郎", "髙橋　𠮷邉󠄀 太郎"),
        (KANA, "ﾀｶﾊｼ　ﾀﾛｳ", "たかはし たろう", "たかはし たろう"),
        (PHONE, "０２６３７２１２３４", "0263-72-1234", "0263-72-1234"),
        (EMAIL, "ｔａｒｏ＠example.jp ", "taro@example.jp", "taro@example.jp"),
        (POSTAL_CODE, "〒3998205", "399-8205", "399-8205"),
        (ADDRESS, " 安曇野市豊科１ー２ ", "安曇野市豊科１ー２", "安曇野市豊科１ー２"),
        (NOTE, "一行目 \n二行目\n", "一行目\n二行目", "一行目\n二行目"),
        (DATE, "R8.4.1", "2026-04-01", "令和8年4月1日(水)"),
        (DATE, "", "", ""),
        (BORN, "昭21 4 2", "1946-04-02", "昭和21年4月2日"),
        (BORN, "", "", ""),
        (YEN, "￥１２，０００円", 12000, "12,000円"),
        (YEN, "▲500", -500, "-500円"),
        (YEN, "", None, ""),
        (NUMBER, "３人", 3, "3"),
        (NUMBER, "1200.0", 1200, "1,200"),
        (NUMBER, " ", None, ""),
        (FLAG, "○", 1, "はい"),
        (FLAG, "有り", 1, "はい"),
        (FLAG, "×", 0, "いいえ"),
        (FLAG, "", 0, "いいえ"),
        (ANSWERS, "はい", "yes", "はい"),
        (ANSWERS, "ＹＥＳ", "yes", "はい"),
        (ANSWERS, "no", "no", "いいえ"),
        (ANSWERS, "", "", ""),
    ],
)
def test_what_is_typed_is_kept_and_shown(kind: Kind, typed: str, kept: Any, shown: str) -> None:
    assert kind.problem_with(typed) == ""
    assert kind.tidy(typed) == kept
    assert kind.show(kept) == shown


@pytest.mark.parametrize(
    ("kind", "typed", "said"),
    [
        (KANA, "高橋", "ひらがなで"),
        (PHONE, "0263-72", "10けた"),
        (EMAIL, "taro", "メールアドレス"),
        (POSTAL_CODE, "12", "7けた"),
        (DATE, "平成35年4月1日", "令和5年4月1日"),
        (BORN, "いつか", "読めません"),
        (YEN, "千円くらい", "数字で"),
        (NUMBER, "1.5", "数字で"),
        (FLAG, "たぶん", "「はい」か「いいえ」"),
        (ANSWERS, "たぶん", "次の中から選んでください：はい、いいえ"),
    ],
)
def test_what_cannot_be_kept_is_explained(kind: Kind, typed: str, said: str) -> None:
    assert said in kind.problem_with(typed)


KINDS = {
    "kana": KANA,
    "name": NAME,
    "phone": PHONE,
    "email": EMAIL,
    "postal": POSTAL_CODE,
    "address": ADDRESS,
    "date": DATE,
    "born": BORN,
    "yen": YEN,
    "number": NUMBER,
    "flag": FLAG,
}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("0263-72-1234", "phone"),
        ("263721234", "phone number"),
        ("263721234.0", "phone number"),
        ("09012345678", "phone"),
        ("399-8205", "postal"),
        ("〒399-8205", "postal"),
        ("3998205", "postal number"),
        ("高橋　太郎", "name"),
        ("髙橋𠮷邉󠄀", "name"),
        ("たかはし たろう", "kana name"),
        ("ﾀｶﾊｼ ﾀﾛｳ", "kana"),
        ("安曇野市豊科4932-1", "address"),
        ("豊科４９３２番地", "address"),
        ("taro@example.jp", "email"),
        ("昭和21年4月2日", "date born"),
        ("S21.4.2", "date born"),
        ("2026-04-01", "date born"),
        ("80歳", "born"),
        ("12,000円", "yen number"),
        ("¥500", "yen number"),
        ("4", "number"),
        ("1", "number flag"),
        ("○", "flag"),
        ("4/1", ""),
        ("", ""),
    ],
)
def test_a_cell_is_taken_for_what_it_may_be(text: str, kinds: str) -> None:
    taken = {
        name
        for name, kind in KINDS.items()
        if kind.looks_like is not None and kind.looks_like(text)
    }
    assert taken == set(kinds.split())


def test_a_choice_that_was_not_made_stays_open() -> None:
    assert ANSWERS.empty == ANSWERS.tidy(" ") == ""


def test_a_choice_speaks_both_languages() -> None:
    i18n.use("en")
    assert ANSWERS.show("yes") == "Yes"
    assert ANSWERS.tidy("yes") == "yes"


def test_a_reference_says_its_table() -> None:
    kind = reference("tonarigumi")
    assert (kind.name, kind.table, kind.empty) == ("reference", "tonarigumi", None)
    assert kind.show(None) == ""
    assert kind.tidy("12") == 12


def test_rows_are_counted() -> None:
    kind = rows_of(Key)
    assert (kind.name, kind.record, kind.empty) == ("rows", Key, ())
    assert kind.show((Key(1), Key(2))) == "2"
    assert kind.show(()) == ""
