"""Whether there is room for one more file as large as a book, before it is begun."""

import shutil
from contextlib import suppress
from pathlib import Path

from kucho_desktop.core.errors import CannotKeep


def refuse_without_room(path: Path, folder: Path, sentence: str) -> None:
    """Raise CannotKeep with the sentence unless the folder has room for the file twice over.

    Where the system does not say how much is free, the work itself will find out.
    """
    with suppress(OSError):
        if shutil.disk_usage(folder).free < 2 * path.stat().st_size:
            raise CannotKeep(sentence)
