"""A child that is killed at a random moment, and what it had acknowledged by then."""

import os
import random
import select
import signal
import time
import traceback
from collections.abc import Callable
from contextlib import suppress

Say = Callable[[object], None]
AT_MOST = 60.0
"""Seconds after which a child that neither ends nor speaks is given up."""


class ChildFailed(AssertionError):
    """The child ended by itself with an error: that is no crash but a fault."""


def killed(work: Callable[[Say], None], chance: random.Random, longest: float) -> list[str]:
    """Do the work in a child, kill it at most `longest` seconds after its first word.

    Gives the lines that it said whole. It may be done before: then nothing was killed. A work that
    says nothing is killed within that time of its beginning.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _live(work, writing)
    os.close(writing)
    said = bytearray()
    try:
        _listen(reading, said, until=time.perf_counter() + AT_MOST, enough=b"\n")
        _listen(reading, said, until=time.perf_counter() + chance.random() * longest)
    finally:
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        _child, status = os.waitpid(child, 0)
        _listen(reading, said, until=time.perf_counter() + AT_MOST)
        os.close(reading)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise ChildFailed(said.decode("utf-8", "replace"))
    return said.decode("utf-8", "replace").split("\n")[:-1]


def _live(work: Callable[[Say], None], writing: int) -> None:
    """What the child does; it never returns."""

    def say(line: object) -> None:
        os.write(writing, f"{line}\n".encode())

    try:
        work(say)
        os._exit(0)
    except BaseException:  # noqa: BLE001
        say(traceback.format_exc())
        os._exit(1)


def _listen(reading: int, said: bytearray, *, until: float, enough: bytes = b"\0") -> None:
    """Until that moment, the end of the child, or the word that is enough."""
    while enough not in said:
        left = until - time.perf_counter()
        if left <= 0 or not select.select([reading], [], [], left)[0]:
            return
        part = os.read(reading, 65536)
        if not part:
            return
        said += part
