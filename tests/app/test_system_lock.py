"""The system tells that it goes to sleep or was locked: a bus of our own, messages made by hand."""

import ctypes
import os
import shutil
import subprocess
import sys

import pytest

from kucho_desktop.app.locks.system_lock import SystemLock
from kucho_desktop.app.locks.windows_lock import (
    PBT_APMSUSPEND,
    WM_POWERBROADCAST,
    WM_WTSSESSION_CHANGE,
    WTS_SESSION_LOCK,
    Message,
    WindowsLock,
)

LOGIND = "org.freedesktop.login1"
LISTEN = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from kucho_desktop.app.locks.system_lock import SystemLock

app = QCoreApplication([])
system, session = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
system.registerService("org.freedesktop.login1")
heard = SystemLock()
told = []
heard.gone.connect(lambda: told.append(said[0]))
assert heard.begin()
said = [""]

def tell(bus, name, path, interface, signal, *arguments):
    said[0] = name
    message = QDBusMessage.createSignal(path, interface, signal)
    message.setArguments(list(arguments))
    assert bus.send(message)

manager = ("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep")
steps = [
    lambda: tell(system, "sleeps", *manager, True),
    lambda: tell(system, "wakes", *manager, False),
    lambda: tell(system, "lock", "/org/freedesktop/login1/session/_31",
                 "org.freedesktop.login1.Session", "Lock"),
    lambda: tell(session, "saver", "/org/freedesktop/ScreenSaver",
                 "org.freedesktop.ScreenSaver", "ActiveChanged", True),
    lambda: (print(",".join(told)), app.quit()),
]
clock = QTimer()
clock.timeout.connect(lambda: steps.pop(0)())
clock.start(150)
app.exec()
"""


def test_sleep_and_a_locked_screen_are_heard_on_the_bus(tmp_path):
    if sys.platform != "linux" or shutil.which("dbus-daemon") is None:
        pytest.skip("no bus can be made here")
    own = [
        "dbus-daemon",
        "--session",
        "--nofork",
        "--print-address",
        "--address",
        f"unix:path={tmp_path}/bus",
    ]
    with subprocess.Popen(own, stdout=subprocess.PIPE, text=True) as bus:
        try:
            address = bus.stdout.readline().strip()
            names = dict.fromkeys(("DBUS_SYSTEM_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS"), address)
            heard = subprocess.run(
                [sys.executable, "-c", LISTEN],
                env={**os.environ, **names},
                capture_output=True,
                text=True,
                timeout=60,
                check=True,
            )
        finally:
            bus.terminate()
    assert heard.stdout.strip() == "sleeps,lock,saver"


def test_where_there_is_no_bus_nothing_is_asked(qapp, monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere")
    assert not SystemLock().begin()


def test_a_system_that_says_nothing_is_no_trouble(qapp, monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    assert not SystemLock().begin()


@pytest.mark.parametrize(
    ("message", "word", "is_told"),
    [
        (WM_POWERBROADCAST, PBT_APMSUSPEND, True),
        (WM_POWERBROADCAST, 0x7, False),
        (WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK, True),
        (WM_WTSSESSION_CHANGE, 0x8, False),
        (0x0100, 0x7, False),
    ],
)
def test_a_message_of_windows_is_read(qapp, message, word, is_told):
    told = []
    lock = WindowsLock(lambda: told.append(True))
    made = Message(None, message, word, 0)
    assert lock.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(made)) == (False, 0)
    assert bool(told) is is_told


def test_a_message_of_another_system_passes(qapp):
    lock = WindowsLock(pytest.fail)
    assert lock.nativeEventFilter(b"xcb_generic_event_t", 0) == (False, 0)


def test_where_there_is_no_windows_only_the_filter_is_there(qapp, qtbot):
    lock = WindowsLock(pytest.fail)
    assert lock.begin()
    qapp.removeNativeEventFilter(lock)
