"""What the cells of a column look like, by their contents alone."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from kucho_desktop.exchange.files import MERGED, Cell
from kucho_desktop.exchange.vocabulary import GROUP, is_relation, squeezed
from kucho_desktop.exchange.words import DITTO, FAMILY_NAMES, LAST_OF_GIVEN, NOTHING

_PHONE = re.compile(
    r"\(?0\d{1,4}[-)( ]{0,2}\d{1,4}[-)( ]?\d{3,4}(?:[^\d].*)?|[1-9]\d{8,9}(?:\.0)?|\d{2,4}-\d{4}"
)
_MOBILE = re.compile(r"0?[5789]0[-( ]?\d{4}[-) ]?\d{4}")
_POSTAL = re.compile(r"〒?\d{3}-\d{4}|〒\d{7}|\d{6,7}")
_KANA = re.compile(r"[ぁ-ゖァ-ヺーｦ-ﾟ・\s　()（）]+")
_NAME = re.compile(
    r"[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff\ufe00-\ufe0f\U000e0100-\U000e01ef"
    r"A-Za-z?？・\s　ヶケ]{2,20}"
)
_PERSON = re.compile(
    r"[\u3005\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff?？]{1,4}\s+[^\s0-9]{1,5}(?<![県市区町村])"
)
_UNSPACED = re.compile(
    r"[\u3005\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
    r"[\u3005\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
    r"\ufe00-\ufe0f\U000e0100-\U000e01ef]{1,7}"
)
_KANA_OF_GIVEN = re.compile("[ぁ-ゖァ-ヺー]{2,4}$")
_READING = re.compile(r"\s*\([ぁ-ゖァ-ヺーｦ-ﾟ\s]{2,}\)$|^[ぁ-ゖァ-ヺーｦ-ﾟ 　]{2,}\n")
"""Of a name's cell, the reading in brackets behind it or in a line over it."""
_KANJI = re.compile("[\u3005\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_DATE = re.compile(
    r"(?:[MTSHR明大昭平令]|明治|大正|昭和|平成|令和)\.?\s?(?:\d{1,2}|元)\s?[年./\- ].*"
    r"|\d{4}[年./-]\d{1,2}.*|(?:19|20)\d{6}",
    re.IGNORECASE,
)
_LOT = re.compile(r"(?:.*[\u3400-\u9fff].*)?\d+(?:[-の]\d+){0,3}(?:番地?|号|番地の\d+|-\d+)?.*")
_COUNT = re.compile(r"(?:\d{1,2}(?:\.0)?|[一二三四五六七八九十]{1,3})\s*(?:人|名|口)?(?:[(+].*)?")
_INTEGER = re.compile(r"\d{1,6}(?:\.0)?")
_AGE = re.compile(r"(?:約|満)?\d{1,3}[歳才]?(?:代|位|くらい|ぐらい|頃|ごろ)?")
_GENDER = frozenset({"男", "女", "男性", "女性", "m", "f", "♂", "♀"})
_SEVERAL = re.compile(r"[、,，/／・\n;；]")
_SAMPLE = 300
_JUDGED = 3000


@dataclass(frozen=True)
class Profile:
    """What a column's cells look like, in shares of those that were judged.

    filled: how many cells hold something. distinct: how many different texts were judged.
    """

    filled: int
    judged: int
    distinct: int
    shares: Mapping[str, float]
    samples: tuple[str, ...]
    top: int = 0

    def share(self, look: str) -> float:
        return self.shares.get(look, 0.0)


def text_of(cell: Cell) -> str:
    """A cell as somebody would read it aloud: no .0 behind numbers, no midnight behind dates."""
    if isinstance(cell, str):
        return "" if cell == MERGED else cell
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e16 else repr(cell)
    if isinstance(cell, date):
        return cell.isoformat()[:10]
    return str(cell)


def _is_address(text: str) -> bool:
    return bool(_LOT.fullmatch(text)) and not _PHONE.fullmatch(text) and len(text) > 2


def _is_name(text: str) -> bool:
    name = _READING.sub("", text)
    return bool(_NAME.fullmatch(name) and _KANJI.search(name)) and not is_relation(name)


def _is_person(text: str) -> bool:
    return bool(_PERSON.fullmatch(_READING.sub("", text)))


def _is_unspaced_person(text: str) -> bool:
    """丸山太郎: begins as many families are called, or ends as many given names do."""
    if not _UNSPACED.fullmatch(text) or is_relation(text):
        return False
    family = any(text.startswith(name) and text != name for name in FAMILY_NAMES)
    given = text[-1] in LAST_OF_GIVEN or bool(_KANA_OF_GIVEN.search(text))
    return family or (given and len(text) > 2)


def _names_several(text: str) -> bool:
    return bool(_SEVERAL.search(text)) or len(text.split()) > 2


_LOOKS: dict[str, Callable[[str], object]] = {
    "phone": lambda text: _PHONE.fullmatch(text) or _MOBILE.fullmatch(text),
    "mobile": _MOBILE.fullmatch,
    "postal_code": _POSTAL.fullmatch,
    "kana": lambda text: _KANA.fullmatch(text),
    "name": _is_name,
    "person": _is_person,
    "unspaced": _is_unspaced_person,
    "date": _DATE.fullmatch,
    "address": _is_address,
    "integer": _INTEGER.fullmatch,
    "count": _COUNT.fullmatch,
    "age": _AGE.fullmatch,
    "relation": is_relation,
    "gender": lambda text: text.casefold() in _GENDER,
    "group": lambda text: GROUP.fullmatch(squeezed(text)),
    "several": lambda text: _names_several(_READING.sub("", text)),
}


@lru_cache(maxsize=20_000)
def looks_of(text: str) -> frozenset[str]:
    """Everything that a text could be."""
    narrow = unicodedata.normalize("NFKC", text).strip()
    narrow = re.sub("[‐‑‒–—―−ー](?=[0-9])|(?<=[0-9])[‐‑‒–—―−ー]", "-", narrow)
    return frozenset(look for look, test in _LOOKS.items() if test(narrow))


def profile_of(cells: list[Cell]) -> Profile:
    """Judge a column by its first cells that say anything."""
    filled = [cell for cell in cells[:_JUDGED] if cell not in ("", MERGED)]
    if len(filled) < _SAMPLE:
        filled = [cell for cell in cells if cell not in ("", MERGED)]
    taken: list[tuple[str, frozenset[str]]] = []
    for cell in filled[: 2 * _SAMPLE]:
        text = text_of(cell).strip()
        if text and text not in DITTO and text not in NOTHING:
            looks = looks_of(text)
            if isinstance(cell, date):
                looks = looks | {"date"} - {"address", "phone"}
            taken.append((text, looks))
    counts: dict[str, int] = {}
    for _text, looks in taken[:_SAMPLE]:
        for look in looks:
            counts[look] = counts.get(look, 0) + 1
    size = max(len(taken[:_SAMPLE]), 1)
    texts = [text for text, _looks in taken]
    ages = [int(re.sub(r"\D", "", squeezed(text)) or 0) for text, looks in taken if "age" in looks]
    return Profile(
        filled=len(cells) - cells.count("") - cells.count(MERGED),
        judged=len(texts),
        distinct=len(set(texts)),
        shares={look: count / size for look, count in counts.items()},
        samples=tuple(dict.fromkeys(texts))[:3],
        top=max(ages, default=0),
    )
