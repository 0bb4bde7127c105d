"""The disk is full, the file is damaged or gone: a sentence, and nothing is lost."""

import os
from contextlib import closing, suppress

import pytest

from kucho_desktop.app.books import UPKEEP
from kucho_desktop.core import backup, keys
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import CannotKeep, CannotOpenFile, KuchoError
from kucho_desktop.households import store

KEY = bytes(range(32))


def fill_up(book: Book) -> int:
    """Add households until the disk is full; gives how many were kept."""
    pages = book.tuples("PRAGMA page_count")[0][0]
    book.run(f"PRAGMA max_page_count = {pages + 6}")
    kept = 0
    while kept < 10_000:
        try:
            store.add_household(book, "山田 太郎", note="長い備考" * 50)
        except CannotKeep as error:
            full = str(error)
            break
        kept += 1
    assert "いっぱい" in full
    return kept


def test_a_full_disk_loses_nothing_that_was_kept(tmp_path):
    book = Book(tmp_path / "a.kucho", KEY, upkeep=UPKEEP)
    kept = fill_up(book)
    assert kept > 0
    assert len(store.household_ids(book)) == kept
    assert book.problems() == []
    book.run("PRAGMA max_page_count = 100000")
    store.add_household(book, "鈴木 一")
    book.undo()
    book.close()
    again = Book(tmp_path / "a.kucho", KEY, upkeep=UPKEEP)
    assert len(store.households_on(again)) == kept
    again.close()


def test_a_bug_stays_a_bug(book):
    with pytest.raises(Exception, match="no such table") as told, book.step("bug") as db:
        db.execute("INSERT INTO nowhere VALUES (1)")
    assert not isinstance(told.value, CannotKeep)


def test_a_damaged_page_is_found(tmp_path):
    path = tmp_path / "a.kucho"
    book = Book(path, KEY, upkeep=UPKEEP)
    for number in range(200):
        store.add_household(book, f"山田 {number}", note="備考" * 100)
    book.close()
    content = bytearray(path.read_bytes())
    content[len(content) * 3 // 4] ^= 1
    path.write_bytes(content)
    damaged = Book(path, KEY, read_only=True)
    assert damaged.problems()
    damaged.close()


def test_whatever_page_is_damaged_there_is_a_sentence(tmp_path):
    path = tmp_path / "a.kucho"
    book = Book(path, KEY, upkeep=UPKEEP)
    for number in range(40):
        store.add_household(book, f"山田 {number}", note="備考" * 40)
    book.close()
    content = path.read_bytes()
    for page in range(0, len(content), 4096):
        damaged = bytearray(content)
        damaged[page + 2000] ^= 1
        path.write_bytes(damaged)
        with suppress(KuchoError), closing(Book(path, KEY, upkeep=UPKEEP)) as opened:
            assert opened.problems()
            ids = store.household_ids(opened)
            store.households_on(opened)
            store.history_of(opened, ids[0])
            store.change_household(opened, ids[0], "phone", "0263-72-0001")
            opened.undo_step(1)
        assert not (tmp_path / "a.kucho.lock").exists()


def test_a_place_that_cannot_be_written_is_no_damage(tmp_path):
    path = tmp_path / "a.kucho"
    Book(path, KEY, upkeep=UPKEEP).close()
    (tmp_path / "a.kucho-wal").mkdir()
    with pytest.raises(CannotOpenFile, match="写し"):
        Book(path, KEY, read_only=True)


def wrong_with(path) -> list[str]:
    """Why a book does not open, or what is wrong once it is open."""
    try:
        cut = Book(path, KEY, read_only=True)
    except CannotOpenFile as error:
        return [str(error)]
    problems = cut.problems()
    cut.close()
    return problems


def test_a_cut_file_is_refused_or_its_damage_is_told(tmp_path):
    path = tmp_path / "a.kucho"
    book = Book(path, KEY, upkeep=UPKEEP)
    store.add_household(book, "山田 太郎")
    book.close()
    content = path.read_bytes()
    for length in (100, 4096, len(content) // 2, len(content) - 1):
        path.write_bytes(content[:length])
        assert wrong_with(path)


def test_a_backup_is_opened_before_it_counts(tmp_path):
    book = Book(tmp_path / "a.kucho", KEY, upkeep=UPKEEP)
    keys.write_slots(book.path, "a", "ひみつの合言葉です", KEY)
    store.add_household(book, "山田 太郎")
    first = backup.back_up(book, tmp_path / "控え")
    second = backup.back_up(book, tmp_path / "控え")
    assert first != second
    book.close()
    names = sorted(path.name for path in (tmp_path / "控え").iterdir())
    assert names == sorted([first.name, first.name + ".keys", second.name, second.name + ".keys"])
    backup.restore(first, tmp_path / "b.kucho")
    again = Book(tmp_path / "b.kucho", KEY, upkeep=UPKEEP)
    assert [each.head for each in store.households_on(again)] == ["山田 太郎"]
    again.close()
    with pytest.raises(CannotKeep):
        backup.restore(second, tmp_path / "b.kucho")


def test_what_is_no_backup_is_not_put_anywhere(tmp_path):
    (tmp_path / "letter.txt").write_text("hello")
    target = tmp_path / "b.kucho"
    for copy in (tmp_path / "letter.txt", tmp_path / "nothing.kucho", tmp_path):
        with pytest.raises(KuchoError):
            backup.restore(copy, target)
        assert not target.exists()


@pytest.fixture
def copy(tmp_path):
    with closing(Book(tmp_path / "a.kucho", KEY, upkeep=UPKEEP)) as book:
        keys.write_slots(book.path, "a", "ひみつの合言葉です", KEY)
        store.add_household(book, "山田 太郎")
        yield backup.back_up(book, tmp_path / "控え")


def test_a_backup_goes_into_a_folder_that_is_there(tmp_path, copy):
    with pytest.raises(CannotKeep, match="別の場所"):
        backup.restore(copy, tmp_path / "nowhere" / "b.kucho")


def test_a_book_that_is_still_open_is_no_backup(tmp_path, copy):
    with pytest.raises(CannotKeep, match="閉じ"):
        backup.restore(tmp_path / "a.kucho", tmp_path / "b.kucho")


def test_nothing_of_a_book_that_was_here_before_comes_back(tmp_path, copy):
    target = tmp_path / "b.kucho"
    other = Book(target, KEY, upkeep=UPKEEP)
    store.add_household(other, "鈴木 一")
    log = target.with_name("b.kucho-wal").read_bytes()
    other.close()
    target.unlink()
    target.with_name("b.kucho-wal").write_bytes(log)
    backup.restore(copy, target)
    with closing(Book(target, KEY, upkeep=UPKEEP)) as again:
        assert [each.head for each in store.households_on(again)] == ["山田 太郎"]


def test_a_backup_that_cannot_be_written_is_told(tmp_path):
    book = Book(tmp_path / "a.kucho", KEY, upkeep=UPKEEP)
    (tmp_path / "in the way").write_text("")
    with pytest.raises(CannotKeep, match="無事"):
        backup.back_up(book, tmp_path / "in the way")
    book.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let an open file go")
def test_a_file_taken_away_while_open_is_told(tmp_path):
    (tmp_path / "stick").mkdir()
    path = tmp_path / "stick" / "a.kucho"
    book = Book(path, KEY, upkeep=UPKEEP)
    store.add_household(book, "山田 太郎")
    for each in (tmp_path / "stick").iterdir():
        each.unlink()
    with pytest.raises(CannotKeep, match="見つかりません"):
        store.add_household(book, "鈴木 一")
    assert [each.head for each in store.households_on(book)] == ["山田 太郎"]
    book.close()
