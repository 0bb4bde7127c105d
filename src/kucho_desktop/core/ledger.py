"""Who was erased, by ids alone, and what is remembered of each erasure."""

from dataclasses import dataclass
from typing import NamedTuple


class Erased(NamedTuple):
    """Somebody who was erased. added: when the id was given. erasure: the moment of it."""

    kind: str
    row: int
    added: str
    erasure: str


class Erasure(NamedTuple):
    """What remains of an erasure. at: the moment (UTC). years: the rule, as it then was."""

    at: str
    day: str
    years: int
    households: int
    people: int
    pictures: int


@dataclass(frozen=True)
class Ledger:
    """Everybody who was ever erased from a book, and how it was done."""

    erased: frozenset[Erased] = frozenset()
    erasures: frozenset[Erasure] = frozenset()

    def __or__(self, other: "Ledger") -> "Ledger":
        known = {(each.kind, each.row, each.added) for each in self.erased}
        new = {e for e in other.erased if (e.kind, e.row, e.added) not in known}
        return Ledger(self.erased | new, self.erasures | other.erasures)

    @property
    def last(self) -> str:
        """The moment of the last erasure; empty if there was none."""
        return max((each.at for each in self.erasures), default="")
