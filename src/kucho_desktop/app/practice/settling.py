"""Who settles on a site: a family with its papers, a shop, or nobody."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from kucho_desktop.app.practice.families import Families
from kucho_desktop.app.practice.house import House
from kucho_desktop.app.practice.layout import Site
from kucho_desktop.app.practice.names import Names
from kucho_desktop.app.practice.people import Person
from kucho_desktop.app.practice.seeds import Seeds, Word
from kucho_desktop.app.practice.timeline import Timeline
from kucho_desktop.app.practice.writing_down import EVERY, WritingDown
from kucho_desktop.core.periods import ALWAYS

FAMILY_KINDS = frozenset({"old", "new", "rented", "tenant", "abroad"})
_NEWCOMERS = {
    "tenant": {"associate": 45, "none": 45, "full": 10},
    "abroad": {"associate": 75, "none": 25},
    "rented": {"full": 60, "none": 25, "associate": 15},
    "new": {"full": 86, "none": 14},
}
"""Kind of house → what a household that moves in becomes."""
_CAME_YEARS_AGO = {"rented": 6.0, "tenant": 3.5, "abroad": 3.0}


@dataclass(slots=True)
class Quarter:
    """What the houses of a quarter share: a few surnames, and names that are taken."""

    surnames: list[Word]
    house_names: list[str]
    heads: dict[str, list[Person]] = field(default_factory=dict)


class Settlers:
    """Settles a site as it is in the beginning, or anew when it is free."""

    def __init__(
        self,
        chance: Random,
        seeds: Seeds,
        start: date,
        today: date,
        families: Families,
        names: Names,
    ) -> None:
        self._chance = chance
        self._seeds = seeds
        self._start = start
        self._families = families
        self._names = names
        self.writing = WritingDown(chance, names, seeds, start, today)
        self._numbers = 0
        self._landlord = ""
        self._heads: set[str] = set()
        self._has_namesakes = False

    def new_quarter(self) -> Quarter:
        names = list(self._seeds.district["house_names"])
        prefixes = self._seeds.district["house_name_prefixes"]
        further = [prefix + name for prefix in prefixes[1:] for name in names[:12]]
        self._chance.shuffle(names)
        return Quarter(self._names.group_surnames(), [*further, *names])

    def settle(self, site: Site, group: int, order: int, waste: str, quarter: Quarter) -> House:
        """As it is on the first day that is told of."""
        house = self._house(site, group, order, site.membership, self._came(site.kind))
        house.values["waste_place"] = waste
        if site.kind in FAMILY_KINDS:
            self._move_in(house, site, quarter, self._start)
            if site.membership == "paused":
                self._is_paused(house)
            return house
        make: dict[str, Callable[[House, Site], None]] = {
            "apartment": self._apartment_house,
            "shop": self._shop,
            "abandoned": self._abandoned,
            "holiday": self._holiday_house,
        }
        make[site.kind](house, site)
        return house

    def settle_anew(
        self, site: Site, group: int, order: int, waste: str, quarter: Quarter, day: date
    ) -> House:
        """A family that moves in on the day."""
        kind = site.kind if site.kind in _NEWCOMERS else "new"
        shares = _NEWCOMERS[kind]
        membership = self._chance.choices(list(shares), list(shares.values()))[0]
        house = self._house(site, group, order, membership, day.isoformat())
        house.kind = kind
        house.values["waste_place"] = waste
        self._move_in(house, site, quarter, day)
        return house

    def another_mobile(self) -> str:
        return self._names.mobile()

    def _house(self, site: Site, group: int, order: int, membership: str, since: str) -> House:
        self._numbers += 1
        building = f"{site.building[0]}{site.room}" if site.room else ""
        address = (self._seeds.district["postal_code"], site.address, building)
        house = House(site.kind, Timeline(membership, since), group, order, address, since)
        house.values["number"] = str(self._numbers)
        return house

    def _came(self, kind: str) -> str:
        """From when they are there; old houses since always."""
        if kind == "new":
            months = self._chance.randint(4, 520)
        elif kind in _CAME_YEARS_AGO:
            months = 1 + round(min(self._chance.expovariate(1 / _CAME_YEARS_AGO[kind]), 25) * 12)
        else:
            return ALWAYS
        return (self._start - timedelta(days=round(months * 30.44))).isoformat()

    def _move_in(self, house: House, site: Site, quarter: Quarter, day: date) -> None:
        old = house.kind == "old" and not house.since
        paused = site.membership == "paused" and old
        draw = self._names.local_surname if paused else self._names.old_surname
        surname = draw(quarter.surnames) if old else self._names.new_surname()
        head, people = self._families.family("alone" if paused else house.kind, surname, day)
        if house.since:
            self._not_before_grown_up(house, people, day)
        self._unlike_others(head, people)
        if old:
            self._house_name(house, head, people, quarter)
        self._heads.add(head.name)
        house.move_in(people, house.since)
        if not paused and day == self._start and house.membership.now != "none":
            self._some_are_away(people, day)
        self.writing.write(house)
        if site.room:
            house.values["landlord"] = self._landlord or self._agency()
        elif house.kind == "rented":
            house.values["landlord"] = self._agency()

    def _unlike_others(self, head: Person, people: Sequence[Person]) -> None:
        """Try for a name that no other head has."""
        for _try in range(3):
            if head.name not in self._heads:
                return
            if head.surname[0]:
                head.given = self._names.given(head.sex, head.born, [*people, *head.children])
            else:
                head.sex, head.given = self._names.person_from_abroad()

    def _not_before_grown_up(self, house: House, people: list[Person], day: date) -> None:
        """Nobody rents a house before 20, or builds one before 26 and some years."""
        head = people[0]
        years = 20.0 if house.kind != "new" else 26 + self._chance.random() * 9
        grown = [head.born + timedelta(days=round(years * 365.25))]
        grown += [head.spouse.born + timedelta(days=7330)] if head.spouse in people[:2] else []
        soon = day - timedelta(days=self._chance.randint(1, 40))
        earliest = min(max(grown), soon).isoformat()
        if house.since < earliest and day == self._start:
            house.since = earliest
            house.membership = Timeline(house.membership.now or "full", house.since)

    def _house_name(
        self, house: House, head: Person, family: Iterable[Person], quarter: Quarter
    ) -> None:
        """屋号: of most old houses, and always where two heads have the same name."""
        alike = quarter.heads.setdefault(head.surname[0], [])
        used = {person.given for person in family if person is not head}
        twin = next((p for p in alike if self._may_share(head, p) and p.given not in used), None)
        if twin and (not self._has_namesakes or self._chance.random() < 0.3):
            self._has_namesakes = True
            head.given = twin.given
            alike.remove(twin)
        elif self._chance.random() > 0.72:
            return
        if quarter.house_names:
            house.values["yago"] = quarter.house_names.pop()
            if head.name not in self._heads:
                alike.append(head)

    @staticmethod
    def _may_share(one: Person, other: Person) -> bool:
        years = abs(one.born.year - other.born.year)
        return one.sex == other.sex and years < 22

    def _some_are_away(self, people: Sequence[Person], day: date) -> None:
        """Some of the oldest are in a home, a few in the middle of life away for work."""
        for person in people:
            age, drawn = person.age(day), self._chance.random()
            since = (day - timedelta(days=self._chance.randint(20, 900))).isoformat()
            if age >= 82 and drawn < 0.14 and len(people) > 1 and person is not people[0]:
                person.whereabouts.change("care", since)
            elif 35 <= age < 58 and person.sex == "male" and person.is_married and drawn < 0.025:
                person.whereabouts.change("work", since)

    def _is_paused(self, house: House) -> None:
        """The last one of an old house is in a home."""
        head = house.head
        assert head is not None
        day = (self._start - timedelta(days=self._chance.randint(60, 700))).isoformat()
        head.whereabouts.change("care", day)
        house.membership = Timeline("full")
        house.membership.change("paused", day)

    # houses without a family

    def _agency(self) -> str:
        return str(self._chance.choice(self._seeds.district["agencies"]))

    def _apartment_house(self, house: House, site: Site) -> None:
        name, kana = site.building
        self._landlord = self._agency()
        house.values |= {
            "name": name,
            "name_kana": kana,
            "landlord": self._landlord,
            "phone": self._names.landline(),
            "circular": "apart",
            "copies": site.flats,
            "note": f"{site.flats}戸。回覧は管理会社の掲示板へ",
        }

    def _shop(self, house: House, site: Site) -> None:
        person = self._names.given("male", self._start - timedelta(days=365 * 55))
        surname, kana = self._names.new_surname()
        if site.membership == "supporter":
            word, said = self._chance.choice(self._seeds.words("shops"))
            name, reading = f"{surname}{word}", f"{kana}{said}"
        else:
            name, reading = self._chance.choice(self._seeds.words("offices"))
        house.values |= {
            "name": name,
            "name_kana": reading,
            "phone": self._names.landline(),
            "fax": self._names.landline(),
            "circular": "apart",
            "note": f"代表 {surname} {person[0]}",
        }
        if site.membership == "supporter":
            for item in ("name", "address", "phone"):
                asked = (self._start - timedelta(days=self._chance.randint(30, 300))).isoformat()
                house.consents[(item, EVERY)] = Timeline(("yes", "word"), asked)

    def _nobody(self, house: House, surname: Word, ending: Word, note: str) -> None:
        given = self._names.given("male", self._start - timedelta(days=365 * 78))
        house.values |= {
            "name": f"{surname[0]} {given[0]}{ending[0]}",
            "name_kana": f"{surname[1]} {given[1]}{ending[1]}",
            "circular": "skip",
            "copies": 0,
            "note": note,
        }

    def _abandoned(self, house: House, site: Site) -> None:
        surname = self._names.local_surname(self._names.group_surnames())
        note = self._chance.choice(self._seeds.district["notes_on_empty"])
        self._nobody(house, surname, (" 宅", " たく"), note)
        house.values |= {"distribution": "none", "lot": site.address.rpartition("豊科")[2]}

    def _holiday_house(self, house: House, _site: Site) -> None:
        home = self._chance.choice(self._seeds.district["owners_from"])
        note = f"別荘（ご自宅は{home}）。お盆と正月に滞在"
        self._nobody(house, self._names.new_surname(), ("", ""), note)
        house.values |= {
            "dwelling": "villa",
            "distribution": "mail",
            "mobile": self._names.mobile(),
        }
