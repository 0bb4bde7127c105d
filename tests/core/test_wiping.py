"""The end of a term: nothing of the book stays on the computer, and nothing else is touched."""

import json
import os
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest
from core.secret_store import secret_store

from kucho_desktop.app.books import create_book, open_book
from kucho_desktop.app.settings import Settings
from kucho_desktop.core import keys, wiping
from kucho_desktop.core.computer_slot import keep_slot
from kucho_desktop.core.erased import erase_now
from kucho_desktop.core.erasing import Whom
from kucho_desktop.core.keeping import keep_copies
from kucho_desktop.core.kept_copies import copies_of
from kucho_desktop.core.second_place import choose_second_place, second_place
from kucho_desktop.core.wiping import (
    BOOK,
    COPIES,
    OWN,
    SECOND,
    heaps_of,
    overwrite,
    wipe,
    wipe_book,
)
from kucho_desktop.households import store

PASSWORD = "ひみつの合言葉です"


@pytest.fixture
def path(tmp_path, own_home):
    """A book with copies in both places, slots, a ledger, settings, a report, practice."""
    (tmp_path / "USB").mkdir()
    (tmp_path / "文書").mkdir()
    book, _code = create_book(tmp_path / "文書" / "梓野区.kucho", PASSWORD)
    with closing(book):
        id_ = book.about("book_id")
        store.add_household(book, "山田 太郎")
        store.add_household(book, "宮澤 実")
        choose_second_place(id_, tmp_path / "USB", date(2026, 11, 20))
        keep_copies(book, id_, datetime(2026, 11, 20, 21, 5), lambda *_far: None)
        erase_now(book, Whom(frozenset({2})), 5)
    for end in (".v9", ".new-key", ".lock"):
        book.path.with_name(book.path.name + end).write_bytes(b"x" * 5000)
    aside = book.path.with_name("梓野区 (戻す前 20261120-210500-000000).kucho")
    for name in (aside, keys.key_file_of(aside)):
        name.write_bytes(b"y" * 5000)
    settings = Settings()
    settings.remember_book(book.path)
    settings.save()
    (own_home / "reports").mkdir()
    (own_home / "reports" / "20261120.txt").write_text("x")
    (own_home / "practice").mkdir()
    (own_home / "practice" / "梓野区.kucho").write_text("x")
    return book.path


def id_of(path) -> str:
    return keys.read_slots(path).book_id


def every_file(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.rglob("*") if each.is_file())


def test_nothing_is_left(path, tmp_path, own_home):
    wiped = wipe(heaps_of(path, id_of(path), with_second=True))
    assert every_file(own_home) == []
    assert every_file(tmp_path) == []
    assert [each.what for each in wiped] == [SECOND, COPIES, OWN, BOOK]
    assert all(each.count and not each.left for each in wiped)
    assert not (own_home / "backups" / "梓野区").exists()


def test_what_the_system_keeps_for_the_book_goes_too(path):
    with secret_store() as system:
        keep_slot(path, keys.read_slots(path).open(PASSWORD))
        system.set_password("another program", "somebody", "stays")
        assert len(system.kept) == 2
        wipe_book(path, id_of(path), with_second=True, tell=lambda *_far: None)
        assert list(system.kept) == [("another program", "somebody")]


def test_also_what_only_the_slots_of_a_copy_still_name(path):
    """As where the key file beside the book was lost and written anew."""
    with secret_store() as system, closing(open_book(path, PASSWORD)) as book:
        keep_slot(path, book.key)
        keep_copies(book, id_of(path), datetime(2026, 11, 21, 21, 5), lambda *_far: None)
        keys.KeyFile(id_of(path)).with_password(PASSWORD, book.key).write(keys.key_file_of(path))
        book.close()
        wipe_book(path, id_of(path), with_second=True, tell=lambda *_far: None)
        assert system.kept == {}


def test_a_store_that_is_locked_does_not_stop_it(path, tmp_path):
    with secret_store() as system:
        keep_slot(path, keys.read_slots(path).open(PASSWORD))
        system.refuses = True
        wipe_book(path, id_of(path), with_second=True, tell=lambda *_far: None)
    assert every_file(tmp_path) == []


def test_the_second_place_only_where_that_was_said(path, tmp_path):
    wipe(heaps_of(path, id_of(path), with_second=False))
    assert len(every_file(tmp_path / "USB")) >= 2


def test_other_files_and_other_books_stay(path, tmp_path, own_home):
    other, _code = create_book(tmp_path / "文書" / "梓野区2.kucho", PASSWORD)
    with closing(other):
        store.add_household(other, "百瀬 正")
        keep_copies(other, other.about("book_id"), datetime.now(), lambda *_far: None)
        choose_second_place(other.about("book_id"), tmp_path, date(2026, 11, 20))
    roster = tmp_path / "文書" / "梓野区 名簿.xlsx"
    roster.write_text("x")
    wipe(heaps_of(path, id_of(path), with_second=True))
    assert roster.read_text() == "x"
    with closing(open_book(other.path, PASSWORD)) as again:
        assert [each.head for each in store.households_on(again)] == ["百瀬 正"]
        assert len(copies_of(other.path, again.about("book_id"))) == 1
        assert second_place(again.about("book_id")).folder == tmp_path
    keys.key_file_of(other.path).unlink()
    open_book(other.path, PASSWORD).close()


def test_a_file_is_overwritten_before_it_goes(tmp_path, monkeypatch):
    path = tmp_path / "梓野区.kucho"
    path.write_bytes(b"secret" * 300_000)
    twin = tmp_path / "twin"
    os.link(path, twin)  # the same bytes on the disk under a second name
    seen = []
    true = os.fsync

    def look(number):
        seen.append(os.fstat(number).st_size)
        assert b"secret" not in twin.read_bytes()
        true(number)

    monkeypatch.setattr(wiping.os, "fsync", look)
    overwrite(path)
    assert seen == [1_800_000, 0]
    assert not path.exists()


def test_what_cannot_be_removed_is_named_and_the_rest_goes(path, monkeypatch):
    true = wiping.overwrite

    def fail(each):
        if each.suffix == ".kucho" and "backups" in str(each):
            raise PermissionError(each)
        true(each)

    monkeypatch.setattr(wiping, "overwrite", fail)
    wiped = {each.what: each for each in wipe(heaps_of(path, id_of(path), with_second=True))}
    assert len(wiped[COPIES].left) == 1
    assert wiped[BOOK].left == ()
    assert not path.exists()


def test_the_book_goes_last_so_that_one_can_begin_again(path):
    heaps = heaps_of(path, id_of(path), with_second=True)
    files = [each for heap in heaps for each in heap.files]
    assert files[-2:] == [keys.key_file_of(path), path]


def test_settings_that_are_no_json_do_not_stop_it(path, own_home):
    (own_home / "copies.json").write_text(json.dumps([1])[:2])
    wipe(heaps_of(path, id_of(path), with_second=True))
    assert every_file(own_home) == []
