"""配布部数表 and 仕分け札: how many copies go to each group, and what lies on its pile."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kucho_desktop.core.i18n import _
from kucho_desktop.paper import strokes
from kucho_desktop.paper.columns import Column
from kucho_desktop.paper.fitting import Align
from kucho_desktop.paper.glyphs import Font
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.paper.one_table import draw_table
from kucho_desktop.paper.sheet import Sheet
from kucho_desktop.paper.table import Row, Total

_BIG = 80.0
"""Points of the group on a slip, to be read across a table."""
_THINGS = 6
"""So many beside each other on the list; of more there is a page for each six."""
_AROUND = "　" * 2
"""Beside the title, so that there is room to stamp or sign below it."""
_SLIPS = 2
"""On a page of A4: half a page each."""


@dataclass(frozen=True)
class Pile:
    """What a group gets. counts: copies of each thing, as in the delivery's things.

    why: of what the number of a household's thing is made. short: what stands large on the slip.
    """

    group: str
    short: str
    leader: str
    counts: tuple[int, ...]
    why: str


@dataclass(frozen=True)
class DeliveryShown:
    """things: (title, to whom, how many came). households: of the leaders who are named."""

    day: str
    due: str
    things: tuple[tuple[str, str, int | None], ...]
    piles: tuple[Pile, ...]
    households: tuple[int, ...] = ()


def delivery_list(shown: DeliveryShown, imprint: Imprint) -> Printed:
    """配布部数表: a row for each group, with room for the receiver's stamp."""
    sheet = Sheet(
        _("Copies to hand out"), imprint, subtitle=shown.day, personal=True, landscape=True
    )
    if not shown.things or not shown.piles:
        sheet.paragraph(_("Nothing is written down for this day."))
        return sheet.printed()
    if shown.due:
        sheet.paragraph(_("To be in the houses by {day}").format(day=shown.due))
        sheet.gap(0.3)
    for first in range(0, len(shown.things), _THINGS):
        if first:
            sheet.new_page()
        part = _part(shown, first)
        draw_table(sheet, _columns(part), [*(_row(pile) for pile in part.piles), *_totals(part)])
    sheet.gap(0.5)
    for title, reach, _came in shown.things:
        sheet.paragraph(_("{thing}: {reach}").format(thing=title, reach=reach))
    return sheet.printed()


def _part(shown: DeliveryShown, first: int) -> DeliveryShown:
    """Some of the things, as many as stand beside each other on a sheet."""
    own = slice(first, first + _THINGS)
    piles = tuple(replace(pile, counts=pile.counts[own]) for pile in shown.piles)
    return replace(shown, things=shown.things[own], piles=piles)


def _columns(shown: DeliveryShown) -> list[Column]:
    things = [Column(title, 6.0, Align.RIGHT, whole=True) for title, _reach, _came in shown.things]
    return [
        Column(_("Group"), 8.0, lines=2),
        Column(_("Leader"), 7.0),
        *things,
        Column(_("How it is counted"), 16.0, lines=3),
        Column(_AROUND + _("Received (stamp)") + _AROUND, 8.0),
    ]


def _row(pile: Pile) -> Row:
    return (pile.group, pile.leader, *(f"{each:,}" for each in pile.counts), pile.why, "")


def _totals(shown: DeliveryShown) -> list[Total]:
    sums = [sum(pile.counts[at] for pile in shown.piles) for at in range(len(shown.things))]
    rows = [Total((_("Together"), "", *(f"{each:,}" for each in sums), "", ""))]
    came = [each for _title, _reach, each in shown.things]
    if any(each is not None for each in came):
        rows.append(Total((_("Copies that came"), "", *map(_number, came), "", "")))
        left = [None if one is None else one - used for one, used in zip(came, sums, strict=True)]
        rows.append(Total((_("Left over"), "", *map(_number, left), "", "")))
    return rows


def _number(count: int | None) -> str:
    return "" if count is None else f"{count:,}"


def delivery_slips(shown: DeliveryShown, imprint: Imprint) -> Printed:
    """仕分け札: half a page for each group, its name 80 points high."""
    sheet = Sheet(_("Slips for the piles"), imprint, subtitle=shown.day, personal=True)
    piles = [pile for pile in shown.piles if any(pile.counts)]
    if not piles:
        sheet.paragraph(_("Nothing is written down for this day."))
        return sheet.printed()
    high = (sheet.top - sheet.bottom) / _SLIPS
    for number, pile in enumerate(piles):
        if number and number % _SLIPS == 0:
            sheet.new_page()
        sheet.at = sheet.top - high * (number % _SLIPS)
        if number % _SLIPS:
            sheet.draw(strokes.line(sheet.left, sheet.at, sheet.right, sheet.at))
        _slip(sheet, pile, shown, sheet.at - high)
    return sheet.printed()


def _slip(sheet: Sheet, pile: Pile, shown: DeliveryShown, bottom: float) -> None:
    size = sheet.size
    sheet.at -= _BIG * 1.05
    sheet.write(
        sheet.left,
        sheet.at,
        pile.short,
        size=_BIG,
        font=Font.PROSE_BOLD,
        align=Align.CENTRE,
        width=sheet.width,
        whole=True,
    )
    sheet.at -= _BIG * 0.3
    said = [pile.group if pile.group != pile.short else "", pile.leader]
    line = "　".join(part for part in said if part)
    sheet.at -= size * 1.4
    sheet.write(sheet.left, sheet.at, line, size=size * 1.3, width=sheet.width)
    if shown.due:
        sheet.at -= size * 1.6
        due = _("To be in the houses by {day}").format(day=shown.due)
        sheet.write(sheet.left, sheet.at, due, size=size, width=sheet.width)
    things = [
        (title, count)
        for (title, _reach, _came), count in zip(shown.things, pile.counts, strict=True)
        if count
    ]
    _list(sheet, things, bottom + size)


def _list(sheet: Sheet, things: Sequence[tuple[str, int]], bottom: float) -> None:
    """What lies on the pile; of very many things the rows come closer together."""
    size = sheet.size * 1.2
    row = min(size * 1.8, (sheet.at - bottom) / max(len(things), 1))
    size = min(size, row * 0.8)
    for title, count in things:
        sheet.at -= row
        sheet.write(sheet.left, sheet.at, title, size=size, width=sheet.width * 0.75)
        said = _("{count} copies").format(count=f"{count:,}")
        right = sheet.left + sheet.width * 0.78
        sheet.write(
            right,
            sheet.at,
            said,
            size=size,
            font=Font.TABLE_BOLD,
            align=Align.RIGHT,
            width=sheet.width * 0.22,
            whole=True,
        )
