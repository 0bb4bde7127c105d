"""The last step of reading in: what will be made of the table, and from which day; then do it."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from kucho_desktop.app.reading_in.choices import SinceWhen
from kucho_desktop.app.reading_in.file import counts_in_words
from kucho_desktop.app.reading_in.intake import Intake
from kucho_desktop.app.reading_in.last_step import LastStep
from kucho_desktop.app.reading_in.preview import Households
from kucho_desktop.app.reading_in.remarks import in_short
from kucho_desktop.core.book import Book
from kucho_desktop.core.i18n import N_, _, n_
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.parts import column, words
from kucho_desktop.widgets.wrapping import Wrapping

_NARROWEST = 56


class Result(LastStep):
    """Going on from here reads the households in."""

    says = N_("Reading the households in")

    def __init__(self, book: Book, intake: Intake) -> None:
        super().__init__(book, intake, SinceWhen(book.today))
        self.title = _("What will be made of it")
        self.counts = words("", "heading", wrap=False)
        self.short = words("", "second", wrap=False)
        self.short.setMinimumHeight(self.counts.sizeHint().height())
        self.households = Households()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(16)
        self._sides.addWidget(self.households, 3)
        self._sides.addLayout(column(self.since, self.agreed, self.remarks, None, gap=14), 2)
        self.lay_out(Wrapping(self.counts, self.short, gap=16), column(self._sides, None, gap=14))

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

    def words_for_on(self) -> str:
        count = len(self._reading.records) if self._reading else 0
        return n_("Read in {count} household", "Read in {count} households", count).format(
            count=f"{count:,}"
        )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        under = event.size().width() < theme.now().ems(_NARROWEST)
        ways = QBoxLayout.Direction
        self._sides.setDirection(ways.TopToBottom if under else ways.LeftToRight)
