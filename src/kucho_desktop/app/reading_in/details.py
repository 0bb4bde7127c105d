"""One household of a second reading: what differs, each with a tick; or what is asked of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kucho_desktop.app.reading_in.again import (
    AS_NEW,
    ASKED,
    LATER,
    Judged,
    Key,
    title_of,
    what_of,
)
from kucho_desktop.app.reading_in.preview import household_card
from kucho_desktop.core.i18n import _
from kucho_desktop.exchange.roster import Record
from kucho_desktop.households.model import Household
from kucho_desktop.households.model.again.comparison import Changed, Unsure
from kucho_desktop.households.model.again.saying import said
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.choice import DropDown
from kucho_desktop.widgets.flag import CheckBox
from kucho_desktop.widgets.parts import Card, column, words


class _Taking(QWidget):
    """One difference: a box with the field's name, under it what was and what will be."""

    taken = Signal()

    def __init__(self, judged: Judged, key: Key, changed: Changed, place: int) -> None:
        super().__init__()
        self._judged, self._key, self._changed, self._place = judged, key, changed, place
        told = said(changed.differences[place])
        self.box = CheckBox(told.title)
        self.box.setAccessibleName(told.line)
        self.box.setChecked(judged.takes(key, changed, place))
        self.box.toggled.connect(self._take)
        old = words(_("Now: {value}").format(value=told.old or _("(empty)")), "second")
        new = words(_("Table: {value}").format(value=told.new or _("(empty)")), "strong")
        below = column(old, new, gap=2)
        below.setContentsMargins(theme.now().icon + 20, 0, 0, 6)
        self.setLayout(column(self.box, below, gap=0))

    @Slot(bool)
    def _take(self, on: bool) -> None:
        self._judged.take(self._key, self._changed, self._place, on)
        self.taken.emit()


class Detail(QWidget):
    """What is selected in the list. judged: a tick or a decision was changed here."""

    judged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._now = Judged()
        self._key: Key = (ASKED, -1)
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(8)
        self.boxes: list[CheckBox] = []
        self.decision: DropDown | None = None

    def show_entry(self, judged: Judged, key: Key) -> None:
        """Show a household of one of the lists; nothing for a place that is not there."""
        self._now, self._key = judged, key
        self._empty()
        name, place = key
        if not 0 <= place < judged.size(name):
            return
        entry = judged.entries(name)[place]
        if isinstance(entry, Unsure):
            self._show_asked(entry, place)
        elif isinstance(entry, Changed):
            self._show_changed(entry)
        elif isinstance(entry, Record):
            self._add(household_card(entry))
        else:
            self._show_household(entry)
        self._body.addStretch(1)

    def _empty(self) -> None:
        self.boxes, self.decision = [], None
        while (item := self._body.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()

    def _add(self, *parts: QWidget) -> None:
        for part in parts:
            self._body.addWidget(part)

    def _show_changed(self, changed: Changed) -> None:
        self._add(words(title_of(changed), "person"))
        where = what_of(changed.household)
        if where:
            self._add(words(where, "second"))
        self._add(*self._takings(changed))

    def _takings(self, changed: Changed) -> Sequence[QWidget]:
        made = [
            _Taking(self._now, self._key, changed, place)
            for place in range(len(changed.differences))
        ]
        for each in made:
            each.taken.connect(self.judged)
            self.boxes.append(each.box)
        return made

    def _show_household(self, household: Household) -> None:
        people = _(", ").join(member.name for member in household.members if member.name)
        texts = (what_of(household), people, household.note)
        card = Card()
        card.setAccessibleName(title_of(household))
        card.body.addWidget(words(title_of(household), "strong"))
        for text in filter(None, texts):
            card.body.addWidget(words(text))
        self._add(card)

    def _show_asked(self, unsure: Unsure, place: int) -> None:
        """Which household it is; under that the one of the table and those it could be."""
        known = [
            (each.household.id, _("The same as {household}").format(household=_full(each)))
            for each in unsure.candidates
        ]
        self.decision = DropDown(
            [(LATER, _("Not decided yet (it is left out)")), (AS_NEW, _("A new household")), *known]
        )
        self.decision.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.decision.setAccessibleName(_("Which household is it?"))
        self.decision.choose(self._now.decisions.get(place, LATER))
        self.decision.activated.connect(self._decide)
        self._add(words(_("Which household is it?"), "strong"), self.decision)
        decided = self._now.decided(place)
        if decided:
            self._add(*self._takings(decided))
        self._add(words(_("In the table"), "second"), household_card(unsure.record))
        self._add(words(_("In the book"), "second"))
        for candidate in unsure.candidates:
            self._show_household(candidate.household)

    @Slot()
    def _decide(self) -> None:
        if self.decision is None:
            return
        had_focus = self.decision.hasFocus()
        self._now.decide(self._key[1], int(self.decision.currentData()))
        self.show_entry(self._now, self._key)
        if had_focus and self.decision is not None:
            self.decision.setFocus(Qt.FocusReason.OtherFocusReason)
        self.judged.emit()


def _full(changed: Changed) -> str:
    """The name, with the address where there is one: namesakes are told apart."""
    address = changed.household.address
    name = title_of(changed)
    return _("{household} ({group})").format(household=name, group=address) if address else name
