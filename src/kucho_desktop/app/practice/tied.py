"""Whom the invented households are tied to: relatives elsewhere, owners, landlords, neighbours."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from random import Random

from kucho_desktop.app.practice.names import Names
from kucho_desktop.app.practice.seeds import Seeds, Word
from kucho_desktop.core.periods import OPEN
from kucho_desktop.households.model import Household
from kucho_desktop.households.model.ties.ties import Tie

_OLD = 75
_NEAR = 4
"""So many of the places where relatives live are a short way off."""
_RELATIVES = {"male": ("長男", "次男", "甥", "弟"), "female": ("長女", "次女", "姪", "妹")}
_GENERATION = 18
"""Years by which a parent is older at least."""


class Tied:
    """Draws the ties of households as they are today; what has ended is told, too."""

    def __init__(self, chance: Random, seeds: Seeds, start: date, today: date) -> None:
        self._chance = chance
        self._names = Names(chance, seeds)
        self._said = seeds.district
        self._start = start
        self._today = today
        self._agencies: dict[str, str] = {}

    def of_all(self, households: Sequence[Household]) -> list[Tie]:
        ties = [*self._in_buildings(households), *self._families(households)]
        for each in households:
            ties += self._of_house(each)
        return ties

    # houses and rooms

    def _in_buildings(self, households: Sequence[Household]) -> Iterator[Tie]:
        """A room knows its building, the building who lets it and who looks after it."""
        buildings = [each for each in households if each.membership == "apartment"]
        owners = [each for each in households if each.membership == "full" and not each.since]
        for house in buildings:
            since = self._since(house)
            yield self._agency(house, since)
            if owners and self._chance.random() < 0.5:
                owner = self._chance.choice(owners)
                yield Tie(0, house.id, "landlord", owner.id, since=since)
            else:
                yield self._relative(house, "landlord", self._names.new_surname(), "")
        at = {house.address: house for house in buildings}
        for each in households:
            found = at.get(each.address) if each.building else None
            if found is not None and each.building.startswith(found.head):
                yield Tie(0, each.id, "building", found.id, since=max(each.since, found.since))

    def _of_house(self, household: Household) -> Iterator[Tie]:
        """One of a kind at most for each."""
        surname = _surname(household)
        if household.membership == "empty":
            yield self._relative(household, "owner", surname, "相続人")
            yield self._relative(
                household, "keeper", surname, "月に一度、風を通しに来る", near=True
            )
        elif household.membership == "villa":
            yield self._relative(household, "owner", surname, "")
        elif household.dwelling == "rent" and household.landlord:
            since = self._since(household)
            yield self._agency(household, since)
        elif self._is_old_and_alone(household) and self._chance.random() < 0.7:
            yield from self._whom_to_call(household, surname)

    def _whom_to_call(self, household: Household, surname: Word) -> Iterator[Tie]:
        """A child who lives elsewhere; now and then another one before, or one who pays, too."""
        now = self._relative(household, "contact", surname)
        if now.since > self._start.isoformat() and self._chance.random() < 0.25:
            before = self._relative(household, "contact", surname)
            earlier = max(before.since, household.since)
            if earlier < now.since:
                yield _until(before, earlier, now.since)
        yield now
        if self._chance.random() < 0.2:
            yield Tie(
                0,
                household.id,
                "payer",
                name=now.name,
                kana=now.kana,
                phone=now.phone,
                address=now.address,
                note="区費は口座から",
                since=now.since,
            )

    def _is_old_and_alone(self, household: Household) -> bool:
        ages = [member.age(self._today) for member in household.members]
        is_member = household.membership in ("full", "paused")
        return is_member and 0 < len(ages) <= 2 and all((age or 0) >= _OLD for age in ages)

    # families on two plots

    def _families(self, households: Sequence[Household]) -> Iterator[Tie]:
        """Neighbours of one name, a generation apart: parents and a child beside them."""
        by_name: dict[tuple[int | None, str], list[Household]] = defaultdict(list)
        for each in households:
            if each.membership == "full" and each.members and " " in each.head:
                by_name[each.tonarigumi_id, each.head.split()[0]].append(each)
        for family in by_name.values():
            family.sort(key=self._age, reverse=True)
            for older, younger in pairwise(family):
                apart = self._age(older) - self._age(younger)
                near = abs(older.walking_order - younger.walking_order) <= 2
                if apart < _GENERATION or self._chance.random() < 0.4:
                    continue
                since = max(self._since(younger), older.since)
                yield Tie(0, younger.id, "parent", older.id, since=since)
                if near and self._chance.random() < 0.5:
                    yield Tie(0, younger.id, "same_plot", older.id, since=since)

    def _age(self, household: Household) -> int:
        return household.members[0].age(self._today) or 0

    # somebody outside

    def _relative(
        self,
        household: Household,
        kind: str,
        surname: Word,
        note: str | None = None,
        *,
        near: bool = False,
    ) -> Tie:
        """note: what he is to the household, unless something else is said."""
        sex = self._chance.choice(("male", "female"))
        born = date(self._chance.randint(1958, 1985), 5, 1)
        given = self._names.given(sex, born)
        name = (f"{surname[0]} {given[0]}", f"{surname[1]} {given[1]}".strip())
        places = self._said["relatives_live_in"]
        place = self._chance.choice(places[:_NEAR] if near else places)
        if note is None:
            note = self._chance.choice(_RELATIVES[sex])
        where = f"{place}{self._chance.randint(1, 4)}-{self._chance.randint(1, 30)}"
        since = self._since(household)
        return self._outside(household, kind, name, since, self._names.mobile(), where, note)

    def _agency(self, household: Household, since: str) -> Tie:
        """One number for each."""
        name = household.landlord
        if name not in self._agencies:
            self._agencies[name] = self._names.landline()
        return self._outside(household, "manager", (name, ""), since, self._agencies[name])

    def _outside(
        self,
        household: Household,
        kind: str,
        name: Word,
        since: str,
        phone: str,
        address: str = "",
        note: str = "",
    ) -> Tie:
        return Tie(0, household.id, kind, None, *name, phone, address, note, since)

    def _since(self, household: Household) -> str:
        """A day of the years that are told, on which the household was there already."""
        days = max((self._today - self._start).days, 1)
        day = self._start + timedelta(days=self._chance.randrange(days))
        return max(day.isoformat(), household.since)


def _until(tie: Tie, since: str, until: str) -> Tie:
    return Tie(
        0, tie.household_id, tie.tie, None, tie.name, tie.kana, tie.phone, tie.address, tie.note,
        since, min(until, OPEN),
    )  # fmt: skip


def _surname(household: Household) -> Word:
    """Of a house in which nobody lives its name is 「丸山 宅」 or a surname alone."""
    name = household.head.replace("　", " ").split(" ")[0]
    kana = household.kana.replace("　", " ").split(" ")[0]
    return name, kana
