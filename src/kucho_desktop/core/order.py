"""The order of readings: the fifty sounds, after JIS X 4061 (without its rules for kanji)."""

import unicodedata
from functools import cache

from kucho_desktop.core.patterns import pattern

KATAKANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
"""Katakana to hiragana, for `str.translate`."""
SOUND_MARKS = {"゛": "\u3099", "゜": "\u309a"}
"""Loose sound marks, and the ones that join with the kana before them."""

_SEPARATOR = "\x01"
"""Below every character of a key, so that a shorter reading sorts first."""
_AFTER_KANA = "ゟ"
"""Above every hiragana: what does not begin with kana sorts behind わ, as in the index."""

_SMALL = str.maketrans("ぁぃぅぇぉっゃゅょゎゕゖ", "あいうえおつやゆよわかけ")
_VOWEL_ROWS = {
    "あ": "あかさたなはまやらわがざだばぱぁゃゎゕ",
    "い": "いきしちにひみりゐぎじぢびぴぃ",
    "う": "うくすつぬふむゆるぐずづぶぷぅっゅゔ",
    "え": "えけせてねへめれゑげぜでべぺぇゖ",
    "お": "おこそとのほもよろをごぞどぼぽぉょ",
}
_VOWELS = {kana: vowel for vowel, row in _VOWEL_ROWS.items() for kana in row}
_HEADINGS = {
    kana: row[0]
    for row in (
        "あいうえお",
        "かきくけこ",
        "さしすせそ",
        "たちつてと",
        "なにぬねの",
        "はひふへほ",
        "まみむめも",
        "やゆよ",
        "らりるれろ",
        "わゐゑをん",
    )
    for kana in row
}
OTHER_HEADING = "他"
INDEX_HEADINGS = (*dict.fromkeys(_HEADINGS.values()), OTHER_HEADING)


def _heard(kana: str) -> str:
    for loose, mark in SOUND_MARKS.items():
        kana = kana.replace(loose, mark)
    narrow = unicodedata.normalize("NFKC", kana).casefold()
    return "".join(sign for sign in narrow if unicodedata.category(sign)[0] in "LN")


def sort_key(kana: str) -> str:
    """Where a reading stands in the order of the fifty sounds; sorts right by code point.

    Compares the plain sounds first, then voicing, then long and small signs, then the kana kind.
    """
    if _PLAIN.fullmatch(kana):
        return _plain_key(kana.replace(" ", "").replace("\u3000", ""))
    bases: list[str] = []
    voices: list[str] = []
    sizes: list[str] = []
    heard = _heard(kana)
    for sign in heard.translate(KATAKANA):
        base, voice, size = _levels(sign, bases[-1] if bases else "")
        bases.append(base)
        voices.append(voice)
        sizes.append(size)
    kinds = ["1" if "ァ" <= sign <= "ヺ" else "0" for sign in heard]
    levels = _SEPARATOR.join(map("".join, (bases, voices, sizes, kinds)))
    return levels if bases and bases[0] in _HEADINGS else _AFTER_KANA + levels


_PLAIN = pattern("[ぁ-ゖ \u3000]*[ぁ-ゖ][ぁ-ゖ \u3000]*")
"""A reading as nearly all are: every sign of it stands for itself."""


def _plain_key(kana: str) -> str:
    levels = [kana.translate(level) for level in _plain_levels()]
    return _SEPARATOR.join((*levels, "0" * len(kana)))


@cache
def _plain_levels() -> tuple[dict[int, str], ...]:
    """Sound, voicing and size of every hiragana."""
    signs = range(ord("ぁ"), ord("ゖ") + 1)
    levels = [_levels(chr(code), "") for code in signs]
    return tuple(dict(zip(signs, level, strict=True)) for level in zip(*levels, strict=True))


def _levels(sign: str, before: str) -> tuple[str, str, str]:
    if sign == "ー" and before:
        return _VOWELS.get(before, "ー"), "0", "0"
    if sign in "ゝゞ" and before:
        return before, "1" if sign == "ゞ" else "0", "2"
    parts = unicodedata.normalize("NFD", sign)
    voice = {"\u3099": "1", "\u309a": "2"}.get(parts[-1], "0")
    base = (parts[0] if voice != "0" else sign).translate(_SMALL)
    size = "1" if sign.translate(_SMALL) != sign else "3"
    return base, voice, size


def index_heading(kana: str) -> str:
    """The row of the fifty sounds that a reading stands in: あ, か … わ, or 他."""
    key = sort_key(kana)
    return _HEADINGS.get(key[0], OTHER_HEADING)
