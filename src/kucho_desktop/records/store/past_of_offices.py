"""What a step changed in the calendar and among the posts: which record, and under what name."""

from collections.abc import Sequence

from kucho_desktop.calendar.model import Change, Event
from kucho_desktop.core.book import Book
from kucho_desktop.core.fields import Record
from kucho_desktop.core.history import RowChange
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.officers.model import (
    Adviser,
    Appointment,
    Candidate,
    Department,
    DepartmentTask,
    Nomination,
    Post,
    Relief,
    Training,
)

OFFICE_RECORDS: dict[str, type[Record]] = {
    "calendar_event": Event,
    "calendar_change": Change,
    "department": Department,
    "department_task": DepartmentTask,
    "post": Post,
    "appointment": Appointment,
    "training": Training,
    "relief": Relief,
    "adviser": Adviser,
    "nomination": Nomination,
    "candidate": Candidate,
}
"""Table → what is kept in it."""
OFFICE_SUBJECTS = {
    **dict.fromkeys(("calendar_event", "calendar_change"), N_("Calendar")),
    **dict.fromkeys(("department", "department_task"), N_("Departments")),
    **dict.fromkeys(("post", "appointment"), N_("Posts and officers")),
    "training": N_("Trainings"),
    "relief": N_("Reliefs"),
    "adviser": N_("Whom to ask"),
    **dict.fromkeys(("nomination", "candidate"), N_("Nominations")),
    "turn": N_("Turns of the groups"),
}
"""Table → what its changes are told under where they have no name of their own."""
_NAMES = {
    "calendar_event": "title",
    "department": "name",
    "post": "name",
    "training": "theme",
    "nomination": "post",
}
_PARENTS = {
    "calendar_change": ("calendar_event", "event_id"),
    "department_task": ("department", "department_id"),
    "appointment": ("post", "post_id"),
    "candidate": ("nomination", "nomination_id"),
}
"""Table → the table and the column of what a row of it belongs to."""
_PEOPLE = {
    "household": ("household_today", "head", "household_id"),
    "member": ("member", "name", "member_id"),
}


def office_subject(book: Book, change: RowChange, changes: Sequence[RowChange]) -> str:
    """役職「区長」 丸山 治: what it is called, with whoever it is about."""
    row = change.new or change.old or {}
    parts = [str(row.get(_NAMES.get(change.table, ""), ""))]
    if change.table in _PARENTS:
        table, column = _PARENTS[change.table]
        parts.append(_name_of(book, table, _NAMES[table], int(row[column]), changes))
    for table, name, column in _PEOPLE.values():
        if row.get(column):
            parts.append(_name_of(book, table, name, int(row[column]), changes))
    if change.table in ("appointment", "adviser", "candidate", "training"):
        parts.append(str(row.get("name", "")))
    if not any(parts) or change.table in ("relief", "adviser", "turn"):
        parts.insert(0, _(OFFICE_SUBJECTS[change.table]))
    return " ".join(dict.fromkeys(part for part in parts if part))


def _name_of(book: Book, table: str, column: str, id_: int, changes: Sequence[RowChange]) -> str:
    """As it is called now, or was by what these changes took away."""
    found = book.tuples(f"SELECT {column} FROM {table} WHERE id = :id", id=id_)
    if found:
        return str(found[0][0])
    gone = (each.old for each in changes if each.table == table and each.row == id_ and each.old)
    return next((str(old.get(column, "")) for old in gone), "")
