"""What a step changed, in words, in whatever room; and whom a history can be about."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kucho_desktop.association.model import PURPOSE, YEAR, Area, Association, Happening
from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import show_date
from kucho_desktop.core.fields import Field, Record, fields_of
from kucho_desktop.core.history import RowChange
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.core.kinds import DATE, TEXT
from kucho_desktop.core.periods import ALWAYS, OPEN
from kucho_desktop.core.steps import changes_of
from kucho_desktop.households.store import (
    Told,
    find_households,
    households_of,
    rows_of_household,
    rows_of_person,
    told_of_households,
)
from kucho_desktop.records.model import Disclosure
from kucho_desktop.records.store.past_of_offices import (
    OFFICE_RECORDS,
    OFFICE_SUBJECTS,
    office_subject,
)
from kucho_desktop.tonarigumi.model import PLACE, Tonarigumi
from kucho_desktop.tonarigumi.store import tonarigumi_named

MOST_ROWS = 200
"""Of a large step no more are told; how many more there were is said."""
_MOST_SUBJECTS = 40


@dataclass(frozen=True)
class Subject:
    """Somebody whom a history can be about. kind: "household" or "person"."""

    kind: str
    id: int
    title: str


def subjects_found(book: Book, typed: str) -> list[Subject]:
    """The households that answer to these words, each followed by its people."""
    found = find_households(book, typed, _MOST_SUBJECTS) if typed.strip() else []
    groups = tonarigumi_named(book)
    subjects = []
    for each in households_of(book, found):
        group = groups.get(each.tonarigumi_id or 0, "")
        words = {"name": each.head or each.address or _("(no name)"), "group": group}
        whole = _("Household of {name} ({group})") if group else _("Household of {name}")
        subjects.append(Subject("household", each.id, whole.format(**words)))
        subjects += [
            Subject("person", member.id, _("{name} alone").format(name=member.name))
            for member in each.members
            if member.name
        ]
    return subjects


def about(book: Book, subject: Subject) -> frozenset[tuple[str, int]]:
    """The (table, id) of all that a history of it is about."""
    rows = rows_of_household if subject.kind == "household" else rows_of_person
    return rows(book, subject.id)


def told_of_step(book: Book, step: int, most: int = MOST_ROWS) -> tuple[list[Told], int]:
    """Old and new of all that a step changed, and how many changes were left unsaid."""
    changes, more = changes_of(book, step, most)
    own = [each for each in changes if each.table in _SUBJECTS]
    others = [each for each in changes if each.table not in _SUBJECTS]
    return [*told_of_households(book, others), *_told_of_rooms(book, own)], more


def _told_of_rooms(book: Book, changes: Sequence[RowChange]) -> list[Told]:
    groups = _every_group(book, changes)
    lines: dict[str, list[str]] = {}
    for change in changes:
        row = change.new or change.old or {}
        if change.table in OFFICE_SUBJECTS:
            subject = office_subject(book, change, changes)
        else:
            subject = _(_SUBJECTS[change.table])
        if change.table in (PLACE, "tonarigumi"):
            subject = groups.get(int(row.get("tonarigumi_id") or change.row), "") or subject
        lines.setdefault(subject, []).extend(_in_words(change, groups))
    return [Told(subject, tuple(dict.fromkeys(said))) for subject, said in lines.items()]


def _every_group(book: Book, changes: Iterable[RowChange]) -> Mapping[int, str]:
    """Also those that these changes took away."""
    names = {
        int(change.old["tonarigumi_id"]): str(change.old["name"])
        for change in changes
        if change.table == PLACE and change.old is not None
    }
    return names | dict(tonarigumi_named(book))


def _in_words(change: RowChange, groups: Mapping[int, str]) -> list[str]:
    """A line for each value that is not what it was."""
    lines = []
    for name, field in _fields_in(change):
        old, new = (_value(row, name, field, groups) for row in (change.old, change.new))
        if old == new:
            continue
        words = {"field": field.title, "old": old, "new": new}
        if not old:
            lines.append(_("{field}: {new}").format(**words))
        elif not new:
            lines.append(_("{field}: {old} taken out").format(**words))
        else:
            lines.append(_("{field}: {old} → {new}").format(**words))
    return lines + _days(change) or _gone(change)


def _gone(change: RowChange) -> list[str]:
    return [] if change.new else [_("Taken out")]


def _fields_in(change: RowChange) -> list[tuple[str, Field]]:
    """(column, what is said of it) of all that is kept in this table."""
    table = change.table
    if table == PURPOSE:
        use = (change.new or change.old or {}).get("use")
        return [("text", each) for each in _dated(Association, PURPOSE) if _is_for(each, use)]
    if table in _OTHERS:
        return [
            (name, Field(name, kind, label, frozenset())) for name, kind, label in _OTHERS[table]
        ]
    if table in OFFICE_SUBJECTS:
        record = OFFICE_RECORDS.get(table)
        own = _dated(record, "") if record else []
        return [(each.name, each) for each in own if each.name not in _SAID_OTHERWISE]
    record, dated = _RECORDS[table]
    return [(each.name, each) for each in _dated(record, dated)]


def _is_for(field: Field, use: object) -> bool:
    return field.name == f"{use}_purpose"


def _dated(record: type[Record], table: str) -> list[Field]:
    return [each for each in fields_of(record) if each.dated == table and each.kind.record is None]


def _value(
    row: Mapping[str, Any] | None, name: str, field: Field, groups: Mapping[int, str]
) -> str:
    value = None if row is None else row.get(name)
    if value is None or value == field.kind.empty:
        return ""
    if field.kind.name == "reference":
        return groups.get(int(value), "")
    return field.kind.show(value)


def _days(change: RowChange) -> list[str]:
    row, old = change.new or {}, change.old or {}
    days = []
    since, until = row.get("since", ALWAYS), row.get("until", OPEN)
    if since not in (ALWAYS, old.get("since", ALWAYS)):
        days.append(_("From {day}").format(day=show_date(since)))
    if until not in (OPEN, old.get("until", OPEN)):
        days.append(_("Until the day before {day}").format(day=show_date(until)))
    return days


_RECORDS: dict[str, tuple[type[Record], str]] = {
    "association": (Association, ""),
    YEAR: (Association, YEAR),
    "area": (Area, ""),
    "chronicle": (Happening, ""),
    PLACE: (Tonarigumi, PLACE),
    "tonarigumi": (Tonarigumi, "tonarigumi"),
    "disclosure": (Disclosure, ""),
}
_OTHERS = {
    "saved_list": (("name", TEXT, N_("Name of the list")),),
    "sheet_round": (
        ("name", TEXT, N_("Name of the round")),
        ("began", DATE, N_("Begun on")),
        ("return_by", DATE, N_("To be returned by")),
        ("closed", DATE, N_("Closed on")),
    ),
}
_SAID_OTHERWISE = frozenset({"since", "last", "member_id", "household_id", "department_id"})
"""Fields of the offices that are told as days, or by whom the change is about."""
_SUBJECTS = {
    **OFFICE_SUBJECTS,
    "association": N_("The district"),
    YEAR: N_("The district"),
    PURPOSE: N_("The district"),
    "area": N_("The district"),
    "chronicle": N_("The district"),
    PLACE: N_("Groups"),
    "tonarigumi": N_("Groups"),
    "disclosure": N_("Given to third parties"),
    "saved_list": N_("Lists of your own"),
    "sheet_round": N_("Rounds"),
}
"""Table → what its changes are told under, where no household is concerned."""
