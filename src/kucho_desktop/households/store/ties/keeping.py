"""Ties of households in the book: each is kept once and seen from both sides."""

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

from kucho_desktop.core import periods
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.households.model import ADDRESSES, MEMBERSHIP, Household, head_of
from kucho_desktop.households.model.ties.ties import (
    KINDS,
    OF_HOUSES,
    OF_PEOPLE,
    OF_PLACE,
    OUTLIVES,
    Tie,
    turned,
)
from kucho_desktop.households.store.seen import household, households_of
from kucho_desktop.tonarigumi.store import tonarigumi_named

TIE = "household_tie"
_VALUES = tuple(each.name for each in fields(Tie) if each.name != "id")
_COLUMNS = ", ".join(f"{TIE}.{name}" for name in ("id", *_VALUES))
_ORDER = {code: place for place, (code, _label, _back) in enumerate(KINDS)}


def ties_of(book: Book, id_: int) -> list[Tie]:
    """What a household is tied to today or will be, as it sees it from its side.

    What is another household of the book has the name, the phone and the address of that one.
    """
    rows = book.tuples(
        f"""SELECT {_COLUMNS} FROM {TIE} WHERE until > :day AND household_id = :id UNION
        SELECT {_COLUMNS} FROM {TIE} WHERE until > :day AND other_id = :id""",
        id=id_,
        day=book.today.isoformat(),
    )
    seen = [Tie(*row) for row in rows]
    own = [tie if tie.household_id == id_ else turned(tie) for tie in seen]
    return sorted(_with_names(book, own), key=_place)


def _with_names(book: Book, ties: list[Tie]) -> list[Tie]:
    others = [tie.other_id for tie in ties if tie.other_id is not None]
    if not others:
        return ties
    known = {each.id: each for each in households_of(book, others)}
    return [
        _with_name(tie, known.get(tie.other_id)) if tie.other_id is not None else tie
        for tie in ties
    ]


def _with_name(tie: Tie, other: Household | None) -> Tie:
    """A room is told by its number, not by the address that it shares with its building."""
    if other is None:
        return replace(tie, name=_("(no longer there)"))
    place = (other.building,) if tie.tie == "room" else (other.address, other.building)
    address = " ".join(part for part in place if part)
    phone = other.phone or other.mobile
    return replace(tie, name=other.head, kana=other.kana, phone=phone, address=address)


def _place(tie: Tie) -> tuple[int, str, int]:
    return _ORDER.get(tie.tie, 0), tie.since, tie.id


def every_tie_of(book: Book, id_: int) -> list[Tie]:
    """Also those that have ended, oldest first, as they are kept: from this household's side."""
    rows = book.tuples(
        f"SELECT {_COLUMNS} FROM {TIE} WHERE household_id = :id ORDER BY since, id", id=id_
    )
    return [Tie(*row) for row in rows]


def ties_to(book: Book, id_: int) -> list[Tie]:
    """The ties of other households to this one, those that have ended too, oldest first."""
    rows = book.tuples(
        f"SELECT {_COLUMNS} FROM {TIE} WHERE other_id = :id ORDER BY since, id", id=id_
    )
    return [Tie(*row) for row in rows]


def others_to_tie(book: Book, apart_from: int) -> dict[int, str]:
    """Id → what it is called, of all of today's households and houses, in 五十音順."""
    groups = tonarigumi_named(book)
    found = book.tuples(
        f"""SELECT household_today.id, coalesce(nullif(head, ''),
            (SELECT address || ' ' || building FROM {ADDRESSES}
                WHERE household_id = household_today.id AND {periods.on(ADDRESSES)}), ''),
            tonarigumi_id
        FROM household_today WHERE household_today.id <> :apart ORDER BY kana_key""",
        apart=apart_from,
        day=book.today.isoformat(),
    )
    said = _("{household} ({group})")
    return {
        id_: said.format(household=head.strip(), group=groups[group]) if group in groups else head
        for id_, head, group in found
    }


def keep_tie(book: Book, tie: Tie) -> int:
    """Add a tie (id 0), or put one right, as it is seen from its household; gives its id."""
    whole = replace(tie, until=min(tie.until or periods.OPEN, _last_end(book, tie)))
    _refuse_unsound(book, whole)
    mine = _called(book, whole.household_id)
    kept = whole if whole.is_kept_so else turned(whole)
    values: dict[str, Any] = {name: getattr(kept, name) for name in _VALUES}
    if kept.other_id is not None:  # its name is its own, also when it changes
        values |= dict.fromkeys(("name", "kana", "phone", "address"), "")
    message = N_("Change a tie of {household}") if tie.id else N_("Add a tie to {household}")
    if kept.household_id != whole.household_id:
        # The history of the other one is told to it without naming this one.
        message = N_("Change a tie") if tie.id else N_("Add a tie")
    with book.step(message, household=mine if kept is whole else "") as db:
        if not tie.id:
            id_ = db.table(TIE).insert(values).last_pk
            assert isinstance(id_, int)
            return id_
        if not book.rows(f"SELECT id FROM {TIE} WHERE id = :id", id=tie.id):
            raise NotAllowed(_("This tie is no longer there. Nothing was changed."))
        db.table(TIE).update(tie.id, values)
    return tie.id


def _last_end(book: Book, tie: Tie) -> str:
    """A household that is going to leave takes its ties along on that day."""
    found = book.tuples(
        f"""SELECT min(ends) FROM (SELECT max(until) AS ends FROM {MEMBERSHIP}
        WHERE household_id IN (:one, :other) GROUP BY household_id)""",
        one=tie.household_id,
        other=tie.other_id,
    )
    return found[0][0] or periods.OPEN


def remove_tie(book: Book, tie: Tie) -> None:
    """Take out a tie that was written down by mistake."""
    if book.rows(f"SELECT id FROM {TIE} WHERE id = :id", id=tie.id):
        mine = _called(book, tie.household_id)
        message = N_("Remove a tie of {household}") if tie.is_kept_so else N_("Remove a tie")
        with book.step(message, household=mine if tie.is_kept_so else "") as db:
            db.table(TIE).delete(tie.id)


def _called(book: Book, id_: int) -> str:
    now = household(book, id_)
    if now is None:
        raise NotAllowed(_("This household is no longer there. Nothing was changed."))
    return now.head or now.address


def _refuse_unsound(book: Book, tie: Tie) -> None:
    if tie.other_id is None and (tie.tie in OF_HOUSES or not tie.is_kept_so):
        raise NotAllowed(_("Please choose the household in the roster."))
    if tie.other_id is None and not (tie.name or tie.phone):
        raise NotAllowed(_("Please choose a household, or write a name or a phone number."))
    if tie.other_id == tie.household_id:
        raise NotAllowed(_("A household cannot be tied to itself."))
    if tie.since >= tie.until:
        raise NotAllowed(_("It would end before it begins. Please check the days."))
    for each in ties_of(book, tie.household_id):
        same = each.id != tie.id and each.tie == tie.tie and each.other_id == tie.other_id
        days = each.since < tie.until and tie.since < each.until
        if same and days and (each.other_id is not None or each.name == tie.name):
            raise NotAllowed(_("This tie is written down already."))


# ---- when a household goes ----


def let_go(book: Book, id_: int, day: date, former_end: str) -> None:
    """End the ties of a household that leaves the district on a day; inside its step.

    Whoever stays the owner, say, is then somebody outside it, with name and phone.
    former_end: the end that was planned until now (ISO).
    """
    last = min(day, date.fromisoformat(former_end) - timedelta(days=1))
    now = household(book, id_, last)
    head = head_of(now.members) if now else None
    with book.step("") as db:
        periods.end_too(db, TIE, {"household_id": id_}, day, former_end)
        _forget_followers(book, id_, former_end)
        others = [tie for tie in ties_to(book, id_) if tie.until in (periods.OPEN, former_end)]
        periods.end_too(db, TIE, {"other_id": id_}, day, former_end)
        for tie in others:
            if now is not None and head is not None and head.name and tie.tie in OUTLIVES:
                db.table(TIE).insert(_outside(tie, now, day))


def nobody_is_left(book: Book, id_: int, day: date) -> None:
    """The last one has died and the house stays: nobody's contact lives there any more."""
    at = day.isoformat()
    with book.step("") as db:
        for tie in ties_to(book, id_):
            if tie.tie not in OF_PEOPLE or tie.until <= at:
                continue
            if tie.since < at:
                db.table(TIE).update(tie.id, {"until": at})
            else:
                db.table(TIE).delete(tie.id)


def _outside(tie: Tie, who: Household, day: date) -> dict[str, Any]:
    """The tie to somebody who does not live here any more, from a day on."""
    values: dict[str, Any] = {name: getattr(tie, name) for name in _VALUES}
    at = {"since": max(tie.since, day.isoformat()), "until": periods.OPEN}
    said = {"name": who.head, "kana": who.kana, "phone": who.mobile or who.phone}
    return values | at | said | {"other_id": None}


def _forget_followers(book: Book, id_: int, former_end: str) -> None:
    """Where the household was to leave on another day: take out what was to follow its ties."""
    ended = [tie for tie in ties_to(book, id_) if tie.until == former_end != periods.OPEN]
    with book.step("") as db:
        for tie in ended:
            for row in book.rows(
                f"""SELECT id FROM {TIE} WHERE household_id = :id AND tie = :tie
                AND other_id IS NULL AND since = :day""",
                id=tie.household_id,
                tie=tie.tie,
                day=former_end,
            ):
                db.table(TIE).delete(row["id"])


def let_follow(book: Book, id_: int, into: int, day: date) -> None:
    """What others are tied to lives in another household from a day on; inside a step."""
    with book.step("") as db:
        for tie in ties_to(book, id_):
            if tie.until <= day.isoformat() or tie.household_id == into or tie.tie in OF_PLACE:
                continue
            _hand_over(book, tie, {"other_id": into}, day)
        periods.end_too(db, TIE, {"other_id": id_}, day, periods.OPEN)


def take_over_house(book: Book, house: int, new: int, day: date) -> None:
    """What holds for a house holds for who lives in it from a day on; inside a step."""
    for tie in _both_ways(book, house):
        if tie.until > day.isoformat() and tie.tie in OF_PLACE:
            mine = "household_id" if tie.household_id == house else "other_id"
            _hand_over(book, tie, {mine: new}, day)


def _both_ways(book: Book, id_: int) -> Sequence[Tie]:
    return [*every_tie_of(book, id_), *ties_to(book, id_)]


def _hand_over(book: Book, tie: Tie, to: dict[str, int], day: date) -> None:
    """End a tie on a day and let it go on from there with another household in it."""
    at = day.isoformat()
    values: dict[str, Any] = {name: getattr(tie, name) for name in _VALUES}
    with book.step("") as db:
        if tie.since < at:
            db.table(TIE).update(tie.id, {"until": at})
            db.table(TIE).insert({**values, **to, "since": at})
        else:
            db.table(TIE).update(tie.id, dict(to))
