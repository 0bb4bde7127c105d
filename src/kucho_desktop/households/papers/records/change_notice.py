"""変更届: what changed in a household, told to the association on paper; filled in or empty."""

from kucho_desktop.core.fields import ShownRecord
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.paper.blanks import Blank, blanks
from kucho_desktop.paper.columns import Column
from kucho_desktop.paper.glyphs import Font
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.paper.marks import seal, tick_boxes, writing_line
from kucho_desktop.paper.sheet import Sheet
from kucho_desktop.paper.table import Table

_CHANGES = (
    (N_("Moved in"), N_("Moved out"), N_("Moved within")),
    (N_("Birth"), N_("Death"), N_("Marriage"), N_("Another head")),
    (N_("Phone number"), N_("Names, address"), N_("Consent"), N_("Other")),
)
_PEOPLE = ((N_("Relation"), 4.0), (N_("Name"), 8.0), (N_("Reading"), 9.0), (N_("Born"), 9.0))
_ROWS = 5
_FIELD, _PERSON = 2.7, 2.2
"""Heights in type sizes."""


def change_notice(
    record: ShownRecord | None, group: str, imprint: Imprint, *, return_to: str = ""
) -> Printed:
    """record: the household that is written in already; None for an empty form."""
    sheet = Sheet(_("Notice of a change"), imprint, personal=True, numbered=False)
    text = _("Please tell us what has changed. Tick what fits, and write what is new.")
    if return_to:
        text = _("{first} {second}").format(
            first=text, second=_("To: {whom}.").format(whom=return_to)
        )
    sheet.paragraph(text)
    sheet.gap(0.5)
    _household(sheet, record, group)
    _what(sheet)
    _before_and_after(sheet)
    _people(sheet)
    _signature(sheet)
    return sheet.printed()


def _household(sheet: Sheet, record: ShownRecord | None, group: str) -> None:
    def said(name: str) -> str:
        return record.text(name) if record else ""

    blanks(
        sheet,
        [
            [
                Blank(_("Group"), group, 2.4),
                Blank(_("Head of household"), said("head"), 2.4),
                Blank(_("Reading"), said("kana"), 2.4),
            ],
            [
                Blank(_("Address"), said("address"), 4.6),
                Blank(_("Phone number"), said("phone") or said("mobile"), 2.0),
            ],
        ],
        _FIELD,
    )


def _what(sheet: Sheet) -> None:
    """The kinds of change to tick, and the day."""
    size = sheet.size
    sheet.gap(0.8)
    sheet.write(sheet.left, sheet.at - size, _("What has changed"), font=Font.TABLE_BOLD)
    sheet.at -= size * 1.6
    for row in _CHANGES:
        tick_boxes(sheet, sheet.left + size, sheet.at - size, [_(label) for label in row])
        sheet.at -= size * 1.9
    writing_line(sheet, sheet.left + size, sheet.at - size, sheet.width * 0.55, _("Since (day)"))
    sheet.at -= size * 2.2


def _before_and_after(sheet: Sheet) -> None:
    empty = Blank(_("Until now"), "", 1.0), Blank(_("From now on"), "", 1.0)
    blanks(sheet, [empty], 5.0)


def _people(sheet: Sheet) -> None:
    """Lines for those who came or went."""
    size = sheet.size
    sheet.gap(0.8)
    title = _("Who came, and who went")
    sheet.write(sheet.left, sheet.at - size, title, font=Font.TABLE_BOLD)
    sheet.gap(1.5)
    columns = [Column(_("Came or went"), 5.0)]
    columns += [Column(_(label), weight) for label, weight in _PEOPLE]
    Table(sheet, columns, row=_PERSON).draw([], spare=_ROWS)


def _signature(sheet: Sheet) -> None:
    size = sheet.size
    sheet.gap(0.8)
    title = _("Whom we may ask, and who wrote this")
    sheet.write(sheet.left, sheet.at - size, title, font=Font.TABLE_BOLD)
    base = sheet.at - size * 3.4
    third = sheet.width / 3
    writing_line(sheet, sheet.left, base, third * 0.95, _("Filled in on"))
    writing_line(sheet, sheet.left + third, base, third * 1.4, _("Signature"))
    seal(sheet, sheet.left + third * 2.55, base + size * 0.2)
    sheet.at -= size * 4.8
