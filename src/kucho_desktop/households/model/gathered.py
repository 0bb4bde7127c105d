"""What papers about households are made of: groups as an audience may see them."""

from dataclasses import dataclass

from kucho_desktop.core.fields import Shown


@dataclass(frozen=True)
class ShownGroup:
    """The households of a group, in walking order.

    title: what the group is called, with the groups around it; "" for households without one.
    leader, next_leader: names, where they are known; else there is a line to write on.
    """

    title: str
    households: Shown
    leader: str = ""
    next_leader: str = ""

    def ids(self) -> list[int]:
        """The households that stand in it."""
        return [record.id for record in self.households.records]
