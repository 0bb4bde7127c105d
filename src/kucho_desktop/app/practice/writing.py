"""Writes the practice book: the district as it is, its past, and the last events one by one."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from kucho_desktop.app.books import create_book
from kucho_desktop.app.practice.around import Around
from kucho_desktop.app.practice.changes import Event
from kucho_desktop.app.practice.families import Families
from kucho_desktop.app.practice.house import House
from kucho_desktop.app.practice.layout import Group, Streets, groups_for
from kucho_desktop.app.practice.names import Names
from kucho_desktop.app.practice.offices import write_offices
from kucho_desktop.app.practice.seeds import Seeds, the_seeds
from kucho_desktop.app.practice.settling import Settlers
from kucho_desktop.app.practice.the_calendar import fill_calendar
from kucho_desktop.app.practice.the_contacts import fill_contacts
from kucho_desktop.app.practice.the_district import Chief, describe, name_chief, rename_group
from kucho_desktop.app.practice.the_letters import write_letters
from kucho_desktop.app.practice.years import Place, SiteYears, told_years
from kucho_desktop.core.book import Book
from kucho_desktop.core.keys import key_file_of
from kucho_desktop.households.store import WholeHousehold, Written, write_many
from kucho_desktop.tonarigumi.store import add_missing_tonarigumi

_TOLD_SINGLY = 120
"""Events that are written by the rooms' own functions, so that the history reads like a chief's."""
_EVENTS_A_YEAR = 0.3
"""Of a household, as they come out on average."""


def write_practice_book(
    path: Path,
    password: str,
    *,
    households: int = 120,
    years: int = 3,
    seed: int = 1,
    today: date | None = None,
) -> None:
    """Make a book with so many households today, and what happened in the years before.

    The same seed and day give the same book. Raises CannotKeep if there is a file already.
    What is broken off, on a full disk say, leaves no file.
    """
    book, _code = create_book(path, password, today=today or date.today(), practice=True)
    try:
        _District(book, the_seeds(), households, years, seed).write()
    except BaseException:
        book.close()
        for left in (path, key_file_of(path)):
            left.unlink(missing_ok=True)
        raise
    book.close()


class _District:
    """Everything up to `cut` is written at once; what happened since is told event by event."""

    def __init__(self, book: Book, seeds: Seeds, count: int, years: int, seed: int) -> None:
        self._book = book
        self._seeds = seeds
        self._count = count
        self._seed = seed
        self._years = years
        self._seed = seed
        self._chance = Random(seed)
        self._start = _years_before(book.today, years)
        told = 365 * _TOLD_SINGLY / (_EVENTS_A_YEAR * max(count, 1))
        self._cut = max(self._start, book.today - timedelta(days=round(told)))
        self._names = Names(self._chance, seeds)
        self._families = Families(self._chance, self._names)
        self._settlers = Settlers(
            self._chance, seeds, self._start, book.today, self._families, self._names
        )
        self._quarter = self._settlers.new_quarter()
        self._written = 0
        self._awaiting: list[tuple[int, House]] = []
        self._events: list[Event] = []
        self._chief: Chief | None = None
        self._newest_group = (-1, 0)

    def write(self) -> None:
        book = self._book
        describe(book, self._seeds, self._start)
        groups, readings = groups_for(self._count, self._chance, self._seeds)
        ids = add_missing_tonarigumi(book, (group.path for group in groups), readings=readings)
        source = self._seeds.district["source_of_roster"].format(
            year=self._cut.year - (self._cut.month < 4)
        )
        known = self._wholes([(group, ids[group.path]) for group in groups])
        written = write_many(book, known, count=self._count, source=source)
        self._take_ids(written)
        if self._chief:
            name_chief(book, self._chief)
        if self._years and len(groups) > 3:
            april = date(book.today.year - (book.today.month < 4), 4, 1)
            rename_group(book, self._newest_group[1], self._seeds, april)
        fill_calendar(book, self._seed)
        for event in sorted(self._events, key=lambda event: event.day):
            event.tell(book)
        Around(book, self._seeds, self._start, self._seed).write()
        write_offices(book, self._seeds, self._seed, self._years)
        fill_contacts(book)
        write_letters(book, self._seed)

    def _wholes(self, groups: list[tuple[Group, int]]) -> Iterator[WholeHousehold]:
        streets = Streets(self._count, self._years, self._chance, self._seeds)
        quarter: tuple[str, ...] = ()
        for group, id_ in groups:
            if group.path[:-1] != quarter:
                quarter, self._quarter = group.path[:-1], self._settlers.new_quarter()
            sites = streets.sites(group.size)
            new = sum(site.kind == "new" for site in sites)
            self._newest_group = max(self._newest_group, (new, id_))
            for order, site in enumerate(sites, start=1):
                place = Place(site, id_, order, group.waste_place, self._quarter)
                yield from self._on_site(place)

    def _on_site(self, place: Place) -> Iterator[WholeHousehold]:
        """The households of a site up to the cut, after its years have gone by."""
        today, cut = self._book.today, self._cut
        years = SiteYears(place, self._settlers, self._families, self._chance, self._start, today)
        wholes: list[WholeHousehold] | None = None
        for first, last in told_years(self._start, today):
            years.plan_year(first, last)
            if wholes is None and cut < last:
                years.pass_until(cut)
                wholes = self._known_by_then(years)
            years.pass_until(last)
        if wholes is None:
            wholes = self._known_by_then(years)
        self._await(years, len(wholes))
        self._look_for_chief(years.house)
        yield from wholes

    def _known_by_then(self, years: SiteYears) -> list[WholeHousehold]:
        years.events.clear()
        cut, today = self._cut.isoformat(), self._book.today
        return [house.whole(today) for house in years.houses if house.since < cut]

    def _await(self, years: SiteYears, known: int) -> None:
        """Remember which of the written households the later events speak of."""
        if years.events:
            self._events += years.events
            self._awaiting += [
                (self._written + place, house) for place, house in enumerate(years.houses[:known])
            ]
        self._written += known

    def _take_ids(self, written: list[Written]) -> None:
        for place, house in self._awaiting:
            house.id = written[place].id
            for person, id_ in zip(house.people, written[place].members, strict=False):
                person.id = id_

    def _look_for_chief(self, house: House) -> None:
        head = house.head
        if self._chief is None and head and house.membership.now == "full":
            values = house.values
            fit = 61 <= head.age(self._book.today) <= 72 and head.is_married
            if fit and house.kind == "old" and head.where == "home":
                phone = values.get("phone") or values.get("mobile", "")
                self._chief = Chief(head.name, head.kana, house.address[1], phone)


def _years_before(day: date, years: int) -> date:
    return date(day.year - years, day.month, 28 if (day.month, day.day) == (2, 29) else day.day)
