"""隣組長輪番: whose turn it was and will be, who is passed over and why, exchanges by hand."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.fiscal_years import FiscalYear
from kucho_desktop.core.i18n import _
from kucho_desktop.officers import store
from kucho_desktop.officers.model.turns import Turn
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.choice import DropDown
from kucho_desktop.widgets.figure_list import FigureList
from kucho_desktop.widgets.parts import Card, Flow, button, column, line, words
from kucho_desktop.widgets.typed_line import Line
from kucho_desktop.widgets.wrapping import Wrapping


def _said(turn: Turn) -> str:
    """Who has the turn of a year."""
    if turn.name:
        return turn.name
    return _("(not known)") if turn.is_past else _("(everybody is passed over)")


def _state(turn: Turn) -> str:
    """Why it is so: in office, written by hand, or who was passed over."""
    if turn.is_fixed:
        return turn.note or _("written by hand")
    if turn.is_served:
        return _("in office")
    return _(", ").join(each.said() for each in turn.skipped)


def _why(turn: Turn) -> str:
    """Beside the answer to 「次は誰か」."""
    if turn.is_fixed or turn.is_served:
        return _state(turn)
    if turn.skipped:
        return _("Passed over: {skipped}").format(skipped=_state(turn))
    return _("Nobody is passed over.")


class RotaTab(QWidget):
    """done, refused: as of a page. prints: (paper, the group it is about)."""

    done = Signal(str)
    refused = Signal(str)
    prints = Signal(str)

    def __init__(self, book: Book) -> None:
        super().__init__()
        self._book = book
        self._rota: store.Rota | None = None
        self.group = DropDown()
        self.group.setAccessibleName(_("Which group"))
        self.group.currentIndexChanged.connect(self._show_group)
        self.print = button(_("Print the turns…"), icon="printer", value="turns")
        self.print.chosen.connect(self.prints)
        self.next = words("", "person")
        self.why = words("")
        self.list = FigureList(
            "turns",
            _("Turns of the groups"),
            [
                (_("Year"), 7, ""),
                (_("Whose turn"), 8, "bold"),
                (_("Passed over and why, what was agreed"), 22, ""),
            ],
        )
        self.list.selected.connect(self._offer_what_can_be_done)
        self._lay_out()

    def _lay_out(self) -> None:
        self.one, self.other, self.house = DropDown(), DropDown(), DropDown()
        for box, title in (
            (self.one, _("The one year")),
            (self.other, _("The other year")),
            (self.house, _("Whose turn it was or is")),
        ):
            box.setAccessibleName(title)
        self.note = Line()
        self.note.setAccessibleName(_("Note on it"))
        self.note.setPlaceholderText(_("Note on it"))
        self.exchange = button(_("Let these two years be exchanged"), self._exchange)
        self.write = button(_("Write it down for this year"), self._write)
        self.forget = button(_("Forget what was written by hand"), self._forget, role="quiet")
        by_hand = Card(_("By hand"))
        wide = theme.now().ems(16)
        for box in (self.one, self.other, self.house):
            box.setMaximumWidth(wide)
        by_hand.body.addLayout(Wrapping(self.one, words("⇄", wrap=False), self.other,
                                        self.exchange))  # fmt: skip
        self.selected = words("", "second")
        by_hand.body.addWidget(self.selected)
        by_hand.body.addLayout(Wrapping(self.house, self.write, self.forget))
        by_hand.body.addWidget(self.note)
        self.by_hand = by_hand
        asked = Card()
        asked.body.addWidget(self.next)
        asked.body.addWidget(self.why)
        top = line(self.group, None, self.print)
        inside = column(asked, self.list, by_hand, None, gap=theme.now().gap)
        whole = column(top, Flow(inside), gap=8)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    # showing

    def reload(self) -> None:
        self.group.blockSignals(True)
        self.group.offer(store.groups_to_choose(self._book))
        if self.group.currentIndex() < 0 and self.group.count():
            self.group.setCurrentIndex(0)
        self.group.blockSignals(False)
        self._show_group(0)

    @Slot(int)
    def _show_group(self, _index: int) -> None:
        chosen = self.group.currentData()
        try:
            self._rota = store.rota_of(self._book, chosen) if chosen else None
        except KuchoError:
            self._rota = None
        rota = self._rota
        turns = rota.turns if rota else ()
        self._say_next()
        rows = [(turn.year.title, _said(turn), _state(turn)) for turn in turns]
        self.list.show_figures(rows, list(range(1, len(rows) + 1)))
        self.list.setVisible(bool(rota and rota.has_houses))
        self.by_hand.setVisible(bool(rota and rota.has_houses))
        self.print.setEnabled(bool(turns))
        open_years = [turn for turn in turns if not turn.is_past and not turn.is_served]
        offered = [(turn.year, f"{turn.year.title}　{_said(turn)}") for turn in open_years]
        for box, place in ((self.one, 0), (self.other, 1)):
            box.offer(offered)
            if box.currentIndex() < 0:
                box.setCurrentIndex(min(place, len(offered) - 1))
        houses = rota.houses if rota else ()
        self.house.offer([(each.id, each.name) for each in houses])
        if self.house.currentIndex() < 0 and houses:
            self.house.setCurrentIndex(0)
        self._offer_what_can_be_done(self.list.selected_id())

    def _say_next(self) -> None:
        """「次は誰か」."""
        rota = self._rota
        if rota is None:
            self.next.setText(_("There is no group yet."))
            self.why.setText(_("The turns are reckoned from the houses of a group."))
            return
        turn = store.next_turn(rota, self._book.today)
        assert turn is not None
        if not rota.has_houses:
            self.next.setText(_("In {group} nobody takes turns.").format(group=rota.group))
            self.why.setText(_("No household that has joined lives in this group."))
        elif not turn.household_id and not turn.name:
            said = _("{year}: everybody in {group} is passed over.")
            self.next.setText(said.format(year=turn.year.title, group=rota.group))
            self.why.setText(
                _(
                    "{skipped}. Please talk it over in the group, and write the year by hand."
                ).format(skipped=_state(turn))
            )
        else:
            said = _("{year}: the turn of {name}")
            self.next.setText(said.format(year=turn.year.title, name=turn.name))
            self.why.setText(_why(turn))
        self.why.setVisible(bool(self.why.text()))

    def _turn(self) -> Turn | None:
        place = self.list.about(self.list.selected_id())
        turns = self._rota.turns if self._rota else ()
        return turns[place - 1] if 0 < place <= len(turns) else None

    @Slot(int)
    def _offer_what_can_be_done(self, _row: int) -> None:
        turn = self._turn()
        self.write.setEnabled(turn is not None and not turn.is_served)
        self.forget.setVisible(turn is not None and turn.is_fixed)
        year = turn.year.title if turn else ""
        self.selected.setText(
            _("The year marked in the list: {year}").format(year=year) if turn else ""
        )

    # by hand

    def _year(self, box: DropDown) -> FiscalYear | None:
        found = box.currentData()
        return found if isinstance(found, FiscalYear) else None

    @Slot()
    def _exchange(self) -> None:
        one, other = self._year(self.one), self._year(self.other)
        if self._rota is None or one is None or other is None:
            return
        try:
            store.exchange_turns(self._book, self._rota.group_id, one, other, self._noted())
        except KuchoError as error:
            self.refused.emit(str(error))
            return
        self._kept(_("The two years were exchanged"))

    @Slot()
    def _write(self) -> None:
        turn, house = self._turn(), self.house.currentData()
        if self._rota is None or turn is None or not house:
            return
        apart = bool(not turn.is_past and turn.household_id and turn.household_id != house)
        group = self._rota.group_id
        store.write_turn(self._book, group, turn.year, house, apart=apart, note=self._noted())
        self._kept(_("The turn was written down"))

    @Slot()
    def _forget(self) -> None:
        turn = self._turn()
        if self._rota is not None and turn is not None:
            store.forget_turn(self._book, self._rota.group_id, turn.year)
            self._kept(_("What was written by hand is forgotten"))

    def _noted(self) -> str:
        return self.note.text().strip()

    def _kept(self, said: str) -> None:
        self.note.clear()
        self.reload()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.done.emit(said)

    def paper_about(self) -> Mapping[str, str]:
        chosen = self.group.currentData()
        return {"group": str(chosen)} if chosen else {}

    def select(self, _id: int) -> None:
        """Turns are no records that one goes to."""

    def finish(self) -> None:
        """Nothing is half typed here but a note."""

    def starts_at(self) -> QWidget:
        return self.group
