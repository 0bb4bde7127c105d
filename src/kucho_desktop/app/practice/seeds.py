"""The lists from which the practice district is made (resources/practice)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Any

from kucho_desktop.core.places import resources

Word = tuple[str, str]
"""Something as it is written, and its reading."""


@dataclass(frozen=True)
class Seeds:
    """Everything that is drawn from. The shares add up from one name to the next.

    given: sex → (first year of birth, names), oldest first.
    """

    surnames: tuple[Word, ...]
    old_shares: tuple[int, ...]
    new_shares: tuple[int, ...]
    seen_early: tuple[Word, ...]
    given: Mapping[str, tuple[tuple[int, tuple[Word, ...]], ...]]
    wives_from_abroad: tuple[Word, ...]
    people_from_abroad: tuple[tuple[str, Word], ...]
    district: Mapping[str, Any]
    posts: Mapping[str, Any]

    def words(self, name: str) -> list[Word]:
        return [(text, kana) for text, kana in self.district[name]]


def _read(name: str) -> Any:
    return json.loads((resources() / "practice" / f"{name}.json").read_text("utf-8"))


def _word(said: str, between: str = " ") -> Word:
    text, _between, kana = said.partition(between)
    return text, kana


@cache
def the_seeds() -> Seeds:
    family, given = _read("surnames"), _read("given_names")
    rows = family["surnames"]
    surnames = tuple((text, kana) for text, kana, _old, _new in rows)
    abroad = given["from_abroad"]
    return Seeds(
        surnames,
        tuple(accumulate(old for _text, _kana, old, _new in rows)),
        tuple(accumulate(new for _text, _kana, _old, new in rows)),
        tuple(word for name in family["seen_early"] for word in surnames if word[0] == name),
        {
            sex: tuple(
                (int(year), tuple(_word(each) for each in names))
                for year, names in sorted(given[sex].items())
            )
            for sex in ("male", "female")
        },
        tuple(_word(each, "|") for each in abroad["wives"]),
        tuple((sex, (text, kana)) for sex, text, kana in abroad["people"]),
        _read("district"),
        _read("posts"),
    )
