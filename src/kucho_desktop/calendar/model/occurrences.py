"""What takes place when: the days of every event by its rule, with what was moved or called off."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kucho_desktop.calendar.model.event import Change, Event
from kucho_desktop.calendar.model.rules import days_by
from kucho_desktop.core.i18n import _

_LONGEST = 366
_NEXT = timedelta(days=800)
"""Every rule falls on a day within two years."""


@dataclass(frozen=True)
class Occurrence:
    """An event on its day. planned: when it would be by its rule; `last` is its last day."""

    event: Event
    planned: date
    day: date
    last: date
    starts: str
    ends: str
    is_off: bool = False
    note: str = ""

    @property
    def is_moved(self) -> bool:
        return self.day != self.planned

    @property
    def is_changed(self) -> bool:
        """Whether this one is otherwise than its rule says."""
        same = (self.starts, self.ends) == (self.event.starts, self.event.ends)
        return self.is_off or self.is_moved or not same

    @property
    def key(self) -> tuple[int, str]:
        """Which one it is, however it is moved."""
        return self.event.id, self.planned.isoformat()


def planned_days(event: Event, first: date, last: date) -> Iterator[date]:
    """When it would be, by its rule alone."""
    return days_by(event.rule, event.first, first, min(last, event.ends_with))


def is_planned(event: Event, day: date) -> bool:
    return any(planned_days(event, day, day))


def occurrences(
    events: Iterable[Event], changes: Iterable[Change], first: date, last: date
) -> list[Occurrence]:
    """All that touches the days from first to last, by day and time."""
    by_event: dict[int, dict[date, Change]] = {}
    for change in sorted(changes, key=lambda each: each.id):
        by_event.setdefault(change.event_id, {})[date.fromisoformat(change.day)] = change
    found = [
        each for event in events for each in _of(event, by_event.get(event.id, {}), first, last)
    ]
    return sorted(found, key=_order)


def _order(each: Occurrence) -> tuple[date, str, str, int]:
    return each.day, each.starts, each.event.title, each.event.id


def _of(
    event: Event, changed: Mapping[date, Change], first: date, last: date
) -> Iterator[Occurrence]:
    span = timedelta(days=event.days - 1)
    begin = first - min(span, first - date.min)
    for day in planned_days(event, begin, last):
        if day not in changed:
            yield as_planned(event, day)
    for day, change in changed.items():
        moved = as_changed(event, day, change)
        if moved.day <= last and moved.last >= first and is_planned(event, day):
            yield moved


def as_planned(event: Event, day: date) -> Occurrence:
    """The occurrence of this day, as the event says."""
    last = _after(day, timedelta(days=event.days - 1))
    return Occurrence(event, day, day, last, event.starts, event.ends)


def as_changed(event: Event, day: date, change: Change) -> Occurrence:
    """The occurrence of this day, as it was moved or called off."""
    to_day = date.fromisoformat(change.to_day) if change.to_day else day
    last = _after(to_day, timedelta(days=event.days - 1))
    starts, ends = change.starts or event.starts, change.ends or event.ends
    if change.starts and not change.ends:
        ends = ""
    return Occurrence(event, day, to_day, last, starts, ends, not change.to_day, change.note)


def _after(day: date, span: timedelta) -> date:
    return day + min(span, date.max - day)


def next_day(event: Event, changes: Sequence[Change], today: date) -> date | None:
    """When it takes place next, today counted; else the last time; None for never."""
    later = occurrences([event], changes, today, min(today, date.max - _NEXT) + _NEXT)
    if later:
        return later[0].day
    before = occurrences([event], changes, event.first, today) if event.first <= today else []
    if before:
        return before[-1].day
    return next(planned_days(event, event.first, date.max), None)


def problem_with(event: Event) -> str:
    """Why this event cannot be kept, as a sentence; empty if it can."""
    if not event.title.strip():
        return _("Please write what it is called.")
    if not event.first_day:
        return _("Please write on which day it is.")
    if event.last_day and event.last_day < event.first_day:
        return _("The last day lies before the first one. Please look at both.")
    if event.days > _LONGEST:
        return _("It would last longer than a year. Please look at its last day.")
    if event.ends and not event.starts:
        return _("Please write first when it begins.")
    if event.ends and event.days == 1 and event.ends < event.starts:
        return _("It would end before it begins. Please look at both times.")
    if event.rule and next(planned_days(event, event.first, date.max), None) is None:
        return _("It would never take place: it repeats only until a day before the first time.")
    return ""


def problem_with_move(event: Event, day: str, starts: str, ends: str) -> str:
    """Why an occurrence cannot be moved so; empty if it can."""
    if not day:
        return _("Please write on which day it is.")
    begins = starts or event.starts
    if ends and not begins:
        return _("Please write first when it begins.")
    if ends and event.days == 1 and ends < begins:
        return _("It would end before it begins. Please look at both times.")
    return ""
