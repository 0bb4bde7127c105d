"""Everything of a book on this computer, overwritten and removed when a term ends.

The book itself goes last: whoever was interrupted opens it and begins again.
"""

import json
import os
import re
import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kucho_desktop.core.errors import CannotKeep, CannotOpenFile
from kucho_desktop.core.i18n import N_
from kucho_desktop.core.keys import COMPUTER, KeyFile, key_file_of
from kucho_desktop.core.lock import WriterLock
from kucho_desktop.core.password_slot import Slot
from kucho_desktop.core.places import backups_folder, settings_folder
from kucho_desktop.core.second_place import choose_second_place, second_place

Tell = Callable[[int, int], None]
_AT_ONCE = 1 << 20
_ENDS = r"(\.(keys|lock|part|new-key|v\d+)|-(wal|shm|journal))*"
SECOND, COPIES, OWN, BOOK = (
    N_("Copies in the second place"),
    N_("Copies on this computer"),
    N_("What the program kept for itself: settings, list of books, reports, practice"),
    N_("The book with its key file, and what was kept beside it"),
)


@dataclass(frozen=True)
class Heap:
    """Files of one kind, and the folders that held nothing else. what: one of the kinds above."""

    what: str
    files: tuple[Path, ...] = ()
    folders: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Wiped:
    """left: what could not be removed."""

    what: str
    count: int
    left: tuple[Path, ...] = ()


def heaps_of(path: Path, book_id: str, *, with_second: bool) -> list[Heap]:
    """All there is of a book, in the order in which it goes; looks into folders alone."""
    place = second_place(book_id).folder if with_second else None
    heaps = [Heap(COPIES, *_copies_in(backups_folder(), book_id))]
    if place is not None:
        heaps.insert(0, Heap(SECOND, *_copies_in(place, book_id)))
    return [*heaps, Heap(OWN, *_own(book_id)), Heap(BOOK, tuple(_of_book(path)))]


def _copies_in(place: Path, book_id: str) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """By the id: a book that was called otherwise before has another folder, too."""
    folders = [
        each
        for each in _inside(place)
        if book_id and each.name.endswith(f"-{book_id[:8]}") and each.is_dir()
    ]
    return tuple(_files_in(folders)), tuple(folders)


def _own(book_id: str) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """What belongs to other books of this user stays: their key slots and what they remember."""
    home = settings_folder()
    folders = [home / name for name in ("practice", "reports")]
    files = [
        *_files_in(folders),
        *(each for each in _inside(home) if each.is_file() and each.name != "copies.json"),
        *(each for each in _inside(home / "keys") if each.name.startswith(f"{book_id}-")),
        *(each for each in _inside(home / "erased") if each.name.startswith(f"{book_id}.")),
    ]
    if not _others_with_a_place(book_id):
        files += [each for each in (home / "copies.json",) if each.is_file()]
    return tuple(files), (*folders, home / "keys", home / "erased")


def _others_with_a_place(book_id: str) -> bool:
    with suppress(OSError, ValueError):
        said = json.loads((settings_folder() / "copies.json").read_text("utf-8"))
        return bool(set(said) - {book_id})
    return False


def _of_book(path: Path) -> Iterator[Path]:
    """The book last of all; before it what stood at its place before, half-written files, logs."""
    name, stem, kind = map(re.escape, (path.name, path.stem, path.suffix))
    belongs = re.compile(rf"\.?{name}{_ENDS}|{stem} \(.*\){kind}{_ENDS}|\.{name}\..*")
    last = (key_file_of(path), path)
    for each in _inside(path.parent):
        if belongs.fullmatch(each.name) and each not in last and each.is_file():
            yield each
    yield from (each for each in last if each.is_file())


def _inside(folder: Path) -> list[Path]:
    with suppress(OSError):
        return sorted(folder.iterdir())
    return []


def _files_in(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        for each in _inside(folder):
            if each.is_dir() and not each.is_symlink():
                yield from _files_in([each])
            else:
                yield each


def wipe(heaps: Iterable[Heap], tell: Tell = lambda *_far: None) -> list[Wiped]:
    """Overwrite and remove; what cannot be removed is named, and the rest goes all the same."""
    whole = list(heaps)
    total, done = sum(len(heap.files) for heap in whole), 0
    wiped = []
    for heap in whole:
        left = list[Path]()
        for path in heap.files:
            try:
                overwrite(path)
            except OSError:
                left.append(path)
            done += 1
            tell(done, total)
        for folder in heap.folders:
            _remove_empty(folder)
        wiped.append(Wiped(heap.what, len(heap.files) - len(left), tuple(left)))
    return wiped


def wipe_book(path: Path, book_id: str, *, with_second: bool, tell: Tell) -> list[Wiped]:
    """All of a closed book. Raises InUse while a window has it open; then nothing was touched."""
    WriterLock(path).free()
    heaps = heaps_of(path, book_id, with_second=with_second)
    if secrets_kept := _of_computer(heaps, book_id):
        from kucho_desktop.core.computer_slot import forget_secrets

        forget_secrets(secrets_kept)
    wiped = wipe(heaps, tell)
    if second_place(book_id).folder is not None:  # other books have one, too, so the list stays
        with suppress(CannotKeep):
            choose_second_place(book_id, None, date.today())
    return wiped


def _of_computer(heaps: Iterable[Heap], book_id: str) -> list[Slot]:
    """The slots of which the system itself keeps the secret, also those beside the copies."""
    found = list[Slot]()
    for path in (each for heap in heaps for each in heap.files if each.suffix == ".keys"):
        with suppress(CannotOpenFile):
            slots = KeyFile.read(path)
            if slots.book_id == book_id:
                found += [each for each in slots.slots if each.get("kind") == COMPUTER]
    return found


def overwrite(path: Path) -> None:
    """With chance, once, to the disk; then under another name, so that no name is left. OSError.

    On an SSD the former bytes may stay where no program reaches them.
    """
    if path.is_symlink():
        path.unlink()
        return
    with suppress(OSError):
        path.chmod(0o600)
    with path.open("r+b") as file:
        left = os.fstat(file.fileno()).st_size
        while left > 0:
            left -= file.write(secrets.token_bytes(min(left, _AT_ONCE)))
        file.flush()
        os.fsync(file.fileno())
        file.truncate(0)
        os.fsync(file.fileno())
    nameless = path.with_name(secrets.token_hex(8))
    path.rename(nameless)
    nameless.unlink()


def _remove_empty(folder: Path) -> None:
    """With the empty ones inside it."""
    for each in _inside(folder):
        if each.is_dir() and not each.is_symlink():
            _remove_empty(each)
    with suppress(OSError):
        folder.rmdir()
