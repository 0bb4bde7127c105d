"""Going back to a copy: looked over first, the present book stays, trouble changes nothing."""

import os
import shutil
from contextlib import closing
from datetime import datetime, timedelta

import pytest

from kucho_desktop.app.books import UPKEEP, open_book
from kucho_desktop.core import backup, keys, restoring
from kucho_desktop.core.book import Book
from kucho_desktop.core.differing import differences
from kucho_desktop.core.errors import CannotKeep, InUse
from kucho_desktop.core.kept_copies import copies_in
from kucho_desktop.core.restoring import look_at, put_back
from kucho_desktop.households import store

KEY = bytes(range(32))
NOW = datetime(2026, 11, 20, 21, 5)
PASSWORD = "ひみつの合言葉です"


def heads(path) -> list[str]:
    with closing(open_book(path, PASSWORD)) as book:
        return sorted(each.head for each in store.households_on(book))


@pytest.fixture
def place(tmp_path):
    """A book with two households and a copy; then one more, one changed, one gone."""
    path = tmp_path / "家" / "梓野区.kucho"
    path.parent.mkdir()
    with closing(Book(path, KEY, upkeep=UPKEEP)) as book:
        keys.write_slots(path, "a1b2", PASSWORD, KEY)
        first = store.add_household(book, "山田 太郎")
        second = store.add_household(book, "鈴木 一")
        store.add_household(book, "髙橋 清")
        backup.back_up(book, tmp_path / "控え", now=NOW)
        store.remove_household(book, first)
        store.change_household(book, second, "note", "電話は夜に")
        store.add_household(book, "𠮷田 﨑子")
    return path


@pytest.fixture
def copy(place, tmp_path):
    return copies_in(tmp_path / "控え")[0]


def beside(place) -> list[str]:
    return sorted(each.name for each in place.parent.iterdir())


def test_what_differs_is_said_before(place, copy):
    now = Book(place, KEY, upkeep=UPKEEP, read_only=True)
    with closing(now), closing(now.opens_here(copy.path)) as then:
        found = differences(then, now)
        assert not differences(now, now).households
        assert not differences(now, now).people
    assert [len(each) for each in vars(found.households).values()] == [1, 1, 1]
    assert [len(each) for each in vars(found.people).values()] == [1, 0, 1]


def test_the_copy_takes_its_place_and_the_present_one_stays(place, copy):
    done = put_back(copy.path, place, KEY, UPKEEP, now=NOW, keeps_slots=True)
    assert heads(place) == ["山田 太郎", "鈴木 一", "髙橋 清"]
    assert heads(done.kept) == ["鈴木 一", "髙橋 清", "𠮷田 﨑子"]
    assert beside(place) == sorted(
        [place.name, place.name + ".keys", done.kept.name, done.kept.name + ".keys"]
    )


def test_the_slots_of_the_copy_come_along_where_todays_are_others(place, copy):
    keys.write_slots(place, "a1b2", "まったく別の合言葉", KEY)
    put_back(copy.path, place, KEY, UPKEEP, now=NOW)
    assert len(heads(place)) == 3


def test_todays_password_stays(place, copy):
    keys.write_slots(place, "a1b2", "まったく別の合言葉", KEY)
    put_back(copy.path, place, KEY, UPKEEP, now=NOW, keeps_slots=True)
    open_book(place, "まったく別の合言葉").close()


def test_a_damaged_book_is_replaced_with_all_that_lay_beside_it(place, copy):
    place.write_bytes(place.read_bytes()[:5000])
    place.with_name(place.name + "-wal").write_bytes(b"left over")
    done = put_back(copy.path, place, KEY, UPKEEP, now=NOW, keeps_slots=True)
    assert len(heads(place)) == 3
    assert done.kept.stat().st_size == 5000
    assert done.kept.with_name(done.kept.name + "-wal").read_bytes() == b"left over"


def test_where_no_book_is_left(place, copy):
    for each in place.parent.iterdir():
        each.unlink()
    done = put_back(copy.path, place, KEY, UPKEEP, now=NOW)
    assert done.kept is None
    assert len(heads(place)) == 3


def test_a_damaged_copy_is_refused_and_nothing_is_touched(place, copy):
    content = bytearray(copy.path.read_bytes())
    content[len(content) // 2] ^= 1
    copy.path.write_bytes(content)
    before, names = place.read_bytes(), beside(place)
    with pytest.raises(CannotKeep):
        put_back(copy.path, place, KEY, UPKEEP, now=NOW, keeps_slots=True)
    assert (place.read_bytes(), beside(place)) == (before, names)


def test_a_book_that_is_open_is_left_alone(place, copy):
    with closing(Book(place, KEY, upkeep=UPKEEP)), pytest.raises(InUse):
        put_back(copy.path, place, KEY, UPKEEP, now=NOW, keeps_slots=True)
    assert len(heads(place)) == 3


@pytest.mark.parametrize("step", ["copyfile", "replace"])
def test_a_disk_that_fails_at_any_step_leaves_the_present_book(place, copy, step, monkeypatch):
    names = beside(place)
    owner = shutil if step == "copyfile" else os
    true, calls = getattr(owner, step), []
    for broken in range(1, 6):
        calls.clear()

        def fail(*parts, broken=broken, **more):
            calls.append(parts)
            if len(calls) == broken:
                raise OSError(28, "No space left on device")
            return true(*parts, **more)

        monkeypatch.setattr(owner, step, fail)
        try:
            done = put_back(
                copy.path, place, KEY, UPKEEP, now=NOW + timedelta(seconds=broken), keeps_slots=True
            )
        except CannotKeep:
            monkeypatch.setattr(owner, step, true)
            assert heads(place) == ["鈴木 一", "髙橋 清", "𠮷田 﨑子"]
            assert set(names) <= set(beside(place))
        else:
            monkeypatch.setattr(owner, step, true)
            assert len(heads(done.kept)) == 3
            return
    pytest.fail("it never succeeded")


def test_killed_between_the_two_files_it_still_opens(place, copy, monkeypatch):
    """The slots come after the book; until then the program's own copy of them is used."""
    true = os.replace

    def die(source, target):
        if str(target).endswith(".keys") and place.name in str(target):
            raise KeyboardInterrupt
        true(source, target)

    monkeypatch.setattr(restoring.os, "replace", die)
    with pytest.raises(KeyboardInterrupt):
        put_back(copy.path, place, KEY, UPKEEP, now=NOW)
    monkeypatch.setattr(restoring.os, "replace", true)
    assert not keys.key_file_of(place).exists()
    assert heads(place) == ["山田 太郎", "鈴木 一", "髙橋 清"]


def test_copies_are_counted_and_a_strange_one_asks_for_its_password(place, copy, tmp_path):
    other = tmp_path / "よその区.kucho"
    with closing(Book(other, bytes(32), upkeep=UPKEEP)) as book:
        keys.write_slots(other, "ffff", "よその合言葉です", bytes(32))
        backup.back_up(book, tmp_path / "控え", now=NOW - timedelta(days=1))
    ours, theirs = look_at(copies_in(tmp_path / "控え"), [KEY])
    assert (ours.households, ours.people, ours.key) == (3, 3, KEY)
    assert (theirs.key, theirs.households) == (None, None)
    _ours, theirs = look_at(copies_in(tmp_path / "控え"), [KEY], "よその合言葉です")
    assert theirs.key == bytes(32)


def test_an_unreadable_copy_is_listed_without_counts(place, copy):
    copy.path.write_bytes(b"")
    (found,) = look_at([copy], [KEY])
    assert found.households in (None, 0)


def test_a_disk_that_does_not_take_the_copy_leaves_slots_and_log(place, copy, monkeypatch):
    keys.write_slots(place, "a1b2", "まったく別の合言葉", KEY)
    log = place.with_name(place.name + "-wal")
    log.write_bytes(b"not worked in yet")
    before, true = keys.key_file_of(place).read_bytes(), os.replace

    def fail(source, target):
        if target == place:
            raise OSError(28, "No space left on device")
        true(source, target)

    monkeypatch.setattr(restoring.os, "replace", fail)
    with pytest.raises(CannotKeep, match="もとのまま"):
        put_back(copy.path, place, KEY, UPKEEP, now=NOW)
    assert keys.key_file_of(place).read_bytes() == before
    assert log.read_bytes() == b"not worked in yet"


def test_killed_before_the_copy_is_in_place_no_step_is_lost(place, copy, monkeypatch):
    """The log of a book that ended badly must not go before it is worked in."""
    with closing(Book(place, KEY, upkeep=UPKEEP)) as book:
        store.add_household(book, "最後 来太")
        main, log = place.read_bytes(), place.with_name(place.name + "-wal").read_bytes()
    place.write_bytes(main)
    place.with_name(place.name + "-wal").write_bytes(log)

    def die(source, target):
        if target == place:
            raise KeyboardInterrupt

    monkeypatch.setattr(restoring.os, "replace", die)
    with pytest.raises(KeyboardInterrupt):
        put_back(copy.path, place, KEY, UPKEEP, now=NOW, keeps_slots=True, known=(KEY,))
    assert "最後 来太" in heads(place)
