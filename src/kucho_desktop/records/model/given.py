"""A hand-out as papers tell it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Given:
    """What went out once. whom: with the audience where somebody is named.

    households: how many stood on it. numbers: of the copies; out, lost: those of them.
    """

    on: date
    title: str
    whom: str
    households: int
    numbers: tuple[int, ...]
    out: tuple[int, ...] = ()
    lost: tuple[int, ...] = ()
