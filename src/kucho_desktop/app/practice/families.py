"""Families as they live in the country: who is there, how old, and how they belong together."""

from collections.abc import Callable, Collection
from datetime import date, timedelta
from random import Random

from kucho_desktop.app.practice.names import Names
from kucho_desktop.app.practice.people import Person, marry, parents_of
from kucho_desktop.app.practice.seeds import Word

Family = tuple[Person, list[Person]]
"""The head, and all who live there in the family's order, the head first."""

_CHILDREN = (
    (65, (5, 14, 55, 26)),
    (45, (10, 20, 50, 20)),
    (30, (12, 26, 48, 14)),
    (0, (45, 38, 17)),
)
"""From an age of the mother on, how often there were none, one, two, three children."""

KINDS: dict[str, dict[str, int]] = {
    "old": {
        "alone": 15,
        "elder_couple": 24,
        "with_grown_child": 13,
        "three_generations": 26,
        "with_children": 9,
        "middle_couple": 7,
        "parent_and_child": 6,
    },
    "new": {
        "with_children": 36,
        "young_couple": 9,
        "elder_couple": 26,
        "middle_couple": 13,
        "alone": 8,
        "one_parent": 5,
        "with_her_mother": 3,
    },
    "rented": {
        "with_children": 40,
        "young_couple": 15,
        "one_parent": 20,
        "elder_couple": 15,
        "alone": 10,
    },
    "tenant": {"single": 48, "young_couple": 22, "with_children": 18, "one_parent": 12},
    "abroad": {"from_abroad": 100},
    "alone": {"alone": 100},
}
"""Kind of house → kind of family → share."""


class Families:
    """Makes the family of a house as it is on a day."""

    def __init__(self, chance: Random, names: Names) -> None:
        self._chance = chance
        self._names = names
        self._day = date.min

    def family(self, kind: str, surname: Word, day: date) -> Family:
        self._day = day
        shares = KINDS[kind]
        drawn = self._chance.choices(list(shares), list(shares.values()))[0]
        make: Callable[[Word], Family] = getattr(self, f"_{drawn}")
        return make(surname)

    # people

    def person(
        self, surname: Word, sex: str, born: date, family: Collection[Person] = ()
    ) -> Person:
        given = self._names.given(sex, born, family)
        return Person(surname, given, sex, born, self._told(born))

    def spouse_for(self, one: Person, day: date, family: Collection[Person]) -> Person:
        """Somebody who takes the name of the house; now and then from abroad."""
        sex = "female" if one.sex == "male" else "male"
        younger = self._chance.gauss(2.0, 3.0) if sex == "female" else self._chance.gauss(-2.0, 3.0)
        born = one.born + timedelta(days=round(max(-4.0, min(9.0, younger)) * 365.25))
        born = min(born, day - timedelta(days=round(20 * 365.25)))
        other = self.person(one.surname, sex, born, family)
        if sex == "female" and 28 < other.age(day) < 60 and self._chance.random() < 0.04:
            other.given = self._names.wife_from_abroad()
        marry(one, other)
        return other

    def _told(self, born: date) -> str:
        """Most write the whole birthday; some the year, a few nothing."""
        drawn = self._chance.random()
        if drawn < 0.84 or born.year > 2005:
            return born.isoformat()
        if drawn < 0.93:
            return str(born.year)
        return f"{born.year}~" if drawn < 0.96 else ""

    def _born(self, age: int) -> date:
        """A birthday of somebody who is so old on the day."""
        days = round(age * 365.25) + self._chance.randint(3, 360)
        return self._day - timedelta(days=days)

    def _between(self, youngest: int, oldest: int) -> int:
        return self._chance.randint(youngest, oldest)

    def _couple(self, surname: Word, age: int) -> tuple[Person, Person]:
        """A husband of this age, his wife and their children, wherever those live now."""
        husband = self.person(surname, "male", self._born(age))
        wife = self.spouse_for(husband, self._day, [husband])
        self._children(husband, wife)
        return husband, wife

    def children_of(self, one: Person, other: Person, day: date) -> None:
        """Give a couple the children that it would have by a day."""
        self._day = day
        self._children(*((one, other) if one.sex == "male" else (other, one)))

    def _children(self, father: Person, mother: Person) -> None:
        age = mother.age(self._day)
        shares = next(shares for oldest, shares in _CHILDREN if age >= oldest)
        at = 23 + min(self._chance.expovariate(1 / 4.0), 14)
        for _child in range(self._chance.choices(range(len(shares)), shares)[0]):
            born = mother.born + timedelta(days=round(at * 365.25))
            if at > 43 or born >= self._day:
                return
            sex = "male" if self._chance.random() < 0.51 else "female"
            family = [father, mother, *father.children]
            parents_of(self.person(father.surname, sex, born, family), father, mother)
            at += self._chance.choice((1.8, 2.2, 2.6, 3.1, 4.2))

    def _at_home(self, parent: Person, most: int = 60) -> list[Person]:
        """The children who still live there; those away to study count."""
        here = []
        for child in parent.children:
            age = child.age(self._day)
            share = 1.0 if age < 18 else 0.8 if age < 22 else 0.4 if age < 30 else 0.13
            if age < most and self._chance.random() < share:
                here.append(child)
                left_school = self._april(child, 18)
                if 18 <= age < 22 and left_school < self._day and self._chance.random() < 0.6:
                    child.whereabouts.change("study", left_school.isoformat())
        return here

    def _april(self, child: Person, age: int) -> date:
        """The first of April after somebody turned so old."""
        year = child.born.year + age
        return date(year + ((child.born.month, child.born.day) > (4, 1)), 4, 1)

    # families

    def _alone(self, surname: Word) -> Family:
        """The one who is left of a couple; the children live elsewhere."""
        husband, wife = self._couple(surname, self._between(66, 92))
        if wife.age(self._day) < 58:
            return husband, [husband, wife]
        left, gone = (wife, husband) if self._chance.random() < 0.7 else (husband, wife)
        gone.is_alive = False
        return left, [left]

    def _elder_couple(self, surname: Word) -> Family:
        husband, wife = self._couple(surname, self._between(64, 86))
        return husband, [husband, wife]

    def _middle_couple(self, surname: Word) -> Family:
        husband, wife = self._couple(surname, self._between(49, 65))
        return husband, [husband, wife, *self._at_home(husband)[:1]]

    def _young_couple(self, surname: Word) -> Family:
        husband, wife = self._couple(surname, self._between(25, 38))
        return husband, [husband, wife, *self._at_home(husband)]

    def _with_children(self, surname: Word) -> Family:
        husband, wife, children = self._couple_with_children(surname, 31, 55)
        return husband, [husband, wife, *children]

    def _couple_with_children(
        self, surname: Word, youngest: int, oldest: int
    ) -> tuple[Person, Person, list[Person]]:
        """A couple, and the children who live with it; one at the least, as far as it goes."""
        for _try in range(12):
            husband, wife = self._couple(surname, self._between(youngest, oldest))
            children = self._at_home(husband)
            if children:
                break
        return husband, wife, children

    def _with_grown_child(self, surname: Word) -> Family:
        husband, wife = self._couple(surname, self._between(60, 83))
        stays = self._heir(husband, 24, 58)
        if stays is None:
            return husband, [husband, wife]
        if husband.age(self._day) > 77 and self._chance.random() < 0.6:
            return stays, [stays, husband, wife]
        return husband, [husband, wife, stays]

    def _heir(self, parent: Person, youngest: int, oldest: int) -> Person | None:
        """The child who stays: the eldest son more often than not."""
        fit = [c for c in parent.children if youngest <= c.age(self._day) <= oldest]
        fit.sort(key=lambda child: (child.sex != "male", child.born))
        if not fit:
            return None
        return fit[0] if self._chance.random() < 0.75 else self._chance.choice(fit)

    def _three_generations(self, surname: Word) -> Family:
        father, mother = self._couple(surname, self._between(66, 90))
        heir = self._heir(father, 34, 64)
        if heir is None:
            return father, [father, mother]
        spouse = self.spouse_for(heir, self._day, [father, mother, *father.children])
        husband, wife = (heir, spouse) if heir.sex == "male" else (spouse, heir)
        self._children(husband, wife)
        elders = [each for each in (father, mother) if self._lives_still(each)]
        young = self._at_home(heir)
        if father in elders and self._chance.random() < 0.8 - 0.05 * (father.age(self._day) - 70):
            return father, [*elders, heir, spouse, *young]
        head = husband if heir.sex == "male" or self._chance.random() < 0.7 else wife
        return head, [head, husband if head is wife else wife, *elders, *young]

    def _lives_still(self, elder: Person) -> bool:
        from_age, each_year = (72, 0.035) if elder.sex == "male" else (80, 0.03)
        elder.is_alive = self._chance.random() > each_year * (elder.age(self._day) - from_age)
        return elder.is_alive

    def _parent_and_child(self, surname: Word) -> Family:
        father, mother = self._couple(surname, self._between(74, 93))
        child = self._heir(father, 42, 68)
        if child is None:
            return father, [father, mother]
        parent, gone = (mother, father) if self._chance.random() < 0.75 else (father, mother)
        gone.is_alive = False
        head, other = (child, parent) if self._chance.random() < 0.65 else (parent, child)
        return head, [head, other]

    def _one_parent(self, surname: Word) -> Family:
        husband, wife, children = self._couple_with_children(surname, 31, 50)
        stays, left = (wife, husband) if self._chance.random() < 0.8 else (husband, wife)
        stays.spouse, left.spouse = None, None
        return stays, [stays, *children]

    def _with_her_mother(self, surname: Word) -> Family:
        """Two names on one door: the wife's mother has moved in."""
        husband, wife, children = self._couple_with_children(surname, 38, 56)
        born = wife.born - timedelta(days=round(self._between(24, 33) * 365.25))
        mother = self.person(self._names.new_surname(), "female", born, [husband, wife])
        parents_of(wife, mother, None)
        return husband, [husband, wife, *children, mother]

    def _single(self, surname: Word) -> Family:
        sex = "male" if self._chance.random() < 0.6 else "female"
        alone = self.person(surname, sex, self._born(self._between(22, 61)))
        return alone, [alone]

    def _from_abroad(self, _surname: Word) -> Family:
        sex, name = self._names.person_from_abroad()
        born = self._born(self._between(22, 52))
        alone = Person(("", ""), name, sex, born, self._told(born))
        return alone, [alone]
