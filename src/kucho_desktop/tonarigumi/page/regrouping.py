"""「組を改める」: a group is split, joins another one, is renamed or moved from a day on."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import KuchoError, NotAllowed
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.tonarigumi import store
from kucho_desktop.tonarigumi.model import Regrouping, Tonarigumi, effect
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.choice import Choices
from kucho_desktop.widgets.flag import CheckBox
from kucho_desktop.widgets.form import Form, Section
from kucho_desktop.widgets.holding import ENTRY, WHERE, Held, Holding
from kucho_desktop.widgets.parts import Button, button, column, say, words
from kucho_desktop.widgets.told import told_again, told_of
from kucho_desktop.widgets.wrapping import Wrapping

_TAB = Qt.FocusReason.TabFocusReason
_WAYS: tuple[tuple[str, str, tuple[str | tuple[str, ...], ...]], ...] = (
    ("split", N_("Split this group"), ("new_name", "day")),
    ("merge", N_("Let it join another group"), ("into_id", "day")),
    ("rename", N_("Give it another name"), ("name", "kana", "day")),
    ("order", N_("Let it stand elsewhere in the order"), ("behind_id", "day")),
)


@dataclass(frozen=True)
class Houses:
    """What the room of the households, which this one does not know, does for it.

    sizes: today's households by group. sized_by: the tables that change them.
    sizes_on: those of a day. among: (id, name) of a group's houses on a day, in walking order.
    """

    sizes: Callable[[Book], Mapping[int | None, int]]
    sized_by: frozenset[str]
    sizes_on: Callable[[Book, date], Mapping[int | None, int]]
    among: Callable[[Book, int, date], Sequence[tuple[int, str]]]
    split: Callable[[Book, int, str, Collection[int], date], int]
    merge: Callable[[Book, int, int, date], None]


class Regroup(QWidget, Held):
    """Chosen from a list, told in a small form, foreseen in words, written as one step.

    done: a text for the strip. closed: back to the group's form.
    """

    done = Signal(str)
    closed = Signal()

    def __init__(self, book: Book, houses: Houses) -> None:
        super().__init__()
        self._book = book
        self._houses = houses
        self._group = Tonarigumi(0)
        self._way = ""
        self._day = ""
        self.told = self._first = Regrouping()
        self.form: Form | None = None
        self.checks: list[tuple[int, CheckBox]] = []
        self.buttons: dict[str, Button] = {}
        self.back = button(_("Back to the group"), self.step_back, icon="arrow-left")
        self.title = words("", "heading")
        self._choose_words = words(_("Which houses are the new group?"), "strong")
        self._ways, self._check_place, self._form_place = (QVBoxLayout() for _each in range(3))
        for place in (self._ways, self._check_place):
            place.setSpacing(theme.now().gap)
        self.effect = words("", "strong")
        self.hint = words("", "second")
        self.problem = words("", "problem")
        self.write = button(_("Write it down"), self._write, icon="check", role="go")
        self.leave = button(_("Leave it"), self._give_up)
        layout = column(Wrapping(self.back), self.title, self._ways, self._form_place)
        for part in (self.effect, self.hint, self.problem, self._choose_words, self._check_place):
            layout.addWidget(part) if isinstance(part, QWidget) else layout.addLayout(part)
        layout.addLayout(Wrapping(self.write, self.leave, gap=12))
        self.setLayout(layout)
        for name, label, _lines in _WAYS:
            made = button(_(label), role="row", value=name)
            made.chosen.connect(self._choose)
            self.buttons[name] = made
            self._ways.addWidget(made)

    # the list

    def begin(self, group: Tonarigumi) -> None:
        """Show in which ways this group can be formed anew."""
        self._group = group
        self._way = ""
        self.title.setText(_("What becomes of “{group}”?").format(group=group.full_name))
        self._drop_form()
        for said in (self._choose_words, self.effect, self.hint, self.problem):
            said.hide()
        for part in (self.write, self.leave):
            part.hide()
        for made in self.buttons.values():
            made.show()
        for before, after in pairwise([self.back, *self.buttons.values()]):
            QWidget.setTabOrder(before, after)
        next(iter(self.buttons.values())).setFocus(_TAB)

    def _drop_form(self) -> None:
        for each in (*(box for _id, box in self.checks), *([self.form] if self.form else [])):
            each.hide()
            each.deleteLater()
        self.checks, self.form = [], None

    # one of them

    @Slot(str)
    def _choose(self, name: str) -> None:
        self._way = name
        label, lines = next((label, lines) for way, label, lines in _WAYS if way == name)
        self.title.setText(f"{self._group.full_name}　{_(label)}")
        day = self._book.today.isoformat()
        self.told = Regrouping(day=day, behind_id=None)
        if name == "rename":
            self.told = replace(self.told, name=self._group.name, kana=self._group.kana)
        self._first = self.told
        choices = {"into_id": self._others, "behind_id": self._beside}
        self.form = Form(Regrouping, [Section("", lines)], choices=choices, today=self._today)
        self.form.give_room(("into_id", "behind_id"))
        self.form.changed.connect(self._take)
        self._form_place.addWidget(self.form)
        for made in self.buttons.values():
            made.hide()
        for part in (self.write, self.leave):
            part.show()
        self._day = ""
        self._show_told()
        self.form.focus_first()

    def _today(self) -> date:
        return self._book.today

    def _on(self) -> date:
        return date.fromisoformat(self.told.day) if self.told.day else self._book.today

    def _others(self) -> Choices:
        groups = store.all_tonarigumi(self._book, self._on())
        return [(each.id, each.full_name) for each in groups if each.id != self._group.id]

    def _beside(self) -> Choices:
        groups = store.all_tonarigumi(self._book, self._on())
        beside = [each for each in groups if each.parent_id == self._group.parent_id]
        others = [(each.id, each.full_name) for each in beside if each.id != self._group.id]
        return [(None, _("(the first of all)")), *others]

    def _offer_houses(self) -> None:
        """The houses of the day that is told; who is ticked stays so."""
        if self._way != "split" or self._day == self.told.day:
            return
        self._day = self.told.day
        houses = list(self._houses.among(self._book, self._group.id, self._on()))
        if [id_ for id_, _name in houses] == [id_ for id_, _box in self.checks]:
            return
        for _id, old in self.checks:
            old.hide()
            old.deleteLater()
        self.checks = []
        for id_, name in houses:
            box = CheckBox(name or _("(no name)"))
            box.setChecked(id_ in self.told.houses)
            box.clicked.connect(self._tick)
            self._check_place.addWidget(box)
            box.show()
            self.checks.append((id_, box))
        self._choose_words.setVisible(bool(self.checks))

    def _put_in_order(self) -> None:
        assert self.form is not None
        edits = [box.edit for box in self.form.boxes.values()]
        boxes = [box for _id, box in self.checks]
        for before, after in pairwise([self.back, *edits, *boxes, self.write, self.leave]):
            QWidget.setTabOrder(before, after)

    def holdings(self) -> Iterator[Holding]:
        if self._way and not self.isHidden():
            begun = self.told != self._first
            said = {"way": self._way, "told": told_of(self.told)}
            yield Holding(said, ENTRY if begun else WHERE)

    def hold_again(self, said: Any) -> None:
        """The list of the ways is shown already."""
        if said["way"] in self.buttons:
            self._choose(said["way"])
            self.told = told_again(self.told, said["told"])
            self._show_told()

    @Slot()
    def _tick(self) -> None:
        chosen = tuple(id_ for id_, box in self.checks if box.isChecked())
        self.told = replace(self.told, houses=chosen)
        self._show_told()

    @Slot(int, object)
    def _take(self, _id: int, values: dict[str, Any]) -> None:
        self.told = replace(self.told, **values)
        self._show_told()

    def _show_told(self) -> None:
        assert self.form is not None
        self.form.show_record(self.told)
        self._offer_houses()
        self._put_in_order()
        lines, why_not = self._foresee()
        say(self.effect, "\n".join(lines))
        say(self.hint, why_not)
        say(self.problem, "")

    # what comes of it

    def _do(self) -> None:
        if not self.told.day:
            raise NotAllowed(_("Please write the day."))
        book, group, told, day = self._book, self._group.id, self.told, self._on()
        if self._way == "split":
            self._houses.split(book, group, told.new_name, told.houses, day)
        elif self._way == "merge":
            self._houses.merge(book, group, told.into_id or 0, day)
        elif self._way == "rename":
            store.rename_tonarigumi(book, group, told.name, told.kana, day)
        else:
            store.place_tonarigumi(book, group, told.behind_id, day)

    def _look(self) -> list[tuple[Tonarigumi, int]]:
        sizes = self._houses.sizes_on(self._book, self._on())
        groups = store.all_tonarigumi(self._book, self._on())
        return [(group, sizes.get(group.id, 0)) for group in groups]

    def _foresee(self) -> tuple[list[str], str]:
        """What becomes of the groups, or why it cannot be."""
        before = self._look()
        try:
            after = store.foresee(self._book, self._do, self._look)
        except KuchoError as error:
            return [], str(error)
        return effect(before, after), ""

    @Slot()
    def _write(self) -> None:
        assert self.form is not None
        if not self.form.finish():
            self._refuse(_("Something is not yet right above. Please look at it once more."))
            return
        try:
            self._do()
        except KuchoError as error:
            self._refuse(str(error))
        else:
            self.closed.emit()
            self.done.emit(self._book.undo_label())

    def _refuse(self, problem: str) -> None:
        say(self.hint, "")
        say(self.problem, problem)

    @Slot()
    def _give_up(self) -> None:
        self.closed.emit()

    @Slot()
    def step_back(self) -> None:
        """From the small form to the list, from the list to the group's form."""
        if self._way:
            self.begin(self._group)
        else:
            self.closed.emit()
