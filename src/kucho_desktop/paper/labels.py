"""Sheets of labels: where the next free label is, and the sheet for trying a printer."""

from collections.abc import Sequence

from kucho_desktop.core.dates import show_date
from kucho_desktop.core.i18n import _, language
from kucho_desktop.paper import strokes
from kucho_desktop.paper.address_block import Box
from kucho_desktop.paper.document import Document
from kucho_desktop.paper.fitting import Align, fit
from kucho_desktop.paper.glyphs import Font
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.paper.lines import break_lines
from kucho_desktop.paper.sheet import A4, MM
from kucho_desktop.paper.stationery import A4_HEIGHT, A4_WIDTH, UNREACHED, LabelSheet

_INSIDE = 0.075
_LEAST_INSIDE = 1.5
"""What a label keeps free along its edges: a part of its height, and mm at the least."""
_RULER = 100
"""The line by which one sees on the test print whether it was printed at its size; in mm."""


class LabelPages:
    """Labels are given out one by one; a new sheet begins where one is full.

    start: how many labels of the first sheet are used already. shift: mm to the right and down,
    by which the printer is put right.
    """

    def __init__(
        self,
        title: str,
        imprint: Imprint,
        sheet: LabelSheet,
        *,
        start: int = 0,
        shift: tuple[float, float] = (0.0, 0.0),
    ) -> None:
        self.sheet = sheet
        self.document = Document(title, A4, language(), imprint.instead)
        self.lettering = self.document.lettering
        self._imprint = imprint
        right, down = shift
        self._shift = f"1 0 0 1 {right * MM:.2f} {-down * MM:.2f} cm"
        self._next = start
        self._boxes = [self.inside(face) for face in range(sheet.faces)]
        self._pages: list[list[str]] = [[]]

    def next_label(self) -> Box:
        """The room inside the next label, within what a printer reaches."""
        if self._next == self.sheet.faces:
            self._pages.append([])
            self._next = 0
        box = self._boxes[self._next]
        self._next += 1
        return box

    def inside(self, face: int) -> Box:
        """What may be printed on of a label, counted from 0; in points."""
        sheet = self.sheet
        left, top = sheet.place(face)
        free = max(sheet.height * _INSIDE, _LEAST_INSIDE)
        right, bottom = left + sheet.width - free, top + sheet.height - free
        left, top = max(left + free, UNREACHED), max(top + free, UNREACHED)
        right, bottom = min(right, A4_WIDTH - UNREACHED), min(bottom, A4_HEIGHT - UNREACHED)
        return Box(left * MM, (A4_HEIGHT - top) * MM, (right - left) * MM, (bottom - top) * MM)

    def draw(self, operators: str) -> None:
        self._pages[-1].append(operators)

    def printed(self, notes: Sequence[str] = ()) -> Printed:
        """Close the sheets."""
        for page in self._pages:
            self.document.add_page("\n".join((self._shift, *page)), ())
        pdf = self.document.pdf()
        lettering = self.lettering
        return Printed(
            pdf,
            len(self._pages),
            tuple(lettering.replaced),
            instead=tuple(lettering.substitutes.used),
            notes=tuple(notes),
        )

    # the sheet for trying

    def draw_outlines(self) -> None:
        """Every label with its number, a line of 100 mm, and on the first label what this is."""
        sheet = self.sheet
        for face in range(sheet.faces):
            left, top = sheet.place(face)
            low = (A4_HEIGHT - top - sheet.height) * MM
            self.draw(strokes.box(left * MM, low, sheet.width * MM, sheet.height * MM))
            if face:
                self._write_number(face)
        self._say_what_it_is(self.inside(0))
        self._draw_ruler()

    def _write_number(self, face: int) -> None:
        box = self.inside(face)
        fitted = fit(self.lettering[Font.TABLE], str(face + 1), 9, box.width)
        self.draw(f"BT 1 0 0 1 {box.left:.2f} {box.top - 9:.2f} Tm{fitted.operators()} ET")

    def _say_what_it_is(self, box: Box) -> None:
        size = 9.0
        said = [
            self._imprint.association,
            _("Test print of a label sheet"),
            show_date(self._imprint.made),
            self.sheet.title,
        ]
        lines = _broken(said, box.width, size)
        while len(lines) * size * 1.25 > box.height:
            size *= 0.95
            lines = _broken(said, box.width, size)
        for number, line in enumerate(lines):
            fitted = fit(self.lettering[Font.TABLE], line, size, box.width, whole=True)
            y = box.top - size * (1 + 1.25 * number)
            self.draw(f"BT 1 0 0 1 {box.left:.2f} {y:.2f} Tm{fitted.operators()} ET")

    def _draw_ruler(self) -> None:
        """Across the last line of labels, below their numbers."""
        sheet = self.sheet
        y = (A4_HEIGHT - sheet.place(sheet.faces - sheet.columns)[1] - sheet.height * 0.62) * MM
        left = (A4_WIDTH - _RULER) / 2 * MM
        right = left + _RULER * MM
        self.draw(strokes.line(left, y, right, y, strokes.BOLD))
        for x in (left, right):
            self.draw(strokes.line(x, y - 5, x, y + 5, strokes.BOLD))
        text = _("This line is {length} mm long if the size is right.").format(length=_RULER)
        fitted = fit(self.lettering[Font.TABLE], text, 9, right - left, whole=True)
        x = left + (right - left - fitted.width) * Align.CENTRE.value
        self.draw(strokes.filled(x - 2, y - 16, fitted.width + 4, 12, 1.0))
        self.draw(f"BT 1 0 0 1 {x:.2f} {y - 13:.2f} Tm{fitted.operators()} ET")


def _broken(said: Sequence[str], width: float, size: float) -> list[str]:
    return [line for text in said if text for line in break_lines(text, width, size, Font.TABLE)]
