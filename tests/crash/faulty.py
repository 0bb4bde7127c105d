"""A disk that fails at the n-th touch, n = 1, 2, 3 … until the work succeeds.

Run as a process of its own with the shim (`faults.c`) laid before the C library; without a
compiler files may not grow beyond n KiB (RLIMIT_FSIZE), which needs no shim.
"""

import ctypes
import errno
import io
import json
import os
import re
import resource
import shutil
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from crash.killing import killed
from crash.operations import OPERATIONS, Operation, Refused
from crash.trials import place
from crash.work import PASSWORD, Corrupt, Lost

from kucho_desktop.core import i18n, keys
from kucho_desktop.core.errors import KuchoError

JAPANESE = re.compile(r"^[^A-Za-z]*[ぁ-んァ-ヶ一-龠]")
HOWS = ("no space", "once", "kill", "size")
MOST = 4_000
Arm = Callable[[int], None]


def arming(how: str) -> tuple[Arm, Callable[[], int]]:
    """How the n-th touch is made to fail, and how it is made to work again.

    The latter gives how many touches there were.
    """
    if how == "size":
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        return (
            lambda n: resource.setrlimit(resource.RLIMIT_FSIZE, ((n - 1) * 4096, hard)),
            lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard)) or 0,
        )
    shim = ctypes.CDLL(os.environ["LD_PRELOAD"])
    number = {"no space": errno.ENOSPC, "once": errno.EIO, "kill": 0}[how]
    return (
        lambda n: shim.fault_arm(ctypes.c_long(n), number, int(how == "no space")),
        lambda: _disarm(shim),
    )


def _disarm(shim: ctypes.CDLL) -> int:
    shim.fault_count.restype = ctypes.c_long
    touches = shim.fault_count()
    shim.fault_arm(ctypes.c_long(0), 0, 0)
    return int(touches)


def tried(name: str, how: str, stride: int) -> dict[str, object]:
    """Let it fail everywhere. Gives how often, and what was wrong with it."""
    operation, (arm, disarm) = OPERATIONS[name], arming(how)
    root, faults, sentences = place(), list[str](), set[str]()
    template = root / "template"
    template.mkdir()
    operation.prepare(template)
    _load(operation, shutil.copytree(template, root / "first" / "家"))
    n, times = 1, 0
    while n < MOST:
        folder = Path(tempfile.mkdtemp(dir=root)) / "家"
        shutil.copytree(template, folder)
        said = _in_child(operation, folder, n, arm, disarm)
        times += 1
        if said[0] == "bug":
            faults.append(f"{name}, {how} {n}: {said[1]}")
        elif said[0] == "killed":
            (folder / "killed").touch()
        elif said[0] == "refused":
            sentences.add(said[1])
            if not JAPANESE.match(said[1]):
                faults.append(f"{name}, {how} {n}: this is no sentence: {said[1]!r}")
        try:
            operation.judge(folder)
        except (Lost, Corrupt, KuchoError, OSError) as fault:
            faults.append(f"{name}, {how} {n}: {fault!r}")
        shutil.rmtree(folder.parent)
        if said[0] == "done" and said[2] < n:
            break
        n += 1 if n < 12 else stride
    shutil.rmtree(root)
    return {"times": times, "faults": faults, "sentences": sorted(sentences)}


def _load(operation: Operation, folder: Path) -> None:
    """Done once without a fault, so that no child has to load its modules."""
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        operation.do(folder, lambda _line: None)


def _in_child(
    operation: Operation, folder: Path, n: int, arm: Arm, disarm: Callable[[], int]
) -> tuple[str, str, int]:
    """("done" | "refused" | "bug" | "killed", what was said, touches of the disk)."""

    def work(say: Callable[[object], None]) -> None:
        out, err = io.StringIO(), io.StringIO()
        arm(n)
        try:
            with redirect_stdout(out), redirect_stderr(err):
                operation.do(folder, say)
            result = ["done", ""]
        except Refused:
            result = ["refused", err.getvalue().strip()]
        except KuchoError as error:
            result = ["refused", str(error)]
        except BaseException:  # noqa: BLE001
            result = ["bug", traceback.format_exc()]
        say(json.dumps([*result, disarm()]))

    said = killed(work, chance=_Never(), longest=60)
    if kept := [line[5:] for line in said if line.startswith("kept ")]:
        (folder / "kept").write_text(kept[-1])
    results = [line for line in said if not line.startswith("kept ")]
    return tuple(json.loads(results[-1])) if results else ("killed", "", n)


class _Never:
    """The parent waits until the child has ended by itself."""

    def random(self) -> float:
        return 1.0


def main(asked: list[str]) -> None:
    """NAME HOW STRIDE: one line of JSON."""
    i18n.use("ja")
    keys.SECONDS = 0.01
    home = place()
    os.environ.update(KUCHO_HOME=str(home), KUCHO_PASSWORD=PASSWORD)
    name, how, stride = asked
    try:
        found = tried(name, how, int(stride))
    finally:
        shutil.rmtree(home, ignore_errors=True)
    print(json.dumps(found, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1:])
