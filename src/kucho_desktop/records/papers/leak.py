"""紛失・漏えいのときの手順: the steps, a form for what happened, and who stood on the paper."""

from datetime import date

from kucho_desktop.core.dates import show_date
from kucho_desktop.core.fields import Shown
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.paper.blanks import Blank, blanks
from kucho_desktop.paper.columns import Column
from kucho_desktop.paper.glyphs import Font
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.paper.sheet import Sheet
from kucho_desktop.paper.table import Table
from kucho_desktop.records.model import Given, leak_steps, report_items
from kucho_desktop.records.papers.handouts import numbers

_HIGH = 4.2
"""Height of a box that one writes into, in type sizes."""


def leak_paper(
    noticed: date, given: Given | None, households: Shown | None, imprint: Imprint
) -> Printed:
    """given: the paper that is lost, with its households; None for the steps and the form alone."""
    sheet = Sheet(
        _("When a paper or a file is lost"), imprint, personal=bool(households), numbered=True
    )
    sheet.paragraph(_("Noticed on {day}").format(day=show_date(noticed)), font=Font.TABLE_BOLD)
    for number, step in enumerate(leak_steps(noticed), start=1):
        sheet.heading(f"{number}. {step.title}")
        for text in step.lines:
            sheet.paragraph(f"・{text}", indent=sheet.size)
    sheet.new_page()
    sheet.heading(_("What happened (for the report and the minutes)"))
    if given is not None:
        sheet.paragraph(_said_of(given))
    sheet.gap(0.4)
    blanks(sheet, [[Blank(each)] for each in report_items()], height=_HIGH)
    blanks(sheet, [[Blank(_("Who was told, and when")), Blank(_("Written by"))]], height=_HIGH)
    if households is not None:
        _who_stood_on_it(sheet, households)
    return sheet.printed()


def _said_of(given: Given) -> str:
    return _("What is lost: {paper}, {numbers}, given to {whom} on {day}").format(
        paper=given.title,
        numbers=numbers(given.lost or given.out or given.numbers),
        whom=given.whom,
        day=show_date(given.on, weekday=False),
    )


def _who_stood_on_it(sheet: Sheet, households: Shown) -> None:
    sheet.new_page()
    sheet.heading(_("Who stood on it"))
    count = len(households.records)
    text = n_("{count} household", "{count} households", count)
    sheet.paragraph(text.format(count=f"{count:,}"))
    sheet.gap(0.4)
    columns = [
        Column(_("Head"), 9.0),
        Column(_("Address"), 14.0, lines=4),
        Column(_("Phone"), 8.0, whole=True),
        Column(_("Told on"), 6.0),
    ]
    rows = [
        (each.text("head"), each.text("address"), each.text("phone") or each.text("mobile"), "")
        for each in households.records
    ]
    Table(sheet, columns, row=2.0).draw(rows)
