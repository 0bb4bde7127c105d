"""The computer goes to sleep, or its screen is locked: where the system tells, we lock as well.

Linux: logind says both on the system bus, the desktop's screen saver the second on the session bus.
Windows: `windows_lock`. macOS tells programs of neither without its own libraries, which this
program does not bring along: there the book is locked as the computer wakes (`leaving_alone.Idle`
sees by the clock that nobody was there).
"""

import os
import sys
from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot

_LOGIND = "org.freedesktop.login1"
_ANYBODY = ""
_SCREEN_SAVERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
)
_TOLD: Any = SLOT("told(bool)")
_LOCKED: Any = SLOT("locked()")
"""The binding's types ask for bytes here; the binding itself takes text alone."""


class SystemLock(QObject):
    """gone: the computer sleeps in a moment, or somebody locked its screen."""

    gone = Signal()

    def begin(self) -> bool:
        """Listen from now on; tell whether this system says anything."""
        if sys.platform == "win32":
            from kucho_desktop.app.locks.windows_lock import WindowsLock

            self._windows = WindowsLock(self.gone.emit)
            return self._windows.begin()
        if sys.platform == "linux":
            return _has_bus() and self._listen()
        return False

    def _listen(self) -> bool:
        """Loads Qt's D-Bus only here: most of what it could say is never asked."""
        try:
            from PySide6.QtDBus import QDBusConnection
        except ImportError:
            return False
        heard = False
        system, session = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        if system.isConnected():
            manager = ("/org/freedesktop/login1", f"{_LOGIND}.Manager", "PrepareForSleep")
            heard |= system.connect(_LOGIND, *manager, self, _TOLD)
            locked = ("", f"{_LOGIND}.Session", "Lock")
            heard |= system.connect(_LOGIND, *locked, self, _LOCKED)
        if session.isConnected():
            for service, path in _SCREEN_SAVERS:
                heard |= session.connect(_ANYBODY, path, service, "ActiveChanged", self, _TOLD)
        return heard

    @Slot(bool)
    def told(self, begins: bool) -> None:
        """It begins to sleep or is locked; or it is over, which says nothing new."""
        if begins:
            self.gone.emit()

    @Slot()
    def locked(self) -> None:
        self.gone.emit()


def _has_bus() -> bool:
    """Whether there is one to ask; Qt would warn of a bus that is not there."""
    system = os.environ.get("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/run/dbus/system_bus_socket")
    path = system.partition("path=")[2].partition(",")[0]
    return bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS")) or (bool(path) and os.path.exists(path))
