"""What columns mean once their neighbours are known: second phones, outer groups, name parts."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from kucho_desktop.exchange.files import Cell
from kucho_desktop.exchange.headings import heading_key
from kucho_desktop.exchange.knowledge import (
    AGE,
    GIVEN,
    GROUP,
    KANA_GIVEN,
    KANA_SURNAME,
    SEVERAL,
    SURNAME,
    Knowledge,
)
from kucho_desktop.exchange.people_columns import Slot
from kucho_desktop.exchange.profile import Profile
from kucho_desktop.exchange.words import GIVEN_NAMES, SURNAMES

_OUTER_GROUP = re.compile(
    "(?:地区|町名|町|町内|行政区|区域|部落|集落|支部|大組|ぶろっく|町内会|区)(?:名|別)?"
)
_PERSONAL = ("member.relation", "member.born", "member.gender", AGE)
_GIVEN = frozenset(map(heading_key, GIVEN_NAMES))
_SURNAME = frozenset(map(heading_key, SURNAMES))


def take_second_phones(
    meanings: dict[int, str],
    headings: Sequence[tuple[str, ...]],
    profiles: Sequence[Profile],
    slots: Mapping[int, Slot],
    knowledge: Knowledge,
) -> None:
    """A further column of phones fills the phone field that is still free."""
    free = [
        f"household.{field.name}"
        for field in knowledge.wanted.household
        if field.kind.name == "phone" and field.name in ("phone", "mobile")
    ]
    for place, profile in enumerate(profiles):
        left = [meaning for meaning in free if meaning not in meanings.values()]
        if left and place not in meanings and place not in slots and headings[place]:
            said = knowledge.of_parts(headings[place])
            phones = any(
                field.kind.name == "phone" for each in said if (field := knowledge.field_of(each))
            )
            if phones and profile.share("phone") > 0.6:
                meanings[place] = left[0]


def take_family_as_names(meanings: dict[int, str]) -> None:
    """家族氏名 beside 続柄, and no other names: one of the family in each row."""
    family = [place for place, meaning in meanings.items() if meaning == SEVERAL]
    if len(family) == 1 and "member.relation" in meanings.values():
        meanings[family[0]] = "member.name"


def take_names_by_cells(
    meanings: dict[int, str],
    headings: Sequence[tuple[str, ...]],
    profiles: Sequence[Profile],
    slots: Mapping[int, Slot],
) -> None:
    """Where no heading says who, the column that is full of different names does."""
    candidates = [
        (profile.share("person") * profile.distinct, -place)
        for place, profile in enumerate(profiles)
        if meanings.get(place, "") in ("", "household.address", "household.nameplate", GROUP)
        and place not in slots
        and profile.share("person") >= 0.6
        and profile.distinct * 2 >= profile.judged
    ]
    if candidates:
        meanings[-max(candidates)[1]] = "household.head"


def take_outer_groups(
    meanings: dict[int, str], headings: Sequence[tuple[str, ...]], profiles: Sequence[Profile]
) -> None:
    """地区 or 町名 beside 班 is a group of groups, where it says different things."""
    most = max((profile.judged for profile in profiles), default=0)
    alone = GROUP not in meanings.values()
    for place, profile in enumerate(profiles):
        key = heading_key(headings[place][-1]) if headings[place] else ""
        size = most if alone else profile.judged
        several = 2 <= profile.distinct <= max(size // 2, 2)
        if place not in meanings and several and _OUTER_GROUP.fullmatch(key):
            meanings[place] = GROUP


def settle_name_parts(meanings: dict[int, str], headings: Sequence[tuple[str, ...]]) -> None:
    """姓 without 名 is a name, 名 without 姓 too; 名前 beside 姓 is the given name alone."""
    _take_neighbours(meanings, headings)
    held = set(meanings.values())
    for place, meaning in list(meanings.items()):
        given = heading_key(headings[place][-1]) in _GIVEN if headings[place] else False
        if SURNAME in held and GIVEN not in held and given and meaning == "household.head":
            meanings[place] = GIVEN
    for first, second, whole in (
        (SURNAME, GIVEN, "household.head"),
        (KANA_SURNAME, KANA_GIVEN, "household.kana"),
    ):
        held = set(meanings.values())
        if (first in held) == (second in held):
            continue
        for place, meaning in list(meanings.items()):
            if meaning in (first, second):
                meanings[place] = whole if whole not in held else ""


def _take_neighbours(meanings: dict[int, str], headings: Sequence[tuple[str, ...]]) -> None:
    """氏 and 名 side by side are the parts of one name, whatever stands over them."""
    keys = [heading_key(parts[-1]) if parts else "" for parts in headings]
    for place, (one, two) in enumerate(pairwise(keys)):
        if one not in _SURNAME or two not in _GIVEN:
            continue
        for at, meaning in list(meanings.items()):
            if meaning in (SURNAME, GIVEN):
                del meanings[at]
        meanings[place], meanings[place + 1] = SURNAME, GIVEN
        return


def settle_address(meanings: dict[int, str]) -> None:
    """地番 is where a household lives, where nothing else says it."""
    if "household.address" not in meanings.values():
        for place, meaning in meanings.items():
            if meaning == "household.lot":
                meanings[place] = "household.address"


def settle_heads(
    meanings: dict[int, str],
    headings: Sequence[tuple[str, ...]],
    profiles: Sequence[Profile],
    scores: Sequence[Mapping[str, float]],
    rows: Sequence[Sequence[Cell]],
    indexes: range,
) -> None:
    """世帯主 is the head where 氏名 stands beside it; 家族 in every head's row is the rest."""
    at = {meaning: place for place, meaning in meanings.items()}
    head, name = at.get("household.head"), at.get("member.name")
    if head is None or name is None:
        return
    says_head = [any("世帯主" in part for part in headings[place]) for place in (head, name)]
    if says_head == [False, True]:
        meanings[head], meanings[name] = "member.name", "household.head"
        return
    heads = profiles[head]
    once = heads.distinct * 10 >= heads.judged * 9 and not any(
        row[indexes[name]] != "" and row[indexes[head]] == "" for row in rows
    )
    if SEVERAL in scores[name] and once and at.keys().isdisjoint(_PERSONAL):
        meanings[name] = SEVERAL


def take_second_names(
    meanings: dict[int, str], scores: Sequence[Mapping[str, float]], slots: Mapping[int, Slot]
) -> None:
    """お名前 beside 世帯主 and 続柄 is the name of the row's own person."""
    held = set(meanings.values())
    if "member.name" in held or not {"household.head", "member.relation"} <= held:
        return
    for place, found in enumerate(scores):
        if place not in meanings and place not in slots and "household.head" in found:
            meanings[place] = "member.name"
            return


def settle_serials(
    meanings: dict[int, str], rows: Sequence[Sequence[Cell]], indexes: range, knowledge: Knowledge
) -> None:
    """A running number that begins anew in every group is an order, not a household's number."""
    wanted = knowledge.wanted
    number, order = f"household.{wanted.number}", f"household.{wanted.order}"
    for place, meaning in list(meanings.items()):
        if meaning != number or order in meanings.values():
            continue
        cells = [row[indexes[place]] for row in rows]
        values = [
            int(cell)
            for cell in cells
            if isinstance(cell, (int, float)) or (isinstance(cell, str) and cell.isdecimal())
        ]
        steps = list(pairwise(values))
        again = any(two < one for one, two in steps) and len(set(values)) < 0.8 * len(values)
        if again and all(two in (1, one, one + 1) for one, two in steps):
            meanings[place] = order
