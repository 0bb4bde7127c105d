"""Who held which post in the invented district, whose turn it was, who was let off and why."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from kucho_desktop.app.practice.seeds import Seeds
from kucho_desktop.association.store import fiscal_year, the_association
from kucho_desktop.core.book import Book
from kucho_desktop.core.fiscal_years import FiscalYear
from kucho_desktop.core.i18n import N_
from kucho_desktop.households.model import Household, Member, head_of
from kucho_desktop.households.store import households_on
from kucho_desktop.officers import store
from kucho_desktop.officers.model import READY_POSTS, Candidate, DepartmentTask, Post
from kucho_desktop.officers.model.seats import last_of_term

_YEARS = 5
_OLDEST = 78
_RELIEVED = 84
"""From this age of the head on a house is let off offices."""


def write_offices(book: Book, seeds: Seeds, seed: int, years: int) -> None:
    """Of the years that the district knows, at most five, and of this one."""
    if not households_on(book):
        return
    with book.step(N_("Write down the officers of the years")):
        store.take_over_posts(book, range(len(READY_POSTS)))
        _Offices(book, seeds, Random(f"offices {seed}"), min(years, _YEARS)).write()


class _Offices:
    def __init__(self, book: Book, seeds: Seeds, chance: Random, years: int) -> None:
        self._book = book
        self._said = seeds.posts
        self._chance = chance
        self._years = [fiscal_year(book)]
        for _year in range(years):
            self._years.insert(0, fiscal_year(book, self._years[0].first - timedelta(days=1)))
        self._houses = [each for each in households_on(book) if each.membership == "full"]
        self._fit = [head for house in self._houses if (head := self._officer_of(house))]

    def _officer_of(self, house: Household) -> Member | None:
        head = head_of(house.members)
        age = head.age(self._book.today) if head else None
        fits = head is not None and age is not None and 50 <= age <= _OLDEST
        return head if fits and head and head.whereabouts == "home" else None

    def write(self) -> None:
        posts = store.POSTS.all(self._book)
        board = [post for post in posts if not post.per_group]
        leaders = next(post for post in posts if post.per_group)
        rows = [*self._board(board), *self._leaders(leaders)]
        store.appoint_many(self._book, rows)
        self._exchange()
        self._departments()
        self._allowances(posts)
        self._reliefs()
        self._advice()
        self._nominations()

    def _board(self, posts: Sequence[Post]) -> Iterator[dict[str, Any]]:
        """For a whole term each; the chief of today is the one whose book this is."""
        if not self._fit:
            return
        chief = the_association(self._book).chief
        now = next((each for each in self._fit if each.name == chief), None)
        for post in posts:
            for _place in range(post.number):
                at = 0
                while at < len(self._years):
                    first = self._years[at]
                    last = last_of_term(first.first, post.term, first.last)
                    is_now = last >= self._book.today
                    who = now if post is posts[0] and is_now and now else None
                    yield self._row(post, None, who or self._chance.choice(self._fit), first, last)
                    at += post.term

    def _row(
        self, post: Post, group: int | None, who: Member, first: FiscalYear, last: date
    ) -> dict[str, Any]:
        return {
            "post_id": post.id,
            "tonarigumi_id": group,
            "member_id": who.id,
            "since": first.first.isoformat(),
            "last": last.isoformat(),
            "publicity": self._chance.choice(("", "", "phone", "name")),
        }

    def _leaders(self, post: Post) -> Iterator[dict[str, Any]]:
        """In walking order, from a house that chance has chosen."""
        groups: dict[int, list[Member]] = {}
        for house in self._houses:
            head = self._officer_of(house)
            if house.tonarigumi_id is not None and head is not None:
                groups.setdefault(house.tonarigumi_id, []).append(head)
        for group, heads in groups.items():
            start = self._chance.randrange(len(heads))
            for at, year in enumerate(self._years):
                who = heads[(start + at) % len(heads)]
                yield self._row(post, group, who, year, year.last)

    def _exchange(self) -> None:
        """In the first group two houses take each other's year."""
        groups = store.groups_to_choose(self._book)
        turns = store.rota_of(self._book, groups[0][0]).turns if groups else ()
        coming = [turn for turn in turns if turn.household_id and turn.year > self._years[-1]]
        others = [turn for turn in coming[1:3] if turn.household_id != coming[0].household_id]
        if others:
            one, other = coming[0].year, others[-1].year
            store.exchange_turns(self._book, groups[0][0], one, other, self._said["exchange"])

    def _departments(self) -> None:
        for department in store.DEPARTMENTS.all(self._book):
            said = self._said["departments"].get(department.name)
            if said:
                tasks = tuple(DepartmentTask(0, 0, month, task) for month, task in said["tasks"])
                values = {"work": said["work"], "tasks": tasks}
                store.DEPARTMENTS.change(self._book, department.id, values)

    def _allowances(self, posts: Sequence[Post]) -> None:
        for post in posts:
            said = self._said["posts"].get(post.name)
            if said:
                yen, reported_to = said
                values = {"allowance": yen, "reported_to": reported_to}
                store.POSTS.change(self._book, post.id, values)

    def _reliefs(self) -> None:
        """Old people living alone, at most eight of them."""
        old = [house for house in self._houses if self._is_old(house)][:8]
        first = self._years[0].first.isoformat()
        for at, house in enumerate(old):
            kind, reason, detail = self._said["reliefs"][at % len(self._said["reliefs"])]
            values = {"kind": kind, "household_id": house.id, "reason": reason, "detail": detail}
            decision = {"approver": self._said["approver"], "decided_on": first, "since": first}
            store.RELIEFS.add(self._book, {**values, **decision})

    def _is_old(self, house: Household) -> bool:
        head = head_of(house.members)
        age = head.age(self._book.today) if head else None
        return age is not None and age >= _RELIEVED

    def _advice(self) -> None:
        this = self._years[-1].first.year
        for (about, reached), who in zip(self._said["advisers"], self._fit, strict=False):
            values = {"member_id": who.id, "about": about, "reached": reached}
            store.ADVISERS.add(self._book, values)
        for month, day, theme, host, place in self._said["trainings"]:
            values = {"held_on": date(this, month, day).isoformat(), "theme": theme, "host": host}
            for who in self._fit[:2]:
                store.TRAININGS.add(self._book, {**values, "member_id": who.id, "papers_at": place})

    def _nominations(self) -> None:
        today = self._book.today
        for number, (post, asked_by, class_, days) in enumerate(self._said["nominations"]):
            deadline = today + timedelta(days=days)
            values: dict[str, Any] = {
                "post": post,
                "asked_by": asked_by,
                "class_": class_,
                "deadline": deadline.isoformat(),
            }
            begins = deadline.replace(month=4, day=1, year=deadline.year + 1)
            ends = begins.replace(year=begins.year + 2) - timedelta(days=1)
            values |= {"term_from": begins.isoformat(), "term_to": ends.isoformat()}
            if self._fit:
                values["before"] = self._fit[-1 - number % len(self._fit)].name
            if days < 0 and self._fit:
                who = self._fit[number % len(self._fit)]
                asked = (deadline - timedelta(days=20)).isoformat()
                values["candidates"] = (Candidate(0, 0, who.name, asked, "yes", "", who.id),)
                values["submitted_on"] = (deadline - timedelta(days=3)).isoformat()
            store.NOMINATIONS.add(self._book, values)
