"""Any of a few things, as boxes with words side by side."""

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kucho_desktop.core.fields import Field
from kucho_desktop.core.i18n import _
from kucho_desktop.widgets.editors import Editor
from kucho_desktop.widgets.flag import PassedBox
from kucho_desktop.widgets.wrapping import Wrapping


class Boxes(QWidget):
    """One box for each thing; the space bar checks it, Enter goes on to the next one.

    onward: Enter was pressed in the last box. clicked: one was checked or unchecked.
    """

    onward = Signal()
    clicked = Signal()

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.boxes = {code: PassedBox(_(label)) for code, label in field.kind.choices}
        for code, box in self.boxes.items():
            box.setAccessibleDescription(field.title)
            box.clicked.connect(self.clicked)
            box.onward.connect(self._go_on)
            box.setObjectName(code)
        self.setLayout(Wrapping(*self.boxes.values(), gap=12))
        self.setFocusProxy(next(iter(self.boxes.values())))

    @Slot()
    def _go_on(self) -> None:
        every = list(self.boxes.values())
        at = next((place for place, box in enumerate(every) if box.hasFocus()), len(every))
        if at + 1 < len(every):
            every[at + 1].setFocus()
        else:
            self.onward.emit()


class SeveralEditor(Editor):
    """Any of the field's choices."""

    def __init__(self, field: Field) -> None:
        self.parts = Boxes(field)
        super().__init__(field, self.parts)
        self.parts.onward.connect(self.onward)
        self.parts.clicked.connect(self.left)

    def show_value(self, value: Any) -> None:
        kept = str(value or "").split(",")
        for code, box in self.parts.boxes.items():
            box.setChecked(code in kept)

    def typed(self) -> str:
        return ",".join(code for code, box in self.parts.boxes.items() if box.isChecked())

    def show_typed(self, text: str) -> None:
        self.show_value(text)
