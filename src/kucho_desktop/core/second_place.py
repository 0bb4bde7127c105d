"""The second place for copies, such as a memory stick: where it is and when it was last there.

Kept in the program's own folder, by book: the place belongs to this computer, not to the book.
"""

import contextlib
import json
import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kucho_desktop.core.errors import CannotKeep
from kucho_desktop.core.i18n import _
from kucho_desktop.core.places import settings_folder

TOO_LONG = 14
"""Days after which one is reminded of it."""


@dataclass(frozen=True)
class SecondPlace:
    """folder: empty if none was chosen. seen: the day on which a copy was last made there."""

    folder: Path | None = None
    seen: date | None = None

    def is_missed(self, today: date) -> bool:
        """Whether it was chosen and has not been there for too long."""
        return self.seen is not None and (today - self.seen).days >= TOO_LONG


def second_place(book_id: str) -> SecondPlace:
    """Anything that cannot be read means that none was chosen."""
    said = _read().get(book_id, {})
    with contextlib.suppress(KeyError, TypeError, ValueError):
        return SecondPlace(Path(said["folder"]), date.fromisoformat(said["seen"]))
    return SecondPlace()


def choose_second_place(book_id: str, folder: Path | None, today: date) -> None:
    """Remember it from now on; None for none. Raises CannotKeep where that cannot be written."""
    known = _read()
    known.pop(book_id, None)
    if folder is not None:
        known[book_id] = {"folder": str(folder), "seen": today.isoformat()}
    try:
        _write(known)
    except OSError as error:
        raise CannotKeep(_("The place could not be remembered. Please choose it again.")) from error


def see_second_place(book_id: str, today: date) -> None:
    """A copy was made there today. That it cannot be noted must not stop anybody."""
    place = second_place(book_id)
    if place.folder is not None and place.seen != today:
        with contextlib.suppress(CannotKeep):
            choose_second_place(book_id, place.folder, today)


def _path() -> Path:
    return settings_folder() / "copies.json"


def _read() -> dict[str, dict[str, str]]:
    try:
        said = json.loads(_path().read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}


def _write(known: dict[str, dict[str, str]]) -> None:
    path = _path()
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(".new")
    new.write_text(json.dumps(known, ensure_ascii=False), "utf-8")
    os.replace(new, path)
