"""From the start of the process to the first painted page; and the memory of the open window."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from statistics import median

from tests.bench.districts import FOLDER, PASSWORD, ROOT, district
from tests.bench.measure import Line, beside, compared, in_turn, noted, surroundings, timed

from kucho_desktop.core.keys import read_slots

SIZES = (300, 30_000, 100_000)
ROUNDS = 9
AT_MOST = 1.25
MEMORY_AT_MOST = 1.4
MEMORY_OF = 30_000


def _started(module: str, *arguments: str, **given: str) -> Mapping[str, float]:
    """What a window says about itself that is started now."""
    home = str(FOLDER / "home")
    said = subprocess.run(
        [sys.executable, "-m", f"tests.bench.{module}", *arguments],
        env=surroundings(KUCHO_HOME=home, **given, BENCH_BEGUN=str(time.monotonic())),
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
    )
    figures: Mapping[str, float] = json.loads(said.stdout)
    return figures


def _home(households: int, **more: str) -> Mapping[str, float]:
    book = district(households)
    key = read_slots(book).open(PASSWORD).hex()
    given = {"KUCHO_PASSWORD": PASSWORD, "BENCH_KEY": key, **more}
    return _started("our_window", str(book), **given)


def lines() -> Iterator[Line]:
    """Bare and ours in turn, at every size."""
    asking = str(district(SIZES[0]))
    variants = {
        "bare": lambda: _started("bare_window")["painted"],
        "asks": lambda: _started("our_window", asking)["painted"],
    }
    for size in SIZES:
        variants[str(size)] = lambda size=size: _home(size)["painted"]
    in_turn(variants, 1)  # compiled modules are on the disk from the first start on
    took = in_turn(variants, ROUNDS)
    yield noted("start of a bare Qt window", took["bare"])
    yield beside("start to asking for the password", took["asks"], took["bare"], AT_MOST, "bare")
    for size in SIZES:
        what = f"start to the home page of {size:,} households"
        yield beside(what, took[str(size)], took["bare"], AT_MOST, "bare")
    slots = read_slots(district(SIZES[0]))
    yield noted("guarding the password (once, at the start)", timed(lambda: slots.open(PASSWORD)))
    yield from _memory()


def _memory() -> Iterator[Line]:
    """All of it, and without the files that are read as they lie."""
    bare = [_started("bare_window") for _turn in range(3)]
    ours = [_home(MEMORY_OF, BENCH_PAGE="households") for _turn in range(3)]
    kinds = ("megabytes", "own")
    (all_bare, own_bare), (all_ours, own_ours) = (
        tuple(median(each[kind] for each in said) for kind in kinds) for said in (bare, ours)
    )
    what = f"memory with the list of {MEMORY_OF:,} open"
    yield beside(what, all_ours, all_bare, MEMORY_AT_MOST, "bare", "MB")
    yield compared("  without the files of program and fonts", own_ours, own_bare, "bare", "MB")
