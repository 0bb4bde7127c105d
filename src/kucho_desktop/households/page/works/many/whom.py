"""Whom a list is about: ready questions, conditions of one's own, a day; kept under a name."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from kucho_desktop.core.dates import read_date, show_date
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import _
from kucho_desktop.households.model.lists.as_of import AsOf
from kucho_desktop.households.model.lists.ready import READY
from kucho_desktop.households.model.lists.wanted import HouseholdList, SavedList
from kucho_desktop.households.page.works.many.condition import ConditionBox
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.choice import DropDown
from kucho_desktop.widgets.day_line import DayLine
from kucho_desktop.widgets.parts import Button, button, column, words
from kucho_desktop.widgets.wrapping import Wrapping


class Whom(QWidget):
    """changed: it asks for others. day_changed: another day (a date).

    opened: (id) a list of one's own. forgotten: (id) that list shall go.
    """

    changed = Signal()
    day_changed = Signal(object)
    opened = Signal(int)
    forgotten = Signal(int)

    def __init__(self, as_of: Callable[[], AsOf], begins_after: QWidget) -> None:
        """begins_after: what Tab comes from."""
        super().__init__()
        self._begins_after = begins_after
        self._as_of = as_of
        self._saved = 0
        self.ready = {name: self._toggle(each.title, name) for name, each in READY.items()}
        self.said = words("", "small")
        self.said.hide()
        self.any_of = DropDown([(False, _("All of these hold")), (True, _("One of these holds"))])
        self.any_of.setAccessibleName(_("All of these hold"))
        self.any_of.activated.connect(self._tell)
        self.boxes: list[ConditionBox] = []
        self._own = column(gap=theme.now().gap)
        self.more = button(_("Add a condition"), self._add, icon="plus")
        self.clear = button(_("Choose anew"), self._clear, role="quiet")
        self.day = DayLine()
        self.day.setAccessibleName(_("As of which day"))
        self.day.left.connect(self._take_day)
        self.day.onward.connect(self._take_day)
        self.problem = words("", "problem")
        self.problem.hide()
        self.forget = button(_("Forget this list"), self._forget, icon="trash-2")
        self.saved: dict[int, Button] = {}
        self._saved_words = words(_("Lists of your own"), "heading")
        self._saved_place = column(gap=4)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = column(
            self._saved_words,
            self._saved_place,
            Wrapping(self.forget),
            self._own,
            Wrapping(self.more, self.clear),
            self.any_of,
            words(_("Ready questions"), "heading"),
            self.said,
            Wrapping(*self.ready.values(), gap=6),
            words(_("As of which day"), "heading"),
            self.day,
            self.problem,
            None,
        )
        layout.setContentsMargins(0, 0, 8, 8)
        self.setLayout(layout)
        self.any_of.hide()

    def _put_in_order(self) -> None:
        """Tab goes as one reads, also through what was added later."""
        own = [part for box in self.boxes for part in box.parts()]
        lists = [*self.saved.values(), self.forget]
        rest = [self.more, self.clear, self.any_of, *self.ready.values(), self.day]
        for before, after in pairwise([self._begins_after, *lists, *own, *rest]):
            QWidget.setTabOrder(before, after)

    def _toggle(self, title: str, name: str) -> Button:
        made = button(title, role="row", value=name)
        made.setCheckable(True)
        made.clicked.connect(self._tell)
        return made

    # what is shown

    def show_list(self, wanted: HouseholdList, saved: int = 0) -> None:
        """Show whom a list is about; nothing is told."""
        for name, made in self.ready.items():
            made.setChecked(name in wanted.ready)
        for box in list(self.boxes):
            self._drop(box)
        for each in wanted.conditions:
            self._add_box().show_condition(each)
        self.any_of.choose(wanted.any_of)
        self._mark_saved(saved)
        self._show_said()

    def unfinished(self) -> dict[str, Any]:
        """Which list of one's own it was, and what is typed, understood or not."""
        return {"saved": self._saved, "typed": [box.line.text() for box in self.boxes]}

    def go_on_with(self, wanted: HouseholdList, unfinished: Mapping[str, Any]) -> None:
        """Show a list that somebody was putting together."""
        self.show_list(wanted, unfinished["saved"])
        for box, typed in zip(self.boxes, unfinished["typed"], strict=False):
            box.line.setText(typed)

    def show_day(self) -> None:
        """A day that is being typed stays."""
        text = show_date(self._as_of().day)
        if self.day.text() == self.day.kept:
            self.day.setText(text)
        self.day.kept = text

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """How many households each ready question finds."""
        for name, made in self.ready.items():
            said = {"title": READY[name].title, "count": f"{counts.get(name, 0):,}"}
            made.setText(_("{title}: {count}").format(**said))
            made.setAccessibleDescription(READY[name].sentence)

    def show_saved(self, saved: Iterable[SavedList]) -> None:
        """The lists of one's own stand first; the one that is chosen stays chosen."""
        for made in self.saved.values():
            made.hide()
            made.deleteLater()
        self.saved = {each.id: self._saved_button(each) for each in saved}
        self._saved_words.setVisible(bool(self.saved))
        for made in self.saved.values():
            self._saved_place.addWidget(made)
            made.show()
        self._put_in_order()
        self._mark_saved(self._saved if self._saved in self.saved else 0)

    def _saved_button(self, each: SavedList) -> Button:
        made = button(each.name, role="row", value=str(each.id))
        made.setCheckable(True)
        made.chosen.connect(self._open)
        return made

    def _mark_saved(self, saved: int) -> None:
        self._saved = saved
        for id_, made in self.saved.items():
            made.setChecked(id_ == saved)
        self.forget.setVisible(saved in self.saved)

    def whom(self, wanted: HouseholdList) -> HouseholdList:
        """The list with what is asked here."""
        chosen = tuple(name for name, made in self.ready.items() if made.isChecked())
        conditions = tuple(box.condition() for box in self.boxes)
        any_of = bool(self.any_of.currentData())
        return replace(wanted, ready=chosen, conditions=conditions, any_of=any_of)

    def _show_said(self) -> None:
        """What the chosen questions mean; all or any, where there are two."""
        chosen = [READY[name] for name, made in self.ready.items() if made.isChecked()]
        self.said.setText("\n".join(each.sentence for each in chosen))
        self.said.setVisible(bool(chosen))
        self.any_of.setVisible(len(chosen) + len(self.boxes) > 1)

    def focus_first(self) -> None:
        first = next(iter(self.saved.values()), None) or next(iter(self.ready.values()))
        first.setFocus(Qt.FocusReason.TabFocusReason)

    # what the user does

    @Slot()
    def _tell(self) -> None:
        self._show_said()
        self.changed.emit()

    @Slot()
    def _add(self) -> None:
        self._add_box().focus_first()
        self._tell()

    def _add_box(self) -> ConditionBox:
        made = ConditionBox(self._as_of)
        made.changed.connect(self._tell)
        made.removed.connect(self._take_out)
        self.boxes.append(made)
        self._own.addWidget(made)
        made.show()
        self._put_in_order()
        return made

    @Slot(object)
    def _take_out(self, box: ConditionBox) -> None:
        self._drop(box)
        self.more.setFocus(Qt.FocusReason.TabFocusReason)
        self._tell()

    def _drop(self, box: ConditionBox) -> None:
        self.boxes.remove(box)
        box.hide()
        box.deleteLater()

    @Slot()
    def _clear(self) -> None:
        self.show_list(HouseholdList())
        self._tell()

    @Slot()
    def _take_day(self) -> None:
        if self.day.text() == self.day.kept:
            return
        try:
            day = read_date(self.day.text(), self._as_of().day)
        except KuchoError as error:
            self._say(str(error))
            return
        self._say("")
        self.day.kept = self.day.text()
        self.day_changed.emit(day)

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    @Slot(str)
    def _open(self, id_: str) -> None:
        self.opened.emit(int(id_))

    @Slot()
    def _forget(self) -> None:
        self.forgotten.emit(self._saved)
