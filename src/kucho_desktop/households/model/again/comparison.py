"""A second reading: what a corrected table changes in the book, household by household."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from kucho_desktop.core.text import fold
from kucho_desktop.exchange.groups import Identity
from kucho_desktop.exchange.roster import Record
from kucho_desktop.households.model.again.answers import of_answers
from kucho_desktop.households.model.again.differences import (
    Difference,
    Spoken,
    of_household,
    spoken_by,
)
from kucho_desktop.households.model.again.families import of_people
from kucho_desktop.households.model.again.likeness import Traits, traits_of, traits_of_household
from kucho_desktop.households.model.again.matching import match
from kucho_desktop.households.model.household import Household

Path = tuple[str, ...]


@dataclass(frozen=True)
class Changed:
    """A household of the book, and what the table says otherwise of it."""

    household: Household
    record: Record
    differences: tuple[Difference, ...]

    def wanted(self) -> "Changed":
        """With what is taken over unless it is refused."""
        return replace(self, differences=tuple(each for each in self.differences if each.is_wanted))


@dataclass(frozen=True)
class Unsure:
    """A household of the table that may be one of these of the book, or a new one."""

    record: Record
    candidates: tuple[Changed, ...]


@dataclass(frozen=True)
class Proposal:
    """What the table would change.

    beside: households of the book that the table does not have, whether gone or only asked about.
    unchanged: how many are the same in both. silent_groups: names of the book's groups that the
    table does not speak of; nothing is said of their households.
    """

    new: tuple[Record, ...] = ()
    changed: tuple[Changed, ...] = ()
    unsure: tuple[Unsure, ...] = ()
    beside: tuple[Household, ...] = ()
    unchanged: int = 0
    silent_groups: tuple[str, ...] = ()

    @cached_property
    def gone(self) -> tuple[Household, ...]:
        """In the book and not in the table; without those that are still asked about."""
        asked = {each.household.id for every in self.unsure for each in every.candidates}
        return tuple(each for each in self.beside if each.id not in asked)

    def decided(self, unsure: Unsure, household_id: int = 0) -> "Proposal":
        """The user said which household it is, or with 0 that it is a new one."""
        left = tuple(each for each in self.unsure if each is not unsure)
        if not household_id:
            return replace(self, new=(*self.new, unsure.record), unsure=left)
        one = next(each for each in unsure.candidates if each.household.id == household_id)
        same = not one.differences
        return replace(
            self,
            unsure=left,
            changed=self.changed if same else (*self.changed, one),
            unchanged=self.unchanged + same,
            beside=tuple(each for each in self.beside if each.id != household_id),
        )

    def wanted(self) -> "Proposal":
        """What is done where nobody is asked: nobody goes, and what is unsure is left out."""
        changed = (each.wanted() for each in self.changed)
        return Proposal(self.new, tuple(each for each in changed if each.differences))


def compared(
    households: Sequence[Household],
    paths: Mapping[int, Path],
    records: Sequence[Record],
    *,
    empties: bool = False,
) -> Proposal:
    """Compare a table with today's households. paths: id of a group → its names, outermost first.

    empties: whether an empty cell of a filled column empties the book's field.
    """
    known = _groups_meant({record.group for record in records}, paths.values())
    told = [replace(record, group=known[record.group]) for record in records]
    compare = _Comparing(households, paths, told, empties)
    found = match(compare.of_records, compare.of_households, compare.says_the_same)
    changed = [compare.changed(place, id_) for place, id_ in sorted(found.pairs.items())]
    unsure = [
        Unsure(told[place], tuple(compare.changed(place, id_) for id_ in ids))
        for place, ids in found.asked.items()
    ]
    new = [
        record
        for place, record in enumerate(told)
        if place not in found.pairs and place not in found.asked
    ]
    there = set(found.pairs.values())
    spoken_of = {record.group for record in told} | {compare.path(id_) for id_ in there}
    silent = _silent(set(map(compare.path, compare.households)) - spoken_of, spoken_of)
    beside = (each for each in households if each.id not in there)
    return Proposal(
        tuple(new),
        tuple(each for each in changed if each.differences),
        tuple(unsure),
        tuple(each for each in beside if compare.path(each.id) not in silent),
        sum(not each.differences for each in changed),
        tuple(" ".join(path) for path in sorted(silent)),
    )


def _silent(others: set[Path], spoken_of: set[Path]) -> set[Path]:
    """A table of one group says nothing of the others; one without groups speaks of all."""
    return others if spoken_of - {()} and others - {()} else set()


class _Comparing:
    """Both sides, and what differs between any two of them."""

    def __init__(
        self,
        households: Sequence[Household],
        paths: Mapping[int, Path],
        records: Sequence[Record],
        empties: bool,
    ) -> None:
        self.households = {each.id: each for each in households}
        self._paths = paths
        self._records = records
        self._spoken = _spoken_by_sheets(records, empties)
        self.of_records: list[Traits] = [
            traits_of(each.values, each.people, each.group) for each in records
        ]
        self.of_households = {
            each.id: traits_of_household(each, self.path(each.id)) for each in households
        }

    def path(self, household_id: int) -> Path:
        return self._paths.get(self.households[household_id].tonarigumi_id or 0, ())

    def changed(self, place: int, household_id: int) -> Changed:
        now, record = self.households[household_id], self._records[place]
        return Changed(now, record, tuple(self._differences(place, household_id)))

    def _differences(self, place: int, household_id: int) -> Iterator[Difference]:
        record, now = self._records[place], self.households[household_id]
        spoken = self._spoken[record.sheet]
        yield from of_household(record, now, self.path(household_id), spoken)
        yield from of_people(record, now, spoken)
        yield from of_answers(record, now)

    def says_the_same(self, place: int, household_id: int) -> bool:
        """The first difference is enough: most of those that are compared are neighbours."""
        return next(self._differences(place, household_id), None) is None


def _spoken_by_sheets(records: Iterable[Record], empties: bool) -> dict[str, Spoken]:
    sheets: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        sheets[record.sheet].append(record)
    return {name: spoken_by(own, empties=empties) for name, own in sheets.items()}


def _groups_meant(told: Iterable[Path], known: Iterable[Path]) -> dict[Path, Path]:
    """The book's own path for each path of the table, however it is spelt; new ones stay.

    A table that leaves out the outer groups means the only group so called.
    """
    paths, wanted = list(known), list(told)
    same = Identity(name for path in (*paths, *wanted) for name in path)
    book = {tuple(fold(same[name]) for name in path): path for path in paths}
    meant: dict[Path, Path] = {}
    for path in wanted:
        key = tuple(fold(same[name]) for name in path)
        ends = [own for each, own in book.items() if key and each[-len(key) :] == key]
        meant[path] = book.get(key) or (ends[0] if len(ends) == 1 else path)
    return meant
