"""The page of a room in parts: a row of tabs, of which one is seen."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from kucho_desktop.core.i18n import _
from kucho_desktop.widgets.parts import Button, button
from kucho_desktop.widgets.room_page import RoomPage
from kucho_desktop.widgets.wrapping import Wrapping


class PartedPage(RoomPage):
    """A part tells `done`, `refused` and `prints`, and can `reload`, `finish` and `starts_at`."""

    def __init__(self, title: str, tabs: Sequence[tuple[str, str]]) -> None:
        """tabs: (name, label still to be translated) of each part; the first is seen first."""
        super().__init__(title)
        self._part = tabs[0][0]
        self.parts: dict[str, Any] = {}
        self.tabs = {name: self._tab(name, _(label)) for name, label in tabs}
        self.tabs[self._part].setChecked(True)
        self._stack = QStackedLayout()
        self.body.addLayout(Wrapping(*self.tabs.values()))
        self.body.addLayout(self._stack, 1)

    def make_part(self, name: str) -> Any:
        """Every room has its own."""
        raise AssertionError(name)

    def part(self, name: str) -> Any:
        """A part is put together when it is first gone to."""
        if name not in self.parts:
            made = self.parts[name] = self.make_part(name)
            self._stack.addWidget(made)
            made.done.connect(self.done)
            made.refused.connect(self.refused)
            made.prints.connect(self._print)
        return self.parts[name]

    def _tab(self, name: str, label: str) -> Button:
        made = button(label, role="row", value=name)
        made.setCheckable(True)
        made.setAutoExclusive(True)
        made.chosen.connect(self.show_part)
        return made

    @Slot(str)
    def show_part(self, name: str) -> None:
        """One part is seen, and only that one is read."""
        self.finish()
        self._part = name
        self.tabs[name].setChecked(True)
        self._stack.setCurrentWidget(self.part(name))
        self.reload()

    def reload(self) -> None:
        self.part(self._part).reload()

    def starts_at(self) -> QWidget:
        start: QWidget = self.part(self._part).starts_at()
        return start

    def finish(self) -> None:
        if self._part in self.parts:
            self.parts[self._part].finish()

    @Slot(str)
    def _print(self, paper: str) -> None:
        self.begins.emit("print", paper)
