"""What a disk may fail in: each is done in a folder, and judged whether it came to pass or not."""

import random
import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from crash import older
from crash.district import KEY, begin_district, edit, opened, state_of
from crash.killing import Say
from crash.work import NAME, PASSWORD, Corrupt, Lost, whole

from kucho_desktop.app.books import UPKEEP, create_book, open_book
from kucho_desktop.cli import main
from kucho_desktop.core import keys
from kucho_desktop.core.backup import back_up, content_of
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.kept_copies import copies_in
from kucho_desktop.core.migrations import SCHEMA
from kucho_desktop.core.opening import change_password
from kucho_desktop.core.rekey import rekey
from kucho_desktop.core.restoring import put_back

OTHER = "みずうみに舟がひとつ"


class Operation(NamedTuple):
    """prepare: lays out a folder. do: may raise KuchoError. judge: nothing is lost or corrupt.

    What `do` says to be kept is found in the file "kept", the last of it, when it is judged.
    """

    prepare: Callable[[Path], None]
    do: Callable[[Path, Say], object]
    judge: Callable[[Path], None]


class Refused(KuchoError):
    """The command line said so."""


def _district(folder: Path) -> None:
    begin_district(folder / NAME)
    keys.write_slots(folder / NAME, "a1b2", PASSWORD, KEY)
    with closing(opened(folder / NAME)) as book:
        back_up(book, folder / "copies")
        edit(book, random.Random(1))
        (folder / "before").write_text(f"{state_of(book).rows} {content_of(book).digest}")


def _before(folder: Path) -> str:
    return (folder / "before").read_text().split()[0]


def _opens(folder: Path) -> None:
    """By the password, whole, and with what was kept before."""
    with closing(open_book(folder / NAME, PASSWORD)) as book:
        if problems := book.problems():
            raise Corrupt(str(problems))
        if state_of(book).rows != _before(folder):
            raise Lost("the book is not as it was")


def _edit(folder: Path, say: Say) -> None:
    with closing(opened(folder / NAME)) as book:
        for seed in range(12):
            edit(book, random.Random(seed))
            say(f"kept {state_of(book).rows}")


def _judge_edit(folder: Path) -> None:
    """A step that failed left nothing; those before it are there."""
    kept = folder / "kept"
    known = kept.read_text() if kept.exists() else _before(folder)
    with closing(whole(folder / NAME, thoroughly=True)) as book:
        if state_of(book).rows != known:
            book._reverse(state_of(book).steps, "undo")  # killed before it could be said
        if state_of(book).rows != known:
            raise Lost("a step that failed left something")


def _back_up(folder: Path, _say: Say) -> None:
    with closing(opened(folder / NAME)) as book:
        back_up(book, folder / "new copies")


def _judge_back_up(folder: Path) -> None:
    _opens(folder)
    for copy in copies_in(folder / "new copies"):
        with closing(whole(copy.path)) as book:
            if state_of(book).rows != _before(folder):
                raise Lost("the copy is not what the book was")


def _old(folder: Path) -> None:
    shutil.copyfile(older.book_of(SCHEMA - 1), folder / NAME)


def _upgrade(folder: Path, _say: Say) -> None:
    opened(folder / NAME).close()


def _judge_upgrade(folder: Path) -> None:
    copy = folder / f"{NAME}.v{SCHEMA - 1}"
    if copy.exists() and (problem := older.problem_with_copy(copy, SCHEMA - 1)):
        raise Corrupt(problem)
    with closing(whole(folder / NAME, thoroughly=True)) as book:
        if problem := older.problem_with_upgraded(book, SCHEMA - 1):
            raise Lost(problem)


def _put_back(folder: Path, _say: Say) -> None:
    copy = copies_in(folder / "copies")[0].path
    put_back(copy, folder / NAME, KEY, UPKEEP, now=datetime.now(), keeps_slots=True)


def _judge_put_back(folder: Path) -> None:
    with closing(open_book(folder / NAME, PASSWORD)) as book:
        now = state_of(book).rows
    kept = list(folder.glob("*戻す前*.kucho"))
    if now == _before(folder):
        return
    with closing(opened(copies_in(folder / "copies")[0].path, read_only=True)) as copy:
        if now != state_of(copy).rows:
            raise Lost("neither the book nor the copy lies there")
    if not kept:
        raise Lost("what was there before was not kept")


def _change_password(folder: Path, _say: Say) -> None:
    with closing(open_book(folder / NAME, PASSWORD)) as book:
        change_password(book, PASSWORD, OTHER)


def _judge_password(folder: Path) -> None:
    for password in (PASSWORD, OTHER):
        if keys.read_slots(folder / NAME).all_keys(password):
            open_book(folder / NAME, password).close()
            return
    raise Lost("no password opens it")


def _create(folder: Path, _say: Say) -> None:
    create_book(folder / "新しい区.kucho", PASSWORD)[0].close()


def _judge_create(folder: Path) -> None:
    """What could not be made left nothing that blocks its name."""
    _opens(folder)
    path = folder / "新しい区.kucho"
    if path.exists():
        open_book(path, PASSWORD).close()
    else:
        create_book(path, PASSWORD)[0].close()


def _says(*words: object) -> None:
    if main([str(word) for word in words]):
        raise Refused("")


def _with_papers(folder: Path) -> None:
    _district(folder)
    (folder / "名簿.pdf").write_bytes(b"%PDF the one before %%EOF\n")
    (folder / "名簿.xlsx").write_bytes(b"PK the one before")
    (folder / "名簿.csv").write_bytes("前の名簿\r\n".encode())


def _print(folder: Path, _say: Say) -> None:
    _says("print", folder / NAME, "roster-members", "-o", folder / "名簿.pdf")


def _export(folder: Path, _say: Say) -> None:
    _says("export", folder / NAME, folder / "名簿.xlsx")


def _export_csv(folder: Path, _say: Say) -> None:
    _says("export", folder / NAME, folder / "名簿.csv")


def _judge_papers(folder: Path) -> None:
    """The one before or a whole new one; half of one would be taken for it. Nothing lies beside."""
    _opens(folder)
    pdf, book = (folder / "名簿.pdf").read_bytes(), (folder / "名簿.xlsx").read_bytes()
    if not pdf.rstrip().endswith(b"%%EOF"):
        raise Corrupt("half of a paper")
    if not (book.endswith(b"before") or b"PK\x05\x06" in book[-64:]):
        raise Corrupt("half of a table")
    text = (folder / "名簿.csv").read_bytes()
    if not text.endswith(b"\r\n"):
        raise Corrupt("half of a table as text")
    left = [each.name for each in folder.iterdir() if "名簿" in each.name]
    if len(left) != 3 and not (folder / "killed").exists():  # the next one takes its place then
        raise Corrupt(f"left over: {left}")


OPERATIONS: dict[str, Operation] = {
    "edit": Operation(_district, _edit, _judge_edit),
    "backup": Operation(_district, _back_up, _judge_back_up),
    "migration": Operation(_old, _upgrade, _judge_upgrade),
    "restore": Operation(_district, _put_back, _judge_put_back),
    "rekey": Operation(_district, lambda folder, _say: rekey(folder / NAME, PASSWORD), _opens),
    "password": Operation(_district, _change_password, _judge_password),
    "new book": Operation(_district, _create, _judge_create),
    "paper": Operation(_with_papers, _print, _judge_papers),
    "table": Operation(_with_papers, _export, _judge_papers),
    "text table": Operation(_with_papers, _export_csv, _judge_papers),
}
