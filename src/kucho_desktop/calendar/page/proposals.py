"""Events on proposed days, each with a tick: last year's, or those that most districts have."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from kucho_desktop.calendar import store
from kucho_desktop.calendar.model import Event, Proposal, day_text, rule_text
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.check_box import CheckBox
from kucho_desktop.widgets.day_box import DayBox
from kucho_desktop.widgets.holding import ENTRY, WHERE, Held, Holding
from kucho_desktop.widgets.parts import Card, Flow, button, column, line, words
from kucho_desktop.widgets.wrapping import Wrapping

_TAB = Qt.FocusReason.TabFocusReason


class _Row:
    """A tick, what it was like before, and the proposed day."""

    def __init__(self, proposal: Proposal) -> None:
        self.proposal = proposal
        self.check = CheckBox(proposal.event.title)
        self.check.setChecked(proposal.before is not None and not proposal.is_there)
        self.about = words(_about(proposal), "second")
        self.check.setAccessibleDescription(self.about.text())
        self.day = DayBox(_("Day of {event}").format(event=proposal.event.title), self._about_when)
        self.day.show_day(proposal.event.first)

    def _about_when(self) -> date:
        """A month and a day without a year mean the year of what is proposed."""
        return self.proposal.event.first

    def parts(self) -> tuple[QWidget, QWidget, QWidget]:
        return self.check, self.about, self.day

    def taken(self) -> Event | None:
        """The event on its day; None where the day is not understood, and the box says why."""
        day = self.day.take()
        return None if day is None else self.proposal.on(day)


def _about(proposal: Proposal) -> str:
    said = []
    if proposal.before is not None:
        said.append(_("last year {day}").format(day=day_text(proposal.before)))
    if proposal.event.rule:
        said.append(rule_text(proposal.event.rule, proposal.event.first))
    if proposal.is_there:
        said.append(_("is there already"))
    return _(", ").join(said)


class Proposals(Card, Held):
    """added: a text for the strip. closed: back to the calendar. refused: a sentence."""

    knows_its_boxes = True

    added = Signal(str)
    closed = Signal()
    refused = Signal(str)

    def __init__(self, book: Book) -> None:
        super().__init__()
        self._book = book
        self.rows: list[_Row] = []
        self._offered: list[Any] = []
        self.back = button(_("Back to the calendar"), self.step_back, icon="arrow-left")
        self.title = words("", "heading")
        self.hint = words("", "second")
        self.all = button(_("Tick all"), self._tick_all)
        self.none = button(_("Take all ticks away"), self._tick_none)
        self.write = button("", self._write, icon="check", role="go")
        self.flow = Flow()
        self.body.addLayout(line(self.back, None))
        self.body.addLayout(column(self.title, self.hint))
        self.body.addWidget(self.flow, 1)
        self.body.addLayout(Wrapping(self.write, self.all, self.none, gap=12))

    def offer(self, title: str, hint: str, proposals: Sequence[Proposal]) -> None:
        """Begin with these; what was last year has a tick, unless this year has it already."""
        self.title.setText(title)
        self.hint.setText(hint)
        inside = QWidget()
        inside.setObjectName("flow")
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(theme.now().gap * 2)
        self.rows = [_Row(each) for each in proposals]
        for number, row in enumerate(self.rows):
            for place, part in enumerate(row.parts()):
                grid.addWidget(part, number, place, Qt.AlignmentFlag.AlignVCenter)
            row.check.toggled.connect(self._count)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(self.rows), 1)
        self.flow.setWidget(inside)
        self._put_in_order()
        self._make_room(self.width())
        self._count()
        self._offered = self._said()
        (self.rows[0].check if self.rows else self.back).setFocus(_TAB)

    def _said(self) -> list[Any]:
        return [[row.check.isChecked(), row.day.line.text()] for row in self.rows]

    def holdings(self) -> Iterator[Holding]:
        """The ticks and the days; the same events are proposed again first."""
        said = self._said()
        if said and not self.isHidden():
            yield Holding(said, WHERE if said == self._offered else ENTRY)

    def hold_again(self, said: Any) -> None:
        for row, (is_ticked, day) in zip(self.rows, said, strict=False):
            row.check.setChecked(is_ticked)
            row.day.line.setText(day)

    def _put_in_order(self) -> None:
        boxes = [part for row in self.rows for part in (row.check, row.day.line)]
        for before, after in pairwise([self.back, *boxes, self.write, self.all, self.none]):
            QWidget.setTabOrder(before, after)

    @Slot()
    def _count(self) -> None:
        count = sum(row.check.isChecked() for row in self.rows)
        text = n_("Add {count} event", "Add {count} events", count)
        self.write.setText(text.format(count=count))
        self.write.setEnabled(count > 0)
        for row in self.rows:
            row.day.setEnabled(row.check.isChecked())

    @Slot()
    def _tick_all(self) -> None:
        for row in self.rows:
            row.check.setChecked(True)

    @Slot()
    def _tick_none(self) -> None:
        for row in self.rows:
            row.check.setChecked(False)

    @Slot()
    def _write(self) -> None:
        wanted = []
        for row in self.rows:
            if row.check.isChecked():
                event = row.taken()
                if event is None:
                    return
                wanted.append(event)
        try:
            count = store.add_events(self._book, wanted)
        except KuchoError as error:
            self.refused.emit(str(error))
            return
        self.closed.emit()
        text = n_("{count} event was added.", "{count} events were added.", count)
        self.added.emit(text.format(count=count))

    @Slot()
    def step_back(self) -> None:
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._make_room(event.size().width())

    def _make_room(self, width: int) -> None:
        """Where the window is narrow, the tick and the day are what is needed."""
        for row in self.rows:
            row.about.setVisible(width > theme.now().ems(46))
