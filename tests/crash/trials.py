"""Many trials of one work, and what came of them."""

import os
import random
import shutil
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from crash.killing import killed
from crash.work import Corrupt, Lost
from crash.works import WORKS

MEMORY = Path("/dev/shm")
"""A kill of the program leaves what it gave the system, disk or not; so the disk is spared."""


class Tally(NamedTuple):
    """what: of which work. acknowledged: words that the children said before they died."""

    what: str
    trials: int
    lost: int
    corrupt: int
    acknowledged: int
    seconds: float
    faults: tuple[str, ...] = ()

    @property
    def is_well(self) -> bool:
        return not self.lost and not self.corrupt


def place() -> Path:
    """Where the books of the trials lie."""
    roomy = MEMORY.is_dir() and os.access(MEMORY, os.W_OK)
    return Path(tempfile.mkdtemp(prefix="kucho-crash-", dir=MEMORY if roomy else None))


def kill(name: str, trials: int, seed: int) -> Tally:
    """Kill a work so many times. The folder of a trial that went wrong is kept and named."""
    work, chance, faults = WORKS[name], random.Random(f"{name} {seed}"), list[str]()
    found, acknowledged, began = Counter[str](), 0, time.perf_counter()
    root = folder = place()
    for number in range(trials):
        if number % work.per_folder == 0 or folder == root:
            folder = Path(tempfile.mkdtemp(dir=root))
            work.begin(folder)
        luck = random.Random(chance.random())
        said = killed(lambda say: work.do(folder, say, luck), chance, work.longest)  # noqa: B023
        acknowledged += len(said)
        try:
            work.judge(folder, said, chance)
        except (Lost, Corrupt) as fault:
            found[type(fault).__name__] += 1
            faults.append(f"{folder}, trial {number} of seed {seed}: {fault}")
            folder = root
        else:
            if (number + 1) % work.per_folder == 0:
                shutil.rmtree(folder)
    if not faults:
        shutil.rmtree(root)
    seconds = time.perf_counter() - began
    return Tally(name, trials, found["Lost"], found["Corrupt"], acknowledged, seconds, (*faults,))
