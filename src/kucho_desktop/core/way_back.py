"""The way back for a book that does not open: which copies of it there are, which is whole."""

from contextlib import closing
from pathlib import Path

from kucho_desktop.core.check import problems_in
from kucho_desktop.core.connection import connect
from kucho_desktop.core.errors import CannotOpenFile, Damaged, KuchoError
from kucho_desktop.core.kept_copies import Copy, copies_of
from kucho_desktop.core.keys import read_slots
from kucho_desktop.core.restoring import Readable, look_at
from kucho_desktop.core.second_place import second_place


def id_of(path: Path) -> str:
    """As its slots say it; empty where they are lost, too, or are those of another book.

    Of what has no id the copies are known by their name.
    """
    try:
        book_id = read_slots(path).book_id
    except KuchoError:
        return ""
    return book_id if copies_for(path, book_id) else ""


def is_wanted(path: Path, error: KuchoError) -> bool:
    """Whether going back helps: the book is damaged, or it is not there any more."""
    return isinstance(error, Damaged) or not path.is_file()


def copies_for(path: Path, book_id: str) -> list[Copy]:
    """The newest first, in the program's own folder and in the second place."""
    second = second_place(book_id).folder
    return copies_of(path, book_id, [second] if second is not None else [])


def newest_whole(path: Path, password: str) -> Copy | None:
    """The newest copy that this password opens and in which nothing is wrong."""
    for found in look_at(copies_for(path, id_of(path)), (), password):
        if is_whole(found):
            return found.copy
    return None


def is_whole(found: Readable) -> bool:
    """Every page of it, read as it lies."""
    if found.key is None:
        return False
    try:
        with closing(connect(found.copy.path, found.key, as_it_lies=True)) as db:
            return not problems_in(db)
    except CannotOpenFile:
        return False
