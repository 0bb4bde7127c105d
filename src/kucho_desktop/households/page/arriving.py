"""A new household: its form stands where the others' stands, and waits until it is whole."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kucho_desktop.core.book import Book
from kucho_desktop.core.fields import field
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.core.kinds import DATE
from kucho_desktop.core.postal import beginnings_of
from kucho_desktop.households.model import Household
from kucho_desktop.households.page.sheet import Groups
from kucho_desktop.households.page.who import Look
from kucho_desktop.households.store import same_household_ids
from kucho_desktop.widgets.form import Form, Section
from kucho_desktop.widgets.parts import Flow, button, column, line, words
from kucho_desktop.widgets.wrapping import Wrapping


@dataclass(frozen=True)
class NewHousehold(Household):
    """A household that is not in the book yet."""

    came: str = field(DATE, N_("Since when"), width=9)


_SECTIONS = (
    Section(
        "",
        [
            ("head", "kana"),
            "tonarigumi_id",
            ("postal_code", "address"),
            "building",
            ("phone", "mobile"),
            ("membership", "came"),
        ],
    ),
)


class Arriving(QWidget):
    """arrived: the new household shall be kept. given_up: not now; what was typed stays.

    wants: the id of a household that looks the same.
    """

    arrived = Signal(object)
    given_up = Signal()
    wants = Signal(int)

    def __init__(self, book: Book, groups: Groups) -> None:
        super().__init__()
        self._book = book
        self._same = 0
        self._warned_of = 0
        self.form = Form(
            NewHousehold,
            _SECTIONS,
            choices={"tonarigumi_id": groups.choices},
            addresses=beginnings_of,
            today=self._today,
        )
        groups.give_room(self.form)
        self.new = NewHousehold(0)
        self.twice = Look()
        self.see = button(_("See that household"), self._tell_same, role="quiet")
        self.add = button(_("Add this household"), self._add, icon="plus", role="go")
        self.leave = button(_("Not now"), self._give_up)
        self.problem = words("", "problem")
        self.problem.hide()
        inside = QVBoxLayout()
        inside.setContentsMargins(0, 4, 8, 4)
        inside.addWidget(self.form)
        twice = line(self.twice, self.see)
        twice.setStretch(0, 1)
        layout = column(
            words(_("New household"), "person"),
            words(_("What you do not know can stay empty."), "second"),
            Flow(inside),
            twice,
            self.problem,
            Wrapping(self.add, self.leave, gap=12),
        )
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.form.changed.connect(self._take)
        self._look_for_same()

    def _today(self) -> date:
        return self._book.today

    def begin(self, group: int | None) -> None:
        """Show it; what was typed before is still there."""
        if self.new == NewHousehold(0):
            self.new = replace(self.new, tonarigumi_id=group)
        self.form.show_record(self.new)
        self._look_for_same()

    def show_again(self) -> None:
        """Groups may have changed."""
        self.form.show_record(self.new)

    def start_over(self) -> None:
        """It is in the book now."""
        self.new = NewHousehold(0)
        self._warned_of = 0
        self.form.show_record(self.new)
        for box in self.form.boxes.values():
            box.restore()
        self._say("")

    def is_begun(self) -> bool:
        """Whether something was typed."""
        return replace(self.new, tonarigumi_id=None) != NewHousehold(0)

    @Slot(int, object)
    def _take(self, _id: int, values: dict[str, Any]) -> None:
        self.new = replace(self.new, **values)
        self.form.show_record(self.new)
        self._say("")
        self._look_for_same()

    def _look_for_same(self) -> None:
        new = self.new
        found = same_household_ids(
            self._book, new.head, address=new.address, phones=(new.phone, new.mobile)
        )
        self._same = found[0] if found else 0
        self.twice.say(
            _("A household “{name}” with this address or phone is already there.").format(
                name=new.head
            )
            if found
            else ""
        )
        self.see.setVisible(bool(found))

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    @Slot()
    def _add(self) -> None:
        if not self.form.finish():
            self._say(_("Something is not yet right above. Please look at it once more."))
            return
        if not (self.new.head or self.new.address):
            self._say(_("Please write the head of the household, or the address of the house."))
            self.form.focus_first()
            return
        if self._same and self._same != self._warned_of:
            self._warned_of = self._same
            self._say(
                _(
                    "It seems to be there already, so it was not added yet. If it is another"
                    " household, please press the button once more."
                )
            )
            return
        self.arrived.emit(self.new)

    @Slot()
    def _give_up(self) -> None:
        self.given_up.emit()

    @Slot()
    def _tell_same(self) -> None:
        self.wants.emit(self._same)


def values_of(new: NewHousehold) -> dict[str, Any]:
    """What `add_household` is told of it, apart from the head."""
    return {
        "kana": new.kana,
        "tonarigumi_id": new.tonarigumi_id,
        "membership": new.membership,
        "since": new.came,
        "postal_code": new.postal_code,
        "address": new.address,
        "building": new.building,
        "phone": new.phone,
        "mobile": new.mobile,
    }
