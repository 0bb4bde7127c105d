"""What an audience may see of what takes place: for papers, and for the foot of other papers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kucho_desktop.calendar.model.event import SHOWN, Event
from kucho_desktop.calendar.model.holidays import holidays_between, weekday_name, weekday_text
from kucho_desktop.calendar.model.occurrences import Occurrence
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.fields import Shown, ShownRecord, shown
from kucho_desktop.core.i18n import _, language
from kucho_desktop.core.times import clock_time, span_text

MOST_NEXT = 8


@dataclass(frozen=True)
class Entry:
    """One line of a plan, in the words that its audience may read. last: its last day.

    event: the id of the event. planned: the day it was moved from, None if it was not.
    """

    event: int
    day: date
    last: date
    starts: str
    ends: str
    title: str
    place: str = ""
    responsible: str = ""
    is_off: bool = False
    planned: date | None = None

    @property
    def time(self) -> str:
        return span_text(self.starts, self.ends)


@dataclass(frozen=True)
class Plan:
    """What takes place from first to last, by day and time; and the holidays among these days."""

    title: str
    first: date
    last: date
    entries: tuple[Entry, ...]
    holidays: Mapping[date, str]

    @property
    def names_people(self) -> bool:
        """Whether somebody responsible may be named on it."""
        return any(entry.responsible for entry in self.entries)

    def of_day(self, day: date) -> list[Entry]:
        return [entry for entry in self.entries if entry.day <= day <= entry.last]


def seen_by(events: Iterable[Event], audience: Audience) -> Shown:
    """The events that an audience may know of, each with what it may know."""
    return shown(Event, events, audience, must_agree=SHOWN)


def plan_of(title: str, seen: Shown, found: Sequence[Occurrence], first: date, last: date) -> Plan:
    """found: occurrences of any events; those of events that are not seen are left out."""
    records = {record.id: record for record in seen.records}
    entries = tuple(
        Entry(
            each.event.id,
            each.day,
            each.last,
            each.starts,
            each.ends,
            _title(each, record),
            record.text("place"),
            record.text("responsible"),
            each.is_off,
            each.planned if each.is_moved else None,
        )
        for each in found
        if (record := records.get(each.event.id)) is not None
    )
    return Plan(title, first, last, entries, holidays_between(first, last))


def _title(each: Occurrence, record: ShownRecord) -> str:
    title = record.text("title")
    return _("Due: {event}").format(event=title) if each.event.kind == "deadline" else title


def next_dates(plan: Plan, day: date, most: int = MOST_NEXT) -> list[Entry]:
    """今後の日程: what comes next from this day on, each event once, nothing that is called off."""
    coming: dict[int, Entry] = {}
    for entry in plan.entries:
        if entry.last >= day and not entry.is_off:
            coming.setdefault(entry.event, entry)
    return list(coming.values())[:most]


def day_text(day: date, *, month: bool = True, holidays: bool = True) -> str:
    """11月3日(火・祝) without its year; 3日(火・祝) under the heading of a month."""
    weekday = weekday_text(day) if holidays else weekday_name(day)
    if language() != "ja":
        return f"{day:%m-%d} ({weekday})" if month else f"{day.day} ({weekday})"
    return (f"{day.month}月" if month else "") + f"{day.day}日({weekday})"


def days_text(entry: Entry | Occurrence, *, month: bool = True) -> str:
    """One day, or the first and the last."""
    text = day_text(entry.day, month=month)
    if entry.last == entry.day:
        return text
    same = entry.last.month == entry.day.month and not month
    return _("{first}–{last}").format(first=text, last=day_text(entry.last, month=not same))


def title_text(entry: Entry) -> str:
    """What it is called, with what is otherwise this time."""
    if entry.is_off:
        return _("Called off: {event}").format(event=entry.title)
    if entry.planned is not None:
        said = _("{event} (moved from {day})")
        return said.format(event=entry.title, day=day_text(entry.planned))
    return entry.title


def line_text(entry: Entry) -> str:
    """9:00 一斉清掃（公民館）: when, what and where, on one line."""
    text = " ".join(part for part in (clock_time(entry.starts), title_text(entry)) if part)
    if entry.place:
        text = _("{event} ({place})").format(event=text, place=entry.place)
    return text
