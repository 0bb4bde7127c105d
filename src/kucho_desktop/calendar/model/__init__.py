"""What the calendar is: events, their rules, and what takes place when."""

from kucho_desktop.calendar.model.again import (
    Proposal,
    from_last_year,
    titles_in,
    usual_events,
)
from kucho_desktop.calendar.model.event import (
    FOR_WHOM,
    KINDS,
    OWN_TO_OFFICERS,
    RULES,
    Change,
    Event,
)
from kucho_desktop.calendar.model.holidays import holiday, holidays_between, is_free
from kucho_desktop.calendar.model.occurrences import (
    Occurrence,
    is_planned,
    next_day,
    occurrences,
    planned_days,
    problem_with,
    problem_with_move,
)
from kucho_desktop.calendar.model.plan import (
    Entry,
    Plan,
    day_text,
    days_text,
    line_text,
    next_dates,
    plan_of,
    seen_by,
    title_text,
)
from kucho_desktop.calendar.model.rules import rule_text

__all__ = [
    "FOR_WHOM",
    "KINDS",
    "OWN_TO_OFFICERS",
    "RULES",
    "Change",
    "Entry",
    "Event",
    "Occurrence",
    "Plan",
    "Proposal",
    "day_text",
    "days_text",
    "from_last_year",
    "holiday",
    "holidays_between",
    "is_free",
    "is_planned",
    "line_text",
    "next_dates",
    "next_day",
    "occurrences",
    "plan_of",
    "planned_days",
    "problem_with",
    "problem_with_move",
    "rule_text",
    "seen_by",
    "title_text",
    "titles_in",
    "usual_events",
]
