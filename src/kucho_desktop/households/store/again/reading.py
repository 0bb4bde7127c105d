"""A table that is read a second time: compare it with the book, do what is wanted as one step."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from kucho_desktop.core import periods
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.exchange.roster import Record
from kucho_desktop.households.model import ADDRESSES, MEMBERSHIP, PLACE, Household
from kucho_desktop.households.model.again.comparison import Changed, Proposal, compared
from kucho_desktop.households.model.again.differences import (
    ANSWER,
    GROUP,
    HOUSEHOLD_FIELDS,
    OF_HOUSEHOLD,
    Difference,
)
from kucho_desktop.households.store.again.dated import keep_dated, last_day
from kucho_desktop.households.store.again.family import change_family
from kucho_desktop.households.store.keeping import household_leaves
from kucho_desktop.households.store.seen import households_on
from kucho_desktop.households.store.taking_in import Tell, take_in
from kucho_desktop.tonarigumi.store import add_missing_tonarigumi, all_tonarigumi

if TYPE_CHECKING:
    from sqlite_utils import Database

_WHOLE: dict[str, Callable[[Household], dict[str, Any]]] = {
    MEMBERSHIP: lambda now: {"membership": now.membership, "reason": ""},
    PLACE: lambda now: {"tonarigumi_id": now.tonarigumi_id, "walking_order": now.walking_order},
    ADDRESSES: lambda now: {
        "postal_code": now.postal_code,
        "address": now.address,
        "building": now.building,
    },
}
_HOUSE = {"head": "name", "kana": "name_kana"}
"""A house in which nobody lives has its name itself."""


def _silent(_done: int, _all: int) -> None:
    """Nobody wants to know how far it is."""


def proposal_for(book: Book, records: Sequence[Record], *, empties: bool = False) -> Proposal:
    """What a table would change in the book as it is today. Keeps nothing.

    empties: whether an empty cell of a filled column empties the book's field.
    """
    paths = {group.id: group.path for group in all_tonarigumi(book)}
    return compared(households_on(book), paths, records, empties=empties)


def read_again(
    book: Book,
    wanted: Proposal,
    leaving: Iterable[Household] = (),
    *,
    source: str = "",
    day: date | None = None,
    tell: Tell = _silent,
) -> None:
    """Do what is wanted of a proposal as one step: new, changed; `leaving` are gone from the day.

    day: from when what is dated holds; None puts it right as it holds today, and whoever is gone
    is so from today. What is unsure is left out.
    """
    gone = list(leaving)
    counts = {"new": len(wanted.new), "changed": len(wanted.changed), "gone": len(gone)}
    message = N_("Take over {source}: {new} new, {changed} changed, {gone} gone")
    with book.step(message, source=source, **counts) as db:
        work = _Work(book, db, day, _groups(book, wanted, day), {})
        todo = len(wanted.changed) + len(gone)
        for done, each in enumerate(wanted.changed):
            tell(done, todo)
            with _explained(each.household):
                work.change(each)
        for done, household in enumerate(gone, start=len(wanted.changed)):
            tell(done, todo)
            with _explained(household):
                household_leaves(book, household.id, last_day(household.since, day, book.today))
        if wanted.new:
            take_in(book, wanted.new, source=source, day=day, tell=tell)


@contextmanager
def _explained(household: Household) -> Iterator[None]:
    """Say which household a refusal is about."""
    try:
        yield
    except NotAllowed as error:
        name = household.head or _("(no name)")
        said = _("{household}: {reason}").format(household=name, reason=error)
        raise NotAllowed(said) from error


def _groups(book: Book, wanted: Proposal, day: date | None) -> Mapping[tuple[str, ...], int]:
    """Path → id of the groups that the changed ones come into, made where they are missing."""
    paths = [
        difference.new
        for each in wanted.changed
        for difference in each.differences
        if difference.what == OF_HOUSEHOLD and difference.name == GROUP
    ]
    since = day.isoformat() if day else periods.ALWAYS
    return add_missing_tonarigumi(book, [*paths, *(each.group for each in wanted.new)], since=since)


@dataclass(frozen=True)
class _Work:
    """What changing a household needs. behind: group → the last place given in it."""

    book: Book
    db: "Database"
    day: date | None
    groups: Mapping[tuple[str, ...], int]
    behind: dict[int | None, int]

    def change(self, changed: Changed) -> None:
        now = changed.household
        own: dict[str, Any] = {}
        dated: dict[str, dict[str, Any]] = {}
        for each in changed.differences:
            if each.what == OF_HOUSEHOLD:
                table = HOUSEHOLD_FIELDS[each.name].dated
                place = dated.setdefault(table, {}) if table else own
                place[_HOUSE.get(each.name, each.name)] = self._value(each)
        if own:
            self.db.table("household").update(now.id, own)
        if GROUP in dated.get(PLACE, {}) and "walking_order" not in dated[PLACE]:
            told = changed.record.values.get("walking_order")
            dated[PLACE]["walking_order"] = told or self._next_place(dated[PLACE][GROUP])
        for table, values in dated.items():
            whole = {**_WHOLE[table](now), **values}
            keep_dated(self.book, self.db, table, {"household_id": now.id}, self.day, whole)
        change_family(self.book, self.db, changed, self.day)
        for each in changed.differences:
            if each.what == ANSWER:
                self._answer(now, each.person)

    def _answer(self, now: Household, row: Mapping[str, Any]) -> None:
        """An answer holds from the day on which it was given."""
        owner = {"household_id": now.id, "item": row["item"], "audience": row["audience"]}
        given = date.fromisoformat(row["since"]) if row.get("since") else self.day
        values = {"answer": row["answer"], "way": row.get("way", ""), "form": row.get("form", "")}
        keep_dated(self.book, self.db, "consent", owner, given or self.book.today, values)

    def _value(self, difference: Difference) -> Any:
        if difference.name == GROUP:
            return self.groups[difference.new]
        return difference.new

    def _next_place(self, group: int) -> int:
        if group not in self.behind:
            found = self.book.tuples(
                f"SELECT max(walking_order) FROM {PLACE} WHERE tonarigumi_id = :group"
                f" AND {periods.on(PLACE)}",
                group=group,
                day=self.book.today.isoformat(),
            )
            self.behind[group] = found[0][0] or 0
        self.behind[group] += 1
        return self.behind[group]
