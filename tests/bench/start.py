"""From the start of the process to the first painted page; and the memory of the open window.

Every window ends here in mid-air, yet the next one is measured as after an orderly end: else it
would look the whole book over beside the window, which no usual start does. The memory after that
work has a line of its own.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
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


def _home(households: int, *, ended_badly: bool = False, **more: str) -> Mapping[str, float]:
    book = district(households)
    key = read_slots(book).open(PASSWORD).hex()
    given = {"KUCHO_PASSWORD": PASSWORD, "BENCH_KEY": key, **more}
    lock = book.with_name(book.name + ".lock")
    if ended_badly:
        lock.write_text("left", encoding="utf-8")
    else:
        lock.unlink(missing_ok=True)
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
    """All of it, and without the files that are read as they lie; then after a long work."""
    bare = [_started("bare_window") for _turn in range(3)]
    ours = [_home(MEMORY_OF, BENCH_PAGE="households") for _turn in range(3)]
    after = [_home(MEMORY_OF, BENCH_PAGE="households", ended_badly=True) for _turn in range(3)]
    all_bare, all_ours, all_after = (_middle(each, "megabytes") for each in (bare, ours, after))
    what = f"memory with the list of {MEMORY_OF:,} open"
    yield beside(what, all_ours, all_bare, MEMORY_AT_MOST, "bare", "MB")
    own_bare, own_ours = (_middle(each, "own") for each in (bare, ours))
    yield compared("  without the files of program and fonts", own_ours, own_bare, "bare", "MB")
    yield compared("  after the book was looked over", all_after, all_bare, "bare", "MB")


def _middle(said: Sequence[Mapping[str, float]], kind: str) -> float:
    return median(each[kind] for each in said)
