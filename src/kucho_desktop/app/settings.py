"""What the window remembers between two runs: type size, palette, where it stood. Nothing personal.

Kept as JSON in the program's own folder; a damaged or missing file means the usual look.
"""

import contextlib
import json
import os
from pathlib import Path
from typing import Any

from kucho_desktop.core.places import settings_folder

RENEW, LEAVE = "renew", "leave"
"""What a book is closed for: a new key, the end of a term."""
_MOST_RECENT = 5


class Settings:
    """points: type size. palette: a name of widgets.colours.PALETTES. geometry: Qt's own, in hex.

    widths: {list: {column: pixels}}. recent: paths of books, the last one first.
    idle_minutes: after how long without a key the screen is hidden.
    """

    def __init__(
        self,
        points: int = 12,
        palette: str = "calm",
        geometry: str = "",
        widths: dict[str, dict[str, int]] | None = None,
        recent: list[str] | None = None,
        idle_minutes: int = 10,
    ) -> None:
        self.points = points
        self.palette = palette
        self.geometry = geometry
        self.widths = widths or {}
        self.recent = recent or []
        self.idle_minutes = idle_minutes

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Settings) and vars(self) == vars(other)

    __hash__ = None  # type: ignore[assignment]  # it changes

    def remember_book(self, path: Path) -> None:
        whole = str(path.resolve())
        self.recent = [whole, *(each for each in self.recent if each != whole)][:_MOST_RECENT]

    def forget_books(self) -> None:
        """None of them was ever open here."""
        self.recent = []

    def recent_books(self) -> list[Path]:
        """Books opened lately that are still there."""
        return [Path(each) for each in self.recent if Path(each).is_file()]

    def save(self) -> None:
        """Write them; a disk that cannot be written to only means that they are forgotten."""
        path = _path()
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            new = path.with_suffix(".new")
            new.write_text(json.dumps(vars(self), ensure_ascii=False), "utf-8")
            os.replace(new, path)


def load_settings() -> Settings:
    try:
        said = json.loads(_path().read_text("utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(said, dict):
        return Settings()
    usual = Settings()
    return Settings(
        points=_fitting(said.get("points"), usual.points),
        palette=_fitting(said.get("palette"), usual.palette),
        geometry=_fitting(said.get("geometry"), usual.geometry),
        widths=_widths(said.get("widths")),
        recent=[each for each in _fitting(said.get("recent"), []) if isinstance(each, str)],
        idle_minutes=max(1, _fitting(said.get("idle_minutes"), usual.idle_minutes)),
    )


def _path() -> Path:
    return settings_folder() / "window.json"


def _fitting(value: Any, usual: Any) -> Any:
    return value if isinstance(value, type(usual)) else usual


def _widths(value: Any) -> dict[str, dict[str, int]]:
    return {
        name: {column: width for column, width in _fitting(each, {}).items() if type(width) is int}
        for name, each in _fitting(value, {}).items()
    }
