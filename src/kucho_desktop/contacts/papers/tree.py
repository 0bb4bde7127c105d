"""連絡網図: the phone tree across A4, at most seven beside each other, no line over another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kucho_desktop.contacts.papers.boxes import Box, BoxWriter
from kucho_desktop.core.i18n import _
from kucho_desktop.paper import strokes
from kucho_desktop.paper.fitting import Align
from kucho_desktop.paper.glyphs import Font
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.paper.sheet import Sheet

ABREAST = 7
_FEWEST = 4
"""Boxes are never wider than where so many stand beside each other."""
_GAP = 1.2
"""Between a box and those below it, in type sizes."""
_BETWEEN = 0.5
_RAIL = 1.0
"""Left of the boxes, for the line down to the next row."""
_HANGS = 0.7
_ARROW = 1.4
_LEAST_RUN = 2


@dataclass(frozen=True)
class Branch:
    """A part of the paper: the tree below one box. title: for whom it is."""

    title: str
    root: int
    households: tuple[int, ...] = ()


@dataclass(frozen=True)
class TreePaper:
    """boxes: by id. outside: (body, phone) on top of an emergency's. held_back: see `notices`."""

    boxes: Mapping[int, Box]
    branches: tuple[Branch, ...]
    outside: tuple[tuple[str, str], ...] = ()
    emergency: bool = False
    held_back: int = 0


def tree_paper(tree: TreePaper, imprint: Imprint) -> Printed:
    """A part for each branch that goes to different people."""
    title = _("Phone tree for emergencies") if tree.emergency else _("Phone tree")
    sheet = Sheet(title, imprint, personal=True, landscape=True, notices=notices(tree))
    if not tree.branches:
        sheet.paragraph(_("No officer is written down yet, so there is nobody to begin."))
    for branch in tree.branches:
        sheet.new_part(branch.title)
        if tree.outside:
            _outside(sheet, tree.outside)
        _Drawn(sheet, tree.boxes).draw(branch.root)
    return sheet.printed()


def notices(tree: TreePaper) -> tuple[str, ...]:
    said = [_("Who is called last reports to the chief. Nobody in: call on to the next one.")]
    if tree.held_back:
        said.append(_("Who wished it does not stand here; the one before tells them."))
    return tuple(said)


def _outside(sheet: Sheet, outside: Sequence[tuple[str, str]]) -> None:
    """The bodies outside, in a frame of their own above the chief, who calls them."""
    rows = [outside[at : at + ABREAST] for at in range(0, len(outside), ABREAST)]
    size = sheet.size
    high = size * (1.5 + 2.9 * len(rows))
    top, pad = sheet.at, size * 0.4
    sheet.draw(strokes.box(sheet.left, top - high, sheet.width, high, strokes.BOLD))
    sheet.write(
        sheet.left + pad, top - size * 1.2, _("Bodies outside: the chief calls them first."),
        font=Font.TABLE_BOLD,
    )  # fmt: skip
    wide = (sheet.width - 2 * pad) / ABREAST
    for number, row in enumerate(rows):
        y = top - size * (1.5 + 2.9 * number)
        for place, (name, phone) in enumerate(row):
            x = sheet.left + pad + place * wide
            inner = wide - pad
            sheet.write(x, y - size * 1.05, name, width=inner, align=Align.CENTRE)
            sheet.write(x, y - size * 2.3, phone, width=inner, align=Align.CENTRE, whole=True,
                        font=Font.TABLE_BOLD)  # fmt: skip
    sheet.at = top - high
    middle = (sheet.left + sheet.right) / 2
    low = sheet.at - size * _GAP
    sheet.draw(strokes.arrow(middle, low, middle, sheet.at))
    sheet.at = low


class _Drawn:
    """One tree: each caller over those whom he calls, callers without room in blocks below."""

    def __init__(self, sheet: Sheet, boxes: Mapping[int, Box]) -> None:
        self._sheet = sheet
        self._boxes = boxes
        self._size = sheet.size
        self._gap = sheet.size * _GAP
        self._between = sheet.size * _BETWEEN
        self._drawn = BoxWriter(sheet)

    def draw(self, root: int) -> None:
        """The block of the first caller, then of everybody whose calls did not stand there."""
        waiting, is_first = [root], True
        while waiting:
            at = waiting.pop(0)
            run = self._run(at)
            if not is_first and not self._sheet.untouched:
                self._sheet.gap(1.4)
            if len(run) > _LEAST_RUN:
                waiting += self._chain(run)
            else:
                waiting += self._block(at, is_first=is_first)
            is_first = False

    def _run(self, id_: int) -> list[int]:
        """From house to house, as long as each calls one alone."""
        run = [id_]
        while len(self._boxes[run[-1]].below) == 1:
            run += self._boxes[run[-1]].below
        return run

    def _height(self, ids: Sequence[int], wide: float) -> float:
        return max((self._drawn.height(self._boxes[id_], wide) for id_ in ids), default=0.0)

    def _hung(self, id_: int, room: float, wide: float) -> tuple[int, ...]:
        """Whom to draw under a box: those it calls, if there is room for all of them."""
        below = self._boxes[id_].below
        return below if self._high_column(below, wide) <= room else ()

    def _high_column(self, ids: Sequence[int], wide: float) -> float:
        inner = wide - self._size * _HANGS
        return sum(self._height([each], inner) + self._between for each in ids)

    def _block(self, id_: int, *, is_first: bool) -> list[int]:
        """Gives those that are still to be drawn, in order. is_first: it stays on this page."""
        sheet, below = self._sheet, self._boxes[id_].below
        rows = [below[at : at + ABREAST] for at in range(0, len(below), ABREAST)]
        wide, root = self._wide(len(below)), self._height([id_], self._wide(_FEWEST))
        left_over: list[int] = []
        bus = 0.0
        for number, row in enumerate(rows):
            high = self._height(row, wide)
            room = sheet.room if is_first and number == 0 else sheet.top - sheet.bottom
            free = room - root - self._gap - high
            hung = {each: self._hung(each, free, wide) for each in row}
            need = high + max(self._high_column(hung[each], wide) for each in row)
            begins = number == 0 or sheet.room < need + self._gap * 1.6
            if begins:
                if number or sheet.room < root + need + self._gap:
                    sheet.need(sheet.top - sheet.bottom)
                self._root(id_, root, continued=number > 0)
            else:
                self._rail(bus, wide, rows[number - 1])
            bus = self._row(row, hung, wide, high, need, begins=begins)
            for each in row:
                for one in hung[each] or (each,):
                    left_over += [one] if self._boxes[one].below else []
        if not rows:
            sheet.need(root)
            self._root(id_, root)
        return left_over

    def _wide(self, count: int) -> float:
        room = self._sheet.width - self._size * _RAIL
        columns = min(max(count, _FEWEST), ABREAST)
        return (room - self._between * (columns - 1)) / columns

    def _root(self, id_: int, high: float, *, continued: bool = False) -> None:
        sheet, wide = self._sheet, self._wide(_FEWEST)
        middle = (sheet.left + sheet.right) / 2
        box = self._boxes[id_]
        self._drawn.draw(box, middle - wide / 2, sheet.at, wide, high, thick=strokes.BOLD)
        if continued:
            sheet.write(middle + wide / 2 + self._size, sheet.at - high / 2, _("(continued)"))
        sheet.at -= high

    def _lefts(self, count: int, wide: float, *, is_last: bool) -> list[float]:
        """Alone in its block a row stands in the middle; further ones begin at the left."""
        sheet, rail = self._sheet, self._size * _RAIL
        used = count * wide + (count - 1) * self._between
        spare = 0.0 if is_last else (sheet.width - rail - used) / 2
        return [sheet.left + rail + spare + at * (wide + self._between) for at in range(count)]

    def _rail(self, bus: float, wide: float, above: Sequence[int]) -> None:
        """From the line over the row above down to that of the next one, left of all boxes."""
        sheet = self._sheet
        first = self._lefts(len(above), wide, is_last=True)[0] + wide / 2
        sheet.draw(strokes.line(sheet.left, bus, first, bus, strokes.RULE))
        low = sheet.at - self._gap * 0.5
        sheet.draw(strokes.line(sheet.left, bus, sheet.left, low, strokes.RULE))

    def _row(
        self,
        row: Sequence[int],
        hung: Mapping[int, Sequence[int]],
        wide: float,
        high: float,
        need: float,
        *,
        begins: bool,
    ) -> float:
        """Gives the height of the line above it, where the next row begins at its left end."""
        sheet = self._sheet
        lefts = self._lefts(len(row), wide, is_last=not begins)
        middle = (sheet.left + sheet.right) / 2
        bus = sheet.at - self._gap * 0.5
        if begins:
            sheet.draw(strokes.line(middle, sheet.at, middle, bus, strokes.RULE))
        xs = [x + wide / 2 for x in lefts] + [middle if begins else sheet.left]
        sheet.draw(strokes.line(min(xs), bus, max(xs), bus, strokes.RULE))
        top = sheet.at - self._gap
        for x, each in zip(lefts, row, strict=True):
            sheet.draw(strokes.line(x + wide / 2, bus, x + wide / 2, top, strokes.RULE))
            self._drawn.draw(self._boxes[each], x, top, wide, high)
            self._column(hung[each], x, top - high, wide)
        sheet.at = top - need
        return bus

    def _column(self, ids: Sequence[int], x: float, top: float, wide: float) -> None:
        """Those whom one of a row calls, under him, on a line at their left."""
        sheet, inset = self._sheet, self._size * _HANGS
        y = centre = top
        for each in ids:
            high = self._height([each], wide - inset)
            y -= self._between
            centre = y - high / 2
            sheet.draw(strokes.line(x + inset / 2, centre, x + inset, centre, strokes.RULE))
            self._drawn.draw(self._boxes[each], x + inset, y, wide - inset, high)
            y -= high
        if ids:
            sheet.draw(strokes.line(x + inset / 2, top, x + inset / 2, centre, strokes.RULE))

    def _chain(self, run: Sequence[int]) -> list[int]:
        """In rows from left to right, an arrow from each to the next."""
        sheet, arrow = self._sheet, self._size * _ARROW
        wide = (sheet.width - arrow * (ABREAST - 1)) / ABREAST
        rows = [run[at : at + ABREAST] for at in range(0, len(run), ABREAST)]
        for number, row in enumerate(rows):
            high = self._height(row, wide)
            is_new = number > 0 and sheet.room < high + arrow
            if is_new or sheet.room < high:
                sheet.need(sheet.top - sheet.bottom)
            elif number:
                self._turn(sheet.left + (ABREAST - 1) * (wide + arrow) + wide / 2, wide, arrow)
            for place, each in enumerate(row):
                x = sheet.left + place * (wide + arrow)
                thick = strokes.BOLD if each == run[0] else strokes.RULE
                self._drawn.draw(self._boxes[each], x, sheet.at, wide, high, thick=thick)
                if place:
                    y = sheet.at - high / 2
                    sheet.draw(strokes.arrow(x - arrow, y, x, y, strokes.RULE))
            sheet.at -= high
        last = run[-1]
        return [last] if self._boxes[last].below else []

    def _turn(self, last: float, wide: float, arrow: float) -> None:
        """From the end of a row to the beginning of the next one, between them."""
        sheet, first = self._sheet, self._sheet.left + wide / 2
        middle, low = sheet.at - arrow * 0.4, sheet.at - arrow
        sheet.draw(strokes.lines([(last, sheet.at, last, middle), (first, middle, last, middle)],
                                 strokes.RULE))  # fmt: skip
        sheet.draw(strokes.arrow(first, middle, first, low, strokes.RULE))
        sheet.at = low
