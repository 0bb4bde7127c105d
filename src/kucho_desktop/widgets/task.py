"""Work that may take long, done in a thread, away from the window."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from kucho_desktop.core.errors import Stopped
from kucho_desktop.core.i18n import _

Tell = Callable[[int, int], None]


class Progress:
    """How far a long work is; `tell` is handed to the work and raises Stopped once it shall end.

    The window looks at it from time to time: a signal for every row would flood it.
    """

    def __init__(self) -> None:
        self.done = 0
        self.total = 0
        self._stop = False

    def tell(self, done: int, total: int) -> None:
        """Called by the work, in whatever thread it runs."""
        if self._stop:
            raise Stopped(_("The work was stopped. Nothing of it was kept."))
        self.done, self.total = done, total

    def stop(self) -> None:
        self._stop = True


class Task(QObject):
    """Runs work that touches neither Qt nor the window's book, then tells.

    done: the result. failed: the error, Stopped included. Both arrive in the window's thread.
    Connect both before `start`; whoever is gone by then is told nothing.
    """

    done = Signal(object)
    failed = Signal(object)
    _over = Signal()

    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__()
        self._work = work
        self._over.connect(self._forget)

    def start(self) -> None:
        _running.add(self)
        QThreadPool.globalInstance().start(self._run)

    def _run(self) -> None:
        try:
            result = self._work()
        except Exception as error:  # noqa: BLE001  # told to the owner, who shows it
            self.failed.emit(error)
        else:
            self.done.emit(result)
        self._over.emit()

    @Slot()
    def _forget(self) -> None:
        _running.discard(self)


_running: set[Task] = set()
"""Keeps tasks alive until they have told, even when whoever started them is gone."""


def is_anything_running() -> bool:
    """Whether some work away from the window has not told its end yet."""
    return bool(_running)


def wait_for_tasks() -> None:
    """Before the program ends."""
    QThreadPool.globalInstance().waitForDone()
