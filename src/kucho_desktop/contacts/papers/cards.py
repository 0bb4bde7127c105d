"""The card for the wallet: three faces beside each other, folded like a Z, three on a sheet."""

from collections.abc import Sequence
from dataclasses import dataclass

from kucho_desktop.core.dates import show_date
from kucho_desktop.core.i18n import _, language
from kucho_desktop.paper import strokes
from kucho_desktop.paper.document import Document
from kucho_desktop.paper.fitting import Align, fit
from kucho_desktop.paper.glyphs import Font
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.paper.sheet import A4, MM

WIDE, HIGH = 85 * MM, 54 * MM
_FACES, _CARDS = 3, 3
_SIZE = 8.5
_LARGE = 11.0
_PAD = 3 * MM
_LINES = 9
Row = tuple[str, str]
"""What stands left, and the number at the right."""


@dataclass(frozen=True)
class Card:
    """group: whose leader stands on it; "" for a line to write on."""

    group: str
    people: tuple[Row, ...]
    outside: tuple[Row, ...]
    first: tuple[Row, ...]
    households: tuple[int, ...] = ()


def call_cards(cards: Sequence[Card], imprint: Imprint) -> Printed:
    """A sheet of three equal cards for each group."""
    height, width = A4
    document = Document(_("Card for the wallet"), (width, height), language(), imprint.instead)
    numbers = imprint.copy_numbers or (None,)
    copies: list[tuple[int | None, int]] = []
    each = max(1, len(numbers) // max(len(cards), 1))
    for place, card in enumerate(cards):
        for number in numbers[place * each : (place + 1) * each] or (None,):
            document.add_page("\n".join(_Page(document, imprint, number).drawn(card)), ())
            copies.append((number, 1))
    return Printed(
        document.pdf(),
        len(copies),
        tuple(document.lettering.replaced),
        len(cards),
        tuple(document.lettering.substitutes.used),
        tuple(copies),
        (_("Print at actual size (100 %), cut along the lines and fold at the dots."),),
    )


class _Page:
    def __init__(self, document: Document, imprint: Imprint, number: int | None) -> None:
        self._letters = document.lettering
        self._imprint = imprint
        self._number = number
        self._ops: list[str] = []

    def drawn(self, card: Card) -> list[str]:
        left = (A4[1] - _FACES * WIDE) / 2
        low = (A4[0] - _CARDS * HIGH) / 2
        for place in range(_CARDS):
            self._card(card, left, low + place * HIGH)
        right, top = left + _FACES * WIDE, low + _CARDS * HIGH
        for place in range(_CARDS + 1):
            y = low + place * HIGH
            self._ops.append(strokes.line(left - 4 * MM, y, right + 4 * MM, y))
        for x in (left, right):
            self._ops.append(strokes.line(x, low - 4 * MM, x, top + 4 * MM))
        for place in range(1, _FACES):
            x = left + place * WIDE
            self._ops.append(strokes.dotted(x, low, x, top))
        return self._ops

    def _card(self, card: Card, left: float, low: float) -> None:
        own = self._imprint
        number = _("No. {number}").format(number=self._number) if self._number else ""
        foot = _("{day} · return it or destroy it when a new one comes {number}").format(
            day=show_date(own.made, weekday=False), number=number
        )
        self._face(left, low, _("{name}: whom to call").format(name=own.association),
                   card.first, _LARGE, foot)  # fmt: skip
        people = (*card.people, *self._blank(card))
        self._face(left + WIDE, low, _("Officers and leader"), people, _SIZE)
        self._face(left + 2 * WIDE, low, _("Bodies outside"), card.outside, _SIZE)

    def _blank(self, card: Card) -> Sequence[Row]:
        lines = (_("I am called by"), _("I call"))
        return tuple((line, "_") for line in (lines if card.group else (_("My leader"), *lines)))

    def _face(
        self, x: float, low: float, title: str, rows: Sequence[Row], size: float, foot: str = ""
    ) -> None:
        inner, top = WIDE - 2 * _PAD, low + HIGH - _PAD
        self._write(x + _PAD, top - size, title, inner, size, Font.TABLE_BOLD)
        line = top - size * 1.45
        self._ops.append(strokes.line(x + _PAD, line, x + WIDE - _PAD, line, strokes.RULE))
        room = line - low - _PAD - (8 if foot else 0)
        shown = rows[:_LINES]
        step = min(room / max(len(shown), 1), size * 1.9)
        y = line
        for text, phone in shown:
            y -= step
            base = y + step * 0.28
            if phone == "_":
                self._write(x + _PAD, base, text, inner * 0.34, size)
                end = x + WIDE - _PAD
                self._ops.append(strokes.line(x + _PAD + inner * 0.36, base - 2, end, base - 2))
                continue
            self._write(x + _PAD, base, text, inner * 0.58, size)
            self._write(x + _PAD + inner * 0.6, base, phone, inner * 0.4, size, Font.TABLE_BOLD,
                        Align.RIGHT)  # fmt: skip
        if foot:
            self._write(x + _PAD, low + _PAD * 0.7, foot, inner, 6.0)

    def _write(
        self,
        x: float,
        y: float,
        text: str,
        width: float,
        size: float,
        font: Font = Font.TABLE,
        align: Align = Align.LEFT,
    ) -> None:
        fitted = fit(self._letters[font], text, size, width, whole=True)
        start = x + (width - fitted.width) * align.value
        self._ops.append(f"BT 1 0 0 1 {start:.2f} {y:.2f} Tm{fitted.operators()} ET")
