"""The floor under a start: an empty Qt window; prints milliseconds to its first paint, and MB."""

import json
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

BEGUN = float(os.environ["BENCH_BEGUN"])


def resident() -> dict[str, float]:
    """Memory of this process that lies in the machine, in MB: all of it, and its own.

    The rest are files read as they lie (programs, fonts), which every process shares.
    """
    said = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    sizes = {"megabytes": "VmRSS", "own": "RssAnon"}
    return {name: int(said[each].split()[0]) * 1024 / 1e6 for name, each in sizes.items()}


def report() -> None:
    """Say how long it took, and end at once."""
    took = (time.monotonic() - BEGUN) * 1000
    print(json.dumps({"painted": took, **resident()}), flush=True)
    os._exit(0)


class FirstPaint(QObject):
    """Watches a widget until it has been painted once."""

    seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent) and not self.seen:
            self.seen = True
            QTimer.singleShot(0, report)
        return False


def main() -> None:
    """Show the window."""
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    inside = QWidget()
    window.setCentralWidget(inside)
    window.resize(1200, 760)
    paint = FirstPaint()
    inside.installEventFilter(paint)
    window.show()
    application.exec()


if __name__ == "__main__":
    main()
