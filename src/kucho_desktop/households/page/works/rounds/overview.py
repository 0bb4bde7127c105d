"""How far a round is: what came back of each group, and what is printed for it."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kucho_desktop.core.dates import read_date, show_date
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.households.model.rounds.round import SHEETS, Progress, Round
from kucho_desktop.households.page.sheet.who import Look
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.day_line import DayLine
from kucho_desktop.widgets.parts import Button, Flow, button, column, words
from kucho_desktop.widgets.wrapping import Wrapping


class Overview(QWidget):
    """opens: a group (its id; 0 for the households without one). lacking: all that is still out.

    prints: a paper. closes: nothing is waited for any more. moves: (last day in ISO).
    """

    opens = Signal(int)
    lacking = Signal()
    prints = Signal(str)
    closes = Signal()
    moves = Signal(str)
    refused = Signal(str)

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self._today = date.today()
        self._progress: Sequence[Progress] = ()
        self.name = words("", "person")
        self.said = words("", "strong")
        self.late = Look()
        self.day = DayLine()
        self.day.setAccessibleName(_("Back by"))
        sheets = kind == SHEETS
        self.print_button = button(
            _("Print the household sheets…") if sheets else _("Print the lists of the groups…"),
            self._print,
            icon="printer",
        )
        self.out_button = button(_("See what is still out"), self._tell_lacking)
        self.out_paper = button(_("Print who is still out…"), self._print_lacking, icon="printer")
        self.close_button = button(_("Close the round"), self._close)
        self.groups: dict[int, Button] = {}
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 4, 8, 4)
        self._place.setSpacing(theme.now().gap)
        self.day.left.connect(self._take_day)
        self.day.onward.connect(self._go_on)
        self._lay_out()

    def _lay_out(self) -> None:
        label = words(_("Back by"), "second", wrap=False)
        label.setMinimumHeight(theme.now().target)
        label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        layout = column(self.name, self.said, self.late)
        layout.addLayout(Wrapping(label, self.day, self.print_button, gap=10))
        layout.addLayout(Wrapping(self.out_button, self.out_paper, self.close_button, gap=10))
        self.flow = Flow(self._place)
        layout.addWidget(words(_("Enter group by group what came back"), "heading"))
        layout.addWidget(self.flow, 1)
        self.setLayout(layout)

    def show_round(self, of: Round, progress: Sequence[Progress], today: date) -> None:
        self._today = today
        self.name.setText(of.name)
        out = sum(each.out for each in progress)
        self.said.setText(in_words(progress))
        self.late.say(
            _("The last day was {day}. {count} are still out.").format(
                day=show_date(of.return_by), count=_households(out)
            )
            if of.is_late(today.isoformat()) and out
            else ""
        )
        day = show_date(of.return_by) if of.return_by else ""
        if self.day.text() == self.day.kept:
            self.day.setText(day)
            self.day.setCursorPosition(0)
        self.day.kept = day
        for part in (self.out_button, self.out_paper):
            part.setVisible(bool(out))
        self._show_groups(progress)

    def _show_groups(self, progress: Sequence[Progress]) -> None:
        """The buttons stay as long as the groups are the same, so that the focus does."""
        if [each.group for each in progress] != [each.group for each in self._progress]:
            for old in self.groups.values():
                old.hide()
                old.deleteLater()
            self.groups = {}
            for each in progress:
                made = button("", role="row", value=str(each.group or 0))
                made.chosen.connect(self._open)
                self.groups[each.group or 0] = made
                self._place.addWidget(made)
            self._place.addStretch(1)
            order: list[QWidget] = [self.day, self.print_button, self.out_button, self.out_paper]
            for before, after in pairwise([*order, self.close_button, *self.groups.values()]):
                QWidget.setTabOrder(before, after)
        for each in progress:
            self.groups[each.group or 0].setText(_group_text(each))
        self._progress = progress

    def focus_next(self) -> None:
        """To the first group of which something is still out."""
        out = [each.group or 0 for each in self._progress if each.out]
        wanted = out or list(self.groups)
        part: QWidget = self.groups[wanted[0]] if wanted else self.print_button
        part.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(str)
    def _open(self, group: str) -> None:
        self.opens.emit(int(group))

    @Slot()
    def _take_day(self) -> None:
        typed = self.day.text().strip()
        if typed == self.day.kept:
            return
        try:
            day = read_date(typed, self._today).isoformat() if typed else ""
        except KuchoError as error:
            self.day.setText(self.day.kept)
            self.refused.emit(str(error))
            return
        self.day.kept = typed
        self.moves.emit(day)

    @Slot()
    def _go_on(self) -> None:
        self._take_day()
        self.print_button.setFocus()

    @Slot()
    def _print(self) -> None:
        self.prints.emit("household-sheet" if self._kind == SHEETS else "correction-list")

    @Slot()
    def _print_lacking(self) -> None:
        self.prints.emit("still-out")

    @Slot()
    def _tell_lacking(self) -> None:
        self.lacking.emit()

    @Slot()
    def _close(self) -> None:
        self.closes.emit()


def in_words(progress: Sequence[Progress]) -> str:
    """「120世帯中 87世帯」, and how many did not want to answer."""
    asked, back = sum(each.asked for each in progress), sum(each.back for each in progress)
    said = _("{back} of {asked} have come back").format(
        back=_households(back), asked=_households(asked)
    )
    refused = sum(each.refused for each in progress)
    if not refused:
        return said
    more = _("{count} did not want to answer").format(count=_households(refused))
    return _("{said} ({more})").format(said=said, more=more)


def _households(count: int) -> str:
    return n_("{count} household", "{count} households", count).format(count=f"{count:,}")


def _group_text(each: Progress) -> str:
    done = _("done") if not each.out else _("still out") if not each.back else ""
    counts = _("{back} of {asked}").format(
        back=_households(each.back), asked=_households(each.asked)
    )
    parts = [each.title, counts, done]
    return "　".join(part for part in parts if part)
