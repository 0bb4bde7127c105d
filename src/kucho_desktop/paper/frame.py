"""Head and foot of every page: whose paper, for whom, as of when, for what purpose, which copy."""

from kucho_desktop.core.dates import show_date
from kucho_desktop.core.i18n import _
from kucho_desktop.paper import strokes
from kucho_desktop.paper.fitting import fit
from kucho_desktop.paper.glyphs import Font
from kucho_desktop.paper.imprint import Imprint
from kucho_desktop.paper.lettering import Lettering
from kucho_desktop.paper.lines import break_lines, cut

_SMALL = 9.5
_MOST_SMALL_PRINT = 8


class Frame:
    """edges: left, bottom, right and top of what a printer can reach, in points."""

    def __init__(
        self,
        title: str,
        imprint: Imprint,
        lettering: Lettering,
        edges: tuple[float, float, float, float],
        personal: bool,
        notices: tuple[str, ...],
    ) -> None:
        self._title = title
        self._imprint = imprint
        self._lettering = lettering
        self._left, self._low, self._right, self._high = edges
        self._personal = personal
        self._small_print = self._small_print_lines(notices)
        size = imprint.size
        self.top = self._high - size * 3.9
        self.bottom = self._low + _SMALL * (1.5 * len(self._small_print) + 2.2)

    def head(self, subtitle: str) -> str:
        """Association, marks, title and the day of which the paper speaks."""
        size = self._imprint.size
        upper, lower = self._high - size, self._high - size * 2.9
        day = _("As of {day}").format(day=show_date(self._imprint.day))
        marks = _("For: {audience}").format(audience=self._imprint.audience.title)
        drawn = [self._right_text(upper, marks, size * 0.92)]
        taken = self._width(marks, size * 0.92)
        if self._personal:
            taken += self._confidential(drawn, upper, taken)
        across = self._right - self._left
        drawn.append(
            self._text(self._left, upper, self._imprint.association, size, across - taken - size)
        )
        dated = self._width(day, size)
        drawn.append(self._right_text(lower, day, size))
        title = f"{self._title}　{subtitle}" if subtitle else self._title
        drawn.append(
            self._text(self._left, lower, title, size * 1.5, across - dated - size, Font.TABLE_BOLD)
        )
        under = self.top + size * 0.5
        drawn.append(strokes.line(self._left, under, self._right, under, strokes.BOLD))
        return "\n".join(drawn)

    def foot(self) -> str:
        """Purpose and notices, day of making."""
        rule = self.bottom - _SMALL * 0.6
        drawn = [strokes.line(self._left, rule, self._right, rule)]
        y = rule - _SMALL * 1.3
        for line in self._small_print:
            drawn.append(self._text(self._left, y, line, _SMALL))
            y -= _SMALL * 1.5
        made = _("Made on {day}").format(day=show_date(self._imprint.made))
        drawn.append(self._text(self._left, self._low + 1, made, _SMALL))
        return "\n".join(drawn)

    def numbers(self, page: int, pages: int, copy_number: int | None, *, numbered: bool) -> str:
        """Which page of how many, and which copy; a line to write on where it has no number."""
        y = self._low + 1
        count = _("Page {page}/{pages}").format(page=page, pages=pages)
        middle = (self._left + self._right) / 2
        drawn = [self._text(middle - self._width(count, 11) / 2, y, count, 11)]
        if numbered:
            shown = "＿＿＿" if copy_number is None else str(copy_number)
            copy = _("Copy No. {number}").format(number=shown)
            drawn.append(self._right_text(y, copy, 11))
        return "\n".join(drawn)

    def _small_print_lines(self, notices: tuple[str, ...]) -> list[str]:
        said = list(notices)
        if self._imprint.purpose:
            said.insert(0, _("Purpose: {text}").format(text=self._imprint.purpose))
        across = self._right - self._left
        lines = [line for text in said for line in break_lines(text, across, _SMALL, Font.TABLE)]
        if len(lines) > _MOST_SMALL_PRINT:
            last = "".join(lines[_MOST_SMALL_PRINT - 1 :])
            lines[_MOST_SMALL_PRINT - 1 :] = [cut(last, across, _SMALL, Font.TABLE)]
        return lines

    def _confidential(self, drawn: list[str], y: float, taken: float) -> float:
        """The mark in a box, left of what is already there; gives the width it takes."""
        size = self._imprint.size
        mark = _("Handle with care")
        wide = self._width(mark, size)
        x = self._right - taken - size - wide
        drawn.append(self._text(x, y, mark, size, font=Font.TABLE_BOLD))
        drawn.append(
            strokes.box(
                x - size * 0.4, y - size * 0.35, wide + size * 0.8, size * 1.45, strokes.RULE
            )
        )
        return wide + size * 2

    def _width(self, text: str, size: float) -> float:
        return self._lettering[Font.TABLE].width(text, size)

    def _right_text(self, y: float, text: str, size: float) -> str:
        return self._text(self._right - self._width(text, size), y, text, size)

    def _text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        width: float = 1e9,
        font: Font = Font.TABLE,
    ) -> str:
        fitted = fit(self._lettering[font], text, size, width)
        return f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm{fitted.operators()} ET"
