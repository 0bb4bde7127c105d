"""The last step of a second reading: from which day it holds; then it is one step of the book."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot

from kucho_desktop.app.reading_in.choices import FROM_A_DAY, AllAgreed, WithDay
from kucho_desktop.app.reading_in.compare import Compare
from kucho_desktop.app.reading_in.intake import Intake
from kucho_desktop.app.reading_in.keeping import Keeping
from kucho_desktop.app.reading_in.remarks import Remarks
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.exchange.roster import Reading
from kucho_desktop.households.model import Household
from kucho_desktop.households.model.again.comparison import Proposal
from kucho_desktop.households.store import read_again
from kucho_desktop.widgets.parts import Flow, column, words
from kucho_desktop.widgets.task import Progress
from kucho_desktop.widgets.wizard import WizardStep
from kucho_desktop.widgets.working import Working

CORRECTION = "correction"


@dataclass(frozen=True)
class _Writing:
    """Takes over what was ticked, in a worker."""

    wanted: Proposal
    leaving: tuple[Household, ...]
    source: str
    day: date | None

    def __call__(self, lent: Book, progress: Progress) -> int:
        read_again(
            lent, self.wanted, self.leaving, source=self.source, day=self.day, tell=progress.tell
        )
        return len(self.wanted.new) + len(self.wanted.changed) + len(self.leaving)


class HoldsFrom(WithDay):
    """From which day what is dated holds: group, order, address, membership, who lives there."""

    def __init__(self, today: date) -> None:
        choices = [
            (FROM_A_DAY, _("It changed on this day")),
            (CORRECTION, _("It was written wrongly until now (there is no day)")),
        ]
        super().__init__(_("Since when is it as in the table?"), choices, FROM_A_DAY, today)
        self.show_choice()


class Settle(WizardStep):
    """kept: how many households were touched. busy: whether the work is under way."""

    kept = Signal(int)
    busy = Signal(bool)
    refused = Signal(str)

    def __init__(self, book: Book, intake: Intake, compare: Compare) -> None:
        super().__init__()
        self.title = _("From which day")
        self._book, self._intake, self._compare = book, intake, compare
        self._reading: Reading | None = None
        self._is_busy = False
        self.counts = words("", "heading")
        self.since = HoldsFrom(book.today)
        self.about = words("", "second")
        self.since.body.addWidget(self.about)
        self.agreed = AllAgreed(book.today)
        self.remarks = Remarks()
        self.problem = words("", "look")
        self.problem.hide()
        self.working = Working()
        self.flow = Flow(column(self.since, self.agreed, self.remarks, None, gap=14))
        layout = column(self.counts, self.problem, self.working, self.flow, gap=10)
        layout.setStretch(3, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.since.choice)
        self.since.changed.connect(self._judge)
        self.agreed.changed.connect(self.changed)
        self.remarks.refused.connect(self.refused)

    def entered(self) -> None:
        self.problem.hide()
        reading = self._intake.reading
        if reading is not None and reading is not self._reading:
            self._reading = reading
            self.remarks.show_reading(reading)
        wanted, leaving = self._compare.judged.as_wanted(), self._compare.judged.leaving()
        self.agreed.setVisible(bool(wanted.new))
        self.counts.setText(counted(wanted, len(leaving)))
        self._judge()

    @Slot()
    def _judge(self) -> None:
        from_day = self.since.choice.currentData() == FROM_A_DAY
        self.about.setText(
            _(
                "Groups, order, addresses, membership and families are as in the table from then"
                " on; what was before stays."
            )
            if from_day
            else _("What was written until now is put right. Whoever is gone is so from today.")
        )
        self.changed.emit()

    def may_go_on(self) -> bool:
        understood = self.since.is_understood() and self.agreed.is_understood()
        return not self._is_busy and understood

    def words_for_on(self) -> str:
        return _("Take it over into the book")

    def leave(self) -> bool:
        """Begin the work; the wizard ends when it is done."""
        if self._is_busy or self._reading is None:
            return False
        self.problem.hide()
        judged = self._compare.judged
        wanted = judged.as_wanted()
        new = tuple(self.agreed.with_answers(wanted.new))
        writing = _Writing(
            Proposal(new, wanted.changed),
            judged.leaving(),
            self._reading.plan.path.name,
            self.since.typed_day(),
        )
        try:
            keeping = Keeping(self._book, writing)
        except KuchoError as error:
            self._say(str(error))
            return False
        keeping.kept.connect(self._finish)
        keeping.failed.connect(self._refuse)
        self._set_busy(True)
        self.working.begin(_("Writing it into the book"), keeping.progress)
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


def counted(wanted: Proposal, gone: int) -> str:
    """How many are new, changed and gone."""
    parts = [
        n_("{count} household is new", "{count} households are new", len(wanted.new)),
        n_("{count} household is changed", "{count} households are changed", len(wanted.changed)),
        n_("{count} household is gone", "{count} households are gone", gone),
    ]
    counts = (len(wanted.new), len(wanted.changed), gone)
    said = (part.format(count=f"{count:,}") for part, count in zip(parts, counts, strict=True))
    return _(", ").join(text for text, count in zip(said, counts, strict=True) if count)
