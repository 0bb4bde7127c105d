"""Which columns a list shows, one after the other, and in which order its households stand."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from kucho_desktop.core.i18n import _
from kucho_desktop.households.model.lists.traits import traits
from kucho_desktop.households.model.lists.wanted import COLUMNS, HouseholdList
from kucho_desktop.widgets.choice import DropDown
from kucho_desktop.widgets.flag import CheckBox
from kucho_desktop.widgets.parts import button, column, words
from kucho_desktop.widgets.wrapping import Wrapping


class Columns(QWidget):
    """changed: other columns, or another order of them or of the households."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._names: list[str] = list(COLUMNS)
        self.sort = DropDown()
        self.sort.setAccessibleName(_("In which order"))
        self.way = DropDown([(False, _("From the beginning")), (True, _("From the end"))])
        self.way.setAccessibleName(_("From which end"))
        self.which = DropDown()
        self.which.setAccessibleName(_("Column to be moved"))
        self.left = button(_("To the left"), self._to_left, icon="chevron-left")
        self.right = button(_("To the right"), self._to_right, icon="chevron-right")
        self.boxes = {
            each.name: CheckBox(each.title) for each in traits().values() if each.is_column
        }
        self.usual = button(_("The usual columns"), self._show_usual, role="quiet")
        layout = column(
            words(_("In which order"), "heading"),
            Wrapping(self.sort, self.way),
            words(_("A click on a heading sorts, too."), "small"),
            words(_("Columns, from left to right"), "heading"),
            Wrapping(self.which, self.left, self.right),
            words(_("Which columns"), "heading"),
            *self.boxes.values(),
            Wrapping(self.usual),
            None,
        )
        layout.setContentsMargins(0, 0, 8, 8)
        self.setLayout(layout)
        self._connect()

    def _connect(self) -> None:
        for box in (self.sort, self.way):
            box.activated.connect(self._tell)
        self.which.activated.connect(self._show_moves)
        for check in self.boxes.values():
            check.clicked.connect(self._take)

    def show_list(self, wanted: HouseholdList) -> None:
        """Show the columns and the order; nothing is told."""
        self._names = list(wanted.columns)
        for name, check in self.boxes.items():
            check.setChecked(name in self._names)
        named = [(name, traits()[name].title) for name in self._sortable(wanted.sort)]
        self.sort.offer([("", _("By group, in walking order")), *named])
        self.sort.choose(wanted.sort)
        self.way.choose(wanted.backwards)
        self._offer()

    def _sortable(self, sort: str) -> list[str]:
        """What is shown, and what it is sorted by already."""
        shown = [name for name in self._names if name != "tonarigumi_id"]
        return shown if not sort or sort in shown else [*shown, sort]

    def _offer(self) -> None:
        self.which.offer([(name, traits()[name].title) for name in self._names])
        if self.which.currentIndex() < 0:
            self.which.setCurrentIndex(0)
        self._show_moves()

    def columns(self, wanted: HouseholdList) -> HouseholdList:
        """The list with what is chosen here."""
        sort, way = str(self.sort.currentData() or ""), bool(self.way.currentData())
        return replace(wanted, columns=tuple(self._names), sort=sort, backwards=way)

    def focus_first(self) -> None:
        self.sort.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _show_moves(self) -> None:
        """The button that was just pressed keeps the focus, even where it has come to an end."""
        at = self.which.currentIndex()
        for each, can in ((self.left, at > 0), (self.right, at < len(self._names) - 1)):
            each.setEnabled(can or each.hasFocus())

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()

    @Slot()
    def _take(self) -> None:
        """A new column stands last; one column is always left."""
        chosen = [name for name, check in self.boxes.items() if check.isChecked()]
        self._names = [name for name in self._names if name in chosen]
        self._names += [name for name in chosen if name not in self._names]
        if not self._names:
            self._names = ["head"]
            self.boxes["head"].setChecked(True)
        self.show_list(self.columns(HouseholdList()))
        self.changed.emit()

    @Slot()
    def _to_left(self) -> None:
        self._move(-1)

    @Slot()
    def _to_right(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        name = self.which.currentData()
        at = self._names.index(name) if name in self._names else -1
        if at >= 0 and 0 <= at + by < len(self._names):
            self._names.insert(at + by, self._names.pop(at))
            self._offer()
            self.which.choose(name)
            self._show_moves()
            self.changed.emit()

    @Slot()
    def _show_usual(self) -> None:
        self.show_list(replace(self.columns(HouseholdList()), columns=COLUMNS))
        self.changed.emit()
