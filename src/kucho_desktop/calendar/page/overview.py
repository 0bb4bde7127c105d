"""What takes place when: the year as a list, or a month as a sheet of days."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from kucho_desktop.calendar.model import Occurrence, holiday
from kucho_desktop.calendar.page.month_grid import MonthGrid
from kucho_desktop.calendar.page.year_list import YearList, marked
from kucho_desktop.core.ages import days_in
from kucho_desktop.core.dates import show_date, show_month
from kucho_desktop.core.fiscal_years import FiscalYear
from kucho_desktop.core.i18n import _
from kucho_desktop.core.times import clock_time
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.parts import Button, button, column, line, words
from kucho_desktop.widgets.wrapping import Wrapping

_TAB = Qt.FocusReason.TabFocusReason


class Overview(QWidget):
    """day: in which year, or month, the user is.

    selected: an Occurrence, or None. opened: Enter on it. moved_on: another year or month is
    wanted.
    """

    selected = Signal(object)
    opened = Signal()
    moved_on = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.day = date.min
        self._year = FiscalYear(date.min, date.min, 1)
        self._found: Sequence[Occurrence] = ()
        self._of_day: Occurrence | None = None
        self.list = YearList()
        self.grid = MonthGrid()
        self.tabs = {
            "year": self._tab("year", _("The year")),
            "month": self._tab("month", _("A month")),
        }
        self.tabs["year"].setChecked(True)
        self.before = button(_("Before"), self._back, icon="chevron-left")
        self.after = button(_("After"), self._on, icon="chevron-right")
        self.now = button(_("Today"), self._to_today)
        self.title = words("", "heading", wrap=False)
        self._day_words = words("", "strong")
        self._day_buttons = Wrapping()
        self.of_day: list[Button] = []
        self._views = QStackedLayout()
        self._today = date.min
        self._lay_out()
        self.list.selected.connect(self._select)
        self.list.opened.connect(self._open)
        self.grid.went.connect(self.go_to_day)
        self.grid.opened.connect(self._open)

    def _tab(self, name: str, text: str) -> Button:
        made = button(text, role="row", value=name)
        made.setCheckable(True)
        made.setAutoExclusive(True)
        made.chosen.connect(self.show_view)
        return made

    def _lay_out(self) -> None:
        walk = QWidget()
        walk.setLayout(line(self.before, self.title, self.after, self.now))
        top = Wrapping(*self.tabs.values(), walk)
        month = QWidget()
        month.setLayout(column(self.grid, self._day_words, self._day_buttons, gap=4))
        layout = column(top, self._views, gap=theme.now().gap)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self._month = month
        for part in (self.list, month):  # not before: without a place it would be a window
            self._views.addWidget(part)

    def is_month(self) -> bool:
        """Whether a month is seen, not the year."""
        return self._views.currentWidget() is self._month

    @Slot(str)
    def show_view(self, name: str) -> None:
        """Show "year" or "month"; both go on with what is chosen."""
        shown = self.shown()
        self.tabs[name].setChecked(True)
        self._views.setCurrentWidget(self._month if name == "month" else self.list)
        self.grid.ask_for_room(self.is_month())
        if shown is not None:
            self.day = shown.day
        self.moved_on.emit()
        if shown is not None:
            self.select_event(shown.event.id, shown.day)

    def span_of(self, day: date, year: FiscalYear) -> tuple[date, date]:
        """The days to be read: the year; for a month, the month too where it lies outside."""
        last = day.replace(day=days_in(day.year, day.month))
        return min(year.first, day.replace(day=1)), max(year.last, last)

    def show_year(
        self, year: FiscalYear, day: date, today: date, found: Sequence[Occurrence]
    ) -> None:
        """found: what takes place on the days of `span_of`."""
        self._year, self.day, self._today, self._found = year, day, today, found
        month = self.is_month()
        self.title.setText(show_month(day) if month else year.title)
        self.before.setAccessibleName(_("The month before") if month else _("The year before"))
        self.after.setAccessibleName(_("The month after") if month else _("The year after"))
        self.list.show_occurrences(found, today)
        texts: dict[date, list[str]] = {}
        for each in found:
            for ahead in range(min((each.last - each.day).days + 1, 366)):
                texts.setdefault(each.day + timedelta(days=ahead), []).append(marked(each))
        self.grid.show_day(day, today, texts)
        self._show_day()

    def _show_day(self) -> None:
        """The chosen day of the month in words, each of its events a button."""
        mine = self._on_day()
        for old in self.of_day:
            old.hide()
            old.deleteLater()
        self.of_day = []
        for each in mine:
            text = " ".join(filter(None, (clock_time(each.starts), marked(each))))
            made = button(text, role="row", value=f"{each.event.id} {each.planned}")
            made.chosen.connect(self._choose)
            self._day_buttons.addWidget(made)
            self.of_day.append(made)
        said = " ".join(filter(None, (show_date(self.day), holiday(self.day))))
        self._day_words.setText(said if mine else _("{day}: nothing yet").format(day=said))
        if self._of_day not in mine:
            self._of_day = mine[0] if mine else None

    def _on_day(self) -> list[Occurrence]:
        return [each for each in self._found if each.day <= self.day <= each.last]

    @Slot(str)
    def _choose(self, value: str) -> None:
        self._of_day = next(
            (each for each in self._on_day() if f"{each.event.id} {each.planned}" == value), None
        )
        self.selected.emit(self._of_day)

    def shown(self) -> Occurrence | None:
        """What is chosen."""
        if self.is_month():
            return self._of_day
        return self.list.occurrence(self.list.selected_id())

    def select_from(self, day: date) -> None:
        """Choose what is on this day or next after it."""
        for each in self._found:
            if each.last >= day:
                self.list.select_key(each.key)
                self.list.show_in_the_middle()
                return

    def select_event(self, id_: int, day: date) -> None:
        """Choose the occurrence of an event that is nearest to a day."""
        mine = [each for each in self._found if each.event.id == id_]
        if not mine:
            return
        nearest = min(mine, key=lambda each: abs((each.day - day).days))
        self._of_day = nearest
        self.list.select_key(nearest.key)
        if self.is_month():
            self.go_to_day(nearest.day)

    def keys_begin_at(self) -> QWidget:
        return self.grid if self.is_month() else self.list

    @Slot(int)
    def _select(self, id_: int) -> None:
        if not self.is_month():
            shown = self.list.occurrence(id_)
            if shown is not None:
                self.day = min(max(shown.day, self._year.first), self._year.last)
            self.selected.emit(shown)

    @Slot()
    def _open(self) -> None:
        self.opened.emit()

    @Slot(object)
    def go_to_day(self, day: date) -> None:
        """Another day of the month, or of another one."""
        self.day = day
        self.moved_on.emit()
        self.selected.emit(self._of_day)

    @Slot()
    def _back(self) -> None:
        if self.is_month():
            self.go_to_day(self.day.replace(day=1) - timedelta(days=1))
        else:
            self._to_year(self._year.first - timedelta(days=1))

    @Slot()
    def _on(self) -> None:
        if self.is_month():
            end = days_in(self.day.year, self.day.month)
            self.go_to_day(self.day.replace(day=end) + timedelta(days=1))
        else:
            self._to_year(self._year.last + timedelta(days=1))

    def _to_year(self, day: date) -> None:
        self.day = day
        self.moved_on.emit()

    @Slot()
    def _to_today(self) -> None:
        self.day = self._today
        self.moved_on.emit()
        if self.is_month():
            self.selected.emit(self._of_day)
        else:
            self.select_from(self._today)
