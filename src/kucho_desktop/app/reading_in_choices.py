"""What the user decides before households are read in: from which day, consent."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy

from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.dates import read_date, show_date
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import _
from kucho_desktop.exchange.roster import Record
from kucho_desktop.households.model.choices import CONSENT_WAYS
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.choice import DropDown
from kucho_desktop.widgets.editors import Line
from kucho_desktop.widgets.parts import Card, words

ALWAYS, FROM_A_DAY = "always", "day"
NOT_ASKED, AGREED = "not asked", "agreed"
_AGREED_ITEMS = ("name", "address", "phone")

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
        self.day = Line()
        self.day.setAccessibleName(_("On which day"))
        self.day.setText(show_date(today))
        self.day.setMaximumWidth(theme.now().ems(14))
        self.said = words("", "problem")
        for part in (self.choice, self.day, self.said):
            self.body.addWidget(part)
        self.choice.activated.connect(self.show_choice)
        self.day.textChanged.connect(self.show_choice)

    def typed_day(self) -> date | None:
        """None where the choice needs none. Raises NotADate."""
        if self.choice.currentData() != self._needs_day:
            return None
        return read_date(self.day.text(), self._today)

    def is_understood(self) -> bool:
        try:
            self.typed_day()
        except KuchoError as error:
            self.said.setText(str(error))
            return False
        self.said.setText("")
        return True

    @Slot()
    def show_choice(self) -> None:
        self.day.setVisible(self.choice.currentData() == self._needs_day)
        self.said.setVisible(not self.is_understood())
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
        if day is None:
            return list(records)
        answers = tuple(
            {
                "item": item,
                "audience": Audience.EVERY_HOUSEHOLD.value,
                "answer": "yes",
                "way": self.way.currentData(),
                "since": day.isoformat(),
            }
            for item in _AGREED_ITEMS
        )
        return [replace(each, values={"consents": answers, **each.values}) for each in records]
