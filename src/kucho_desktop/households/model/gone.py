"""Those who left or died so long ago that what is written of them is needed no more."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class LongGone:
    """A household with its people, or one person of a household that goes on.

    id: of the household, or of the person. since: the day from which it was not there any more.
    house: of a person, what his household is called. reason: as it was written then.
    """

    kind: str
    id: int
    name: str
    since: date
    people: tuple[str, ...] = ()
    place: str = ""
    house: str = ""
    has_died: bool = False
    reason: str = ""


def years_before(day: date, years: int) -> date:
    """The same day so many years earlier; of 29 February the day before where there is none."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
