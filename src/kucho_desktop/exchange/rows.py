"""Tell the rows of a table apart: people, banners, sums, headings again, remarks."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from kucho_desktop.exchange.files import MERGED, Cell
from kucho_desktop.exchange.groups import Banner, banner_of
from kucho_desktop.exchange.headings import heading_key
from kucho_desktop.exchange.knowledge import GROUP
from kucho_desktop.exchange.profile import looks_of, text_of
from kucho_desktop.exchange.roster import Column
from kucho_desktop.exchange.vocabulary import (
    AS_OF,
    LEADER,
    LEFT_BLANK,
    NUMBERED_GROUP,
    REMARK,
    TOLD,
    is_total,
    squeezed,
)
from kucho_desktop.exchange.words import DITTO, NOTHING

_SUSPECT = re.compile(
    r"[計数戸隣組班会区町部常伍主様空欠更※＊*注【■◆●○◎□]|氏|名|余白|欠番|現在|以上|ブロック|地区|頁|ページ|[0-9０-９]|続"
)
_PAGE = re.compile(r"[-(]?\d+(?:[/-]\d+)?[-)]?(?:ページ|頁|枚目)?|P\.?\d+", re.IGNORECASE)
_MARKS = "■◆●◎○★☆"
_PARTICLE = re.compile("[はをが]")
_SENTENCE = re.compile("。|ください|下さい|します|です|ます|こと$")

PERSON, BLANK, HEADING, SUM, BANNER, REMARKS, LEFTOVER = (
    "person",
    "blank",
    "heading",
    "sum",
    "banner",
    "remark",
    "leftover",
)


@dataclass(frozen=True)
class Row:
    """What a row is; the banner if it is one, the text if it is a remark or not understood."""

    kind: str
    text: str = ""
    banner: Banner | None = None


@dataclass
class RowReader:
    """Knows a table's columns, and says of each of its rows what it is."""

    columns: Sequence[Column]
    header: Sequence[Sequence[str]]
    titles: frozenset[str] = frozenset()
    names: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        by_meaning = {column.meaning: column.index for column in self.columns if column.person == 0}
        wanted = ("member.name", "household.head", "surname", "given")
        self.names = tuple(by_meaning[each] for each in wanted if each in by_meaning)
        self.first, self.last = self.columns[0].index, self.columns[-1].index + 1
        self._meaning = {column.index: column.meaning for column in self.columns}
        self._keys = {
            column.index: {heading_key(part) for part in self.header[column.index]} - {""}
            for column in self.columns
            if column.index < len(self.header)
        }
        self._name_keys = {key for index in self.names for key in self._keys.get(index, ())}

    def is_regular(self, row: Sequence[Cell]) -> bool:
        """A cheap yes for the many rows that are plainly people."""
        name = row[self.names[0]]
        return (
            type(name) is str
            and name != ""
            and name != MERGED
            and not _SUSPECT.search(name)
            and len(row) - row.count("") > 2
            and heading_key(name) not in self._name_keys
        )

    def kind_of(
        self,
        row: Sequence[Cell],
        following: Sequence[Cell] | None = None,
        group: Sequence[str] = (),
    ) -> Row:
        """What a row is; `following` is the next one that holds anything, `group` the one above."""
        texts = [
            (index, text)
            for index in range(self.first, self.last)
            if (text := text_of(row[index]).strip())
        ]
        if not texts or all(squeezed(text) in NOTHING for _index, text in texts):
            return Row(BLANK)
        if self._is_heading(texts):
            return Row(HEADING)
        if self._is_sum(texts) or (group and squeezed(texts[0][1]) == squeezed(group[-1]) + "計"):
            return Row(SUM)
        named = self._has_name(row)
        if named and LEFT_BLANK.fullmatch(self._name_of(row)):
            return Row(REMARKS, " ".join(text for _index, text in texts))
        if not (named and len(texts) > 2) or self._begins_like_banner(texts):
            special = self._special(row, texts, following, named=named)
            if special:
                return special
        return Row(PERSON) if named else self._nameless(texts)

    def _has_name(self, row: Sequence[Cell]) -> bool:
        return any(row[index] not in ("", MERGED) for index in self.names)

    def _name_of(self, row: Sequence[Cell]) -> str:
        return squeezed("".join(text_of(row[index]) for index in self.names)).strip("()[]")

    def _is_heading(self, texts: Sequence[tuple[int, str]]) -> bool:
        same = sum(1 for index, text in texts if heading_key(text) in self._keys.get(index, ()))
        if any(
            index in self.names and heading_key(text) in self._keys.get(index, ())
            for index, text in texts
        ):
            return same * 2 >= len(texts)
        return same >= 2 and same * 3 >= len(texts) * 2

    def _is_sum(self, texts: Sequence[tuple[int, str]]) -> bool:
        """A sum says so in its first words, and has neither phone nor address."""
        words = [
            text
            for index, text in texts
            if not squeezed(text).isdecimal() and self._meaning.get(index) != "household.note"
        ]
        if not any(is_total(word) for word in words[:2]):
            return False
        return not any("phone" in looks_of(text) for _index, text in texts)

    def group_with_count(self, row: Sequence[Cell]) -> str:
        """The group of a line like 「2組 計12戸」, over the group or under it; empty if none."""
        texts = [text for cell in row if (text := text_of(cell).strip())]
        found = banner_of(texts[0], alone=not is_total(_counted_off(texts[0]))) if texts else None
        return found.name if found and len(texts) == 1 else ""

    def _special(
        self,
        row: Sequence[Cell],
        texts: Sequence[tuple[int, str]],
        following: Sequence[Cell] | None,
        *,
        named: bool,
    ) -> Row | None:
        """A banner, a remark or a mark for blank lines; None if it can be people."""
        first_index, first = texts[0]
        whole = " ".join(text for _index, text in texts)
        if squeezed(first) in self.titles:
            return Row(HEADING)
        if LEFT_BLANK.fullmatch(squeezed(whole)) or _PAGE.fullmatch(squeezed(whole)):
            return Row(BLANK)
        banner = self._banner(texts, following)
        if banner:
            return Row(BANNER, whole, banner)
        lone = len(texts) == 1
        if LEADER.match(squeezed(first)) and not self._is_full_row(texts):
            return Row(REMARKS, whole)
        if REMARK.match(first) and (lone or not named):
            return Row(REMARKS, whole)
        plain = unicodedata.normalize("NFKC", first)
        said = AS_OF.search(first) or _SENTENCE.search(first) or TOLD.search(plain)
        told = said or len(first) > 25
        if lone and told and self._meaning.get(first_index) != "household.note":
            return Row(REMARKS, whole)
        return None

    def _begins_like_banner(self, texts: Sequence[tuple[int, str]]) -> bool:
        index, first = texts[0]
        unnamed = self._meaning.get(index) in ("", "household.number", "household.walking_order")
        return unnamed and bool(NUMBERED_GROUP.match(squeezed(first)))

    def _is_full_row(self, texts: Sequence[tuple[int, str]]) -> bool:
        return any(
            self._meaning.get(index, "").endswith((".address", ".kana")) for index, _t in texts
        )

    def _banner(
        self, texts: Sequence[tuple[int, str]], following: Sequence[Cell] | None
    ) -> Banner | None:
        index, first = texts[0]
        others = [text for _index, text in texts[1:]]
        beside = [(at, text) for at, text in texts[1:] if not LEADER.match(squeezed(text))]
        if self._is_full_row(beside) or len(texts) > 5:
            return None
        joined = banner_of(" ".join([first, *others])) if others else None
        found = banner_of(first)
        if found is None and not others:
            found = self._plain_banner(index, first, following)
        if found is None:
            return None
        if self._meaning.get(index) == GROUP and others and not LEADER.search(" ".join(others)):
            return None
        if any(not LEADER.search(text) and not _about_group(text) for text in others):
            return found if LEADER.search(squeezed(" ".join(others))) else None
        return joined if joined and joined.leader else found

    def _plain_banner(
        self, index: int, text: str, following: Sequence[Cell] | None
    ) -> Banner | None:
        """Any short word by itself over people, as 「上町」, where no column is meant for it."""
        if index in self.names and not text.startswith(
            ("【", "■", "◆", "●", "○", "◎", "□", "<", "＜", "〈", "《", "[")
        ):
            return None
        if self._meaning.get(index, "").endswith((".note", ".address", ".phone", ".mobile")):
            return None
        if (
            (REMARK.match(text) and text[0] not in _MARKS)
            or _PARTICLE.search(text)
            or AS_OF.search(text)
            or _SENTENCE.search(text)
        ):
            return None
        if squeezed(text).isdecimal() or text in DITTO or "phone" in looks_of(text):
            return None
        if following is None or not self._has_name(following) or LEADER.match(squeezed(text)):
            return None
        return banner_of(text, alone=True)

    def _nameless(self, texts: Sequence[tuple[int, str]]) -> Row:
        """No name: only a number printed beforehand, or something about a house."""
        said = [
            (index, text)
            for index, text in texts
            if self._meaning.get(index)
            not in ("household.number", "household.walking_order", GROUP)
            and squeezed(text) not in ("0",)
            and text not in DITTO
        ]
        if not said:
            return Row(BLANK)
        return Row(LEFTOVER, " ".join(text for _index, text in texts))


def is_grand_total(row: Sequence[Cell]) -> bool:
    """合計 or 総計 over the whole table, not 小計 or a group's own sum."""
    words = [squeezed(cell) for cell in row if isinstance(cell, str)]
    return any(re.match("合計|総計|総合計|総世帯|総戸数|全戸|全体", word) for word in words)


def _counted_off(text: str) -> str:
    return re.sub(r"[0-9]+[戸世帯軒人名]*", "", squeezed(text))


def _about_group(text: str) -> bool:
    plain = squeezed(text)
    return bool(
        re.fullmatch(r"[(]?(?:全|計)?\d{1,4}(?:戸|世帯|軒|名|人)?[)]?", plain)
    ) or "phone" in looks_of(text)
