"""A paper or a table that the user asked for, written whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """A file of the same name is replaced at the end, once all of the new one is on the disk.

    Raises OSError; then the one before is as it was.
    """
    new = path.with_name(f".{path.name}.new")
    try:
        with new.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(new, path)
    except OSError as error:
        error.filename = str(path)  # the one that the user named
        with suppress(OSError):
            new.unlink(missing_ok=True)
        raise
