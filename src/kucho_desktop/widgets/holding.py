"""What a widget says of itself, so that nothing typed into it is lost when the window goes.

A form, a small form that is opened first, a page: each knows more than its boxes show. The boxes
themselves are found by `drafts`.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

LOOK, WHERE, ENTRY = 0, 1, 2
"""What only changes what is seen; where one is; what would be lost."""


LEAVES = "leaves"
"""A property of what was thrown away and is still there for a moment."""


class Holding(NamedTuple):
    """What one widget holds. about: the id of a household, None where what is around it says so."""

    said: Any
    worth: int = ENTRY
    about: int | None = None


class Held:
    """A widget that knows more than its boxes. `hold_again` opens what must be open for these."""

    holds_nothing = False
    """Passwords, and what is looked for."""
    only_looks = False
    """What is typed here changes what is seen, and nothing else."""
    knows_its_boxes = False
    """The boxes inside are spoken for by `holdings`."""

    def holdings(self) -> Iterable[Holding]:
        return ()

    def hold_again(self, said: Any) -> None:
        """Show what `holdings` said as it was."""

    def held_about(self) -> int:
        """The household that all in here is about; 0: what is around it says so."""
        return 0
