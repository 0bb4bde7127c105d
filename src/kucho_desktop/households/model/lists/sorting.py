"""The order of many households by any of their traits."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from kucho_desktop.core.text import narrow, sort_key
from kucho_desktop.households.model.household import Household
from kucho_desktop.households.model.lists.as_of import AsOf
from kucho_desktop.households.model.lists.traits import Trait, traits

_NUMBERS = re.compile(r"(\d+)")
_LAST = 999_999


def in_order(
    households: Iterable[Household], sort: str, as_of: AsOf, *, backwards: bool = False
) -> list[Household]:
    """By a trait ("": by group, in walking order); who has no value of it stands last either way.

    Of the same value, as the district goes.
    """

    def district(household: Household) -> tuple[int, int, int]:
        group = as_of.rank.get(household.tonarigumi_id or 0, len(as_of.rank))
        return group, household.walking_order or _LAST, household.id

    if sort in ("", "tonarigumi_id"):
        return sorted(households, key=district, reverse=backwards)
    key = _key_of(traits()[sort], as_of)
    keyed = [(key(each), each) for each in sorted(households, key=district)]
    said = [pair for pair in keyed if pair[0] is not None]
    said.sort(key=_first, reverse=backwards)
    return [each for _key, each in said] + [each for key, each in keyed if key is None]


def _first(pair: tuple[Any, Household]) -> Any:
    return pair[0]


def _key_of(trait: Trait, as_of: AsOf) -> Callable[[Household], Any]:
    """What to compare by; None where there is no value."""
    codes = {code: place for place, (code, _label) in enumerate(trait.kind.choices)}

    def by_reading(household: Household) -> Any:
        text = household.kana or household.head
        return sort_key(text) if text else None

    def by_choice(household: Household) -> Any:
        return codes.get(trait.of(household, as_of.day))

    def by_value(household: Household) -> Any:
        value = trait.of(household, as_of.day)
        return value if value not in ("", None) else None

    def by_text(household: Household) -> Any:
        value = trait.of(household, as_of.day)
        return natural(value) if value else None

    if trait.name in ("head", "kana"):
        return by_reading
    known = {"choice": by_choice, "number": by_value, "date": by_value}
    return known.get(trait.family, by_text)


@lru_cache(maxsize=16_384)
def natural(text: str) -> tuple[str | int, ...]:
    """House numbers go 2, 10, 11: letters and figures in turn."""
    parts = _NUMBERS.split(narrow(text))
    return tuple(int(part) if at % 2 else sort_key(part) for at, part in enumerate(parts))
