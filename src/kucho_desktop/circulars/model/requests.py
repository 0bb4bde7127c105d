"""依頼事務: what the city and others ask of the association, and whether it is needed (S001–S004).

Minutes are kept: half an hour is no whole number of hours.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kucho_desktop.core.audiences import CHIEF_ONLY, Audience
from kucho_desktop.core.fields import Kind, field
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.core.kinds import NOTE, NUMBER, TEXT, YEN, choice, several
from kucho_desktop.core.text import fold, narrow

SEEN = CHIEF_ONLY | {Audience.OFFICERS, Audience.CITY}
CLASSES = (N_("Compulsory"), N_("Optional"), N_("Asked singly"), N_("Other requests"))
"""Usual classes; any other may be written, with a number behind it (必須02)."""
MONTHS_IN_ORDER = (4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3)
_NAMES = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
_HOUR = 60
_TIME = re.compile(
    r"(?:(\d+(?:\.\d+)?)\s*(?:時間|h|hours?)?)?\s*(半)?\s*(?:(\d+)\s*(?:分|min|minutes?))?"
)
_MINUTES = re.compile(r"(\d+)\s*(?:分|min|minutes?)")
_LONGEST = 10_000 * _HOUR

MONTHS = several("months", tuple((str(month), _NAMES[month - 1]) for month in MONTHS_IN_ORDER))
NEEDED = choice(
    "still needed",
    (
        ("", N_("(not said)")),
        ("yes", N_("Needed")),
        ("less", N_("Could be less or simpler")),
        ("no", N_("Not needed any more")),
    ),
)


def minutes_in(typed: str) -> int | None:
    """3, 1.5, 1時間30分, 30分, 2時間半; None where nothing is understood."""
    text = narrow(typed).strip().lower()
    only = _MINUTES.fullmatch(text)
    if only:
        return int(only[1])
    found = _TIME.fullmatch(text)
    if not text or found is None or found[1] is None:
        return None
    return round(float(found[1]) * _HOUR) + (30 if found[2] else 0) + int(found[3] or 0)


def _problem_with_time(typed: str) -> str:
    said = minutes_in(typed) if typed.strip() else 0
    if said is None:
        return _("Please write the time as hours, such as 1.5, or as minutes, such as 30分.")
    return _("That is too long. Please check it.") if said > _LONGEST else ""


def hours_text(minutes: int | None) -> str:
    """1.5時間, 20分: tenths of an hour where they say it exactly."""
    if minutes is None:
        return ""
    if minutes * 10 % _HOUR == 0 and minutes >= _HOUR / 2:
        return _("{hours} h").format(hours=f"{minutes / _HOUR:,g}")
    if minutes < _HOUR:
        return _("{minutes} min").format(minutes=minutes)
    hours, rest = divmod(minutes, _HOUR)
    return _("{hours} h {minutes} min").format(hours=f"{hours:,}", minutes=rest)


TIME_NEEDED = Kind(
    "time needed",
    tidy=lambda typed: minutes_in(typed) if typed.strip() else None,
    show=hours_text,
    problem_with=_problem_with_time,
    empty=None,
    right_aligned=True,
)


@dataclass(frozen=True)
class CityRequest:
    """Something that comes again every year, with the time it takes each time."""

    id: int
    title: str = field(TEXT, N_("What is asked"), seen_by=SEEN, searched=True, width=24)
    office: str = field(TEXT, N_("Office that asks"), seen_by=SEEN, searched=True, width=14)
    class_: str = field(TEXT, N_("Class and number"), seen_by=SEEN, width=8)
    months: str = field(MONTHS, N_("In which months"), seen_by=SEEN, width=8)
    times: int | None = field(NUMBER, N_("Times a year"), seen_by=SEEN, width=3)
    minutes: int | None = field(TIME_NEEDED, N_("Time needed each time"), seen_by=SEEN, width=6)
    pay: int | None = field(YEN, N_("Pay in a year"), seen_by=SEEN, width=6)
    needed: str = field(NEEDED, N_("Still needed?"), seen_by=SEEN, width=9)
    opinion: str = field(NOTE, N_("Opinion"), seen_by=SEEN, width=18)
    note: str = field(NOTE, N_("Note"), width=14)
    letter_id: int | None = None

    @property
    def month_numbers(self) -> tuple[int, ...]:
        return tuple(int(each) for each in self.months.split(",") if each)

    @property
    def times_a_year(self) -> int:
        """As said; else once in each of its months, once where none is said."""
        return self.times or len(self.month_numbers) or 1

    @property
    def minutes_a_year(self) -> int:
        return (self.minutes or 0) * self.times_a_year


def minutes_by_month(requests: Iterable[CityRequest]) -> dict[int | None, int]:
    """Month → minutes; under None what comes at any time. A year's time is shared by its months."""
    found: dict[int | None, int] = dict.fromkeys(MONTHS_IN_ORDER, 0)
    for each in requests:
        months: Sequence[int | None] = each.month_numbers or (None,)
        share, rest = divmod(each.minutes_a_year, len(months))
        for place, month in enumerate(months):
            found[month] = found.get(month, 0) + share + (place < rest)
    return found


def minutes_by_office(requests: Iterable[CityRequest]) -> dict[str, int]:
    """The office with the most first."""
    found: dict[str, int] = {}
    for each in requests:
        found[each.office] = found.get(each.office, 0) + each.minutes_a_year
    return dict(sorted(found.items(), key=lambda pair: -pair[1]))


def said_before(texts: Iterable[str], typed: str, most: int = 5) -> list[str]:
    """Texts that were written before and hold what is typed, each once."""
    wanted = fold(typed)
    found = dict.fromkeys(text for text in texts if text and text != typed and wanted in fold(text))
    return list(found)[:most]


def whole_hours(minutes: int) -> int:
    """For the bars of a chart; what takes little is not nothing."""
    return max(1, (minutes + _HOUR // 2) // _HOUR) if minutes else 0


def month_name(month: int | None) -> str:
    return _(_NAMES[month - 1]) if month else _("any time")
