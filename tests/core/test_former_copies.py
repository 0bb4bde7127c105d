"""Copies from before a new key: made first, opened with former keys, put back under today's."""

import shutil
from collections import namedtuple
from contextlib import closing
from datetime import datetime

import pytest
from crash import older
from crash.district import KEY, opened

from kucho_desktop.app.books import UPKEEP, create_book, open_book, open_with_code
from kucho_desktop.cli import main
from kucho_desktop.core import rekey as rekeying
from kucho_desktop.core.connection import connect
from kucho_desktop.core.errors import CannotKeep
from kucho_desktop.core.kept_copies import copies_of
from kucho_desktop.core.keys import read_slots
from kucho_desktop.core.migrations import SCHEMA, version_of
from kucho_desktop.core.rekey import rekey
from kucho_desktop.core.restoring import look_at, put_back
from kucho_desktop.households import store

PASSWORD = "あずさの山の清い水"
NOW = datetime(2026, 11, 20, 21, 5)


@pytest.fixture
def renewed(tmp_path):
    """A book that got a new key and one household more since: its path and its codes."""
    book, before = create_book(tmp_path / "梓野区.kucho", PASSWORD)
    store.add_household(book, "山田 太郎")
    book.close()
    code = rekey(book.path, PASSWORD)
    with closing(open_book(book.path, PASSWORD)) as again:
        store.add_household(again, "鈴木 一")
    return book.path, before, code


def heads(book) -> list[str]:
    return [each.head for each in store.households_on(book)]


def test_before_a_new_key_there_is_a_copy(renewed):
    path, _before, _code = renewed
    with closing(open_book(path, PASSWORD)) as book:
        (copy,) = copies_of(path, book.about("book_id"))
        (found,) = look_at([copy], book.known_keys)
        assert (found.households, found.key) == (1, book.known_keys[1])
        with closing(book.opens_here(copy.path)) as twin:
            assert heads(twin) == ["山田 太郎"]


def test_without_a_copy_there_is_no_new_key(tmp_path, own_home):
    book, code = create_book(tmp_path / "梓野区.kucho", PASSWORD)
    book.close()
    (own_home / "backups").write_text("in the way")
    with pytest.raises(CannotKeep, match="台帳は無事"):
        rekey(book.path, PASSWORD)
    open_with_code(book.path, code).close()


def test_a_practice_book_gets_a_new_key_without_a_copy(tmp_path, own_home):
    book, _code = create_book(tmp_path / "梓野区.kucho", PASSWORD, practice=True)
    book.close()
    rekey(book.path, PASSWORD)
    assert not (own_home / "backups").exists()


def test_going_back_to_before_the_new_key_keeps_password_and_code_of_today(renewed):
    path, before, code = renewed
    with closing(open_book(path, PASSWORD)) as book:
        (copy,) = copies_of(path, book.about("book_id"))
        known = book.known_keys
    done = put_back(copy.path, path, known[1], UPKEEP, now=NOW, known=known)
    with closing(open_book(path, PASSWORD)) as book:
        assert heads(book) == ["山田 太郎"]
        assert book.known_keys == known
        assert book.about("code_kept") == ""
        with closing(book.opens_here(done.kept)) as kept:
            assert heads(kept) == ["山田 太郎", "鈴木 一"]
    open_with_code(path, code).close()
    with pytest.raises(Exception, match="この台帳は開きません"):
        open_with_code(path, before)
    assert len(read_slots(path).all_keys(PASSWORD)) == 1
    assert not list(path.parent.glob("*part*"))


def test_the_same_on_the_command_line(renewed, monkeypatch, capsys):
    path, _before, code = renewed
    monkeypatch.setenv("KUCHO_PASSWORD", PASSWORD)
    with closing(open_book(path, PASSWORD)) as book:
        (copy,) = copies_of(path, book.about("book_id"))
    assert main(["restore", "--replace", str(copy.path), str(path)]) == 0
    assert "ふえた 1" in capsys.readouterr().out
    with closing(open_with_code(path, code)) as book:
        assert heads(book) == ["山田 太郎"]


# ---- room ----


@pytest.fixture
def no_room(monkeypatch):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: usage(10, 9, 1))


def test_without_room_no_book_is_upgraded(tmp_path, no_room):
    path = tmp_path / "a.kucho"
    shutil.copyfile(older.book_of(SCHEMA - 1), path)
    with pytest.raises(CannotKeep, match="空き"):
        opened(path)
    with closing(connect(path, KEY)) as db:
        assert version_of(db) == SCHEMA - 1
    assert {each.name for each in tmp_path.iterdir()} <= {"a.kucho", "a.kucho-wal", "a.kucho-shm"}


def test_without_room_there_is_no_new_key_and_no_going_back(renewed, no_room, monkeypatch):
    path, _before, code = renewed
    with pytest.raises(CannotKeep, match="空き"):
        rekey(path, PASSWORD)
    with closing(open_book(path, PASSWORD)) as book:
        (copy,) = copies_of(path, book.about("book_id"))
        known = book.known_keys
    with pytest.raises(CannotKeep, match="空き"):
        put_back(copy.path, path, known[1], UPKEEP, now=NOW, known=known)
    with closing(open_with_code(path, code)) as book:
        assert len(heads(book)) == 2


def test_a_disk_that_does_not_say_how_much_is_free_is_tried(tmp_path, monkeypatch):
    def unknown(_place):
        raise OSError("not supported")

    monkeypatch.setattr(shutil, "disk_usage", unknown)
    book, _code = create_book(tmp_path / "梓野区.kucho", PASSWORD)
    book.close()
    assert rekeying.rekey(book.path, PASSWORD)
