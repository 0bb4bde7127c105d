"""A box for a day, typed in one of many ways; under it how it was understood, or what is wrong."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from kucho_desktop.core.dates import read_date, show_date
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import _
from kucho_desktop.widgets.day_line import DayLine
from kucho_desktop.widgets.parts import column, words


class DayBox(QWidget):
    """changed: something else is typed. onward: Enter was pressed, and the day is understood.

    said: the words under the box are others, or there are none any more.
    """

    changed = Signal()
    onward = Signal()
    said = Signal()

    def __init__(self, title: str, today: Callable[[], date], *, apart: bool = False) -> None:
        """title: what a screen reader says. today: what 「きのう」 is counted from.

        apart: whoever makes the box puts its words somewhere else.
        """
        super().__init__()
        self._today = today
        self.line = DayLine()
        self.line.setAccessibleName(title)
        self.understood = words("", "understood")
        self.problem = words("", "problem")
        under = () if apart else self.labels()
        layout = column(self.line, *under, gap=4)
        layout.setAlignment(self.line, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(layout)
        self.setFocusProxy(self.line)
        self._say()
        self.line.textChanged.connect(self._show_understood)
        self.line.onward.connect(self._go_on)

    def show_day(self, day: date) -> None:
        """Show it as a suggestion that can be typed over; Esc brings it back."""
        self.line.kept = show_date(day)
        self.line.setText(self.line.kept)
        self._say()

    def day(self) -> date:
        """The day that is typed. Raises NotADate."""
        return read_date(self.line.text(), self._today())

    def check(self) -> date | None:
        """The day; where it is not understood None, and the box says why."""
        try:
            day = self.day()
        except KuchoError as error:
            self._say(problem=str(error))
            return None
        self._say(self.understood.text())
        return day

    def take(self) -> date | None:
        """The same for the last time: where it is not understood the keys go back into the box."""
        day = self.check()
        if day is None:
            self.line.setFocus()
        return day

    def labels(self) -> tuple[QLabel, QLabel]:
        """The words under the box."""
        return self.understood, self.problem

    def _say(self, understood: str = "", problem: str = "") -> None:
        for label, text in ((self.understood, understood), (self.problem, problem)):
            label.setText(text)
            label.setVisible(bool(text))
        self.line.setAccessibleDescription(problem or understood)
        self.said.emit()

    @Slot()
    def _show_understood(self) -> None:
        try:
            text = show_date(self.day())
        except KuchoError:
            self._say()
        else:
            known = text == self.line.text()
            self._say("" if known else _("Understood as {text}").format(text=text))
        self.changed.emit()

    @Slot()
    def _go_on(self) -> None:
        if self.take() is not None:
            self.onward.emit()
