"""The columns of a table, as wide as what stands in them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kucho_desktop.paper.fitting import CONDENSED, SMALLEST, Align
from kucho_desktop.paper.glyphs import Font

_SAMPLE = 100
_PADS = 0.7
_NARROWEST = 2.2
_TIGHTEST = 0.6
_BROKEN = 1.2
"""How much longer a text gets when it is broken into lines."""


@dataclass(frozen=True)
class Column:
    """What a column says of itself.

    weight: its share of the width, in full-width characters.
    lines: how many lines a long text may take (addresses, notes); 1: shrink, and take more lines
    only instead of being cut (names).
    reading: what follows a line feed is the reading, set small above; see READING_ROW.
    whole: shrunk as far as needed, never cut (amounts, phone numbers).
    """

    title: str
    weight: float
    align: Align = Align.LEFT
    font: Font = Font.TABLE
    lines: int = 1
    whole: bool = False
    reading: bool = False


def measured(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> "Measured":
    """Find out what the texts of every column need; of long tables from a sample."""
    sample = rows[:: -(-len(rows) // _SAMPLE) or 1]
    wishes = [
        _Wish.of(column, sorted(rough_width(row[at]) + _PADS for row in sample))
        for at, column in enumerate(columns)
    ]
    return Measured(tuple(columns), tuple(wishes))


@dataclass(frozen=True)
class Measured:
    """Columns with what their texts need, in type sizes."""

    columns: tuple[Column, ...]
    wishes: tuple["_Wish", ...]

    @property
    def width(self) -> float:
        """Of a table in which nine texts of ten stand as they are."""
        return sum(wish.usual for wish in self.wishes)

    def within(self, room: float) -> list[Column]:
        """Share out a table's width.

        What is left over goes first to names that would be cut, then to the longest texts; where
        it is too little, `whole` columns keep what they need.
        """
        widths = [wish.usual for wish in self.wishes]
        if self.width > room:
            widths = _tightened(widths, [column.whole for column in self.columns], room)
        else:
            widths = _towards(widths, [wish.uncut for wish in self.wishes], room)
            widths = _towards(widths, [wish.longest for wish in self.wishes], room)
        return [
            replace(column, weight=width)
            for column, width in zip(self.columns, widths, strict=True)
        ]


@dataclass(frozen=True)
class _Wish:
    """What a column needs for nine texts in ten, to cut nothing, and to shrink nothing."""

    usual: float
    uncut: float
    longest: float

    @classmethod
    def of(cls, column: Column, widths: Sequence[float]) -> "_Wish":
        title = rough_width(column.title) + _PADS
        least = max(_NARROWEST, (title - _PADS) * CONDENSED + _PADS)
        if not widths:
            return cls(least, title, title)
        usual = max(least, min(column.weight, widths[len(widths) * 9 // 10]))
        longest = max(least, title, min(column.weight, widths[-1]))
        smallest = CONDENSED if column.lines == 1 else _BROKEN / min(column.lines, 3)
        uncut = widths[-1] * SMALLEST * smallest + _PADS
        return cls(usual, max(usual, title, min(column.weight, uncut)), longest)


def _towards(widths: Sequence[float], wanted: Sequence[float], room: float) -> list[float]:
    more = [max(0.0, far - now) for far, now in zip(wanted, widths, strict=True)]
    share = min(1.0, (room - sum(widths)) / sum(more)) if any(more) else 0.0
    return [now + add * share for now, add in zip(widths, more, strict=True)]


def _tightened(widths: Sequence[float], whole: Sequence[bool], room: float) -> list[float]:
    kept = sum(width for width, is_whole in zip(widths, whole, strict=True) if is_whole)
    share = max(_TIGHTEST, (room - kept) / max(1.0, sum(widths) - kept))
    return [
        width if is_whole else width * share for width, is_whole in zip(widths, whole, strict=True)
    ]


def rough_width(text: str) -> float:
    """About how wide a text is, in type sizes: two bytes of cp932 are a full width."""
    if "\n" in text:
        name, reading = text.split("\n", 1)
        return max(rough_width(name), rough_width(reading) * 0.55)
    return len(text.encode("cp932", "replace")) / 2
