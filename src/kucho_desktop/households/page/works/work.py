"""The page of one work on many households."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from kucho_desktop.widgets.holding import Held
from kucho_desktop.widgets.room_page import Changes


class WorkPage(QWidget, Held):
    """Stands in the place of the list and the sheet; `reload` reads the book when it must.

    tables: what it shows. papers: what 印刷 offers first while it is shown.
    wants: the user wants to see a household (its id). prints: he wants this paper (its name).
    begins: (room, work) elsewhere. done: a text for the strip at the foot, with undo.
    told: the same without undo. refused: a sentence about what could not be kept.
    rests: there is nothing to do in it just now; the way back has the focus.
    """

    tables: frozenset[str] = frozenset()
    papers: tuple[str, ...] = ()

    wants = Signal(int)
    prints = Signal(str)
    begins = Signal(str, str)
    done = Signal(str)
    told = Signal(str)
    refused = Signal(str)
    rests = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._stale = True

    def reload(self) -> None:
        """Read the book and show it, keeping what is selected and what is being typed."""

    def take(self, about: str) -> None:
        """Begin with what another page hands over."""

    def focus_first(self) -> None:
        """Put the focus where the work begins."""

    def step_back(self) -> bool:
        """Esc: go one step back inside the work; False where there is none, so that it closes."""
        return False

    def paper_about(self) -> Mapping[str, str]:
        """What its papers are about just now: option of a paper, value."""
        return MappingProxyType({})

    def unfinished(self) -> dict[str, Any]:
        """What was put together here and is in no book yet, in plain values."""
        return {}

    def go_on_with(self, unfinished: Mapping[str, Any]) -> None:
        """Take up what the page before this one was at, when the window is built anew."""

    def finish(self) -> None:
        """Take what is being typed, before the work is left."""

    def changed(self, changes: Changes) -> None:
        """Take note of a step that was kept."""
        self._stale = self._stale or not self.tables.isdisjoint(changes)
        self._reload_if_seen()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._reload_if_seen()

    def _reload_if_seen(self) -> None:
        if self._stale and self.isVisible():
            self._stale = False
            self.reload()
