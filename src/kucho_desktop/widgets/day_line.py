"""A line for a day: as wide as the widest day is, in whatever type it is shown."""

from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionFrame

from kucho_desktop.core.dates import show_date
from kucho_desktop.widgets.typed_line import Line

_WIDE = date(2046, 12, 28)
"""Every number of it has two digits."""
_AROUND = 2 * 2 + 1
"""What Qt keeps free beside the text of a line, and the cursor; in pixels."""


class DayLine(Line):
    """Neither shorter than a day with its weekday nor longer than it has to be."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        hint = super().sizeHint()
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        inside = QSize(self.fontMetrics().horizontalAdvance(show_date(_WIDE)) + _AROUND, 1)
        kind = QStyle.ContentsType.CT_LineEdit
        return QSize(
            self.style().sizeFromContents(kind, option, inside, self).width(), hint.height()
        )

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()
