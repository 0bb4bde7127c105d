"""消去証明書: that the chief who leaves has removed everything from his computer."""

from collections.abc import Sequence

from kucho_desktop.core.dates import show_date
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.paper.blanks import Blank, blanks
from kucho_desktop.paper.columns import Column
from kucho_desktop.paper.fitting import Align
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.paper.sheet import Sheet
from kucho_desktop.paper.table import Table
from kucho_desktop.records.model.leaving import Leaving, Removed

_HIGH = 4.4


def leaving_certificate(leaving: Leaving, imprint: Imprint) -> Printed:
    """One sheet, to be signed and handed to the successor."""
    sheet = Sheet(_("Certificate of erasing"), imprint, personal=False, numbered=False)
    _say_what_was_done(sheet, leaving, imprint.association)
    sheet.heading(_("What was removed"))
    _list(sheet, leaving.removed)
    sheet.gap(0.8)
    sheet.heading(_("What this certificate does not cover"))
    for text in (*leaving.kept, *not_covered()):
        sheet.paragraph(f"・{text}", indent=sheet.size)
    sheet.gap(1)
    seal = _("Name and seal of the chief who leaves")
    blanks(sheet, [[Blank(seal, leaving.chief), Blank(_("Day"), weight=0.5)]], height=_HIGH)
    taken = _("Name and seal of who received this")
    blanks(sheet, [[Blank(taken, leaving.handed.to), Blank(_("Day"), weight=0.5)]], height=_HIGH)
    return sheet.printed()


def _say_what_was_done(sheet: Sheet, leaving: Leaving, district: str) -> None:
    when = _("{day} {time}").format(day=show_date(leaving.at.date()), time=f"{leaving.at:%H:%M}")
    sheet.paragraph(
        _(
            "With the end of my term I have overwritten and removed the personal data of {district}"
            " from the computer that I used."
        ).format(district=district)
    )
    sheet.gap(0.6)
    sheet.paragraph(_("Removed on: {when}").format(when=when))
    handed = leaving.handed
    if handed.to and handed.on is not None:
        said = _("The book was handed over to: {name}, on {day}")
        sheet.paragraph(said.format(name=handed.to, day=show_date(handed.on)))
    else:
        sheet.paragraph(_("The book was not handed over to anybody, as decided beforehand."))
    sheet.gap(0.6)


def _list(sheet: Sheet, removed: Sequence[Removed]) -> None:
    columns = [
        Column(_("Kind of thing"), 18.0, lines=3),
        Column(_("Removed"), 6.0, Align.RIGHT, whole=True),
        Column(_("Could not be removed"), 14.0, lines=6),
    ]
    rows = [
        (
            each.what,
            n_("{count} file", "{count} files", each.count).format(count=f"{each.count:,}"),
            _(", ").join(each.left) or "―",
        )
        for each in removed
    ]
    Table(sheet, columns).draw(rows)


def not_covered() -> tuple[str, ...]:
    """What no program can promise, said plainly."""
    return (
        _(
            "On an SSD and on a memory stick single traces may stay where no program reaches."
            " They are encrypted, and nobody opens them without the password or the recovery code."
        ),
        _("Copies that others have, and copies on sticks that were not plugged in."),
        _("Papers and files that were printed or written out. Please shred and delete them."),
        _("The sheet with the recovery code. Please hand it over, or shred it."),
    )
