"""「数を見る」: the figures of a day by group and age, of the year, and of the last years."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from kucho_desktop.association.store import fiscal_year
from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import NotADate, read_date, show_date
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.households.model.figures.population import Population
from kucho_desktop.households.page.sheet.sheet import Groups
from kucho_desktop.households.page.works.numbers.cards import (
    AgesCard,
    FactsCard,
    GroupsCard,
    MovesCard,
    PupilsCard,
    YearsCard,
)
from kucho_desktop.households.page.works.work import WorkPage
from kucho_desktop.households.store import (
    TABLES,
    headcounts_on,
    moves_between,
    years_of_district,
)
from kucho_desktop.tonarigumi.store import tonarigumi_named
from kucho_desktop.widgets.day_line import DayLine
from kucho_desktop.widgets.pair import Pair
from kucho_desktop.widgets.parts import Button, Flow, button, column, line, words
from kucho_desktop.widgets.wrapping import Wrapping

_PARTS = (
    ("facts", N_("Households and ages")),
    ("groups", N_("Groups and school years")),
    ("moves", N_("What happened in the year")),
    ("years", N_("The last years")),
)


class Numbers(WorkPage):
    """A day at the top, and four kinds of figures about it, one of them at a time."""

    only_looks = True
    tables = TABLES | {"association_year", "household_today"}
    papers = (
        "population-report",
        "move-list",
        "elders-list",
        "school-starters",
        "coming-of-age",
    )

    def __init__(self, book: Book, _groups: Groups) -> None:
        super().__init__()
        self._book = book
        self._today = self._on = book.today
        self._due: set[str] = set()
        self.day = DayLine()
        self.day.setAccessibleName(_("As of"))
        self.show_day = button(_("Show this day"), self._take_day)
        self.problem = words("", "problem")
        self.problem.hide()
        self.report = button(_("Print this report…"), icon="printer", value="population-report")
        self.report.chosen.connect(self.prints)
        self.facts, self.ages, self.groups = FactsCard(), AgesCard(), GroupsCard()
        self.pupils, self.moves, self.years = PupilsCard(), MovesCard(), YearsCard()
        self.tabs = {name: self._tab(name, _(label)) for name, label in _PARTS}
        self.moves.wants.connect(self.wants)
        for card in (self.ages, self.moves):
            card.prints.connect(self.prints)
        self.day.onward.connect(self._take_day)
        self.day.left.connect(self._take_day)
        self._lay_out()
        self._show_typed()

    def _tab(self, name: str, label: str) -> Button:
        made = button(label, role="row", value=name)
        made.setCheckable(True)
        made.setAutoExclusive(True)
        made.chosen.connect(self.show_part)
        return made

    def _lay_out(self) -> None:
        pair = Pair(self.facts, self.ages, (2, 5), narrowest=56)
        self._parts = {
            "facts": Flow(_column(pair)),
            "groups": Flow(_column(self.groups, self.pupils)),
            "moves": Flow(_column(self.moves)),
            "years": Flow(_column(self.years)),
        }
        self._places = QStackedLayout()
        asked = QWidget()
        label = words(_("As of"), "second", wrap=False)
        label.setBuddy(self.day)
        asked.setLayout(line(label, self.day, self.show_day))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(Wrapping(asked, self.report, gap=12))
        layout.addWidget(self.problem)
        layout.addLayout(Wrapping(*self.tabs.values()))
        layout.addLayout(self._places, 1)
        for part in self._parts.values():  # a part with no window around it yet would be one
            self._places.addWidget(part)
        self.show_part(_PARTS[0][0])

    @Slot(str)
    def show_part(self, name: str) -> None:
        """One kind of figures is there at a time."""
        self.tabs[name].setChecked(True)
        self._shown = name
        self._fill(name)
        self._places.setCurrentWidget(self._parts[name])

    def focus_first(self) -> None:
        self.day.setFocus()
        self.day.selectAll()

    def paper_about(self) -> Mapping[str, str]:
        """The papers are about the same day."""
        return {"day": self._on.isoformat()}

    def finish(self) -> None:
        self._show_typed()

    def reload(self) -> None:
        """Only what is seen is counted; the other parts when they are chosen.

        Who looked at today goes on looking at today when a new day begins.
        """
        before, self._today = self._today, self._book.today
        if self._on == before != self._today:
            self._on = self._today
            if self.day.text() == self.day.kept:
                self._show_typed()
        self._due = set(self._parts)
        self._fill(self._shown)

    def _fill(self, name: str) -> None:
        if name in self._due:
            self._due -= {name}
            {
                "facts": self._fill_facts,
                "groups": self._fill_groups,
                "moves": self._fill_moves,
                "years": self._fill_years,
            }[name]()

    def _fill_facts(self) -> None:
        now = Population(self._on, headcounts_on(self._book, self._on))
        district = now.district()
        self.facts.show_figures(now, district)
        self.ages.show_figures(district)

    def _fill_groups(self) -> None:
        now = Population(self._on, headcounts_on(self._book, self._on))
        district = now.district(_("Together"))
        self.groups.show_figures(now, district)
        self.pupils.show_figures(now, district)

    def _fill_moves(self) -> None:
        year = fiscal_year(self._book, self._on)
        found = moves_between(self._book, year.first, self._on)
        names = tonarigumi_named(self._book, self._on)
        self.moves.show_moves(year, self._on, found, names)

    def _fill_years(self) -> None:
        self.years.show_years(years_of_district(self._book, self._on))

    @Slot()
    def _take_day(self) -> None:
        """A day that is not understood leaves the figures as they are."""
        self.problem.hide()
        if self.day.text() == self.day.kept:
            return
        try:
            self._on = self._read_day()
        except NotADate as problem:
            self.problem.setText(str(problem))
            self.problem.show()
            return
        self._show_typed()
        self.reload()

    def _read_day(self) -> date:
        return read_date(self.day.text(), self._book.today)

    def _show_typed(self) -> None:
        self.problem.hide()
        self.day.kept = show_date(self._on)
        self.day.setText(self.day.kept)


def _column(*parts: QWidget | QBoxLayout) -> QVBoxLayout:
    made = column(*parts, None, gap=14)
    made.setContentsMargins(0, 0, 4, 0)
    return made
