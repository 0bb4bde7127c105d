"""One meaning of "the same text" for the whole program, and tidying of what was typed.

Names are kept as they were written; only search keys and sort keys are made from them here.
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from kucho_desktop.core.i18n import _
from kucho_desktop.core.order import KATAKANA, SOUND_MARKS
from kucho_desktop.core.order import index_heading as index_heading
from kucho_desktop.core.order import sort_key as sort_key
from kucho_desktop.core.patterns import pattern
from kucho_desktop.core.places import resources

_SELECTORS = (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))
_SILENT = "ー〜～~−─━│｜、，,・·･•‧●○◯〒。．.'\"`‘’“”´｀＂＇:：;；#＃※*＊_＿"
_SILENT_CATEGORIES = frozenset({"Pd", "Ps", "Pe", "Pi", "Pf", "Zs", "Zl", "Zp", "Cc", "Cf", "Mn"})

_HALF_KANA = pattern(r"[\uff61-\uff9f]+")
_DASH_AFTER_KANA = pattern(r"(?<=[ぁ-ゖァ-ヺ])[-‐‑‒–—―−─](?=[ぁ-ゖァ-ヺ\s]|$)")
_DASHES = "‐‑‒–—―−─━﹣－"
_BAR_AFTER_NUMBER = pattern(r"(?<=[0-9])[ーｰ~〜](?=[0-9])")
_NARROWED: dict[int, int | str] = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    0x3000: " ",
    **dict.fromkeys(map(ord, _DASHES), "-"),
}


@cache
def variants() -> dict[str, str]:
    """Every variant kanji and the everyday character it is searched as."""
    said = json.loads((resources() / "variant_kanji.json").read_text("utf-8"))
    return {variant: usual for usual, others in said["same"].items() for variant in others}


def _silent() -> Iterator[int]:
    yield from map(ord, _SILENT)
    yield from _SELECTORS
    for code in (*range(0x3100), *range(0xFE10, 0xFF66)):
        if unicodedata.category(chr(code)) in _SILENT_CATEGORIES:
            yield code


@cache
def _folding() -> dict[int, int | str | None]:
    small_ka_ke = {ord("ヵ"): "か", ord("ヶ"): "け", ord("ゕ"): "か", ord("ゖ"): "け"}
    kanji = {ord(variant): usual for variant, usual in variants().items()}
    table: dict[int, int | str | None] = {**kanji, **KATAKANA, **small_ka_ke}
    table.update(dict.fromkeys(_silent()))
    return table


def fold(text: str) -> str:
    """Ignore width, case, kana kind, hyphens, spaces, brackets and variant forms of kanji.

    >>> fold("髙橋 ﾊﾙ-1") == fold("高橋　はる１")
    True
    """
    if text.isascii():
        return text.casefold().translate(_folding())
    for loose, mark in SOUND_MARKS.items():
        text = text.replace(loose, mark)
    folded = _folded_once(text)
    while not unicodedata.is_normalized("NFKC", folded):
        folded = _folded_once(folded)
    return folded


def _folded_once(text: str) -> str:
    narrow = unicodedata.normalize("NFKC", text).casefold()
    return unicodedata.normalize("NFKC", narrow).translate(_folding())


def search_words(typed: str) -> list[str]:
    """The folded words of what was typed; a record is found when it holds all of them."""
    return [word for word in map(fold, typed.split()) if word]


def narrow(text: str) -> str:
    """Full-width digits, letters, signs and hyphens as half-width; kana and kanji stay.

    For numbers, house numbers and dates, never for names.
    """
    return _BAR_AFTER_NUMBER.sub("-", text.translate(_NARROWED))


def full_kana(text: str) -> str:
    """Half-width kana as full-width ones, with their sound marks; everything else stays."""
    return _HALF_KANA.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)


def tidy_kana(text: str) -> str:
    """A reading in hiragana, with single spaces.

    >>> tidy_kana("ﾏﾙﾔﾏ  ﾀﾞｲｽｹ")
    'まるやま だいすけ'
    """
    for loose, mark in SOUND_MARKS.items():
        text = text.replace(loose, mark)
    wide = unicodedata.normalize("NFKC", text).translate(KATAKANA)
    return " ".join(_DASH_AFTER_KANA.sub("ー", wide).split())


def unwritable(text: str, encoding: str) -> list[str]:
    """The characters that an encoding cannot hold, each once, a selector with its character."""
    lost: dict[str, None] = {}
    for at, sign in enumerate(text):
        try:
            sign.encode(encoding)
        except UnicodeEncodeError:
            selector = ord(sign) in _SELECTORS and at > 0
            lost[text[at - 1] + sign if selector else sign] = None
    return list(lost)


# ---- phone numbers and postal codes ----

_PHONE_NOTHING = pattern(r"[\s()\[\]./]|TEL|tel|Tel|℡|☎")
_ELEVEN_DIGITS = pattern("0[5-9]0|0800")
_ABROAD = pattern(r"^\+81-?0?")


@cache
def _phone_shapes() -> dict[str, tuple[int, ...]]:
    """The lengths of the parts of a number, by how it begins."""
    said = json.loads((resources() / "area_codes.json").read_text("utf-8"))
    return {
        begins: tuple(map(int, parts.split("-")))
        for parts, all_begins in said["begins"].items()
        for begins in all_begins
    }


def _phone_text(typed: str) -> str:
    """Half-width, hyphens single, brackets as hyphens: "0263（72）1234" -> "0263-72-1234"."""
    text = _PHONE_NOTHING.sub("-", narrow(full_kana(typed)).replace("ー", "-")).strip("-")
    return _ABROAD.sub("0", re.sub("-+", "-", text))


def tidy_phone(typed: str) -> str:
    """Half-width with hyphens: those typed, or where the area code ends if none were typed.

    >>> tidy_phone("０２６３７２１２３４")
    '0263-72-1234'
    """
    text = _phone_text(typed)
    digits = text.replace("-", "")
    fixed_shape = _ELEVEN_DIGITS.match(digits) or digits.startswith("0120")
    if not digits.isdecimal() or ("-" in text and not fixed_shape):
        return text
    longest = max((n for n in range(1, 8) if digits[:n] in _phone_shapes()), default=0)
    shape = _phone_shapes().get(digits[:longest], ())
    if sum(shape) != len(digits):
        return text
    parts = (digits[sum(shape[:at]) : sum(shape[: at + 1])] for at in range(len(shape)))
    return "-".join(parts)


def problem_with_phone(typed: str) -> str:
    """Why this is no phone number, as a sentence; empty if it is one, or nothing."""
    digits = _phone_text(typed).replace("-", "")
    if not digits:
        return ""
    if not (digits.isascii() and digits.isdecimal()) or len(digits) >= 2 * 9:
        return _("A phone number is written with digits and hyphens, one number in one box.")
    due = 11 if _ELEVEN_DIGITS.match(digits) else 10
    if digits.startswith("0") and len(digits) == due:
        return ""
    if 5 <= len(digits) <= 8 and not digits.startswith("0"):
        return _("The area code is missing. Please begin with 0, such as 0263-72-1234.")
    if not digits.startswith("0"):
        return _("A phone number begins with 0.")
    sentence = _("This phone number should have {due} digits, but it has {count}.")
    return sentence.format(due=due, count=len(digits))


def with_leading_zero(typed: str) -> str:
    """A phone number whose first 0 a spreadsheet dropped, repaired; anything else as it was.

    >>> with_leading_zero("263721234")
    '0263721234'
    """
    digits = _phone_text(re.sub(r"\.0$", "", typed)).replace("-", "")
    lost = digits.isdecimal() and len(digits) in (9, 10) and digits[:1] != "0"
    return f"0{digits}" if lost and not problem_with_phone(f"0{digits}") else typed


def _postal_digits(typed: str) -> str:
    return re.sub(r"[〒\s-]", "", narrow(typed).replace("ー", "-"))


def tidy_postal_code(typed: str) -> str:
    """Half-width with its hyphen: "〒３９９８２０５" -> "399-8205"."""
    digits = _postal_digits(typed)
    return f"{digits[:3]}-{digits[3:]}" if len(digits) == 7 else digits


def problem_with_postal_code(typed: str) -> str:
    """Why this is no postal code, as a sentence; empty if it is one, or nothing."""
    digits = _postal_digits(typed)
    if not digits or (len(digits) == 7 and digits.isascii() and digits.isdecimal()):
        return ""
    return _("A postal code has 7 digits, such as 399-8205.")
