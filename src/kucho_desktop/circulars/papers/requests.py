"""依頼事務棚卸表: what is asked in a year, by office, with hours, pay, and what we think of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kucho_desktop.core.fields import Shown, ShownRecord
from kucho_desktop.core.i18n import _
from kucho_desktop.paper.columns import Column
from kucho_desktop.paper.fitting import Align
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.paper.level import level_bars
from kucho_desktop.paper.one_table import banded, draw_table
from kucho_desktop.paper.sheet import Sheet
from kucho_desktop.paper.table import Band, Row, Total
from kucho_desktop.paper.upright import Bars, upright_bars

_BARS = 12.0
_WHOLE_YEAR = 12
_ROW = 1.5
Hours = tuple[str, int, str]
"""A month or an office, its whole hours, its time in words."""


@dataclass(frozen=True)
class Survey:
    """by_year: the time that each request takes in a year, in words."""

    requests: Shown
    by_year: Mapping[int, str]
    months: Sequence[Hours]
    offices: Sequence[Hours]
    whole_time: str
    whole_pay: str
    year: str


def request_survey(survey: Survey, imprint: Imprint) -> Printed:
    """By office; then the hours as charts."""
    sheet = Sheet(_("Survey of requests"), imprint, subtitle=survey.year, landscape=True)
    if not survey.requests.records:
        sheet.paragraph(_("No request is written down yet."))
        return sheet.printed()
    draw_table(sheet, _columns(), [*_rows(survey), _total(survey)])
    sheet.gap(0.8)
    sheet.need(sheet.size * (_BARS + 5))
    sheet.heading(_("Hours in each month"))
    places = [Bars(label, (hours,)) for label, hours, _said in survey.months]
    upright_bars(sheet, (_("Hours"),), places, _BARS)
    sheet.gap(0.5)
    sheet.need(min(sheet.size * (_ROW * len(survey.offices) + 4), sheet.top - sheet.bottom))
    sheet.heading(_("Hours for each office"))
    level_bars(sheet, survey.offices, _ROW)
    return sheet.printed()


def _columns() -> list[Column]:
    return [
        Column(_("What is asked"), 14.0, lines=3),
        Column(_("Class and number"), 6.0, lines=2),
        Column(_("In which months"), 8.0, lines=3),
        Column(_("Times a year"), 4.0, Align.RIGHT, whole=True),
        Column(_("Time needed each time"), 5.5, Align.RIGHT, whole=True),
        Column(_("Time in a year"), 5.5, Align.RIGHT, whole=True),
        Column(_("Pay in a year"), 6.0, Align.RIGHT, whole=True),
        Column(_("Still needed?"), 6.0, lines=2),
        Column(_("Opinion"), 18.0, lines=6),
    ]


def _rows(survey: Survey) -> list[Row | Band]:
    return banded((each.text("office"), _row(each, survey)) for each in survey.requests.records)


def _row(each: ShownRecord, survey: Survey) -> Row:
    needed = each.text("needed")
    months = each.text("months")
    return (
        each.text("title"),
        each.text("class_"),
        _months(months),
        each.text("times"),
        each.text("minutes"),
        survey.by_year.get(each.id, ""),
        each.text("pay"),
        "" if needed == _("(not said)") else needed,
        each.text("opinion").replace("\n", " "),
    )


def _months(months: str) -> str:
    if months == _("(none)"):
        return _("any time")
    return _("every month") if len(months.split(_(", "))) == _WHOLE_YEAR else months


def _total(survey: Survey) -> Total:
    return Total((_("Together"), "", "", "", "", survey.whole_time, survey.whole_pay, "", ""))
