"""The last years of office beside each other: a table, and bars of households and persons."""

from collections.abc import Sequence

from kucho_desktop.core.dates import show_date
from kucho_desktop.core.i18n import _
from kucho_desktop.households.model.figures.headcount import Headcount
from kucho_desktop.households.model.figures.population import YearOfDistrict
from kucho_desktop.households.model.figures.told import CAME, WENT, percent_of
from kucho_desktop.paper.columns import Column, measured, rough_width
from kucho_desktop.paper.fitting import Align
from kucho_desktop.paper.sheet import Sheet
from kucho_desktop.paper.table import Row, Table
from kucho_desktop.paper.upright import Bars, upright_bars

_FEWEST = 2
_BARS = 12.0
"""Height of a chart, in type sizes."""


def years_of_district(sheet: Sheet, years: Sequence[YearOfDistrict]) -> None:
    """Nothing where there is one year alone."""
    if len(years) < _FEWEST:
        return
    sheet.gap(0.5)
    sheet.need(sheet.size * (len(years) * 1.6 + 8))
    sheet.heading(_("The last years"))
    _table(sheet, years)
    sheet.gap(0.3)
    text = _(
        "Each year at its end, the last one on {day}. Who came, went, was born and died: persons."
    )
    sheet.paragraph(text.format(day=show_date(years[-1].day)))
    lived_in = [(year.count.dwelled, year.count.joined) for year in years]
    titles = (_("Households in which somebody lives"), _("of these joined"))
    _bars(sheet, _("Households through the years"), titles, years, lived_in)
    people = [(year.count.persons, year.count.ages[-1]) for year in years]
    titles = (_("Population"), _("75 and over"))
    _bars(sheet, _("Population through the years"), titles, years, people)


def _bars(
    sheet: Sheet,
    title: str,
    titles: tuple[str, str],
    years: Sequence[YearOfDistrict],
    figures: Sequence[tuple[int, int]],
) -> None:
    sheet.gap(0.5)
    sheet.need(sheet.size * (_BARS + 3))
    sheet.heading(title)
    places = [Bars(year.title, each) for year, each in zip(years, figures, strict=True)]
    upright_bars(sheet, titles, places, _BARS)


def _table(sheet: Sheet, years: Sequence[YearOfDistrict]) -> None:
    titles = (
        _("Households in which somebody lives"),
        _("Joined households"),
        _("Joined"),
        _("Population"),
        _("75 and over"),
        _("Came"),
        _("Went"),
        _("Was born"),
        _("Died"),
    )
    columns = [Column(_("Year"), 8.0)]
    columns += [Column(title, rough_width(title) + 1, Align.RIGHT, whole=True) for title in titles]
    rows = [_row(year) for year in years]
    Table(sheet, measured(columns, rows).within(sheet.width / sheet.size)).draw(rows)


def _row(year: YearOfDistrict) -> Row:
    count: Headcount = year.count
    return (
        year.title,
        f"{count.dwelled:,}",
        f"{count.joined:,}",
        percent_of(count.joined_percent),
        f"{count.persons:,}",
        f"{count.ages[-1]:,}",
        *(f"{year.people(*kinds):,}" for kinds in (CAME, WENT, ("born",), ("died",))),
    )
