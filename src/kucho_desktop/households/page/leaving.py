"""The question from which day somebody is gone, asked before a household or a person leaves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kucho_desktop.core.dates import read_date, show_date
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import _
from kucho_desktop.households.model import Member
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.choice import DropDown
from kucho_desktop.widgets.editors import Line
from kucho_desktop.widgets.parts import words
from kucho_desktop.widgets.question import Question, whole


@dataclass(frozen=True)
class Leaving:
    """day: from which on they are gone, None where it was written by mistake.

    next_head: the member who is the head from then on, 0 for none.
    """

    day: date | None
    reason: str = ""
    next_head: int = 0


class LeavingQuestion(Question):
    """Its first verb asks for a day; a wrong one is explained and nothing is lost."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        text: str,
        verbs: Sequence[str],
        today: date,
        *,
        reason: bool = False,
        heads: Sequence[Member] = (),
    ) -> None:
        super().__init__(parent, title, text, verbs)
        self._today = today
        self._first = verbs[0]
        self.day = Line()
        self.day.setText(show_date(today))
        self.day.kept = self.day.text()
        self.day.setAccessibleName(_("As of which day?"))
        self.understood = words("", "understood")
        self.problem = words("", "problem")
        self.reason = Line()
        self.reason.setAccessibleName(_("Reason (may stay empty)"))
        names = [(each.id, each.name or _("(no name)")) for each in heads]
        self.head = DropDown([*names, (0, _("Nobody"))])
        self.head.setAccessibleName(_("Who is the head from then on?"))
        self.head.setCurrentIndex(0)
        parts: list[QWidget] = [words(_("As of which day?"), "strong"), self.day]
        parts += [self.understood, self.problem]
        if reason:
            parts += [words(_("Reason (may stay empty)"), "strong"), self.reason]
        if heads:
            parts += [words(_("Who is the head from then on?"), "strong"), self.head]
        self._lay_out(parts)

    def _lay_out(self, parts: Sequence[QWidget]) -> None:
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        for number, part in enumerate(parts, start=2):
            layout.insertWidget(number, part)
        layout.setSpacing(theme.now().gap)
        layout.insertSpacing(len(parts) + 2, theme.now().gap)
        asked = [part for part in parts if isinstance(part, Line | DropDown)]
        for before, after in pairwise([*asked, *self.buttons, self.leave]):
            QWidget.setTabOrder(before, after)
        self.understood.hide()
        self.problem.hide()
        self.day.textChanged.connect(self._show_understood)
        self.day.onward.connect(self._go_on)
        self.reason.onward.connect(self._go_on)
        self.day.setFocus()
        self.day.selectAll()

    def accept(self) -> None:
        """Close only once the day is understood."""
        if self.answer == self._first and self._read() is None:
            self.answer = ""
            self.day.setFocus()
            return
        super().accept()

    def leaving(self) -> Leaving | None:
        """What was answered; None if everything stays as it is."""
        if not self.answer:
            return None
        if self.answer != self._first:
            return Leaving(None)
        return Leaving(self._read(), self.reason.text().strip(), int(self.head.currentData() or 0))

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
            whole(label)

    @Slot()
    def _show_understood(self) -> None:
        try:
            text = show_date(read_date(self.day.text(), self._today))
        except KuchoError:
            self._say()
        else:
            known = text == self.day.text()
            self._say("" if known else _("Understood as {text}").format(text=text))

    @Slot()
    def _go_on(self) -> None:
        if self._read() is not None:
            self.focusNextChild()


def ask_leaving(question: LeavingQuestion) -> Leaving | None:
    """Ask, and put the question away."""
    question.exec()
    answer = question.leaving()
    question.deleteLater()
    return answer
