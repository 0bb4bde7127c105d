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


def resident() -> float:
    """Memory of this process that lies in the machine, in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def report() -> None:
    """Say how long it took, and end at once."""
    took = (time.monotonic() - BEGUN) * 1000
    print(json.dumps({"painted": took, "megabytes": resident()}), flush=True)
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
