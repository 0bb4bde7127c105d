"""世帯数・人口報告: households and persons by group, as the city asks for them."""

from collections.abc import Sequence

from kucho_desktop.core.dates import school_year_named
from kucho_desktop.core.i18n import _
from kucho_desktop.households.model.choices import MEMBERSHIP_CLASSES
from kucho_desktop.households.model.figures.headcount import (
    AGE_CLASSES,
    DECADES,
    GRADES,
    VERY_OLD,
    Headcount,
    total,
)
from kucho_desktop.households.model.figures.population import Population
from kucho_desktop.households.model.figures.told import (
    city_facts,
    pairs_of_ages,
    percent_of,
    remarks,
    span_named,
)
from kucho_desktop.households.papers.figures.years import years_of_district
from kucho_desktop.paper.bars import Pair, pairs_of_bars
from kucho_desktop.paper.columns import Column, measured, rough_width
from kucho_desktop.paper.fitting import Align
from kucho_desktop.paper.glyphs import Font
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.paper.sheet import Sheet
from kucho_desktop.paper.table import ROW, Row, Table, Total

_ALWAYS = "full"
_TOGETHER = 12
"""Rows of a table that stays on one page, its sum with it."""
_MALE, _FEMALE, _NOT_SAID = "male", "female", ""


def population_report(found: Population, imprint: Imprint) -> Printed:
    """Figures only, nobody by name: not a personal paper."""
    counts = found.groups
    district = total(_("Together"), counts)
    sheet = Sheet(_("Report of households and population"), imprint)
    sheet.heading(_("What the city asks"))
    _for_the_city(sheet, found, district)
    sheet.gap(0.5)
    _households(sheet, counts, district)
    sheet.gap()
    _persons(sheet, counts, district)
    sheet.gap(0.5)
    for sentence in remarks(district):
        sheet.paragraph(sentence)
    _school_years(sheet, district)
    _pyramid(sheet, district)
    years_of_district(sheet, found.years)
    return sheet.printed()


def _for_the_city(sheet: Sheet, found: Population, district: Headcount) -> None:
    """The lines of the forms of 世帯数報告: households at the left, persons at the right."""
    facts = city_facts(found, district)
    half = len(facts) // 2
    rows = [(*one, *other) for one, other in zip(facts[:half], facts[half:], strict=True)]
    titles = (_("Figure"), _("Number"))
    columns = [
        column
        for _side in range(2)
        for column in (
            Column(titles[0], 14.0),
            Column(titles[1], 6.0, Align.RIGHT, font=Font.TABLE_BOLD, whole=True),
        )
    ]
    Table(sheet, measured(columns, rows).within(sheet.width / sheet.size)).draw(rows)


def _number(title: str) -> Column:
    return Column(title, rough_width(title) + 1.0, Align.RIGHT, whole=True)


def _households(sheet: Sheet, counts: Sequence[Headcount], district: Headcount) -> None:
    """A column for every class of membership that there is."""
    classes = [
        (code, _(label))
        for code, label in MEMBERSHIP_CLASSES.choices
        if code == _ALWAYS or district.by_class.get(code)
    ]
    columns = [Column(_("Group"), 14.0), _number(_("Households"))]
    columns += [_number(label) for _code, label in classes]
    columns.append(_number(_("Joined")))

    def row(count: Headcount) -> Row:
        by_class = [_shown(count.by_class.get(code, 0)) for code, _label in classes]
        return (
            _title(count),
            _shown(count.households),
            *by_class,
            percent_of(count.joined_percent),
        )

    _draw(sheet, _("Households"), columns, [row(count) for count in counts], row(district))


def _persons(sheet: Sheet, counts: Sequence[Headcount], district: Headcount) -> None:
    genders = [(_MALE, _("Male")), (_FEMALE, _("Female"))]
    if district.genders.get(_NOT_SAID):
        genders.append((_NOT_SAID, _("Sex not said")))
    columns = [Column(_("Group"), 14.0), _number(_("Persons"))]
    columns += [_number(title) for _code, title in genders]
    columns += [_number(span_named(*span)) for span in AGE_CLASSES]
    columns.append(_number(_("of these {age} and over").format(age=VERY_OLD)))
    if district.age_unknown:
        columns.append(_number(_("Age not known")))

    def row(count: Headcount) -> Row:
        by_gender = [_shown(count.genders.get(code, 0)) for code, _title in genders]
        ages = [_shown(number) for number in (*count.ages, count.very_old)]
        unknown = [_shown(count.age_unknown)] if district.age_unknown else []
        return (_title(count), _shown(count.persons), *by_gender, *ages, *unknown)

    _draw(sheet, _("Population"), columns, [row(count) for count in counts], row(district))


def _draw(sheet: Sheet, title: str, columns: list[Column], rows: list[Row], sums: Row) -> None:
    fitted = measured(columns, [*rows, sums]).within(sheet.width / sheet.size)
    if len(rows) <= _TOGETHER:
        sheet.need((len(rows) + 2) * ROW * sheet.size + 2.2 * sheet.size)
    sheet.heading(title)
    Table(sheet, fitted).draw([*rows, Total(sums)])


def _school_years(sheet: Sheet, district: Headcount) -> None:
    """小1 to 中3 on one line, where there are children."""
    grades = {grade: count for grade, count in district.grades.items() if count}
    if not grades:
        return
    sheet.gap(0.5)
    sheet.need(sheet.size * 8)
    sheet.heading(_("Children by school year"))
    known = [(school_year_named(grade), grades.get(grade, 0)) for grade in range(1, GRADES + 1)]
    if grades.get(0):
        known.append((_("Grade not known"), grades[0]))
    known.append((_("Together"), sum(grades.values())))
    columns = [_number(title) for title, _count in known]
    Table(sheet, columns).draw([[_shown(count) for _title, count in known]])


def _pyramid(sheet: Sheet, district: Headcount) -> None:
    """Men and women by tens of years, the oldest on top, where ages and sexes are known."""
    pairs = [Pair(*row) for row in pairs_of_ages(district)]
    if any(pair.left or pair.right for pair in pairs):
        sheet.gap(0.5)
        sheet.need(sheet.size * (1.35 * (DECADES + 2) + 3))
        sheet.heading(_("By age and sex"))
        pairs_of_bars(sheet, (_("Male"), _("Female")), pairs)


def _title(count: Headcount) -> str:
    return count.title or _("Without a group")


def _shown(number: int) -> str:
    return f"{number:,}"
