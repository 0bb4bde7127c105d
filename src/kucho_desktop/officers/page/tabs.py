"""What the simpler parts of the room say of themselves: each is a list of records with a form."""

from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import show_date
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.officers.model import (
    Adviser,
    Department,
    Nomination,
    Relief,
    Training,
)
from kucho_desktop.officers.page.kept_tab import About
from kucho_desktop.officers.store import (
    ADVISERS,
    DEPARTMENTS,
    NOMINATIONS,
    RELIEFS,
    TRAININGS,
)
from kucho_desktop.widgets.form import Section


def _today(book: Book) -> dict[str, object]:
    return {"since": book.today.isoformat()}


def _relief_start(book: Book) -> dict[str, object]:
    return {"decided_on": book.today.isoformat(), **_today(book)}


def _training_start(book: Book) -> dict[str, object]:
    return {"held_on": book.today.isoformat()}


def _relief_title(each: Relief) -> str:
    from kucho_desktop.officers.model.reliefs import RELIEFS as KINDS

    return KINDS.show(each.kind) if each.id else ""


def _adviser_title(each: Adviser) -> str:
    return each.name


def _training_title(each: Training) -> str:
    return each.theme or show_date(each.held_on) if each.id else ""


def _department_title(each: Department) -> str:
    return each.name


def _nomination_title(each: Nomination) -> str:
    return each.post


def reliefs() -> About:
    return About(
        title=_("Reliefs"),
        what_for=_(
            "Who need not take an office, or need not come to common work. Each is a decision of"
            " its own. Reasons are seen by the officers' meeting alone."
        ),
        adds=_("Write down a relief"),
        removes=_("Written by mistake: remove"),
        removed=_("The relief was removed"),
        shelf=RELIEFS,
        columns=[("household_id", 11), ("kind", 8), ("reason", 8), ("since", 8), ("last", 8)],
        spare=["since"],
        sections=[
            Section("", ["kind", "household_id", "member_id", "reason", "detail"]),
            Section("", ["approver", "decided_on", ("since", "last")]),
        ],
        needs=["household_id", "member_id"],
        title_of=_relief_title,
        papers=[("reliefs", _("Print the list of reliefs…"))],
        start=_relief_start,
    )


def departments() -> About:
    return About(
        title=_("Departments"),
        what_for=_(
            "The departments and their work of the year. Who belongs to one is said by the posts."
        ),
        adds=_("Add a department"),
        removes=_("Added by mistake: remove"),
        removed=_("The department was removed"),
        shelf=DEPARTMENTS,
        columns=[("name", 9), ("work", 13), ("tasks", 7)],
        spare=["work"],
        sections=[
            Section("", [("name", "kana"), "work", "tasks"]),
            Section("", [("since", "last")]),
        ],
        needs=["name"],
        title_of=_department_title,
        papers=[
            ("organisation", _("Print the chart…")),
            ("department-members", _("Print who belongs to each…")),
        ],
    )


def advisers() -> About:
    return About(
        title=_("Whom to ask"),
        what_for=_("Former officers and advisers who may be asked: what about, when and how."),
        adds=_("Add somebody to ask"),
        removes=_("Written by mistake: remove"),
        removed=_("The entry was removed"),
        shelf=ADVISERS,
        columns=[("member_id", 9), ("kind", 8), ("about", 14), ("reached", 10)],
        spare=["kind", "reached"],
        sections=[
            Section("", ["kind", "member_id", ("name", "kana"), "phone", "about", "reached"]),
            Section("", [("since", "last"), "note"]),
        ],
        needs=["member_id", "name"],
        title_of=_adviser_title,
        papers=[("advisers", _("Print whom to ask…"))],
    )


def trainings() -> About:
    return About(
        title=_("Trainings"),
        what_for=_(
            "Who was at which training, and where its papers lie. One line for each person."
        ),
        adds=_("Write down a training"),
        removes=_("Written by mistake: remove"),
        removed=_("The training was removed"),
        shelf=TRAININGS,
        columns=[("theme", 13), ("held_on", 9), ("member_id", 9), ("host", 10)],
        spare=["host"],
        sections=[
            Section("", ["held_on", "theme", "host", "member_id", "name", "papers_at", "note"])
        ],
        needs=["theme", "member_id", "name"],
        title_of=_training_title,
        papers=[("trainings", _("Print the list of trainings…"))],
        start=_training_start,
    )


def nominations() -> About:
    return About(
        title=_("Nominations"),
        what_for=_(
            "Posts for which the city asks the association to name somebody. What is due within"
            " thirty days stands on the first page."
        ),
        adds=_("Write down a nomination"),
        removes=_("Written by mistake: remove"),
        removed=_("The nomination was removed"),
        shelf=NOMINATIONS,
        columns=[("post", 12), ("deadline", 9), ("asked_by", 9), ("submitted_on", 9)],
        spare=["asked_by"],
        sections=[
            Section("", ["post", ("asked_by", "class_"), ("number", "deadline")]),
            Section("", [("term_from", "term_to"), "before", "candidates"]),
            Section("", ["submitted_on", "note"]),
        ],
        needs=["post", "asked_by"],
        title_of=_nomination_title,
        papers=[("nominations", _("Print the log of nominations…"))],
    )


TABS = (
    ("officers", N_("Officers")),
    ("posts", N_("Posts")),
    ("turns", N_("Turns of the groups")),
    ("reliefs", N_("Reliefs")),
    ("departments", N_("Departments")),
    ("nominations", N_("Nominations")),
    ("advisers", N_("Whom to ask")),
    ("trainings", N_("Trainings")),
)
"""The parts of the room, in the order of their buttons."""
