"""Of which year, or of which day, the officers are shown."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kucho_desktop.association.store import fiscal_year
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.fiscal_years import FiscalYear
from kucho_desktop.core.i18n import _
from kucho_desktop.officers import store
from kucho_desktop.widgets.choice import DropDown
from kucho_desktop.widgets.day_box import DayBox
from kucho_desktop.widgets.holding import Held
from kucho_desktop.widgets.parts import line

_YEARS_BACK = 5
THIS, NEXT, DAY = "0", "1", "day"


class When(QWidget, Held):
    """changed: another day is asked for."""

    knows_its_boxes = True

    changed = Signal()

    def __init__(self, book: Book) -> None:
        super().__init__()
        self._book = book
        self.years = DropDown(self._years())
        self.years.setAccessibleName(_("Which year"))
        self.years.choose(THIS)
        self.years.currentIndexChanged.connect(self._tell)
        self.box = DayBox(_("On which day"), self._today)
        self.box.show_day(book.today)
        self.box.changed.connect(self.changed)
        self.box.hide()
        self.setLayout(line(self.years, self.box))

    def _today(self) -> date:
        return self._book.today

    def _years(self) -> list[tuple[str, str]]:
        this = fiscal_year(self._book)
        after = store.year_after(self._book, this)
        years = [
            (THIS, _("{year} (this year)").format(year=this.title)),
            (NEXT, _("{year} (next year)").format(year=after.title)),
        ]
        for back in range(1, _YEARS_BACK + 1):
            this = fiscal_year(self._book, this.first - timedelta(days=1))
            years.append((str(-back), this.title))
        return [*years, (DAY, _("Another day…"))]

    def offer_years(self) -> None:
        """After a new day, or another beginning of the year."""
        self.years.offer(self._years())

    def is_next_year(self) -> bool:
        return bool(self.years.currentData() == NEXT)

    def choose(self, which: str) -> None:
        self.years.choose(which)

    def said(self) -> list[str]:
        """What is chosen, to be chosen again; whoever shows the officers of the day holds it."""
        return [self.years.currentData() or THIS, self.box.line.text()]

    def say_again(self, said: Sequence[str]) -> None:
        which, day = said
        self.box.line.setText(day)
        self.choose(which)

    def day(self) -> date:
        """Today in this year; of other years the first day."""
        chosen = self.years.currentData() or THIS
        if chosen == THIS:
            return self._book.today
        if chosen == DAY:
            try:
                return self.box.day()
            except KuchoError:
                return self._book.today
        year = fiscal_year(self._book)
        if chosen == NEXT:
            return store.year_after(self._book, year).first
        for _back in range(-int(chosen)):
            year = fiscal_year(self._book, year.first - timedelta(days=1))
        return year.first

    def year(self) -> FiscalYear:
        """The year of office that holds the day."""
        return fiscal_year(self._book, self.day())

    @Slot(int)
    def _tell(self, _index: int) -> None:
        self.box.setVisible(self.years.currentData() == DAY)
        self.changed.emit()
