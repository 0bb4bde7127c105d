"""第三者提供の記録: to whom personal data was given, or from whom it came (29条・30条)."""

from collections.abc import Sequence
from datetime import date

from kucho_desktop.core.dates import show_date
from kucho_desktop.core.fields import Shown, ShownRecord
from kucho_desktop.core.i18n import _
from kucho_desktop.paper.columns import Column
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.paper.sheet import Sheet
from kucho_desktop.paper.table import ROW, Table

_EMPTY_ROWS = 10
_BY_HAND = 2.6


def disclosure_log(found: Shown, keep: Sequence[date | None], imprint: Imprint) -> Printed:
    """Across. keep: until when each record is kept. With none, lines to fill in by hand."""
    sheet = Sheet(
        _("Log of data given to third parties"),
        imprint,
        personal=True,
        numbered=False,
        landscape=True,
        notices=(_("Kept for three years. How it was allowed: 個人情報保護法 27, 29, 30."),),
    )
    columns = [
        Column(_("Day"), 9.0, whole=True),
        Column(_("Which way"), 4.5),
        Column(_("To whom or from whom"), 9.0, lines=4),
        Column(_("Whose data"), 9.0, lines=4),
        Column(_("Which items"), 9.0, lines=4),
        Column(_("Why it was allowed"), 9.0, lines=4),
        Column(_("Note"), 8.0, lines=4),
        Column(_("Kept until"), 7.4, whole=True),
    ]
    rows = [_row(each, until) for each, until in zip(found.records, keep, strict=True)]
    by_hand = not rows
    blank = [("",) * len(columns)] * _EMPTY_ROWS
    Table(sheet, columns, row=_BY_HAND if by_hand else ROW).draw(rows or blank)
    return sheet.printed()


def _row(record: ShownRecord, until: date | None) -> tuple[str, ...]:
    def both(one: str, other: str) -> str:
        return _(", ").join(part for part in (record.text(one), record.text(other)) if part)

    return (
        record.text("given_on"),
        record.text("way"),
        both("party", "address"),
        record.text("whose"),
        record.text("items"),
        record.text("basis"),
        both("obtained", "note"),
        show_date(until, weekday=False) if until else "",
    )
