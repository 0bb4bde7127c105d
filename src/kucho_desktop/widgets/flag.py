"""Yes or no, as a box with words."""

from typing import Any

from PySide6.QtCore import Signal

from kucho_desktop.core.fields import Field
from kucho_desktop.widgets.check_box import CheckBox as CheckBox
from kucho_desktop.widgets.editors import Editor


class PassedBox(CheckBox):
    """One among the boxes of a form: there Enter goes on, and changes nothing."""

    onward = Signal()

    def press_enter(self) -> None:
        self.onward.emit()


class FlagEditor(Editor):
    """Yes or no: a box with the field's own words."""

    def __init__(self, field: Field) -> None:
        self.check = PassedBox(field.title)
        super().__init__(field, self.check)
        self.check.onward.connect(self.onward)
        self.check.clicked.connect(self.left)

    def show_value(self, value: Any) -> None:
        self.check.setChecked(bool(value))

    def typed(self) -> str:
        return self.field.kind.show(int(self.check.isChecked()))

    def show_typed(self, text: str) -> None:
        self.check.setChecked(text == self.field.kind.show(1))

    def problem(self) -> str:
        return ""

    def value(self) -> int:
        return int(self.check.isChecked())
