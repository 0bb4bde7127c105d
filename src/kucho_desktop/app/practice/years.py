"""The years on one site: households come and go, join, pause, and hand over to the young."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from kucho_desktop.app.practice.changes import (
    Answers,
    Arrives,
    Belongs,
    Comes,
    Ends,
    Known,
    Written,
)
from kucho_desktop.app.practice.families import Families
from kucho_desktop.app.practice.layout import Site
from kucho_desktop.app.practice.life import Life
from kucho_desktop.app.practice.people import Person, relation_to
from kucho_desktop.app.practice.settling import FAMILY_KINDS, Quarter, Settlers
from kucho_desktop.core.i18n import N_

_MOVES_OUT = {"tenant": 0.15, "abroad": 0.15, "rented": 0.07, "new": 0.006, "old": 0.0}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a site lies: its group, its turn in the round, and what it shares with others."""

    site: Site
    group: int
    order: int
    waste_place: str
    quarter: Quarter


class SiteYears(Life):
    """What happens on one site, one household after the other."""

    def __init__(
        self,
        place: Place,
        settlers: Settlers,
        families: Families,
        chance: Random,
        start: date,
        today: date,
    ) -> None:
        self._place = place
        self._settlers = settlers
        self._writing = settlers.writing
        self._today = today
        site, where = place.site, (place.group, place.order, place.waste_place, place.quarter)
        day = today - timedelta(days=chance.randint(1, max((today - start).days, 1)))
        if site.is_coming:
            super().__init__(chance, families, settlers.settle_anew(site, *where, day))
            self.plan(day, self._comes)
        else:
            super().__init__(chance, families, settlers.settle(site, *where))
        self.houses = [self.house]
        if site.is_going:
            self.plan(day, self._is_torn_down)

    def plan_year(self, first: date, last: date) -> None:
        """Draw what the days from `first` to the day before `last` bring."""
        if self.house.since:
            first = max(first, date.fromisoformat(self.house.since) + timedelta(days=1))
        if first >= last:
            return
        kind, membership = self.house.kind, self.house.membership.now
        if kind in FAMILY_KINDS and self.house.residents:
            self.plan_people(first, last)
            self._plan_household(kind, str(membership), first, last)
        elif membership == "empty" and not self._place.site.is_going and self.is_likely(0.07):
            self.plan(self.some_day(first, last), self._is_sold)

    def _plan_household(self, kind: str, membership: str, first: date, last: date) -> None:
        likely: list[tuple[float, Callable[[date], None]]] = [
            (_MOVES_OUT[kind], self._moves_out),
            (0.05 if membership == "none" else 0.0, self._joins),
            (0.15 if membership == "paused" else 0.0, self._joins_again),
            (self._wish_to_quit(membership), self._quits),
            (0.003 if membership == "full" else 0.0, self.pauses),
            (0.08, self._hands_over),
            (0.012 if kind == "old" else 0.0, self._child_returns),
            (0.03 if self._writing.asks_consent(self.house) else 0.0, self._answers_anew),
            (0.02, self._gives_up_landline),
            (0.02, self._has_another_mobile),
        ]
        for share, happening in likely:
            if self.is_likely(share):
                self.plan(self.some_day(first, last), happening)

    def _wish_to_quit(self, membership: str) -> float:
        old_and_alone = len(self.house.residents) == 1
        return 0.0 if membership != "full" else 0.012 if old_and_alone else 0.002

    # coming and going

    def _moves_out(self, day: date) -> None:
        if any(person.where in ("care", "hospital") for person in self.house.residents):
            return
        self._leave_for_others(day)

    def _is_sold(self, day: date) -> None:
        if self.house.membership.now == "empty":
            self._leave_for_others(day)

    def _leave_for_others(self, day: date) -> None:
        """The next household comes within two months; where that would be to come, none goes."""
        comes = day + timedelta(days=self._chance.randint(3, 55))
        if comes >= self._today:
            return
        self.happen(day, "", Ends(self.house))
        self.settle_anew(comes)

    def _is_torn_down(self, day: date) -> None:
        self.happen(day, "", Ends(self.house))

    def settle_anew(self, day: date) -> None:
        """Another household moves in; what was planned for the last one is forgotten."""
        place = self._place
        self._queue.clear()
        self.house = self._settlers.settle_anew(
            place.site, place.group, place.order, place.waste_place, place.quarter, day
        )
        self.houses.append(self.house)
        self.plan(day, self._comes)

    def _comes(self, day: date) -> None:
        self.happen(day, "", Comes(self.house))

    # belonging

    def _joins(self, day: date) -> None:
        """加入: the form is filled in, and the chief gets to know who lives there."""
        house = self.house
        if house.membership.now != "none":
            return
        changes: list[Known | Belongs | Written] = [Known(person) for person in house.residents]
        before = dict(house.values)
        self._writing.get_known(house)
        filled = {n: v for n, v in house.values.items() if v != before.get(n)}
        membership = "associate" if house.kind in ("tenant", "abroad") else "full"
        changes.append(Belongs(house, membership))
        changes += [Written(house, name, value) for name, value in filled.items()]
        changes.append(Written(house, "recorded_on", day.isoformat()))
        head = house.head
        name = head.name if head else house.called
        self.happen(day, N_("{household} joins"), *changes, household=name)

    def _joins_again(self, day: date) -> None:
        house, head = self.house, self.house.head
        if house.membership.now == "paused" and head and head.where != "care":
            self.happen(day, N_("{household} joins again"), *self._as_member(), household=head.name)

    def _as_member(self) -> Iterator[Belongs | Written]:
        yield Belongs(self.house, "full")
        yield Written(self.house, "circular", "pass")
        yield Written(self.house, "copies", 1)
        yield Written(self.house, "note", "")

    def _quits(self, day: date) -> None:
        """脱会: they stay, and the circular passes by."""
        house = self.house
        if house.membership.now == "full" and house.residents:
            self.happen(
                day,
                N_("{household} leaves the association"),
                Belongs(house, "none"),
                Written(house, "circular", "skip"),
                Written(house, "copies", 0),
                Written(house, "note", "役の負担を理由に脱会"),
                household=house.called,
            )

    # in the house

    def _hands_over(self, day: date) -> None:
        """The old head makes room for a child who lives there."""
        head = self.house.head
        if head is None or head.age(day) < 76:
            return
        fit = [
            child
            for child in self.house.residents
            if child in head.children and child.age(day) >= 35 and child.where == "home"
        ]
        if not fit:
            return
        new = min(fit, key=lambda child: (not child.is_married, child.born))
        changes = list(self.relations(new, self.house.residents))
        message = N_("{head} becomes the head after {member}")
        self.happen(day, message, *changes, head=new.name, member=head.name)

    def _child_returns(self, day: date) -> None:
        """A child who never lived here comes to old parents, with a family or alone."""
        head = self.house.head
        if head is None or head.age(day) < 62:
            return
        known = {id(person) for person in self.house.people}
        away = [c for c in head.children if id(c) not in known and 28 <= c.age(day) <= 58]
        if not away or any(c.lives_here for c in head.children):
            return
        child = self._chance.choice(away)
        child.whereabouts.change("home", day.isoformat())
        family = [child, *self._family_of(child, day)]
        changes = [Arrives(self.house, each, relation_to(head, each)) for each in family]
        self.happen(day, N_("{member} comes back home"), *changes, member=child.name)

    def _family_of(self, child: Person, day: date) -> list[Person]:
        if not child.children and child.spouse is None and self.is_likely(0.6):
            spouse = self._families.spouse_for(child, day, [*self.house.people, child])
            self._families.children_of(child, spouse, day)
        partner = [child.spouse] if child.is_married and child.spouse else []
        young = [each for each in child.children if each.age(day) < 18 and not each.lives_here]
        return [*partner, *young]

    # what is written down

    def _answers_anew(self, day: date) -> None:
        if self._writing.asks_consent(self.house):
            self.happen(day, "", Answers(self.house, *self._writing.answer_anew(self.house)))

    def _gives_up_landline(self, day: date) -> None:
        values = self.house.values
        if values.get("phone") and values.get("mobile"):
            self.happen(day, "", Written(self.house, "phone", ""))

    def _has_another_mobile(self, day: date) -> None:
        if self.house.values.get("mobile"):
            number = self._settlers.another_mobile()
            self.happen(day, "", Written(self.house, "mobile", number))


def told_years(start: date, today: date) -> Iterator[tuple[date, date]]:
    """The years from the first day to today, each with the day after its last."""
    first = start
    while first < today:
        last = min(_year_later(first), today)
        yield first, last
        first = last


def _year_later(day: date) -> date:
    return date(day.year + 1, day.month, min(day.day, 28) if day.month == 2 else day.day)
