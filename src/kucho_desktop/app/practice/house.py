"""A house of the invented district: who lives there, and what the chief has written down."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kucho_desktop.app.practice.people import Person, relation_to
from kucho_desktop.app.practice.timeline import Timeline
from kucho_desktop.core.periods import ALWAYS
from kucho_desktop.households.model import HEAD
from kucho_desktop.households.store import WholeHousehold, WholeMember

Answer = tuple[str, str]
"""An answer about consent, and the way it was given."""
Item = tuple[str, str]
"""What is agreed to, and the audience that may see it."""


@dataclass(slots=True, eq=False)
class House:
    """A household, or a house in which nobody lives. values: what is not dated, by field name."""

    kind: str
    membership: Timeline[str]
    group: int
    order: int
    address: tuple[str, str, str]
    since: str = ALWAYS
    until: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    consents: dict[Item, Timeline[Answer]] = field(default_factory=dict)
    people: list[Person] = field(default_factory=list)
    id: int = 0

    @property
    def is_there(self) -> bool:
        return not self.until

    @property
    def residents(self) -> list[Person]:
        return [person for person in self.people if person.lives_here]

    @property
    def head(self) -> Person | None:
        return next((person for person in self.people if person.relation == HEAD), None)

    @property
    def called(self) -> str:
        """The name that the history uses."""
        head = self.head
        return head.name if head else str(self.values.get("name", ""))

    def move_in(self, people: Iterable[Person], since: str = ALWAYS) -> None:
        """Let the first people live here from a day on, the head first; children since birth."""
        head: Person | None = None
        for person in people:
            head = head or person
            person.number = len(self.people)
            born = person.born.isoformat()
            young = person is not head and (since or born > "2005") and born > since
            person.relations = Timeline(relation_to(head, person), born if young else since)
            self.people.append(person)

    def whole(self, today: date) -> WholeHousehold:
        """As the book takes it: every interval, and what is not dated as it is now."""
        end = self.until
        return WholeHousehold(
            self.values,
            memberships=[(value, "", *days) for value, *days in self.membership.intervals()],
            places=[(self.group, self.order, *_days(self.since, end))],
            addresses=[(*self.address, *_days(self.since, end))],
            consents=list(self._answers()),
            members=[_whole_member(person, today) for person in self.people],
        )

    def _answers(self) -> Iterator[tuple[str, ...]]:
        for (item, audience), answers in self.consents.items():
            for (answer, way), since, until in answers.intervals():
                yield item, audience, answer, way, since, until


def _days(since: str, until: str) -> tuple[str, str]:
    return since, until or "9999-12-31"


def _whole_member(person: Person, today: date) -> WholeMember:
    assert person.relations is not None
    homes = [
        (shown_relation(person, relation), person.number, since, until)
        for relation, since, until in person.relations.intervals()
    ]
    away = len(person.whereabouts.changes) > 1 or person.where != "home"
    return WholeMember(
        {**written_of(person), "died": person.died},
        homes,
        list(person.whereabouts.intervals()) if away else (),
    )


def shown_relation(person: Person, relation: str) -> str:
    return relation if person.is_known or relation == HEAD else ""


def written_of(person: Person) -> dict[str, Any]:
    """What is written of a person and not dated, by field name; of a stranger the nameplate."""
    if not person.is_known:
        if person.relation != HEAD:
            return {}
        plate = person.surname if person.surname[0] else person.given
        return {"name": plate[0].split()[0], "kana": plate[1].split()[0]}
    return {
        "name": person.name,
        "kana": person.kana,
        "born": person.told,
        "gender": person.sex,
        "phone": person.phone,
        "work": person.work,
        "note": person.note,
    }
