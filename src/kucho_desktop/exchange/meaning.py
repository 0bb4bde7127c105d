"""Propose what every column of a table means, from its headings and from its cells."""

from collections.abc import Mapping, Sequence

from kucho_desktop.core.fields import Field
from kucho_desktop.exchange.files import Cell
from kucho_desktop.exchange.headings import Header, heading_key
from kucho_desktop.exchange.knowledge import (
    AGE,
    COUNT,
    GROUP,
    KANA_GIVEN,
    KANA_SURNAME,
    LEADER,
    PARTS,
    SEVERAL,
    SURNAME,
    Knowledge,
)
from kucho_desktop.exchange.people_columns import Slot, further_people
from kucho_desktop.exchange.profile import Profile, profile_of
from kucho_desktop.exchange.roster import Column
from kucho_desktop.exchange.settling import (
    settle_address,
    settle_heads,
    settle_name_parts,
    settle_serials,
    take_family_as_names,
    take_names_by_cells,
    take_outer_groups,
    take_second_names,
    take_second_phones,
)
from kucho_desktop.exchange.vocabulary import squeezed

_ENOUGH = 0.5
_FEW = 0.1
_REPEATABLE = frozenset({GROUP})
_LOOK_OF_STRUCTURE = {
    COUNT: "count",
    AGE: "age",
    KANA_SURNAME: "kana",
    KANA_GIVEN: "kana",
    **dict.fromkeys(PARTS, "count"),
}
_STRICT = frozenset(
    {"phone", "postal_code", "kana", "integer", "count", "age", "relation", "gender", "choice"}
)
_UNMISTAKABLE = ("postal_code", "mobile", "phone", "relation", "gender")
_BY_CELLS = {
    "postal_code": "postal_code",
    "mobile": "mobile",
    "phone": "phone",
    "kana": "kana",
    "relation": "relation",
    "name": "name",
    "gender": "gender",
    "date": "born",
    "address": "address",
}


def propose(
    header: Header, rows: Sequence[Sequence[Cell]], knowledge: Knowledge, indexes: range
) -> tuple[Column, ...]:
    """What the columns of one table mean; `rows` are those below the headings."""
    profiles = [profile_of([row[index] for row in rows]) for index in indexes]
    headings = [header.parts[index] if header.parts else () for index in indexes]
    slots = further_people(headings, profiles, knowledge)
    scores = [
        _scores(headings[place], profiles[place], knowledge) if place not in slots else {}
        for place in range(len(headings))
    ]
    meanings = _assigned(scores)
    take_second_phones(meanings, headings, profiles, slots, knowledge)
    if not any(
        meaning in ("household.head", "member.name", SURNAME) for meaning in meanings.values()
    ):
        take_family_as_names(meanings)
    if not any(
        meaning in ("household.head", "member.name", SURNAME) for meaning in meanings.values()
    ):
        take_names_by_cells(meanings, headings, profiles, slots)
    take_outer_groups(meanings, headings, profiles)
    take_second_names(meanings, scores, slots)
    settle_heads(meanings, headings, profiles, scores, rows, indexes)
    settle_name_parts(meanings, headings)
    settle_address(meanings)
    settle_serials(meanings, rows, indexes, knowledge)
    return tuple(
        _column(index, headings[place], profiles[place], meanings.get(place, ""), slots.get(place))
        for place, index in enumerate(indexes)
    )


def _column(
    index: int, parts: tuple[str, ...], profile: Profile, meaning: str, slot: Slot | None
) -> Column:
    heading = " ".join(parts)
    if slot is not None:
        return Column(
            index,
            heading,
            slot.meaning,
            slot.person,
            slot.relation,
            profile.filled,
            profile.samples,
        )
    return Column(index, heading, meaning, 0, "", profile.filled, profile.samples)


def _scores(parts: tuple[str, ...], profile: Profile, knowledge: Knowledge) -> dict[str, float]:
    """Every meaning a column may have, best first where the cells agree with the heading."""
    said = knowledge.of_parts(parts) if parts else {}
    found = {
        meaning: score + _agreement(meaning, profile, knowledge) for meaning, score in said.items()
    }
    if SEVERAL in said and profile.share("several") <= _FEW and profile.share("name") > 0.5:
        found.setdefault("member.name", 0.9)
    if not said and profile.filled:
        found = _by_cells(profile, knowledge, bare=not any(map(heading_key, parts)))
    return {meaning: score for meaning, score in found.items() if score >= _ENOUGH}


def _agreement(meaning: str, profile: Profile, knowledge: Knowledge) -> float:
    """How far the cells bear out a heading: from -0.7 to 0.3."""
    if not profile.filled or not profile.samples:
        return 0.0
    field = knowledge.field_of(meaning)
    look = _LOOK_OF_STRUCTURE.get(meaning) or (look_of(field) if field else "")
    if meaning == LEADER:
        return 0.0
    if meaning == SEVERAL:
        return 0.4 if profile.share("several") > _FEW else -0.2
    if meaning == GROUP:
        return 0.1 if profile.share("group") + profile.share("integer") > 0.5 else 0.0
    if look == "choice" and field is not None:
        return _weighed(_share_of_words(field, meaning, profile, knowledge), look)
    if not look:
        return 0.0
    share = profile.share(look)
    if look == "date":
        share += profile.share("age")
    return _weighed(share, look) + _second_look(field, profile)


def _second_look(field: Field | None, profile: Profile) -> float:
    """Mobile numbers prefer the second phone field that is declared."""
    if field is None or field.kind.name != "phone":
        return 0.0
    mobile = profile.share("mobile")
    return 0.05 * mobile if field.name == "mobile" else -0.05 * mobile


def _weighed(share: float, look: str) -> float:
    if share >= 0.5:
        return 0.3 if share >= 0.8 else 0.15
    if look not in _STRICT:
        return 0.0 if share >= 0.2 else -0.2
    return 0.0 if share >= 0.3 else -0.3 if share >= 0.1 else -0.7


def look_of(field: Field) -> str:
    """The look of `profile` that cells of this field have; empty where they may be anything."""
    kind = field.kind.name.replace(" ", "_")
    if kind in ("phone", "postal_code", "kana", "name", "address", "relation", "gender"):
        return kind
    if kind in ("born", "date"):
        return "date"
    if kind == "number":
        return "integer"
    return "choice" if field.kind.choices else ""


def _share_of_words(field: Field, meaning: str, profile: Profile, knowledge: Knowledge) -> float:
    known = set(words_of(field, meaning, knowledge))
    said = [squeezed(sample) for sample in profile.samples]
    return sum(any(text.startswith(word) for word in known if word) for text in said) / len(said)


def words_of(field: Field, meaning: str, knowledge: Knowledge) -> dict[str, str]:
    """Every word that means a code of a choice, squeezed."""
    from kucho_desktop.core.i18n import _

    wanted = knowledge.wanted
    spoken = wanted.household_words if meaning.startswith("household.") else wanted.member_words
    words = {squeezed(_(label)): code for code, label in field.kind.choices if code != ""}
    for code, more in spoken.get(field.name, {}).items():
        words |= {squeezed(word): code for word in more}
    return words


def _by_cells(profile: Profile, knowledge: Knowledge, *, bare: bool) -> dict[str, float]:
    """What cells alone tell; a heading that says something unknown leaves less to guess."""
    found: dict[str, float] = {}
    looks = _BY_CELLS if bare else {look: _BY_CELLS[look] for look in _UNMISTAKABLE}
    for look, name in looks.items():
        share = profile.share(look)
        if share < 0.8 or profile.filled < 2:
            continue
        weight = 0.6 if look in ("name", "address") else 0.7
        for meaning in (f"household.{name}", f"member.{name}"):
            if knowledge.field_of(meaning) is not None:
                found.setdefault(meaning, weight)
                break
    if "household.mobile" in found:
        found.pop("household.phone", None)
    if bare and profile.share("group") > 0.8:
        found = {GROUP: 0.9}
    return found


def _assigned(scores: Sequence[Mapping[str, float]]) -> dict[int, str]:
    """One meaning for one column: the surest first, among equals the one with fewest choices."""
    claims = sorted(
        (
            (-score, len(found), place, order, meaning)
            for place, found in enumerate(scores)
            for order, (meaning, score) in enumerate(_headed_first(found))
        ),
    )
    meanings: dict[int, str] = {}
    taken: set[str] = set()
    for _score, _choices, place, _order, meaning in claims:
        if place in meanings or (meaning in taken and meaning not in _REPEATABLE):
            continue
        meanings[place] = meaning
        taken.add(meaning)
    return meanings


def _headed_first(found: Mapping[str, float]) -> list[tuple[str, float]]:
    return sorted(found.items(), key=lambda claim: not claim[0].startswith("household."))
