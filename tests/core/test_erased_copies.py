"""Who was erased is erased from every copy: kept ones, those in a drawer, one gone back to."""

import os
import shutil
from contextlib import closing
from datetime import datetime, timedelta

import pytest
from core.canaries import MARK, is_found

from kucho_desktop.app.books import UPKEEP, open_book, open_with_code
from kucho_desktop.core import erased_copies, keys
from kucho_desktop.core.backup import back_up
from kucho_desktop.core.book import Book
from kucho_desktop.core.erased import (
    erase_now,
    erasures,
    in_book,
    ledger_file,
    read_outside,
)
from kucho_desktop.core.erased_copies import follow_in_copies, known_of
from kucho_desktop.core.erasing import Whom
from kucho_desktop.core.errors import Stopped
from kucho_desktop.core.kept_copies import copies_in, folder_in
from kucho_desktop.core.places import backups_folder
from kucho_desktop.core.rekey import rekey
from kucho_desktop.core.restoring import put_back
from kucho_desktop.households import store

KEY = bytes(range(32))
PASSWORD = "ひみつの合言葉です"
NOW = datetime(2026, 11, 20, 21, 5)
ID = "a1b2c3d4e5"


@pytest.fixture
def place(tmp_path):
    """A book with three households and one copy here, one on a stick."""
    path = tmp_path / "家" / "梓野区.kucho"
    path.parent.mkdir()
    with closing(Book(path, KEY, upkeep=UPKEEP)) as book:
        keys.write_slots(path, ID, PASSWORD, KEY)
        with book.aside():
            book.set_about("book_id", ID)
        for head in ("山田 太郎", f"{MARK} 一", "髙橋 清"):
            store.add_household(book, head, note=f"{head}の備考")
        back_up(book, kept(path), now=NOW)
        back_up(book, stick(tmp_path, path), now=NOW)
    return path


def kept(path):
    return folder_in(backups_folder(), path, ID)


def stick(tmp_path, path):
    return folder_in(tmp_path / "USB", path, ID)


def opened(path, password=PASSWORD):
    return closing(open_book(path, password))


def erase(book) -> None:
    erase_now(book, Whom(frozenset({2})), 5)


def heads(book) -> list[str]:
    return sorted(each.head for each in store.households_on(book))


def test_a_kept_copy_is_written_anew_and_the_rest_is_as_before(place):
    (copy,) = copies_in(kept(place))
    before = copy.path.read_bytes()[:16]
    with opened(place) as book:
        erase(book)
        assert is_found(copy.path, KEY)
        done = follow_in_copies(known_of(book))
        assert (done.written, done.left) == (1, ())
        assert not is_found(copy.path, KEY)
        with closing(book.opens_here(copy.path)) as old:
            assert heads(old) == ["山田 太郎", "髙橋 清"]
            assert store.household(old, 3).note == "髙橋 清の備考"
            assert old.problems() == []
            assert len(erasures(old)) == 1
    assert copy.path.read_bytes()[:16] == before, "its slots are still found by their copy"
    assert [each.name for each in kept(place).iterdir() if ".part" in each.name] == []


def test_each_copy_is_looked_at_once(place, monkeypatch):
    with opened(place) as book:
        erase(book)
        follow_in_copies(known_of(book))
        monkeypatch.setattr(erased_copies, "_follow_in", pytest.fail)
        assert follow_in_copies(known_of(book)).written == 0


def test_a_copy_made_afterwards_needs_nothing(place):
    with opened(place) as book:
        erase(book)
        follow_in_copies(known_of(book))
        back_up(book, kept(place), now=NOW + timedelta(days=1))
        assert follow_in_copies(known_of(book)).written == 0


def test_a_stick_follows_when_it_is_seen_again(place, tmp_path):
    with opened(place) as book:
        erase(book)
        follow_in_copies(known_of(book))
        (copy,) = copies_in(stick(tmp_path, place))
        assert is_found(copy.path, KEY)
        assert follow_in_copies(known_of(book), [tmp_path / "USB"]).written == 1
        assert not is_found(copy.path, KEY)


def test_the_ledger_on_the_stick_is_enough_where_the_computer_broke(place, tmp_path, own_home):
    with opened(place) as book:
        copy = copies_in(stick(tmp_path, place))[0].path
        saved = copy.read_bytes()
        erase(book)
        follow_in_copies(known_of(book), [tmp_path / "USB"])
    copy.write_bytes(saved)  # as from another stick that was in the drawer
    shutil.rmtree(own_home)
    own_home.mkdir()
    with opened(copy) as book:
        assert heads(book) == ["山田 太郎", "髙橋 清"]
    assert not is_found(copy, KEY)


def test_a_copy_under_a_former_key_follows(place):
    rekey(place, PASSWORD)
    with opened(place) as book:
        erase(book)
        assert (
            follow_in_copies(known_of(book)).written == 2
        )  # the one made before the new key as well
    assert not any(is_found(copy.path, KEY) for copy in copies_in(kept(place)))


def test_what_lies_beside_the_book_follows(place):
    before = place.with_name(place.name + ".v9")
    aside = place.with_name("梓野区 (前の台帳 20261120-210500-000000).kucho")
    for each in (before, aside):
        shutil.copyfile(place, each)
    with opened(place) as book:
        erase(book)
        assert follow_in_copies(known_of(book)).written == 3
    assert not any(is_found(each, KEY) for each in (before, aside))


def test_a_copy_that_is_gone_back_to_has_them_erased(place):
    copy = copies_in(kept(place))[0].path
    with opened(place) as book:
        erase(book)
    put_back(copy, place, KEY, UPKEEP, now=NOW, keeps_slots=True)
    assert not is_found(place, KEY)
    with opened(place) as book:
        assert heads(book) == ["山田 太郎", "髙橋 清"]
        assert len(erasures(book)) == 1


def test_a_copy_that_is_opened_has_them_erased_with_password_or_code(place, tmp_path):
    copy = copies_in(stick(tmp_path, place))[0].path
    with opened(place) as book:
        erase(book)
    other = tmp_path / "別" / "梓野区.kucho"
    other.parent.mkdir()
    shutil.copyfile(copy, other)
    with opened(copy) as book:
        assert heads(book) == ["山田 太郎", "髙橋 清"]
    with closing(open_with_code(other, keys.recovery_code(KEY))) as book:
        assert heads(book) == ["山田 太郎", "髙橋 清"]
    assert not is_found(copy, KEY)
    assert not is_found(other, KEY)


def test_a_number_given_anew_after_going_back_is_somebody_else(place):
    copy = copies_in(kept(place))[0].path
    with opened(place) as book:
        store.add_household(book, "宮澤 実")
        erase_now(book, Whom(frozenset({4})), 5)
    put_back(copy, place, KEY, UPKEEP, now=NOW, keeps_slots=True)
    with opened(place) as book:
        new = store.add_household(book, "百瀬 正")
        assert new == 4
    with opened(place) as book:
        assert "百瀬 正" in heads(book)


def test_a_damaged_copy_is_left_and_named(place):
    copy = copies_in(kept(place))[0].path
    content = bytearray(copy.read_bytes())
    content[len(content) // 2] ^= 1
    copy.write_bytes(content)
    with opened(place) as book:
        erase(book)
        assert follow_in_copies(known_of(book)).left == (copy,)
    assert copy.read_bytes() == bytes(content)


def test_stopped_between_two_copies_it_goes_on_the_next_time(place, tmp_path):
    def stop(done: int, _total: int) -> None:
        if done:
            raise Stopped("")

    with opened(place) as book:
        erase(book)
        with pytest.raises(Stopped):
            follow_in_copies(known_of(book), [tmp_path / "USB"], stop)
        assert follow_in_copies(known_of(book), [tmp_path / "USB"]).written == 1


@pytest.mark.parametrize("step", ["copyfile", "replace", "fsync"])
def test_a_disk_that_fails_leaves_the_copy_as_it_was(place, step, monkeypatch):
    copy = copies_in(kept(place))[0].path
    before = copy.read_bytes()
    with opened(place) as book:
        erase(book)
        owner = shutil if step == "copyfile" else os
        true = getattr(owner, step)

        def fail(*_parts, **_more):
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(owner, step, fail)
        assert follow_in_copies(known_of(book)).left == (copy,)
        assert copy.read_bytes() == before
        monkeypatch.setattr(owner, step, true)
        assert follow_in_copies(known_of(book)).written == 1
        assert not is_found(copy, KEY)


def test_the_ledger_outside_holds_no_name(place):
    with opened(place) as book:
        erase(book)
        assert read_outside(ID) == in_book(book)
    said = ledger_file(ID).read_text("utf-8")
    assert MARK not in said
    assert "household" in said


def test_a_ledger_that_cannot_be_read_or_is_of_another_book_says_nothing(place, tmp_path):
    path = ledger_file(ID)
    path.parent.mkdir(parents=True)
    for said in ("", "[]", '{"book": "x"}', '{"version": 1, "book": "a1b2c3d4e5", "erased": [1]}'):
        path.write_text(said, "utf-8")
        with opened(place) as book:
            assert len(heads(book)) == 3
