"""The people of the invented district and how they belong together."""

from dataclasses import dataclass, field
from datetime import date

from kucho_desktop.app.practice.seeds import Word
from kucho_desktop.app.practice.timeline import Timeline
from kucho_desktop.households.model import HEAD

_ORDINALS = ("長", "次", "三", "四", "五", "六", "七", "八")


@dataclass(slots=True, eq=False)
class Person:
    """Somebody, living here or not. told: the birth as it was written down (EDTF, or nothing).

    relations: to the head of the household, with the days of living there; None for somebody
    who never lived there. number: the place among the people of the household.
    is_known: whether the chief knows more than that somebody lives there.
    """

    surname: Word
    given: Word
    sex: str
    born: date
    told: str = ""
    father: "Person | None" = None
    mother: "Person | None" = None
    spouse: "Person | None" = None
    children: "list[Person]" = field(default_factory=list)
    is_alive: bool = True
    died: str = ""
    is_known: bool = True
    relations: "Timeline[str] | None" = None
    whereabouts: "Timeline[str]" = field(default_factory=lambda: Timeline("home"))
    number: int = 0
    phone: str = ""
    note: str = ""
    work: str = ""
    id: int = 0

    @property
    def name(self) -> str:
        return f"{self.surname[0]} {self.given[0]}".strip()

    @property
    def kana(self) -> str:
        return f"{self.surname[1]} {self.given[1]}".strip()

    @property
    def relation(self) -> str | None:
        return self.relations.now if self.relations else None

    @property
    def lives_here(self) -> bool:
        return self.relation is not None

    @property
    def where(self) -> str:
        return self.whereabouts.now or "home"

    @property
    def is_married(self) -> bool:
        return self.spouse is not None and self.spouse.is_alive

    def age(self, day: date) -> int:
        """Full years."""
        before = (day.month, day.day) < (self.born.month, self.born.day)
        return day.year - self.born.year - before


def marry(one: Person, other: Person) -> None:
    one.spouse, other.spouse = other, one


def parents_of(child: Person, one: Person, other: Person | None) -> None:
    """Let a child be the child of both."""
    for parent in (one, other):
        if parent is not None:
            parent.children.append(child)
            if parent.sex == "male":
                child.father = parent
            else:
                child.mother = parent


def relation_to(head: Person, person: Person) -> str:
    """The word of the resident register (続柄), and 同居人 where it has none."""
    if person is head:
        return HEAD
    if person is head.spouse:
        return "妻" if person.sex == "female" else "夫"
    return _down(head, person) or _up(head, person) or _beside(head, person) or "同居人"


def _down(head: Person, person: Person) -> str:
    if person in head.children:
        return _as_child(head, person)
    for child in head.children:
        if person is child.spouse:
            return f"{_as_child(head, child)}の{'妻' if person.sex == 'female' else '夫'}"
        if person in child.children or any(person is each.spouse for each in child.children):
            return "孫" if person in child.children else "孫の配偶者"
        if any(person in grandchild.children for grandchild in child.children):
            return "ひ孫"
    return ""


def _as_child(parent: Person, child: Person) -> str:
    same = sorted((c for c in parent.children if c.sex == child.sex), key=lambda each: each.born)
    place = min(same.index(child), len(_ORDINALS) - 1)
    return f"{_ORDINALS[place]}{'男' if child.sex == 'male' else '女'}"


def _up(head: Person, person: Person) -> str:
    word = {"male": "父", "female": "母"}[person.sex]
    if person in (head.father, head.mother):
        return word
    if head.spouse and person in (head.spouse.father, head.spouse.mother):
        return f"{'妻' if head.spouse.sex == 'female' else '夫'}の{word}"
    for parent in (head.father, head.mother):
        if parent and person in (parent.father, parent.mother):
            return f"祖{word}"
    return ""


def _beside(head: Person, person: Person) -> str:
    for parent in (head.father, head.mother):
        if parent and person in parent.children:
            older = person.born < head.born
            words = {"male": ("弟", "兄"), "female": ("妹", "姉")}
            return words[person.sex][older]
    return ""
