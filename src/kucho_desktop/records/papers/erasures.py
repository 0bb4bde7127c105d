"""消去記録: what was erased, when and by which rule; none of the data itself."""

from collections.abc import Sequence

from kucho_desktop.core.dates import show_date
from kucho_desktop.core.i18n import _
from kucho_desktop.core.ledger import Erasure
from kucho_desktop.paper.blanks import Blank, blanks
from kucho_desktop.paper.columns import Column
from kucho_desktop.paper.fitting import Align
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.paper.sheet import Sheet
from kucho_desktop.paper.table import Table

_HIGH = 4.0
"""Height of a box that one signs in, in type sizes."""


def erasure_log(found: Sequence[Erasure], years: int, imprint: Imprint) -> Printed:
    """Oldest first, with room to sign. years: the rule as it is now."""
    sheet = Sheet(_("Record of what was erased"), imprint, personal=False, numbered=False)
    sheet.paragraph(
        _(
            "Personal data of those who left or died is erased {years} years after, as it is needed"
            " no more (個人情報保護法 22条). What was erased is not written here."
        ).format(years=years)
    )
    sheet.gap(0.6)
    columns = [
        Column(_("Erased on"), 9.0, whole=True),
        Column(_("Households"), 5.0, Align.RIGHT, whole=True),
        Column(_("People"), 5.0, Align.RIGHT, whole=True),
        Column(_("Pictures and papers"), 6.0, Align.RIGHT, whole=True),
        Column(_("By which rule"), 12.0, whole=True),
    ]
    rows = [
        (
            show_date(each.day, weekday=False),
            f"{each.households:,}",
            f"{each.people:,}",
            f"{each.pictures:,}",
            _("{years} years after leaving or death").format(years=each.years),
        )
        for each in found
    ]
    if rows:
        Table(sheet, columns).draw(rows)
    else:
        sheet.paragraph(_("Nothing was erased so far."))
    sheet.gap(1)
    blanks(
        sheet,
        [[Blank(_("Erased by")), Blank(_("Looked at by")), Blank(_("On"), weight=0.7)]],
        height=_HIGH,
    )
    return sheet.printed()
