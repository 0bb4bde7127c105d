"""「話したこと」: the talks with a household, newest first, with the form of one."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import show_date
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.fields import field_named
from kucho_desktop.core.i18n import _
from kucho_desktop.households import store
from kucho_desktop.households.model.ties.talks import Talk
from kucho_desktop.households.page.sheet.ties import empty
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.form import Form, Section
from kucho_desktop.widgets.holding import ENTRY, WHERE, Held, Holding
from kucho_desktop.widgets.parts import Button, button, column, words
from kucho_desktop.widgets.told import told_again, told_of
from kucho_desktop.widgets.wrapping import Wrapping

_LINES = (Section("", [("talked_on", "way"), "said", "next_step", "next_on"]),)
_TAB = Qt.FocusReason.TabFocusReason
_SHOWN = 8


def in_words(talk: Talk) -> str:
    """「令和8年11月3日(火) 訪問：…」."""
    head = f"{show_date(talk.talked_on)} {field_named(Talk, 'way').text(talk)}"
    said = " ".join(talk.said.split())
    return _("{member}: {item}").format(member=head, item=said) if said else head


def step_in_words(talk: Talk) -> str:
    """「次にすること：… （…まで）」, empty where there is none."""
    if not talk.next_step:
        return ""
    day = show_date(talk.next_on)
    text = _("{step} (by {day})").format(step=talk.next_step, day=day) if day else talk.next_step
    if talk.done:
        return _("Done: {what}").format(what=text)
    return _("Next step: {step}").format(step=text)


class Talks(QWidget, Held):
    """Each talk that is written, changed or done is one step.

    done: a text for the strip. opened: whether a talk is being written now.
    """

    done = Signal(str)
    opened = Signal(bool)

    def __init__(self, book: Book) -> None:
        super().__init__()
        self._book = book
        self._household = 0
        self.talks: list[Talk] = []
        self.told: Talk | None = None
        self._first = Talk()
        self.form: Form | None = None
        self.lines: list[tuple[Button | None, Button]] = []
        self.none = words(_("No talk is written down yet."), "second")
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.now().gap)
        self.add = button(_("Write down a talk…"), self.begin, icon="plus")
        self.problem = words("", "problem")
        self.write = button(_("Write it down"), self._write, icon="check", role="go")
        self.leave = button(_("Leave it"), self.give_up)
        self.remove = button(_("Written by mistake: remove"), self._remove, icon="trash-2")
        self._form_place = QVBoxLayout()
        self.heading = words(_("Talks"), "heading")
        layout = column(self.heading, Wrapping(self.add))
        layout.addLayout(self._form_place)
        layout.addWidget(self.problem)
        layout.addLayout(Wrapping(self.write, self.leave, self.remove, gap=12))
        layout.addWidget(self.none)
        layout.addLayout(self._list)
        self.setLayout(layout)
        self._close()

    # what is shown

    def _today(self) -> date:
        return self._book.today

    def show_household(self, household: int) -> None:
        """Show the talks of this one; one that is being written stays on the same household."""
        talks = store.talks_of(self._book, household) if household else []
        if household != self._household:
            self._close()
        self._household = household
        if talks == self.talks and self.lines:
            return
        self.talks = talks
        self.none.setVisible(not talks)
        empty(self._list)
        self.lines = []
        for talk in talks[:_SHOWN]:
            self._add_line(talk)
        self._put_in_order()

    def _add_line(self, talk: Talk) -> None:
        self._list.addWidget(words(in_words(talk)))
        today = self._today().isoformat()
        step = step_in_words(talk)
        if step:
            self._list.addWidget(words(step, "look" if talk.is_due(today) else "second"))
        done = None
        if talk.is_open:
            done = button(_("The next step is done"), icon="check", value=str(talk.id))
            done.setAccessibleDescription(step)
            done.chosen.connect(self._finish)
        change = button(_("Change…"), role="quiet", value=str(talk.id))
        change.setAccessibleDescription(in_words(talk))
        change.chosen.connect(self._change)
        self.lines.append((done, change))
        holder = QWidget()
        holder.setLayout(Wrapping(*([done] if done else []), change))
        self._list.addWidget(holder)

    def _put_in_order(self) -> None:
        edits = [box.edit for box in self.form.boxes.values()] if self.form else []
        buttons = [each for pair in self.lines for each in pair if each is not None]
        parts = [self.add, *edits, self.write, self.leave, self.remove, *buttons]
        for before, after in pairwise(parts):
            QWidget.setTabOrder(before, after)

    # the form of one

    @Slot()
    def begin(self) -> None:
        """Begin a talk of today."""
        if self._household:
            day = self._today().isoformat()
            self._open(Talk(household_id=self._household, talked_on=day))

    @Slot(str)
    def _change(self, id_: str) -> None:
        self._open(next(talk for talk in self.talks if talk.id == int(id_)))

    def _open(self, talk: Talk) -> None:
        if self.form is None:
            self.form = Form(Talk, _LINES, today=self._today)
            self.form.changed.connect(self._take)
            self._form_place.addWidget(self.form)
            self._put_in_order()
        self.told = self._first = talk
        self._show_told()
        for part in (self.form, self.write, self.leave):
            part.show()
        self.remove.setVisible(bool(talk.id))
        self.add.hide()
        self.opened.emit(True)
        self._say("")
        for box in self.form.boxes.values():
            box.restore()
        self.form.boxes["said" if not talk.id else "talked_on"].edit.setFocus(_TAB)

    def holdings(self) -> Iterator[Holding]:
        if self.told is not None:
            yield Holding(told_of(self.told), ENTRY if self.told != self._first else WHERE)

    def held_about(self) -> int:
        return self._household

    def hold_again(self, said: Any) -> None:
        """What is changed since may have gone; what was written of it is a new one then."""
        known = {each.id: each for each in self.talks}
        first = known.get(said["id"], Talk(household_id=self._household))
        self._open(first)
        self.told = replace(told_again(first, said), id=first.id)
        self._show_told()

    def _show_told(self) -> None:
        assert self.form is not None
        assert self.told is not None
        self.form.show_record(replace(self.told, id=0), same=True)

    @Slot(int, object)
    def _take(self, _id: int, values: dict[str, Any]) -> None:
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
            self._keep(self.told, store.keep_talk)

    @Slot()
    def _remove(self) -> None:
        if self.told is not None:
            self._keep(self.told, _remove_talk)

    def _keep(self, talk: Talk, way: Callable[[Book, Talk], object]) -> None:
        """Keep it, or say why it cannot be kept; the form stays as it is then."""
        try:
            way(self._book, talk)
        except KuchoError as error:
            self._say(str(error))
        else:
            self.settle()
            self.done.emit(self._book.undo_label())

    def settle(self) -> None:
        """It is kept now."""
        self._close()
        self.add.setFocus(_TAB)

    @Slot(str)
    def _finish(self, id_: str) -> None:
        """The focus stays where the next thing is done."""
        try:
            store.finish_step(self._book, int(id_))
        except KuchoError as error:
            self._say(str(error))
        else:
            self.add.setFocus(_TAB)
            self.done.emit(self._book.undo_label())

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
        self.opened.emit(False)


def _remove_talk(book: Book, talk: Talk) -> None:
    store.remove_talk(book, talk.id)
