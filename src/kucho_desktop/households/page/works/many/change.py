"""One field of all ticked households is changed: what it will do is seen before it is done."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kucho_desktop.core.fields import field_named
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.households.model import Household
from kucho_desktop.households.model.lists.batch import APPENDED, CHANGEABLE, Batch, Foreseen
from kucho_desktop.households.page.sheet.sheet import Groups
from kucho_desktop.widgets.choice import DropDown
from kucho_desktop.widgets.editors import Editor
from kucho_desktop.widgets.field import editor_for
from kucho_desktop.widgets.parts import button, column, words
from kucho_desktop.widgets.since import SinceQuestion

_NOT_CHOSEN = 0
"""None of the choices; nothing is chosen for the user."""


class Change(QWidget):
    """wanted: another change is thought of. does: it shall be done, from a day on or as it is."""

    wanted = Signal()
    does = Signal(object)

    def __init__(self, groups: Groups) -> None:
        super().__init__()
        self._groups = groups
        self._today = date.min
        named = [(name, field_named(Household, name).title) for name in CHANGEABLE]
        self.field = DropDown(named)
        self.field.setAccessibleName(_("Which field is changed"))
        self.value_words = words("", "second")
        self.editor: Editor | None = None
        self._place = QVBoxLayout()
        self.problem = words("", "problem")
        self.counts = words("", "strong")
        self.stays = words("", "second")
        self.cannot = words(_("Only the roster of today can be changed."), "look")
        self.do = button("", self._do, icon="check", role="go")
        self.question = SinceQuestion()
        layout = column(
            words(_("Which field is changed"), "heading"),
            self.field,
            self.value_words,
            self._place,
            self.problem,
            self.counts,
            self.stays,
            words(_("Whoever has no tick stays as he is."), "small"),
            self.cannot,
            self.question,
            self.do,
            None,
        )
        layout.setContentsMargins(0, 0, 8, 8)
        self.setLayout(layout)
        self.field.activated.connect(self._take_field)
        self.question.changed_from.connect(self._do_from)
        self.question.corrected.connect(self._do)
        self.question.given_up.connect(self._give_up)
        self._take_field()

    @Slot()
    def _take_field(self) -> None:
        """The box for the value of this field."""
        if self.editor is not None:
            self.editor.hide()
            self.editor.deleteLater()
        field = field_named(Household, str(self.field.currentData()))
        choices = self._groups.choices if field.kind.table else None
        self.editor = editor_for(field, choices)
        adds = field.name in APPENDED
        said = _("A line that is added to it") if adds else _("What all of them will have")
        self.value_words.setText(said)
        self._place.addWidget(self.editor)
        if field.kind.name == "flag":
            self.editor.show_value(1)
        elif field.kind.choices or field.kind.table:
            self.editor.show_value(_NOT_CHOSEN)
        self.editor.typing.connect(self._tell)
        self.editor.left.connect(self._tell)
        self.editor.onward.connect(self._go_on)
        self.setTabOrder(self.field, self.editor.part)
        self._tell()

    def batch(self) -> Batch | None:
        """What is thought of; None while there is no value yet, or it is wrong."""
        assert self.editor is not None
        typed = self.editor.typed()
        problem = self.editor.problem() if typed.strip() else ""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        if problem or not typed.strip():
            return None
        return Batch(self.editor.field.name, self.editor.value())

    def show_foreseen(self, foreseen: Sequence[Foreseen] | None, today: date | None) -> None:
        """Say how many will change; today is None where the list is of another day."""
        self.cannot.setVisible(today is None)
        changes = sum(each.changes for each in foreseen or ())
        stays = len(foreseen or ()) - changes
        dated = bool(self.editor and self.editor.field.dated)
        can = bool(changes) and today is not None
        self.counts.setText(_counts(foreseen, changes))
        more = n_("{count} household has it already.", "{count} households have it already.", stays)
        self.stays.setText(more.format(count=f"{stays:,}"))
        self.stays.setVisible(stays > 0)
        text = n_("Change {count} household", "Change {count} households", changes)
        self.do.setText(text.format(count=f"{changes:,}"))
        self.do.setVisible(not dated)
        self.do.setEnabled(can)
        if dated and can and today is not None:
            self.question.ask(today)
        else:
            self.question.hide()

    def settle(self) -> None:
        """The change is done: the next one begins without a value."""
        self._take_field()

    def focus_first(self) -> None:
        self.field.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _tell(self) -> None:
        self.wanted.emit()

    @Slot()
    def _go_on(self) -> None:
        if not self.question.isHidden():
            self.question.day.setFocus(Qt.FocusReason.TabFocusReason)
        elif self.do.isEnabled():
            self.do.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _do(self) -> None:
        self.does.emit(None)

    @Slot(object)
    def _do_from(self, day: date) -> None:
        self.does.emit(day)

    @Slot()
    def _give_up(self) -> None:
        self._take_field()
        self.focus_first()


def _counts(foreseen: Sequence[Foreseen] | None, changes: int) -> str:
    if foreseen is None:
        return _("Please choose or write a value.")
    if not foreseen:
        return _("No household is ticked.")
    text = n_("{count} household will change.", "{count} households will change.", changes)
    return text.format(count=f"{changes:,}")
