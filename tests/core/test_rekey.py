"""A new key for a book; whatever interrupts it, a whole book opens."""

import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kucho_desktop.core import keys, opening
from kucho_desktop.core import rekey as rekeying
from kucho_desktop.core.backup import back_up, content_of
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import CannotKeep, InUse, WrongPassword
from kucho_desktop.core.keys import (
    WrongRecoveryCode,
    anew_beside,
    key_file_of,
    key_from_recovery_code,
)
from kucho_desktop.core.rekey import rekey
from kucho_desktop.core.upkeep import NO_UPKEEP

PASSWORD, OTHER = "あずさの山の清い水", "みずうみに舟がひとつ"


@pytest.fixture
def made(tmp_path: Path) -> tuple[Path, str]:
    """A closed book with a mark in it, and its recovery code."""
    path = tmp_path / "梓野区.kucho"
    book, code = opening.create_book(path, PASSWORD, NO_UPKEEP)
    with book.aside():
        book.set_about("mark", "here")
    book.close()
    return path, code


def is_whole(path: Path) -> bool:
    """Opens by the password, holds everything, and nothing is left beside it."""
    book = opening.open_book(path, PASSWORD, NO_UPKEEP)
    try:
        left = {each.name for each in path.parent.glob(f"{path.name}*")}
        tidy = left <= {path.name + end for end in ("", ".keys", ".lock", "-wal", "-shm")}
        one_slot = len(keys.read_slots(path).all_keys(PASSWORD)) == 1
        return book.about("mark") == "here" and not book.problems() and tidy and one_slot
    finally:
        book.close()


def test_the_new_code_opens_it_and_the_former_one_no_longer(made: tuple[Path, str]) -> None:
    path, before = made
    code = rekey(path, PASSWORD)
    assert is_whole(path)
    opening.open_with_code(path, code, NO_UPKEEP).close()
    with pytest.raises(WrongRecoveryCode):
        opening.open_with_code(path, before, NO_UPKEEP)


def test_older_backups_open_from_inside_the_book(made: tuple[Path, str], tmp_path: Path) -> None:
    path, _code = made
    book = opening.open_book(path, PASSWORD, NO_UPKEEP)
    copies = [back_up(book, tmp_path / "copies")]
    book.close()
    for _time in range(2):
        rekey(path, PASSWORD)
        book = opening.open_book(path, PASSWORD, NO_UPKEEP)
        copies.append(back_up(book, tmp_path / "copies"))
        for copy in copies:
            twin = book.opens_here(copy)
            assert twin.about("mark") == "here"
            assert content_of(twin)
            twin.close()
        book.close()


def test_a_worker_opens_an_older_backup(made: tuple[Path, str], tmp_path: Path) -> None:
    path, _code = made
    book = opening.open_book(path, PASSWORD, NO_UPKEEP)
    copy = back_up(book, tmp_path / "copies")
    book.close()
    rekey(path, PASSWORD)
    book = opening.open_book(path, PASSWORD, NO_UPKEEP)
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(_mark_in, book, copy).result() == "here"
    book.close()


def _mark_in(book: Book, copy: Path) -> str:
    twin = book.opens_here(copy)
    try:
        return twin.about("mark")
    finally:
        twin.close()


def test_the_sheet_has_to_be_tried_again(made: tuple[Path, str]) -> None:
    path, _code = made
    book = opening.open_book(path, PASSWORD, NO_UPKEEP)
    with book.aside():
        book.set_about("code_kept", "2026-11-20")
    book.close()
    rekey(path, PASSWORD)
    book = opening.open_book(path, PASSWORD, NO_UPKEEP)
    assert book.about("code_kept") == ""
    book.close()


def test_another_password_later_leaves_no_way_in_for_the_former(
    made: tuple[Path, str], own_home: Path
) -> None:
    path, _code = made
    rekey(path, PASSWORD)
    book = opening.open_book(path, PASSWORD, NO_UPKEEP)
    opening.change_password(book, PASSWORD, OTHER)
    book.close()
    for file in (key_file_of(path), *(own_home / "keys").iterdir()):
        with pytest.raises(WrongPassword):
            keys.KeyFile.read(file).open(PASSWORD)


def test_a_wrong_password_or_an_open_book_changes_nothing(made: tuple[Path, str]) -> None:
    path, code = made
    with pytest.raises(WrongPassword):
        rekey(path, OTHER)
    book = opening.open_book(path, PASSWORD, NO_UPKEEP)
    with pytest.raises(InUse):
        rekey(path, PASSWORD)
    book.close()
    assert is_whole(path)
    opening.open_with_code(path, code, NO_UPKEEP).close()


def test_a_copy_that_differs_is_not_taken(
    made: tuple[Path, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, code = made
    monkeypatch.setattr(rekeying, "_is_same", lambda _one, _other: False)
    with pytest.raises(CannotKeep, match="かぎは前のまま"):
        rekey(path, PASSWORD)
    assert is_whole(path)
    opening.open_with_code(path, code, NO_UPKEEP).close()


def test_a_disk_that_refuses_leaves_the_former_key(
    made: tuple[Path, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, code = made
    real = os.replace

    def refuse(source: Path, target: Path) -> None:
        if source == anew_beside(path):
            raise OSError("in use")
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", refuse)
        with pytest.raises(CannotKeep, match="かぎは前のまま"):
            rekey(path, PASSWORD)
    assert is_whole(path)
    opening.open_with_code(path, code, NO_UPKEEP).close()


@pytest.mark.skipif(sys.platform == "win32", reason="forks")
def test_killed_at_any_of_its_doings_the_book_opens(
    made: tuple[Path, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A child does it and ends without a word at its n-th touch of the disk, n = 1, 2, 3 …

    Without the copy before, which is killed in tests/crash.
    """
    monkeypatch.setattr(rekeying, "keep_copies", lambda *_all: None)
    path, code = made
    formers = {key_from_recovery_code(code)}
    at = 1
    while not _ends_by_itself(path, at):
        at += 1
        assert is_whole(path), at
    assert at > 10
    assert is_whole(path)
    book = opening.open_book(path, PASSWORD, NO_UPKEEP)
    assert formers <= {bytes.fromhex(each) for each in json.loads(book.about("former_keys"))}
    book.close()


def _ends_by_itself(path: Path, last: int) -> bool:
    child = os.fork()
    if child == 0:
        done = [0]

        def count(event: str, _arguments: object) -> None:
            done[0] += event in {"open", "os.rename", "os.remove"}
            if done[0] == last:
                os._exit(9)

        sys.addaudithook(count)
        try:
            rekey(path, PASSWORD)
            os._exit(0)
        finally:
            os._exit(1)
    _child, status = os.waitpid(child, 0)
    ended = os.waitstatus_to_exitcode(status)
    assert ended in (0, 9)
    return ended == 0
