"""Envelopes and postcards, each a page of its own size: a code in its boxes, address, sender."""

from collections.abc import Sequence
from dataclasses import dataclass

from kucho_desktop.core.i18n import language
from kucho_desktop.paper import postal_boxes
from kucho_desktop.paper.address_block import AddressBlock, Box, sender_lines
from kucho_desktop.paper.address_columns import AddressColumns
from kucho_desktop.paper.addressed import Addressee, Sender
from kucho_desktop.paper.document import Document
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.paper.sheet import MM
from kucho_desktop.paper.stationery import DOWNWARD, LYING, Stock

_ADDRESS = 1.2
_SENDER = 0.85
"""Sizes of lines on a postcard, beside the type size of the paper."""
_UPRIGHT = (0.1, 0.16, 0.8, 0.36)
_LYING = (0.16, 0.2, 0.74, 0.46)
"""Left, top, width and height of the address in lines, as shares of the page."""
_FROM = (0.42, 0.76, 0.5, 0.16)
"""The same for the sender."""


@dataclass(frozen=True)
class HowWritten:
    """way: DOWNWARD, ACROSS or LYING (see `stationery`). boxes: draw those of the code as well.

    shift: mm to the right and down, by which the printer is put right.
    """

    stock: Stock
    way: str = DOWNWARD
    boxes: bool = False
    sender: Sender | None = None
    shift: tuple[float, float] = (0.0, 0.0)


class _Letters:
    """One kind of letter; what is the same on all of them is kept once."""

    def __init__(self, title: str, imprint: Imprint, how: HowWritten) -> None:
        stock = how.stock
        self._how = how
        size = (stock.width + stock.further, stock.height)
        if how.way == LYING:
            size = (size[1], size[0])
        self._page = (size[0] * MM, size[1] * MM)
        self.document = Document(title, self._page, language(), imprint.instead)
        self._lettering = self.document.lettering
        large = (stock.width / 100) ** 0.5
        self._sender_size = imprint.size * _SENDER * large
        self._columns = AddressColumns(self._lettering, stock, imprint.size)
        with_code = how.way == LYING
        self._block = AddressBlock(
            self._lettering, imprint.size * _ADDRESS * large, with_code=with_code
        )

    def same_on_all(self) -> str:
        how = self._how
        drawn = []
        if how.boxes and how.way != LYING:
            drawn.append(postal_boxes.boxes(how.stock))
        if how.sender is not None and how.way == DOWNWARD:
            drawn.append(self._columns.sender(how.sender))
        elif how.sender is not None:
            box = self._share(_FROM)
            drawn.append(sender_lines(self._lettering, how.sender, box, self._sender_size))
        return "\n".join(drawn)

    def operators(self, who: Addressee) -> str:
        how = self._how
        drawn = []
        if how.way != LYING:
            drawn.append(postal_boxes.digits(self._lettering, how.stock, who))
        if how.way == DOWNWARD:
            drawn.append(self._columns.operators(who))
        else:
            place = _LYING if how.way == LYING else _UPRIGHT
            drawn.append(self._block.operators(who, self._share(place)))
        return "\n".join(drawn)

    def _share(self, shares: tuple[float, float, float, float]) -> Box:
        """A part of the side with the address, in points."""
        wide, high = self._page
        wide -= self._how.stock.further * MM
        left, top, across, down = shares
        return Box(left * wide, high * (1 - top), across * wide, down * high)


def letters(
    title: str,
    imprint: Imprint,
    how: HowWritten,
    to: Sequence[Addressee],
    notes: Sequence[str] = (),
) -> Printed:
    """A page for each of them, as often as copies are asked for; an empty one for nobody."""
    made = _Letters(title, imprint, how)
    right, down = how.shift
    same = f"1 0 0 1 {right * MM:.2f} {-down * MM:.2f} cm\n{made.same_on_all()}"
    form = made.document.add_form(same)
    move = f"1 0 0 1 {right * MM:.2f} {-down * MM:.2f} cm\n"
    pages = 0
    for who in to:
        operators = move + made.operators(who)
        for _copy in imprint.copy_numbers or (None,):
            made.document.add_page(operators, (form,))
            pages += 1
    if not pages:
        made.document.add_page("", (form,))
    lettering = made.document.lettering
    return Printed(
        made.document.pdf(),
        max(pages, 1),
        tuple(lettering.replaced),
        instead=tuple(lettering.substitutes.used),
        notes=tuple(notes),
    )
