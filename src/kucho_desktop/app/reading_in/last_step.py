"""What the last step of both readings does: it writes into the book, away from the window."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLayout, QWidget

from kucho_desktop.app.reading_in.choices import AllAgreed, WithDay
from kucho_desktop.app.reading_in.intake import Intake
from kucho_desktop.app.reading_in.keeping import Keeping, Work, Writing
from kucho_desktop.app.reading_in.remarks import Remarks
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import _
from kucho_desktop.exchange.roster import Reading
from kucho_desktop.widgets.parts import Flow, column, words
from kucho_desktop.widgets.wizard import WizardStep
from kucho_desktop.widgets.working import Working


class LastStep(WizardStep):
    """kept: how many households were written. busy: whether the work is under way.

    Nobody may leave meanwhile; whoever inherits lays it out.
    """

    kept = Signal(int)
    busy = Signal(bool)
    refused = Signal(str)

    says = ""
    """What is said while it works."""

    def __init__(self, book: Book, intake: Intake, since: WithDay) -> None:
        super().__init__()
        self._book, self._intake = book, intake
        self._reading: Reading | None = None
        self._is_busy = False
        self.since = since
        self.agreed = AllAgreed(book.today)
        self.remarks = Remarks()
        self.problem = words("", "look")
        self.problem.hide()
        self.working = Working()
        self.setFocusProxy(since.choice)
        since.changed.connect(self.changed)
        self.agreed.changed.connect(self.changed)
        self.remarks.refused.connect(self.refused)

    def lay_out(self, top: QWidget | QLayout, body: QLayout) -> None:
        """top: what stays seen. body: what is scrolled, and cannot be changed while it works."""
        self.flow = Flow(body)
        layout = column(top, self.problem, self.working, self.flow, gap=10)
        layout.setStretch(3, 1)
        self.setLayout(layout)

    def writing(self, reading: Reading) -> Work:
        """What is to be written: the whole table, where the step knows nothing else."""
        records = self.agreed.with_answers(reading.records)
        return Writing(records, reading.plan.path.name, self.since.typed_day())

    def may_go_on(self) -> bool:
        understood = self.since.is_understood() and self.agreed.is_understood()
        return not self._is_busy and understood

    def leave(self) -> bool:
        """Begin the work; the wizard ends when it is done."""
        if self._is_busy or self._reading is None:
            return False
        self.problem.hide()
        try:
            keeping = Keeping(self._book, self.writing(self._reading))
        except KuchoError as error:
            self._say(str(error))
            return False
        keeping.kept.connect(self._finish)
        keeping.failed.connect(self._refuse)
        self._set_busy(True)
        self.working.begin(_(self.says), keeping.progress)
        self.working.stop_button.setFocus(Qt.FocusReason.OtherFocusReason)
        keeping.start()
        return False

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

    @Slot(int)
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
