"""What the user decides before households are read in: from which day, and what of doubles."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot

from kucho_desktop.core.dates import read_date, show_date
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.exchange.roster import Record
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.choice import DropDown
from kucho_desktop.widgets.editors import Line
from kucho_desktop.widgets.parts import Card, line, words

ALWAYS, FROM_A_DAY = "always", "day"
LEAVE_OUT, ALL = "leave out", "all"


class SinceWhen(Card):
    """From which day the households belong to the district.

    changed: whether the day that was typed can be understood may have changed.
    """

    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__(_("Since when do they belong to the district?"))
        self._today = today
        self.choice = DropDown(
            [(ALWAYS, _("Since always (the day is not known)")), (FROM_A_DAY, _("From this day"))]
        )
        self.choice.setAccessibleName(self.heading.text())
        self.day = Line()
        self.day.setAccessibleName(_("From this day"))
        self.day.setText(show_date(today))
        self.day.setMaximumWidth(theme.now().ems(14))
        self.said = words("", "problem")
        self.body.addLayout(line(self.choice, None))
        self.body.addWidget(self.day)
        self.body.addWidget(self.said)
        self.choice.activated.connect(self._show)
        self.day.textChanged.connect(self._show)
        self._show()

    def since(self) -> date | None:
        """None for since always. Raises NotADate."""
        if self.choice.currentData() == ALWAYS:
            return None
        return read_date(self.day.text(), self._today)

    def is_understood(self) -> bool:
        try:
            self.since()
        except KuchoError as error:
            self.said.setText(str(error))
            return False
        self.said.setText("")
        return True

    @Slot()
    def _show(self) -> None:
        self.day.setVisible(self.choice.currentData() == FROM_A_DAY)
        self.said.setVisible(not self.is_understood())
        self.changed.emit()


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
