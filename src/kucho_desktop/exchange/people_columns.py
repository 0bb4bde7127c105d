"""Columns that hold further people of the same row: 妻, 長男, 家族1 氏名, 氏名 · 続柄 again."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kucho_desktop.exchange.headings import heading_key, unbracketed, without_number
from kucho_desktop.exchange.knowledge import AGE, SEVERAL, Knowledge
from kucho_desktop.exchange.profile import Profile
from kucho_desktop.exchange.vocabulary import is_relation
from kucho_desktop.exchange.words import FAMILY

_NUMBER = re.compile(r"[0-9]{1,2}")
_PERSON_WORD = re.compile(
    "^(?:同居家族|同居者|同居人|世帯員|構成員|ご?家族|その他の?家族|他の家族|配偶者)(?:の)?(?=.)"
)
_OF_NAME = re.compile("(?:の)?(?:氏名|名前|名|お名前)$")
_NOT_A_PERSON = frozenset(
    map(
        heading_key,
        (
            "本人",
            "世帯主",
            "おい",
            "めい",
            "主",
            "戸主",
            "筆頭者",
            "その他",
            "世帯員",
            "家族",
            "同居",
            "同居人",
            "男",
            "女",
        ),
    )
)


@dataclass(frozen=True)
class Slot:
    """Which further person a column is about, what it says of it, and that person's relation."""

    person: int
    meaning: str
    relation: str = ""


def further_people(
    headings: Sequence[tuple[str, ...]], profiles: Sequence[Profile], knowledge: Knowledge
) -> dict[int, Slot]:
    """The columns about further people, by index; person numbers are 1, 2 … from the left."""
    found = _by_relation(headings, profiles, knowledge)
    found |= _by_number(headings, profiles, knowledge, found)
    if not found:
        found = _by_repeating(headings, knowledge) or _by_family(headings, profiles, knowledge)
    order = {
        person: place
        for place, person in enumerate(
            dict.fromkeys(slot.person for _index, slot in sorted(found.items())), 1
        )
    }
    return {
        index: Slot(order[slot.person], slot.meaning, slot.relation)
        for index, slot in found.items()
    }


def _personal(key: str, knowledge: Knowledge) -> str:
    """The meaning of a heading that can be about any person; empty if it is none."""
    if key in knowledge.known and AGE in knowledge.known[key]:
        return AGE
    for text in (key, unbracketed(key)):
        for meaning in knowledge.known.get(text, {}):
            if meaning.startswith("member.") and not meaning.endswith((".note", ".phone")):
                return meaning
    return ""


def _by_relation(
    headings: Sequence[tuple[str, ...]], profiles: Sequence[Profile], knowledge: Knowledge
) -> dict[int, Slot]:
    """妻 | 長男 | 長女, or 妻 over 氏名 · 生年月日."""
    found: dict[int, Slot] = {}
    people: dict[str, int] = {}
    for index, parts in enumerate(headings):
        for part in parts:
            word = unicodedata.normalize("NFKC", part)
            relation = _OF_NAME.sub("", "".join(word.split())) or word
            bare = without_number(relation)
            if not is_relation(bare) or heading_key(bare) in _NOT_A_PERSON:
                continue
            rest = heading_key(parts[-1]) if part != parts[-1] else ""
            meaning = _personal(rest, knowledge) if rest else "member.name"
            if not meaning or (profiles[index].share("integer") > 0.5 and meaning == "member.name"):
                continue
            if profiles[index].share("several") > 0.2 and meaning == "member.name":
                meaning = SEVERAL
            person = people.setdefault(relation, 100 + len(people))
            found[index] = Slot(person, meaning, bare)
            break
    return found


def _by_number(
    headings: Sequence[tuple[str, ...]],
    profiles: Sequence[Profile],
    knowledge: Knowledge,
    taken: dict[int, Slot],
) -> dict[int, Slot]:
    """家族1 | 家族2, 氏名1 · 続柄1 · 氏名2 · 続柄2, or 家族1 over 氏名 · 続柄."""
    named = any(
        "household.head" in knowledge.of_parts(parts) and not _number_in(parts)
        for parts in headings
    )
    found: dict[int, Slot] = {}
    for index, parts in enumerate(headings):
        number = _number_in(parts)
        if index in taken or not number:
            continue
        meaning = _numbered_meaning(
            [without_number(heading_key(part)) for part in parts], knowledge
        )
        if not meaning or (meaning == "member.name" and profiles[index].share("phone") > 0.5):
            continue
        family = any(_PERSON_WORD.match(without_number(heading_key(p)) + "-") for p in parts)
        if number == 1 and not named and not family:
            continue
        found[index] = Slot(number, meaning)
    if not any(slot.meaning == "member.name" for slot in found.values()):
        return {}
    return found


def _number_in(parts: Sequence[str]) -> int:
    for part in parts:
        numbers = _NUMBER.findall(heading_key(part))
        if len(numbers) == 1:
            return int(numbers[0])
    return 0


def _numbered_meaning(keys: list[str], knowledge: Knowledge) -> str:
    family = {heading_key(word) for word in FAMILY}
    for key in (keys[-1], "".join(keys)):
        rest = _PERSON_WORD.sub("", key)
        if rest and _personal(rest, knowledge):
            return _personal(rest, knowledge)
    return "member.name" if keys[-1] in family or "".join(keys) in family else ""


def _by_family(
    headings: Sequence[tuple[str, ...]], profiles: Sequence[Profile], knowledge: Knowledge
) -> dict[int, Slot]:
    """家族 over several columns, one of the family in each."""
    family = {heading_key(word) for word in FAMILY}
    if not any("household.head" in knowledge.of_parts(parts) for parts in headings):
        return {}
    for start, parts in enumerate(headings):
        if not parts or heading_key(parts[0]) not in family:
            continue
        end = start + 1
        while end < len(headings) and headings[end] in ((), parts) and profiles[end].filled:
            end += 1
        names = range(start, end)
        if len(names) > 1 and all(profiles[at].share("several") <= 0.1 for at in names):
            return {at: Slot(at - start + 1, "member.name") for at in names}
    return {}


def _by_repeating(headings: Sequence[tuple[str, ...]], knowledge: Knowledge) -> dict[int, Slot]:
    """氏名 · 続柄 · 生年月日 again and again to the right."""
    keys = [heading_key(parts[-1]) if parts else "" for parts in headings]
    meanings = [_personal(key, knowledge) if key else "" for key in keys]
    repeated = {key for key, count in Counter(filter(None, keys)).items() if count > 1}
    names = [
        index
        for index, key in enumerate(keys)
        if key in repeated and meanings[index] == "member.name"
    ]
    if len(names) < 2:
        return {}
    headed = any(
        "household.head" in knowledge.of_parts(parts) and index not in names
        for index, parts in enumerate(headings)
    )
    found: dict[int, Slot] = {}
    starts = names if headed else names[1:]
    before = (
        1
        if starts[0]
        and meanings[starts[0] - 1] == "member.relation"
        and keys[starts[0] - 1] in repeated
        else 0
    )
    for index, meaning in enumerate(meanings):
        person = sum(1 for start in starts if index >= start - before)
        if person and meaning and keys[index] in repeated:
            found[index] = Slot(person, meaning)
    return found
