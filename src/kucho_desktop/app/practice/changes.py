"""What happens in the invented district: to its people, and as the chief writes it in the book."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Protocol

from kucho_desktop.app.practice.house import Answer, House, Item, shown_relation, written_of
from kucho_desktop.app.practice.people import Person
from kucho_desktop.app.practice.timeline import Timeline
from kucho_desktop.core.book import Book
from kucho_desktop.core.i18n import N_
from kucho_desktop.core.periods import OPEN
from kucho_desktop.households.model import Consent, Member
from kucho_desktop.households.store import (
    add_household,
    add_member,
    change_household,
    change_household_from,
    change_member,
    household,
    household_leaves,
    member_leaves,
)


class Change(Protocol):
    """One thing that is different from a day on."""

    def happen(self, day: date) -> None:
        """Let it be so in the invented district."""

    def tell(self, book: Book, day: date) -> None:
        """Write it in the book as a chief does."""


@dataclass(frozen=True, slots=True)
class Event:
    """What belongs together on a day. message: of its step; empty if each change has its own."""

    day: date
    message: str
    values: Mapping[str, str]
    changes: Sequence[Change]

    def tell(self, book: Book) -> None:
        if not self.message:
            for change in self.changes:
                change.tell(book, self.day)
            return
        with book.step(self.message, **self.values):
            for change in self.changes:
                change.tell(book, self.day)


def as_member(person: Person) -> Member:
    relation = shown_relation(person, person.relation or "")
    return Member(
        0,
        position=person.number,
        relation=relation,
        whereabouts=person.where,
        **written_of(person),
    )


@dataclass(slots=True)
class Arrives:
    """Somebody is born into the household, or comes to live there."""

    house: House
    person: Person
    relation: str
    _member: Member = field(init=False)

    def happen(self, day: date) -> None:
        self.person.number = len(self.house.people)
        self.person.relations = Timeline(self.relation, day.isoformat())
        self.house.people.append(self.person)
        self._member = as_member(self.person)

    def tell(self, book: Book, day: date) -> None:
        self.person.id = add_member(book, self.house.id, self._member, day.isoformat())


@dataclass(slots=True)
class Leaves:
    """Somebody lives there no more."""

    person: Person
    note: str = ""
    died: bool = False

    def happen(self, day: date) -> None:
        assert self.person.relations is not None
        self.person.relations.change(None, day.isoformat())
        self.person.note = self.note or self.person.note
        self.person.died = day.isoformat() if self.died else ""

    def tell(self, book: Book, day: date) -> None:
        if self.note:
            change_member(book, self.person.id, "note", self.note)
        member_leaves(book, self.person.id, day, died=self.died)


@dataclass(slots=True)
class Relates:
    """Somebody is called otherwise, because the head is another."""

    person: Person
    relation: str

    def happen(self, day: date) -> None:
        assert self.person.relations is not None
        self.person.relations.change(self.relation, day.isoformat())

    def tell(self, book: Book, day: date) -> None:
        change_member(book, self.person.id, "relation", self.relation, day)


@dataclass(slots=True)
class Goes:
    """Somebody is in a care home, in hospital, away, or at home again."""

    person: Person
    whereabouts: str

    def happen(self, day: date) -> None:
        self.person.whereabouts.change(self.whereabouts, day.isoformat())

    def tell(self, book: Book, day: date) -> None:
        change_member(book, self.person.id, "whereabouts", self.whereabouts, day)


@dataclass(slots=True)
class Belongs:
    """The household is of another class of membership."""

    house: House
    membership: str

    def happen(self, day: date) -> None:
        self.house.membership.change(self.membership, day.isoformat())

    def tell(self, book: Book, day: date) -> None:
        change_household_from(book, self.house.id, "membership", self.membership, day)


@dataclass(slots=True)
class Written:
    """The chief writes something down that is not dated."""

    house: House
    name: str
    value: Any

    def happen(self, day: date) -> None:
        of_house = {"head": "name", "kana": "name_kana"}.get(self.name, self.name)
        self.house.values[of_house] = self.value

    def tell(self, book: Book, day: date) -> None:
        change_household(book, self.house.id, self.name, self.value)


@dataclass(slots=True)
class Known:
    """Somebody of whom only the number was known has filled in the form."""

    person: Person
    _member: Member = field(init=False)

    def happen(self, day: date) -> None:
        self.person.is_known = True
        self._member = as_member(self.person)

    def tell(self, book: Book, day: date) -> None:
        for name in ("name", "kana", "born", "gender", "phone", "work", "relation"):
            change_member(book, self.person.id, name, getattr(self._member, name))


@dataclass(slots=True)
class Answers:
    """The household agrees to something, or does so no more."""

    house: House
    item: Item
    answer: Answer

    def happen(self, day: date) -> None:
        if self.item in self.house.consents:
            self.house.consents[self.item].change(self.answer, day.isoformat())
        else:
            self.house.consents[self.item] = Timeline(self.answer, day.isoformat())

    def tell(self, book: Book, day: date) -> None:
        now = household(book, self.house.id)
        assert now is not None
        at = day.isoformat()
        kept = [c for c in now.consents if (c.item, c.audience) != self.item]
        ended = [
            replace(c, until=at)
            for c in now.consents
            if (c.item, c.audience) == self.item and c.since < at
        ]
        new = _consent(self.house.id, self.item, self.answer, at)
        change_household(book, self.house.id, "consents", (*kept, *ended, new))


def _consent(house_id: int, item: Item, answer: Answer, since: str) -> Consent:
    return Consent(0, house_id, item[0], item[1], answer[0], since, answer[1], OPEN)


@dataclass(slots=True)
class Comes:
    """A household moves in."""

    house: House
    _values: dict[str, Any] = field(init=False)
    _people: list[tuple[Person, Member, str]] = field(init=False)
    _consents: list[tuple[Item, Answer, str]] = field(init=False)
    _membership: str = field(init=False)

    def happen(self, day: date) -> None:
        self._values = dict(self.house.values)
        self._membership = self.house.membership.now or "full"
        self._people = [
            (person, as_member(person), person.relations.changes[0][0])
            for person in self.house.people
            if person.relations
        ]
        self._consents = [
            (item, answer, since)
            for item, answers in self.house.consents.items()
            for answer, since, _until in answers.intervals()
        ]

    def tell(self, book: Book, day: date) -> None:
        house, called = self.house, self._people[0][1].name
        postal_code, address, building = house.address
        with book.step(N_("Add household {household}"), household=called):
            house.id = add_household(
                book,
                "",
                tonarigumi_id=house.group,
                walking_order=house.order,
                membership=self._membership,
                since=house.since,
                postal_code=postal_code,
                address=address,
                building=building,
                **self._values,
            )
            for person, member, since in self._people:
                person.id = add_member(book, house.id, member, since)
            consents = [_consent(house.id, *each) for each in self._consents]
            if consents:
                change_household(book, house.id, "consents", tuple(consents))


@dataclass(slots=True)
class Ends:
    """The household is gone."""

    house: House

    def happen(self, day: date) -> None:
        at = day.isoformat()
        self.house.until = at
        self.house.membership.change(None, at)
        for person in self.house.residents:
            assert person.relations is not None
            person.relations.change(None, at)

    def tell(self, book: Book, day: date) -> None:
        household_leaves(book, self.house.id, day)
