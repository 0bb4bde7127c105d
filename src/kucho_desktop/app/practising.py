"""The invented district that may be filled, spoiled and thrown away."""

from pathlib import Path

from kucho_desktop.app.practice import write_practice_book
from kucho_desktop.core.places import settings_folder

PASSWORD = "practice"
"""No secret: the people of the practice district are invented."""
_NAME = "梓野区.kucho"


def known_password(path: Path) -> str:
    """Of the practice district, which nobody was ever asked for; empty for every other book."""
    return PASSWORD if path == _path() else ""


def throw_away() -> None:
    """The book of the practice district and all that lies beside it."""
    path = _path()
    for each in path.parent.glob(f"{path.name}*"):
        each.unlink(missing_ok=True)


def _path() -> Path:
    return settings_folder() / "practice" / _NAME


def practice_book() -> tuple[Path, str]:
    """Its file, written the first time, and its password."""
    path = _path()
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        write_practice_book(path, PASSWORD)
    return path, PASSWORD
