"""What Windows tells of sleep and of a locked screen, as window messages.

`WTSRegisterSessionNotification` asks for WM_WTSSESSION_CHANGE; WM_POWERBROADCAST comes to every
window. Source: Microsoft, "WTSRegisterSessionNotification function (wtsapi32.h)",
"WM_POWERBROADCAST message", "MSG structure (winuser.h)". Reading a message is apart from asking
for it, so that it can be tried anywhere.
"""

import ctypes
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, Slot
from PySide6.QtGui import QGuiApplication, QWindow

WM_POWERBROADCAST, WM_WTSSESSION_CHANGE = 0x0218, 0x02B1
PBT_APMSUSPEND, WTS_SESSION_LOCK, WTS_CONSOLE_DISCONNECT = 0x0004, 0x7, 0x2
NOTIFY_FOR_THIS_SESSION = 0
_OF_WINDOWS = (b"windows_generic_MSG", b"windows_dispatcher_MSG")


class Message(ctypes.Structure):
    """MSG of winuser.h, as far as it is read here."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("word", ctypes.c_size_t),
        ("long", ctypes.c_ssize_t),
    )


def says_gone(message: int, word: int) -> bool:
    """Whether this message tells that nobody is there: sleep, a locked screen, another user."""
    if message == WM_POWERBROADCAST:
        return word == PBT_APMSUSPEND
    return message == WM_WTSSESSION_CHANGE and word in (WTS_SESSION_LOCK, WTS_CONSOLE_DISCONNECT)


class WindowsLock(QAbstractNativeEventFilter):
    """Calls `tell` for such a message; every other one passes."""

    def __init__(self, tell: Callable[[], None]) -> None:
        super().__init__()
        self._tell = tell
        self._asked: set[int] = set()

    def begin(self) -> bool:
        """Ask for the messages, for every window that comes to the front."""
        app = QGuiApplication.instance()
        if not isinstance(app, QGuiApplication):
            return False
        app.installNativeEventFilter(self)
        app.focusWindowChanged.connect(self._ask_for)
        self._ask_for(QGuiApplication.focusWindow())
        return True

    @Slot(QWindow)
    def _ask_for(self, window: QWindow | None) -> None:
        """Once for each; a Windows without remote desktop tells of sleep all the same."""
        number = int(window.winId()) if window is not None else 0
        if not number or number in self._asked:
            return
        self._asked.add(number)
        library = getattr(ctypes, "windll", None)
        if library is not None:
            ask = library.wtsapi32.WTSRegisterSessionNotification
            ask(ctypes.c_void_p(number), NOTIFY_FOR_THIS_SESSION)

    def nativeEventFilter(  # noqa: N802
        self, kind: QByteArray | bytes | bytearray | memoryview, message: Any
    ) -> object:
        """Never holds a message back."""
        name = kind.data() if isinstance(kind, QByteArray) else bytes(kind)
        if name in _OF_WINDOWS:
            told = Message.from_address(int(message))
            if says_gone(told.message, told.word):
                self._tell()
        return False, 0
