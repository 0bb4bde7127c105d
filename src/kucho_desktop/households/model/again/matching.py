"""Which household of the book a household of a table is; where that is not sure, it is asked."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from kucho_desktop.households.model.again.likeness import (
    ADDRESS,
    GROUP,
    NAME,
    NUMBER,
    PEOPLE,
    PHONE,
    SURNAME,
    Alike,
    Index,
    Traits,
)

_MOST_ASKED = 4
_WORTH_ASKING = frozenset({NAME, ADDRESS, PHONE, NUMBER})


@dataclass
class Matched:
    """Places of the table's households, and ids of the book's.

    pairs: place → id, where it is sure. asked: place → the ids it could be, likeliest first.
    """

    pairs: dict[int, int] = field(default_factory=dict)
    asked: dict[int, tuple[int, ...]] = field(default_factory=dict)


def is_sure(alike: Alike) -> bool:
    """Whether two entries are one household although something changed.

    A number alone is not: numbers are given again to whoever comes next, as houses are.
    """
    same = alike.same
    if NAME in same:
        return bool(same & {ADDRESS, PHONE, NUMBER, PEOPLE}) or alike.apart <= 1
    if PEOPLE in same:
        return bool(same & {ADDRESS, PHONE, NUMBER}) or (GROUP in same and alike.apart <= 1)
    if SURNAME in same and same & {ADDRESS, PHONE, NUMBER}:
        return bool(same & {ADDRESS, PHONE}) or alike.apart == 0
    # A head may be called otherwise now; a family of others has moved into the house.
    return {ADDRESS, PHONE} <= same and not alike.families


def match(
    records: Sequence[Traits],
    households: Mapping[int, Traits],
    says_the_same: Callable[[int, int], bool],
) -> Matched:
    """Find the pairs. says_the_same: whether nothing differs between a place and an id."""
    index = Index(households)
    near = [index.near(traits) for traits in records]
    found = Matched()
    _pair_equals(near, found, says_the_same)
    while _pair_best(near, found):
        pass
    taken = set(found.pairs.values())
    for place, candidates in enumerate(near):
        if place not in found.pairs:
            asked = _worth_asking(candidates, taken)
            if asked:
                found.asked[place] = asked
    return found


def _pair_equals(
    near: Sequence[Mapping[int, Alike]], found: Matched, says_the_same: Callable[[int, int], bool]
) -> None:
    """Those of which nothing differs, in their order; among several alike, if none is left over."""
    equals: dict[int, frozenset[int]] = {}
    for place, candidates in enumerate(near):
        same = frozenset(id_ for id_ in candidates if says_the_same(place, id_))
        if same:
            equals[place] = same
    times = Counter(equals.values())
    taken: set[int] = set()
    for place, same in equals.items():
        free = sorted(same - taken)
        if free and times[same] >= len(same):
            found.pairs[place] = free[0]
            taken.add(free[0])


def _pair_best(near: Sequence[Mapping[int, Alike]], found: Matched) -> bool:
    """Pair those that are each other's likeliest by far; False where there are none."""
    taken = set(found.pairs.values())
    of_place: dict[int, list[tuple[int, int]]] = {}
    of_id: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for place, candidates in enumerate(near):
        if place in found.pairs:
            continue
        free = [(alike.weight, id_) for id_, alike in candidates.items() if id_ not in taken]
        of_place[place] = free
        for weight, id_ in free:
            of_id[id_].append((weight, place))
    new: dict[int, int] = {}
    for place, free in of_place.items():
        best = _only_best(free)
        if best is not None and _only_best(of_id[best]) == place and is_sure(near[place][best]):
            new[place] = best
    found.pairs.update(new)
    return bool(new)


def _only_best(weighed: Sequence[tuple[int, int]]) -> int | None:
    """The one that weighs most; None where two weigh the same."""
    ranked = sorted(weighed, reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return ranked[0][1]


def _worth_asking(candidates: Mapping[int, Alike], taken: set[int]) -> tuple[int, ...]:
    """What it could be; a household that another line is already only if this repeats that line."""
    likely = [
        (-alike.weight, id_)
        for id_, alike in candidates.items()
        if (id_ not in taken and alike.same & _WORTH_ASKING)
        or (NAME in alike.same and alike.same & {ADDRESS, PHONE})
    ]
    return tuple(id_ for _weight, id_ in sorted(likely)[:_MOST_ASKED])
