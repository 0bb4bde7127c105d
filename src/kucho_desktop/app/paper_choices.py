"""What is chosen about a paper before it is printed: for whom, as of when, how large, how many."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kucho_desktop.app.paper_request import Choices, Paper, PaperOption, Request
from kucho_desktop.core.audiences import CHIEF_ONLY, Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.copies import last_receiver
from kucho_desktop.core.dates import read_date, show_date
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import _
from kucho_desktop.paper.imprint import LARGE_SIZE, STANDARD_SIZE
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.choice import DropDown
from kucho_desktop.widgets.day_line import DayLine
from kucho_desktop.widgets.editors import Line
from kucho_desktop.widgets.flag import CheckBox
from kucho_desktop.widgets.holding import LOOK, Held, Holding
from kucho_desktop.widgets.parts import words

_MOST_COPIES = 99


class PaperChoices(QWidget, Held):
    """changed: something else is asked for.

    about: options that are chosen from the start, also "paper:option" for one paper alone; "for"
    (an audience) and "day" (ISO).
    """

    knows_its_boxes = True
    changed = Signal()

    def __init__(self, book: Book, paper: Paper, about: Mapping[str, str] | None = None) -> None:
        super().__init__()
        self._about = about or {}
        self._book = book
        self._paper = paper
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(theme.now().gap, 2, theme.now().gap, 4)
        self._layout.setSpacing(4)
        self.audience = DropDown([(each.value, each.title) for each in paper.audiences])
        self.audience.setCurrentIndex(max(self.audience.findData(self._about.get("for", "")), 0))
        self.day = DayLine()
        self.day.kept = show_date(self._about.get("day") or book.today)
        self.day.setText(self.day.kept)
        sizes = [(STANDARD_SIZE, _("Standard")), (LARGE_SIZE, _("Large"))]
        self.type_size = DropDown(sizes)
        self.copies = Line()
        self.copies.kept = "1"
        self.copies.setText("1")
        self.problem = words("", "problem")
        self._add(_("For whom"), self.audience)
        self._options = {option.name: self._option(option) for option in paper.options}
        self._add(_("As of"), self.day)
        self._add(_("Type size"), self.type_size)
        self._add(_("Copies"), self.copies)
        self.receiver = Line()
        self._add(_("Given to (you may leave this empty)"), self.receiver)
        self._show_receiver()
        self._layout.addWidget(self.problem)
        self.problem.hide()
        self._connect()

    @Slot()
    def _show_receiver(self) -> None:
        """To whom it went last time; what the chief keeps himself is given to nobody."""
        audience = Audience(self.audience.currentData())
        last = last_receiver(self._book, self._paper.name, audience)
        if self.receiver.text().strip() == self.receiver.kept:
            self.receiver.kept = last
            self.receiver.setText(last)
        self.receiver.setEnabled(audience not in CHIEF_ONLY)

    def given_to(self) -> str:
        """The name that was written; empty for the audience as such."""
        return self.receiver.text().strip() if self.receiver.isEnabled() else ""

    def _option(self, option: PaperOption) -> QWidget:
        if option.kind == "flag":
            check = CheckBox(option.title)
            check.setChecked(self._about.get(option.name, "") == "1")
            self._layout.addWidget(check)
            return check
        made: QWidget = Line()
        if option.choices is not None:
            asked = self._about.get(option.name, "")
            asked = self._about.get(f"{self._paper.name}:{option.name}", asked)
            made = DropDown(_with_other(option, option.choices(self._book), asked))
            made.setSizeAdjustPolicy(
                DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            made.setCurrentIndex(max(made.findData(asked), 0))
        self._add(option.title, made)
        return made

    def _add(self, title: str, part: QWidget) -> None:
        label = words(title, "second")
        label.setBuddy(part)
        part.setAccessibleName(title)
        self._layout.addWidget(label)
        self._layout.addWidget(part)
        self._layout.addSpacing(theme.now().gap)

    def _connect(self) -> None:
        # A click may come just before the box loses the focus: tell once, when both are over.
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(0)
        self._clock.timeout.connect(self._tell)
        self.audience.currentIndexChanged.connect(self._show_receiver)
        for part in (self.audience, self.type_size, self.day, self.copies, *self._options.values()):
            if isinstance(part, DropDown):
                part.currentIndexChanged.connect(self._wait)
            elif isinstance(part, CheckBox):
                part.toggled.connect(self._wait)
            elif isinstance(part, Line):
                part.left.connect(self._take_line)
                part.onward.connect(self._take_line)

    def parts(self) -> list[QWidget]:
        """What can be chosen, from top to bottom."""
        return [self.audience, *self._options.values(), self.day, self.type_size, self.copies]

    def holdings(self) -> Iterator[Holding]:
        yield Holding([_said_in(part) for part in (*self.parts(), self.receiver)], LOOK)

    def hold_again(self, said: Any) -> None:
        for part, text in zip((*self.parts(), self.receiver), said, strict=False):
            if isinstance(part, DropDown):
                part.setCurrentIndex(max(part.findText(text), 0))
            elif isinstance(part, CheckBox):
                part.setChecked(bool(text))
            elif isinstance(part, Line):
                part.setText(text)
        self._tell()

    def request(self) -> Request | None:
        """What is asked for; None if something was typed that is not understood."""
        try:
            return Request(
                Audience(self.audience.currentData()),
                self._day(self.day),
                {name: self._value(part) for name, part in self._options.items()},
                float(self.type_size.currentData()),
                self._copies(),
            )
        except KuchoError as error:
            self.problem.setText(str(error))
            self.problem.show()
            return None

    def _day(self, line: Line) -> date:
        return read_date(line.text(), self._book.today)

    def _copies(self) -> int:
        typed = "".join(c for c in self.copies.text() if c.isdecimal())
        return min(max(int(typed or "1"), 1), _MOST_COPIES)

    def _value(self, part: QWidget) -> str:
        if isinstance(part, CheckBox):
            return "1" if part.isChecked() else ""
        if isinstance(part, DropDown):
            return str(part.currentData() or "")
        if isinstance(part, Line) and part.text().strip():
            return self._day(part).isoformat()
        return ""

    @Slot()
    def _wait(self) -> None:
        self._clock.start()

    @Slot()
    def _take_line(self) -> None:
        line = self.sender()
        if isinstance(line, Line) and line.text() != line.kept:
            line.kept = line.text()
            self._clock.start()

    @Slot()
    def _tell(self) -> None:
        self.problem.hide()
        self.changed.emit()


def _said_in(part: QWidget) -> str:
    """What stands in a box; of a tick whether it is set."""
    if isinstance(part, DropDown):
        return part.currentText()
    if isinstance(part, CheckBox):
        return "1" if part.isChecked() else ""
    return part.text() if isinstance(part, Line) else ""


def _with_other(option: PaperOption, choices: Choices, asked: str) -> Choices:
    """What the page before asks for may be none of the choices."""
    if not asked or not option.other or asked in dict(choices):
        return choices
    return ((asked, _(option.other)), *choices)
