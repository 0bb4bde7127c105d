"""What we rely on in Qt's binding."""

import sys

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot


def test_a_call_that_returns_nothing_costs_no_reference(qtbot: QtBot) -> None:
    """PySide6 6.12.0 loses a reference to None with every call; Python 3.11 soon dies of it."""
    edit = QLineEdit()
    qtbot.addWidget(edit)
    before = sys.getrefcount(None)
    for _turn in range(1_000):
        edit.setText("x")
    lost = before - sys.getrefcount(None)
    assert lost < 100, "give this version of PySide6 up before it gives the user's work up"
    for _turn in range(200_000):
        edit.setText("x")
    assert abs(sys.getrefcount(None) - before) < 1_000
