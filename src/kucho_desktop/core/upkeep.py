"""What the rooms do at the end of every step, without the book knowing the rooms."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from kucho_desktop.core.journal import Changes

if TYPE_CHECKING:
    from kucho_desktop.core.book import Book


class Upkeep(NamedTuple):
    """What the rooms do at the end of every step, inside its transaction.

    derive: bring derived tables up to date after these rows changed.
    new_day: the same when the day has changed since the file was last open (before, after).
    anew: write derived tables whole, from nothing but what they are derived from.
    rules: raise NotAllowed where a step breaks a rule of a room.
    """

    derive: tuple[Callable[["Book", Changes], None], ...] = ()
    new_day: tuple[Callable[["Book", str, str], None], ...] = ()
    rules: tuple[Callable[["Book", Changes], None], ...] = ()
    anew: tuple[Callable[["Book"], None], ...] = ()


NO_UPKEEP = Upkeep()
