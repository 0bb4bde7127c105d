"""What papers about households are made of: groups as an audience may see them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kucho_desktop.core.fields import Shown, ShownRecord


@dataclass(frozen=True)
class ShownGroup:
    """The households of a group, in walking order.

    title: what the group is called, with the groups around it; "" for households without one.
    leader, next_leader: names, where they are known; else there is a line to write on.
    ties: household id → what it is tied to, where the paper asked for it.
    """

    title: str
    households: Shown
    leader: str = ""
    next_leader: str = ""
    ties: Mapping[int, tuple[ShownRecord, ...]] = field(default_factory=dict)

    def ids(self) -> list[int]:
        """The households that stand in it."""
        return [record.id for record in self.households.records]
