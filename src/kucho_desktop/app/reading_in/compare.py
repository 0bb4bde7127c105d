"""The third step of a second reading: what the table changes in the book, ticked one by one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QWidget

from kucho_desktop.app.reading_in.again import ASKED, CHANGED, GONE, NEW, Judged
from kucho_desktop.app.reading_in.details import Detail
from kucho_desktop.app.reading_in.intake import Intake
from kucho_desktop.app.reading_in.lists import TickedList
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import N_, _, n_
from kucho_desktop.exchange.roster import Reading
from kucho_desktop.households.model.again.comparison import Proposal
from kucho_desktop.households.store import proposal_for
from kucho_desktop.widgets.flag import CheckBox
from kucho_desktop.widgets.parts import Button, Card, Flow, button, column, line, words
from kucho_desktop.widgets.task import Task
from kucho_desktop.widgets.wizard import WizardStep
from kucho_desktop.widgets.working import Working
from kucho_desktop.widgets.wrapping import Wrapping

_LISTS = {
    ASKED: (N_("To be decided"), N_("It is not sure which household of the book these are.")),
    CHANGED: (N_("Changed"), N_("What is ticked is taken over from the table.")),
    NEW: (N_("New"), N_("Those that are ticked come into the book.")),
    GONE: (
        N_("Not in the table"),
        N_("Only those that are ticked are gone: they stay in the book, ended on the day."),
    ),
}


@dataclass(frozen=True)
class _Comparing:
    """Compares away from the window, through a connection of its own."""

    book: Book
    reading: Reading
    empties: bool

    def __call__(self) -> "tuple[Reading, bool, Proposal]":
        other = self.book.opens_here(self.book.path)
        try:
            found = proposal_for(other, self.reading.records, empties=self.empties)
            return self.reading, self.empties, found
        finally:
            other.close()


class Compare(WizardStep):
    """Four lists with ticks; beside them the household that one is on.

    proposed: the comparison is there.
    """

    proposed = Signal()

    def __init__(self, book: Book, intake: Intake) -> None:
        super().__init__()
        self.title = _("What it changes in the book")
        self._book, self._intake = book, intake
        self._compared: tuple[Reading, bool] | None = None
        self._shown = CHANGED
        self.judged = Judged()
        self.buttons: dict[str, Button] = {}
        self._chosen = QButtonGroup(self)
        for name in _LISTS:
            made = button("", role="row", value=name)
            made.setCheckable(True)
            made.chosen.connect(self.show_list)
            self._chosen.addButton(made)
            self.buttons[name] = made
        self.about = words("", "second")
        self.same = words("", "second")
        self.same.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.list = TickedList()
        self.all = button(_("Tick all"), self._tick_all)
        self.none = button(_("Tick none"), self._tick_none)
        self.detail = Detail()
        self.empties = CheckBox(_("Empty in the book what is empty in the table"))
        self.problem = words("", "look")
        self.problem.hide()
        self.working = Working()
        self.working.stop_button.hide()
        self._lay_out()
        self.list.selected.connect(self._show_detail)
        self.list.ticked.connect(self._tell_ticked)
        self.detail.judged.connect(self._tell_judged)
        self.empties.clicked.connect(self._compare)
        self.setFocusProxy(self.list)

    def _lay_out(self) -> None:
        left = column(self.about, self.list, line(self.all, self.none, None))
        left.setStretch(1, 1)
        card = Card()
        card.body.setContentsMargins(18, 14, 8, 14)
        card.body.addWidget(Flow(column(self.detail)), 1)
        self.sides = QWidget()
        sides = line(left, card, gap=16)
        sides.setStretch(0, 4)
        sides.setStretch(1, 5)
        self.sides.setLayout(sides)
        top = Wrapping(*self.buttons.values(), gap=8)
        below = line(self.empties, self.same, gap=16)
        below.setStretch(1, 1)
        layout = column(top, self.problem, self.working, self.sides, below, gap=10)
        layout.setStretch(3, 1)
        self.setLayout(layout)

    def entered(self) -> None:
        reading = self._intake.reading
        if self._compared is None or self._compared[0] is not reading:
            self._compare()

    @Slot()
    def _compare(self) -> None:
        """Anew, for another table or other empty cells; ticks set so far are not kept."""
        reading = self._intake.reading
        if reading is None:
            return  # the window was away, and the table is still being read again
        self._compared = None
        self.problem.hide()
        self.sides.setEnabled(False)
        self.working.begin(_("Comparing with the book"))
        task = Task(_Comparing(self._book, reading, self.empties.isChecked()))
        task.done.connect(self._take)
        task.failed.connect(self._refuse)
        task.start()
        self.changed.emit()

    @Slot(object)
    def _take(self, told: "tuple[Reading, bool, Proposal]") -> None:
        reading, empties, proposal = told
        if reading is not self._intake.reading or empties != self.empties.isChecked():
            return
        self._end_work()
        self._compared = reading, empties
        self.judged = Judged.of(proposal)
        first = next((name for name in _LISTS if self.judged.size(name)), CHANGED)
        self._tell_same(proposal)
        self.show_list(first)
        if self.isVisible() and not self.empties.hasFocus():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.proposed.emit()
        self.changed.emit()

    @Slot(object)
    def _refuse(self, error: object) -> None:
        """Without an answer nothing is taken over."""
        self._end_work()
        self.problem.setText(str(error))
        self.problem.show()
        if not isinstance(error, KuchoError):
            assert isinstance(error, BaseException)
            raise error

    def _end_work(self) -> None:
        self.working.end()
        self.sides.setEnabled(True)

    def _tell_same(self, proposal: Proposal) -> None:
        told = n_(
            "{count} household is as in the book.",
            "{count} households are as in the book.",
            proposal.unchanged,
        ).format(count=f"{proposal.unchanged:,}")
        if proposal.silent_groups:
            groups = _(", ").join(filter(None, proposal.silent_groups))
            told += _(" The table says nothing of: {groups}.").format(groups=groups)
        self.same.setText(told)

    @Slot(str)
    def show_list(self, name: str) -> None:
        self._shown = name
        self.buttons[name].setChecked(True)
        label, about = _LISTS[name]
        self.about.setText(_(about) if self.judged.size(name) else _("There is nothing here."))
        self.list.show_list(self.judged, name, _(label))
        for each in (self.all, self.none):
            each.setVisible(name != ASKED and self.judged.size(name) > 1)
        self._count()

    def _count(self) -> None:
        for name, (label, _about) in _LISTS.items():
            count = f"{self.judged.size(name):,}"
            self.buttons[name].setText(_("{what}: {count}").format(what=_(label), count=count))
        self.buttons[ASKED].setVisible(self.judged.size(ASKED) > 0)

    @Slot(int)
    def _show_detail(self, row: int) -> None:
        self.detail.show_entry(self.judged, (self._shown, row))

    @Slot()
    def _tell_ticked(self) -> None:
        """A household got all its fields back, or lost them."""
        if self._shown == CHANGED and not self.detail.isAncestorOf(self.focusWidget() or self):
            self._show_detail(self.list.currentIndex().row())
        self.changed.emit()

    @Slot()
    def _tell_judged(self) -> None:
        self.list.entries.tell(self.list.currentIndex().row())
        self._count()
        self.changed.emit()

    @Slot()
    def _tick_all(self) -> None:
        self.list.entries.tick_all(True)

    @Slot()
    def _tick_none(self) -> None:
        self.list.entries.tick_all(False)

    def say_again(self, said: Mapping[str, Any]) -> None:
        """What was ticked and decided before the window was away."""
        self.judged.say_again(said)
        self.show_list(self._shown)
        self.changed.emit()

    def is_anything_wanted(self) -> bool:
        wanted = self.judged.as_wanted()
        return bool(wanted.new or wanted.changed or self.judged.leaving())

    def may_go_on(self) -> bool:
        return self._compared is not None and self.is_anything_wanted()

    def words_for_on(self) -> str:
        if self._compared is not None and not self.is_anything_wanted():
            return _("Nothing to take over")
        return _("Go on")
