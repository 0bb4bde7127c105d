"""Copies of the book: verified, never overwritten, thinned; trouble is a sentence, nothing lost."""

import os
import shutil
from collections import namedtuple
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kucho_desktop.app.books import UPKEEP
from kucho_desktop.core import backup, keys, upgrade
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import CannotKeep, Damaged, KuchoError, Stopped
from kucho_desktop.core.kept_copies import Copy, copies_in, copies_of, folder_in, thin, too_many
from kucho_desktop.households import store

KEY = bytes(range(32))
NOW = datetime(2026, 11, 20, 21, 5)


@pytest.fixture
def kept(tmp_path):
    """A book with slots and some households."""
    with closing(Book(tmp_path / "梓野区.kucho", KEY, upkeep=UPKEEP)) as book:
        keys.write_slots(book.path, "a1b2c3d4e5", "ひみつの合言葉です", KEY)
        with book.step("fill"):
            for number in range(300):
                store.add_household(book, f"山田 {number}", note="備考" * 50)
        yield book


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def test_two_copies_in_one_moment_are_two(kept, tmp_path):
    first = backup.back_up(kept, tmp_path / "控え", now=NOW)
    before = first.read_bytes()
    second = backup.back_up(kept, tmp_path / "控え", now=NOW)
    assert first != second
    assert first.read_bytes() == before
    assert [copy.path for copy in copies_in(tmp_path / "控え")] == [second, first]


def test_a_copy_holds_the_same_and_opens_with_the_password(kept, tmp_path):
    copy = backup.back_up(kept, tmp_path / "控え", now=NOW)
    key = keys.read_slots(copy).open("ひみつの合言葉です")
    with closing(Book(copy, key, upkeep=UPKEEP, read_only=True)) as twin:
        assert backup.content_of(twin) == backup.content_of(kept)
        assert backup.content_of(twin).rows["household"] == 300


def test_the_hash_sees_one_changed_letter(kept):
    before = backup.content_of(kept)
    with kept.step("change") as db:
        db.execute("UPDATE household SET note = 'x' WHERE id = 7")
    after = backup.content_of(kept)
    assert before.digest != after.digest
    assert before.rows["household"] == after.rows["household"]


def test_what_is_written_meanwhile_waits_for_the_next_copy(kept, tmp_path):
    """The copy shows the book as it was when it began, whole."""
    wrote = []

    def write_once(_done: int, _total: int) -> None:
        if not wrote:
            wrote.append(store.add_household(kept, "遅れ 来太"))

    copy = backup.back_up(kept, tmp_path / "控え", now=NOW, tell=write_once)
    assert wrote
    with closing(kept.opens_here(copy)) as twin:
        assert backup.content_of(twin).rows["household"] == 300
    assert len(store.household_ids(kept)) == 301


def test_progress_is_told_and_it_can_be_stopped(kept, tmp_path):
    told = []
    backup.back_up(kept, tmp_path / "控え", now=NOW, tell=lambda *far: told.append(far))
    assert told[-1][0] == told[-1][1] > 0

    def stop(_done: int, _total: int) -> None:
        raise Stopped("stop")

    before = names_in(tmp_path / "控え")
    with pytest.raises(Stopped):
        backup.back_up(kept, tmp_path / "控え", tell=stop)
    assert names_in(tmp_path / "控え") == before


def test_without_room_nothing_is_begun(kept, tmp_path, monkeypatch):
    Usage = namedtuple("Usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: Usage(10, 9, 1))
    with pytest.raises(CannotKeep, match="空き"):
        backup.back_up(kept, tmp_path / "控え")
    assert names_in(tmp_path / "控え") == []


@pytest.mark.skipif(os.name == "nt", reason="quotas of files are known to Unix")
def test_a_disk_that_gets_full_amid_the_copy(kept, tmp_path):
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, hard))
    try:
        with pytest.raises(CannotKeep, match="無事"):
            backup.back_up(kept, tmp_path / "控え")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert names_in(tmp_path / "控え") == []
    assert kept.problems() == []
    assert len(store.household_ids(kept)) == 300
    assert backup.back_up(kept, tmp_path / "控え").is_file()


def test_a_copy_that_comes_out_damaged_is_thrown_away(kept, tmp_path, monkeypatch):
    whole = Book.copy_to

    def spoil(book, path, tell):
        whole(book, path, tell)
        content = bytearray(path.read_bytes())
        content[4096 * 5 + 100] ^= 1
        path.write_bytes(content)

    monkeypatch.setattr(Book, "copy_to", spoil)
    with pytest.raises(CannotKeep):
        backup.back_up(kept, tmp_path / "控え")
    assert names_in(tmp_path / "控え") == []


def test_a_copy_that_lacks_a_row_does_not_count(kept, tmp_path, monkeypatch):
    whole = Book.copy_to

    def lose(book, path, tell):
        whole(book, path, tell)
        with closing(Book(path, KEY, upkeep=UPKEEP)) as twin, twin.step("lose") as db:
            db.execute("UPDATE household SET note = '' WHERE id = 3")

    monkeypatch.setattr(Book, "copy_to", lose)
    with pytest.raises(CannotKeep, match="別の場所"):
        backup.back_up(kept, tmp_path / "控え")
    assert not [name for name in names_in(tmp_path / "控え") if name.endswith(".kucho")]


def test_a_stick_that_is_pulled_out_amid_the_copy(kept, tmp_path):
    folder = tmp_path / "stick"

    def pull(_done: int, _total: int) -> None:
        shutil.rmtree(folder, ignore_errors=True)

    with pytest.raises(CannotKeep, match="無事"):
        backup.back_up(kept, folder, tell=pull)
    assert kept.problems() == []


def test_a_damaged_book_gives_no_copy(kept, tmp_path):
    kept.close()
    content = bytearray(kept.path.read_bytes())
    content[len(content) * 3 // 4] ^= 1
    kept.path.write_bytes(content)
    folder = tmp_path / "控え"
    with closing(Book(kept.path, KEY, upkeep=UPKEEP)) as damaged, pytest.raises(KuchoError):
        backup.back_up(damaged, folder)
    assert not copies_in(folder)


def test_a_cut_book_is_refused_at_once(kept):
    kept.close()
    content = kept.path.read_bytes()
    kept.path.write_bytes(content[: len(content) * 3 // 4])
    with pytest.raises(Damaged, match="こわれ"):
        Book(kept.path, KEY, upkeep=UPKEEP)


def test_without_slots_it_is_copied_all_the_same(kept, tmp_path, own_home):
    keys.key_file_of(kept.path).unlink()
    shutil.rmtree(own_home / "keys", ignore_errors=True)
    copy = backup.back_up(kept, tmp_path / "控え")
    with closing(kept.opens_here(copy)) as twin:
        assert twin.problems() == []


def test_a_copy_before_a_migration_counts_only_when_it_is_whole(kept, tmp_path):
    """What a full disk left half written must not be taken for it the next time."""
    target = tmp_path / "梓野区.kucho.v7"
    target.with_name(target.name + ".part").write_bytes(b"half")
    upgrade._copy(kept._db, kept.path, target, KEY)
    with closing(kept.opens_here(target)) as twin:
        assert backup.content_of(twin) == backup.content_of(kept)
    assert not list(tmp_path.glob("*.part*"))


# ---- which may go ----


def daily(days: int, times: int = 4) -> list[Copy]:
    """Copies of so many days, some a day, the last one now."""
    return [
        Copy(NOW - timedelta(days=day, hours=2 * turn), Path(f"{day}-{turn}"))
        for day in range(days)
        for turn in range(times)
    ]


def test_thinning_keeps_what_it_says():
    copies = daily(1200)
    kept_ = sorted(set(copies) - set(too_many(copies, NOW)), reverse=True)
    ages = [(NOW - copy.at) for copy in kept_]
    fresh = [age for age in ages if age < timedelta(days=2)]
    assert len(fresh) == len([copy for copy in copies if NOW - copy.at < timedelta(days=2)])
    ends = {(2023, 12, 31), (2024, 12, 31), (2025, 12, 31)} | {
        (year, 3, 31) for year in (2024, 2025, 2026)
    }
    days = {(copy.at.year, copy.at.month, copy.at.day) for copy in kept_}
    assert ends <= days
    assert len(kept_) <= len(fresh) + 12 + 10 + 9 + len(ends) + 2


def test_thinning_again_and_again_still_reaches_back():
    """A copy every day for three years, thinned after each."""
    copies: list[Copy] = []
    begin = datetime(2023, 4, 1, 20)
    for day in range(3 * 365):
        now = begin + timedelta(days=day)
        copies.append(Copy(now, Path(str(day))))
        gone = set(too_many(copies, now))
        copies = [copy for copy in copies if copy not in gone]
    ages = sorted((now - copy.at).days for copy in copies)
    assert ages[:13] == list(range(13))
    assert len([age for age in ages if 13 < age < 95]) >= 9
    assert len([age for age in ages if 95 <= age < 400]) >= 8
    assert {(2023, 12, 31), (2024, 3, 31), (2024, 12, 31), (2025, 3, 31), (2025, 12, 31)} <= {
        (copy.at.year, copy.at.month, copy.at.day) for copy in copies
    }
    assert len(copies) < 50


def test_the_newest_stays_however_old_and_a_clock_gone_wrong_takes_nothing():
    old = [Copy(datetime(2020, 5, 5), Path("old")), Copy(datetime(2031, 1, 1), Path("future"))]
    assert too_many(old, NOW) == []


def test_slots_go_with_their_copy_and_other_files_stay(kept, tmp_path):
    folder = tmp_path / "控え"
    for hours in (0, 1, 200, 201):
        backup.back_up(kept, folder, now=NOW - timedelta(hours=hours))
    (folder / "手紙.txt").write_text("x")
    thin(folder, NOW)
    assert [NOW - copy.at for copy in copies_in(folder)] == [
        timedelta(hours=hours) for hours in (0, 1, 200)
    ]
    assert len(names_in(folder)) == 7


def test_copies_are_found_by_the_book(kept, own_home, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    for place in (own_home / "backups", stick):
        for book_id in ("a1b2c3d4e5", "ffffffff"):
            backup.back_up(kept, folder_in(place, kept.path, book_id), now=NOW)
    found = copies_of(kept.path, "a1b2c3d4e5", [stick, tmp_path / "gone"])
    assert len(found) == 2
    assert len(copies_of(kept.path, "")) == 2
    assert copies_of(tmp_path / "別の区.kucho", "") == []
