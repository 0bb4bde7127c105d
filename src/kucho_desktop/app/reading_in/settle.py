"""The last step of a second reading: from which day it holds; then it is one step of the book."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Slot

from kucho_desktop.app.reading_in.choices import FROM_A_DAY, WithDay
from kucho_desktop.app.reading_in.compare import Compare
from kucho_desktop.app.reading_in.intake import Intake
from kucho_desktop.app.reading_in.keeping import Work
from kucho_desktop.app.reading_in.last_step import LastStep
from kucho_desktop.core.book import Book
from kucho_desktop.core.i18n import N_, _, n_
from kucho_desktop.exchange.roster import Reading
from kucho_desktop.households.model import Household
from kucho_desktop.households.model.again.comparison import Proposal
from kucho_desktop.households.store import read_again
from kucho_desktop.widgets.parts import column, words
from kucho_desktop.widgets.task import Progress

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


class Settle(LastStep):
    """Going on from here takes over what was ticked."""

    says = N_("Writing it into the book")

    def __init__(self, book: Book, intake: Intake, compare: Compare) -> None:
        super().__init__(book, intake, HoldsFrom(book.today))
        self.title = _("From which day")
        self._compare = compare
        self.counts = words("", "heading")
        self.about = words("", "second")
        self.since.body.addWidget(self.about)
        self.lay_out(self.counts, column(self.since, self.agreed, self.remarks, None, gap=14))
        self.since.changed.connect(self._judge)

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

    def words_for_on(self) -> str:
        return _("Take it over into the book")

    def writing(self, reading: Reading) -> Work:
        judged = self._compare.judged
        wanted = judged.as_wanted()
        new = tuple(self.agreed.with_answers(wanted.new))
        return _Writing(
            Proposal(new, wanted.changed),
            judged.leaving(),
            reading.plan.path.name,
            self.since.typed_day(),
        )


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
