"""What happens when the program itself is wrong: a plain sentence, and a report without a name.

The report holds where in the program it happened and nothing that was typed or kept: no values,
no message of the error (it may quote a name), no file path of the user.
"""

import contextlib
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.places import settings_folder

_MOST_REPORTS = 20
Tell = Callable[[KuchoError | None], None]


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where in the program it happened, in its own words."""
    lines = [f"{datetime.now():%Y-%m-%d %H:%M} {kind.__module__}.{kind.__qualname__}"]
    lines.append(f"Python {platform.python_version()} {platform.system()} {platform.release()}")
    for frame in traceback.extract_tb(trace):
        lines.append(f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}")
    return "\n".join(lines) + "\n"


def keep_report(text: str) -> Path | None:
    """Keep it in the program's own folder; give up silently where that cannot be written to."""
    folder = settings_folder() / "reports"
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{datetime.now():%Y%m%d-%H%M%S-%f}.txt"
        path.write_text(text, "utf-8")
        for old in sorted(folder.glob("*.txt"))[:-_MOST_REPORTS]:
            old.unlink(missing_ok=True)
        return path
    return None


class Catcher:
    """Takes the place of sys.excepthook. tell: shows what is known of it, None for a bug."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._is_telling = False

    def install(self) -> None:
        sys.excepthook = self.catch
        threading.excepthook = self.catch_in_thread

    def catch(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Never raises: a fault while telling of a fault would end the program."""
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(1)
        if isinstance(error, KuchoError):
            self._say(error)  # the disk or the file, not the program
            return
        text = report(kind, trace)
        keep_report(text)
        if sys.stderr is not None:
            sys.stderr.write(text)
        self._say(None)

    def _say(self, error: KuchoError | None) -> None:
        if not self._is_telling:
            self._is_telling = True
            try:
                self._tell(error)
            finally:
                self._is_telling = False

    def catch_in_thread(self, arguments: threading.ExceptHookArgs) -> None:
        """Only kept: a window may not be touched from another thread."""
        keep_report(report(arguments.exc_type, arguments.exc_traceback))
