"""What happens while nobody is at the desk: the screen is hidden, what was copied is cleared."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QClipboard, QGuiApplication, QWindow

from kucho_desktop.app.settings import Settings

_BETWEEN_LOOKS = 15_000
_CLIPBOARD_LASTS = 30_000
_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)
_TYPES = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress})


class Idle(QObject):
    """gone: nothing was typed or moved for as many minutes as the settings say.

    typed: a key was pressed or the mouse clicked.

    Watches the window in front, not every widget: a key costs nothing more. What goes through the
    input method is seen by the mark that moves. clock: seconds of the day, so that a computer
    that slept is noticed as soon as it wakes.
    """

    gone = Signal()
    typed = Signal()

    def __init__(
        self,
        app: QGuiApplication,
        settings: Settings,
        parent: QObject | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._settings, self._clock = settings, clock
        self._last = clock()
        app.focusWindowChanged.connect(self._watch)
        app.inputMethod().cursorRectangleChanged.connect(self.touched)
        self._watch(app.focusWindow())
        self._timer = QTimer(self)
        self._timer.setInterval(_BETWEEN_LOOKS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @Slot(QWindow)
    def _watch(self, window: QWindow | None) -> None:
        self.touched()
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        kind = event.type()
        if kind in _SIGNS_OF_LIFE:
            self._last = self._clock()
            if kind in _TYPES:
                self.typed.emit()
        return False

    @Slot()
    def touched(self) -> None:
        self._last = self._clock()
        self.typed.emit()

    @Slot()
    def look(self) -> None:
        """See how long nobody was there; a clock that was set back begins anew."""
        away = self._clock() - self._last
        if away < 0:
            self.touched()
        elif away >= self._settings.idle_minutes * 60:
            self.touched()
            self.gone.emit()


class Copied(QObject):
    """What was copied from here leaves the clipboard after 30 seconds; others' things stay."""

    def __init__(self, clipboard: QClipboard, parent: QObject) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._ours = ""
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(_CLIPBOARD_LASTS)
        self.timer.timeout.connect(self.clear)
        clipboard.dataChanged.connect(self._see)

    @Slot()
    def _see(self) -> None:
        """Not every system says whose it is: what comes while we are in front is ours."""
        ours = self._clipboard.ownsClipboard() or QGuiApplication.focusWindow() is not None
        held = self._clipboard.mimeData()
        if ours and held is not None and held.formats():  # an empty clipboard holds None
            self._ours = self._clipboard.text()
            self.timer.start()
        else:
            self._ours = ""
            self.timer.stop()

    @Slot()
    def clear(self) -> None:
        """Nothing, if somebody else has put another thing there since."""
        copied, self._ours = self._ours, ""
        self.timer.stop()
        if self._clipboard.ownsClipboard() or (copied and self._clipboard.text() == copied):
            self._clipboard.clear()
