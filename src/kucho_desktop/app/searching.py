"""The one search box: what was found in every room, as one types."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kucho_desktop.core.found import Found
from kucho_desktop.core.i18n import _
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.icons import picture
from kucho_desktop.widgets.typed_line import Line

if TYPE_CHECKING:
    from kucho_desktop.app.hits import HitList

Hits = Sequence[tuple[str, Sequence[Found]]]
"""A room's title and what was found in it."""
_MILLISECONDS = 90
_MOST_ROWS = 9


class SearchBox(Line):
    """Down goes into the list, Enter to the first hit, Esc clears and goes back.

    go_to: the Place of the hit that was chosen.
    """

    go_to = Signal(object)

    def __init__(self, search: Callable[[str], Hits]) -> None:
        super().__init__()
        self._search = search
        words = _("Search: name, reading, phone, house number (Ctrl+F)")
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.setClearButtonEnabled(False)
        self.setTextMargins(theme.now().icon + 6, 0, 0, 0)
        self._hits: HitList | None = None
        self._over: QWidget | None = None
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(_MILLISECONDS)
        self._clock.timeout.connect(self.look)
        self._ready = QTimer(self)
        self._ready.setSingleShot(True)
        self._ready.timeout.connect(self._get_ready)
        self.textEdited.connect(self._wait)
        self.onward.connect(self._choose_current)
        self.left.connect(self.close_hits)

    @property
    def hits(self) -> "HitList":
        """The list of hits; it is made when something is first looked for."""
        if self._hits is None:
            from kucho_desktop.app.hits import HitList

            self._hits = HitList(self._over)
            self._hits.chosen.connect(self._choose)
        return self._hits

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        size = theme.now().icon
        sign = picture("search", "second", size)
        QPainter(self).drawPixmap(QPoint(10, (self.height() - size) // 2), sign)

    def lie_over(self, window: QWidget) -> None:
        """The list of hits lies over everything in this window."""
        self._over = window

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self._ready.start()

    @Slot()
    def _get_ready(self) -> None:
        """The rooms read what they look in before the first letter is typed."""
        self._search("")

    @Slot()
    def _wait(self) -> None:
        self._clock.start()

    @Slot()
    def look(self) -> None:
        """Look for what is typed, and show it."""
        self._clock.stop()
        typed = self.text().strip()
        if not typed:
            self.close_hits()
            return
        self.hits.clear()
        for title, found in self._search(typed):
            if found:
                self.hits.add(title, None)
            for each in found:
                self.hits.add(each.title, each)
        if not self.hits.count():
            self.hits.add(_("Nothing was found for “{typed}”.").format(typed=typed), None)
        self.hits.select(0, 1)
        self._show_hits()

    def _show_hits(self) -> None:
        window = self.hits.parentWidget()
        if window is None:
            return
        now = theme.now()
        rows = min(self.hits.count(), _MOST_ROWS)
        place = self.mapTo(window, QPoint(0, self.height() + 4))
        width = min(max(self.width(), now.ems(34)), window.width() - place.x() - 16)
        self.hits.setGeometry(place.x(), place.y(), width, rows * now.row + 6)
        self.hits.show()
        self.hits.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Down and self._are_hits_shown():
            self.hits.select(self.hits.currentRow() + 1, 1)
        elif event.key() == Qt.Key.Key_Up and self._are_hits_shown():
            self.hits.select(self.hits.currentRow() - 1, -1)
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.close_hits()
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _choose_current(self) -> None:
        if self._clock.isActive() or not self._are_hits_shown():
            self.look()
        self._choose(self.hits.chosen_now())

    def _are_hits_shown(self) -> bool:
        return self._hits is not None and self._hits.isVisible()

    @Slot(object)
    def _choose(self, found: Found | None) -> None:
        if found is not None:
            self.close_hits()
            self.clear()
            self.go_to.emit(found.place)

    @Slot()
    def close_hits(self) -> None:
        if self._hits is not None:
            self._hits.hide()
