"""The history of one household in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kucho_desktop.core.attachments import ATTACHMENT, Attachment
from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import show_date
from kucho_desktop.core.fields import Field, fields_of
from kucho_desktop.core.history import RowChange, Step, changes_in, steps_about
from kucho_desktop.core.i18n import _
from kucho_desktop.core.periods import ALWAYS, OPEN
from kucho_desktop.core.tables import TABLES
from kucho_desktop.households.model import (
    ADDRESSES,
    HOME,
    MEMBERSHIP,
    PLACE,
    WHEREABOUTS,
    Consent,
    Household,
    Member,
)
from kucho_desktop.households.store.again.merging import merged_into
from kucho_desktop.households.store.ties.keeping import TIE
from kucho_desktop.households.store.ties.past import in_one_line, others_named
from kucho_desktop.households.store.ties.talks import TALK
from kucho_desktop.tonarigumi.store import tonarigumi_named


@dataclass(frozen=True)
class Event:
    """One step as it concerned a household: what the user did, and each value before and after.

    is_wider: the step did something to other households too.
    """

    step: Step
    details: tuple[str, ...]
    is_wider: bool = False


_OWNED = (MEMBERSHIP, PLACE, ADDRESSES, "consent", HOME, TIE, TALK, ATTACHMENT)


def history_of(book: Book, household_id: int, *, to_itself: bool = False) -> list[Event]:
    """Everything that was written about a household and its people, newest first.

    Also about the entries that became one with it.
    to_itself: it is told to the household, so that no other one is named in the details.
    """
    rows = _rows_of(book, [household_id, *merged_into(book, household_id)])
    groups = tonarigumi_named(book)
    people = _names_of(book, rows)
    tied = not to_itself and any(table == TIE for table, _row in rows)
    others = others_named(book) if tied else {}
    events = []
    for step in steps_about(book, rows):
        changes = changes_in(book, step.id, rows)
        details = _details(changes, groups, people, others)
        wider = _is_wider(book, step.id, len(changes))
        events.append(Event(step, tuple(dict.fromkeys(details)), wider))
    return events


def told_in_words(book: Book, changes: Sequence[RowChange]) -> tuple[str, ...]:
    """What a step changed of one household and its people, a line for each thing."""
    rows = [(change.table, change.row) for change in changes]
    told = {int(row["member_id"]) for row in map(_either, changes) if row.get("member_id")}
    people = _names_of(book, sorted({*rows, *(("member", id_) for id_ in told)}))
    others = others_named(book) if any(table == TIE for table, _row in rows) else {}
    return tuple(dict.fromkeys(_details(changes, tonarigumi_named(book), people, others)))


def _either(change: RowChange) -> Mapping[str, Any]:
    return change.new or change.old or {}


def _details(
    changes: Sequence[RowChange],
    groups: Mapping[int, str],
    people: Mapping[int, str],
    others: Mapping[int, str],
) -> list[str]:
    """A line for each thing of the household; all that concerns one person on one line."""
    lines: list[str] = []
    of_people: dict[int, list[str]] = {}
    begun = {_interval(each, "since") for each in changes if each.old is None} - {()}
    for change in changes:
        if change.old is not None and _interval(change, "until") in begun:
            continue  # the value that follows says from which day on it holds
        said = _in_words(change, groups, others)
        if change.table in _OF_PEOPLE:
            row = _either(change)
            who = change.row if change.table == "member" else int(row.get("member_id") or 0)
            of_people.setdefault(who, []).extend(said)
        else:
            lines += said
    for who, said in of_people.items():
        if said:
            together = _(", ").join(dict.fromkeys(said))
            name = people.get(who) or _("(no name)")
            lines.append(_("{member} – {changes}").format(member=name, changes=together))
    return lines


def _interval(change: RowChange, end: str) -> tuple[Any, ...]:
    """Whose interval of which table begins ("since") or ends ("until") on which day, if any."""
    row = change.new or {}
    owner = TABLES[change.table].period_of
    return (change.table, *(row[key] for key in owner), row[end]) if end in row else ()


def _names_of(book: Book, rows: Sequence[tuple[str, int]]) -> dict[int, str]:
    """Member id → name, the last one of those who were removed."""
    names = {}
    for id_ in (id_ for table, id_ in rows if table == "member"):
        found = book.tuples(
            """SELECT name, 2 FROM member WHERE id = :id UNION ALL
            SELECT * FROM (SELECT json_extract(old, '$.name'), 1 FROM entry
                WHERE row = :id AND "table" = 'member' AND old IS NOT NULL ORDER BY id DESC LIMIT 1)
            ORDER BY 2 DESC LIMIT 1""",
            id=id_,
        )
        names[id_] = found[0][0] if found else ""
    return names


def _is_wider(book: Book, step: int, own: int) -> bool:
    """Whether a step touched more rows than these; no more are counted than it takes."""
    found = book.tuples(
        """SELECT count(*) FROM (SELECT DISTINCT "table", row FROM entry WHERE step = :step
        LIMIT :most)""",
        step=step,
        most=own + 1,
    )
    return bool(found[0][0] > own)


def rows_of_household(book: Book, household_id: int) -> frozenset[tuple[str, int]]:
    """(table, id) of all that ever belonged to it, and to the entries that became one with it."""
    return frozenset(_rows_of(book, [household_id, *merged_into(book, household_id)]))


def name_of_person(book: Book, member_id: int) -> str:
    """The last one of somebody who was removed; empty where nobody ever had this id."""
    return _names_of(book, [("member", member_id)])[member_id]


def rows_of_person(book: Book, member_id: int) -> frozenset[tuple[str, int]]:
    """(table, id) of a person, of the homes and of the whereabouts."""
    owned = _ever(book, (HOME, WHEREABOUTS), "member_id", [member_id])
    return frozenset({("member", member_id), *owned})


def _rows_of(book: Book, household_ids: Sequence[int]) -> list[tuple[str, int]]:
    """(table, id) of all that ever belonged to the household, what was removed included."""
    owned = _ever(book, _OWNED, "household_id", household_ids)
    homes = [row for table, row in owned if table == HOME]
    members = _members_in(book, homes)
    whereabouts = _ever(book, (WHEREABOUTS, ATTACHMENT), "member_id", members)
    people = {("member", id_) for id_ in members}
    own = {("household", id_) for id_ in household_ids}
    return sorted({*own, *owned, *people, *whereabouts})


def _ever(
    book: Book, tables: Sequence[str], column: str, owners: Sequence[int]
) -> list[tuple[str, int]]:
    """The rows of these owners, those in the tables now and those that the journal remembers.

    The journal is read through once for all tables: it has no index by what it keeps.
    """
    among = ",".join(str(int(owner)) for owner in owners)
    names = ",".join(f"'{table}'" for table in tables)
    now = " UNION ".join(
        f"SELECT '{table}', id FROM {table} WHERE {column} IN ({among})" for table in tables
    )
    return book.tuples(
        f"""{now} UNION SELECT "table", row FROM entry WHERE old IS NOT NULL
        AND "table" IN ({names}) AND json_extract(old, '$.{column}') IN ({among})"""
    )


def _members_in(book: Book, homes: Sequence[int]) -> list[int]:
    """Whose homes these rows are or were."""
    among = ",".join(str(row) for row in homes)
    found = book.tuples(
        f"""SELECT member_id FROM {HOME} WHERE id IN ({among}) UNION
        SELECT json_extract(old, '$.member_id') FROM entry
        WHERE row IN ({among}) AND "table" = '{HOME}' AND old IS NOT NULL"""
    )
    return [id_ for (id_,) in found]


_OF_PEOPLE = ("member", HOME, WHEREABOUTS)
_RECORDS = {
    "household": Household,
    "member": Member,
    "consent": Consent,
    ATTACHMENT: Attachment,
}


def _fields_in(table: str) -> list[Field]:
    if table in _RECORDS:
        return [field for field in fields_of(_RECORDS[table]) if not field.dated]
    record = Member if table in (HOME, WHEREABOUTS) else Household
    return [field for field in fields_of(record) if field.dated == table]


def _in_words(change: RowChange, groups: Mapping[int, str], others: Mapping[int, str]) -> list[str]:
    if change.table == "consent":
        return [_answer_in_words(change)]
    if change.table in (TIE, TALK):
        said = in_one_line(change, others)
        return said + (_days_in_words(change) if change.table == TIE else [])
    if change.table == ATTACHMENT and None in (change.old, change.new):
        return []  # the step's own words say which one came or went
    lines = []
    for field in _fields_in(change.table):
        old = _value(change.old, field, groups)
        new = _value(change.new, field, groups)
        if old == new:
            continue
        words = {"field": field.title, "old": old, "new": new}
        if change.old is None or not old:
            lines.append(_("{field}: {new}").format(**words))
        elif change.new is None or not new:
            lines.append(_("{field}: {old} taken out").format(**words))
        else:
            lines.append(_("{field}: {old} → {new}").format(**words))
    reason = (change.new or {}).get("reason", "")
    if reason and reason != (change.old or {}).get("reason", ""):
        lines.append(_("Reason: {reason}").format(reason=reason))
    return lines + _days_in_words(change)


def _answer_in_words(change: RowChange) -> str:
    """One answer on one line: it would say nothing piece by piece."""
    row = change.new or change.old or {}
    said = {
        field.name: field.kind.show(row[field.name])
        for field in fields_of(Consent)
        if field.name in row
    }
    if change.new is None:
        return _("{audience}, {item}: {answer} taken out").format(**said)
    if row["until"] != OPEN:
        said["until"] = show_date(row["until"])
        return _("{audience}, {item}: {answer} until the day before {until}").format(**said)
    return _("{audience}, {item}: {answer}").format(**said)


def _days_in_words(change: RowChange) -> list[str]:
    if change.new is None or "since" not in change.new:
        return []
    since, until = change.new["since"], change.new["until"]
    old = change.old or {}
    days = []
    if since != ALWAYS and since != old.get("since", ALWAYS):
        days.append(_("From {day}").format(day=show_date(since)))
    if until != OPEN and until != old.get("until", OPEN):
        days.append(_("Until the day before {day}").format(day=show_date(until)))
    return days


def _value(row: Mapping[str, Any] | None, field: Field, groups: Mapping[int, str]) -> str:
    if row is None or field.name not in row or row[field.name] is None:
        return ""
    value = row[field.name]
    if field.kind.name == "reference":
        return groups.get(value, "")
    if value == field.kind.empty:
        return ""
    return field.kind.show(value)
