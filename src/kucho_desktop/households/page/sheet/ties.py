"""「つながり」: what a household is tied to, from either side, with the form of one tie."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import OPEN, show_date
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.fields import field_named
from kucho_desktop.core.i18n import _
from kucho_desktop.households import store
from kucho_desktop.households.model import Household
from kucho_desktop.households.model.ties.ties import OF_HOUSES, Tie
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.choice import Choices
from kucho_desktop.widgets.form import Form, Section
from kucho_desktop.widgets.holding import ENTRY, WHERE, Held, Holding
from kucho_desktop.widgets.parts import Button, button, column, words
from kucho_desktop.widgets.told import told_again, told_of
from kucho_desktop.widgets.wrapping import Wrapping

_LINES = (
    Section("", ["tie", "other_id", ("name", "kana"), "phone", "address", "note"]),
    Section("", [("since", "until")]),
)
_OUTSIDE = ("name", "kana", "phone", "address")
_TAB = Qt.FocusReason.TabFocusReason


def in_words(tie: Tie) -> str:
    """What it is and who: 「家主：山田 太郎　0263-72-0001」."""
    kind = field_named(Tie, "tie").text(tie)
    who = "　".join(part for part in (tie.name, tie.phone, tie.address) if part)
    said = _("{member}: {item}").format(member=kind, item=who)
    days = []
    if tie.since:
        days.append(_("From {day}").format(day=show_date(tie.since, weekday=False)))
    if tie.until != OPEN:
        day = show_date(tie.until, weekday=False)
        days.append(_("Until the day before {day}").format(day=day))
    return "　".join([said, *days, *([tie.note] if tie.note else [])])


class Ties(QWidget, Held):
    """Each tie that is written, changed or removed is one step.

    wants: go to that household (its id). done: a text for the strip.
    """

    wants = Signal(int)
    done = Signal(str)

    def __init__(self, book: Book) -> None:
        super().__init__()
        self._book = book
        self._others: Mapping[int, str] = {}
        self._household = 0
        self.ties: list[Tie] = []
        self.lines: list[tuple[Button | None, Button]] = []
        self.told: Tie | None = None
        self._first = Tie()
        self.form: Form | None = None
        self.none = words(_("Nothing is written down yet."), "second")
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.now().gap)
        self.add = button(_("Add a tie…"), self._begin, icon="plus")
        self.problem = words("", "problem")
        self.write = button(_("Write it down"), self._write, icon="check", role="go")
        self.leave = button(_("Leave it"), self.give_up)
        self.remove = button(_("Written by mistake: remove"), self._remove, icon="trash-2")
        self._form_place = QVBoxLayout()
        layout = column(words(_("Ties"), "heading"), self.none, self._list, Wrapping(self.add))
        layout.addLayout(self._form_place)
        layout.addWidget(self.problem)
        layout.addLayout(Wrapping(self.write, self.leave, self.remove, gap=12))
        self.setLayout(layout)
        self._close()

    # what is shown

    def _today(self) -> date:
        return self._book.today

    def show_household(self, household: Household) -> None:
        """Show its ties; one that is being written stays on the same household."""
        ties = store.ties_of(self._book, household.id)
        if household.id != self._household:
            self._close()
        self._household = household.id
        if ties == self.ties and self.lines:
            return
        self.ties = ties
        self.none.setVisible(not ties)
        empty(self._list)
        self.lines = []
        for place, tie in enumerate(ties):
            self._list.addWidget(words(in_words(tie)))
            go = None
            if tie.other_id is not None:
                go = button(_("Go there"), icon="chevron-right", role="quiet", value=str(place))
                go.setAccessibleDescription(in_words(tie))
                go.chosen.connect(self._go)
            change = button(_("Change or end…"), role="quiet", value=str(place))
            change.setAccessibleDescription(in_words(tie))
            change.chosen.connect(self._change)
            self.lines.append((go, change))
            holder = QWidget()
            holder.setLayout(Wrapping(*([go] if go else []), change))
            self._list.addWidget(holder)
        self._put_in_order()

    def _put_in_order(self) -> None:
        buttons = [each for pair in self.lines for each in pair if each is not None]
        edits = [box.edit for box in self.form.boxes.values()] if self.form else []
        parts = [*buttons, self.add, *edits, self.write, self.leave, self.remove]
        for before, after in pairwise(parts):
            QWidget.setTabOrder(before, after)

    # the form of one

    @Slot()
    def _begin(self) -> None:
        self._open(Tie(household_id=self._household))

    @Slot(str)
    def _change(self, place: str) -> None:
        self._open(self.ties[int(place)])

    @Slot(str)
    def _go(self, place: str) -> None:
        self.wants.emit(self.ties[int(place)].other_id or 0)

    def _open(self, tie: Tie) -> None:
        self._others = store.others_to_tie(self._book, self._household)
        if self.form is None:
            choices = {"other_id": self._choices}
            self.form = Form(Tie, _LINES, choices=choices, today=self._today)
            self.form.give_room(("tie", "other_id"))
            self.form.changed.connect(self._take)
            self._form_place.addWidget(self.form)
            self._put_in_order()
        self.told = self._first = tie
        self._show_told()
        for part in (self.form, self.write, self.leave):
            part.show()
        self.remove.setVisible(bool(tie.id))
        self.add.hide()
        self._say("")
        for box in self.form.boxes.values():
            box.restore()
        self.form.focus_first()

    def _choices(self) -> Choices:
        must = self.told is not None and not _may_be_outside(self.told)
        nobody = _("(please choose)") if must else _("(somebody else)")
        return [(None, nobody), *self._others.items()]

    def holdings(self) -> Iterator[Holding]:
        if self.told is not None:
            yield Holding(told_of(self.told), ENTRY if self.told != self._first else WHERE)

    def held_about(self) -> int:
        return self._household

    def hold_again(self, said: Any) -> None:
        """What is changed since may have gone; what was written of it is a new one then."""
        known = {each.id: each for each in self.ties}
        first = known.get(said["id"], Tie(household_id=self._household))
        self._open(first)
        self.told = replace(told_again(first, said), id=first.id)
        self._show_told()

    def _show_told(self) -> None:
        assert self.form is not None
        assert self.told is not None
        outside = self.told.other_id is None
        for name in _OUTSIDE:
            self.form.show_line(name, outside and _may_be_outside(self.told))
        # Nothing asks since when here: the days of a tie are lines of the form.
        self.form.show_record(replace(self.told, id=0), same=True)

    @Slot(int, object)
    def _take(self, _id: int, values: dict[str, Any]) -> None:
        if self.told is not None:
            if values.get("other_id") is not None:
                values = {**dict.fromkeys(_OUTSIDE, ""), **values}
            self.told = replace(self.told, **values)
            self._show_told()

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    @Slot()
    def _write(self) -> None:
        assert self.form is not None
        if not self.form.finish():
            self._say(_("Something is not yet right above. Please look at it once more."))
        elif self.told is not None:
            self._keep(self.told, store.keep_tie)

    @Slot()
    def _remove(self) -> None:
        if self.told is not None:
            self._keep(self.told, store.remove_tie)

    def _keep(self, tie: Tie, way: Callable[[Book, Tie], object]) -> None:
        """Keep it, or say why it cannot be kept; the form stays as it is then."""
        try:
            way(self._book, tie)
        except KuchoError as error:
            self._say(str(error))
        else:
            self.settle()
            self.done.emit(self._book.undo_label())

    def settle(self) -> None:
        """It is kept now."""
        self._close()
        self.add.setFocus(_TAB)

    @Slot()
    def give_up(self) -> None:
        """Close the form without keeping anything."""
        self.settle()

    def _close(self) -> None:
        self.told = None
        for part in (self.form, self.write, self.leave, self.remove, self.problem):
            if part is not None:
                part.hide()
        self.add.show()


def _may_be_outside(tie: Tie) -> bool:
    """Whether it can be somebody who is not in the roster."""
    return tie.is_kept_so and tie.tie not in OF_HOUSES


def empty(place: QVBoxLayout) -> None:
    while place.count():
        item = place.takeAt(0)
        part = item.widget() if item is not None else None
        if part is not None:
            part.hide()
            part.deleteLater()
