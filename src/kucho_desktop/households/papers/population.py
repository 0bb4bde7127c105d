"""世帯数・人口報告: households and persons by group, as the city asks for them."""

from collections.abc import Sequence

from kucho_desktop.core.i18n import _, n_
from kucho_desktop.households.model.choices import MEMBERSHIP_CLASSES
from kucho_desktop.households.model.headcount import (
    AGE_CLASSES,
    DECADES,
    VERY_OLD,
    Headcount,
    total,
)
from kucho_desktop.paper.bars import Pair, pairs_of_bars
from kucho_desktop.paper.columns import Column, measured, rough_width
from kucho_desktop.paper.fitting import Align
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.paper.sheet import Sheet
from kucho_desktop.paper.table import Row, Table, Total

_ALWAYS = "full"
_MALE, _FEMALE, _NOT_SAID = "male", "female", ""


def population_report(counts: Sequence[Headcount], imprint: Imprint) -> Printed:
    """Figures only, nobody by name: not a personal paper."""
    district = total(_("Together"), counts)
    sheet = Sheet(_("Report of households and population"), imprint)
    sheet.heading(_("Households"))
    _households(sheet, counts, district)
    sheet.gap()
    sheet.heading(_("Population"))
    _persons(sheet, counts, district)
    sheet.gap(0.5)
    for sentence in _remarks(district):
        sheet.paragraph(sentence)
    _pyramid(sheet, district)
    return sheet.printed()


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
        return (_title(count), _shown(count.households), *by_class, _percent(count))

    _draw(sheet, columns, [row(count) for count in counts], row(district))


def _persons(sheet: Sheet, counts: Sequence[Headcount], district: Headcount) -> None:
    genders = [(_MALE, _("Male")), (_FEMALE, _("Female"))]
    if district.genders.get(_NOT_SAID):
        genders.append((_NOT_SAID, _("Sex not said")))
    columns = [Column(_("Group"), 14.0), _number(_("Persons"))]
    columns += [_number(title) for _code, title in genders]
    columns += [_number(_span(*span)) for span in AGE_CLASSES]
    columns.append(_number(_("of these {age} and over").format(age=VERY_OLD)))
    if district.age_unknown:
        columns.append(_number(_("Age not known")))

    def row(count: Headcount) -> Row:
        by_gender = [_shown(count.genders.get(code, 0)) for code, _title in genders]
        ages = [_shown(number) for number in (*count.ages, count.very_old)]
        unknown = [_shown(count.age_unknown)] if district.age_unknown else []
        return (_title(count), _shown(count.persons), *by_gender, *ages, *unknown)

    _draw(sheet, columns, [row(count) for count in counts], row(district))


def _draw(sheet: Sheet, columns: list[Column], rows: list[Row], sums: Row) -> None:
    fitted = measured(columns, [*rows, sums]).within(sheet.width / sheet.size)
    Table(sheet, fitted).draw([*rows, Total(sums)])


def _remarks(district: Headcount) -> list[str]:
    """What one must know to read the figures."""
    said = [
        _(
            "Joined: of the households in which somebody lives ({dwelled}), those that belong to "
            "the association ({joined})."
        ).format(dwelled=f"{district.dwelled:,}", joined=f"{district.joined:,}")
    ]
    if district.away:
        text = n_(
            "{count} person who is away in care, for study or for work is counted.",
            "{count} persons who are away in care, for study or for work are counted.",
            district.away,
        )
        said.append(text.format(count=f"{district.away:,}"))
    if district.age_unknown:
        text = n_(
            "The age of {count} person is not known; it is in the persons, in no class of age.",
            "The ages of {count} persons are not known; they are in the persons, in no class "
            "of age.",
            district.age_unknown,
        )
        said.append(text.format(count=f"{district.age_unknown:,}"))
    return said


def _pyramid(sheet: Sheet, district: Headcount) -> None:
    """Men and women by tens of years, the oldest on top, where ages and sexes are known."""
    pairs = [
        Pair(
            _decade(decade),
            district.decades.get((_MALE, decade), 0),
            district.decades.get((_FEMALE, decade), 0),
        )
        for decade in reversed(range(DECADES))
    ]
    if any(pair.left or pair.right for pair in pairs):
        sheet.need(sheet.size * (1.35 * (DECADES + 2) + 3))
        sheet.heading(_("By age and sex"))
        pairs_of_bars(sheet, (_("Male"), _("Female")), pairs)


def _title(count: Headcount) -> str:
    return count.title or _("Without a group")


def _shown(number: int) -> str:
    return f"{number:,}"


def _percent(count: Headcount) -> str:
    percent = count.joined_percent
    return "－" if percent is None else f"{percent:.1f}%"


def _span(first: int, last: int | None) -> str:
    if last is None:
        return _("{first} and over").format(first=first)
    return _("{first} to {last}").format(first=first, last=last)


def _decade(decade: int) -> str:
    first = decade * 10
    return _span(first, None if decade == DECADES - 1 else first + 9)
