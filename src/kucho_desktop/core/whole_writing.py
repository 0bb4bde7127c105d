"""A paper or a table that the user asked for, written whole or not at all.

Half-written it lies beside its place under a name that tells nothing. As long as it does, the
program's own folder holds in which folder that is: whoever is killed has it removed later.
"""

import os
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kucho_desktop.core.places import settings_folder

_AT_WORK = 600.0
"""Seconds in which another window may still be at it."""


def write_whole(path: Path, content: bytes) -> None:
    """A file of the same name is replaced at the end. Raises OSError; then it is as it was."""
    with written_whole(path) as new:
        new.write_bytes(content)


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """Gives where to write; once all of it is on the disk, it takes the place of `path`.

    Raises OSError; then the one before is as it was.
    """
    new = path.with_name(f".{secrets.token_hex(8)}.new")
    note = _notes() / new.name
    with suppress(OSError):  # it is written all the same
        note.parent.mkdir(parents=True, exist_ok=True)
        note.write_text(str(path.parent.absolute()), "utf-8")
    try:
        yield new
        with new.open("rb+") as file:
            os.fsync(file.fileno())
        os.replace(new, path)
    except OSError as error:
        error.filename = str(path)  # the one that the user named
        raise
    finally:
        _remove(new, note)


def remove_half_written() -> None:
    """What was being written when the program was killed; on a stick, once it is there again."""
    with suppress(OSError):
        for note in list(_notes().iterdir()):
            with suppress(OSError, ValueError):
                if time.time() - note.stat().st_mtime > _AT_WORK:
                    folder = Path(note.read_text("utf-8"))
                    if folder.is_dir():
                        _remove(folder / note.name, note)


def is_any_half_written() -> bool:
    """Whether something may lie somewhere; looks into the program's own folder alone."""
    with suppress(OSError):
        return any(_notes().iterdir())
    return False


def _notes() -> Path:
    return settings_folder() / "writing"


def _remove(new: Path, note: Path) -> None:
    """The note last: as long as the file is there, it is known."""
    with suppress(OSError):
        new.unlink(missing_ok=True)
        note.unlink(missing_ok=True)
