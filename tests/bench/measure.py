"""Measuring fairly: variants in turn, medians, one line of the table for each question."""

import gc
import os
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """What was measured, beside its goal; met is None where there is no goal of its own."""

    what: str
    figure: str
    ratio: str = ""
    goal: str = ""
    met: bool | None = None


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that the work takes, the collector's old debts paid beforehand."""
    gc.collect()
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def surroundings(**more: str) -> dict[str, str]:
    """What a process of the user finds: no password, no screen, modules compiled once."""
    ours = {"KUCHO_PASSWORD", "PYTHONDONTWRITEBYTECODE"}
    known = {name: value for name, value in os.environ.items() if name not in ours}
    return {**known, "QT_QPA_PLATFORM": "offscreen", **more}


def in_turn(variants: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    """The median of every variant, measured A B A B …, so that a busy minute meets all alike."""
    taken: dict[str, list[float]] = {name: [] for name in variants}
    for _round in range(rounds):
        for name, measured in variants.items():
            taken[name].append(measured())
    return {name: statistics.median(values) for name, values in taken.items()}


def percentile(values: Sequence[float], share: int) -> float:
    """The value that this share (0 to 100) of all values does not pass."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * share // 100)]


def beside(what: str, mine: float, other: float, goal: float, name: str, unit: str = "ms") -> Line:
    """As a multiple of something else, which should stay under the goal."""
    ratio = mine / other
    return Line(
        what, _shown(mine, unit), f"{ratio:.2f} × {name}", f"≤ {goal:g} ×", met=ratio <= goal
    )


def ahead(what: str, mine: float, other: float, goal: float, name: str, unit: str = "ms") -> Line:
    """How many times less than something slower."""
    ratio = other / mine
    return Line(
        what, _shown(mine, unit), f"{name} takes {ratio:.1f} ×", f"≥ {goal:g} ×", met=ratio >= goal
    )


def under(what: str, mine: float, goal: float, unit: str = "ms") -> Line:
    """A figure that must not pass a limit, whatever else there is."""
    return Line(what, _shown(mine, unit), "", f"≤ {goal:g} {unit}", met=mine <= goal)


def compared(what: str, mine: float, other: float, name: str, unit: str = "ms") -> Line:
    """As a multiple of something else, with no goal of its own."""
    return Line(what, _shown(mine, unit), f"{mine / other:.2f} × {name}")


def noted(what: str, mine: float, unit: str = "ms") -> Line:
    """A figure to read the others by."""
    return Line(what, _shown(mine, unit))


def cpu(what: str, mine: float, goal: float) -> Line:
    """The time that the window's own thread worked; on a machine shared with others it says more
    than the time that went by, which stands in the line above."""
    return Line(f"  {what}, its own work", _shown(mine, "ms"), "", f"≤ {goal:g} ms", mine <= goal)


def _shown(value: float, unit: str) -> str:
    if unit == "ms" and value >= 1000:
        return f"{value / 1000:.2f} s"
    return f"{value:.1f} {unit}" if value < 100 else f"{value:.0f} {unit}"


def table(lines: Sequence[Line]) -> str:
    """The lines under one another, with a heading."""
    rows = [("what", "figure", "ratio", "goal", "met")]
    rows += [
        (
            line.what,
            line.figure,
            line.ratio,
            line.goal,
            {True: "yes", False: "NO"}.get(line.met, ""),
        )
        for line in lines
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    shown = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    shown.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(shown)
