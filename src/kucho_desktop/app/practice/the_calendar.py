"""The calendar of the practice district: what repeats, and what stood in it last year and this."""

import json
from datetime import date, timedelta
from random import Random
from typing import Any

from kucho_desktop.association.store import year_starts
from kucho_desktop.calendar.model import Event
from kucho_desktop.calendar.store import (
    add_events,
    all_events,
    call_off,
    move,
    takes_place,
)
from kucho_desktop.core.book import Book
from kucho_desktop.core.fiscal_years import FiscalYear, fiscal_year_of
from kucho_desktop.core.i18n import N_
from kucho_desktop.core.places import resources

_WEEK = 7
_NO_PLACE_YET = 0.15
"""The share of this year's single events of which the hour is not known yet."""


def fill_calendar(book: Book, seed: int) -> None:
    """Single events of last year and this one; rules that began before; a few days otherwise."""
    said = json.loads((resources() / "practice" / "calendar.json").read_text("utf-8"))
    chance = Random(f"calendar {seed}")
    starts = year_starts(book)
    now = fiscal_year_of(book.today, starts)
    before = fiscal_year_of(now.first - timedelta(days=1), starts)
    events = [_event(each, before) for each in said["repeating"]]
    events += [_event(each, before) for each in said["single"]]
    for each in said["single"]:
        event = _event(each, now)
        unknown = event.first > book.today and chance.random() < _NO_PLACE_YET
        events.append(_event({**each, "starts": "", "ends": ""}, now) if unknown else event)
    with book.step(N_("Write down the calendar of the year")):
        add_events(book, events)
        _otherwise(book, said, before, now)


def _otherwise(book: Book, said: Any, before: FiscalYear, now: FiscalYear) -> None:
    """Rain and a typhoon."""
    off, moved = said["called_off"], said["moved"]
    for each in all_events(book):
        if each.title == off["title"] and each.first in before:
            call_off(book, each.id, each.first, off["note"])
    for one in takes_place(book, now.first, now.last):
        if one.event.title == moved["title"] and one.day < book.today:
            move(book, one.event.id, one.planned, one.day + timedelta(days=moved["days"]))


def _event(said: dict[str, Any], year: FiscalYear) -> Event:
    first = _day_in(said, year)
    values = {name: value for name, value in said.items() if name not in _HOW_TO_FIND_THE_DAY}
    last = first + timedelta(days=said.get("days", 1) - 1)
    last_day = last.isoformat() if last > first else ""
    return Event(0, first_day=first.isoformat(), last_day=last_day, **values)


_HOW_TO_FIND_THE_DAY = frozenset({"month", "day", "weekday", "which", "days"})


def _day_in(said: dict[str, Any], year: FiscalYear) -> date:
    for calendar_year in (year.first.year, year.last.year):
        day = date(calendar_year, said["month"], said.get("day", 1))
        if "weekday" in said:
            ahead = (said["weekday"] - day.weekday()) % _WEEK + _WEEK * (said["which"] - 1)
            day += timedelta(days=ahead)
        if day in year:
            return day
    raise LookupError(f"no month {said['month']} in the year from {year.first}")
