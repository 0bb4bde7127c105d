"""`make crash [WHAT="editing cuts"]`: thousands of kills and cuts, and what came of them."""

import os
import shutil
import sys
import time
from collections.abc import Callable, Sequence

from crash.cuts import cut
from crash.faulty import HOWS
from crash.operations import OPERATIONS
from crash.shimmed import fail, shim
from crash.trials import Tally, kill, place
from crash.works import WORKS

from kucho_desktop.core import i18n, keys

SMALL = ("paper", "table", "text table", "password", "restore")
KILLS = {"editing": 3_000, "migration": 200}
USUALLY, CUTS = 300, 10_000


def questions() -> dict[str, Callable[[int], Tally]]:
    """By name, what is tried with a seed."""
    found: dict[str, Callable[[int], Tally]] = {
        name: lambda seed, name=name: kill(name, KILLS.get(name, USUALLY), seed) for name in WORKS
    }
    return {**found, "cuts": lambda seed: cut(CUTS, seed), "faults": faults}


def faults(_seed: int) -> Tally:
    """Every operation, failing in every way at every touch of the disk (the small ones) or many."""
    hows = HOWS if shim() else ("size",)
    began, times, wrong = time.perf_counter(), 0, list[str]()
    for name in OPERATIONS:
        for how in hows:
            found = fail(name, how, 1 if name in SMALL else 3)
            times, wrong = times + found["times"], [*wrong, *found["faults"]]
    seconds = time.perf_counter() - began
    return Tally("faults", times, 0, len(wrong), 0, seconds, (*wrong,))


def main(asked: Sequence[str]) -> int:
    """Try what is asked for, or everything; 1 where anything was lost or corrupt."""
    i18n.use("ja")
    keys.SECONDS = 0.01  # what is tried is the file, not how long a guess takes
    home = place()
    os.environ["KUCHO_HOME"] = str(home)
    seed = int(os.environ.get("SEED") or time.time())
    print(f"seed {seed}  (SEED={seed} make crash: the same once more)\n")
    heading = ("work", "trials", "lost", "corrupt", "seconds")
    print("{:<18}{:>8}{:>6}{:>9}{:>9}".format(*heading))
    try:
        tallies = [_tried(name, questions()[name], seed) for name in asked or questions()]
    finally:
        shutil.rmtree(home, ignore_errors=True)
    return 0 if all(tally.is_well for tally in tallies) else 1


def _tried(name: str, question: Callable[[int], Tally], seed: int) -> Tally:
    tally = question(seed)
    print(
        f"{name:<18}{tally.trials:>8,}{tally.lost:>6}{tally.corrupt:>9}{tally.seconds:>9.1f}",
        flush=True,
    )
    for fault in tally.faults:
        print(f"  {fault}", file=sys.stderr)
    return tally


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
