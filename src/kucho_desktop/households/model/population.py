"""The figures of a district together: by group, through the years, and what happened in each."""

from dataclasses import dataclass
from datetime import date

from kucho_desktop.households.model.headcount import Headcount, total
from kucho_desktop.households.model.moves import Tally

YEARS = 10
"""Years of office that are told beside each other, the present one included."""


@dataclass(frozen=True)
class YearOfDistrict:
    """A year of office. day: its last one, or the day asked about; the figures are of that day.

    moves: what happened in the year up to that day.
    """

    title: str
    day: date
    count: Headcount
    moves: tuple[Tally, ...] = ()

    def times(self, *kinds: str) -> int:
        """How often something of these kinds happened."""
        return sum(tally.times for tally in self.moves if tally.kind in kinds)

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
