"""The lines of a group, and what can be done with the one that one is on."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import _
from kucho_desktop.households import store
from kucho_desktop.households.model import Household
from kucho_desktop.households.model.rounds.round import REFUSED, SHEETS, Line, Round
from kucho_desktop.households.page.works.rounds.walk_lines import WalkLines
from kucho_desktop.households.page.works.rounds.walk_list import WalkList
from kucho_desktop.widgets.holding import Held, Holding
from kucho_desktop.widgets.parts import button, column, words
from kucho_desktop.widgets.wrapping import Wrapping


class GroupWalk(QWidget, Held):
    """Each line that is entered is one step.

    refused: why something could not be kept. ended: the last line is in.
    happened: (household) something else has changed there. adds: somebody new lives there.
    rest: all that is still out is as it was.
    """

    refused = Signal(str)
    ended = Signal()
    happened = Signal(object)
    adds = Signal()
    rest = Signal()

    def __init__(self, book: Book, kind: str) -> None:
        super().__init__()
        self._book = book
        self._round: Round | None = None
        self.lines = WalkLines(kind)
        self.list = WalkList(self.lines)
        self.heading = words("", "strong")
        self.hint = words(
            _(
                "Enter writes the line down as it stands and goes on. A digit turns an answer,"
                " 0 turns all of them. The arrow keys pass a line by."
            ),
            "second",
        )
        self.keep_button = button(_("It came back (Enter)"), self._press_keep, role="go")
        self.no_button = button(_("Does not answer (X)"), self._press_no)
        self.out_button = button(_("Still out (Delete)"), self._press_out)
        self.phone_button = button(_("Phone (T)"), self.list.type_phone)
        self.mobile_button = button(_("Mobile (K)"), self.list.type_mobile)
        self.people_button = button(_("Persons (N)"), self.list.type_people)
        self.event_button = button(_("What has changed… (E)"), self._press_event)
        self.new_button = button(_("Somebody new lives here…"), self._press_new)
        self.rest_button = button(_("The rest is as it was"), self._press_rest)
        self._lay_out()
        self.rest_button.setVisible(kind != SHEETS)
        self.no_button.setVisible(kind == SHEETS)
        self.lines.refused.connect(self.refused)
        self.list.keep.connect(self._enter)
        self.list.left.connect(self._keep_left)
        self.list.does_not_answer.connect(self._say_no)
        self.list.still_out.connect(self._take_back)
        self.list.happened.connect(self._happen)
        self.list.ended.connect(self.ended)

    def _lay_out(self) -> None:
        self.buttons = (
            self.keep_button,
            self.no_button,
            self.out_button,
            self.phone_button,
            self.mobile_button,
            self.people_button,
            self.event_button,
            self.new_button,
            self.rest_button,
        )
        layout = column(self.heading, self.hint, self.list)
        layout.addLayout(Wrapping(*self.buttons))
        layout.setStretch(2, 1)
        self.setLayout(layout)
        for before, after in pairwise([self.list, *self.buttons]):
            QWidget.setTabOrder(before, after)

    def show_lines(
        self, of: Round, title: str, lines: Sequence[Line], groups: Mapping[int, str] | None = None
    ) -> None:
        """Show these; the line that one is on stays selected."""
        if self._round is not None and self._round.id != of.id:
            self.lines.forget_all()
        self._round = of
        self.heading.setText(title)
        id_, before = self.lines.id_at(self.list.row()), self.list.row()
        self.lines.show_lines(lines, groups)
        self.list.share_width()
        row = self.lines.row_of(id_)
        row = row if row >= 0 else min(max(before, 0), len(lines) - 1)
        if row != self.list.row():
            self.list.go_to_row(row)

    def begin(self) -> None:
        """Go to the first line that is still out."""
        out = [row for row, line in enumerate(self.lines.lines) if not line.state]
        self.list.go_to_row(out[0] if out else 0)
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def household(self) -> Household | None:
        """Of the line that one is on."""
        row = self.list.row()
        return self.lines.lines[row].household if row >= 0 else None

    def select(self, id_: int) -> None:
        if self.lines.row_of(id_) >= 0:
            self.list.go_to_row(self.lines.row_of(id_))

    def holdings(self) -> Iterator[Holding]:
        """Of each line what was typed into it; also what is being typed just now."""
        if self.isHidden():
            return
        typing = self.list.typing()
        drafts = self.lines.drafts()
        for id_ in {*drafts, *([typing[0]] if typing else [])}:
            open_ = list(typing[1:]) if typing is not None and typing[0] == id_ else []
            yield Holding({"line": id_, "said": drafts.get(id_), "open": open_}, about=id_)

    def hold_again(self, said: Any) -> None:
        if said["said"] is not None:
            self.lines.take_up(said["line"], said["said"])
        if said["open"]:
            self.list.type_again(said["line"], *said["open"])

    def finish(self) -> bool:
        """Keep the line that something was typed into; tell whether nothing is left to keep."""
        self.list.stop_typing()
        return not self.lines.is_touched(self.list.row()) or self._keep(self.list.row())

    # each thing that is done

    @Slot(int)
    def _enter(self, row: int) -> None:
        if self._keep(row):
            self.list.go_on()

    @Slot(int)
    def _keep_left(self, row: int) -> None:
        self._keep(row)

    def _keep(self, row: int) -> bool:
        return self._do(row, "")

    def _do(self, row: int, what: str) -> bool:
        """Keep a line; tell whether it could be kept."""
        id_ = self.lines.id_at(row)
        if self._round is None or not id_:
            return False
        try:
            if what == _OUT:
                store.take_line_back(self._book, self._round, id_)
            else:
                said = self.lines.said(row, REFUSED) if what else self.lines.said(row)
                store.keep_line(self._book, self._round, id_, said)
        except KuchoError as error:
            self.refused.emit(str(error))
            return False
        self.lines.forget(id_)
        return True

    @Slot(int)
    def _say_no(self, row: int) -> None:
        if not self.no_button.isHidden() and self._do(row, REFUSED):
            self.list.go_on()

    @Slot(int)
    def _take_back(self, row: int) -> None:
        self.lines.forget(self.lines.id_at(row))
        if self.lines.lines[row].state:
            self._do(row, _OUT)

    @Slot(int)
    def _happen(self, row: int) -> None:
        self.happened.emit(self.lines.lines[row].household)

    @Slot()
    def _press_keep(self) -> None:
        self._enter(self.list.row())
        self.list.setFocus()

    @Slot()
    def _press_no(self) -> None:
        if self.list.row() >= 0:
            self._say_no(self.list.row())
            self.list.setFocus()

    @Slot()
    def _press_out(self) -> None:
        if self.list.row() >= 0:
            self._take_back(self.list.row())
            self.list.setFocus()

    @Slot()
    def _press_event(self) -> None:
        if self.list.row() >= 0:
            self._happen(self.list.row())

    @Slot()
    def _press_new(self) -> None:
        self.adds.emit()

    @Slot()
    def _press_rest(self) -> None:
        self.rest.emit()


_OUT = "out"
