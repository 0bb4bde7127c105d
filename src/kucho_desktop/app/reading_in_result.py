"""The last step of reading in: what will be made of the table, and from which day; then do it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from kucho_desktop.app.reading_in_file import counts_in_words
from kucho_desktop.app.reading_in_intake import Intake
from kucho_desktop.app.reading_in_preview import Households
from kucho_desktop.app.reading_in_remarks import Remarks, in_short
from kucho_desktop.app.tables import already_there
from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import read_date, show_date
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.exchange.roster import Reading, Record
from kucho_desktop.households.store import figures, take_in
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.choice import DropDown
from kucho_desktop.widgets.editors import Line
from kucho_desktop.widgets.parts import Card, Flow, column, line, words
from kucho_desktop.widgets.task import Progress, Task
from kucho_desktop.widgets.wizard import WizardStep
from kucho_desktop.widgets.working import Working
from kucho_desktop.widgets.wrapping import Wrapping

ALWAYS, FROM_A_DAY = "always", "day"
LEAVE_OUT, ALL = "leave out", "all"
_NARROWEST = 56


@dataclass(frozen=True)
class _Keeping:
    """Writes through a connection of its own; the window's only reads meanwhile."""

    lent: Book
    records: Sequence[Record]
    source: str
    day: date | None
    progress: Progress

    def __call__(self) -> int:
        take_in(self.lent, self.records, source=self.source, day=self.day, tell=self.progress.tell)
        return len(self.records)


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
        self._there: list[bool] = []

    def look(self, book: Book, records: Sequence[Record]) -> None:
        """Compare with the book; hidden where it is empty."""
        known = figures(book).all_households
        self._there = already_there(book, records) if known else [False] * len(records)
        same = sum(self._there)
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
        if self.choice.currentData() == ALL:
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


class Result(WizardStep):
    """Going on from here reads the households in, in a worker; kept: how many, once they are.

    busy: whether the work is under way, during which nobody may leave.
    """

    kept = Signal(int)
    busy = Signal(bool)
    refused = Signal(str)

    def __init__(self, book: Book, intake: Intake) -> None:
        super().__init__()
        self.title = _("What will be made of it")
        self._book, self._intake = book, intake
        self._reading: Reading | None = None
        self._is_busy = False
        self.counts = words("", "heading", wrap=False)
        self.short = words("", "second", wrap=False)
        self.short.setMinimumHeight(self.counts.sizeHint().height())
        self.households = Households()
        self.doubles = Doubles()
        self.since = SinceWhen(book.today)
        self.remarks = Remarks()
        self.problem = words("", "look")
        self.problem.hide()
        self.working = Working()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(16)
        self._sides.addWidget(self.households, 3)
        self._sides.addLayout(column(self.since, self.remarks, None, gap=14), 2)
        self.flow = Flow(column(self.doubles, self._sides, None, gap=14))
        top = Wrapping(self.counts, self.short, gap=16)
        layout = column(top, self.problem, self.working, self.flow, gap=10)
        layout.setStretch(3, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.since.choice)
        self.doubles.changed.connect(self.changed)
        self.since.changed.connect(self.changed)
        self.remarks.refused.connect(self.refused)

    def entered(self) -> None:
        self.problem.hide()
        reading = self._intake.reading
        assert reading is not None
        self.doubles.look(self._book, reading.records)
        if reading is not self._reading:
            self._reading = reading
            self.counts.setText(counts_in_words(reading))
            self.short.setText(in_short(reading))
            self.households.show_records(reading.records)
            self.remarks.show_reading(reading)

    def may_go_on(self) -> bool:
        return not self._is_busy and self.since.is_understood() and bool(self._wanted())

    def words_for_on(self) -> str:
        count = len(self._wanted())
        if not count:
            return _("Nothing to read in")
        return n_("Read in {count} household", "Read in {count} households", count).format(
            count=f"{count:,}"
        )

    def leave(self) -> bool:
        """Begin the work; the wizard ends when it is done."""
        if self._is_busy or self._reading is None:
            return False
        self.problem.hide()
        progress = Progress()
        try:
            lent = self._book.lend()
        except KuchoError as error:
            self._say(str(error))
            return False
        source, day = self._reading.plan.path.name, self.since.since()
        task = Task(_Keeping(lent, self._wanted(), source, day, progress))
        task.done.connect(self._finish)
        task.failed.connect(self._refuse)
        self._set_busy(True)
        self.working.begin(_("Reading the households in"), progress)
        self.working.stop_button.setFocus(Qt.FocusReason.OtherFocusReason)
        task.start()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        under = event.size().width() < theme.now().ems(_NARROWEST)
        ways = QBoxLayout.Direction
        self._sides.setDirection(ways.TopToBottom if under else ways.LeftToRight)

    def _wanted(self) -> list[Record]:
        return self.doubles.wanted(self._reading.records) if self._reading else []

    def _set_busy(self, busy: bool) -> None:
        self._is_busy = busy
        self.flow.setEnabled(not busy)
        self.busy.emit(busy)
        self.changed.emit()

    def _end_work(self) -> None:
        self._book.take_back()
        self.working.end()
        self._set_busy(False)

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.show()

    @Slot(object)
    def _finish(self, count: object) -> None:
        self._end_work()
        self._reading = None
        if isinstance(count, int):
            self.kept.emit(count)

    @Slot(object)
    def _refuse(self, error: object) -> None:
        self._end_work()
        if isinstance(error, KuchoError):
            self._say(str(error))
            return
        self._say(_("Something went wrong, so nothing of it was kept. The book is as it was."))
        assert isinstance(error, BaseException)
        raise error
