"""What can be done with the calendar as a whole, each with a sentence about it."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kucho_desktop.core.i18n import N_, _
from kucho_desktop.widgets.parts import Button, Flow, button, column, line, words

_WORKS = (
    (
        "last-year",
        N_("Last year's events for this year…"),
        N_("What was held once last year, on the right weekday of the year that is shown."),
    ),
    (
        "usual",
        N_("Choose from the usual events…"),
        N_("What most districts have in a year, to tick and to put on the right day."),
    ),
    (
        "file",
        N_("File for telephones…"),
        N_("For the calendars of telephones and computers (iCalendar)."),
    ),
    (
        "year-plan",
        N_("Print the list of the year…"),
        N_("All events by month, to hand out or to go round."),
    ),
    (
        "wall-plan",
        N_("Print the sheet for the wall…"),
        N_("Half a year or a year, every day of it, A4 or A3."),
    ),
    (
        "month-plan",
        N_("Print the events of a month…"),
        N_("In large letters, for the notice board or for the circular."),
    ),
)


class Works(QWidget):
    """chosen: the name of a work, or of a paper. closed: back to the calendar."""

    chosen = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.back = button(_("Back to the calendar"), self._close, icon="arrow-left")
        self.buttons: dict[str, Button] = {}
        title = words(_("What would you like to do with the calendar?"), "heading", wrap=False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(line(self.back, title, None, gap=16))
        layout.addWidget(Flow(self._offers()), 1)
        for before, after in pairwise([self.back, *self.buttons.values()]):
            QWidget.setTabOrder(before, after)

    def _offers(self) -> QVBoxLayout:
        parts = []
        for name, label, about in _WORKS:
            made = button(_(label), role="row", value=name)
            made.setAccessibleDescription(_(about))
            made.chosen.connect(self.chosen)
            self.buttons[name] = made
            parts.append(column(made, words(_(about), "second"), gap=3))
        return column(*parts, None, gap=10)

    def focus_first(self) -> None:
        next(iter(self.buttons.values())).setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _close(self) -> None:
        self.closed.emit()
