"""Names by family, sex and year of birth, and numbers that nobody has."""

from collections.abc import Collection
from datetime import date
from random import Random

from kucho_desktop.app.practice.people import Person
from kucho_desktop.app.practice.seeds import Seeds, Word

_EXCHANGES = 8
"""Blocks of 10,000 landline numbers: 0263-7x-0xxx first, then 8x, 9x, 2x …"""
_EXCHANGE_TENS = "78923456"
_COUNTED = ("", "いち", "に", "さん", "よん", "ご", "ろく", "なな", "はち", "きゅう")
_HUNDREDS = (
    "",
    "ひゃく",
    "にひゃく",
    "さんびゃく",
    "よんひゃく",
    "ごひゃく",
    "ろっぴゃく",
    "ななひゃく",
)


class Names:
    """Draws names and numbers; the same from the same chance."""

    def __init__(self, chance: Random, seeds: Seeds) -> None:
        self._chance = chance
        self._seeds = seeds
        self._early = list(seeds.seen_early)
        self._lines = chance.randrange(10_000)

    def old_surname(self, of_group: Collection[Word]) -> Word:
        """Of an old house: often one of the two or three names of its group."""
        if self._early and self._chance.random() < 0.35:
            return self._early.pop(0)
        return self.local_surname(of_group)

    def local_surname(self, of_group: Collection[Word]) -> Word:
        if self._chance.random() < 0.5:
            return self._chance.choice(list(of_group))
        return self._chance.choices(self._seeds.surnames, cum_weights=self._seeds.old_shares)[0]

    def group_surnames(self) -> list[Word]:
        """The names that many of a group share."""
        return self._chance.choices(
            self._seeds.surnames[:60], cum_weights=self._seeds.old_shares[:60], k=3
        )

    def new_surname(self) -> Word:
        return self._chance.choices(self._seeds.surnames, cum_weights=self._seeds.new_shares)[0]

    def given(self, sex: str, born: date, taken: Collection[Person] = ()) -> Word:
        """A name of the time, unlike those of the family in writing and reading."""
        used = {part for person in taken for part in person.given}
        generations = self._seeds.given[sex]
        near = born.year + self._chance.randint(-4, 4)
        at = max((i for i, (year, _names) in enumerate(generations) if year <= near), default=0)
        for _try in range(40):
            name = self._chance.choice(generations[at][1])
            if not used & set(name):
                break
        return name

    def wife_from_abroad(self) -> Word:
        return self._chance.choice(self._seeds.wives_from_abroad)

    def person_from_abroad(self) -> tuple[str, Word]:
        return self._chance.choice(self._seeds.people_from_abroad)

    def landline(self) -> str:
        """Each is drawn once, until there are no more."""
        self._lines += 1
        block, place = divmod(self._lines % (_EXCHANGES * 10_000), 10_000)
        mixed = place * 7919 % 10_000
        return f"0263-{_EXCHANGE_TENS[block]}{mixed // 1000}-0{mixed % 1000:03d}"

    def mobile(self) -> str:
        """A 0 behind 090 or 070 is given to nobody (電気通信番号計画); 0800 would be freephone."""
        begins = self._chance.choices(("090", "070"), (85, 15))[0]
        number = self._chance.randrange(10_000_000)
        return f"{begins}-0{number // 10_000:03d}-{number % 10_000:04d}"


def counted(number: int) -> Word:
    """A number from 1 to 799 as it stands in a name, and how it is said."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    said = (_COUNTED[tens] if tens > 1 else "") + ("じゅう" if tens else "") + _COUNTED[ones]
    written = str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    return written, _HUNDREDS[hundreds] + said
