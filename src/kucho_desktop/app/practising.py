"""The invented district that may be filled, spoiled and thrown away."""

from pathlib import Path

from kucho_desktop.app.practice import write_practice_book
from kucho_desktop.core.places import settings_folder

PASSWORD = "practice"
"""No secret: the people of the practice district are invented."""
_NAME = "梓野区.kucho"


def practice_book() -> tuple[Path, str]:
    """Its file, written the first time, and its password."""
    path = settings_folder() / "practice" / _NAME
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        write_practice_book(path, PASSWORD)
    return path, PASSWORD
