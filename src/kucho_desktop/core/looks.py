"""What a cell in somebody else's table looks like. Sharper than what may be typed into a form."""

import re
import unicodedata

from kucho_desktop.core.dates import problem_with_born, problem_with_date
from kucho_desktop.core.patterns import pattern
from kucho_desktop.core.text import fold, narrow, problem_with_phone, with_leading_zero

_HAN = "々〆㐀-鿿豈-﫿\U00020000-\U0003ffff"
_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_KANA = pattern(r"[ぁ-ゖァ-ヺ]")
_NAME = pattern(f"[{_HAN}ぁ-ゖァ-ヺー{_SELECTORS}]+")
_EMAIL = pattern(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
_ADDRESS = pattern(
    r"[都道府県市区町村郡].*\d|\d\s*(丁目|番地?|号)|大字"
    f"|^[{_HAN}ぁ-ゖァ-ヺー]{{1,12}}\\d+(-\\d+)*$"
)
_AGE = pattern(r"満?\d{1,3}[歳才]|\d{1,3}さい")
_NUMBER = pattern(r"([-△▲]?)\s*[¥￥\\]?\s*(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.0+)?")
_UNITS = pattern(r"(円|人|名|戸|世帯|部|枚|個|件|-)$")


def looks_like_kana(text: str) -> bool:
    plain = re.sub(r"[ー\s・゛゜]", "", unicodedata.normalize("NFKC", text))
    return bool(plain) and all(_KANA.match(sign) for sign in plain)


def looks_like_name(text: str) -> bool:
    """Two to eight signs of a name, a space allowed; the caller weighs the whole column."""
    parts = text.split()
    signs = "".join(parts)
    return len(parts) in (1, 2) and 2 <= len(signs) <= 12 and all(map(_NAME.fullmatch, parts))


def looks_like_email(text: str) -> bool:
    return bool(_EMAIL.fullmatch(narrow(text).strip()))


def looks_like_phone(text: str) -> bool:
    """Also where a spreadsheet dropped the first 0: 263721234."""
    whole = with_leading_zero(text)
    return bool(text.strip()) and not problem_with_phone(whole)


def looks_like_postal_code(text: str) -> bool:
    """With its hyphen or sign, or seven bare digits, or six where the first 0 was dropped."""
    plain = re.sub(r"\.0$", "", narrow(text).strip())
    return bool(re.fullmatch(r"〒?\s*\d{3}-\d{4}|〒?\s*\d{6,7}", plain))


def looks_like_address(text: str) -> bool:
    return bool(_ADDRESS.search(narrow(text).strip())) and not looks_like_phone(text)


def looks_like_date(text: str) -> bool:
    """A whole day with its year: 4/1 in somebody's column is more often a house number."""
    if not text.strip() or problem_with_date(text):
        return False
    plain = narrow(text)
    return (
        bool(re.search(r"\d{4}|[年A-Za-z明大昭平令㍾㍽㍼㍻㋿]", plain)) and not fold(text).isalpha()
    )


def looks_like_born(text: str) -> bool:
    """A day in the past, or an age with its word; bare numbers could be anything."""
    if _AGE.fullmatch(narrow(text).strip()):
        return True
    plain = narrow(text).strip()
    return (
        not (plain.isdecimal() and len(plain) < 8) and bool(plain) and not problem_with_born(text)
    )


def number_in(typed: str) -> int | None:
    """The whole number in "1,200円", "▲500" or "3人"; None if there is none."""
    plain = _UNITS.sub("", narrow(typed).replace("金", "").strip()).strip()
    found = _NUMBER.fullmatch(plain)
    if not found:
        return None
    value = int(found[3].replace(",", ""))
    return -value if found[1] or found[2] else value


def looks_like_number(text: str) -> bool:
    return number_in(text) is not None and not re.match(r"0\d", narrow(text).strip())


def looks_like_yen(text: str) -> bool:
    plain = narrow(text).strip()
    return looks_like_number(text) and bool(re.search(r"[¥￥\\円]|\d,\d{3}", plain))
