"""How the district is laid out: groups in quarters, houses along the way, what stands where."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from math import ceil
from random import Random

from kucho_desktop.app.practice.names import counted
from kucho_desktop.app.practice.seeds import Seeds, Word

Path = tuple[str, ...]

_BLOCK = 120
_SMALLEST, _USUAL, _LARGEST = 8, 15, 20
_GROUPS_IN_QUARTER, _QUARTERS_IN_PART = 4, 8
_FIRST_LOT, _LOTS = 4101, 5500
_FLATS = ("tenant", "abroad")
_RUN_TOGETHER = {"new": (2, 6)}
"""Kinds of houses that were built several at a time, and how many."""


@dataclass(frozen=True, slots=True)
class Site:
    """A place for a house. kind, membership: what stands there in the beginning.

    flats: of an apartment house, how many households live in it.
    is_coming: it is built in the years that are told; is_going: it is torn down in them.
    """

    kind: str
    membership: str
    address: str
    building: Word = ("", "")
    room: str = ""
    flats: int = 0
    is_coming: bool = False
    is_going: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A tonarigumi: its path of names, how many households it has today, its waste station."""

    path: Path
    size: int
    waste_place: str


def groups_for(count: int, chance: Random, seeds: Seeds) -> tuple[list[Group], Mapping[Path, str]]:
    """The groups that hold so many households, and the readings of all names."""
    sizes = _sizes(count, chance)
    quarters, readings = _quarters(ceil(len(sizes) / _GROUPS_IN_QUARTER), len(sizes), seeds)
    word, said = "隣組", "となりぐみ"
    waste = seeds.district["waste_places"]
    groups = []
    for place, size in enumerate(sizes):
        number = place if len(sizes) < 100 else place % _GROUPS_IN_QUARTER
        figure, kana = counted(number + 1)
        path = (*quarters[place // _GROUPS_IN_QUARTER], f"第{figure}{word}")
        readings[path] = f"だい{kana}{said}"
        groups.append(Group(path, size, waste[place // 2 % len(waste)]))
    return groups, readings


def _sizes(count: int, chance: Random) -> list[int]:
    """Between 8 and 20 households each, where there are as many."""
    if not count:
        return []
    number = max(1, round(count / _USUAL), ceil(count / _LARGEST))
    sizes = [count // number + (place < count % number) for place in range(number)]
    for here in range(0, number - 1, 2):
        most = min(_LARGEST - sizes[here], sizes[here + 1] - _SMALLEST, 4)
        least = min(_LARGEST - sizes[here + 1], sizes[here] - _SMALLEST, 4)
        by = chance.randint(-max(least, 0), max(most, 0))
        sizes[here] += by
        sizes[here + 1] -= by
    return sizes


def _quarters(count: int, groups: int, seeds: Seeds) -> tuple[list[Path], dict[Path, str]]:
    """The paths of the 常会 around the groups; none around a handful of groups."""
    if groups <= _GROUPS_IN_QUARTER:
        return [()] * max(count, 1), {}
    names = seeds.words("quarters")
    paths, readings = list[Path](), dict[Path, str]()
    for place in range(count):
        text, kana = names[place % len(names)]
        around: Path = ()
        if count > len(names):
            figure, said = counted(place // _QUARTERS_IN_PART % 99 + 1)
            hundred = place // _QUARTERS_IN_PART // 99
            around = (
                f"{'東西南北中'[hundred % 5]}第{figure}地区" if hundred else f"第{figure}地区",
            )
            readings[around] = f"だい{said}ちく"
        path = (*around, f"{text}常会")
        readings[path] = f"{kana}じょうかい"
        paths.append(path)
    return paths, readings


def kinds_for(count: int, shares: Mapping[str, int]) -> list[str]:
    """So many houses in the shares of a block of 120; the largest remainders are filled."""
    exact = {kind: share * count / _BLOCK for kind, share in shares.items()}
    kinds = {kind: int(number) for kind, number in exact.items()}
    by_remainder = sorted(exact, key=lambda kind: kinds[kind] - exact[kind])
    for kind in by_remainder[: count - sum(kinds.values())]:
        kinds[kind] += 1
    return [kind for kind, number in kinds.items() for _house in range(number)]


class Streets:
    """Gives the sites of one group after the other, with numbers in walking order."""

    def __init__(self, count: int, years: int, chance: Random, seeds: Seeds) -> None:
        self._chance = chance
        self._seeds = seeds
        self._left = count
        self._years = years
        self._runs: list[list[str]] = []
        self._lot = float(_FIRST_LOT if count < _LOTS else 1)
        self._step = min(3.0, _LOTS / max(count, 1))
        self._last = (0, 0)
        self._buildings = 0

    def sites(self, size: int) -> list[Site]:
        """Those of the next group; among them some that were torn down meanwhile."""
        kinds: list[str] = []
        while len(kinds) < size:
            kinds += self._next_run(size - len(kinds))
        sites = list(self._numbered(kinds))
        self._lot += self._step * self._chance.randint(1, 4)
        if self._chance.random() < self._years * 0.05:
            sites.append(Site("abandoned", "empty", self._number(), is_going=True))
        return sites

    def _next_run(self, room: int) -> list[str]:
        """The next houses that were built together and fit; else the beginning of some."""
        if not self._runs:
            self._runs = self._new_runs(min(self._left, _BLOCK))
            self._left -= min(self._left, _BLOCK)
        fits = (place for place, run in enumerate(self._runs) if len(run) <= room)
        place = next(fits, None)
        if place is not None:
            return self._runs.pop(place)
        run = self._runs[0]
        self._runs[0] = run[room:]
        return run[:room]

    def _new_runs(self, count: int) -> list[list[str]]:
        kinds = kinds_for(count, self._seeds.district["houses_in_120"])
        self._chance.shuffle(kinds)
        flats = [kind for kind in kinds if kind.split()[0] in _FLATS]
        houses = [kind for kind in kinds if kind.split()[0] == "apartment"]
        share = ceil(len(flats) / max(len(houses), 1))
        runs = [
            [*houses[place : place + 1], *flats[place * share : (place + 1) * share]]
            for place in range(max(len(houses), 1 if flats else 0))
        ]
        rest = [kind for kind in kinds if kind not in flats and kind not in houses]
        while rest:
            least, most = _RUN_TOGETHER.get(rest[-1].split()[0], (1, 1))
            alike = [k for k in rest if k.split()[0] == rest[-1].split()[0]]
            run = alike[: self._chance.randint(least, most)]
            for kind in run:
                rest.remove(kind)
            runs.append(run)
        self._chance.shuffle(runs)
        return runs

    def _numbered(self, kinds: Sequence[str]) -> Iterator[Site]:
        """Flats come behind their apartment house and share its number."""
        building, flat, address = ("", ""), 0, ""
        for place, said in enumerate(kinds):
            kind, membership = said.split()
            if kind in _FLATS and building[0]:
                flat += 1
                yield Site(kind, membership, address, building, _room(flat))
                continue
            building, flat, address = ("", ""), 0, self._number()
            if kind in _FLATS or kind == "apartment":
                building = self._next_building()
            if kind in _FLATS:
                flat = 1
                yield Site(kind, membership, address, building, _room(flat))
            elif kind == "apartment":
                behind = takewhile(lambda each: each.split()[0] in _FLATS, kinds[place + 1 :])
                yield Site(kind, membership, address, building, flats=len(list(behind)))
            else:
                coming = kind == "new" and self._chance.random() < self._years * 0.035
                yield Site(kind, membership, address, is_coming=coming)

    def _next_building(self) -> Word:
        names = self._seeds.words("buildings")
        self._buildings += 1
        return names[(self._buildings - 1) % len(names)]

    def _number(self) -> str:
        """The next number; where two houses share one, they have branches."""
        self._lot += self._chance.random() * 2 * self._step
        lot, branch = int(self._lot), 1
        if lot == self._last[0]:
            branch = self._last[1] + 1
        self._last = (lot, branch)
        plain = branch == 1 and self._chance.random() < 0.45
        return f"{self._seeds.district['street']}{lot}{'' if plain else f'-{branch}'}"


def _room(flat: int) -> str:
    return f"{(flat - 1) // 3 + 1}0{(flat - 1) % 3 + 1}"
