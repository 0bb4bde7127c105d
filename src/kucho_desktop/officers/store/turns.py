"""隣組長輪番 in the book: who was, what is fixed by hand, and whose turn is reckoned to come."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from kucho_desktop.association.store import fiscal_year, year_starts
from kucho_desktop.core import periods
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.fiscal_years import FiscalYear, years_between
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.core.rows import change_row
from kucho_desktop.households.model import HOME, MEMBERSHIP, PLACE, Household
from kucho_desktop.households.store import households_on, sizes_of_groups
from kucho_desktop.officers.model import OFFICE, Post
from kucho_desktop.officers.model.reliefs import REASONS
from kucho_desktop.officers.model.turns import (
    Fixed,
    Freed,
    House,
    Place,
    Served,
    Turn,
    reckoned,
)
from kucho_desktop.officers.store.kept import day_after
from kucho_desktop.officers.store.people import names_of
from kucho_desktop.officers.store.shelves import APPOINTMENTS, POSTS, RELIEFS
from kucho_desktop.tonarigumi.store import all_tonarigumi, tonarigumi_named

PAST, COMING = 5, 5
"""Years before this one, and after it."""
_TAKES_TURNS = frozenset({"full", "associate", "paused"})
TURN = "turn"


@dataclass(frozen=True)
class Rota:
    """The turns of a group, oldest first; houses: those that take turns, in walking order."""

    group_id: int
    group: str
    turns: tuple[Turn, ...]
    houses: tuple[House, ...]

    @property
    def has_houses(self) -> bool:
        return bool(self.houses)


def leader_post(book: Book) -> Post | None:
    """The post that goes round in each group: the first that there is one of in each."""
    day = book.today.isoformat()
    there = [each for each in POSTS.all(book) if each.since <= day < day_after(each.last)]
    return next((each for each in there if each.per_group), None)


def years_of_rota(book: Book) -> list[FiscalYear]:
    """The past five, this one, and the next five."""
    first = last = fiscal_year(book)
    for _year in range(PAST):
        first = fiscal_year(book, first.first - timedelta(days=1))
    for _year in range(COMING):
        last = fiscal_year(book, last.last + timedelta(days=1))
    return years_between(first.first, last.first, year_starts(book))


def rotas(book: Book, groups: Sequence[int] | None = None) -> list[Rota]:
    """Of these groups, or of all that there are, in district order."""
    named = tonarigumi_named(book)
    wanted = list(named) if groups is None else [id_ for id_ in groups if id_ in named]
    living: dict[int | None, list[Household]] = {}
    for each in households_on(book, inside=None if groups is None else wanted):
        living.setdefault(each.tonarigumi_id, []).append(each)
    joined, years = _joined(book), years_of_rota(book)
    served, freed = _served(book, years), list(_freed(book))
    fixed, places = _fixed(book), _places(book)
    made = []
    for id_ in wanted:
        houses = tuple(_house(each, joined) for each in living.get(id_, ()) if _takes_turns(each))
        turns = reckoned(
            houses,
            years,
            book.today,
            served=served.get(id_, {}),
            fixed=fixed.get(id_, ()),
            freed=freed,
            places=places.get(id_, {}),
        )
        made.append(Rota(id_, named[id_], tuple(_named(book, turns)), houses))
    return made


def groups_to_choose(book: Book) -> list[tuple[int, str]]:
    """Those in which households live, and those that hold no other groups."""
    every = all_tonarigumi(book)
    outer = {each.parent_id for each in every}
    sizes = sizes_of_groups(book)
    return [
        (each.id, each.full_name) for each in every if sizes.get(each.id) or each.id not in outer
    ]


def rota_of(book: Book, group: int) -> Rota:
    found = rotas(book, [group])
    if not found:
        raise NotAllowed(_("This group is no longer there. Nothing was changed."))
    return found[0]


def next_turn(rota: Rota, today: date) -> Turn | None:
    """Of the year after this one: 「次は誰か」."""
    return next((each for each in rota.turns if each.year.first > today), None)


def _takes_turns(household: Household) -> bool:
    return household.membership in _TAKES_TURNS and bool(household.members or household.head)


def _house(household: Household, joined: dict[int, str]) -> House:
    return House(
        household.id,
        household.head or household.address,
        household.walking_order or 999_999,
        joined.get(household.id, periods.ALWAYS),
        household.until,
        household.membership == "paused",
    )


def _joined(book: Book) -> dict[int, str]:
    """Since when a household has been here, whatever class it was in."""
    return dict(
        book.tuples(f"SELECT household_id, min(since) FROM {MEMBERSHIP} GROUP BY household_id")
    )


def _freed(book: Book) -> Iterator[Freed]:
    for each in RELIEFS.all(book):
        if each.kind == OFFICE and each.household_id is not None:
            reason = REASONS.show(each.reason) if each.reason else ""
            yield Freed(each.household_id, each.since, day_after(each.last), reason)


def _fixed(book: Book) -> dict[int, list[Fixed]]:
    found: dict[int, list[Fixed]] = {}
    for row in book.rows(f"SELECT * FROM {TURN} ORDER BY year, id"):
        fixed = Fixed(
            row["year"], row["household_id"], bool(row["apart"]), row["exchanged"], row["note"]
        )
        found.setdefault(row["tonarigumi_id"], []).append(fixed)
    return found


def _served(book: Book, years: Sequence[FiscalYear]) -> dict[int, dict[str, Served]]:
    """Group → first day of the year → who was leader on it, or came to it later in the year."""
    post = leader_post(book)
    if post is None:
        return {}
    held = [
        each
        for each in APPOINTMENTS.all(book)
        if each.post_id == post.id and each.tonarigumi_id is not None
    ]
    names = names_of(book, [each.member_id for each in held])
    homes = _homes(book, [each.member_id for each in held])
    found: dict[int, dict[str, Served]] = {}
    for year in years:
        first, end = year.first.isoformat(), (year.last + timedelta(days=1)).isoformat()
        for each in held:
            if not each.since < end or day_after(each.last) <= first:
                continue
            own = found.setdefault(each.tonarigumi_id or 0, {})
            at = max(each.since, first)
            house = next((home for home, since, until in homes.get(each.member_id or 0, ())
                          if since <= at < until), 0)  # fmt: skip
            name = names.get(each.member_id or 0, each.name) or _("(name erased)")
            own.setdefault(first, Served(house, name))
    return found


def _homes(book: Book, ids: Sequence[int | None]) -> dict[int, list[tuple[int, str, str]]]:
    found: dict[int, list[tuple[int, str, str]]] = {}
    for member, home, since, until in book.tuples(
        f"""SELECT member_id, household_id, since, until FROM {HOME}
        WHERE member_id IN (SELECT value FROM json_each(:ids))""",
        ids=json.dumps([id_ for id_ in ids if id_]),
    ):
        found.setdefault(member, []).append((home, since, until))
    return found


def _places(book: Book) -> dict[int, dict[int, Place]]:
    """Group → household → where it stood last: of those that are gone the round goes on there."""
    found: dict[int, dict[int, Place]] = {}
    for group, home, order in book.tuples(
        f"SELECT tonarigumi_id, household_id, walking_order FROM {PLACE}"
        " WHERE tonarigumi_id IS NOT NULL ORDER BY since"
    ):
        found.setdefault(group, {})[home] = (order, home)
    return found


def _named(book: Book, turns: Sequence[Turn]) -> Iterator[Turn]:
    """Those fixed by hand for a house that is gone by now get their name all the same."""
    from kucho_desktop.households.store.held import as_it_was

    for turn in turns:
        if turn.household_id and not turn.name:
            yield replace(turn, name=as_it_was(book, turn.household_id).head)
        else:
            yield turn


# ---- by hand ----


def write_turn(
    book: Book, group: int, year: FiscalYear, household: int, *, apart: bool = False, note: str = ""
) -> None:
    """Write whose turn a year was or is. apart: out of its order, the round goes on as it was."""
    with book.step(N_("Write down a turn of {group}"), group=_group(book, group)):
        _write(book, group, Fixed(year.first.isoformat(), household, apart, "", note))


def exchange_turns(book: Book, group: int, one: FiscalYear, other: FiscalYear, note: str) -> None:
    """Let two houses take each other's year."""
    found = {each.year: each for each in rota_of(book, group).turns}
    first, second = found.get(one), found.get(other)
    if first is None or second is None or not first.household_id or not second.household_id:
        raise NotAllowed(_("In one of these years nobody has the turn. Please choose two others."))
    if first.household_id == second.household_id:
        raise NotAllowed(_("In both years it is the turn of the same house."))
    if first.is_past or second.is_past or first.is_served or second.is_served:
        raise NotAllowed(_("Only years can be exchanged in which nobody has been in office yet."))
    at, then = one.first.isoformat(), other.first.isoformat()
    with book.step(N_("Exchange two turns of {group}"), group=_group(book, group)):
        _write(book, group, Fixed(at, second.household_id, True, then, note))
        _write(book, group, Fixed(then, first.household_id, True, at, note))


def forget_turn(book: Book, group: int, year: FiscalYear) -> None:
    """Take out what was written by hand of a year; of an exchange both."""
    rows = _rows(book, group)
    at = year.first.isoformat()
    gone = [row for row in rows if row["year"] == at or (row["exchanged"] == at)]
    if not gone:
        return
    with book.step(N_("Forget a turn of {group}"), group=_group(book, group)) as db:
        for row in gone:
            db.table(TURN).delete(row["id"])


def _write(book: Book, group: int, new: Fixed) -> None:
    values = {
        "tonarigumi_id": group,
        "household_id": new.household_id,
        "year": new.year,
        "apart": int(new.apart),
        "exchanged": new.exchanged,
        "note": new.note,
    }
    with book.step("") as db:
        there = [row for row in _rows(book, group) if row["year"] == new.year]
        if there:
            change_row(db, TURN, there[0]["id"], values)
        else:
            db.table(TURN).insert(values)


def _rows(book: Book, group: int) -> list[dict[str, Any]]:
    return book.rows(f"SELECT * FROM {TURN} WHERE tonarigumi_id = :id", id=group)


def _group(book: Book, id_: int) -> str:
    return tonarigumi_named(book).get(id_, "")
