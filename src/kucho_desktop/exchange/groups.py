"""Names of neighbour groups: in banners, titles, sheet names and cells; when two mean the same."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from kucho_desktop.exchange.vocabulary import (
    CONTINUED,
    COUNTED,
    GROUP,
    GROUP_INSIDE,
    LEADER,
    NUMBERED_GROUP,
    ORNAMENT,
    number_in_kanji,
    squeezed,
)
from kucho_desktop.exchange.words import GROUP_WORDS

_PIECES = re.compile(
    rf"(?P<before>[^0-9]*?)第?(?P<number>[0-9]+|[〇一二三四五六七八九十百]+)の?"
    rf"(?P<word>{'|'.join(GROUP_WORDS)})?"
)
_WORD_IN_HEADING = re.compile(
    "隣組|常会|隣保班|隣保|ブロック|町内会|町会|自治会|支部|組|班|伍|丁目"
)
_CALLED = re.compile(r"^[\s　]*(?:隣組|隣保|常会|ブロック|地区|町内|組|班)名?[\s　]*[:：]")
_SAME_KIND = {"隣組": "組", "隣保": "組", "隣保班": "組", "組合": "組"}
_BRACKETS = ("【】", "〔〕", "《》", "〈〉", "［］", "[]", "「」", "『』", "＜＞", "<>")
_NO_GROUP = re.compile(
    r"(?:sheet|シート|表|table)\s*[0-9]*|[a-z0-9_\- ]*"
    "|.*(?:名簿|一覧|台帳|リスト|データ|全体|全戸|原本|集計|年度|令和|平成).*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Banner:
    """A line over a group's households: the group's name as written, and its leader if it says."""

    name: str
    leader: str = ""


def banner_of(text: str, *, alone: bool = False) -> Banner | None:
    """Read a line such as 「第３隣組　組長：丸山」; None if it names no group.

    alone: the line stands by itself over households, so that any short name will do.
    """
    plain = unicodedata.normalize("NFKC", text)
    led = LEADER.search(plain, 1)
    leader = (led.group("name") or "").strip(ORNAMENT) if led else ""
    written = text if len(text) == len(plain) else plain
    name = written[: led.start()] if led else written
    name = _bare(_CALLED.sub("", name))
    if not name or len(name) > 20:
        return None
    if GROUP.fullmatch(squeezed(name)) or (alone and len(name) <= 12):
        return Banner(name, leader)
    return None


def bracketed(text: str) -> str:
    """The brackets that a whole line stands in; empty if it stands in none."""
    marks = text[:1] + text[-1:]
    return marks if marks in _BRACKETS and len(text) > 2 else ""


def _bare(name: str) -> str:
    """Without marks, counts and 「続き」 around it."""
    before = None
    while before != name:
        before = name
        name = name.strip(ORNAMENT)
        name = CONTINUED.sub("", name)
        plain = unicodedata.normalize("NFKC", name)
        counted = COUNTED.search(plain)
        if counted and counted.start() > 0 and len(plain) == len(name):
            name = name[: counted.start()]
    name = re.sub(r"(?:世帯)?(?:名簿|一覧表?|の部)$", "", name).strip(ORNAMENT)
    return " ".join(name.split())


def group_in_title(text: str) -> str:
    """The group that a title such as 「第１隣組 世帯名簿」 names; empty if none."""
    found = banner_of(text)
    if found:
        return found.name
    plain = unicodedata.normalize("NFKC", text)
    inside = GROUP_INSIDE.search(plain)
    if not inside:
        return ""
    return text[inside.start() : inside.end()] if len(plain) == len(text) else inside.group()


def group_of_sheet(name: str, *, many: bool) -> str:
    """The group that a sheet's name names; among many sheets any proper name will do."""
    word = squeezed(name)
    if NUMBERED_GROUP.fullmatch(word):
        return name.strip()
    inside = group_in_title(name)
    if inside:
        return inside
    if many and (word.isdecimal() or not _NO_GROUP.fullmatch(word)):
        return name.strip()
    return ""


def named_by_number(cell: str, heading: str) -> str:
    """A bare number is named after its column: 3 under 班 is 「3班」, under 隣組 「第3隣組」."""
    number = squeezed(cell)
    with_place = re.fullmatch(r"([0-9]+)[-の]([0-9]+)", number)
    if with_place and squeezed(heading).endswith(("番", "番号", "順")):
        number = with_place[1]
    words = _WORD_IN_HEADING.findall(squeezed(heading))
    if not number.isdecimal() or not words:
        return " ".join(cell.split())
    number = str(int(number))
    return f"{number}{words[-1]}" if len(words[-1]) == 1 else f"第{number}{words[-1]}"


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else number_in_kanji(text)


class Identity:
    """Which spellings of group names mean the same in one table; the first one written stays."""

    def __init__(self, names: Iterable[str]) -> None:
        pieces = {name: _PIECES.fullmatch(squeezed(name)) for name in dict.fromkeys(names)}
        words = {
            _SAME_KIND.get(found["word"], found["word"])
            for found in pieces.values()
            if found and found["word"]
        }
        self._first: dict[str, str] = {}
        self._same: dict[str, str] = {}
        for name, found in pieces.items():
            self._same[name] = self._first.setdefault(self._key(name, found, len(words) > 1), name)

    @staticmethod
    def _key(name: str, found: "re.Match[str] | None", several_words: bool) -> str:
        if not found:
            return squeezed(name).casefold()
        word = _SAME_KIND.get(found["word"] or "", found["word"] or "") if several_words else ""
        return f"{found['before'].casefold()}\0{_number(found['number'])}\0{word}"

    def __getitem__(self, name: str) -> str:
        return self._same.get(name, name)
