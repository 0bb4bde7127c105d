"""The calendar in the book: events, and the single days on which one is otherwise."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, replace
from datetime import date, datetime, timedelta
from typing import Any

from kucho_desktop.calendar.model import (
    OWN_TO_OFFICERS,
    Change,
    Event,
    Occurrence,
    Plan,
    is_planned,
    next_dates,
    next_day,
    occurrences,
    plan_of,
    problem_with,
    problem_with_move,
    seen_by,
)
from kucho_desktop.calendar.model.plan import MOST_NEXT, Entry
from kucho_desktop.core.ages import days_in
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import show_date
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.fields import field_named, fields_of
from kucho_desktop.core.fiscal_years import FiscalYear
from kucho_desktop.core.found import OpenItem
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.core.remembered import Remembered
from kucho_desktop.core.rows import change_row
from kucho_desktop.core.text import fold, search_words

EVENT, CHANGE = "calendar_event", "calendar_change"
TABLES = frozenset({EVENT, CHANGE})
_A_YEAR = timedelta(days=366)
_TWO_WEEKS = timedelta(days=14)
_DEADLINES = timedelta(days=30)
_SEARCHED = tuple(each.name for each in fields_of(Event) if each.searched)


def _read_events(book: Book) -> dict[int, Event]:
    rows = book.rows(f"SELECT * FROM {EVENT} ORDER BY first_day, starts, id")
    return {row["id"]: Event(**row) for row in rows}


def _read_changes(book: Book) -> list[Change]:
    return [Change(**row) for row in book.rows(f"SELECT * FROM {CHANGE} ORDER BY id")]


def _read_texts(book: Book) -> list[tuple[Event, str]]:
    return [
        (event, fold(" ".join(getattr(event, name) for name in _SEARCHED)))
        for event in _read_events(book).values()
    ]


_EVENTS = Remembered(_read_events, {EVENT})
_CHANGES = Remembered(_read_changes, {CHANGE})
_TEXTS = Remembered(_read_texts, {EVENT})


def all_events(book: Book) -> list[Event]:
    return list(_EVENTS.of(book).values())


def all_changes(book: Book) -> list[Change]:
    return _CHANGES.of(book)


def event(book: Book, id_: int) -> Event:
    """Raises NotAllowed where an undo took it away."""
    found = _EVENTS.of(book).get(id_)
    if found is None:
        raise NotAllowed(_("This event is no longer there. Nothing was changed."))
    return found


def takes_place(book: Book, first: date, last: date) -> list[Occurrence]:
    """All that touches these days, by day and time."""
    return occurrences(all_events(book), all_changes(book), first, last)


def find_events(book: Book, typed: str, most: int) -> list[Event]:
    """Those that hold every word in their name, place, note or who is responsible."""
    wanted = search_words(typed)
    if not wanted:
        return []
    found = (each for each, text in _TEXTS.of(book) if all(word in text for word in wanted))
    return sorted(found, key=lambda each: each.first_day, reverse=True)[:most]


# ---- writing ----


def add_event(book: Book, values: Event) -> int:
    """Gives the id. Raises NotAllowed with a sentence."""
    with book.step(N_("Add {event} to the calendar"), event=values.title) as db:
        id_ = db.table(EVENT).insert(_kept(_checked(values))).last_pk
    assert isinstance(id_, int)
    return id_


def add_events(book: Book, events: Iterable[Event]) -> int:
    """All in one step; gives how many."""
    wanted = [_checked(each) for each in events]
    with book.step(N_("Add {count} events to the calendar"), count=len(wanted)) as db:
        for each in wanted:
            db.table(EVENT).insert(_kept(each))
    return len(wanted)


def change_event(book: Book, id_: int, values: Mapping[str, Any]) -> None:
    """What is moved or called off goes where its day is no longer one of the event's days.

    What becomes a matter of officers by its kind is no longer told everybody.
    """
    before = event(book, id_)
    new = dict(values)
    if new.get("kind") in OWN_TO_OFFICERS and before.kind not in OWN_TO_OFFICERS:
        new.setdefault("for_whom", "officers")
    if new.get("rule") == "":
        new["until"] = ""
    after = _checked(replace(before, **new))
    label = field_named(Event, next(iter(values))).label
    with book.step(N_("Change {field} of {event}"), field=label, event=before.title) as db:
        change_row(db, EVENT, id_, {name: getattr(after, name) for name in new})
        for each in all_changes(book):
            if each.event_id == id_ and not is_planned(after, date.fromisoformat(each.day)):
                db.table(CHANGE).delete(each.id)


def remove_event(book: Book, id_: int) -> None:
    title = event(book, id_).title
    with book.step(N_("Remove {event} from the calendar"), event=title) as db:
        for each in all_changes(book):
            if each.event_id == id_:
                db.table(CHANGE).delete(each.id)
        db.table(EVENT).delete(id_)


def move(
    book: Book, id_: int, planned: date, to_day: date, starts: str = "", ends: str = ""
) -> None:
    """Let one occurrence be on another day or at another time. Raises NotAllowed."""
    mine = event(book, id_)
    problem = problem_with_move(mine, to_day.isoformat(), starts, ends)
    if problem:
        raise NotAllowed(problem)
    values = {"to_day": to_day.isoformat(), "starts": starts, "ends": ends}
    with book.step(N_("Move {event} to another day"), event=mine.title):
        _change_one(book, mine, planned, values)


def call_off(book: Book, id_: int, planned: date, note: str = "") -> None:
    """Let one occurrence not take place."""
    mine = event(book, id_)
    with book.step(N_("Call {event} off once"), event=mine.title):
        _change_one(book, mine, planned, {"to_day": "", "note": note})


def put_back(book: Book, id_: int, planned: date) -> None:
    """Let one occurrence be as the event says."""
    with book.step(N_("Let {event} be as planned"), event=event(book, id_).title) as db:
        for each in _changes_on(book, id_, planned):
            db.table(CHANGE).delete(each.id)


def _change_one(book: Book, mine: Event, planned: date, values: Mapping[str, object]) -> None:
    if not is_planned(mine, planned):
        raise NotAllowed(_("This event does not take place on that day. Nothing was changed."))
    before = _changes_on(book, mine.id, planned)
    with book.step("") as db:
        if before:
            change_row(db, CHANGE, before[-1].id, values)
        else:
            owner = {"event_id": mine.id, "day": planned.isoformat()}
            db.table(CHANGE).insert({**owner, **values})


def _changes_on(book: Book, id_: int, planned: date) -> list[Change]:
    day = planned.isoformat()
    return [each for each in all_changes(book) if (each.event_id, each.day) == (id_, day)]


def _checked(values: Event) -> Event:
    problem = problem_with(values)
    if problem:
        raise NotAllowed(problem)
    return values


def _kept(values: Event) -> dict[str, object]:
    return {name: value for name, value in asdict(values).items() if name != "id"}


# ---- for papers and pages ----


def plan(book: Book, audience: Audience, first: date, last: date, title: str = "") -> Plan:
    """What an audience may see of what takes place on these days."""
    found = takes_place(book, first, last)
    seen = seen_by({each.event.id: each.event for each in found}.values(), audience)
    return plan_of(title, seen, found, first, last)


def coming(book: Book, audience: Audience, day: date, most: int = MOST_NEXT) -> list[Entry]:
    """今後の日程: what an audience may see of what comes next, for the foot of any paper."""
    last = day + min(_A_YEAR, date.max - day)
    return next_dates(plan(book, audience, day, last), day, most)


def as_file(book: Book, audience: Audience, year: FiscalYear, name: str, made: datetime) -> bytes:
    """The events of a year as an iCalendar file; rules go on beyond it. made: in UTC."""
    from kucho_desktop.calendar.model.as_ics import Making, as_ics

    events = all_events(book)
    making = Making(name, book.about("book_id") or "book", made, year.first, year.last)
    return as_ics(seen_by(events, audience), events, all_changes(book), making)


def found_events(book: Book, typed: str, most: int) -> list[tuple[int, str, str]]:
    """(id, what it is called, when it is next and where), as the search box lists them."""
    changes = all_changes(book)
    found = []
    for each in find_events(book, typed, most):
        mine = [change for change in changes if change.event_id == each.id]
        day = next_day(each, mine, book.today)
        detail = "  ".join(filter(None, (show_date(day) if day else "", each.place)))
        found.append((each.id, each.title, detail))
    return found


def coming_up(book: Book, today: date) -> list[Occurrence]:
    """What takes place until the end of the month, or for two weeks; deadlines of 30 days."""
    end = today.replace(day=days_in(today.year, today.month))
    soon = max(end, today + _TWO_WEEKS)
    found = takes_place(book, today, today + _DEADLINES)
    return [each for each in found if each.day <= soon or each.event.kind == "deadline"]


def open_items(book: Book) -> Iterator[OpenItem]:
    """The deadlines of the next 30 days, for handing over."""
    for each in coming_up(book, book.today):
        if each.event.kind == "deadline" and not each.is_off:
            said = _("{event}: due on {day}")
            text = said.format(event=each.event.title, day=show_date(each.day))
            yield OpenItem(text, "calendar", f"event:{each.event.id}")
