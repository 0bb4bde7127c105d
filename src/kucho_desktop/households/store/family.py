"""The people of a household: coming, changing, leaving."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from kucho_desktop.core import periods
from kucho_desktop.core.attachments import ATTACHMENT
from kucho_desktop.core.book import Book
from kucho_desktop.core.fields import field_named, fields_of
from kucho_desktop.core.i18n import N_
from kucho_desktop.core.rows import change_row
from kucho_desktop.households.model import HEAD, HOME, MEMBERSHIP, WHEREABOUTS, Member
from kucho_desktop.households.model.people import reading_of

_OWN = tuple(field.name for field in fields_of(Member) if not field.dated)


def members_of(book: Book, household_id: int, day: date | None = None) -> list[Member]:
    """The people of a household on a day, in the family's order."""
    rows = book.rows(
        f"""SELECT member.*, {HOME}.household_id, {HOME}.position, {HOME}.relation, {HOME}.since,
            {HOME}.until, coalesce({WHEREABOUTS}.whereabouts, 'home') AS whereabouts
        FROM {HOME} JOIN member ON member.id = {HOME}.member_id
        LEFT JOIN {WHEREABOUTS} ON {WHEREABOUTS}.member_id = member.id
            AND {periods.on(WHEREABOUTS)}
        WHERE {HOME}.household_id = :id AND {periods.on(HOME)}
        ORDER BY {HOME}.position, member.id""",
        id=household_id,
        day=(day or book.today).isoformat(),
    )
    return [Member(**row | {"kana": reading_of(row["name"], row["kana"])}) for row in rows]


def add_member(book: Book, household_id: int, member: Member, since: str = periods.ALWAYS) -> int:
    """Add a person, living in the household from `since` (ISO, '' since always); gives the id.

    Where it is known already when the household goes, the person goes with it.
    """
    found = book.tuples(
        f"SELECT max(until) FROM {MEMBERSHIP} WHERE household_id = :id", id=household_id
    )
    with book.step(N_("Add member {member}"), member=member.name) as db:
        id_ = db.table("member").insert({name: getattr(member, name) for name in _OWN}).last_pk
        assert isinstance(id_, int)
        days = {"member_id": id_, "since": since, "until": periods.OPEN}
        db.table(HOME).insert(
            {
                **days,
                "until": found[0][0] or periods.OPEN,
                "household_id": household_id,
                "relation": member.relation,
                "position": member.position,
            }
        )
        if member.whereabouts != "home":
            db.table(WHEREABOUTS).insert({**days, "whereabouts": member.whereabouts})
    return id_


def change_members(book: Book, household_id: int, after: Sequence[Member]) -> None:
    """Put the family right: add whose id is unknown, change who differs, remove the missing."""
    before = {member.id: member for member in members_of(book, household_id)}
    with book.step(N_("Change the members")):
        for position, member in enumerate(after):
            placed = replace(member, position=position)
            if member.id not in before:
                since = headless_since(book, household_id) if member.is_head else periods.ALWAYS
                add_member(book, household_id, placed, since)
            else:
                _change(book, before[member.id], placed)
        for id_ in before.keys() - {member.id for member in after}:
            remove_home(book, id_, household_id)


def _change(book: Book, before: Member, after: Member) -> None:
    own = {
        name: getattr(after, name) for name in _OWN if getattr(after, name) != getattr(before, name)
    }
    with book.step("") as db:
        if own:
            change_row(db, "member", after.id, own)
        if after.position != before.position:
            owner = {"member_id": after.id}
            periods.correct(db, HOME, owner, book.today, position=after.position)
        if after.relation != before.relation:
            _correct_relation(book, before, after.relation)
        if after.whereabouts != before.whereabouts:
            correct_whereabouts(book, after.id, after.whereabouts)


def _correct_relation(book: Book, member: Member, relation: str) -> None:
    """Who takes the place of a head that is gone has it from the day on which that one went."""
    owner = {"member_id": member.id}
    since = headless_since(book, member.household_id) if relation == HEAD else periods.ALWAYS
    with book.step("") as db:
        if since > member.since:
            periods.change_from(db, HOME, owner, date.fromisoformat(since), relation=relation)
        else:
            periods.correct(db, HOME, owner, book.today, relation=relation)


def headless_since(book: Book, household_id: int) -> str:
    """The day (ISO) on which the last head went; '' where there never was one."""
    found = book.tuples(
        f"SELECT max(until) FROM {HOME} WHERE household_id = :id AND relation = :head"
        " AND until <= :today",
        id=household_id,
        head=HEAD,
        today=book.today.isoformat(),
    )
    return found[0][0] or periods.ALWAYS


def change_member(
    book: Book, member_id: int, name: str, value: Any, day: date | None = None
) -> None:
    """Put one field of a person right, or with a day: let it have the value from that day on."""
    label = field_named(Member, name).label
    who = _name_of(book, member_id)
    with book.step(N_("Change {field} of {member}"), field=label, member=who) as db:
        owner = {"member_id": member_id}
        if name == "whereabouts" and day is None:
            correct_whereabouts(book, member_id, value)
        elif name == "whereabouts" and day is not None:
            _be_at_home_before(book, member_id)
            periods.change_from(db, WHEREABOUTS, owner, day, whereabouts=value)
        elif name == "relation" and day is not None:
            periods.change_from(db, HOME, owner, day, relation=value)
        elif name == "relation":
            periods.correct(db, HOME, owner, book.today, relation=value)
        else:
            change_row(db, "member", member_id, {name: value})


def _name_of(book: Book, member_id: int) -> str:
    """What the history calls a person."""
    found = book.tuples("SELECT name FROM member WHERE id = :id", id=member_id)
    return str(found[0][0]) if found else ""


def correct_whereabouts(book: Book, member_id: int, value: str) -> None:
    """Somebody of whom nothing is written is at home."""
    with book.step("") as db:
        periods.correct(db, WHEREABOUTS, {"member_id": member_id}, book.today, whereabouts=value)


def _be_at_home_before(book: Book, member_id: int) -> None:
    if not book.rows(f"SELECT id FROM {WHEREABOUTS} WHERE member_id = :id", id=member_id):
        correct_whereabouts(book, member_id, "home")


def change_members_from(book: Book, household_id: int, after: Sequence[Member], day: date) -> None:
    """Let relations and whereabouts that differ hold from a day on; the rest is put right."""
    before = {member.id: member for member in members_of(book, household_id)}
    with book.step(N_("Change the members")):
        for member in after:
            old = before.get(member.id, member)  # who is new has nothing that differs
            for name in ("relation", "whereabouts"):
                if getattr(old, name) != getattr(member, name):
                    change_member(book, member.id, name, getattr(member, name), day)
        # A day in the past has changed today's values, one to come has not: both are right now.
        now = {member.id: member for member in members_of(book, household_id)}
        change_members(book, household_id, [_as_dated(each, now.get(each.id)) for each in after])


def _as_dated(member: Member, now: Member | None) -> Member:
    """With the relation and the whereabouts that hold now."""
    return replace(member, relation=now.relation, whereabouts=now.whereabouts) if now else member


def member_leaves(
    book: Book, member_id: int, day: date, next_head: int = 0, *, died: bool = False
) -> None:
    """The person lives here no more from a day on; next_head: who is the head from then on.

    A head who came only later is the head from the day of coming.
    """
    with book.step(N_("{member} leaves"), member=_name_of(book, member_id)) as db:
        periods.end_on(db, HOME, {"member_id": member_id}, day)
        if died:
            db.table("member").update(member_id, {"died": day.isoformat()})
        if next_head:
            came = book.tuples(f"SELECT min(since) FROM {HOME} WHERE member_id = :id", id=next_head)
            first = max(day.isoformat(), came[0][0] or periods.ALWAYS)
            owner = {"member_id": next_head}
            periods.change_from(db, HOME, owner, date.fromisoformat(first), relation=HEAD)


def end_homes(book: Book, household_id: int, day: date, former_end: str) -> None:
    """Let a household's people live there no more from a day on, as the household itself does.

    Whoever was to come later never comes. former_end: the end that was planned until now.
    """
    with book.step("") as db:
        coming = book.tuples(
            f"SELECT DISTINCT member_id FROM {HOME} WHERE household_id = :id AND since >= :day",
            id=household_id,
            day=day.isoformat(),
        )
        periods.end_too(db, HOME, {"household_id": household_id}, day, former_end)
        for (member_id,) in coming:
            if not book.rows(f"SELECT id FROM {HOME} WHERE member_id = :id", id=member_id):
                remove_home(book, member_id, household_id)


def remove_home(book: Book, member_id: int, household_id: int) -> None:
    """Take a person out of a household as if never there; and wholly if there is no other home."""
    with book.step("") as db:
        homes = book.rows(
            f"SELECT id, household_id FROM {HOME} WHERE member_id = :id", id=member_id
        )
        for row in homes:
            if row["household_id"] == household_id:
                db.table(HOME).delete(row["id"])
        if all(row["household_id"] == household_id for row in homes):
            for table in (WHEREABOUTS, ATTACHMENT, "erasure_wait"):
                own = f"SELECT id FROM {table} WHERE member_id = :id"
                for row in book.rows(own, id=member_id):
                    db.table(table).delete(row["id"])
            db.table("member").delete(member_id)
