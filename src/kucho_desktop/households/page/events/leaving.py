"""The question from which day somebody is gone, asked before a person leaves a family."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kucho_desktop.core.i18n import _
from kucho_desktop.households.model import Member
from kucho_desktop.households.model.events import HOUSES
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.choice import DropDown
from kucho_desktop.widgets.day_box import DayBox
from kucho_desktop.widgets.parts import words
from kucho_desktop.widgets.question import Question, whole


@dataclass(frozen=True)
class Leaving:
    """day: from which on they are gone, None where it was written by mistake.

    next_head: the member who is the head from then on, 0 for none. house: what becomes of a house
    in which nobody is left.
    """

    day: date | None
    next_head: int = 0
    house: str = ""


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
        heads: Sequence[Member] = (),
        leaves_house: bool = False,
    ) -> None:
        """heads: who can be the head then. leaves_house: nobody else lives there."""
        super().__init__(parent, title, text, verbs)
        self._today = today
        self._first = verbs[0]
        self.box = DayBox(_("As of which day?"), self._day)
        self.day = self.box.line
        self.box.show_day(today)
        names = [(each.id, each.name or _("(no name)")) for each in heads]
        self.head = DropDown([*names, (0, _("Nobody"))])
        self.head.setAccessibleName(_("Who is the head from then on?"))
        self.head.setCurrentIndex(0)
        self.house = DropDown([(code, _(label)) for code, label in HOUSES.choices])
        self.house.setAccessibleName(_("What becomes of the house?"))
        self.house.setCurrentIndex(0)
        asked: list[QWidget] = [self.box]
        asked += [self.head] if heads else []
        asked += [self.house] if leaves_house else []
        self._lay_out(asked)

    def _day(self) -> date:
        return self._today

    def _lay_out(self, asked: Sequence[QWidget]) -> None:
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        place = 2
        for part in asked:
            edit = part.focusProxy() or part
            layout.insertWidget(place, words(edit.accessibleName(), "strong"))
            layout.insertWidget(place + 1, part)
            place += 2
        layout.setSpacing(theme.now().gap)
        layout.insertSpacing(place, theme.now().gap)
        edits = [part.focusProxy() or part for part in asked]
        for before, after in pairwise([*edits, *self.buttons, self.leave]):
            QWidget.setTabOrder(before, after)
        self.box.said.connect(self._make_room)
        self.box.onward.connect(self._go_on)
        self.day.setFocus()
        self.day.selectAll()

    def accept(self) -> None:
        """Close only once the day is understood."""
        if self.answer == self._first and self.box.take() is None:
            self.answer = ""
            return
        super().accept()

    def said(self) -> list[str]:
        """What is answered so far: day, head, house."""
        return [self.day.text(), self.head.currentText(), self.house.currentText()]

    def say_again(self, said: Sequence[str]) -> None:
        day, *chosen = said
        self.day.setText(day)
        for box, text in zip((self.head, self.house), chosen, strict=True):
            box.setCurrentIndex(max(box.findText(text), 0))

    def leaving(self) -> Leaving | None:
        """What was answered; None if everything stays as it is."""
        if not self.answer:
            return None
        if self.answer != self._first:
            return Leaving(None)
        house = str(self.house.currentData() or "")
        return Leaving(self.box.take(), int(self.head.currentData() or 0), house)

    @Slot()
    def _make_room(self) -> None:
        for label in self.box.labels():
            whole(label)

    @Slot()
    def _go_on(self) -> None:
        self.focusNextChild()


def ask_leaving(question: LeavingQuestion) -> Leaving | None:
    """Ask, and put the question away."""
    question.exec()
    answer = question.leaving()
    question.deleteLater()
    return answer
