"""The last step of reading in: what will be made of the table, and from which day; then do it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from kucho_desktop.app.reading_in.choices import AllAgreed, SinceWhen
from kucho_desktop.app.reading_in.file import counts_in_words
from kucho_desktop.app.reading_in.intake import Intake
from kucho_desktop.app.reading_in.keeping import Keeping, Writing
from kucho_desktop.app.reading_in.preview import Households
from kucho_desktop.app.reading_in.remarks import Remarks, in_short
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.exchange.roster import Reading
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.parts import Flow, column, words
from kucho_desktop.widgets.wizard import WizardStep
from kucho_desktop.widgets.working import Working
from kucho_desktop.widgets.wrapping import Wrapping

_NARROWEST = 56


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
        self.since = SinceWhen(book.today)
        self.agreed = AllAgreed(book.today)
        self.remarks = Remarks()
        self.problem = words("", "look")
        self.problem.hide()
        self.working = Working()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(16)
        self._sides.addWidget(self.households, 3)
        self._sides.addLayout(column(self.since, self.agreed, self.remarks, None, gap=14), 2)
        self.flow = Flow(column(self._sides, None, gap=14))
        top = Wrapping(self.counts, self.short, gap=16)
        layout = column(top, self.problem, self.working, self.flow, gap=10)
        layout.setStretch(3, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.since.choice)
        self.since.changed.connect(self.changed)
        self.agreed.changed.connect(self.changed)
        self.remarks.refused.connect(self.refused)

    def entered(self) -> None:
        self.problem.hide()
        reading = self._intake.reading
        assert reading is not None
        if reading is not self._reading:
            self._reading = reading
            self.counts.setText(counts_in_words(reading))
            self.short.setText(in_short(reading))
            self.households.show_records(reading.records)
            self.remarks.show_reading(reading)

    def may_go_on(self) -> bool:
        return not self._is_busy and self._days_are_understood()

    def _days_are_understood(self) -> bool:
        return self.since.is_understood() and self.agreed.is_understood()

    def words_for_on(self) -> str:
        count = len(self._reading.records) if self._reading else 0
        return n_("Read in {count} household", "Read in {count} households", count).format(
            count=f"{count:,}"
        )

    def leave(self) -> bool:
        """Begin the work; the wizard ends when it is done."""
        if self._is_busy or self._reading is None:
            return False
        self.problem.hide()
        source, day = self._reading.plan.path.name, self.since.typed_day()
        records = self.agreed.with_answers(self._reading.records)
        try:
            keeping = Keeping(self._book, Writing(records, source, day))
        except KuchoError as error:
            self._say(str(error))
            return False
        keeping.kept.connect(self._finish)
        keeping.failed.connect(self._refuse)
        self._set_busy(True)
        self.working.begin(_("Reading the households in"), keeping.progress)
        self.working.stop_button.setFocus(Qt.FocusReason.OtherFocusReason)
        keeping.start()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        under = event.size().width() < theme.now().ems(_NARROWEST)
        ways = QBoxLayout.Direction
        self._sides.setDirection(ways.TopToBottom if under else ways.LeftToRight)

    def _set_busy(self, busy: bool) -> None:
        self._is_busy = busy
        self.flow.setEnabled(not busy)
        self.busy.emit(busy)
        self.changed.emit()

    def _end_work(self) -> None:
        self.working.end()
        self._set_busy(False)

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.show()

    @Slot(object)
    def _finish(self, count: int) -> None:
        self._end_work()
        self._reading = None
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
