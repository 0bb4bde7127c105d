"""The base of every room's page: its title, its two buttons, its words when it is empty.

>>> class KeysPage(RoomPage):
...     name, tables = "keys", frozenset({"key"})
...     def __init__(self, book):
...         super().__init__(_("Keys"))
...         self.add_button(_("Add a key"), self._add, icon="plus", go=True)
...         self.body.addWidget(self.list)
...     def reload(self): self.list.show_ids(store.key_ids(self._book))
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from kucho_desktop.core.found import Place
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.holding import Held
from kucho_desktop.widgets.parts import Button, button, column, line, words

if TYPE_CHECKING:
    from kucho_desktop.widgets.record_list import RecordList

Changes = Mapping[str, frozenset[int]]


class RoomPage(QFrame, Held):
    """Shows some tables, and reads them again only when they changed and it is seen.

    name: the room's name. tables: what it shows. papers: names of the papers that 印刷 offers
    first here. about: what `paper_about` said of the page that the user came from.
    has_lists: whether there may be a RecordList on it.
    go_to: the user wants to see a Place elsewhere. begins: (room, work), see `begin`.
    done: a text for the strip at the foot, with undo. told: the same without undo.
    refused: a sentence about what could not be kept.
    """

    name: str = ""
    tables: frozenset[str] = frozenset()
    papers: tuple[str, ...] = ()
    about: Mapping[str, str] = MappingProxyType({})
    has_lists = True

    go_to = Signal(object)
    begins = Signal(str, str)
    done = Signal(str)
    told = Signal(str)
    refused = Signal(str)

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setObjectName("page")  # as a frame it has the ground that the style sheet gives it
        self._stale = True
        self._is_awaited = False
        now = theme.now()
        self.title = words(title, "title", wrap=False)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(12)
        top = line(self.title, None, self._buttons)
        inside = QWidget()
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(now.gap + 4)
        self._inside = inside
        self._empty: QWidget | None = None
        self._switch = QStackedLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(now.margin, 14, now.margin, 12)
        layout.setSpacing(12)
        layout.addLayout(top)
        layout.addLayout(self._switch, 1)
        # Only now: what a layout without a place shows is a window of its own, which flashes.
        self._switch.addWidget(inside)

    def add_button(
        self, text: str, pressed: Callable[[], object], *, icon: str = "", go: bool = False
    ) -> Button:
        """A button at the right of the title: at most two, one of them green."""
        made = button(text, pressed, icon=icon, role="go" if go else "")
        self._buttons.addWidget(made)
        return made

    def show_empty(self, sentence: str, *buttons: QWidget) -> None:
        """Show a sentence and buttons instead of an empty list."""
        self.show_body()
        place = QWidget()
        layout = column(
            None,
            line(None, words(sentence, "heading", wrap=False), None),
            line(None, *buttons, None, gap=12),
            None,
            None,
            gap=20,
        )
        place.setLayout(layout)
        self._empty = place
        self._switch.addWidget(place)
        self._switch.setCurrentWidget(place)

    def show_body(self) -> None:
        """Show what the page is for, instead of the words for an empty one."""
        self._switch.setCurrentWidget(self._inside)
        old, self._empty = self._empty, None
        if old is not None:
            # It leaves the layout as it dies. Taken out by hand it may die at once, while the
            # page is just being shown.
            old.deleteLater()

    def is_empty(self) -> bool:
        """Whether the words for an empty room are shown."""
        return self._switch.currentWidget() is not self._inside

    def reload(self) -> None:
        """Read the book and show it, keeping what is selected by its id."""

    def starts_at(self) -> QWidget | None:
        """What the work on this page begins with: its list, its first box; None for nothing."""
        return None

    def take_focus(self) -> bool:
        """Let the keys go where the work begins; tell whether there is such a place.

        Before the page is seen it is not known what will be there: they go once it is.
        """
        self._is_awaited = not self.isVisible()
        start = _first_button(self._empty) if self._empty is not None else self.starts_at()
        if start is not None and not self._is_awaited:
            start.setFocus(Qt.FocusReason.TabFocusReason)
        return start is not None

    def show_place(self, place: Place) -> None:
        """Go to a record of this room."""

    def lists(self) -> list["RecordList"]:
        """The long lists on this page, whose column widths the window remembers."""
        if not self.has_lists:
            return []
        from kucho_desktop.widgets.record_list import RecordList

        return self.findChildren(RecordList)

    def begin(self, work: str) -> None:
        """Begin what is offered elsewhere: "import" (read a table in), "add", a paper's name."""

    def changed(self, changes: Changes) -> None:
        """Take note of a step that was kept."""
        self._stale = self._stale or not self.tables.isdisjoint(changes)
        self._reload_if_seen()

    def paper_about(self) -> Mapping[str, str]:
        """What the papers of this page are about just now: option of a paper, value."""
        return {}

    def unfinished(self) -> dict[str, Any]:
        """What was put together here and is in no book yet, in plain values."""
        return {}

    def go_on_with(self, unfinished: Mapping[str, Any]) -> None:
        """Take up what `unfinished` said of the page before, when the window is built anew."""

    def finish(self) -> None:
        """Take what is being typed, before the page is left or the window closes."""

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._reload_if_seen()
        if self._is_awaited:
            self.take_focus()

    def _reload_if_seen(self) -> None:
        if self._stale and self.isVisible():
            self._stale = False
            self.reload()


def _first_button(place: QWidget) -> QWidget | None:
    return next((each for each in place.findChildren(QAbstractButton) if not each.isHidden()), None)
