"""The records of this room and how each lies in the book."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from kucho_desktop.core.book import Book
from kucho_desktop.core.i18n import N_
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
from kucho_desktop.officers.store.kept import Rows, Shelf
from kucho_desktop.officers.store.people import members_by_name


def _with_members(book: Book, values: Mapping[str, Any]) -> Mapping[str, Any]:
    """A candidate of whose name there is one in the roster is that person."""
    candidates: Sequence[Candidate] = values.get("candidates", ())
    if not candidates:
        return values
    known = members_by_name(book, [each.name for each in candidates])
    linked = tuple(replace(each, member_id=known.get(each.name)) for each in candidates)
    return {**values, "candidates": linked}


POSTS = Shelf(
    Post,
    "post",
    "position, id",
    N_("Add a post"),
    N_("Change {field} of a post"),
    N_("Remove a post"),
    is_dated=True,
)
APPOINTMENTS = Shelf(
    Appointment,
    "appointment",
    "since, id",
    N_("Put somebody into a post"),
    N_("Change {field} of an officer"),
    N_("Take somebody out of a post"),
    is_dated=True,
)
DEPARTMENTS = Shelf(
    Department,
    "department",
    "position, id",
    N_("Add a department"),
    N_("Change {field} of a department"),
    N_("Remove a department"),
    is_dated=True,
    rows=Rows("tasks", "department_task", "department_id", DepartmentTask),
)
RELIEFS = Shelf(
    Relief,
    "relief",
    "kind, until DESC, since DESC, id",
    N_("Write down a relief"),
    N_("Change {field} of a relief"),
    N_("Remove a relief"),
    is_dated=True,
)
ADVISERS = Shelf(
    Adviser,
    "adviser",
    "until DESC, kind, id",
    N_("Write down whom to ask"),
    N_("Change {field} of somebody to ask"),
    N_("Remove somebody to ask"),
    is_dated=True,
)
TRAININGS = Shelf(
    Training,
    "training",
    "held_on <> '', held_on DESC, id DESC",
    N_("Write down a training"),
    N_("Change {field} of a training"),
    N_("Remove a training"),
)
NOMINATIONS = Shelf(
    Nomination,
    "nomination",
    "submitted_on <> '', deadline = '', deadline, id DESC",
    N_("Write down a nomination"),
    N_("Change {field} of a nomination"),
    N_("Remove a nomination"),
    rows=Rows("candidates", "candidate", "nomination_id", Candidate),
    complete=_with_members,
)
TABLES = frozenset(
    {
        "post",
        "appointment",
        "department",
        "department_task",
        "relief",
        "adviser",
        "training",
        "nomination",
        "candidate",
        "turn",
    }
)
"""What belongs to this room."""
