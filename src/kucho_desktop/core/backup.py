"""Copies of the book: made while it is open, opened and compared before they count."""

import os
import shutil
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from kucho_desktop.core import keys
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import CannotKeep
from kucho_desktop.core.i18n import _
from kucho_desktop.core.tables import TABLES


def back_up(book: Book, folder: Path) -> Path:
    """Write a verified copy with its key slots into a folder; gives its path.

    The name holds the time to the microsecond, so that no copy is ever overwritten.
    Raises CannotKeep if the copy cannot be made or is not the same as the book.
    """
    stamp = datetime.now().strftime("%Y%m%d-%H%M%S-%f")
    copy = folder / f"{book.path.stem}-{stamp}{book.path.suffix}"
    unfinished = copy.with_name(copy.name + ".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _refuse_without_room(book.path, folder)
        book.copy_to(unfinished)
        _refuse_if_different(book, unfinished)
        keys.copy_slots(book.path, copy)
        os.replace(unfinished, copy)
    except OSError as error:
        raise CannotKeep(
            _("The backup could not be written to {folder}. The book itself is safe.").format(
                folder=folder
            )
        ) from error
    finally:
        for left in (unfinished, *_logs(unfinished)):
            with suppress(OSError):
                left.unlink(missing_ok=True)
    return copy


def restore(copy: Path, path: Path) -> None:
    """Put a copy, with its key slots, at a path where no book is yet; whole or not at all.

    Raises CannotOpenFile where nobody could open the copy, CannotKeep for the rest.
    """
    if path.exists():
        raise CannotKeep(_("There is already a book of this name. Please choose another name."))
    if not copy.is_file():
        raise CannotKeep(_("The backup could not be read: {copy}").format(copy=copy))
    if not path.parent.is_dir():
        raise CannotKeep(
            _("No book can be made here: {path}. Please choose another folder.").format(path=path)
        )
    log = _logs(copy)[0]
    if log.exists() and log.stat().st_size:
        raise CannotKeep(
            _(
                "{copy} is still open, or was never closed. Please open it and close it once."
            ).format(copy=copy)
        )
    keys.read_slots(copy)
    try:
        for left in _logs(path):  # the log of a book that is gone would be worked into this one
            left.unlink(missing_ok=True)
        shutil.copyfile(copy, path)
        keys.copy_slots(copy, path)
    except OSError as error:
        for left in (path, keys.key_file_of(path)):
            left.unlink(missing_ok=True)
        raise CannotKeep(_("The backup could not be read: {copy}").format(copy=copy)) from error


def content_of(book: Book) -> dict[str, int]:
    """Table → number of rows, of all that is kept."""
    return {
        name: int(book.tuples(f'SELECT count(*) FROM "{name}"')[0][0])
        for name in TABLES
        if name != "open_step"
    }


def _refuse_without_room(path: Path, folder: Path) -> None:
    if shutil.disk_usage(folder).free < 2 * path.stat().st_size:
        raise CannotKeep(
            _(
                "There is not enough room for the backup in {folder}. The book itself is safe."
            ).format(folder=folder)
        )


def _refuse_if_different(book: Book, copy: Path) -> None:
    twin = book.opens_here(copy)
    try:
        if twin.problems() or content_of(twin) != content_of(book):
            if book.problems():
                raise CannotKeep(
                    _("This book itself is damaged. Please go back to an earlier backup of it.")
                )
            raise CannotKeep(
                _("The backup came out damaged and was thrown away. Please try another place.")
            )
    finally:
        twin.close()


def _logs(path: Path) -> tuple[Path, ...]:
    return tuple(path.with_name(path.name + end) for end in ("-wal", "-shm", "-journal"))
