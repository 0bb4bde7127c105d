"""The program itself as a user starts it; prints milliseconds to its first paint, and MB.

BENCH_KEY as in our_process. BENCH_PAGE: a page to go to before the memory is looked at.
"""

# ruff: noqa: E402  # Qt is loaded by the program itself
import os
import sys

from kucho_desktop.app.later import load_qt

load_qt()  # as the program's own start does, before anything else asks for Qt

from PySide6.QtCore import QThreadPool, QTimer, Slot
from PySide6.QtWidgets import QApplication
from tests.bench.bare_window import FirstPaint, report
from tests.bench.our_process import skip_the_guard

from kucho_desktop.cli import main

_run = QApplication.exec
_paint = FirstPaint()
PAGE = os.environ.get("BENCH_PAGE", "")


def _windows() -> list[object]:
    return [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]


@Slot()
def _go() -> None:
    for window in _windows():
        window.go(PAGE)
    QTimer.singleShot(1_500, _report_at_rest)


@Slot()
def _report_at_rest() -> None:
    """Not while something works beside the window: what that needs is gone a moment later."""
    if QThreadPool.globalInstance().activeThreadCount():
        QTimer.singleShot(100, _report_at_rest)
    else:
        report()


def _watched_run() -> int:
    if PAGE:
        QTimer.singleShot(1_500, _go)
    else:
        for window in _windows():
            window.installEventFilter(_paint)
    return _run()


if __name__ == "__main__":
    QApplication.exec = staticmethod(_watched_run)
    skip_the_guard()
    sys.exit(main())
