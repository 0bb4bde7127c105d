"""「つながり」: what a household is tied to, from either side, with the form of one tie."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Signal, Slot

from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import OPEN, show_date
from kucho_desktop.core.fields import field_named
from kucho_desktop.core.i18n import _
from kucho_desktop.households import store
from kucho_desktop.households.model import Household
from kucho_desktop.households.model.ties.ties import OF_HOUSES, Tie
from kucho_desktop.households.page.sheet.entries import Entries
from kucho_desktop.widgets.choice import Choices
from kucho_desktop.widgets.form import Form, Section
from kucho_desktop.widgets.parts import button, column, words
from kucho_desktop.widgets.wrapping import Wrapping

_LINES = (
    Section("", ["tie", "other_id", ("name", "kana"), "phone", "address", "note"]),
    Section("", [("since", "until")]),
)
_OUTSIDE = ("name", "kana", "phone", "address")


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


class Ties(Entries[Tie]):
    """wants: go to that household (its id)."""

    wants = Signal(int)

    def __init__(self, book: Book) -> None:
        super().__init__(book, _("Add a tie…"))
        self._others: Mapping[int, str] = {}
        self.none = words(_("Nothing is written down yet."), "second")
        layout = column(words(_("Ties"), "heading"), self.none, self._list, Wrapping(self.add))
        layout.addLayout(self._form_place)
        layout.addWidget(self.problem)
        layout.addLayout(self._ends)
        self.setLayout(layout)
        self._close()

    def show_household(self, household: Household) -> None:
        """Show its ties, those of the other side as well."""
        ties = store.ties_of(self._book, household.id)
        if not self._begin_list(household.id, ties):
            return
        self.none.setVisible(not ties)
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
            self._add_line(go, change)
        self._put_in_order()

    @Slot(str)
    def _go(self, place: str) -> None:
        self.wants.emit(self.entries[int(place)].other_id or 0)

    # the form of one

    def _new(self) -> Tie:
        return Tie(household_id=self._household)

    def _make_form(self) -> Form:
        form = Form(Tie, _LINES, choices={"other_id": self._choices}, today=self._today)
        form.give_room(("tie", "other_id"))
        return form

    def _ways(self) -> tuple[Callable[[Book, Tie], object], Callable[[Book, Tie], object]]:
        return store.keep_tie, store.remove_tie

    @Slot(str)
    def _change(self, place: str) -> None:
        self._open(self.entries[int(place)])

    def _open(self, entry: Tie) -> None:
        self._others = store.others_to_tie(self._book, self._household)
        super()._open(entry)

    def _choices(self) -> Choices:
        must = self.told is not None and not _may_be_outside(self.told)
        nobody = _("(please choose)") if must else _("(somebody else)")
        return [(None, nobody), *self._others.items()]

    def _show_told(self) -> None:
        assert self.form is not None
        assert self.told is not None
        outside = self.told.other_id is None
        for name in _OUTSIDE:
            self.form.show_line(name, outside and _may_be_outside(self.told))
        super()._show_told()

    @Slot(int, object)
    def _take(self, _id: int, values: Mapping[str, Any]) -> None:
        if values.get("other_id") is not None:
            values = {**dict.fromkeys(_OUTSIDE, ""), **values}
        super()._take(_id, values)


def _may_be_outside(tie: Tie) -> bool:
    """Whether it can be somebody who is not in the roster."""
    return tie.is_kept_so and tie.tie not in OF_HOUSES
