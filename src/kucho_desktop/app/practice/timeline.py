"""A dated value of the invented district, from its first day to the last."""

from collections.abc import Iterator
from typing import Generic, TypeVar

from kucho_desktop.core.periods import ALWAYS, OPEN

V = TypeVar("V")


class Timeline(Generic[V]):
    """What held from which day on, oldest first; None where nothing held any more."""

    __slots__ = ("changes",)

    def __init__(self, value: V, since: str = ALWAYS) -> None:
        self.changes: list[tuple[str, V | None]] = [(since, value)]

    @property
    def now(self) -> V | None:
        return self.changes[-1][1]

    def change(self, value: V | None, day: str) -> None:
        """Let it hold from this ISO day on; what was to begin later is dropped."""
        while self.changes and self.changes[-1][0] >= day:
            self.changes.pop()
        if not self.changes or self.changes[-1][1] != value:
            self.changes.append((day, value))

    def intervals(self) -> Iterator[tuple[V, str, str]]:
        """(value, since, until) as the book keeps them."""
        ends = [since for since, _value in self.changes[1:]]
        for (since, value), until in zip(self.changes, [*ends, OPEN], strict=True):
            if value is not None:
                yield value, since, until
