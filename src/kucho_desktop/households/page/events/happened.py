"""「変わったこと」: what has happened to a household, chosen from a list, told in a small form."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import _
from kucho_desktop.core.postal import beginnings_of
from kucho_desktop.households import store
from kucho_desktop.households.model import Household, Member
from kucho_desktop.households.model.events import HAPPENINGS, Happening, Told, happening_named
from kucho_desktop.households.page.events.foretelling import Foretold
from kucho_desktop.households.page.list.columns import name_of
from kucho_desktop.households.page.sheet.sheet import Groups
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.choice import Choices
from kucho_desktop.widgets.flag import CheckBox
from kucho_desktop.widgets.form import Form, Section
from kucho_desktop.widgets.holding import ENTRY, WHERE, Held, Holding
from kucho_desktop.widgets.parts import Button, Flow, button, column, say, words
from kucho_desktop.widgets.told import told_again, told_of
from kucho_desktop.widgets.wrapping import Wrapping

_REFERENCES = ("member_id", "next_head_id", "own_head_id", "tonarigumi_id", "other_id")


class Happened(QWidget, Held):
    """written: (name of the event, what was told of it). closed: back to the form."""

    written = Signal(str, object)
    closed = Signal()

    def __init__(self, book: Book, groups: Groups) -> None:
        super().__init__()
        self._book = book
        self._groups = groups
        self._household: Household | None = None
        self._others: dict[int, str] = {}
        self._event: Happening | None = None
        self.told = Told()
        self.back_text = _("Back to the form")
        self.form: Form | None = None
        self.checks: list[tuple[int, CheckBox]] = []
        self.buttons: list[Button] = []
        self.back = button(self.back_text, self.step_back, icon="arrow-left")
        self.title = words("", "person")
        self.flow = Flow()
        self.sentence = words("", "strong")
        self.hint = words("", "second")
        self.problem = words("", "problem")
        self.write = button(_("Write it down"), self._write, icon="check", role="go")
        self.leave = button(_("Leave it"), self._give_up)
        layout = column(
            Wrapping(self.back), self.title, self.flow, self.sentence, self.hint, self.problem
        )
        layout.addLayout(Wrapping(self.write, self.leave, gap=12))
        layout.setStretch(2, 1)
        self.setLayout(layout)

    # the list of what can have happened

    def begin(self, household: Household) -> None:
        """Show what can have happened to this household."""
        self._household = household
        self._others = {}
        self._show_list()

    def _show_list(self) -> None:
        assert self._household is not None
        self._event = self.form = None
        self.checks = []
        self.back.setText(self.back_text)
        name = name_of(self._household)
        self.title.setText(_("What has changed for {household}?").format(household=name))
        self.buttons = []
        for each in HAPPENINGS:
            if each.can_be(self._household):
                made = button(_(each.label), role="row", value=each.name)
                made.chosen.connect(self._choose)
                self.buttons.append(made)
        self._put_in(*self.buttons)
        for part in (self.sentence, self.hint, self.problem, self.write, self.leave):
            part.hide()
        for before, after in pairwise([self.back, *self.buttons]):
            QWidget.setTabOrder(before, after)
        if self.buttons:
            self.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _put_in(self, *parts: QWidget) -> None:
        inside = QWidget()
        inside.setObjectName("flow")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 4, 8, 4)
        layout.setSpacing(theme.now().gap)
        for part in parts:
            layout.addWidget(part)
        layout.addStretch(1)
        self.flow.setWidget(inside)

    # one of them

    @Slot(str)
    def _choose(self, name: str) -> None:
        assert self._household is not None
        self._event = event = happening_named(name)
        self.title.setText(_(event.label))
        self.told = self._first_told(event)
        if "other_id" in event.lines:
            self._others = store.lived_in(self._book, apart_from=self._household.id)
        self.form = Form(
            Told,
            [Section("", list(event.lines))],
            choices={
                "member_id": self._people,
                "next_head_id": self._heads,
                "own_head_id": self._own_heads,
                "tonarigumi_id": self._groups.choices,
                "other_id": self._other_households,
            },
            addresses=beginnings_of,
            today=self._today,
        )
        self.form.give_room(_REFERENCES)
        self.checks = self._check_boxes() if event.picks else []
        asked = [words(_("Who has a household of their own?"), "strong")] if self.checks else []
        self._put_in(*asked, *(box for _id, box in self.checks), self.form)
        self.form.changed.connect(self._take)
        for part in (self.leave, self.write):
            part.show()
        self._show_told()
        self.back.setText(_("Something else has changed"))
        self._go_round(self.form)

    def _go_round(self, form: Form) -> None:
        """Enter and Tab go through the small form and on to its buttons."""
        checks = [box for _id, box in self.checks]
        edits = [box.edit for box in form.boxes.values()]
        for before, after in pairwise([self.back, *checks, *edits, self.write, self.leave]):
            QWidget.setTabOrder(before, after)
        (checks or edits)[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _first_told(self, event: Happening) -> Told:
        """Today, and what can only be one."""
        assert self._household is not None
        told = Told(day=self._book.today.isoformat())
        if event.name in ("moves_within", "splits"):
            told = replace(told, tonarigumi_id=self._household.tonarigumi_id)
        if "member_id" in event.lines and len(self._household.members) == 1:
            told = replace(told, member_id=self._household.members[0].id)
        return told

    def holdings(self) -> Iterator[Holding]:
        if self._event is not None and not self.isHidden():
            begun = self.told != self._first_told(self._event)
            said = {"event": self._event.name, "told": told_of(self.told)}
            yield Holding(said, ENTRY if begun else WHERE)

    def held_about(self) -> int:
        return self._household.id if self._household is not None else 0

    def hold_again(self, said: Any) -> None:
        """The list of what can have happened is shown already."""
        assert self._household is not None
        possible = (each.name for each in HAPPENINGS if each.can_be(self._household))
        if said["event"] in possible:
            self._choose(said["event"])
            self.told = told_again(self.told, said["told"])
            for id_, box in self.checks:
                box.setChecked(id_ in self.told.member_ids)
            self._show_told()

    def _today(self) -> date:
        return self._book.today

    def _then(self) -> Household | None:
        """The household as it was, or will be, on the day that is told."""
        assert self._household is not None
        day = date.fromisoformat(self.told.day) if self.told.day else self._book.today
        return store.household(self._book, self._household.id, day)

    def _members(self) -> tuple[Member, ...]:
        then = self._then()
        return then.members if then else ()

    def _people(self) -> Choices:
        return [(each.id, _called(each)) for each in self._members()]

    def _heads(self) -> Choices:
        """Who can be the head then; the one who goes cannot, nor who is it already."""
        gone = self.told.member_id
        goes = self._event is not None and "member_id" in self._event.lines
        return [
            (each.id, _called(each))
            for each in self._members()
            if each.id != gone and (goes or not each.is_head)
        ]

    def _own_heads(self) -> Choices:
        """One of those who go."""
        return [each for each in self._people() if each[0] in self.told.member_ids]

    def _other_households(self) -> Choices:
        return list(self._others.items())

    def _check_boxes(self) -> list[tuple[int, CheckBox]]:
        assert self._household is not None
        made = []
        for each in self._household.members:
            if not each.is_head:
                box = CheckBox(_called(each))
                box.clicked.connect(self._pick)
                made.append((each.id, box))
        return made

    @Slot()
    def _pick(self) -> None:
        chosen = tuple(id_ for id_, box in self.checks if box.isChecked())
        head = self.told.own_head_id if self.told.own_head_id in chosen else None
        head = chosen[0] if len(chosen) == 1 else head
        self.told = replace(self.told, member_ids=chosen, own_head_id=head)
        self._show_told()

    @Slot(int, object)
    def _take(self, _id: int, values: dict[str, Any]) -> None:
        self.told = replace(self.told, **values)
        if "member_id" in values:
            self._suggest_head()
        self._show_told()

    def _suggest_head(self) -> None:
        """Where the head of two goes, only the other one can be the next."""
        gone = [each for each in self._members() if each.id == self.told.member_id]
        heads = self._heads() if gone and gone[0].is_head else []
        self.told = replace(self.told, next_head_id=heads[0][0] if len(heads) == 1 else None)

    def _show_told(self) -> None:
        assert self.form is not None
        members = self._members()
        gone = [each for each in members if each.id == self.told.member_id]
        if self._event is not None and "member_id" in self._event.lines:
            head_goes = bool(gone) and gone[0].is_head and len(members) > 1
            self.form.show_line("next_head_id", head_goes)
            self.form.show_line("house", bool(gone) and len(members) == 1)
        self.form.show_record(self.told)
        why_not, then = self._why_not(), self._then()
        say(self.hint, why_not)
        say(self.sentence, "" if why_not or then is None else self._foretell(then))
        say(self.problem, "")

    def _foretell(self, then: Household) -> str:
        assert self._event is not None
        told = Foretold(then, self.told, self._book.today, self._groups.names, self._others)
        return told.sentence(self._event.name)

    def _why_not(self) -> str:
        assert self._household is not None
        assert self._event is not None
        try:
            return store.why_not(self._book, self._household.id, self._event.name, self.told)
        except KuchoError as error:
            return str(error)

    @Slot()
    def _write(self) -> None:
        assert self.form is not None
        assert self._event is not None
        if not self.form.finish():
            self._refuse(_("Something is not yet right above. Please look at it once more."))
            return
        if problem := self._why_not():
            self._refuse(problem)
        else:
            self.written.emit(self._event.name, self.told)

    def _refuse(self, problem: str) -> None:
        say(self.hint, "")
        say(self.problem, problem)

    @Slot()
    def _give_up(self) -> None:
        self.closed.emit()

    @Slot()
    def step_back(self) -> None:
        """From the small form to the list, from the list to the household's form."""
        if self._event is not None:
            self._show_list()
        else:
            self.closed.emit()


def _called(member: Member) -> str:
    return member.name or _("(no name)")
