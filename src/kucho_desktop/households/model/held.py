"""Everything that the book holds about one household, in words (個人情報保護法 33条: 開示)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Block:
    """A table of its own: columns with their share of the width in full-width characters."""

    title: str
    columns: tuple[tuple[str, float], ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Held:
    """blocks: what stands there now, what held before, where it was shown, what was changed."""

    household: str
    group: str
    blocks: tuple[Block, ...]
