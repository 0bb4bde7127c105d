"""One field of a form: its label, its box, and under it what is wrong or how it was understood."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from kucho_desktop.core.fields import Field
from kucho_desktop.core.i18n import _
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.choice import ChoiceEditor, Choices
from kucho_desktop.widgets.editors import (
    Editor,
    LineEditor,
    NameEditor,
    NoteEditor,
    kind_name,
)
from kucho_desktop.widgets.flag import FlagEditor
from kucho_desktop.widgets.parts import Button, button, column, restyle, words
from kucho_desktop.widgets.rows import RowsEditor
from kucho_desktop.widgets.several import SeveralEditor

_NO_LIMIT = 10_000
_UNDERSTOOD = ("date", "born", "time")
"""Kinds that may be written in many ways: the box says how it understood them."""


def editor_for(field: Field, choices: Callable[[], Choices] | None = None) -> Editor:
    """The box that this kind of value is typed into."""
    name = kind_name(field)
    if field.kind.record is not None:
        return RowsEditor(field)
    by_name: dict[str, Callable[[Field], Editor]] = {
        "name": NameEditor,
        "flag": FlagEditor,
        "note": NoteEditor,
        "several": SeveralEditor,
    }
    if name in by_name:
        return by_name[name](field)
    if choices is not None or field.kind.choices:
        return ChoiceEditor(field, choices)
    return LineEditor(field)


class FieldBox(QWidget):
    """Offers its value once the user has left it, if it differs and is right.

    accepted: (name, value). onward: Enter was pressed and there is no problem.
    typing: (name) while something is being typed.
    """

    accepted = Signal(str, object)
    onward = Signal(str)
    typing = Signal(str)

    def __init__(self, field: Field, choices: Callable[[], Choices] | None = None) -> None:
        super().__init__()
        self.field = field
        self.editor = editor_for(field, choices)
        self.label = words(field.title, "second")
        self.problem = words("", "problem")
        self.understood = words("", "understood")
        self.suggestions = column(gap=0)
        self._suggested: list[Button] = []
        self.is_auto = False
        self._shown: Any = None
        self._offered: Any = None
        self._waiting = False
        self.setProperty("whole", True)
        self._lay_out()
        self.editor.typing.connect(self._show_understood)
        self.editor.left.connect(self.offer)
        self.editor.onward.connect(self._go_on)

    @property
    def edit(self) -> QWidget:
        """The widget that takes the keys."""
        return self.editor.part

    def _lay_out(self) -> None:
        now = theme.now()
        self.label.setBuddy(self.editor.part)
        self.label.setMinimumHeight(now.target)
        self.label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        right = QVBoxLayout()
        right.setSpacing(2)
        for part in (self.editor, self.understood, self.problem):
            right.addWidget(part)
        right.addLayout(self.suggestions)
        self.understood.hide()
        self.problem.hide()
        wide = isinstance(self.editor, (RowsEditor, NoteEditor))
        layout = QVBoxLayout(self) if isinstance(self.editor, RowsEditor) else QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(now.gap)
        if isinstance(self.editor, RowsEditor):
            self.label.setObjectName("heading")
            self.label.setMinimumHeight(0)
        layout.addWidget(self.label, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(right, 1)
        if isinstance(self.editor, FlagEditor):
            self.label.setText("")
        if not wide:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def set_label_width(self, width: int) -> None:
        """So that the boxes of a form stand under each other."""
        if not isinstance(self.editor, RowsEditor):
            self.label.setFixedWidth(width)

    def label_width(self) -> int:
        return self.label.fontMetrics().horizontalAdvance(self.label.text()) + 2

    def needed_width(self) -> int:
        """What the box itself needs at least, to stand on a line with others."""
        now, room = theme.now(), min(self.field.width, 12)
        if isinstance(self.editor, ChoiceEditor):
            return max(now.ems(room + 5), min(self.editor.box.sizeHint().width(), now.ems(17)))
        return now.ems(room + 2.5)

    def takes_room(self) -> bool:
        """Whether what is written here may be as long as the line."""
        return isinstance(self.editor, LineEditor) and self.editor.line.maximumWidth() > _NO_LIMIT

    def show_value(self, value: Any, *, keep_unfinished: bool = False) -> None:
        """Show what is kept; an entry that is not finished may stay."""
        if keep_unfinished and self._keeps_entry(value):
            self._shown = value
            if not self._waiting:
                self._offered = value  # whoever leaves the box again offers it again
            return
        self.is_auto = self.is_auto and value == self._offered
        self._shown = self._offered = value
        self._waiting = False
        if keep_unfinished:
            self.editor.show_again(value)
        else:
            self.editor.show_value(value)
        self._clear_words()

    def _keeps_entry(self, value: Any) -> bool:
        """Whether what is typed is neither what was kept before nor what is kept now."""
        if self._waiting:
            return True
        if isinstance(self.editor, RowsEditor):  # it keeps its unfinished cells itself
            return False
        return self._differs() and (bool(self.editor.problem()) or self.editor.value() != value)

    def _clear_words(self) -> None:
        self._tell(self.problem, "")
        self._tell(self.understood, "")
        self._mark_wrong(False)
        self.suggest(())

    def is_unfinished(self) -> bool:
        """Whether something is typed that was not taken: it is wrong, or still being typed."""
        return not self._waiting and self._differs()

    def is_waiting(self) -> bool:
        """Whether the value was offered, but a question about it is still open."""
        return self._waiting

    def wait(self) -> None:
        """Keep what is typed until the form's question is answered."""
        self._waiting = True

    def draft(self) -> Any:
        """What would be lost, as JSON; None for nothing."""
        return self.editor.held(differs=self._differs())

    def show_draft(self, draft: Any, *, auto: bool = False, said: str = "") -> None:
        """Put an entry into the box that is not kept yet, with a word on where it comes from."""
        self.editor.hold_again(draft)
        self.is_auto = auto
        if said:
            self._tell(self.understood, said)

    def put_off(self, kept: Any) -> None:
        """What was offered could not be written; `kept` is what the book holds."""
        self._waiting = False
        self._shown = self._offered = kept
        self.editor.put_off(kept)
        if self.draft() is not None:
            self._tell(self.understood, _("Not kept yet"))

    def pending(self) -> tuple[bool, Any]:
        """Whether there is something new and right in the box, and what."""
        if self.editor.problem() or not self._differs():
            return False, None
        return True, self.editor.value()

    def settle(self, value: Any) -> None:
        """Somebody else offered what is in the box, together with his own."""
        self._offered = value

    def restore(self) -> None:
        """Bring back what is kept."""
        self.show_value(self._shown)

    def suggest(self, texts: Sequence[str], chosen: Callable[[str], object] | None = None) -> None:
        """Offer texts as buttons under the box."""
        if not texts and not self._suggested:
            return
        for old in self._suggested:
            old.hide()
            old.deleteLater()
        self._suggested = [button(text, role="quiet", value=text) for text in texts]
        for made in self._suggested:
            self.suggestions.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
            if chosen:
                made.chosen.connect(chosen)

    def has_suggestions(self) -> bool:
        return bool(self._suggested)

    def suggested(self) -> Sequence[Button]:
        """The buttons under the box."""
        return self._suggested

    def answered(self) -> None:
        """The form's question about this value has its answer."""
        self._waiting = False

    @Slot()
    def offer(self) -> bool:
        """Offer the value if it is new and right; tell whether nothing is wrong."""
        problem = self.editor.problem()
        self._tell(self.problem, problem)
        self._mark_wrong(bool(problem))
        if problem:
            return False
        value = self.editor.value()
        if value != self._offered:
            self._offered = value
            self.accepted.emit(self.field.name, value)
        elif not self._waiting and value == self._shown:
            self.editor.show_again(self._shown)
        return True

    def _differs(self) -> bool:
        if self.editor.problem():
            return True
        return bool(self.editor.value() != self._shown)

    @Slot()
    def _go_on(self) -> None:
        if self.offer():
            self.onward.emit(self.field.name)

    @Slot()
    def _show_understood(self) -> None:
        self.is_auto = False
        typed = self.editor.typed()
        said = ""
        if kind_name(self.field) in _UNDERSTOOD and typed.strip() and not self.editor.problem():
            value = self.editor.value()
            if value != self._shown:
                said = _("Understood as {text}").format(text=self.field.kind.show(value))
        self._tell(self.understood, said)
        if self.problem.text() and not self.editor.problem():
            self._tell(self.problem, "")
            self._mark_wrong(False)
        self.typing.emit(self.field.name)

    def _mark_wrong(self, wrong: bool) -> None:
        if bool(self.edit.property("wrong")) != wrong:
            self.edit.setProperty("wrong", wrong)
            restyle(self.edit)

    def _tell(self, place: QLabel, text: str) -> None:
        place.setText(text)
        place.setVisible(bool(text))
        if place is self.problem:
            self.edit.setAccessibleDescription(text)
