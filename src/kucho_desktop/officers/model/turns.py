"""隣組長輪番: whose turn it is, year after year, and why others are passed over (domain 3.3).

The turn goes round in walking order. Whoever is passed over for a relief, for pausing or for having
just moved in waits for the next round. Two houses may exchange their years: who served before the
own turn is passed over when it comes (前倒し), and who goes later is waited for.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from kucho_desktop.core.fiscal_years import FiscalYear
from kucho_desktop.core.i18n import N_, _

RELIEVED, PAUSED, NEW, LEAVES, EARLY, LATER = (
    "relieved",
    "paused",
    "new",
    "leaves",
    "early",
    "later",
)
"""Why a house is passed over."""

_SAID = {
    RELIEVED: N_("relieved of offices"),
    PAUSED: N_("pauses"),
    NEW: N_("moved in less than a year before"),
    LEAVES: N_("lives here no more by then"),
    EARLY: N_("had its turn early"),
    LATER: N_("exchanged, has its turn later"),
}
Place = tuple[int, int]
"""Walking order, then the id: where a house stands in the round."""


@dataclass(frozen=True)
class House:
    """since, until: the days (ISO, half-open) of living here, "" where it is not known."""

    id: int
    name: str
    order: int = 0
    since: str = ""
    until: str = "9999-12-31"
    is_paused: bool = False

    @property
    def place(self) -> Place:
        return self.order, self.id


@dataclass(frozen=True)
class Freed:
    """A house that is relieved of offices; reason: only for those who may know it."""

    household_id: int
    since: str
    until: str
    reason: str = ""


@dataclass(frozen=True)
class Fixed:
    """A turn written down by hand. year: its first day (ISO).

    apart: out of its order (前倒し, an exchange); else the round goes on behind this house.
    exchanged: the other year of an exchange.
    """

    year: str
    household_id: int
    apart: bool = False
    exchanged: str = ""
    note: str = ""


@dataclass(frozen=True)
class Skipped:
    """A house that was passed over; detail: the reason of a relief."""

    household_id: int
    name: str
    why: str
    detail: str = ""

    def said(self, *, with_reason: bool = True) -> str:
        """In words; without the reason only that it is passed over."""
        if not with_reason:
            return self.name
        why = _(_SAID[self.why])
        if self.detail:
            why = _("{why}: {detail}").format(why=why, detail=self.detail)
        return _("{name} ({why})").format(name=self.name, why=why)


@dataclass(frozen=True)
class Turn:
    """household_id: 0 where it is not known, or where everybody is passed over.

    is_past: the year is over, nothing is reckoned. is_served: somebody was or is really in office.
    """

    year: FiscalYear
    household_id: int = 0
    name: str = ""
    skipped: tuple[Skipped, ...] = ()
    is_past: bool = False
    is_served: bool = False
    is_fixed: bool = False
    note: str = ""


@dataclass(frozen=True)
class Served:
    """Who was in office in a year, by the name of the person; household_id 0: from elsewhere."""

    household_id: int
    name: str


@dataclass
class _Round:
    """Where the round stands. early: who served before the turn; waiting: who goes later."""

    at: Place = (-1, -1)
    early: dict[int, str] = field(default_factory=dict)
    waiting: set[int] = field(default_factory=set)

    def take(self, house: int, place: Place | None, *, apart: bool, year: str) -> None:
        """A house serves in a year that is written down."""
        if not apart:
            self.at = place or self.at
            self.early.pop(house, None)
            self.waiting.discard(house)
        elif house in self.waiting:
            self.waiting.discard(house)
        else:
            self.early[house] = year


def reckoned(
    houses: Iterable[House],
    years: Sequence[FiscalYear],
    today: date,
    *,
    served: Mapping[str, Served],
    fixed: Iterable[Fixed] = (),
    freed: Iterable[Freed] = (),
    places: Mapping[int, Place] | None = None,
) -> list[Turn]:
    """The turn of every year, oldest first.

    served: first day of the year (ISO) → who really was. places: of houses that are gone.
    """
    ordered = sorted(houses, key=lambda each: each.place)
    written = {each.year: each for each in fixed}
    known = {each.id: each.place for each in ordered} | dict(places or {})
    names = {each.id: each.name for each in ordered}
    reliefs = list(freed)
    state, turns = _Round(), []
    for year in years:
        key = year.first.isoformat()
        was, said = served.get(key), written.get(key)
        if was is not None or said is not None:
            house = was.household_id if was else said.household_id if said else 0
            own = said if said and said.household_id == house else None
            state.take(house, known.get(house), apart=bool(own and own.apart), year=key)
            name = was.name if was else names.get(house, "")
            past = year.last < today
            note = own.note if own else ""
            turns.append(Turn(year, house, name, (), past, was is not None, own is not None, note))
        elif year.last < today:
            turns.append(Turn(year, is_past=True))
        else:
            later = {each.household_id: each.year for each in written.values() if each.year > key}
            turns.append(_next(ordered, year, state, later, reliefs))
    return turns


def _next(
    houses: Sequence[House],
    year: FiscalYear,
    state: _Round,
    later: Mapping[int, str],
    freed: Sequence[Freed],
) -> Turn:
    """Go round from where the last one was until somebody is not passed over."""
    ahead = [each for each in houses if each.place > state.at]
    passed: list[Skipped] = []
    for house in [*ahead, *(each for each in houses if each.place <= state.at)]:
        skipped = _why_not(house, year, state, later, freed)
        if skipped is None:
            return _chosen(house.id, house.name, house.place, year, state, passed)
        passed.append(skipped)
    for why in (EARLY, LATER):  # rather twice than nobody
        for skipped in passed:
            if skipped.why == why:
                rest = [each for each in passed if each is not skipped]
                place = next(each.place for each in houses if each.id == skipped.household_id)
                return _chosen(skipped.household_id, skipped.name, place, year, state, rest)
    return Turn(year, skipped=tuple(passed))


def _chosen(
    house: int, name: str, place: Place, year: FiscalYear, state: _Round, passed: list[Skipped]
) -> Turn:
    for each in passed:
        if each.why == EARLY:
            state.early.pop(each.household_id, None)
        elif each.why == LATER:
            state.waiting.add(each.household_id)
    state.at = place
    state.early.pop(house, None)
    return Turn(year, house, name, tuple(passed))


def _why_not(
    house: House,
    year: FiscalYear,
    state: _Round,
    later: Mapping[int, str],
    freed: Sequence[Freed],
) -> Skipped | None:
    first = year.first.isoformat()
    for each in freed:
        if each.household_id == house.id and each.since <= first < each.until:
            return Skipped(house.id, house.name, RELIEVED, each.reason)
    if house.is_paused:
        return Skipped(house.id, house.name, PAUSED)
    if house.until <= first:
        return Skipped(house.id, house.name, LEAVES)
    if house.since > _a_year_before(year.first):
        return Skipped(house.id, house.name, NEW)
    if house.id in later:
        return Skipped(house.id, house.name, LATER)
    if house.id in state.early:
        return Skipped(house.id, house.name, EARLY)
    return None


def _a_year_before(day: date) -> str:
    try:
        return day.replace(year=day.year - 1).isoformat()
    except ValueError:
        return day.replace(year=day.year - 1, day=28).isoformat()
