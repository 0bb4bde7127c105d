"""The one question about a dated field: since when it changed, or whether it was wrong."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from kucho_desktop.core.dates import read_date, show_date
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import _
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.editors import Line
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
        self.day = Line()
        self.day.setAccessibleName(_("Since when has it been so?"))
        self.day.setMaximumWidth(theme.now().ems(14))
        self.understood = words("", "understood")
        self.problem = words("", "problem")
        self.change = button(_("It changed on this day"), self._change, role="go")
        self.correct = button(_("It was written wrongly"), self._correct)
        self.give_up = button(_("Leave it as it was"), self._give_up, role="quiet")
        layout = column(
            words(_("Since when has it been so?"), "strong"),
            self.day,
            self.understood,
            self.problem,
            Wrapping(self.change, self.correct, self.give_up),
        )
        layout.setContentsMargins(12, 10, 12, 10)
        self.setLayout(layout)
        self.day.textChanged.connect(self._show_understood)
        self.day.onward.connect(self._go_on)
        self.hide()

    def ask(self, today: date) -> None:
        """Appear with today as the answer; an answer being typed stays."""
        self._today = today
        if self.isHidden():
            self.day.setText(show_date(today))
            self.day.kept = self.day.text()
            self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def _read(self) -> date | None:
        try:
            return read_date(self.day.text(), self._today)
        except KuchoError as error:
            self._say(problem=str(error))
            return None

    def _say(self, understood: str = "", problem: str = "") -> None:
        for label, text in ((self.understood, understood), (self.problem, problem)):
            label.setText(text)
            label.setVisible(bool(text))

    @Slot()
    def _show_understood(self) -> None:
        try:
            day = read_date(self.day.text(), self._today)
        except KuchoError:
            self._say()
        else:
            text = show_date(day)
            known = text == self.day.text()
            self._say("" if known else _("Understood as {text}").format(text=text))

    @Slot()
    def _go_on(self) -> None:
        if self._read() is not None:
            self.change.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _change(self) -> None:
        day = self._read()
        if day is None:
            self.day.setFocus()
        else:
            self.changed_from.emit(day)

    @Slot()
    def _correct(self) -> None:
        self.corrected.emit()

    @Slot()
    def _give_up(self) -> None:
        self.given_up.emit()
