"""The figures of a district together: by group, through the years, and what happened in each."""

from dataclasses import dataclass
from datetime import date

from kucho_desktop.core.dates import short_date
from kucho_desktop.households.model.figures.headcount import Headcount, total
from kucho_desktop.households.model.figures.moves import Tally

YEARS = 10
"""Years of office that are told beside each other, the present one included."""


@dataclass(frozen=True)
class YearOfDistrict:
    """A year of office. day: its last one, or the day asked about; the figures are of that day.

    first: its first day. moves: what happened in the year up to that day.
    """

    title: str
    first: date
    day: date
    count: Headcount
    moves: tuple[Tally, ...] = ()

    @property
    def short(self) -> str:
        """R8, or 2026: for a place with little room. A year of two eras goes by the new one."""
        named = min(date(self.first.year, 12, 31), self.day)
        return short_date(named).split(".")[0].split("-")[0]

    def people(self, *kinds: str) -> int:
        """To how many persons."""
        return sum(tally.size for tally in self.moves if tally.kind in kinds)


@dataclass(frozen=True)
class Population:
    """groups: the figures of every group on the day. years: oldest first, the last one is now's."""

    day: date
    groups: tuple[Headcount, ...]
    years: tuple[YearOfDistrict, ...] = ()

    def district(self, title: str = "") -> Headcount:
        return total(title, self.groups)
