"""Qt's enumerations are what `enum` itself would make of them, only later."""

import subprocess
import sys

import pytest

from kucho_desktop.app.later import ENUM_IS_KNOWN

pytestmark = pytest.mark.skipif(not ENUM_IS_KNOWN, reason="this Python makes all of them at once")

EVERYTHING = """
import enum, pickle
from PySide6 import QtCore, QtGui, QtPrintSupport, QtSvg, QtWidgets

def enumerations(place, seen):
    for name in sorted(dir(place)):
        value = None if name.startswith("__") else getattr(place, name, None)
        if not isinstance(value, type) or value in seen:
            continue
        seen.add(value)
        if issubclass(value, enum.Enum):
            yield value
        elif value.__module__.startswith("PySide6"):
            yield from enumerations(value, seen)

seen = set()
for module in (QtCore, QtGui, QtPrintSupport, QtSvg, QtWidgets):
    for each in enumerations(module, seen):
        members = list(each)
        print(each.__module__, each.__qualname__, each.__mro__[1:], len(each), sorted(vars(each)))
        print([(name, m.name, m.value, repr(m), str(m)) for name, m in each.__members__.items()])
        print(all(each(m.value) is m and pickle.loads(pickle.dumps(m)) is m for m in members))
        if issubclass(each, enum.Flag) and members:
            print(list(members[0] | members[-1]), ~members[0], each(0), each(1 << 30))
        print(type(each))
"""
THERE = """
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication(["-platform", "offscreen"])
"""


def said_by(code: str) -> str:
    run = [sys.executable, "-c", code]
    return subprocess.run(run, check=True, capture_output=True, timeout=60, text=True).stdout


def later(code: str) -> str:
    return said_by(f"from kucho_desktop.app.later_enums import fill_later\nfill_later()\n{code}")


def test_every_one_is_as_python_makes_it():
    said = later(EVERYTHING)
    assert said == said_by(EVERYTHING)
    assert said.count("<class 'enum.EnumType'>") > 500


def test_members_wait_until_one_is_asked_for():
    said = later(
        f"{THERE}\nprint(type(Qt.CursorShape).__name__, Qt.CursorShape.WaitCursor.value,"
        " type(Qt.CursorShape).__name__)"
    )
    assert said.split() == ["_Unfilled", "3", "EnumType"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("QLabel('あ').alignment()", "<AlignmentFlag.AlignLeft|AlignVCenter: 129>"),
        ("Qt.Key(0x41)", "<Key.Key_A: 65>"),
        ("Qt.Key(12345678)", "<Key.12345678: 12345678>"),
        ("Qt.Key['Key_A']", "<Key.Key_A: 65>"),
        ("len(Qt.CheckState)", "3"),
        ("Qt.CheckState.Checked in Qt.CheckState", "True"),
        ("list(Qt.CheckState)[0]", "<CheckState.Unchecked: 0>"),
        ("hasattr(Qt.CheckState, 'Maybe')", "False"),
    ],
)
def test_every_way_of_asking_finds_the_members(asked, said):
    code = f"{THERE}\nprint(repr({asked}))"
    assert later(code) == said_by(code)
    assert later(code).strip() == said


def test_threads_that_ask_at_once_all_find_them():
    said = later(
        f"""{THERE}
import sys, threading
sys.setswitchinterval(1e-6)
start, found = threading.Barrier(8), []
def ask(name):
    start.wait()
    found.append(getattr(Qt.Key, name).name == name)
names = ["Key_A", "Key_Z", "Key_F1", "Key_unknown", "Key_Up", "Key_0", "Key_Enter", "Key_Help"]
threads = [threading.Thread(target=ask, args=(name,)) for name in names]
for each in threads: each.start()
for each in threads: each.join()
print(len(found), all(found))
"""
    )
    assert said.split() == ["8", "True"]


def test_enumerations_of_others_are_made_at_once():
    said = later("import enum\nprint(type(enum.Enum('Shape', [('ROUND', 1)])).__name__)")
    assert said.split() == ["EnumType"]
