"""Talks with households in the book, and what is to be done next."""

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any

from kucho_desktop.association.store import fiscal_year
from kucho_desktop.core import periods
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.households.model import JOINED, MEMBERSHIP
from kucho_desktop.households.model.ties.talks import Asked, Talk

TALK = "household_talk"
_VALUES = tuple(each.name for each in fields(Talk) if each.name != "id")
_COLUMNS = ", ".join(f"{TALK}.{name}" for name in ("id", *_VALUES))
_JOINED = ", ".join(f"'{each}'" for each in sorted(JOINED))


def talks_of(book: Book, id_: int) -> list[Talk]:
    """The talks with a household, newest first."""
    rows = book.tuples(
        f"SELECT {_COLUMNS} FROM {TALK} WHERE household_id = :id ORDER BY talked_on DESC, id DESC",
        id=id_,
    )
    return [Talk(*row) for row in rows]


def keep_talk(book: Book, talk: Talk) -> int:
    """Add a talk (id 0), or put one right; gives its id."""
    if not talk.talked_on:
        raise NotAllowed(_("Please write the day of the talk."))
    if not (talk.said or talk.next_step):
        raise NotAllowed(_("Please write what was said, or what is to be done next."))
    if talk.next_on and not talk.next_step:
        talk = replace(talk, next_step=_("Ask again"))
    values: dict[str, Any] = {name: getattr(talk, name) for name in _VALUES}
    message = N_("Change a talk with {household}") if talk.id else N_("Talk with {household}")
    with book.step(message, household=_called(book, talk.household_id)) as db:
        if not talk.id:
            id_ = db.table(TALK).insert(values).last_pk
            assert isinstance(id_, int)
            return id_
        _one(book, talk.id)
        db.table(TALK).update(talk.id, values)
    return talk.id


def remove_talk(book: Book, id_: int) -> None:
    """Take out a talk that was written down by mistake."""
    talk = _one(book, id_)
    with book.step(
        N_("Remove a talk with {household}"), household=_called(book, talk.household_id)
    ) as db:
        db.table(TALK).delete(id_)


def finish_step(book: Book, id_: int) -> None:
    """What was to be done next is done."""
    talk = _one(book, id_)
    with book.step(
        N_("Next step with {household} is done"), household=_called(book, talk.household_id)
    ) as db:
        db.table(TALK).update(id_, {"done": 1})


def _one(book: Book, id_: int) -> Talk:
    rows = book.tuples(f"SELECT {_COLUMNS} FROM {TALK} WHERE id = :id", id=id_)
    if not rows:
        raise NotAllowed(_("This talk is no longer there. Nothing was changed."))
    return Talk(*rows[0])


def _called(book: Book, id_: int) -> str:
    found = book.tuples("SELECT head FROM household_today WHERE id = :id", id=id_)
    if not found:
        raise NotAllowed(_("This household is no longer there. Nothing was changed."))
    return str(found[0][0]) or _("(no name)")


def not_joined(book: Book) -> list[Asked]:
    """Households that have not joined, and those with an open step, in district order."""
    talks: dict[int, list[Talk]] = {}
    for row in book.tuples(f"SELECT {_COLUMNS} FROM {TALK} ORDER BY talked_on DESC, id DESC"):
        talk = Talk(*row)
        talks.setdefault(talk.household_id, []).append(talk)
    open_ = {id_ for id_, own in talks.items() if any(talk.is_open for talk in own)}
    return [
        _asked(Asked(*row), talks.get(row[0], ()))
        for row in _called_in_order(book)
        if row[4] == "none" or row[0] in open_
    ]


def _called_in_order(book: Book) -> list[tuple[Any, ...]]:
    return book.tuples(
        f"""SELECT household_today.id, coalesce(nullif(head, ''), (SELECT address FROM
                household_address WHERE household_id = household_today.id
                AND {periods.on("household_address")}), ''), tonarigumi_id, people, membership
        FROM household_today WHERE membership = 'none'
            OR household_today.id IN (SELECT household_id FROM {TALK}) ORDER BY order_key""",
        day=book.today.isoformat(),
    )


def _asked(asked: Asked, talks: Iterable[Talk]) -> Asked:
    every = list(talks)
    open_ = sorted((each for each in every if each.is_open), key=_wanted)
    return replace(asked, last=next(iter(every), None), next=next(iter(open_), None))


def _wanted(talk: Talk) -> tuple[str, int]:
    return talk.next_on or periods.OPEN, talk.id


def count_due(book: Book) -> int:
    """How many next steps are due, of households that are there today."""
    found = book.tuples(
        f"""SELECT count(*) FROM {TALK} JOIN household_today ON household_today.id = household_id
        WHERE done = 0 AND next_on <> '' AND next_on <= :today""",
        today=book.today.isoformat(),
    )
    return int(found[0][0])


def joined_this_year(book: Book) -> list[tuple[int, str, str]]:
    """(id, head, day) of the households that had not joined and have done so in this 年度."""
    return book.tuples(
        f"""SELECT household_today.id, head, mine.since FROM household_today
        JOIN {MEMBERSHIP} mine ON mine.household_id = household_today.id
            AND mine.membership IN ({_JOINED}) AND mine.since BETWEEN :first AND :today
        JOIN {MEMBERSHIP} before ON before.household_id = mine.household_id
            AND before.until = mine.since AND before.membership = 'none'
        WHERE household_today.membership IN ({_JOINED}) ORDER BY mine.since, order_key""",
        first=fiscal_year(book).first.isoformat(),
        today=book.today.isoformat(),
    )
