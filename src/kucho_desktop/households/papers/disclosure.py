"""本人開示票: everything that is held about one household, told to it when it asks.

個人情報保護法 33条 (開示), 34条 (訂正), 35条 (利用停止).
"""

from kucho_desktop.core.i18n import _
from kucho_desktop.households.model.held import Block, Held
from kucho_desktop.paper.columns import Column
from kucho_desktop.paper.imprint import SMALLEST_BODY, Imprint, Printed
from kucho_desktop.paper.sheet import Sheet
from kucho_desktop.paper.table import Table

_MOST_LINES = 3


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
    Table(sheet, columns, size=size).draw(block.rows)
