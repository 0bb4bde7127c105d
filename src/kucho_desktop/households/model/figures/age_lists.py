"""Lists of people of an age: who is on them, and what is said of each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kucho_desktop.households.model.gathered import ShownGroup
from kucho_desktop.households.model.people import Member

Belongs = Callable[[Member], bool | None]
"""Whether a person belongs on the list; None where what is known of the birth leaves it open."""


@dataclass(frozen=True)
class Listed:
    """A person on the list. age, feast: empty where the audience may not know them.

    is_unsure: the birthday leaves it open whether the person belongs here.
    """

    age: str = ""
    feast: str = ""
    is_unsure: bool = False


@dataclass(frozen=True)
class AgeList:
    """groups: their households with only those members who are listed. people: by member id.

    said: by which reckoning and on which day, in one sentence.
    unknown: persons of whom nothing is known of the birth; they are not on the list.
    """

    groups: tuple[ShownGroup, ...]
    people: Mapping[int, Listed]
    said: str
    unknown: int = 0

    @property
    def unsure(self) -> int:
        return sum(each.is_unsure for each in self.people.values())
