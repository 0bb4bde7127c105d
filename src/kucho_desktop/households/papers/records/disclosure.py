"""本人開示票: everything that is held about one household, told to it when it asks.

個人情報保護法 33条 (開示), 34条 (訂正), 35条 (利用停止).
"""

from collections.abc import Iterator
from itertools import zip_longest

from kucho_desktop.core.i18n import _
from kucho_desktop.households.model.held import Block, Held
from kucho_desktop.paper.columns import Column
from kucho_desktop.paper.imprint import SMALLEST_BODY, Imprint, Printed
from kucho_desktop.paper.sheet import Sheet
from kucho_desktop.paper.table import Row, Table

_PIECE = 80
"""Characters of a cell; what is longer goes on in the next row, so that nothing is cut."""
_MOST_LINES = 12
"""More than a piece ever takes in the narrowest column."""
_LINES_OF_A_NOTE = 3


def disclosure_sheet(held: Held, imprint: Imprint) -> Printed:
    """One household's own; it is given to nobody else, so that it bears no copy number."""
    sheet = Sheet(
        _("All that is held about a household"),
        imprint,
        subtitle=_("{group}  {name}").format(group=held.group, name=held.household).strip(),
        personal=True,
        numbered=False,
    )
    text = _(
        "This is everything that the association holds about your household. If something is"
        " wrong, or if you do not want something to be used any longer, please tell the chief."
    )
    sheet.paragraph(text if held.blocks else _("There is no household yet."))
    for block in held.blocks:
        _draw(sheet, block)
    return sheet.printed()


def _draw(sheet: Sheet, block: Block) -> None:
    sheet.gap(0.6)
    sheet.heading(block.title)
    columns = [Column(title, weight, lines=_MOST_LINES) for title, weight in block.columns]
    size = max(SMALLEST_BODY, sheet.size * 0.92)
    rows = [part for row in block.rows for part in _parts(row)]
    Table(sheet, columns, size=size).draw(rows)


def _parts(row: Row) -> Iterator[Row]:
    """A row as often as its longest cell goes on."""
    return zip_longest(*map(_pieces, row), fillvalue="")


def _pieces(text: str) -> list[str]:
    pieces: list[str] = []
    lines = text.splitlines()
    for at in range(0, len(lines), _LINES_OF_A_NOTE):
        whole = "\n".join(lines[at : at + _LINES_OF_A_NOTE])
        pieces += [whole[begin : begin + _PIECE] for begin in range(0, len(whole), _PIECE)]
    return pieces or [""]
