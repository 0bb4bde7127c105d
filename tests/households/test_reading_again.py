"""A second reading: what a corrected table proposes, and that doing it gives the table."""

import random
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.exchange.rosters import make
from tests.exchange.wanted import read_file

from kucho_desktop.app.books import UPKEEP
from kucho_desktop.core.book import Book
from kucho_desktop.exchange.roster import Record
from kucho_desktop.households.model.again.comparison import Proposal
from kucho_desktop.households.model.words import wanted
from kucho_desktop.households.store import (
    household_ids,
    households_on,
    proposal_for,
    read_again,
    take_in,
)
from kucho_desktop.tonarigumi.store import all_tonarigumi

TODAY = date(2026, 11, 20)
SPRING = date(2026, 4, 1)


def records_of(seed: int, folder: Path) -> list[Record]:
    return list(read_file(make(seed, folder).path, wanted(), TODAY).records)


def another_book(folder: Path) -> Book:
    return Book(folder / "other.kucho", bytes(range(32)), upkeep=UPKEEP, today=TODAY)


def as_seen(book: Book) -> list[dict[str, Any]]:
    """Today's households without ids, days and the order of walking and of the family."""
    paths = {group.id: group.path for group in all_tonarigumi(book)}
    seen = []
    for each in households_on(book):
        said = asdict(each) | {"tonarigumi_id": paths.get(each.tonarigumi_id or 0)}
        for name in ("id", "since", "until", "walking_order"):
            said.pop(name)
        for member in said["members"]:
            for name in ("id", "household_id", "position", "since", "until"):
                member.pop(name)
        said["members"] = sorted(map(repr, said["members"]))
        seen.append(said)
    return sorted(seen, key=repr)


# ---- a table that was changed at random ----

MANY = 40


class Hand:
    """Corrects a table as people do, and remembers which household each line was."""

    def __init__(self, chance: random.Random, records: list[Record], ids: list[int]) -> None:
        self.chance = chance
        self.lines: list[tuple[Record, int]] = list(zip(records, ids, strict=True))
        self.groups = sorted({record.group for record in records})
        self.families = any(p.get("name") for r in records for p in r.people[1:])
        self.said = {name for record in records for name in record.values}
        self.told = {name for record in records for p in record.people for name in p}

    def correct(self) -> None:
        ways = [self.rename, self.move, self.drop, self.add, self.call]
        if self.families:
            ways += [self.leave, self.join, self.be_born]
        for _time in range(self.chance.randint(1, 5)):
            self.chance.choice(ways)()

    def _any(self) -> int:
        return self.chance.randrange(len(self.lines))

    def _put(self, at: int, **what: Any) -> None:
        record, id_ = self.lines[at]
        self.lines[at] = (replace(record, **what), id_)

    def rename(self) -> None:
        at = self._any()
        people = [dict(each) for each in self.lines[at][0].people]
        if people and people[0].get("name"):
            parts = people[0]["name"].split()
            people[0]["name"] = "　".join([parts[0], f"新{self.chance.randint(1, 999)}{parts[-1]}"])
            self._put(at, people=tuple(people))

    def call(self) -> None:
        at = self._any()
        if "phone" in self.said:
            phone = f"0263-99-{self.chance.randint(0, 9999):04d}"
            self._put(at, values={**self.lines[at][0].values, "phone": phone})

    def move(self) -> None:
        at = self._any()
        if self.lines[at][0].group:
            self._put(at, group=self.chance.choice([*self.groups, ("新しい組",)]))

    def drop(self) -> None:
        if len(self.lines) > 3:
            del self.lines[self._any()]

    def add(self) -> None:
        number = self.chance.randint(1, 999_999)
        values = {"address": f"新田{number}-7"} if "address" in self.said else {}
        people = ({"name": f"新参{number}　太郎"},)
        like = self.lines[0][0]
        self.lines.append((replace(like, values=values, people=people), 0))

    def leave(self) -> None:
        at = self._any()
        people = list(self.lines[at][0].people)
        if len(people) > 1:
            del people[self.chance.randrange(1, len(people))]
            self._put(at, people=tuple(people))

    def join(self) -> None:
        at = self._any()
        record = self.lines[at][0]
        if record.people:
            new = {"name": f"{record.people[0].get('name', '')[:2]}　赤ん坊", "relation": "孫"}
            if "relation" not in self.told:
                del new["relation"]
            self._put(at, people=(*record.people, new))

    def be_born(self) -> None:
        at = self._any()
        people = [dict(each) for each in self.lines[at][0].people]
        if people and "born" in self.told:
            people[-1]["born"] = f"{self.chance.randint(1930, 2015)}-01-02"
            self._put(at, people=tuple(people))


def decided(proposal: Proposal, lines: list[tuple[Record, int]]) -> Proposal:
    """The user knows which household each line is."""
    told = {(r.row, r.sheet, repr(r.people), repr(r.values)): h for r, h in lines}
    for unsure in proposal.unsure:
        r = unsure.record
        household = told[r.row, r.sheet, repr(r.people), repr(r.values)]
        ids = [each.household.id for each in unsure.candidates]
        proposal = proposal.decided(unsure, household if household in ids else 0)
    return proposal


@pytest.mark.parametrize("seed", range(MANY))
def test_a_changed_table_becomes_the_book_and_is_taken_back(book, tmp_path, seed):
    day = SPRING if seed % 2 else None
    records = records_of(seed, tmp_path)
    take_in(book, records)
    ids = household_ids(book)
    before = as_seen(book)
    hand = Hand(random.Random(seed), records, in_order(book))
    hand.correct()
    proposal = decided(proposal_for(book, [record for record, _id in hand.lines]), hand.lines)
    for each in proposal.changed:
        assert (each.household.id) in {
            id_ for record, id_ in hand.lines if record.people == each.record.people
        }
    read_again(book, proposal, proposal.gone, source="名簿.xlsx", day=day)
    other = another_book(tmp_path)
    take_in(other, [record for record, _id in hand.lines])
    assert as_seen(book) == as_seen(other)
    other.close()
    again = proposal_for(book, [record for record, _id in hand.lines])
    assert [each.differences for each in again.changed] == []
    assert (again.new, again.unsure, again.gone) == ((), (), ())
    if proposal.new or proposal.changed or proposal.gone:
        book.undo()
    assert as_seen(book) == before
    assert household_ids(book) == ids
    assert book.problems() == []


def in_order(book: Book) -> list[int]:
    """Ids in the order in which they were taken in."""
    return sorted(household_ids(book))


@pytest.mark.parametrize("seed", range(MANY))
def test_the_same_table_proposes_nothing(book, tmp_path, seed):
    records = records_of(seed, tmp_path)
    take_in(book, records)
    proposal = proposal_for(book, records)
    assert proposal == Proposal(unchanged=len(records))
