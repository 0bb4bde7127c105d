"""Where the program finds its own files, in a checkout, a wheel or a frozen bundle."""

import os
import sys
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
_CHECKOUT = _PACKAGE.parents[1]


@cache
def _beside(name: str) -> Path:
    for root in (Path(getattr(sys, "_MEIPASS", _PACKAGE)), _PACKAGE, _CHECKOUT):
        if (root / name).is_dir():
            return root / name
    return _CHECKOUT / name


def resources() -> Path:
    """Fonts, icons, reference data, letter texts."""
    return _beside("resources")


def translations() -> Path:
    """The compiled catalogues."""
    return _beside("translations")


def settings_folder() -> Path:
    """The program's own folder of this user: window settings and copies of key slots.

    `KUCHO_HOME` names another one (tests, a portable stick). Holds nothing personal.
    """
    named = os.environ.get("KUCHO_HOME")
    if named:
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", Path.home())) / "kucho_desktop"
    return Path(os.environ.get("XDG_CONFIG_HOME", Path.home() / ".config")) / "kucho_desktop"


def backups_folder() -> Path:
    """Where the program keeps copies of the books of this user, apart from the books.

    Not in the part of a Windows profile that is sent from computer to computer.
    """
    named = os.environ.get("KUCHO_HOME")
    if named:
        return Path(named) / "backups"
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", Path.home()))
        return local / "kucho_desktop" / "backups"
    data = Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share"))
    return data / "kucho_desktop" / "backups"


def text_of(name: str, language: str = "ja") -> str:
    """A letter or form text, by name; Japanese papers are the rule, other languages may follow."""
    folder = resources() / "texts"
    own = folder / language / f"{name}.txt"
    return (own if own.is_file() else folder / "ja" / f"{name}.txt").read_text("utf-8")
