"""A new household: its form stands where the others' stands, and waits until it is whole."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kucho_desktop.core.book import Book
from kucho_desktop.core.fields import field
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.core.kinds import DATE, NUMBER, TEXT, reference
from kucho_desktop.core.postal import beginnings_of
from kucho_desktop.households.model import Household
from kucho_desktop.households.page.sheet.sheet import Groups
from kucho_desktop.households.page.sheet.who import Look
from kucho_desktop.households.store import household, houses_to_move_into, same_household_ids
from kucho_desktop.widgets.choice import Choices
from kucho_desktop.widgets.flag import CheckBox
from kucho_desktop.widgets.form import Form, Section
from kucho_desktop.widgets.holding import Held, Holding
from kucho_desktop.widgets.parts import Flow, button, column, line, words
from kucho_desktop.widgets.told import told_again, told_of
from kucho_desktop.widgets.wrapping import Wrapping


@dataclass(frozen=True)
class NewHousehold(Household):
    """A household that is not in the book yet."""

    came: str = field(DATE, N_("Since when"), width=9)
    place: str = field(TEXT, N_("Where it is, or how it looks"), width=14)
    people: int | None = field(NUMBER, N_("How many people live there"), default=None, width=3)
    house_id: int | None = field(
        reference("household"), N_("Into an empty house or a flat"), default=None, width=12
    )
    is_unnamed: bool = False


_SECTIONS = (
    Section(
        "",
        [
            ("head", "kana"),
            "place",
            "people",
            "house_id",
            "tonarigumi_id",
            ("postal_code", "address"),
            "building",
            ("phone", "mobile"),
            ("membership", "came"),
        ],
    ),
)


class Arriving(QWidget, Held):
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
        self._houses: dict[int, str] = {}
        self.form = Form(
            NewHousehold,
            _SECTIONS,
            choices={"tonarigumi_id": groups.choices, "house_id": self._offer_houses},
            addresses=beginnings_of,
            today=self._today,
        )
        groups.give_room(self.form)
        groups.give_room(self.form, "house_id")
        self.unnamed = CheckBox(_("A dwelling that has not joined, without a name"))
        self.unnamed.clicked.connect(self._turn_unnamed)
        self.hint = words("", "second")
        self.new = NewHousehold(0)
        self.twice = Look()
        self.see = button(_("See that household"), self._tell_same, role="quiet")
        self.add = button(_("Add this household"), self._add, icon="plus", role="go")
        self.leave = button(_("Not now"), self._give_up)
        self.problem = words("", "problem")
        self.problem.hide()
        self._lay_out()
        self.form.changed.connect(self._take)
        self._look_for_same()

    def _lay_out(self) -> None:
        inside = QVBoxLayout()
        inside.setContentsMargins(0, 4, 8, 4)
        inside.addWidget(self.form)
        twice = line(self.twice, self.see)
        twice.setStretch(0, 1)
        layout = column(
            words(_("New household"), "person"),
            self.hint,
            Wrapping(self.unnamed),
            Flow(inside),
            twice,
            self.problem,
            Wrapping(self.add, self.leave, gap=12),
        )
        layout.setStretch(3, 1)
        self.setLayout(layout)

    def _today(self) -> date:
        return self._book.today

    def begin(self, group: int | None) -> None:
        """Show it; what was typed before is still there."""
        self._houses = houses_to_move_into(self._book)
        if not self.is_begun():
            self.new = replace(NewHousehold(0), tonarigumi_id=group)
        self._show_new()
        self._look_for_same()

    def write_unnamed(self, group: int | None = None) -> None:
        """Let it be a dwelling of which no name is known, in this group or the one shown."""
        if group is not None:
            self.new = replace(self.new, tonarigumi_id=group)
        self.new = replace(self.new, is_unnamed=True, membership="none")
        self._show_new()
        self.focus_first()

    def focus_first(self) -> None:
        """The first box that is asked for."""
        if self.new.is_unnamed:
            self.form.boxes["place"].edit.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.form.focus_first()

    @Slot()
    def _turn_unnamed(self) -> None:
        unnamed = self.unnamed.isChecked()
        membership = "none" if unnamed else "full"
        self.new = replace(self.new, is_unnamed=unnamed, membership=membership, house_id=None)
        self._show_new()

    def _offer_houses(self) -> Choices:
        return [(None, _("(a new house)")), *self._houses.items()]

    def _show_new(self) -> None:
        """The lines that are asked for, and what will come of it."""
        new = self.new
        self.unnamed.setChecked(new.is_unnamed)
        moves_in = new.house_id is not None
        for name in ("head", "phone", "membership"):
            self.form.show_line(name, not new.is_unnamed)
        for name in ("place", "people"):
            self.form.show_line(name, new.is_unnamed)
        self.form.show_line("house_id", bool(self._houses) and not new.is_unnamed)
        for name in ("tonarigumi_id", "address"):
            self.form.show_line(name, not moves_in)
        self.form.show_line("building", not moves_in or self._has_rooms())
        self.form.show_record(new)
        self.hint.setText(self._sentence())

    def _has_rooms(self) -> bool:
        house = household(self._book, self.new.house_id or 0)
        return house is not None and house.membership == "apartment"

    def _sentence(self) -> str:
        if self.new.is_unnamed:
            return _(
                "It is counted, also in a disaster: as one person where the number is not known."
                " It gets flyers and no circular."
            )
        if self.new.house_id is not None:
            return _(
                "Address, group, order and owner are those of “{house}”. Until the day before, the"
                " roster shows it as it was."
            ).format(house=self._houses.get(self.new.house_id, ""))
        return _("What you do not know can stay empty.")

    def show_again(self) -> None:
        """Groups and houses may have changed."""
        self._houses = houses_to_move_into(self._book)
        self._show_new()

    def start_over(self) -> None:
        """It is in the book now."""
        self.new = NewHousehold(0)
        self._warned_of = 0
        self._show_new()
        for box in self.form.boxes.values():
            box.restore()
        self._say("")

    def is_begun(self) -> bool:
        """Whether something was typed."""
        started = NewHousehold(0, is_unnamed=self.new.is_unnamed, membership=self.new.membership)
        return replace(self.new, tonarigumi_id=None) != started

    def holdings(self) -> Iterator[Holding]:
        if self.is_begun() or self.form.is_unfinished():
            yield Holding(told_of(self.new))

    def hold_again(self, said: Any) -> None:
        self.new = told_again(NewHousehold(0), said)
        self._show_new()
        self._look_for_same()

    @Slot(int, object)
    def _take(self, _id: int, values: dict[str, Any]) -> None:
        self.new = replace(self.new, **values)
        if self.new.house_id is not None and not self.new.came:
            self.new = replace(self.new, came=self._book.today.isoformat())
        self._show_new()
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
        lacks = self._what_lacks()
        if lacks:
            self._say(lacks)
            self.focus_first()
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

    def _what_lacks(self) -> str:
        new = self.new
        if new.is_unnamed:
            there = new.place or new.address
            return "" if there else _("Please write where it is or how it looks, or its address.")
        if new.head or (new.address and new.house_id is None):
            return ""
        return _("Please write the head of the household, or the address of the house.")

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
