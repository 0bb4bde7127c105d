"""The phone tree as a flat list: for those who read lines better than trees."""

from dataclasses import dataclass

from kucho_desktop.contacts.papers.tree import TreePaper, notices
from kucho_desktop.core.i18n import _
from kucho_desktop.paper.columns import Column, measured
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.paper.sheet import Sheet
from kucho_desktop.paper.table import Band, Row, Table


@dataclass(frozen=True)
class Line:
    """One call. caller: whose band it stands in."""

    caller: str
    place: str
    name: str
    phone: str
    mobile: str
    deputy: str
    number: str


@dataclass(frozen=True)
class CallList:
    """parts: (for whom, lines). paper: what its notices say."""

    parts: tuple[tuple[str, tuple[Line, ...]], ...]
    paper: TreePaper


def call_list(calls: CallList, imprint: Imprint) -> Printed:
    """連絡網の一覧: by caller, with who stands in."""
    sheet = Sheet(
        _("Phone tree for emergencies, as a list")
        if calls.paper.emergency
        else _("Phone tree, as a list"),
        imprint,
        personal=True,
        notices=notices(calls.paper),
    )
    if not calls.parts:
        sheet.paragraph(_("No officer is written down yet, so there is nobody to begin."))
    for title, lines in calls.parts:
        sheet.new_part(title)
        if calls.paper.outside:
            _outside(sheet, calls.paper)
        _table(sheet, lines)
    return sheet.printed()


def _outside(sheet: Sheet, paper: TreePaper) -> None:
    sheet.heading(_("Bodies outside: the chief calls them first."))
    columns = [Column(_("Name of the body"), 16.0), Column(_("Phone number"), 10.0, whole=True)]
    fitting = measured(columns, paper.outside).within(sheet.width / sheet.size)
    Table(sheet, fitting).draw(paper.outside)
    sheet.gap(1.0)


def _table(sheet: Sheet, lines: tuple[Line, ...]) -> None:
    columns = [
        Column(_("Post or group"), 10.0, lines=2),
        Column(_("Name"), 9.0),
        Column(_("Phone number"), 8.0, whole=True),
        Column(_("Mobile"), 8.0, whole=True),
        Column(_("Calls"), 5.0),
        Column(_("If not in, calls on"), 9.0),
    ]
    rows: list[Row | Band] = []
    caller: str | None = None
    for line in lines:
        if line.caller != caller:
            caller = line.caller
            title = _("Called by {name}").format(name=caller) if caller else _("Calls first")
            rows.append(Band(title))
        rows.append((line.place, line.name, line.phone, line.mobile, line.number, line.deputy))
    plain = [row for row in rows if not isinstance(row, Band)]
    Table(sheet, measured(columns, plain).within(sheet.width / sheet.size)).draw(rows)
