"""The day and the groups among which households are looked at."""

from collections import Counter
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

    @cached_property
    def short_names(self) -> Mapping[int, str]:
        """The own name of each, with the groups around it only where two are called the same."""
        same = Counter(group.name for group in self.groups)
        return {
            group.id: group.name if same[group.name] == 1 else group.full_name
            for group in self.groups
        }

    def name(self, group: int | None) -> str:
        """How a group is called where there is little room."""
        return self.short_names.get(group or 0, "")
