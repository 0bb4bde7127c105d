"""Work that may take long, done away from the window: in a thread, or in a process of its own."""

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from kucho_desktop.core.errors import KuchoError, Stopped
from kucho_desktop.core.i18n import _

Tell = Callable[[int, int], None]


class WorkBroke(KuchoError):
    """The process that worked ended without a word."""


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


def wait_for_tasks() -> None:
    """Before the program ends."""
    QThreadPool.globalInstance().waitForDone()


class Job(QObject):
    """Runs a function in a process of its own, so that the window stays quick meanwhile.

    The function must be importable and is given `tell` and the frozen data; what it returns is
    sent back. `stop` ends the process at once.
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, function: Callable[..., object], *data: Any) -> None:
        super().__init__()
        self._context = multiprocessing.get_context("spawn")
        self._function = function
        self._data = data
        self._process: Any = None
        self.progress = Progress()
        self.was_stopped = False

    def start(self) -> None:
        ours, theirs = self._context.Pipe(duplex=False)
        self._process = self._context.Process(
            target=_serve, args=(theirs, self._function, self._data), daemon=True
        )
        self._process.start()
        theirs.close()
        self._listener = Task(_Listening(ours, self))
        self._listener.done.connect(self._tell_done)
        self._listener.failed.connect(self._tell_failed)
        self._listener.start()

    @Slot()
    def stop(self) -> None:
        self.was_stopped = True
        if self._process is not None:
            self._process.terminate()

    @Slot(object)
    def _tell_done(self, result: object) -> None:
        self._process.join()
        self.done.emit(result)

    @Slot(object)
    def _tell_failed(self, error: object) -> None:
        self._process.join()
        self.failed.emit(error)


class _Listening:
    """Hears what the process says until it has its result."""

    def __init__(self, pipe: Connection, job: Job) -> None:
        self._pipe = pipe
        self._job = job

    def __call__(self) -> object:
        try:
            while True:
                what, said = self._pipe.recv()
                if what == "done":
                    return said
                if what == "failed":
                    raise said
                self._job.progress.done, self._job.progress.total = said
        except EOFError as error:
            if self._job.was_stopped:
                raise Stopped(_("The work was stopped. Nothing of it was kept.")) from error
            raise WorkBroke(
                _("The work broke off. Nothing of yours was lost. Please try it once more.")
            ) from error
        finally:
            self._pipe.close()


def _serve(pipe: Connection, function: Callable[..., object], data: tuple[Any, ...]) -> None:
    """In the other process: work, and say how far it is."""

    def tell(done: int, total: int) -> None:
        pipe.send(("moved", (done, total)))

    try:
        pipe.send(("done", function(tell, *data)))
    except Exception as error:  # noqa: BLE001  # told to the window, which shows it
        pipe.send(("failed", error))
    finally:
        pipe.close()
