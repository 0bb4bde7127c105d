"""By how much each printer is off its mark, as the user found out with a test print.

Kept in the program's own folder; it belongs to this computer, not to the book. Light.
"""

import contextlib
import json
import os
from pathlib import Path

from kucho_desktop.core.places import settings_folder
from kucho_desktop.paper.stationery import FARTHEST, STEP

ANY = ""
"""Stands for every printer that has no line of its own."""

Shift = tuple[float, float]
"""Millimetres to the right, and down."""


def shift_of(printer: str = ANY) -> Shift:
    """What was found for this printer, else for all of them."""
    known = _kept()
    return known.get(printer) or known.get(ANY) or (0.0, 0.0)


def keep_shift(printer: str, shift: Shift) -> None:
    """A disk that cannot be written to only means that it is forgotten."""
    known = {**_kept(), printer: fitting(shift)}
    path = _path()
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_suffix(".new")
        new.write_text(json.dumps(known, ensure_ascii=False), "utf-8")
        os.replace(new, path)


def fitting(shift: Shift) -> Shift:
    """In steps of half a millimetre, ten at the most."""
    right, down = (min(max(round(each / STEP) * STEP, -FARTHEST), FARTHEST) for each in shift)
    return right, down


def _path() -> Path:
    return settings_folder() / "printers.json"


def _kept() -> dict[str, Shift]:
    try:
        said = json.loads(_path().read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    found: dict[str, Shift] = {}
    for name, each in said.items() if isinstance(said, dict) else ():
        if isinstance(each, list) and len(each) == 2 and all(map(_is_number, each)):
            found[name] = fitting((float(each[0]), float(each[1])))
    return found


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1000
