"""The history of one household in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import show_date
from kucho_desktop.core.fields import Field, fields_of
from kucho_desktop.core.history import RowChange, Step, changes_in, steps_about
from kucho_desktop.core.i18n import _
from kucho_desktop.core.periods import ALWAYS, OPEN
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
from kucho_desktop.tonarigumi.store import tonarigumi_named


@dataclass(frozen=True)
class Event:
    """One step as it concerned a household: what the user did, and each value before and after.

    is_wider: the step did something to other households too.
    """

    step: Step
    details: tuple[str, ...]
    is_wider: bool = False


_OWNED = ("household_id", (MEMBERSHIP, PLACE, ADDRESSES, "consent", HOME))


def history_of(book: Book, household_id: int) -> list[Event]:
    """Everything that was written about a household and its people, newest first."""
    rows = _rows_of(book, household_id)
    groups = tonarigumi_named(book)
    events = []
    for step in steps_about(book, rows):
        changes = changes_in(book, step.id, rows)
        details = [line for change in changes for line in _in_words(change, groups)]
        wider = _is_wider(book, step.id, len(changes))
        events.append(Event(step, tuple(dict.fromkeys(details)), wider))
    return events


def _is_wider(book: Book, step: int, own: int) -> bool:
    """Whether a step touched more rows than these; no more are counted than it takes."""
    found = book.tuples(
        """SELECT count(*) FROM (SELECT DISTINCT "table", row FROM entry WHERE step = :step
        LIMIT :most)""",
        step=step,
        most=own + 1,
    )
    return bool(found[0][0] > own)


def _rows_of(book: Book, household_id: int) -> list[tuple[str, int]]:
    """(table, id) of all that ever belonged to the household, what was removed included."""
    rows = {("household", household_id)}
    for table in _OWNED[1]:
        rows |= {(table, id_) for id_ in _ever(book, table, "household_id", household_id)}
    for member_id in _members_ever(book, household_id):
        rows.add(("member", member_id))
        rows |= {(WHEREABOUTS, id_) for id_ in _ever(book, WHEREABOUTS, "member_id", member_id)}
    return sorted(rows)


def _ever(book: Book, table: str, column: str, owner: int) -> list[int]:
    found = book.tuples(
        f"""SELECT id FROM {table} WHERE {column} = :owner UNION
        SELECT row FROM entry WHERE "table" = :name AND json_extract(old, '$.{column}') = :owner""",
        owner=owner,
        name=table,
    )
    return [id_ for (id_,) in found]


def _members_ever(book: Book, household_id: int) -> list[int]:
    found = book.tuples(
        f"""SELECT member_id FROM {HOME} WHERE household_id = :id UNION
        SELECT json_extract(old, '$.member_id') FROM entry
        WHERE "table" = '{HOME}' AND json_extract(old, '$.household_id') = :id""",
        id=household_id,
    )
    return [id_ for (id_,) in found]


_RECORDS = {"household": Household, "member": Member, "consent": Consent}


def _fields_in(table: str) -> list[Field]:
    if table in _RECORDS:
        return [field for field in fields_of(_RECORDS[table]) if not field.dated]
    record = Member if table in (HOME, WHEREABOUTS) else Household
    return [field for field in fields_of(record) if field.dated == table]


def _in_words(change: RowChange, groups: Mapping[int, str]) -> list[str]:
    if change.table == "consent":
        return [_answer_in_words(change)]
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
