"""Power cuts: the log of a book (WAL) ends anywhere, or in garbage; what opens is a prefix.

SQLite keeps what is in the main file until it has worked in the log, which it does only after the
log was synced. So a cut of the log is what a power cut leaves where nothing of it was synced yet.
"""

import random
import shutil
import struct
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from crash.district import State, begin_district, edit, opened, state_of
from crash.trials import Tally, place
from crash.work import NAME, Corrupt, Lost, whole

HEADER, FRAME_HEADER = 32, 24
"""Bytes of the log's own header and of that of each page in it (sqlite.org/fileformat2.html)."""


class Recording(NamedTuple):
    """main, log: the two files. ends: how long the log was when each state was acknowledged.

    after: the main file once the log is worked in.
    """

    main: bytes
    log: bytes
    ends: list[tuple[int, State]]
    after: bytes


def record(folder: Path, steps: int, chance: random.Random) -> Recording:
    """What lies on the disk after so many steps that were never worked into the main file."""
    path = folder / NAME
    begin_district(path)
    book = opened(path)
    try:
        book.run("PRAGMA wal_autocheckpoint = 0")
        log = path.with_name(NAME + "-wal")
        ends = [(0, state_of(book))]
        for _step in range(steps):
            edit(book, chance)
            ends.append((log.stat().st_size, state_of(book)))
        before, logged = path.read_bytes(), log.read_bytes()
    finally:
        book.close()
    return Recording(before, logged, ends, path.read_bytes())


def frame_ends(log: bytes) -> list[int]:
    """Where each page in the log ends, and its header."""
    (page,) = struct.unpack(">I", log[8:12])
    return [0, HEADER, *range(HEADER + FRAME_HEADER + page, len(log) + 1, FRAME_HEADER + page)]


def places(log: bytes, chance: random.Random) -> Iterator[int]:
    """Every end of a page first, then anywhere, for ever."""
    yield from frame_ends(log)
    while True:
        yield chance.randrange(len(log) + 1)


def spoiled(log: bytes, at: int, how: str, chance: random.Random) -> bytes:
    """What of the log is on the disk: cut there; or beyond it zeros, garbage, a lost sector."""
    if how in ("cut", "main"):
        return log[:at]
    if how == "zeros":
        return log[:at] + bytes(len(log) - at)
    if how == "garbage":
        return log[:at] + chance.randbytes(min(4096, len(log) - at)) + log[at + 4096 :]
    return log[:at] + bytes(min(512, len(log) - at)) + log[at + 512 :]


def half_worked_in(recording: Recording, chance: random.Random) -> bytes:
    """The main file where the power went while the log was worked in: some pages, one torn."""
    page, main = 4096, bytearray(recording.main.ljust(len(recording.after), b"\0"))
    for begins in range(0, len(recording.after), page):
        if chance.random() < 0.5:
            ends = begins + (page if chance.random() < 0.9 else chance.randrange(page))
            main[begins:ends] = recording.after[begins:ends]
    return bytes(main)


HOWS = ("cut", "cut", "zeros", "garbage", "sector", "main")


def judge(folder: Path, recording: Recording, at: int, how: str, chance: random.Random) -> None:
    """The book opens to a state that was acknowledged, none older than the last one before."""
    path, main, log = folder / NAME, recording.main, recording.log
    if how == "main":
        main, at = half_worked_in(recording, chance), len(log)
    path.write_bytes(main)
    path.with_name(NAME + "-wal").write_bytes(spoiled(log, at, how, chance))
    with closing(whole(path)) as book:
        found = state_of(book)
    known = [state for _end, state in recording.ends]
    sure = max(number for number, (end, _state) in enumerate(recording.ends) if end <= at)
    if found not in known:
        raise Lost(f"{found} was never acknowledged")
    if max(n for n, state in enumerate(known) if state == found) < sure:
        raise Lost(f"what was acknowledged is gone: {found}, step {sure}")


def cut(trials: int, seed: int, *, steps: int = 40) -> Tally:
    """So many cuts of the logs of some recordings."""
    chance, faults, began = random.Random(f"cuts {seed}"), list[str](), time.perf_counter()
    lost = corrupt = done = 0
    root = place()
    while done < trials:
        folder = Path(tempfile.mkdtemp(dir=root))
        recording = record(folder, steps, chance)
        ends = len(frame_ends(recording.log))
        for number, at in enumerate(places(recording.log, chance)):
            how = "cut" if number < ends else chance.choice(HOWS)
            if done == trials or number > 4 * ends:
                break
            done += 1
            try:
                judge(folder, recording, at, how, chance)
            except (Lost, Corrupt) as fault:
                lost, corrupt = lost + isinstance(fault, Lost), corrupt + isinstance(fault, Corrupt)
                faults.append(f"{how} at {at}, cut {done} of seed {seed}: {fault}")
        shutil.rmtree(folder)
    shutil.rmtree(root)
    return Tally("cuts of the log", done, lost, corrupt, 0, time.perf_counter() - began, (*faults,))
