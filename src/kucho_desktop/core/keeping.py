"""Copies by themselves: into the program's own folder, and into the second place if it is there."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kucho_desktop.core.backup import back_up
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import CannotKeep
from kucho_desktop.core.kept_copies import Copy, copies_in, folder_in, thin
from kucho_desktop.core.places import backups_folder
from kucho_desktop.core.second_place import second_place, see_second_place

Tell = Callable[[int, int], None]


@dataclass(frozen=True)
class Kept:
    """How the copies stand.

    at: of the last one; None if there is none. in_second: whether the second place has it, too.
    trouble: of one place, where the other one has it. is_behind: the second place is there now and
    lacks the last copy.
    """

    at: datetime | None
    in_second: bool = False
    trouble: str = ""
    is_behind: bool = False


def how_copies_stand(path: Path, book_id: str) -> Kept:
    """Looks at file names only, yet a stick or the network may take its time."""
    main = copies_in(folder_in(backups_folder(), path, book_id))[:1]
    second = _second_copies(path, book_id)[:1]
    last = max((copy.at for copy in (*main, *second)), default=None)
    in_second = bool(second) and second[0].at == last
    folder = second_place(book_id).folder
    return Kept(last, in_second, is_behind=not in_second and folder is not None and folder.is_dir())


def keep_copies(book: Book, book_id: str, now: datetime, tell: Tell) -> Kept:
    """Make them, each verified, then thin what is there. Any thread will do.

    Raises CannotKeep if there is none in the end, Damaged if the book itself is.
    """
    second = second_place(book_id).folder
    has_second = second is not None and second.is_dir()
    made, troubles = list[bool](), list[CannotKeep]()
    for place, is_second in ((backups_folder(), False), (second, True)):
        if place is None or (is_second and not has_second):
            continue
        folder = folder_in(place, book.path, book_id)
        try:
            back_up(book, folder, now=now, tell=_Part(tell, is_second, has_second))
        except CannotKeep as trouble:
            troubles.append(trouble)
        else:
            made.append(is_second)
            thin(folder, now)
    if not made:
        raise troubles[0]
    if True in made:
        see_second_place(book_id, now.date())
    return Kept(now, True in made, str(troubles[0]) if troubles else "")


class _Part:
    """Two copies are one progress: the second one begins at the half."""

    def __init__(self, tell: Tell, is_second: bool, has_second: bool) -> None:
        self._tell = tell
        self._before, self._parts = int(is_second), 1 + has_second

    def __call__(self, done: int, total: int) -> None:
        self._tell(self._before * total + done, self._parts * total)


def _second_copies(path: Path, book_id: str) -> list[Copy]:
    folder = second_place(book_id).folder
    return copies_in(folder_in(folder, path, book_id)) if folder is not None else []
