"""An address written downward: town at the right, names in the middle, the sender lower left."""

from collections.abc import Sequence
from dataclasses import dataclass

from kucho_desktop.core.in_kanji import address_in_kanji
from kucho_desktop.paper.addressed import Addressee, Named, Sender
from kucho_desktop.paper.glyphs import Font
from kucho_desktop.paper.lettering import Lettering
from kucho_desktop.paper.sheet import MM
from kucho_desktop.paper.stationery import Stock
from kucho_desktop.paper.vertical import Column, break_columns

_PITCH = 1.35
_SMALLER = 0.95
_LEAST = 2.0
_INSIDE_BOXES = 4.0
_BELOW_BOXES = 7.0
"""mm from the last box inward to the address, and from the boxes down to it."""
_NAMES_LOWER = 1.1
"""How much lower the names begin than the address, in sizes of the address."""
_FOOT = 0.11
"""What stays free at the lower edge, as a share of the height."""
_NAMES_WIDE = 0.4
"""The widest that names side by side may be, as a share of the width."""
_TITLE_GAP = 0.55
_BESIDE = 0.5
"""The size of what stands beside the names."""
_SENDER = (0.055, 0.25, 0.075)
"""Left, right and lower edge of the sender's place, as shares of the width and the height."""
_SENDER_TOP = 0.45
_USUAL_SIZE = 12.0


@dataclass(frozen=True)
class _Names:
    """size: of the names. left, right: how wide they stand, in points."""

    drawn: str
    left: float
    right: float


class AddressColumns:
    """Draws letters of one kind. scale: 1 for the usual type size."""

    def __init__(self, lettering: Lettering, stock: Stock, size: float) -> None:
        self._letters = lettering[Font.TABLE]
        scale = size / _USUAL_SIZE
        self._wide, self._high = stock.width * MM, stock.height * MM
        self._right = self._wide - (stock.beside + _INSIDE_BOXES) * MM
        self._top = self._high - (stock.above + 8 + _BELOW_BOXES) * MM
        self._low = self._high * _FOOT
        large = stock.width**0.5 / 10  # a postcard is 1
        self._address = 13.5 * large * scale
        self._name = 25.0 * large * scale
        self._sender = 9.5 * large * scale

    def operators(self, who: Addressee) -> str:
        """Code apart, the whole of it."""
        names = self._names(who)
        return "\n".join((self._place(who, names.right), names.drawn))

    # names

    def _names(self, who: Addressee) -> _Names:
        top = self._top - self._address * _NAMES_LOWER
        many = max(len(who.names), 1)
        columns = [Column(self._letters, each.shown) for each in who.names]
        starts = [self._start(each) for each in who.names]
        reach = max(
            (at + each.length for at, each in zip(starts, columns, strict=True)), default=0.0
        )
        longest = reach + max((len(each.title) + _TITLE_GAP for each in who.names), default=0.0)
        size = min(
            self._name,
            (top - self._low) / max(longest, 1.0),
            self._wide * _NAMES_WIDE / (many * _PITCH),
        )
        middle = self._wide / 2
        drawn = []
        for at, (name, column) in enumerate(zip(who.names, columns, strict=True)):
            x = middle + ((many - 1) / 2 - at) * size * _PITCH
            drawn.append(column.operators(x, top - starts[at] * size, size))
            title = Column(self._letters, name.title)
            drawn.append(title.operators(x, top - (reach + _TITLE_GAP) * size, size))
        right = middle + (many - 1) / 2 * size * _PITCH + size * 0.5
        if who.above:
            small = size * _BESIDE
            beside = Column(self._letters, who.above)
            small = min(small, (top - self._low) / max(beside.length, 1.0))
            drawn.append(beside.operators(right + small * 0.75, top, small))
            right += small * 1.4
        return _Names("\n".join(drawn), middle, right)

    def _start(self, name: Named) -> float:
        """Where a name begins that does without the family's, in sizes."""
        return Column(self._letters, f"{name.family} ").length if name.shares_family else 0.0

    # the address

    def _place(self, who: Addressee, left: float) -> str:
        right = self._right
        size = self._address
        columns = self._columns(who, size)
        while size > _LEAST and len(columns) * size * _PITCH > right - left:
            size *= _SMALLER
            columns = self._columns(who, size)
        x = right - size * 0.5
        drawn = []
        for text, lower in columns:
            drawn.append(Column(self._letters, text).operators(x, self._top - lower, size))
            x -= size * _PITCH
        return "\n".join(drawn)

    def _columns(self, who: Addressee, size: float) -> list[tuple[str, float]]:
        """Texts, and how much lower than the first one each begins."""
        whole = self._top - self._low
        address = break_columns(address_in_kanji(who.address), whole, size) if who.address else []
        lower = size * 2
        said = address_in_kanji(who.building)
        building = break_columns(said, whole - lower, size) if said else []
        return [*((each, 0.0) for each in address), *((each, lower) for each in building)]

    # from whom

    def sender(self, sender: Sender) -> str:
        """Small, at the lower left; names at the left of the address."""
        left, right, low = _SENDER
        size, bottom = self._sender, self._high * low
        height = self._high * _SENDER_TOP
        columns = self._sender_columns(sender, size, height)
        while size > _LEAST and sum(_sizes(columns)) * _PITCH > (right - left) * self._wide:
            size *= _SMALLER
            columns = self._sender_columns(sender, size, height)
        tall = max((column.length * each for column, each in columns), default=0.0)
        x = left * self._wide + sum(_sizes(columns)) * _PITCH
        drawn = [self._sender_code(sender, left * self._wide, bottom + tall + size, size)]
        for column, each in columns:
            x -= each * _PITCH
            top = bottom + tall
            if column is not columns[0][0]:
                top = bottom + column.length * each  # names end at the foot
            drawn.append(column.operators(x + each * _PITCH / 2, top, each))
        return "\n".join(drawn)

    def _sender_columns(
        self, sender: Sender, size: float, height: float
    ) -> list[tuple[Column, float]]:
        said = address_in_kanji(sender.address)
        place = break_columns(said, height, size) if said else []
        names = [Column(self._letters, each) for each in sender.names if each]
        larger = size * 1.15
        longest = max((each.length for each in names), default=0.0)
        larger = min(larger, height / longest) if longest else larger
        return [
            *((Column(self._letters, each), size) for each in place),
            *((each, larger) for each in names),
        ]

    def _sender_code(self, sender: Sender, x: float, y: float, size: float) -> str:
        if not sender.postal_code:
            return ""
        piece = self._letters.piece(sender.postal_code)
        shown = self._letters.operators(piece, size)
        return f"BT /{self._letters.name} {size:.2f} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm{shown} ET"


def _sizes(columns: Sequence[tuple[Column, float]]) -> list[float]:
    return [size for _column, size in columns]
