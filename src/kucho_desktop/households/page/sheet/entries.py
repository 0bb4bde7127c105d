"""Entries of a household, each written and changed in a small form beside their list."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.fields import Record
from kucho_desktop.core.i18n import _
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.form import Form
from kucho_desktop.widgets.holding import ENTRY, WHERE, Held, Holding
from kucho_desktop.widgets.parts import Button, button, words
from kucho_desktop.widgets.told import told_again, told_of
from kucho_desktop.widgets.wrapping import Wrapping

TAB = Qt.FocusReason.TabFocusReason


One = TypeVar("One", bound=Record)
"""A frozen record of a household; its id is 0 until it is kept."""


class Entries(QWidget, Held, Generic[One]):
    """Each entry that is written, changed or removed is one step.

    done: a text for the strip. Whoever inherits shows the list, makes the form and lays it out.
    """

    done = Signal(str)

    def __init__(self, book: Book, add: str) -> None:
        """add: what the button says with which a new one is begun."""
        super().__init__()
        self._book = book
        self._household = 0
        self.entries: Sequence[One] = ()
        self.told: One | None = None
        self._first: One | None = None
        self.form: Form | None = None
        self.lines: list[tuple[Button | None, Button]] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.now().gap)
        self._form_place = QVBoxLayout()
        self.add = button(add, self.begin, icon="plus")
        self.problem = words("", "problem")
        self.write = button(_("Write it down"), self._write, icon="check", role="go")
        self.leave = button(_("Leave it"), self.give_up)
        self.remove = button(_("Written by mistake: remove"), self._remove, icon="trash-2")
        self._ends = Wrapping(self.write, self.leave, self.remove, gap=12)

    # what each kind of entry says

    def _new(self) -> One:
        raise AssertionError("every kind of entry begins somehow")

    def _make_form(self) -> Form:
        raise AssertionError("every kind of entry has its form")

    def _ways(self) -> tuple[Callable[[Book, One], object], Callable[[Book, One], object]]:
        """How one is kept, and how it is removed."""
        raise AssertionError("every kind of entry is kept somehow")

    def _focus_form(self) -> None:
        assert self.form is not None
        self.form.focus_first()

    def _in_order(self, buttons: list[QWidget], form: list[QWidget]) -> list[QWidget]:
        """Where the Tab key goes: the buttons of the list, then what adds one, or otherwise."""
        return [*buttons, *form]

    # the list

    def _today(self) -> date:
        return self._book.today

    def _begin_list(self, household: int, entries: Sequence[One]) -> bool:
        """Take what is there now; False where it is what is shown already.

        One that is being written stays on the same household.
        """
        if household != self._household:
            self._close()
        self._household = household
        if list(entries) == list(self.entries) and self.lines:
            return False
        self.entries = entries
        _empty(self._list)
        self.lines = []
        return True

    def _add_line(self, first: Button | None, change: Button) -> None:
        self.lines.append((first, change))
        holder = QWidget()
        holder.setLayout(Wrapping(*([first] if first else []), change))
        self._list.addWidget(holder)

    def _put_in_order(self) -> None:
        buttons = [each for pair in self.lines for each in pair if each is not None]
        edits = [box.edit for box in self.form.boxes.values()] if self.form else []
        form = [self.add, *edits, self.write, self.leave, self.remove]
        for before, after in pairwise(self._in_order(list(buttons), form)):
            QWidget.setTabOrder(before, after)

    # the form of one

    @Slot()
    def begin(self) -> None:
        """Begin a new one of this household."""
        if self._household:
            self._open(self._new())

    def _open(self, entry: One) -> None:
        if self.form is None:
            self.form = self._make_form()
            self.form.changed.connect(self._take)
            self._form_place.addWidget(self.form)
            self._put_in_order()
        self.told = self._first = entry
        self._show_told()
        for part in (self.form, self.write, self.leave):
            part.show()
        self.remove.setVisible(bool(entry.id))
        self.add.hide()
        self._say("")
        for box in self.form.boxes.values():
            box.restore()
        self._focus_form()

    def holdings(self) -> Iterator[Holding]:
        if self.told is not None:
            yield Holding(told_of(self.told), ENTRY if self.told != self._first else WHERE)

    def held_about(self) -> int:
        return self._household

    def hold_again(self, said: Any) -> None:
        """What is changed since may have gone; what was written of it is a new one then."""
        known = {each.id: each for each in self.entries}
        first = known.get(said["id"]) or self._new()
        self._open(first)
        self.told = replace(told_again(first, said), id=first.id)
        self._show_told()

    def _show_told(self) -> None:
        assert self.form is not None
        assert self.told is not None
        # Nothing asks since when here: the days of an entry are lines of the form.
        self.form.show_record(replace(self.told, id=0), same=True)

    @Slot(int, object)
    def _take(self, _id: int, values: Mapping[str, Any]) -> None:
        if self.told is not None:
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
            self._keep(self.told, self._ways()[0])

    @Slot()
    def _remove(self) -> None:
        if self.told is not None:
            self._keep(self.told, self._ways()[1])

    def _keep(self, entry: One, way: Callable[[Book, One], object]) -> None:
        """Keep it, or say why it cannot be kept; the form stays as it is then."""
        try:
            way(self._book, entry)
        except KuchoError as error:
            self._say(str(error))
        else:
            self.settle()
            self.done.emit(self._book.undo_label())

    def settle(self) -> None:
        """It is kept now."""
        self._close()
        self.add.setFocus(TAB)

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


def _empty(place: QVBoxLayout) -> None:
    while place.count():
        item = place.takeAt(0)
        part = item.widget() if item is not None else None
        if part is not None:
            part.hide()
            part.deleteLater()
