"""Work that takes long and much of the machine, done in a process of its own."""

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from kucho_desktop.core.errors import KuchoError, Stopped
from kucho_desktop.core.i18n import _
from kucho_desktop.widgets.task import Progress, Task


class WorkBroke(KuchoError):
    """The process that worked ended without a word."""


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
