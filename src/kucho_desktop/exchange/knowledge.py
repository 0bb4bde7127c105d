"""Which heading can mean what: the fields' declared headings, and words that shape a table."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from kucho_desktop.core.fields import Field
from kucho_desktop.exchange.headings import heading_key, unbracketed, without_number
from kucho_desktop.exchange.roster import Wanted
from kucho_desktop.exchange.vocabulary import LEADER as _LED
from kucho_desktop.exchange.words import (
    AGES,
    COUNT_PARTS,
    COUNTS,
    FAMILY,
    GIVEN_NAMES,
    KANA_GIVEN_NAMES,
    KANA_SURNAMES,
    LEADER_HEADINGS,
    SERIALS,
    SURNAMES,
)

COUNT, AGE, SEVERAL, LEADER = "count", "age", "family", "leader"
SURNAME, GIVEN, KANA_SURNAME, KANA_GIVEN = "surname", "given", "kana_surname", "kana_given"
PARTS = tuple(f"part{number}" for number in range(len(COUNT_PARTS)))
GROUP = "group"
STRUCTURE = (
    COUNT,
    *PARTS,
    AGE,
    SEVERAL,
    LEADER,
    SURNAME,
    GIVEN,
    KANA_SURNAME,
    KANA_GIVEN,
    GROUP,
)
"""Meanings beside the fields: how many people, parts of names, ages, a whole family in a cell."""

_GROUP_HEADING = re.compile(
    "^(?:所属(?:の)?)?(?:隣組|隣保班|隣保|常会|伍|組|班|ぶろっく|支部)(?:の)?(?:名|番号|no|番|こーど|名称|別)?$"
)
_NUMBERED = re.compile("[0-9一二三四五六七八九十](?:隣組|隣保|常会|組|班|区|丁目)")
_READING = re.compile("ふりがな|ふり仮名|振り?仮名|よみがな|読みがな|読み仮名|よみ仮名")
_PHONE = re.compile("tel|電話")
_MOBILE = re.compile("携帯|けーたい|けいたい|すまほ|もばいる|mobile")
_NUMBER_WORD = re.compile("(?:の)?(?:番号|no|なんばー|欄|等)$")
_POLITE = re.compile("^(?:ご|御|お|貴)(?=.)")
_SERIAL_KEYS = frozenset(map(heading_key, SERIALS))
_SURE = 0.6
_INNER = re.compile(r"\(([^()]*)\)")
_OF_CHIEF = re.compile("長(?:名|氏名|さん)?$|区分$|費|料|年度")


class Knowledge:
    """Answers what a heading may mean, with a weight up to 1."""

    def __init__(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self.known: dict[str, dict[str, float]] = {}
        self._declare(wanted)
        for words, meaning in (
            (COUNTS, COUNT),
            (SURNAMES, SURNAME),
            (GIVEN_NAMES, GIVEN),
            (KANA_SURNAMES, KANA_SURNAME),
            (KANA_GIVEN_NAMES, KANA_GIVEN),
            (FAMILY, SEVERAL),
            (LEADER_HEADINGS, LEADER),
            *zip(COUNT_PARTS, PARTS, strict=True),
        ):
            self._add(words, meaning)
        number = f"household.{wanted.number}"
        if wanted.household_field(wanted.number):
            for key in filter(None, map(heading_key, SERIALS)):
                self.known.setdefault(key, {number: 1.0})
        for word in map(heading_key, AGES):
            self.known[word] = {AGE: 1.0}
        self._meanings = {meaning for found in self.known.values() for meaning in found}
        self.match = lru_cache(maxsize=2000)(self._match)

    def _declare(self, wanted: Wanted) -> None:
        for record, fields in (("household", wanted.household), ("member", wanted.member)):
            for field in fields:
                words = (field.title, field.label, *field.headings)
                if field.name == wanted.group and record == "household":
                    self._add(words, GROUP)
                elif field.kind.record is None:
                    self._add(words, f"{record}.{field.name}")
                elif heading_key("人数") in map(heading_key, field.headings):
                    self._add(field.headings, COUNT)

    def _add(self, words: Iterable[str], meaning: str) -> None:
        for word in words:
            key = heading_key(word)
            if key:
                self.known.setdefault(key, {})[meaning] = 1.0

    def field_of(self, meaning: str) -> Field | None:
        record, _dot, name = meaning.partition(".")
        if record == "household":
            return self.wanted.household_field(name)
        return self.wanted.member_field(name) if record == "member" else None

    def of_parts(self, parts: tuple[str, ...]) -> dict[str, float]:
        """What a heading in one or several lines may mean."""
        keys = [heading_key(part) for part in parts]
        found: dict[str, float] = {}
        tries = [(keys[-1], 1.0)] if keys else []
        if len(keys) > 1:
            tries += [("".join(keys[-2:]), 1.0), ("".join(reversed(keys[-2:])), 1.0)]
            tries += [(key, 0.6) for key in keys[:-1]]
        for key, weight in tries:
            for meaning, score in self.match(key).items():
                found[meaning] = max(found.get(meaning, 0.0), score * weight)
        return found

    def is_heading(self, text: str) -> bool:
        """Whether a text can be a heading at all; 「1組」 cannot, it is a group."""
        key = heading_key(text)
        if key in self.known:
            return True
        led = _LED.search(key)
        if not key or len(key) > 20 or _NUMBERED.search(key) or (led and led.group("name")):
            return False
        return max(self.match(key).values(), default=0.0) >= _SURE

    def _match(self, key: str) -> Mapping[str, float]:
        exact = self.known.get(key)
        if exact:
            return exact
        if _GROUP_HEADING.match(key):
            return {GROUP: 1.0}
        if _MOBILE.search(key) and "household.mobile" in self._meanings:
            return {"household.mobile": 0.96}
        if "fax" in key and _PHONE.search(key) and "household.phone" in self._meanings:
            return {"household.phone": 0.96}
        if _READING.search(key):
            return {f"household.{self.wanted.head_kana}": 0.9, f"member.{self.wanted.kana}": 0.9}
        found: dict[str, float] = {}
        bare = unbracketed(key)
        inner = _INNER.findall(key)
        tries = [(bare, 0.95), (_POLITE.sub("", bare), 0.95), (without_number(bare), 0.85)]
        tries += [(text, 0.9) for text in inner] + [(bare + text, 0.97) for text in inner]
        tries += [(_NUMBER_WORD.sub("", bare), 0.93), (bare.replace("の", ""), 0.95)]
        for text, weight in tries:
            for meaning in self.known.get(text, ()):
                found[meaning] = max(found.get(meaning, 0.0), weight)
        if not found:
            self._partly(bare or key, found)
        return found

    def _partly(self, key: str, found: dict[str, float]) -> None:
        """A known word at the end, the start or inside of a longer heading."""
        for word, meanings in self.known.items():
            if len(word) < 2 or word not in key or word in _SERIAL_KEYS:
                continue
            at = 0.55 if key.endswith(word) else 0.45 if key.startswith(word) else 0.4
            score = at + 0.35 * len(word) / len(key)
            for meaning in meanings:
                if meaning == GROUP and _OF_CHIEF.search(key):
                    continue
                if meaning in STRUCTURE and meaning != GROUP and score < 0.8:
                    continue
                found[meaning] = max(found.get(meaning, 0.0), score)
