"""What stands around the invented households: ties, talks, a round that goes on, some pictures."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random

from kucho_desktop.app.practice.drawn import a_house, a_sheet
from kucho_desktop.app.practice.seeds import Seeds
from kucho_desktop.app.practice.tied import Tied
from kucho_desktop.core.attachments import attach
from kucho_desktop.core.book import Book
from kucho_desktop.core.i18n import N_
from kucho_desktop.core.pictures import tidy_picture
from kucho_desktop.households.model import Household
from kucho_desktop.households.model.rounds.round import (
    LISTS,
    REFUSED,
    RETURNED,
    SHEETS,
    Round,
    asked_memberships,
)
from kucho_desktop.households.model.ties.talks import Talk
from kucho_desktop.households.store import households_on
from kucho_desktop.households.store.around import Back, write_round, write_talks, write_ties

_OWN = 7_919
"""Drawn apart, so that the households of a seed are the same without all this."""
_BEGAN, _RETURN_BY = 17, 24
"""Days: the round of this autumn began so long ago, and is to be back so long after it began."""
_NAMES = {SHEETS: "令和{year}年度 世帯票", LISTS: "令和{year}年度 名簿直し"}
_BEFORE_REIWA = 2018


class Around:
    """Reads the book as it is today, and writes around it what a chief would have there."""

    def __init__(self, book: Book, seeds: Seeds, start: date, seed: int) -> None:
        self._book = book
        self._seeds = seeds
        self._start = start
        self._chance = Random(seed + _OWN)
        self._households = households_on(book)

    def write(self) -> None:
        """All of it as one step: what happened to people stays in sight in the history."""
        with self._book.step(N_("Write down ties, talks and rounds")):
            self._write()

    def _write(self) -> None:
        tied = Tied(self._chance, self._seeds, self._start, self._book.today)
        ties = tied.of_all(self._households)
        if ties:
            write_ties(self._book, ties)
        talks = [talk for each in self._households for talk in self._talks(each)]
        if talks:
            write_talks(self._book, talks)
        self._rounds()
        self._pictures()

    # those who have not joined

    def _talks(self, household: Household) -> Iterator[Talk]:
        """A visit a year at most, the newest with what shall be done next."""
        if household.membership != "none" or self._chance.random() < 0.3:
            return
        today = self._book.today
        first = max(self._start, _day(household.since))
        day = first + timedelta(days=self._chance.randint(10, 200))
        while day < today:
            said, step = self._chance.choice(self._seeds.district["talks"])
            way = self._chance.choices(("visit", "met", "phone", "letter"), (6, 3, 1, 2))[0]
            after = day + timedelta(days=self._chance.randint(200, 400))
            is_last = after >= today
            due = today + timedelta(days=self._chance.randint(-9, 40)) if step and is_last else None
            yield Talk(
                0,
                household.id,
                day.isoformat(),
                way,
                said,
                step,
                due.isoformat() if due else "",
                int(bool(step) and not is_last),
            )
            day = after

    # the rounds

    def _rounds(self) -> None:
        """The sheets of last autumn, the lists of the last April, and the sheets of now."""
        today = self._book.today
        april = date(today.year - (today < date(today.year, 5, 9)), 4, 5)
        for kind, began in ((SHEETS, date(april.year - 1, 11, 3)), (LISTS, april)):
            if began > self._start:
                self._round(kind, began, closed=True)
        self._round(SHEETS, today - timedelta(days=_BEGAN), closed=False)

    def _round(self, kind: str, began: date, *, closed: bool) -> None:
        if began >= self._book.today or not self._households:
            return
        by = began + timedelta(days=_RETURN_BY)
        done = (by + timedelta(days=6)).isoformat() if closed else ""
        if done > self._book.today.isoformat():
            return
        name = _NAMES[kind].format(year=began.year - (began.month < 4) - _BEFORE_REIWA)
        of = Round(0, kind, name, began.isoformat(), by.isoformat(), done)
        write_round(self._book, of, list(self._back(kind, began, closed=closed)))

    def _back(self, kind: str, began: date, *, closed: bool) -> Iterator[Back]:
        """Group by group: the leaders hand in what they have gathered."""
        asked = asked_memberships(kind)
        shares: dict[int | None, float] = {}
        for each in self._households:
            if each.membership not in asked or _day(each.since) > began:
                continue
            group = each.tonarigumi_id
            if group not in shares:
                usual = (0.97, 1.0) if closed else self._chance.choice(((0, 0), (0.5, 0.9), (1, 1)))
                shares[group] = self._chance.uniform(*usual)
            if self._chance.random() < shares[group]:
                day = began + timedelta(days=self._chance.randint(3, _BEGAN - 1))
                refused = kind == SHEETS and self._chance.random() < 0.015
                yield Back(each.id, day.isoformat(), REFUSED if refused else RETURNED)

    # pictures

    def _pictures(self) -> None:
        """The sheet that came back of one household, and a photo of an empty house."""
        for household, content, title in self._pictured():
            picture = tidy_picture(content)
            whose = household.head or household.address
            day = (self._book.today - timedelta(days=40)).isoformat()
            attach(
                self._book,
                picture,
                title=title,
                whose=whose,
                taken_on=day,
                household_id=household.id,
            )

    def _pictured(self) -> Sequence[tuple[Household, bytes, str]]:
        there = (each for each in self._households if each.membership == "full" and not each.since)
        members = list(there)[:1]
        empty = [each for each in self._households if each.membership == "empty"][:1]
        return [
            *((each, a_sheet(self._chance), "去年の世帯票") for each in members),
            *((each, a_house(self._chance), "道から見た家") for each in empty),
        ]


def _day(iso: str) -> date:
    return date.fromisoformat(iso) if iso else date.min
