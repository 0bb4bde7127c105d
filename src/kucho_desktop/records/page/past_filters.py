"""What the history is narrowed to: a household or a person, a room, the days."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kucho_desktop.core.book import Book
from kucho_desktop.core.i18n import _
from kucho_desktop.core.steps import Wanted
from kucho_desktop.records.model import ROOM_TITLES, ROOMS
from kucho_desktop.records.store import Subject, about, subjects_found
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.choice import DropDown
from kucho_desktop.widgets.day_box import DayBox
from kucho_desktop.widgets.holding import LOOK, Held, Holding
from kucho_desktop.widgets.parts import button, column, words
from kucho_desktop.widgets.typed_line import Line
from kucho_desktop.widgets.wrapping import Wrapping


class PastFilters(QWidget, Held):
    """changed: something else is wanted. Nothing typed and nothing chosen is everything."""

    changed = Signal()

    knows_its_boxes = True

    def __init__(self, book: Book) -> None:
        super().__init__()
        self._book = book
        self._kept: tuple[object, ...] = ()
        self.name = Line()
        self.name.setFixedWidth(theme.now().ems(7.5))
        self.whom = DropDown([(None, _("Everybody"))])
        self.whom.setSizeAdjustPolicy(
            DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.whom.setFixedWidth(theme.now().ems(12))
        self.room = DropDown([(name, _(label)) for name, label in ROOM_TITLES])
        self.first = self._day_box(_("From which day on"))
        self.last = self._day_box(_("Until which day"))
        self.all = button(_("Show all again"), self.clear, icon="undo-2", role="quiet")
        self.problem = words("", "problem")
        self.problem.hide()
        boxes = (
            self._under(_("Name of a household or person"), self.name),
            self._under(_("Whom it is about"), self.whom),
            self._under(_("What it is about"), self.room),
            self._under(_("From which day on"), self.first),
            self._under(_("Until which day"), self.last),
        )
        self.setLayout(column(Wrapping(*boxes, gap=12), self.problem, gap=4))
        self.name.onward.connect(self._look_for)
        self.name.left.connect(self._look_for)
        for choice in (self.whom, self.room):
            choice.activated.connect(self._tell)
        for box in (self.first, self.last):
            box.line.setMinimumWidth(0)
            box.line.setFixedWidth(theme.now().ems(8.5))
            box.line.onward.connect(self._tell)
            box.line.left.connect(self._tell)

    def _day_box(self, title: str) -> DayBox:
        return DayBox(title, self._today, apart=True)

    def _today(self) -> date:
        return self._book.today

    def _under(self, title: str, part: QWidget) -> QWidget:
        """A box with its label above it."""
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        label: QLabel = words(title, "small", wrap=False)
        label.setBuddy(part)
        if not isinstance(part, DayBox):
            part.setAccessibleName(title)
        layout.addWidget(label)
        layout.addWidget(part)
        return whole

    def holdings(self) -> Iterator[Holding]:
        typed = [box.line.text() for box in (self.first, self.last)]
        said = [self.name.text(), self.whom.currentText(), self.room.currentText(), *typed]
        yield Holding(said, LOOK)

    def hold_again(self, said: Any) -> None:
        """Whoever was looked for is looked for again."""
        name, whom, room, *days = said
        self.name.setText(name)
        self._look_for()
        for choice, text in ((self.whom, whom), (self.room, room)):
            choice.setCurrentIndex(max(choice.findText(text), 0))
        for box, text in zip((self.first, self.last), days, strict=True):
            box.line.setText(text)
        self._tell()

    def wanted(self) -> Wanted | None:
        """None where a day is not understood; the sentence stands under the boxes."""
        self.problem.hide()
        days = []
        for box in (self.first, self.last):
            day = box.check() if box.line.text().strip() else None
            if day is None and box.line.text().strip():
                self._refuse(box.problem.text())
                return None
            days.append(day)
        first, last = days
        if first and last and first > last:
            self._refuse(_("The first day lies after the last one. Please look at both."))
            return None
        subject = self.whom.currentData()
        rows = about(self._book, subject) if isinstance(subject, Subject) else None
        tables = ROOMS.get(str(self.room.currentData()), frozenset())
        return Wanted(rows, tables, first, last)

    def said(self) -> dict[str, str]:
        """The same as options of the paper."""
        subject = self.whom.currentData()
        said = {"room": str(self.room.currentData() or "")}
        for name, box in (("first", self.first), ("last", self.last)):
            if box.line.text().strip():
                said[name] = box.day().isoformat()
        if isinstance(subject, Subject):
            said[subject.kind] = str(subject.id)
        return {name: value for name, value in said.items() if value}

    def _refuse(self, why: str) -> None:
        self.problem.setText(why)
        self.problem.show()

    @Slot()
    def _look_for(self) -> None:
        """Offer who answers to the name; the first of them is chosen."""
        typed = self.name.text().strip()
        if typed == self.name.kept:
            return
        self.name.kept = typed
        self._offer(typed)
        self.changed.emit()

    def _offer(self, typed: str) -> None:
        found = subjects_found(self._book, typed)
        self.whom.offer([(None, _("Everybody")), *((each, each.title) for each in found)])
        self.whom.setCurrentIndex(1 if found else 0)
        if typed and not found:
            self._refuse(_("Nobody of this name was found: {name}").format(name=typed))
        else:
            self.problem.hide()

    @Slot()
    def _tell(self) -> None:
        """Once for each change: a box that is only left says nothing new."""
        now = (
            self.whom.currentData(),
            self.room.currentData(),
            self.first.line.text(),
            self.last.line.text(),
        )
        if now != self._kept:
            self._kept = now
            self.changed.emit()

    @Slot()
    def clear(self) -> None:
        self.name.setText("")
        self.name.kept = ""
        self.whom.offer([(None, _("Everybody"))])
        self.whom.setCurrentIndex(0)
        self.room.setCurrentIndex(0)
        for box in (self.first, self.last):
            box.line.setText("")
        self.problem.hide()
        self._kept = ()
        self.changed.emit()
