"""The end of a term: what was handed over, and what was removed from the computer."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Handed:
    """to: whom the book was given to; empty where it was expressly not handed over."""

    to: str = ""
    on: date | None = None


@dataclass(frozen=True)
class Removed:
    """One kind of thing on the computer. left: the names of those that could not be removed."""

    what: str
    count: int
    left: tuple[str, ...] = ()


@dataclass(frozen=True)
class Leaving:
    """All that the certificate says. chief: who leaves, as the book called him."""

    chief: str
    at: datetime
    handed: Handed
    removed: tuple[Removed, ...]
    kept: tuple[str, ...] = ()
