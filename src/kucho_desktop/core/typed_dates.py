"""What people write for a date, taken apart: era, year, month, day, "about"."""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from kucho_desktop.core.eras import Era, eras
from kucho_desktop.core.patterns import pattern
from kucho_desktop.core.text import narrow


class Parts(NamedTuple):
    """What was written, unjudged. 0 where nothing was; day LAST for 末日.

    ambiguous: the digits could be cut into a date in more than one way.
    """

    era: Era | None = None
    year: int = 0
    month: int = 0
    day: int = 0
    about: bool = False
    ambiguous: bool = False


LAST = -1
"""The last day of the month."""

_TAILS = tuple(
    pattern(tail, re.IGNORECASE)
    for tail in (
        r"[ T]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$",
        r"[(\[][日月火水木金土祝休振替曜・.,/\s]+[)\]]$",
        r"[(\[][^)\]]*\d+\s*[歳才]?[)\]]$",
        r"[(\[]?\s*\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?[)\]]?$",
        r"[日月火水木金土]曜日?$",
        r"(?<=日)\s*[日月火水木金土]$",
        r"(?<=\d)\s+[日月火水木金土]$",
        r"(生まれ|生れ|うまれ|生)$",
    )
)
_ISO = pattern(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_NO_TAIL = pattern(r"\d日?$")
_ABOUT = pattern(r"^(約|およそ|about|ca?\.)\s*|\s*(頃|ころ|ごろ|くらい|ぐらい|位|前後|~|\?)$", re.I)
_WESTERN = pattern(r"^(西暦|a\.?d\.?)\s*", re.I)
_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "元": 1}
_TENS = {"十": 10, "百": 100, "千": 1000, "廿": 20, "卅": 30}
_KANJI_NUMBER = pattern("[〇零一二三四五六七八九十百千廿卅]+")
_MARKS = pattern(r"[年月./,、，・·\s-]+")
_NUMBERS = pattern(r"\d+(-\d+){0,2}(-末)?")


def kanji_number(text: str) -> int:
    """二十一 -> 21, 二〇二六 -> 2026."""
    if not any(sign in _TENS for sign in text):
        return int("".join(str(_DIGITS[sign]) for sign in text))
    total = digit = 0
    for sign in text:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif sign in "廿卅":
            total += _TENS[sign]
        else:
            total += (digit or 1) * _TENS[sign]
            digit = 0
    return total + digit


def plain(typed: str, known: Sequence[Era] | None = None) -> str:
    """Half-width, the era's ligature spelled out, without weekday, time of day or 生まれ."""
    for era in known or eras():
        if era.ligature:
            typed = typed.replace(era.ligature, era.name)
    text = narrow(unicodedata.normalize("NFKC", typed)).strip()
    before = text if _NO_TAIL.search(text) and ":" not in text else ""
    while before != text:
        before = text
        for tail in _TAILS:
            text = tail.sub("", text).strip()
    return text


def without_about(text: str) -> tuple[str, bool]:
    """The text without 頃, 約 and the like, and whether there was one."""
    shorter = _ABOUT.sub("", text).strip()
    return shorter, shorter != text


def with_digits(text: str) -> str:
    """Kanji numbers as digits; 元 as 1 where the year stands."""
    text = re.sub(r"^元(?=\s*[年./・\s-]|$)", "1", text)
    return _KANJI_NUMBER.sub(lambda found: str(kanji_number(found[0])), text)


def _era_at_head(text: str, known: Sequence[Era] | None) -> tuple[Era | None, str]:
    for era in known or eras():
        for begins in (era.name, era.short, era.letter):
            if begins and text[: len(begins)].upper() == begins.upper():
                rest = text[len(begins) :].lstrip(" .-・")
                if rest[:1].isdigit() or rest[:1] == "元" or _KANJI_NUMBER.match(rest):
                    return era, rest
    return None, text


def take_apart(typed: str, known: Sequence[Era] | None = None) -> Parts | None:
    """The numbers of a date, a month with year, or a year; None if it is none of these."""
    return take_apart_plain(*without_about(plain(typed, known)), known)


def take_apart_plain(
    text: str, about: bool = False, known: Sequence[Era] | None = None
) -> Parts | None:
    """The same of what `plain` and `without_about` left."""
    iso = _ISO.fullmatch(text)
    if iso and iso[1] != "0000":
        return Parts(None, int(iso[1]), int(iso[2]), int(iso[3]), about)
    era, rest = _era_at_head(_WESTERN.sub("", text), known)
    rest = with_digits(rest)
    western = era is None and _WESTERN.match(text) is not None
    said = _MARKS.sub("-", (re.sub(r"末日?$", "-末", rest) if "末" in rest else rest)).strip("-")
    said = re.sub(r"(?<=\d)日$", "", said)
    if not _NUMBERS.fullmatch(said) or said.startswith("0000"):
        return None
    if said.isdecimal():
        return _run_of_digits(era, said, about, western or rest.endswith("年"))
    numbers = [LAST if part == "末" else int(part) for part in said.split("-")]
    has_year = era is not None or "年" in rest or western or len(said.split("-")[0]) == 4
    if len(numbers) == 2 and not has_year:
        return Parts(None, 0, numbers[0], numbers[1], about) if numbers[0] <= 12 else None
    unclear = era is None and not western and len(said.split("-")[0]) <= 2
    year, month, day = (*numbers, 0, 0)[:3]
    return Parts(era, year, month, day, about, unclear)


def _run_of_digits(era: Era | None, said: str, about: bool, is_year: bool) -> Parts | None:
    """20260401, S210402, 1946, S21; six digits without an era could be several dates."""
    if era is not None and len(said) == 6:
        return Parts(era, int(said[:2]), int(said[2:4]), int(said[4:]), about)
    if era is not None:
        return Parts(era, int(said), about=about) if len(said) <= 2 else None
    if len(said) == 8:
        return Parts(None, int(said[:4]), int(said[4:6]), int(said[6:]), about)
    if len(said) == 4:
        return Parts(None, int(said), about=about)
    if len(said) in (6, 7) or (is_year and len(said) <= 2):
        return Parts(None, about=about, ambiguous=True)
    return None
