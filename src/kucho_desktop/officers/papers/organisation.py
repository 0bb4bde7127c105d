"""組織図 and 部員名簿: the departments, who belongs to them, what they do in a year."""

from collections.abc import Sequence
from dataclasses import dataclass

from kucho_desktop.core.fields import Shown, ShownRecord
from kucho_desktop.core.i18n import _
from kucho_desktop.officers.papers.tables import draw_table
from kucho_desktop.paper import strokes
from kucho_desktop.paper.columns import Column
from kucho_desktop.paper.fitting import Align
from kucho_desktop.paper.glyphs import Font
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.paper.sheet import Sheet

_ABREAST = 5
_HIGH = 4
"""More lines than this stand in two columns."""
_LINE = 1.5
_GAP = 1.6
"""Between the boxes, in type sizes."""


@dataclass(frozen=True)
class DepartmentShown:
    """A department with its seats; tasks: (month, what)."""

    name: str
    work: str
    tasks: tuple[tuple[str, str], ...]
    people: tuple[ShownRecord, ...]


@dataclass(frozen=True)
class Organisation:
    """board: seats that belong to no department; leaders: (group, name); all as they may be seen.

    assembly: what stands at the top.
    """

    seats: Shown
    board: tuple[ShownRecord, ...]
    departments: tuple[DepartmentShown, ...]
    leaders: tuple[tuple[str, str], ...]
    leader_word: str
    year: str


def organisation_chart(chart: Organisation, imprint: Imprint) -> Printed:
    """組織図, across: assembly, board, departments side by side, the groups below."""
    sheet = Sheet(
        _("Chart of the organisation"),
        imprint,
        subtitle=chart.year,
        personal=True,
        landscape=True,
    )
    if not chart.board and not chart.departments:
        sheet.paragraph(_("No post is written down yet."))
        return sheet.printed()
    middle = (sheet.left + sheet.right) / 2
    lines = [_line(each) for each in chart.board]
    abreast = 2 if len(lines) > _HIGH else 1
    width = min(sheet.width, sheet.size * 22 * abreast)
    _box(sheet, middle - sheet.size * 5, sheet.size * 10, _("Assembly"), ())
    _stem(sheet, middle)
    _box(sheet, middle - width / 2, width, _("Officers of the board"), lines, abreast)
    for first in range(0, len(chart.departments), _ABREAST):
        row = chart.departments[first : first + _ABREAST]
        _row_of_departments(sheet, row, middle if first == 0 else None)
    if chart.leaders:
        _leaders(sheet, chart)
    return sheet.printed()


def _line(seat: ShownRecord) -> tuple[str, str]:
    return seat.text("post"), seat.text("name")


def _height(sheet: Sheet, lines: int) -> float:
    return sheet.size * (_LINE * lines + (2.2 if lines else 1.8))


def _box(
    sheet: Sheet,
    left: float,
    width: float,
    title: str,
    lines: Sequence[tuple[str, str]],
    abreast: int = 1,
) -> None:
    """A box below where the sheet stands, and the sheet below it."""
    height = _height(sheet, -(-len(lines) // abreast))
    sheet.need(height)
    _draw_box(sheet, left, sheet.at, width, height, title, lines, abreast)
    sheet.at -= height


def _draw_box(
    sheet: Sheet,
    left: float,
    top: float,
    width: float,
    height: float,
    title: str,
    lines: Sequence[tuple[str, str]],
    abreast: int = 1,
) -> None:
    """abreast: so many columns of lines beside each other."""
    size, pad = sheet.size, sheet.size * 0.5
    head = size * 1.8
    sheet.draw(strokes.filled(left, top - head, width, head))
    sheet.draw(strokes.box(left, top - height, width, height, strokes.RULE))
    sheet.write(
        left + pad,
        top - head / 2 - size * 0.36,
        title,
        font=Font.TABLE_BOLD,
        align=Align.CENTRE,
        width=width - 2 * pad,
    )
    first = top - head - size * _LINE * 0.5 - size * 0.46
    rows = -(-len(lines) // abreast)
    half = (width - 2 * pad) / 2 / abreast
    for place, (post, name) in enumerate(lines):
        x = left + pad + place // max(rows, 1) * half * 2
        y = first - place % max(rows, 1) * size * _LINE
        if name:
            sheet.write(x, y, post, width=half - pad)
            sheet.write(x + half, y, name, width=half - pad)
        else:
            sheet.write(x, y, post, width=2 * half)


def _stem(sheet: Sheet, x: float) -> None:
    sheet.draw(strokes.line(x, sheet.at, x, sheet.at - sheet.size * _GAP, strokes.RULE))
    sheet.at -= sheet.size * _GAP


def _row_of_departments(sheet: Sheet, row: Sequence[DepartmentShown], middle: float | None) -> None:
    """Side by side under one line; that of a further row hangs on nothing."""
    size = sheet.size
    columns = min(max(len(row), 3), _ABREAST)
    gap = size
    width = (sheet.width - gap * (columns - 1)) / columns
    start = sheet.left + (sheet.width - len(row) * width - (len(row) - 1) * gap) / 2
    inside = [_inside(each) for each in row]
    height = _height(sheet, max((len(lines) for lines in inside), default=0))
    sheet.need(height + size * _GAP * 2)
    lefts = [start + place * (width + gap) for place in range(len(row))]
    if middle is not None and not sheet.untouched:
        _stem(sheet, middle)
        _branch(sheet, [left + width / 2 for left in lefts], middle)
    else:
        sheet.gap(_GAP)
    for left, each, lines in zip(lefts, row, inside, strict=True):
        _draw_box(sheet, left, sheet.at, width, height, each.name, lines)
    sheet.at -= height


def _branch(sheet: Sheet, xs: Sequence[float], middle: float) -> None:
    y, low = sheet.at, sheet.at - sheet.size * _GAP * 0.7
    sheet.draw(strokes.line(min(*xs, middle), y, max(*xs, middle), y, strokes.RULE))
    sheet.draw(strokes.lines([(x, y, x, low) for x in xs], strokes.RULE))
    sheet.at = low


def _inside(department: DepartmentShown) -> list[tuple[str, str]]:
    people = [_line(each) for each in department.people]
    tasks = [(_("・{task}").format(task=task), "") for _month, task in department.tasks]
    return [*people, *tasks]


def _leaders(sheet: Sheet, chart: Organisation) -> None:
    """The groups and their leaders, several beside each other."""
    sheet.gap(1.2)
    sheet.heading(chart.leader_word)
    each, columns = sheet.size * 16, max(int(sheet.width // (sheet.size * 16)), 1)
    for first in range(0, len(chart.leaders), columns):
        sheet.need(sheet.size * _LINE)
        sheet.at -= sheet.size * _LINE
        for place, (group, name) in enumerate(chart.leaders[first : first + columns]):
            x = sheet.left + place * each
            sheet.write(x, sheet.at, group, width=each * 0.48)
            sheet.write(x + each * 0.5, sheet.at, name or "―", width=each * 0.46)


def department_members(chart: Organisation, imprint: Imprint) -> Printed:
    """部員名簿: a table for each department, with its work of the year."""
    sheet = Sheet(_("Who belongs to the departments"), imprint, subtitle=chart.year, personal=True)
    if not chart.departments:
        sheet.paragraph(_("No department is written down yet."))
    for department in chart.departments:
        sheet.heading(department.name)
        if department.work:
            sheet.paragraph(department.work)
        _people(sheet, chart, department)
        if department.tasks:
            sheet.gap(0.6)
            columns = [Column(_("Month"), 5.0), Column(_("What is to be done"), 24.0, lines=4)]
            draw_table(sheet, columns, department.tasks)
        sheet.gap(1.0)
    return sheet.printed()


def _people(sheet: Sheet, chart: Organisation, department: DepartmentShown) -> None:
    columns = [
        Column(_("Post"), 11.0, lines=2),
        Column(_("Name"), 10.0, reading=True),
        Column(_("Group"), 9.0),
    ]
    names = [name for name in ("phone", "mobile") if name in chart.seats.titles]
    titles = {"phone": _("Phone number"), "mobile": _("Mobile")}
    columns += [Column(titles[name], 8.0, whole=True) for name in names]
    rows = [
        (
            each.text("post"),
            f"{each.text('name')}\n{each.text('kana')}".strip("\n"),
            each.text("home"),
            *map(each.text, names),
        )
        for each in department.people
    ]
    if rows:
        draw_table(sheet, columns, rows)
    else:
        sheet.paragraph(_("Nobody belongs to it yet."))
