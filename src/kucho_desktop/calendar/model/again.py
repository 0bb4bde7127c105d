"""What was last year, put on the right day of this year; and what most districts have."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from kucho_desktop.calendar.model.event import Change, Event
from kucho_desktop.calendar.model.holidays import same_holiday
from kucho_desktop.calendar.model.occurrences import occurrences
from kucho_desktop.calendar.model.rules import weekday_in_month
from kucho_desktop.core.fiscal_years import FiscalYear
from kucho_desktop.core.places import resources
from kucho_desktop.core.text import fold

_SATURDAY = 5
_SAID = ("title", "kind", "for_whom", "rule", "starts", "ends", "place")


@dataclass(frozen=True)
class Proposal:
    """An event as it may be this year. before: its day last year, None if there was none.

    is_there: this year has one of this name already.
    """

    event: Event
    before: date | None = None
    is_there: bool = False

    def on(self, day: date) -> Event:
        """The event on this day, lasting as long as it did."""
        last = ""
        if self.event.days > 1:
            last = date.fromordinal(
                min(day.toordinal() + self.event.days - 1, date.max.toordinal())
            ).isoformat()
        return replace(self.event, id=0, first_day=day.isoformat(), last_day=last)


def from_last_year(
    events: Iterable[Event], changes: Iterable[Change], before: FiscalYear, now: FiscalYear
) -> list[Proposal]:
    """The events of the year before that have no rule, each on the right weekday of this year."""
    events, changes = list(events), list(changes)
    there = titles_in(events, changes, now)
    off = {each.event_id for each in changes if not each.to_day}
    found = [
        each for each in events if not each.rule and each.first in before and each.id not in off
    ]
    proposals = []
    for event in sorted(found, key=lambda each: (each.first_day, each.starts, each.id)):
        day = right_day(event.first, now)
        if day is not None:
            proposal = Proposal(event, event.first, fold(event.title) in there)
            proposals.append(replace(proposal, event=proposal.on(day)))
    return proposals


def titles_in(
    events: Iterable[Event], changes: Iterable[Change], year: FiscalYear
) -> frozenset[str]:
    """What takes place in a year, folded."""
    found = occurrences(events, changes, year.first, year.last)
    return frozenset(fold(each.event.title) for each in found)


def right_day(day: date, year: FiscalYear) -> date | None:
    """The same weekday of the month (第2日曜) in another year of office.

    What was on a holiday amid the week is on that holiday again. None where the year, one of
    transition, has no such month.
    """
    for calendar_year in range(year.first.year, year.last.year + 1):
        there = same_holiday(day, calendar_year) if day.weekday() < _SATURDAY else None
        there = there or weekday_in_month(day, calendar_year, day.month)
        if there in year:
            return there
    return None


def usual_events(year: FiscalYear, there: Collection[str]) -> list[Proposal]:
    """What most districts have in a year, on a likely day. there: folded titles it has already."""
    said = json.loads((resources() / "calendar" / "usual_events.json").read_text("utf-8"))
    found = [event for each in said["events"] if (event := _usual(each, year)) is not None]
    proposals = [Proposal(event, None, fold(event.title) in there) for event in found]
    return sorted(proposals, key=lambda each: each.event.first_day)


def _usual(said: dict[str, Any], year: FiscalYear) -> Event | None:
    values = {name: said[name] for name in _SAID if name in said}
    for calendar_year in range(year.first.year, year.last.year + 1):
        day = date(calendar_year, said["month"], said.get("day", 1))
        if "weekday" in said:
            which = 7 * (said["which"] - 1)
            day = date.fromordinal(day.toordinal() + which + (said["weekday"] - day.weekday()) % 7)
        if day in year:
            return Event(0, first_day=day.isoformat(), **values)
    return None
