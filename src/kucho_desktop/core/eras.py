"""The Japanese eras. They are data: a new one is a line in resources/eras.json."""

import json
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from kucho_desktop.core.places import resources


class Era(NamedTuple):
    """An era from its first day on; `ligature` is the one character that stands for its name."""

    name: str
    short: str
    letter: str
    ligature: str
    since: date


@cache
def eras() -> tuple[Era, ...]:
    """All eras, oldest first."""
    said = json.loads((resources() / "eras.json").read_text("utf-8"))["eras"]
    known = [Era(**{**each, "since": date.fromisoformat(each["since"])}) for each in said]
    return tuple(sorted(known, key=lambda era: era.since))


def era_of(day: date, known: Sequence[Era] | None = None) -> Era | None:
    """The era that a day lies in; None before the first."""
    reached = [era for era in known or eras() if era.since <= day]
    return max(reached, key=lambda era: era.since) if reached else None


def last_day_of(era: Era, known: Sequence[Era] | None = None) -> date:
    """The day before the next era; the end of time for the one that runs."""
    later = [each.since for each in known or eras() if each.since > era.since]
    return min(later) - timedelta(days=1) if later else date.max


def year_text(day: date, known: Sequence[Era] | None = None) -> str:
    """The year as it is written: 令和元年, 令和8年; 1867年 before the first era."""
    era = era_of(day, known)
    if era is None:
        return f"{day.year}年"
    count = day.year - era.since.year + 1
    return f"{era.name}{'元' if count == 1 else count}年"


def short_text(day: date, known: Sequence[Era] | None = None) -> str:
    """A day for narrow columns: R8.4.1."""
    era = era_of(day, known)
    if era is None:
        return day.isoformat()
    return f"{era.letter}{day.year - era.since.year + 1}.{day.month}.{day.day}"
