"""The calendar for telephones and other programs: an iCalendar file (RFC 5545).

A rule goes out as a rule where every telephone understands it, else as single events of the years
asked for. What was moved has its RECURRENCE-ID, what was called off its EXDATE.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone

from kucho_desktop.calendar.model.event import Change, Event
from kucho_desktop.calendar.model.occurrences import (
    Occurrence,
    as_changed,
    as_planned,
    occurrences,
    planned_days,
)
from kucho_desktop.calendar.model.rules import number_in_month
from kucho_desktop.core.dates import OPEN
from kucho_desktop.core.fields import Shown, ShownRecord
from kucho_desktop.exchange.ics import content_line, escaped, whole_file

_ZONE = {"TZID": "Asia/Tokyo"}
_WHOLE_DAY = {"VALUE": "DATE"}
_JAPAN = timezone(timedelta(hours=9))
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_IN_EVERY_MONTH = 28
_FIFTH = 5
_TIME_ZONE = (
    "BEGIN:VTIMEZONE",
    "TZID:Asia/Tokyo",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0900",
    "TZOFFSETTO:+0900",
    "TZNAME:JST",
    "END:STANDARD",
    "END:VTIMEZONE",
)


@dataclass(frozen=True)
class Making:
    """name: what the calendar is called. owner: tells the events of one book from another's.

    made: the moment of making it, in UTC.
    """

    name: str
    owner: str
    made: datetime
    first: date
    last: date


def as_ics(
    seen: Shown, events: Iterable[Event], changes: Iterable[Change], making: Making
) -> bytes:
    """What an audience may see of the events, as a file."""
    records = {record.id: record for record in seen.records}
    kept = [event for event in events if event.id in records]
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//kucho_desktop//calendar//JA",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        content_line("X-WR-CALNAME", escaped(making.name)),
        content_line("X-WR-TIMEZONE", "Asia/Tokyo"),
        *_TIME_ZONE,
    ]
    by_event: dict[int, list[Change]] = {}
    for change in changes:
        by_event.setdefault(change.event_id, []).append(change)
    for event in kept:
        writer = _Writer(event, by_event.get(event.id, []), records[event.id], making)
        lines += writer.lines()
    return whole_file([*lines, "END:VCALENDAR"])


class _Writer:
    """One event, in as many parts as it needs."""

    def __init__(
        self, event: Event, changes: Sequence[Change], record: ShownRecord, making: Making
    ) -> None:
        self._event = event
        self._changes = changes
        self._record = record
        self._making = making

    def lines(self) -> Iterator[str]:
        making = self._making
        found = occurrences([self._event], self._changes, making.first, making.last)
        rule = rule_as_said(self._event)
        if rule and found:
            yield from self._as_rule(rule)
        elif not rule:
            for each in found:
                which = f"-{each.planned:%Y%m%d}" if self._event.rule else ""
                yield from self._part(each, which)

    def _as_rule(self, rule: str) -> Iterator[str]:
        event = self._event
        changed = [
            as_changed(event, day, each)
            for each in self._changes
            for day in planned_days(event, *[date.fromisoformat(each.day)] * 2)
        ]
        first = next(planned_days(event, event.first, date.max))
        usual = as_planned(event, first)
        more = [content_line("RRULE", rule)]
        for each in changed:
            if each.is_off:
                more.append(self._moment("EXDATE", each.planned, event.starts, usual))
        yield from self._part(usual, "", more)
        for each in changed:
            if not each.is_off:
                which = self._moment("RECURRENCE-ID", each.planned, event.starts, usual)
                yield from self._part(each, "", [which])

    def _part(self, each: Occurrence, which: str, more: Sequence[str] = ()) -> Iterator[str]:
        made = f"{self._making.made.astimezone(UTC):%Y%m%dT%H%M%SZ}"
        yield "BEGIN:VEVENT"
        yield content_line("UID", f"{each.event.id}{which}@{self._making.owner}.kucho")
        yield content_line("DTSTAMP", made)
        yield from more
        yield self._moment("DTSTART", each.day, each.starts, each)
        if _is_timed(each):
            if each.ends:
                yield self._moment("DTEND", each.last, each.ends, each)
        elif each.last < date.max:
            yield self._moment("DTEND", each.last + timedelta(days=1), "", each)
        yield content_line("SUMMARY", escaped(self._record.text("title")))
        if self._record.text("place"):
            yield content_line("LOCATION", escaped(self._record.text("place")))
        yield content_line("CATEGORIES", escaped(self._record.text("kind")))
        yield content_line("STATUS", "CANCELLED" if each.is_off else "CONFIRMED")
        yield "END:VEVENT"

    @staticmethod
    def _moment(name: str, day: date, at: str, like: Occurrence) -> str:
        """A day, or a day and a time as the clock on the wall shows it in Japan."""
        plain = day.isoformat().replace("-", "")
        if not _is_timed(like):
            return content_line(name, plain, _WHOLE_DAY)
        return content_line(name, f"{plain}T{at.replace(':', '')}00", _ZONE)


def _is_timed(each: Occurrence) -> bool:
    """Several days without an end are whole days."""
    return bool(each.starts) and (bool(each.ends) or each.day == each.last)


def rule_as_said(event: Event) -> str:
    """The RRULE (3.3.10); empty where there is none that every telephone understands."""
    rule, day = event.rule, event.first
    weekday, which = _DAYS[day.weekday()], number_in_month(day)
    numbered = f"{-1 if which == _FIFTH else which}{weekday}"
    parts = {
        "weekly": "FREQ=WEEKLY",
        "monthly_last": "FREQ=MONTHLY;BYMONTHDAY=-1",
        "monthly_weekday": f"FREQ=MONTHLY;BYDAY={numbered}",
        "monthly_last_weekday": f"FREQ=MONTHLY;BYDAY=-1{weekday}",
        "yearly_weekday": f"FREQ=YEARLY;BYMONTH={day.month};BYDAY={numbered}",
        "yearly_last_weekday": f"FREQ=YEARLY;BYMONTH={day.month};BYDAY=-1{weekday}",
    }
    if day.day <= _IN_EVERY_MONTH:
        parts["monthly_day"] = f"FREQ=MONTHLY;BYMONTHDAY={day.day}"
    if (day.month, day.day) != (2, 29):
        parts["yearly_day"] = "FREQ=YEARLY"
    said = parts.get(rule, "")
    if not said or event.ends_with.isoformat() == OPEN:
        return said
    return f"{said};UNTIL={_until(event)}"


def _until(event: Event) -> str:
    """A day where DTSTART is one; else in UTC, the end of that day in Japan (3.3.10)."""
    day = event.ends_with
    if not _is_timed(as_planned(event, event.first)):
        return day.isoformat().replace("-", "")
    end = datetime.combine(day, time(23, 59, 59), _JAPAN)
    return f"{end.astimezone(UTC):%Y%m%dT%H%M%SZ}"
