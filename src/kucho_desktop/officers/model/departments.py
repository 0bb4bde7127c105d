"""部: the departments of an association, and what each has to do in a year."""

from dataclasses import dataclass

from kucho_desktop.core.audiences import EVERYONE, OFFICIALS
from kucho_desktop.core.fields import field
from kucho_desktop.core.i18n import N_
from kucho_desktop.core.kinds import DATE, KANA, NAME, NOTE, TEXT, choice, rows_of

MONTHS = choice(
    "month",
    (
        (None, N_("(any time)")),
        (4, N_("April")),
        (5, N_("May")),
        (6, N_("June")),
        (7, N_("July")),
        (8, N_("August")),
        (9, N_("September")),
        (10, N_("October")),
        (11, N_("November")),
        (12, N_("December")),
        (1, N_("January")),
        (2, N_("February")),
        (3, N_("March")),
    ),
)


@dataclass(frozen=True)
class DepartmentTask:
    """Something that a department does every year."""

    id: int
    department_id: int = 0
    month: int | None = field(MONTHS, N_("Month"), seen_by=EVERYONE, default=None, width=5)
    task: str = field(TEXT, N_("What is to be done"), seen_by=EVERYONE, width=14)
    note: str = field(TEXT, N_("Note"), seen_by=OFFICIALS, width=10)
    position: int = 0


@dataclass(frozen=True)
class Department:
    """A department; its people are those who hold its posts."""

    id: int
    name: str = field(NAME, N_("Department"), seen_by=EVERYONE, searched=True, width=10)
    kana: str = field(KANA, N_("Reading"), seen_by=EVERYONE, width=10)
    work: str = field(NOTE, N_("What it is for"), seen_by=EVERYONE, width=16)
    tasks: tuple[DepartmentTask, ...] = field(
        rows_of(DepartmentTask), N_("Work of the year"), seen_by=EVERYONE
    )
    since: str = field(DATE, N_("There since"), seen_by=OFFICIALS, width=9)
    last: str = field(DATE, N_("Until (last day)"), seen_by=OFFICIALS, width=9)
    position: int = 0
