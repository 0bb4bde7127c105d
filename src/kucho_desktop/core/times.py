"""Times of day as people write and read them. Kept as "19:30"; empty where none is said."""

from kucho_desktop.core.fields import Kind
from kucho_desktop.core.i18n import _, language
from kucho_desktop.core.patterns import pattern
from kucho_desktop.core.text import narrow
from kucho_desktop.core.typed_dates import with_digits

_NOON = ("正午", "noon", "昼")
_BEFORE = r"(?P<before>午前|午後|朝|夜|夕方|am|pm|a\.m\.|p\.m\.)?"
_AFTER = r"(?P<after>am|pm|a\.m\.|p\.m\.)?"
_CLOCK = pattern(rf"{_BEFORE}(?P<hour>\d\d?)(?:[:.時](?P<minute>\d\d?|半)?分?)?{_AFTER}")
_DIGITS = pattern(rf"{_BEFORE}(?P<hour>\d\d?)(?P<minute>\d\d){_AFTER}")
_LATER = frozenset({"午後", "夜", "夕方", "pm", "p.m."})
_NOON_HOUR = 12


def read_time(typed: str) -> str:
    """As "19:30": 19:30, 19時半, 午後7時30分, 1930, 7:30pm; empty if it is no time of day."""
    text = "".join(with_digits(narrow(typed)).split()).casefold()
    if text in _NOON:
        return "12:00"
    found = _CLOCK.fullmatch(text) or _DIGITS.fullmatch(text)
    if found is None:
        return ""
    hour, said = int(found["hour"]), found["minute"] or "0"
    minute = 30 if said == "半" else int(said)
    half = found["before"] or found["after"] or ""
    if half and hour > _NOON_HOUR:
        half = ""
    if half in _LATER and hour < _NOON_HOUR:
        hour += _NOON_HOUR
    elif half in ("午前", "am", "a.m.") and hour == _NOON_HOUR:
        hour = 0
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else ""


def _problem_with_time(typed: str) -> str:
    if not typed.strip() or read_time(typed):
        return ""
    return _("“{typed}” is no time of day. Please write it such as 19:30.").format(
        typed=typed.strip()
    )


def spoken_time(kept: str) -> str:
    """午後7時30分, as one says it; 19:30 in other languages."""
    if not kept or language() != "ja":
        return kept
    hour, minute = int(kept[:2]), int(kept[3:])
    half, shown = ("午前", hour) if hour < _NOON_HOUR else ("午後", hour - _NOON_HOUR)
    if (hour, minute) == (_NOON_HOUR, 0):
        return "正午"
    return f"{half}{shown}時" + (f"{minute}分" if minute else "")


def clock_time(kept: str) -> str:
    """9:00, as a clock shows it."""
    return kept.removeprefix("0")


def span_text(starts: str, ends: str, *, spoken: bool = False) -> str:
    """9:00–11:00, 9:00 or nothing."""
    say = spoken_time if spoken else clock_time
    if starts and ends:
        return _("{first}–{last}").format(first=say(starts), last=say(ends))
    return say(starts)


TIME = Kind("time", tidy=read_time, show=clock_time, problem_with=_problem_with_time)
