"""What the user decides before households are read in: from which day, consent."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy

from kucho_desktop.app.tables import Agreed, agreeing
from kucho_desktop.core.i18n import _
from kucho_desktop.exchange.roster import Record
from kucho_desktop.households.model.choices import CONSENT_WAYS
from kucho_desktop.widgets.choice import DropDown
from kucho_desktop.widgets.day_box import DayBox
from kucho_desktop.widgets.parts import Card

ALWAYS, FROM_A_DAY = "always", "day"
NOT_ASKED, AGREED = "not asked", "agreed"

Choices = Sequence[tuple[str, str]]


class WithDay(Card):
    """A choice of which one needs a day, which is then typed under it.

    changed: whether the day that was typed can be understood may have changed.
    """

    changed = Signal()

    def __init__(self, title: str, choices: Choices, needs_day: str, today: date) -> None:
        super().__init__(title)
        self._today = today
        self._needs_day = needs_day
        self.choice = DropDown(choices)
        self.choice.setAccessibleName(title)
        self.choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.box = DayBox(_("On which day"), self._day)
        self.box.show_day(today)
        self.day = self.box.line
        for part in (self.choice, self.box):
            self.body.addWidget(part)
        self.choice.activated.connect(self.show_choice)
        self.box.changed.connect(self.show_choice)

    def _day(self) -> date:
        return self._today

    def typed_day(self) -> date | None:
        """None where the choice needs none. Raises NotADate."""
        if self.choice.currentData() != self._needs_day:
            return None
        return self.box.day()

    def is_understood(self) -> bool:
        return self.choice.currentData() != self._needs_day or self.box.check() is not None

    @Slot()
    def show_choice(self) -> None:
        self.box.setVisible(self.choice.currentData() == self._needs_day)
        self.is_understood()
        self.changed.emit()


class SinceWhen(WithDay):
    """From which day the households belong to the district."""

    def __init__(self, today: date) -> None:
        choices = [
            (ALWAYS, _("Since always (the day is not known)")),
            (FROM_A_DAY, _("From this day")),
        ]
        title = _("Since when do they belong to the district?")
        super().__init__(title, choices, FROM_A_DAY, today)
        self.show_choice()


class AllAgreed(WithDay):
    """Whether all have agreed already to stand in the roster that every household gets.

    Unanswered is no, so that the roster for all would be empty after a table is read in.
    """

    def __init__(self, today: date) -> None:
        choices = [
            (NOT_ASKED, _("Not asked yet (I write it down later)")),
            (AGREED, _("All have agreed to name, address and phone")),
        ]
        super().__init__(_("May they stand in the roster for all?"), choices, AGREED, today)
        self.way = DropDown([(code, _(label)) for code, label in CONSENT_WAYS.choices])
        self.way.setAccessibleName(_("How"))
        self.body.addWidget(self.way)
        self.show_choice()

    @Slot()
    def show_choice(self) -> None:
        super().show_choice()
        self.way.setVisible(self.choice.currentData() == AGREED)

    def with_answers(self, records: Sequence[Record]) -> list[Record]:
        """The records with their answers; a table that has answers of its own keeps them."""
        day = self.typed_day()
        return agreeing(records, Agreed(day, self.way.currentData()) if day else None)
