"""One condition of one's own: which field, what of it, and how."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from kucho_desktop.core.i18n import _
from kucho_desktop.households.model.lists.as_of import AsOf
from kucho_desktop.households.model.lists.conditions import (
    WAYS,
    WITHOUT_VALUE,
    Condition,
    read_value,
)
from kucho_desktop.households.model.lists.traits import traits
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.choice import DropDown
from kucho_desktop.widgets.editors import Line
from kucho_desktop.widgets.parts import button, column, words
from kucho_desktop.widgets.wrapping import Wrapping

_CHOSEN = frozenset({"choice", "group"})
_SIZE = DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


class ConditionBox(QFrame):
    """changed: it asks for something else. removed: it shall go (itself)."""

    changed = Signal()
    removed = Signal(object)

    def __init__(self, as_of: Callable[[], AsOf]) -> None:
        super().__init__()
        self.setObjectName("question")
        self.setProperty("whole", True)
        self._as_of = as_of
        self._trait = ""
        self.field = DropDown([(each.name, each.title) for each in traits().values()])
        self.field.setAccessibleName(_("Which field"))
        self.choice = DropDown()
        self.line = Line()
        self.way = DropDown()
        self.way.setAccessibleName(_("How it is asked"))
        for box in (self.field, self.choice, self.way):
            box.setSizeAdjustPolicy(_SIZE)
        self.field.setMinimumContentsLength(10)
        self.choice.setMinimumContentsLength(7)
        self.way.setMinimumContentsLength(6)
        self.line.setMinimumWidth(theme.now().ems(7))
        self.problem = words("", "problem")
        self.remove = button(_("Take it out"), self._remove, role="quiet")
        for part in (self.choice, self.line):
            part.setAccessibleName(_("Which value"))
        of_it = words(_("of it"), wrap=False)
        of_it.setMinimumHeight(theme.now().target)
        of_it.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        layout = column(
            Wrapping(self.field, of_it),
            Wrapping(self.choice, self.line, self.way),
            self.problem,
            Wrapping(self.remove),
            gap=4,
        )
        layout.setContentsMargins(10, 8, 10, 6)
        self.setLayout(layout)
        self.problem.hide()
        self._connect()
        self.show_condition(Condition("address", "holds"))

    def _connect(self) -> None:
        self.field.activated.connect(self._take_field)
        self.choice.activated.connect(self._tell)
        self.way.activated.connect(self._take_way)
        self.line.textChanged.connect(self._tell)
        self.line.onward.connect(self._go_on)

    def show_condition(self, condition: Condition) -> None:
        """Show what is asked; nothing is told."""
        self.field.choose(condition.trait)
        self._offer(condition.way)
        family = condition.asked.family
        if family in _CHOSEN:
            self.choice.choose(condition.value)
        else:
            self.line.blockSignals(True)
            self.line.setText(condition.value_text(self._as_of()))
            self.line.blockSignals(False)
        self._show_parts()

    def _offer(self, way: str = "") -> None:
        """What can be asked of the field."""
        trait = traits()[self.field.currentData()]
        self._trait = trait.name
        ways = WAYS[trait.family]
        self._fill(self.way, [(each, _(label)) for each, label in ways.items()], way)
        if trait.family == "group":
            now = self._as_of()
            named = [(str(id_), name) for id_, name in now.names.items()]
            self._fill(self.choice, [*named, ("", _("(none)"))])
        elif trait.family == "choice":
            said = [(str(code), _(label)) for code, label in trait.kind.choices]
            self._fill(self.choice, said)

    def _fill(self, box: DropDown, choices: list[tuple[str, str]], chosen: str = "") -> None:
        box.offer(choices)
        box.setCurrentIndex(max(box.findData(chosen) if chosen else 0, 0))

    def _show_parts(self) -> None:
        """The box for the value, where one is needed."""
        family = traits()[self._trait].family
        asks = self.way.currentData() not in WITHOUT_VALUE
        self.choice.setVisible(asks and family in _CHOSEN)
        self.line.setVisible(asks and family not in _CHOSEN)

    def condition(self) -> Condition:
        """What is asked; not finished where the value is missing or not understood."""
        bare = Condition(self._trait, str(self.way.currentData()))
        if bare.asked.family in _CHOSEN:
            return Condition(bare.trait, bare.way, str(self.choice.currentData()))
        value, problem = read_value(bare, self.line.text(), self._today())
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        return Condition(bare.trait, bare.way, value)

    def _today(self) -> date:
        return self._as_of().day

    def parts(self) -> tuple[QWidget, ...]:
        """What Tab goes through, in its order."""
        return self.field, self.choice, self.line, self.way, self.remove

    def focus_first(self) -> None:
        self.field.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _take_field(self) -> None:
        if self.field.currentData() != self._trait:
            self.line.blockSignals(True)
            self.line.clear()
            self.line.blockSignals(False)
            self._offer()
            self._show_parts()
            self._tell()

    @Slot()
    def _take_way(self) -> None:
        self._show_parts()
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()

    @Slot()
    def _go_on(self) -> None:
        self.focusNextChild()

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self)
