"""Where a round begins: what it is called, by which day it shall be back, and those before."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from kucho_desktop.core.dates import read_date, show_date
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import _
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.day_line import DayLine
from kucho_desktop.widgets.editors import Line
from kucho_desktop.widgets.parts import Card, button, column, words
from kucho_desktop.widgets.wrapping import Wrapping


class Beginning(QWidget):
    """begins: (name, last day in ISO, "" for none)."""

    begins = Signal(str, str)

    def __init__(self, what: str) -> None:
        """what: a sentence on what a round is."""
        super().__init__()
        self._today = date.today()
        self.name = Line()
        self.name.setFixedWidth(theme.now().ems(20))
        self.day = DayLine()
        self.problem = words("", "problem")
        self.problem.hide()
        self.go = button(_("Begin the round"), self._begin, icon="check", role="go")
        self.before = words("", "second")
        card = Card()
        card.body.addWidget(words(what))
        for title, box in ((_("What it is called"), self.name), (_("Back by"), self.day)):
            label = words(title, "second", wrap=False)
            label.setMinimumSize(theme.now().ems(8), theme.now().target)
            label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
            box.setAccessibleName(title)
            card.body.addLayout(Wrapping(label, box))
        card.body.addWidget(self.problem)
        card.body.addLayout(Wrapping(self.go))
        self.setLayout(column(card, self.before, None, gap=16))
        self.name.onward.connect(self._go_to_day)
        self.day.onward.connect(self._go_to_button)
        for before, after in pairwise([self.name, self.day, self.go]):
            QWidget.setTabOrder(before, after)

    def propose(self, name: str, day: date, today: date, before: Sequence[str]) -> None:
        """Fill in what is usual, where nothing else was typed. before: earlier rounds in words."""
        self._today = today
        for box, text in ((self.name, name), (self.day, show_date(day))):
            if box.text() == box.kept:
                box.setText(text)
                box.setCursorPosition(0)
            box.kept = text
        self.before.setText("\n".join(before))
        self.before.setVisible(bool(before))

    def focus_first(self) -> None:
        self.name.setFocus(Qt.FocusReason.TabFocusReason)
        self.name.selectAll()

    @Slot()
    def _go_to_day(self) -> None:
        self.day.setFocus()
        self.day.selectAll()

    @Slot()
    def _go_to_button(self) -> None:
        self.go.setFocus()

    @Slot()
    def _begin(self) -> None:
        try:
            typed = self.day.text().strip()
            day = read_date(typed, self._today).isoformat() if typed else ""
        except KuchoError as error:
            self.problem.setText(str(error))
            self.problem.show()
            self.day.setFocus()
            return
        self.problem.hide()
        self.begins.emit(self.name.text(), day)
