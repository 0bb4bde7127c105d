"""The cards of 「数を見る」: each shows one kind of figures as a table, some as a chart too."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QBoxLayout

from kucho_desktop.core.dates import FiscalYear, school_year_named, short_date, show_date
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.households.model import MEMBERSHIP_CLASSES
from kucho_desktop.households.model.figures.headcount import (
    AGE_CLASSES,
    GRADES,
    VERY_OLD,
    Headcount,
)
from kucho_desktop.households.model.figures.move_list import label_of, note_on, who_moved
from kucho_desktop.households.model.figures.moves import OF_PEOPLE, Move, tallies
from kucho_desktop.households.model.figures.population import Population, YearOfDistrict
from kucho_desktop.households.model.figures.told import (
    CAME,
    WENT,
    city_facts,
    pairs_of_ages,
    percent_of,
    remarks,
    span_named,
)
from kucho_desktop.widgets.charts import Bars, Pyramid, Upright
from kucho_desktop.widgets.figure_list import FigureList
from kucho_desktop.widgets.parts import Button, Card, button, words
from kucho_desktop.widgets.wrapping import Wrapping

_NUMBER = "number"
_LISTS = (
    ("elders-list", N_("Print the list of the elderly…")),
    ("school-starters", N_("Print who starts school…")),
    ("coming-of-age", N_("Print who comes of age…")),
)
_SEVERAL = 2
_MOST_MOVES = 10
_MOST_GROUPS = 12


def _numbers(*titles: str) -> list[tuple[str, float, str]]:
    """Columns as wide as their titles; a letter of the alphabet or a digit is narrower."""
    wide = [sum(0.72 if letter.isascii() else 1.0 for letter in title) for title in titles]
    return [
        (title, max(width + 0.9, 3.8), _NUMBER) for title, width in zip(titles, wide, strict=True)
    ]


class FactsCard(Card):
    """How many households and persons, and how many joined."""

    def __init__(self) -> None:
        super().__init__(_("Households and persons"), "users")
        columns = [(_("Figure"), 9.0, ""), (_("Number"), 4.0, _NUMBER)]
        self.table = FigureList("facts", _("Households and persons"), columns, most_rows=24)
        self.body.addWidget(self.table)
        self.body.addStretch(1)

    def show_figures(self, now: Population, district: Headcount) -> None:
        classes = [
            (_("Class: {label}").format(label=_(label)), f"{district.by_class[code]:,}")
            for code, label in MEMBERSHIP_CLASSES.choices
            if district.by_class.get(code)
        ]
        self.table.show_figures([*city_facts(now, district), *classes])


class AgesCard(Card):
    """Ages and sexes as a pyramid, and what one must know to read the figures.

    prints: the name of a paper of people of an age.
    """

    prints = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Ages"), "users")
        self.chart = Pyramid(_("By age and sex"))
        titles = [span_named(*span) for span in AGE_CLASSES]
        self._very_old = _("of these {age} and over").format(age=VERY_OLD)
        columns = [*_numbers(*titles, self._very_old), *_numbers(_("Age not known"))]
        self.table = FigureList("ages", _("Age classes"), columns)
        self.remarks = words("", "second")
        self.papers = {name: self._printer(name, _(label)) for name, label in _LISTS}
        for part in (self.table, self.chart, self.remarks):
            self.body.addWidget(part)
        self.body.addLayout(Wrapping(*self.papers.values()))
        self.body.addStretch(1)

    def _printer(self, name: str, label: str) -> Button:
        made = button(label, icon="printer", role="quiet", value=name)
        made.chosen.connect(self.prints)
        return made

    def show_figures(self, district: Headcount) -> None:
        counts = (*district.ages, district.very_old, district.age_unknown)
        self.table.show_figures([[f"{count:,}" for count in counts]])
        bars = [Bars(label, (male, female)) for label, male, female in pairs_of_ages(district)]
        self.chart.show_bars((_("Male"), _("Female")), bars)
        self.chart.setVisible(any(any(bar.figures) for bar in bars))
        self.remarks.setText("\n".join(remarks(district)))


class GroupsCard(Card):
    """Every group on a line, the sum at the end."""

    def __init__(self) -> None:
        super().__init__(_("By group"), "clipboard-list")
        titles = [span_named(*span) for span in AGE_CLASSES]
        columns = [
            (_("Group"), 10.0, "bold"),
            *_numbers(_("Lived in"), _("Joined households"), _("Joined"), _("Population"), *titles),
        ]
        self.table = FigureList("groups", _("By group"), columns, _MOST_GROUPS)
        self.body.addWidget(self.table)

    def show_figures(self, now: Population, district: Headcount) -> None:
        self.table.show_figures([self._row(count) for count in (*now.groups, district)])

    def _row(self, count: Headcount) -> list[str]:
        return [
            count.title or _("Without a group"),
            f"{count.dwelled:,}",
            f"{count.joined:,}",
            percent_of(count.joined_percent),
            f"{count.persons:,}",
            *(f"{each:,}" for each in count.ages),
        ]


class PupilsCard(Card):
    """Children by school year and group; not there where there are none."""

    def __init__(self) -> None:
        super().__init__(_("Children by school year"), "book-open")
        grades = [school_year_named(grade) for grade in range(1, GRADES + 1)]
        columns = [
            (_("Group"), 10.0, "bold"),
            *_numbers(*grades, _("Grade not known"), _("Together")),
        ]
        self.table = FigureList("pupils", _("Children by school year"), columns, _MOST_GROUPS)
        self.body.addWidget(self.table)

    def show_figures(self, now: Population, district: Headcount) -> None:
        self.setVisible(bool(district.grades))
        counts = [count for count in (*now.groups, district) if count.grades]
        self.table.show_figures([self._row(count) for count in counts])

    def _row(self, count: Headcount) -> list[str]:
        grades = [count.grades.get(grade, 0) for grade in (*range(1, GRADES + 1), 0)]
        figures = [f"{each:,}" for each in (*grades, sum(grades))]
        return [count.title or _("Without a group"), *figures]


class MovesCard(Card):
    """What happened in the year: how often, and one by one.

    wants: the id of a household. prints: the name of the paper.
    """

    wants = Signal(int)
    prints = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("What happened in the year"), "calendar-days")
        self.said = words("", "second")
        counts = [(_("What happened"), 14.0, ""), *_numbers(_("Households"), _("Persons"))]
        self.counts = FigureList("move-counts", _("How many"), counts, most_rows=20)
        columns = [
            (_("Day"), 5.0, ""),
            (_("What happened"), 9.0, ""),
            (_("Group"), 8.0, ""),
            (_("Name"), 9.0, "bold"),
            (_("Persons"), 3.0, _NUMBER),
            (_("Note"), 11.0, "second"),
        ]
        self.table = FigureList("moves", _("One by one"), columns, _MOST_MOVES)
        self.table.opened.connect(self._go)
        self.hint = words(_("Enter goes to the household."), "small")
        self.paper = button(_("Print who came and went…"), icon="printer", value="move-list")
        self.paper.chosen.connect(self.prints)
        self.body.addLayout(Wrapping(self.paper))
        for part in (self.said, self.counts, self.table, self.hint):
            self.body.addWidget(part)

    def show_moves(
        self, year: FiscalYear, last: date, moves: Sequence[Move], groups: Mapping[int, str]
    ) -> None:
        span = {"first": show_date(year.first), "last": show_date(last)}
        said = _("{year}, from {first} to {last}").format(year=year.title, **span)
        if not moves:
            said = _("{said}: nothing happened in this time.").format(said=said)
        self.said.setText(said)
        for part in (self.counts, self.table, self.hint):
            part.setVisible(bool(moves))
        self.counts.show_figures(
            [
                (
                    label_of(tally.kind),
                    "" if tally.kind in OF_PEOPLE else f"{tally.times:,}",
                    f"{tally.size:,}" if tally.size else "",
                )
                for tally in tallies(moves)
            ]
        )
        rows = [self._row(move, groups) for move in moves]
        self.table.show_figures(rows, [move.household_id for move in moves])

    def _row(self, move: Move, groups: Mapping[int, str]) -> list[str]:
        return [
            short_date(move.day),
            label_of(move.kind),
            groups.get(move.tonarigumi_id or 0, ""),
            who_moved(move),
            f"{move.size:,}" if move.size else "",
            note_on(move),
        ]

    @Slot(int)
    def _go(self, row: int) -> None:
        if household := self.table.about(row):
            self.wants.emit(household)


class YearsCard(Card):
    """The last years: bars of households and of persons, and the table of them."""

    def __init__(self) -> None:
        super().__init__(_("The last years"), "history")
        self.said = words("", "second")
        self.households = Upright(_("Households through the years"))
        self.people = Upright(_("Population through the years"))
        self._charts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._charts.setSpacing(16)
        for chart in (self.households, self.people):
            self._charts.addWidget(chart, 1)
        columns = [
            (_("Year"), 7.0, "bold"),
            *_numbers(
                _("Lived in"),
                _("Joined households"),
                _("Joined"),
                _("Population"),
                _("75 and over"),
                _("Came"),
                _("Went"),
                _("Was born"),
                _("Died"),
            ),
        ]
        self.table = FigureList("years", _("The last years"), columns)
        self.body.addWidget(self.said)
        self.body.addLayout(self._charts)
        self.body.addWidget(self.table)

    def show_years(self, years: Sequence[YearOfDistrict]) -> None:
        several = len(years) >= _SEVERAL
        text = _("Only this year is known; the years to come will stand beside it.")
        if several:
            text = _(
                "Each year at its end, the last one on {day}. Who came, went, was born and died: "
                "persons."
            )
        self.said.setText(text.format(day=show_date(years[-1].day)))
        for part in (self.households, self.people):
            part.setVisible(several)
        counts = [(year.short, year.count) for year in years]
        self.households.show_bars(
            (_("Households in which somebody lives"), _("of these joined")),
            [Bars(short, (count.dwelled, count.joined)) for short, count in counts],
        )
        self.people.show_bars(
            (_("Population"), _("75 and over")),
            [Bars(short, (count.persons, count.ages[-1])) for short, count in counts],
        )
        self.table.show_figures([self._row(year) for year in years])

    def _row(self, year: YearOfDistrict) -> list[str]:
        count = year.count
        return [
            year.title,
            f"{count.dwelled:,}",
            f"{count.joined:,}",
            percent_of(count.joined_percent),
            f"{count.persons:,}",
            f"{count.ages[-1]:,}",
            *(f"{year.people(*kinds):,}" for kinds in (CAME, WENT, ("born",), ("died",))),
        ]
