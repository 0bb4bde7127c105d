"""Work that may take long, done in a thread, away from the window."""

import gc
import time
from collections.abc import Callable
from functools import cache, partial

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from kucho_desktop.core.errors import Stopped
from kucho_desktop.core.i18n import _
from kucho_desktop.core.memory import give_back

Tell = Callable[[int, int], None]

_LONG = 0.5
"""Seconds: who works longer may have held much memory."""


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

    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__()
        self._work = work

    def start(self) -> None:
        # Python looks for rubbish in whatever thread it happens to be. A page that was left would
        # be taken apart in this one, and Qt falls over its timers: so it waits for the window's.
        gc.disable()
        bell = _the_bell()
        _running[id(self)] = self
        QThreadPool.globalInstance().start(partial(_work_apart, id(self), self._work, bell))


class _Bell(QObject):
    """Rung by the workers. They hold no Task, so that none ends in a thread that is not its own."""

    rang = Signal(object, object, object)

    def __init__(self) -> None:
        super().__init__()
        self.rang.connect(self._tell)

    @Slot(object, object, object)
    def _tell(self, number: int, result: object, error: object) -> None:
        task = _running.pop(number)
        try:
            if error is None:
                task.done.emit(result)
            else:
                task.failed.emit(error)
        finally:  # not before: whoever is told must not be taken apart while he is being told
            if not _running:
                gc.enable()


def _work_apart(number: int, work: Callable[[], object], bell: _Bell) -> None:
    """In the other thread."""
    begun = time.monotonic()
    try:
        result = work()
    except Exception as error:  # noqa: BLE001  # told to the owner, who shows it
        bell.rang.emit(number, None, error)
    else:
        bell.rang.emit(number, result, None)
    if time.monotonic() - begun > _LONG:
        give_back()


@cache
def _the_bell() -> _Bell:
    return _Bell()


_running: dict[int, Task] = {}
"""Keeps tasks alive until they have told, even when whoever started them is gone."""


def is_anything_running() -> bool:
    """Whether some work away from the window has not told its end yet."""
    return bool(_running)


def wait_for_tasks() -> None:
    """Before the program ends."""
    QThreadPool.globalInstance().waitForDone()
