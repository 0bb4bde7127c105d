"""Rosters from seeds: layout, headings, spellings and mistakes drawn at random."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.exchange import layouts, more_layouts, odd_layouts
from tests.exchange.hand import Writer
from tests.exchange.invented import House, houses
from tests.exchange.writing import FORMATS, ONE_SHEET, Page, write

Layout = Callable[[random.Random, Writer, list[House]], list[Page]]
LAYOUTS = (*layouts.ALL, *more_layouts.ALL)

FAMILIES = (
    layouts.relations, layouts.below, layouts.sideways, layouts.in_a_cell, more_layouts.head_again,
    *odd_layouts.ALL[2:],
)  # fmt: skip


@dataclass
class Roster:
    """A file, and what must come out of it."""

    path: Path
    layout: str
    format: str
    houses: list[House]

    @property
    def groups(self) -> int:
        return len({house.group for house in self.houses} - {0})

    @property
    def members(self) -> int:
        return sum(house.count for house in self.houses)


def make(seed: int, folder: Path, among: Sequence[Layout] = LAYOUTS) -> Roster:
    """The roster of a seed."""
    chance = random.Random(seed)
    layout = among[seed % len(among)]
    format_ = FORMATS[(seed // len(among)) % len(FORMATS)]
    if layout is layouts.sheets and format_ in ONE_SHEET:
        format_ = chance.choice(("xlsx", "xls", "ods"))
    hand = Writer(chance)
    family = layout in FAMILIES
    district = houses(
        chance, chance.randint(2, 8), largest=5 if family else 1, three_part=chance.random() < 0.2
    )
    if format_ in ("cp932", "euc_jp"):
        hand.born = "era" if hand.born == "day" else hand.born
        for house in district:
            for person in house.people:
                person.name = (
                    person.name.replace("㐂", "喜").replace("髙", "高").replace("﨑", "崎")
                )
                person.name = (
                    person.name.replace("栁", "柳").replace("桒", "桑").replace("德", "徳")
                )
    pages = layout(chance, hand, district)
    path = write(folder / f"roster{seed}", format_, pages, chance)
    return Roster(path, layout.__name__, format_, district)
