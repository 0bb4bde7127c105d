"""What stands in the calendar: an event, once or by a rule, and what is otherwise on one day."""

from dataclasses import dataclass, replace
from datetime import date

from kucho_desktop.core.audiences import EVERYONE, OFFICIALS, Audience
from kucho_desktop.core.dates import OPEN, NotADate, read_date
from kucho_desktop.core.fields import field
from kucho_desktop.core.i18n import N_
from kucho_desktop.core.kinds import DATE, NOTE, TEXT, choice
from kucho_desktop.core.times import TIME
from kucho_desktop.core.typed_dates import take_apart

KINDS = choice(
    "kind of event",
    (
        ("event", N_("Event")),
        ("meeting", N_("Meeting")),
        ("deadline", N_("Deadline")),
        ("duty", N_("Duty")),
        ("other", N_("Other")),
    ),
)
FOR_WHOM = choice(
    "for whom", (("all", N_("For everybody")), ("officers", N_("For the officers only")))
)
RULES = choice(
    "rule",
    (
        ("", N_("Does not repeat")),
        ("yearly_day", N_("Every year, the same date")),
        ("yearly_weekday", N_("Every year, like the second Sunday of a month")),
        ("yearly_last_weekday", N_("Every year, like the last Sunday of a month")),
        ("yearly_week", N_("Every year, the same week and weekday")),
        ("monthly_day", N_("Every month, like the 10th")),
        ("monthly_weekday", N_("Every month, like the second Sunday")),
        ("monthly_last_weekday", N_("Every month, like the last Sunday")),
        ("monthly_last", N_("Every month, the last day")),
        ("weekly", N_("Every week")),
    ),
)

_LONG_AGO = 90
"""Days: a month and a day without a year that lie so far back mean those of next year."""


def read_coming(typed: str, today: date | None = None) -> str:
    """As elsewhere; but in November 「1月10日」 is the one that comes. ISO, empty for nothing."""
    if not typed.strip():
        return ""
    today = today or date.today()
    day, parts = read_date(typed, today), take_apart(typed)
    if parts is not None and not parts.year and (today - day).days > _LONG_AGO:
        day = read_date(typed, today.replace(year=today.year + 1, day=1))
    return day.isoformat()


def problem_with_coming(typed: str, today: date | None = None) -> str:
    """Why this is no day; 2月29日 may be one of this year, and none of the next."""
    try:
        read_coming(typed, today)
    except NotADate as problem:
        return str(problem)
    return ""


DAY = replace(DATE, tidy=read_coming, problem_with=problem_with_coming)
OWN_TO_OFFICERS = frozenset({"deadline", "meeting"})
"""Kinds that are not everybody's affair unless that is said."""
SHOWN = "event"
"""What an event must have agreed to before everybody sees it: being for everybody."""


@dataclass(frozen=True)
class Event:
    """What is to happen. With a rule, `first_day` is the day that the rule takes after.

    until: the last day on which the rule may fall; "" for always. Times are "19:30" or "".
    """

    id: int
    title: str = field(TEXT, N_("What it is called"), seen_by=EVERYONE, searched=True, width=16)
    kind: str = field(KINDS, N_("Kind of event"), seen_by=EVERYONE, default="event", width=6)
    for_whom: str = field(FOR_WHOM, N_("Who is told"), seen_by=OFFICIALS, default="all", width=9)
    first_day: str = field(DAY, N_("On which day"), seen_by=EVERYONE, width=11)
    last_day: str = field(DAY, N_("Last day"), seen_by=EVERYONE, width=11)
    starts: str = field(TIME, N_("Begins at"), seen_by=EVERYONE, width=4)
    ends: str = field(TIME, N_("Ends at"), seen_by=EVERYONE, width=4)
    place: str = field(TEXT, N_("Where"), seen_by=EVERYONE, searched=True, width=16)
    responsible: str = field(
        TEXT, N_("Who is responsible"), seen_by=OFFICIALS, searched=True, width=16
    )
    rule: str = field(RULES, N_("Repeats"), seen_by=OFFICIALS, width=16)
    until: str = field(DAY, N_("Repeats until"), seen_by=OFFICIALS, width=11)
    note: str = field(NOTE, N_("Note"), seen_by=OFFICIALS, searched=True, width=20)

    def agreed(self, item: str, _audience: Audience) -> bool:
        """What is for the officers only never stands on a paper for everybody."""
        return item == SHOWN and self.for_whom == "all"

    @property
    def first(self) -> date:
        return date.fromisoformat(self.first_day)

    @property
    def days(self) -> int:
        """How many days it lasts; 1 for most."""
        return (date.fromisoformat(self.last_day) - self.first).days + 1 if self.last_day else 1

    @property
    def ends_with(self) -> date:
        """The last day on which its rule may fall."""
        return date.fromisoformat(self.until if self.rule and self.until else OPEN)


@dataclass(frozen=True)
class Change:
    """One occurrence of an event that is moved or called off.

    day: when it would have been. to_day: when it is instead; "" if it was called off.
    """

    id: int
    event_id: int
    day: str = field(DATE, N_("Planned for"))
    to_day: str = field(DAY, N_("Moved to"), width=11)
    starts: str = field(TIME, N_("Begins at"), width=4)
    ends: str = field(TIME, N_("Ends at"), width=4)
    note: str = field(NOTE, N_("Reason"))
