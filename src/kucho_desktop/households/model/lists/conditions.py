"""A condition of one's own on households: a trait, a way of asking, and a value."""

import calendar
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from kucho_desktop.core.dates import NotADate, read_date, show_date
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.core.kinds import NUMBER
from kucho_desktop.core.text import fold
from kucho_desktop.households.model.household import Household
from kucho_desktop.households.model.lists.as_of import AsOf
from kucho_desktop.households.model.lists.traits import Trait, traits

Holds = Callable[[Household], bool]

_SAME = {"is": N_("is"), "is_not": N_("is not")}
_SAID = {"said": N_("is written"), "unsaid": N_("is not written")}
WAYS: Mapping[str, Mapping[str, str]] = {
    "choice": _SAME,
    "group": _SAME,
    "number": {"least": N_("or more"), "most": N_("or less"), "is": N_("is"), **_SAID},
    "date": {
        "since": N_("or later"),
        "before": N_("or earlier"),
        "within": N_("months back at most"),
        **_SAID,
    },
    "text": {"holds": N_("holds"), "holds_not": N_("does not hold"), "is": N_("is"), **_SAID},
}
"""How each family of traits is asked for, in the order in which it is offered."""
WITHOUT_VALUE = frozenset({"said", "unsaid"})
_MOST_MONTHS = 1200


@lru_cache(maxsize=65_536)
def _folded(text: str) -> str:
    """Remembered: one letter more is asked of the same texts."""
    return fold(text)


@dataclass(frozen=True)
class Condition:
    """value: as the book keeps such a value, in letters: a code, a number, an ISO day, an id."""

    trait: str
    way: str
    value: str = ""

    @property
    def asked(self) -> Trait:
        return traits()[self.trait]

    def is_known(self) -> bool:
        """Whether this program knows what is asked for."""
        return self.trait in traits() and self.way in WAYS[self.asked.family]

    def is_finished(self) -> bool:
        """Whether there is something to ask for yet."""
        family = self.asked.family
        if self.way in WITHOUT_VALUE or family in ("choice", "group"):
            return True
        if family == "number" or self.way == "within":
            return self.value.isdecimal() and int(self.value) <= _MOST_MONTHS**2
        return bool(fold(self.value)) if family == "text" else bool(self.value)

    def holds(self, as_of: AsOf) -> Holds:
        """The rule, ready to be asked of many households."""
        said = _Is(self.asked, as_of.day, self._matches(as_of))
        return said if self.way not in ("is_not", "holds_not", "unsaid") else _Not(said)

    def _matches(self, as_of: AsOf) -> Callable[[Any], bool]:
        family = self.asked.family
        if self.way in WITHOUT_VALUE:
            return _is_said
        if family == "group":
            return _Among(as_of.inside(int(self.value)) if self.value else frozenset({None}))
        if family == "choice":
            return _Among(frozenset(_codes(self.asked, self.value)))
        if family == "number":
            return _Number(self.way, int(self.value))
        if family == "date":
            return _Day(*_span(self.way, self.value, as_of.day))
        return _Words(fold(self.value), whole=self.way == "is")

    def sentence(self, as_of: AsOf) -> str:
        """The condition in words."""
        way = _(WAYS[self.asked.family][self.way])
        if self.way in WITHOUT_VALUE:
            return _("{field} {way}").format(field=self.asked.title, way=way)
        said = {"field": self.asked.title, "way": way, "value": self.value_text(as_of)}
        return _("{field}: {value} {way}").format(**said)

    def value_text(self, as_of: AsOf) -> str:
        """The value as the user reads it."""
        family = self.asked.family
        if family == "group":
            return as_of.name(int(self.value)) if self.value else _("(none)")
        if family == "choice":
            return next(
                (_(t) for code, t in self.asked.kind.choices if str(code) == self.value), ""
            )
        if family == "date" and self.way != "within":
            return show_date(self.value)
        return self.value


def read_value(condition: Condition, typed: str, today: date) -> tuple[str, str]:
    """The value that was typed, and why it is none: one of both is empty."""
    family = condition.asked.family
    if family == "number" or condition.way == "within":
        number = NUMBER.tidy(typed)
        problem = NUMBER.problem_with(typed)
        return ("", problem) if problem or number is None else (str(max(number, 0)), "")
    if family == "date" and typed.strip():
        try:
            return read_date(typed, today).isoformat(), ""
        except NotADate as error:
            return "", str(error)
    return typed.strip(), ""


def _codes(trait: Trait, value: str) -> list[Any]:
    return [code for code, _label in trait.kind.choices if str(code) == value]


def _span(way: str, value: str, day: date) -> tuple[str, str]:
    """The first and the last day that count, ISO."""
    if way == "since":
        return value, "9999-12-31"
    if way == "before":
        return "0001-01-01", value
    months = day.year * 12 + day.month - 1 - min(int(value), _MOST_MONTHS)
    year, month = divmod(months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last)).isoformat(), day.isoformat()


def _is_said(value: Any) -> bool:
    return value not in ("", None)


@dataclass(frozen=True)
class _Is:
    trait: Trait
    day: date
    matches: Callable[[Any], bool]

    def __call__(self, household: Household) -> bool:
        return self.matches(self.trait.of(household, self.day))


@dataclass(frozen=True)
class _Not:
    other: Holds

    def __call__(self, household: Household) -> bool:
        return not self.other(household)


@dataclass(frozen=True)
class _Among:
    values: frozenset[Any]

    def __call__(self, value: Any) -> bool:
        return value in self.values


@dataclass(frozen=True)
class _Number:
    way: str
    limit: int

    def __call__(self, value: Any) -> bool:
        if value is None:
            return False
        if self.way == "is":
            return bool(value == self.limit)
        return bool(value >= self.limit if self.way == "least" else value <= self.limit)


@dataclass(frozen=True)
class _Day:
    """What has no day is never within."""

    first: str
    last: str

    def __call__(self, value: Any) -> bool:
        return bool(value) and self.first <= value <= self.last


@dataclass(frozen=True)
class _Words:
    folded: str
    whole: bool = False

    def __call__(self, value: Any) -> bool:
        text = _folded(str(value or ""))
        return text == self.folded if self.whole else self.folded in text
