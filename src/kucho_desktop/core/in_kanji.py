"""Numbers of an address in kanji, as they are written downward: 豊科一二三四‐五."""

import re
import unicodedata

from kucho_desktop.core.patterns import pattern

HYPHEN = "‐"
"""Stands between two numbers; fonts have a form of it for columns."""

_DIGITS = "〇一二三四五六七八九"
_POSITIONAL = {ord(str(at)): sign for at, sign in enumerate(_DIGITS)}
_NUMBER = pattern("[0-9０-９]+")
_BETWEEN = pattern("(?<=[0-9０-９])[-‐‑‒–—―−－ー](?=[0-9０-９])")
_BLOCK = pattern("([0-9０-９]{1,2})(?=丁目)")


def address_in_kanji(text: str) -> str:
    """12丁目 is 十二丁目, as such names are; every other number digit by digit."""
    text = _BETWEEN.sub(HYPHEN, text)
    text = _BLOCK.sub(_counted, text)
    return _NUMBER.sub(_digit_by_digit, text)


def _digit_by_digit(found: re.Match[str]) -> str:
    return _plain(found).translate(_POSITIONAL)


def _counted(found: re.Match[str]) -> str:
    tens, ones = divmod(int(_plain(found)), 10)
    if not tens:
        return _DIGITS[ones]
    return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")


def _plain(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", found[0])
