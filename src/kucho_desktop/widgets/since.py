"""The one question about a dated field: since when it changed, or whether it was wrong."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from kucho_desktop.core.i18n import _
from kucho_desktop.widgets.day_box import DayBox
from kucho_desktop.widgets.parts import button, column, words
from kucho_desktop.widgets.wrapping import Wrapping


class SinceQuestion(QFrame):
    """Asks in the form itself, not over it. Esc gives the change up."""

    changed_from = Signal(object)
    corrected = Signal()
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("question")
        self.setProperty("whole", True)
        self._today = date.min
        self.box = DayBox(_("Since when has it been so?"), self._day)
        self.day = self.box.line
        self.change = button(_("It changed on this day"), self._change, role="go")
        self.correct = button(_("It was written wrongly"), self._correct)
        self.give_up = button(_("Leave it as it was"), self._give_up, role="quiet")
        layout = column(
            words(_("Since when has it been so?"), "strong"),
            self.box,
            Wrapping(self.change, self.correct, self.give_up),
        )
        layout.setContentsMargins(12, 10, 12, 10)
        self.setLayout(layout)
        self.box.onward.connect(self._go_on)
        self.hide()

    def _day(self) -> date:
        return self._today

    def ask(self, today: date) -> None:
        """Appear with today as the answer; an answer being typed stays."""
        self._today = today
        if self.isHidden():
            self.box.show_day(today)
            self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _go_on(self) -> None:
        self.change.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _change(self) -> None:
        day = self.box.take()
        if day is not None:
            self.changed_from.emit(day)

    @Slot()
    def _correct(self) -> None:
        self.corrected.emit()

    @Slot()
    def _give_up(self) -> None:
        self.given_up.emit()
