"""Where a file lies: in a folder that is sent to the net, on a network drive, on a stick.

A book is safe on the computer's own disk. Elsewhere another program may write to it, or it may be
gone while it is open; so the user is told, with what to do.
"""

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kucho_desktop.core.i18n import N_, _

CLOUD, NETWORK, REMOVABLE = "cloud", "network", "removable"

_CLOUD_FOLDERS = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "マイドライブ": "Google Drive",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "box": "Box",
    "nextcloud": "Nextcloud",
}
_NETWORK_TYPES = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "sshfs", "davfs", "afpfs"})
_STICK_PLACES = ("/media/", "/run/media/", "/Volumes/")
_WINDOWS_REMOVABLE, _WINDOWS_REMOTE = 2, 4

_SAID = {
    CLOUD: N_(
        "The book lies in the {name} folder, which sends it to the net and may write to it at the"
        " same time. Please close the program, move the book and its key file to a folder of this"
        " computer, such as Documents, and open it there."
    ),
    NETWORK: N_(
        "The book lies on a drive in the network. If the connection breaks, what you write may not"
        " be kept. Please close the program, move the book and its key file to this computer and"
        " open it there. The network drive is a good place for copies."
    ),
    REMOVABLE: N_(
        "The book lies on a memory stick or a removable disk, which can be lost or pulled out."
        " Please close the program, move the book and its key file to this computer and open it"
        " there. The stick is a good place for copies."
    ),
}


@dataclass(frozen=True)
class Facts:
    r"""What the computer says of itself; tests say something else.

    named: environment variables. mounts: folder → file system, where the system lists them.
    drive_type: what Windows says of a drive such as "E:\" (2 removable, 4 remote).
    """

    named: Mapping[str, str] = field(default_factory=dict)
    mounts: Mapping[str, str] = field(default_factory=dict)
    drive_type: Callable[[str], int] = lambda _drive: 0


def facts() -> Facts:
    """Of this computer. Costs a few file reads; the drives themselves are not touched."""
    return Facts(os.environ, _mounts(), _drive_type)


def lies(path: str, known: Facts) -> tuple[str, str]:
    """("", "") on the computer's own disk; else which kind of place, and its name if it has one."""
    plain = path.replace("\\", "/")
    if plain.startswith("//"):
        return NETWORK, ""
    cloud = _cloud(plain, known)
    if cloud:
        return CLOUD, cloud
    if plain[1:2] == ":":
        kind = known.drive_type(path[:2] + "\\")
        return {_WINDOWS_REMOVABLE: REMOVABLE, _WINDOWS_REMOTE: NETWORK}.get(kind, ""), ""
    inside = [folder for folder in known.mounts if _is_in(plain, folder)]
    system = known.mounts[max(inside, key=len)] if inside else ""
    if system.removeprefix("fuse.") in _NETWORK_TYPES:
        return NETWORK, ""
    return (REMOVABLE if plain.startswith(_STICK_PLACES) else ""), ""


def warning_about(path: Path, known: Facts) -> str:
    """What the user should know of this place, with the remedy; empty if all is well."""
    kind, name = lies(str(path), known)
    return _(_SAID[kind]).format(name=name) if kind else ""


def _cloud(plain: str, known: Facts) -> str:
    for name, folder in known.named.items():
        here = folder.replace("\\", "/").lower()
        if name.lower().startswith("onedrive") and here and _is_in(plain.lower(), here):
            return "OneDrive"
    for part in plain.lower().split("/")[:-1]:
        known_as = part.split(" - ")[0].strip()  # "OneDrive - 梓野区", "OneDrive – Personal"
        for begins, called in _CLOUD_FOLDERS.items():
            if known_as == begins or (begins != "box" and part.startswith(f"{begins}-")):
                return called
    return ""


def _is_in(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip("/") + "/")


def _mounts() -> dict[str, str]:
    try:
        lines = Path("/proc/mounts").read_text("utf-8", "replace").splitlines()
    except OSError:
        return {}
    parts = (line.split(" ") for line in lines)
    return {part[1].replace("\\040", " "): part[2] for part in parts if len(part) > 2}


def _drive_type(drive: str) -> int:
    if sys.platform != "win32":
        return 0
    import ctypes

    return int(ctypes.windll.kernel32.GetDriveTypeW(drive))
