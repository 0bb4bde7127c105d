"""The sheet of one household: its form and what it agreed to show."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kucho_desktop.core.attachments import weight_of_pictures
from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import age_text, school_year_on
from kucho_desktop.core.fields import field_named
from kucho_desktop.core.i18n import N_, _, n_
from kucho_desktop.core.postal import beginnings_of
from kucho_desktop.households.model import Household, Member
from kucho_desktop.households.model.rounds.round import SHEETS
from kucho_desktop.households.page.sheet.attached import Attached
from kucho_desktop.households.page.sheet.consents import ConsentAnswers
from kucho_desktop.households.page.sheet.further_names import FurtherNames
from kucho_desktop.households.page.sheet.talks import Talks
from kucho_desktop.households.page.sheet.ties import Ties
from kucho_desktop.households.store import attachments_with, open_round
from kucho_desktop.tonarigumi.model import Tonarigumi
from kucho_desktop.tonarigumi.store import all_tonarigumi
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.cells import CellNote
from kucho_desktop.widgets.choice import ChoiceEditor, Choices
from kucho_desktop.widgets.form import Form, Section
from kucho_desktop.widgets.holding import Held
from kucho_desktop.widgets.parts import button
from kucho_desktop.widgets.rows import RowsEditor
from kucho_desktop.widgets.wrapping import Wrapping

_SECTIONS = (
    Section("", [("head", "kana"), ("postal_code", "address"), ("phone", "mobile"), "members"]),
    Section(
        N_("Group and membership"),
        ["tonarigumi_id", "walking_order", "membership", "yago", "nameplate"],
    ),
    Section(N_("Circular and printed matter"), ["circular", ("distribution", "copies")]),
    Section(N_("House"), ["building", "dwelling", "landlord", "lot", "waste_place", "away_by_day"]),
    Section(N_("Further"), ["fax", "email", "number", "recorded_on", "note"]),
)
_MEMBER = ("relation", "name", "kana", "born", "gender", "whereabouts", "phone", "work", "note")
_WIDTHS = {"relation": 3.2, "name": 5.5, "kana": 7.6, "born": 7.2, "gender": 4, "whereabouts": 4}
_SPARE = ("whereabouts", "kana", "gender", "phone", "work", "note")


class Groups:
    """The groups as they were last read, by their full names."""

    def __init__(self) -> None:
        self.all: Sequence[Tonarigumi] = ()
        self.names: Mapping[int, str] = {}
        self._choices: Choices = ()

    def read(self, book: Book) -> None:
        self.all = all_tonarigumi(book)
        self.names = {group.id: group.full_name for group in self.all}
        self._choices = [*self.names.items(), (None, _("(none)"))]

    def choices(self) -> Choices:
        """All of them, and none."""
        return self._choices or [(None, _("(none)"))]

    def give_room(self, form: Form, name: str = "tonarigumi_id") -> None:
        """A group within groups has a long name."""
        editor = form.boxes[name].editor
        assert isinstance(editor, ChoiceEditor)
        editor.box.setMaximumWidth(theme.now().ems(16))


class Sheet(QWidget, Held):
    """changes: (values, day or None): what was offered, from a day on or as a correction.

    answered: (audience, answers by item, day, way, name of the form).
    widens: the rows need more room. removes: the button at the end.
    """

    changes = Signal(object, object)
    answered = Signal(str, object, object, str, str)
    widens = Signal()
    removes = Signal()

    def __init__(self, book: Book, groups: Groups) -> None:
        super().__init__()
        self._book = book
        self.form = Form(
            Household,
            _SECTIONS,
            choices={"tonarigumi_id": groups.choices},
            addresses=beginnings_of,
            today=self._today,
            undated=("walking_order",),
        )
        self.form.of_households = True
        groups.give_room(self.form)
        self.consents = ConsentAnswers(self._today)
        self.ties = Ties(book)
        self.talks = Talks(book)
        self.attached = Attached(self._today)
        self.attached.accept_drops_on(self)
        self.remove = button(_("Household added by mistake: remove…"), self._remove, icon="trash-2")
        self._set_up_members()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 8, 4)
        layout.setSpacing(theme.now().gap * 2)
        layout.addWidget(self.form)
        layout.addWidget(self.consents)
        layout.addWidget(self.ties)
        layout.addWidget(self.talks)
        layout.addWidget(self.attached)
        layout.addLayout(Wrapping(self.remove))
        layout.addStretch(1)
        self.form.changed.connect(self._offer)
        self.form.corrected.connect(self._offer)
        self.form.changed_from.connect(self._offer_from)
        self.consents.answered.connect(self.answered)

    def _set_up_members(self) -> None:
        self.members = self.form.boxes["members"]
        rows = self.members.editor
        assert isinstance(rows, RowsEditor)
        self.rows = rows
        self.wide = button(_("Show it wide"), self._widen, icon="zoom-in")
        rows.add_button(self.wide)
        rows.show_columns(_MEMBER, widths=_WIDTHS, spare=_SPARE)
        rows.show_notes(
            {
                "name": CellNote(_reading, above=True, instead_of="kana"),
                "born": CellNote(self._age),
                "relation": CellNote(_whereabouts, instead_of="whereabouts"),
            }
        )
        rows.name_buttons(_("Add a person"), _("This person leaves…"))
        self.names = FurtherNames(rows)
        rows.add_button(self.names.open)
        rows.add_below(self.names)
        self.setTabOrder(rows.remove, self.wide)
        self.names.follow_in_tab_order(self.wide)

    def _today(self) -> date:
        return self._book.today

    def _age(self, member: Member) -> str:
        """How old, and the year at school."""
        today = self._book.today
        parts = (age_text(member.born, today), school_year_on(member.born, today))
        return "　".join(part for part in parts if part)

    def show_household(self, household: Household) -> None:
        self.form.show_record(household)
        count = len(household.members)
        people = n_("Members: {count} person", "Members: {count} people", count)
        self.members.label.setText(people.format(count=count))
        self.names.show_members(household.members)
        own = attachments_with(self._book, household.id)
        self.attached.show_attached(household, own, weight_of_pictures(self._book) if own else 0)
        coming_back = open_round(self._book, SHEETS)
        self.consents.show_household(household, coming_back.name if coming_back else "")
        self.ties.show_household(household)
        self.talks.show_household(household.id)

    def held_about(self) -> int:
        return self.form.record.id if self.form.record is not None else 0

    def bring_back(self, names: Iterable[str]) -> None:
        """Show again what is kept in these fields."""
        for name in names:
            if name in self.form.boxes:
                self.form.boxes[name].restore()

    @Slot(int, object)
    def _offer(self, _id: int, values: dict[str, Any]) -> None:
        self.changes.emit(values, None)

    @Slot(int, object, object)
    def _offer_from(self, _id: int, values: dict[str, Any], day: date) -> None:
        self.changes.emit(values, day)

    @Slot()
    def _widen(self) -> None:
        self.widens.emit()

    @Slot()
    def _remove(self) -> None:
        self.removes.emit()


def _whereabouts(member: Member) -> str:
    """Only where somebody is not at home."""
    away = member.whereabouts not in ("", "home")
    return field_named(Member, "whereabouts").text(member) if away else ""


def _reading(member: Member) -> str:
    return member.kana
