"""What the user decides before households are read in: from which day, consent, doubles."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy

from kucho_desktop.app.tables import Agreed, agreeing
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.exchange.roster import Record
from kucho_desktop.households.model.choices import CONSENT_WAYS
from kucho_desktop.widgets.choice import DropDown
from kucho_desktop.widgets.day_box import DayBox
from kucho_desktop.widgets.parts import Card, line, words

ALWAYS, FROM_A_DAY = "always", "day"
LEAVE_OUT, ALL = "leave out", "all"
NOT_ASKED, AGREED = "not asked", "agreed"

Choices = Sequence[tuple[str, str]]


class _WithDay(Card):
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


class SinceWhen(_WithDay):
    """From which day the households belong to the district."""

    def __init__(self, today: date) -> None:
        choices = [
            (ALWAYS, _("Since always (the day is not known)")),
            (FROM_A_DAY, _("From this day")),
        ]
        title = _("Since when do they belong to the district?")
        super().__init__(title, choices, FROM_A_DAY, today)
        self.show_choice()


class AllAgreed(_WithDay):
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


class Doubles(Card):
    """Says that households of the table are in the book already, and what is done with them."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(_("Some households are in the book already"), "triangle-alert", look=True)
        self.sentence = words("")
        self.choice = DropDown(
            [(LEAVE_OUT, _("Leave out those that are there")), (ALL, _("Read all of them in"))]
        )
        self.choice.setAccessibleName(self.heading.text())
        self.body.addWidget(self.sentence)
        self.body.addLayout(line(self.choice, None))
        self.choice.activated.connect(self._tell)
        self._there: Sequence[bool] = ()

    def show_same(self, known: int, there: Sequence[bool]) -> None:
        """known: how many households the book holds; hidden where it is empty.

        there: of every record of the table, whether it is one of them.
        """
        self._there = there
        same = sum(there)
        self.setVisible(known > 0)
        self.choice.setVisible(same > 0)
        self.heading.setText(
            _("Some households are in the book already") if same else _("The book is not empty")
        )
        in_book = n_(
            "The book holds {count} household.", "The book holds {count} households.", known
        ).format(count=f"{known:,}")
        self.sentence.setText(" ".join(filter(None, (in_book, _of_the_same(same)))))

    def wanted(self, records: Sequence[Record]) -> list[Record]:
        """The records that shall be read in."""
        if self.choice.currentData() == ALL or not self._there:
            return list(records)
        return [each for each, there in zip(records, self._there, strict=True) if not there]

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()


def _of_the_same(count: int) -> str:
    if not count:
        return _("None of them has the name and address of one in the table.")
    return n_(
        "{count} household of the table has the name and address of one of them. Read in again, it"
        " would be there twice.",
        "{count} households of the table have the name and address of one of them. Read in again,"
        " they would be there twice.",
        count,
    ).format(count=f"{count:,}")
