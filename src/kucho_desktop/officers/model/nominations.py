"""委員推薦: whom the city asks the association to name, by when, and who was asked (domain 1.5)."""

from dataclasses import dataclass
from datetime import date, timedelta

from kucho_desktop.core.audiences import CHIEF_ONLY, Audience
from kucho_desktop.core.fields import field
from kucho_desktop.core.i18n import N_
from kucho_desktop.core.kinds import DATE, NAME, NOTE, NUMBER, TEXT, choice, rows_of

BOARD = CHIEF_ONLY | {Audience.OFFICERS}
SOON = timedelta(days=30)
"""So long before its deadline a nomination is an open item."""

ANSWERS = choice(
    "candidate's answer",
    (
        ("", N_("Not asked yet")),
        ("waits", N_("Thinks it over")),
        ("yes", N_("Accepts")),
        ("no", N_("Declines")),
    ),
)


@dataclass(frozen=True)
class Candidate:
    """Somebody who was thought of; why he declined is for the chief alone."""

    id: int
    nomination_id: int = 0
    name: str = field(NAME, N_("Name"), seen_by=BOARD, width=9)
    asked_on: str = field(DATE, N_("Asked on"), seen_by=BOARD, width=9)
    answer: str = field(ANSWERS, N_("Answer"), seen_by=BOARD, width=6)
    note: str = field(TEXT, N_("Note"), width=10)
    member_id: int | None = None
    position: int = 0


@dataclass(frozen=True)
class Nomination:
    """A post outside that the association fills, such as 民生児童委員 or 人権教育推進員."""

    id: int
    post: str = field(TEXT, N_("Post asked for"), seen_by=BOARD, searched=True, width=14)
    asked_by: str = field(TEXT, N_("Asked by"), seen_by=BOARD, searched=True, width=12)
    class_: str = field(TEXT, N_("Class of the request"), seen_by=BOARD, width=7)
    number: int = field(NUMBER, N_("Places"), seen_by=BOARD, default=1, width=3)
    deadline: str = field(DATE, N_("To be named by"), seen_by=BOARD, width=9)
    term_from: str = field(DATE, N_("Term from"), seen_by=BOARD, width=9)
    term_to: str = field(DATE, N_("Term until (last day)"), seen_by=BOARD, width=9)
    before: str = field(NAME, N_("Who was before"), seen_by=BOARD, width=9)
    candidates: tuple[Candidate, ...] = field(rows_of(Candidate), N_("Candidates"), seen_by=BOARD)
    submitted_on: str = field(DATE, N_("Handed in on"), seen_by=BOARD, width=9)
    note: str = field(NOTE, N_("Note"), seen_by=BOARD, width=14)

    @property
    def accepted(self) -> tuple[str, ...]:
        """Who said yes."""
        return tuple(each.name for each in self.candidates if each.answer == "yes")

    def is_open(self) -> bool:
        return not self.submitted_on

    def is_urgent(self, today: date) -> bool:
        """Whether its deadline is near or past while nothing was handed in."""
        due = self.deadline and date.fromisoformat(self.deadline) - SOON <= today
        return bool(self.is_open() and due)
