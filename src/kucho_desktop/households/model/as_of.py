"""The day and the groups among which households are looked at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kucho_desktop.tonarigumi.model import Tonarigumi, within


@dataclass(frozen=True)
class AsOf:
    """groups: those of the day, in district order."""

    day: date
    groups: Sequence[Tonarigumi] = ()

    @cached_property
    def names(self) -> Mapping[int, str]:
        """The groups by id, each with the names of the groups around it."""
        return {group.id: group.full_name for group in self.groups}

    @cached_property
    def rank(self) -> Mapping[int, int]:
        """The place of each group in the district."""
        return {group.id: place for place, group in enumerate(self.groups)}

    def inside(self, group: int) -> frozenset[int]:
        """A group with all groups in it."""
        return within(self.groups, group)

    def name(self, group: int | None) -> str:
        return self.names.get(group or 0, "")
