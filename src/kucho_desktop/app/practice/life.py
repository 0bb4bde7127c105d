"""The years on one site: what happens to the people who live there, day after day."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from heapq import heappop, heappush
from random import Random

from kucho_desktop.app.practice.changes import (
    Arrives,
    Belongs,
    Change,
    Event,
    Goes,
    Leaves,
    Relates,
    Written,
)
from kucho_desktop.app.practice.families import Families
from kucho_desktop.app.practice.house import House
from kucho_desktop.app.practice.people import Person, parents_of, relation_to
from kucho_desktop.core.i18n import N_

_DIES = (
    (95, 0.3),
    (90, 0.18),
    (85, 0.1),
    (80, 0.055),
    (75, 0.03),
    (65, 0.013),
    (45, 0.004),
    (0, 0.0),
)
"""From an age on, the share of those who die in a year, after the life table in round figures."""

_OF_NO_USE = {
    "circular": "skip",
    "copies": 0,
    "distribution": "none",
    "phone": "",
    "mobile": "",
    "email": "",
    "away_by_day": 0,
    "note": "空き家（親族が管理）",
}
"""What is written down of a house when its last resident has died."""


class Life:
    """Lets the days pass in one house. Every event is kept, oldest first."""

    def __init__(self, chance: Random, families: Families, house: House) -> None:
        self._chance = chance
        self._families = families
        self.house = house
        self.events: list[Event] = []
        self._queue: list[tuple[date, int, Callable[..., None], tuple[Person, ...]]] = []
        self._planned = 0

    # the calendar

    def plan(self, day: date, happening: Callable[..., None], *people: Person) -> None:
        self._planned += 1
        heappush(self._queue, (day, self._planned, happening, people))

    def pass_until(self, day: date) -> None:
        """Let everything planned before this day happen."""
        while self._queue and self._queue[0][0] < day:
            at, _place, happening, people = heappop(self._queue)
            if self.house.is_there:
                happening(at, *people)

    def happen(self, day: date, message: str, *changes: Change, **values: str) -> None:
        for change in changes:
            change.happen(day)
        self.events.append(Event(day, message, values, changes))

    def is_likely(self, share: float) -> bool:
        return self._chance.random() < share

    def some_day(self, first: date, last: date) -> date:
        return first + timedelta(days=self._chance.randrange(max((last - first).days, 1)))

    # a year of a family

    def plan_people(self, first: date, last: date) -> None:
        """Draw what the year from `first` to the day before `last` brings to each."""
        for person in self.house.residents:
            if not person.is_known:
                continue
            age = person.age(last)
            if self.is_likely(next(share for oldest, share in _DIES if age >= oldest)):
                self.plan(self.some_day(first, last), self._dies, person)
            elif age >= 70:
                self._plan_elder(person, age, first, last)
            elif age < 30:
                self._plan_young(person, first, last)
            if 23 <= age < 39 and not person.is_married and self.is_likely(0.075):
                self.plan(self.some_day(first, last), self._marries, person)
            if person.sex == "female" and person.is_married and 23 <= age < 42:
                self._plan_birth(person, age, first, last)
            if 35 <= age < 58 and person.sex == "male" and person.is_married:
                self._plan_work(person, first, last)

    def _plan_elder(self, person: Person, age: int, first: date, last: date) -> None:
        share = 0.07 if age >= 87 else 0.035 if age >= 80 else 0.0
        if person.where == "home" and self.is_likely(share):
            self.plan(self.some_day(first, last), self._goes_into_care, person)
        elif person.where == "home" and self.is_likely(0.04):
            self.plan(self.some_day(first, last), self._goes_to_hospital, person)

    def _plan_young(self, person: Person, first: date, last: date) -> None:
        """School ends in March: at 18 and at 22 the young go, or come home again."""
        for year in {first.year, last.year}:
            april = date(year, 4, 1)
            if not first <= april < last:
                continue
            age = person.age(april)
            if age == 18 and person.where == "home" and self.is_likely(0.6):
                self.plan(april, self._goes_to_study, person)
            elif age == 18 and self.is_likely(0.15):
                self.plan(april, self._goes_to_work, person)
            elif age >= 22 and person.where == "study":
                comes_back = self.is_likely(0.4)
                self.plan(april, self._comes_home if comes_back else self._goes_to_work, person)

    def _plan_birth(self, mother: Person, age: int, first: date, last: date) -> None:
        born = len(mother.children)
        youngest = min((child.age(last) for child in mother.children), default=9)
        share = (0.22, 0.24, 0.08)[born] if born < 3 else 0.0
        if age < 38 and youngest >= 2 and self.is_likely(share):
            self.plan(self.some_day(first, last), self._has_a_child, mother)

    def _plan_work(self, person: Person, first: date, last: date) -> None:
        if person.where == "home" and self.is_likely(0.01):
            self.plan(self.some_day(first, last), self._works_away, person)
        elif person.where == "work" and self.is_likely(0.35):
            self.plan(self.some_day(first, last), self._comes_home, person)

    # what happens to people

    def _dies(self, day: date, person: Person) -> None:
        others = [each for each in self.house.residents if each is not person]
        head = self._next_head(person, others, day)
        if not person.lives_here or (others and head is None):
            return
        person.is_alive = False
        gone = Leaves(person, "逝去", died=True)
        if not others:
            self._last_one_dies(day, person, gone)
        elif head is None or head is self.house.head:
            self.happen(day, N_("{member} has died"), gone, member=person.name)
        else:
            self.happen(
                day,
                N_("{member} has died; {head} is the head now"),
                gone,
                *self.relations(head, others),
                member=person.name,
                head=head.name,
            )

    def _next_head(self, goes: Person, others: list[Person], day: date) -> Person | None:
        """Who answers for the household when somebody goes; None where there is no grown-up."""
        if goes is not self.house.head:
            return self.house.head
        grown = [each for each in others if each.age(day) >= 20 and each.where != "care"]
        children = [each for each in grown if each in goes.children and each.where != "study"]
        eldest = min(children, key=lambda each: each.born, default=None)
        if goes.spouse in grown and (eldest is None or goes.spouse.age(day) < 74):
            return goes.spouse
        return eldest or min(grown, key=lambda each: each.born, default=None)

    @staticmethod
    def relations(head: Person, people: list[Person]) -> Iterator[Relates]:
        """The new head last, after everybody else has a word."""
        for person in people:
            relation = relation_to(head, person)
            if relation != person.relation:
                yield Relates(person, relation)

    def _last_one_dies(self, day: date, person: Person, gone: Leaves) -> None:
        """Nobody lives there any more: the house stays on the list as an empty one."""
        house, name, kana = self.house, f"{person.name} 宅", f"{person.kana} たく"
        self.happen(
            day,
            N_("{member} has died; the house is empty"),
            Belongs(house, "empty"),
            gone,
            Written(house, "head", name),
            Written(house, "kana", kana),
            *(Written(house, field, value) for field, value in _OF_NO_USE.items()),
            member=person.name,
        )

    def _has_a_child(self, day: date, mother: Person) -> None:
        father, head = mother.spouse, self.house.head
        if not mother.lives_here or father is None or head is None or mother.where != "home":
            return
        sex = "male" if self.is_likely(0.51) else "female"
        family = [*self.house.people, *mother.children]
        child = self._families.person(mother.surname, sex, day, family)
        parents_of(child, mother, father)
        arrives = Arrives(self.house, child, relation_to(head, child))
        self.happen(day, N_("{member} is born"), arrives, member=child.name)

    def _marries(self, day: date, person: Person) -> None:
        """A son brings his wife home now and then, a daughter her husband; most move out."""
        if not person.lives_here or person.is_married or person.where != "home":
            return
        stays = self.house.head is person or (
            self.house.kind in ("old", "new") and self.is_likely(0.3)
        )
        head = self.house.head
        if not stays or head is None:
            leaves = Leaves(person, "結婚により転出")
            self.happen(day, N_("{member} leaves"), leaves, member=person.name)
            return
        spouse = self._families.spouse_for(person, day, self.house.people)
        arrives = Arrives(self.house, spouse, relation_to(head, spouse))
        self.happen(day, N_("{member} marries into the house"), arrives, member=spouse.name)

    def _goes_to_study(self, day: date, person: Person) -> None:
        if person.lives_here and person.where == "home":
            self.happen(day, "", Goes(person, "study"))

    def _goes_to_work(self, day: date, person: Person) -> None:
        if person.lives_here and person is not self.house.head:
            leaves = Leaves(person, "就職により転出")
            self.happen(day, N_("{member} leaves"), leaves, member=person.name)

    def _comes_home(self, day: date, person: Person) -> None:
        if person.lives_here and person.where in ("study", "work", "hospital"):
            self.happen(day, "", Goes(person, "home"))

    def _works_away(self, day: date, person: Person) -> None:
        if person.lives_here and person.where == "home":
            self.happen(day, "", Goes(person, "work"))

    def _goes_to_hospital(self, day: date, person: Person) -> None:
        if person.lives_here and person.where == "home":
            self.happen(day, "", Goes(person, "hospital"))
            back = day + timedelta(days=self._chance.randint(12, 90))
            self.plan(back, self._dies if self.is_likely(0.12) else self._comes_home, person)

    def _goes_into_care(self, day: date, person: Person) -> None:
        if not person.lives_here or person.where not in ("home", "hospital"):
            return
        self.happen(day, "", Goes(person, "care"))
        in_home = all(each.where == "care" for each in self.house.residents)
        if in_home and self.house.membership.now == "full" and self.is_likely(0.6):
            self.plan(day + timedelta(days=20), self.pauses)

    def pauses(self, day: date) -> None:
        """休会: the last one is in a home, or the family has reasons of its own."""
        house = self.house
        if house.membership.now != "full":
            return
        in_home = all(person.where == "care" for person in house.residents)
        self.happen(
            day,
            N_("{household} pauses"),
            Belongs(house, "paused"),
            Written(house, "circular", "skip"),
            Written(house, "copies", 0),
            Written(house, "note", "施設入所のため休会" if in_home else "家の都合により休会"),
            household=house.called,
        )
