"""A book that may only be looked at: on a later day, and where nothing can be written."""

from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from kucho_desktop.app import books
from kucho_desktop.app.books import UPKEEP
from kucho_desktop.cli import main
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import CannotKeep, LiesReadOnly
from kucho_desktop.households import store
from kucho_desktop.tonarigumi.store import add_tonarigumi

KEY = bytes(range(32))
TODAY = date(2026, 11, 20)
TOMORROW = TODAY + timedelta(days=1)
PASSWORD = "あずさの山の清い水"


@pytest.fixture
def path(tmp_path) -> Path:
    """Tomorrow one household goes, another one pauses, a third one is in another group."""
    path = tmp_path / "梓野区.kucho"
    with closing(Book(path, KEY, upkeep=UPKEEP, today=TODAY)) as book:
        first, second = (add_tonarigumi(book, name) for name in ("第1隣組", "第2隣組"))
        ids = [
            store.add_household(book, head, kana=kana, tonarigumi_id=first)
            for head, kana in (
                ("山田 太郎", "やまだ"),
                ("鈴木 一", "すずき"),
                ("髙橋 清", "たかはし"),
            )
        ]
        store.household_leaves(book, ids[0], TOMORROW)
        store.household_pauses(book, ids[1], TOMORROW)
        store.household_changes_group(book, ids[2], second, TOMORROW)
    return path


def look(path: Path, day: date) -> Book:
    return Book(path, KEY, upkeep=UPKEEP, read_only=True, today=day)


def listed(book: Book) -> tuple[list[str], dict[str, int], dict[int | None, int]]:
    """What lists and figures show; found by its name, too."""
    ids = store.household_ids(book)
    heads = [each.head for each in store.households_of(book, ids)]
    assert [store.find_households(book, head) for head in heads] == [[id_] for id_ in ids]
    return heads, store.figures(book).households, store.sizes_of_groups(book)


def test_a_later_day_is_seen_and_nothing_is_written(path):
    before = path.read_bytes()
    with closing(look(path, TODAY)) as book:
        assert listed(book) == (["山田 太郎", "鈴木 一", "髙橋 清"], {"full": 3}, {1: 3})
    with closing(look(path, TOMORROW)) as book:
        assert listed(book) == (["鈴木 一", "髙橋 清"], {"full": 1, "paused": 1}, {1: 1, 2: 1})
        assert store.household_ids(book, order="kana") == [2, 3]
        with pytest.raises(CannotKeep):
            store.add_household(book, "上條 茂")
        with closing(book.opens_here(book.path)) as other:
            assert listed(other) == listed(book)
    assert path.read_bytes() == before


def test_the_same_as_a_window_that_writes(path):
    with closing(look(path, TOMORROW)) as book:
        seen = listed(book)
    with closing(Book(path, KEY, upkeep=UPKEEP, today=TOMORROW)) as book:
        assert listed(book) == seen


def test_midnight_passes_and_another_window_sees_the_day(path):
    told = []
    with closing(look(path, TODAY)) as book:
        book.listen(told.append)
        book.see_new_day()
        assert told == []
        book._today = TOMORROW
        book.see_new_day()
        book.see_new_day()
        assert len(told) == 1
        assert listed(book)[0] == ["鈴木 一", "髙橋 清"]
        with closing(Book(path, KEY, upkeep=UPKEEP, today=TOMORROW)) as writer:
            store.add_household(writer, "上條 茂", tonarigumi_id=1)
            book.see_new_day()
            assert len(told) == 2
            assert listed(book)[0] == ["鈴木 一", "上條 茂", "髙橋 清"]


# ---- where nothing can be written ----


def lock_up(path: Path) -> None:
    """As on a stick that is locked: neither lock nor log can be made beside the book."""
    for end in (".lock", "-shm"):
        path.with_name(path.name + end).mkdir()


def test_a_book_on_a_locked_stick_can_be_looked_at(path):
    lock_up(path)
    before = path.read_bytes()
    with pytest.raises(LiesReadOnly, match="見るだけ"):
        Book(path, KEY, upkeep=UPKEEP, today=TODAY)
    with closing(look(path, TOMORROW)) as book:
        assert listed(book)[0] == ["鈴木 一", "髙橋 清"]
        assert book.problems() == []
        with pytest.raises(CannotKeep):
            store.add_household(book, "上條 茂")
    assert path.read_bytes() == before


@pytest.fixture
def command(monkeypatch) -> Callable[..., int]:
    monkeypatch.setenv("KUCHO_PASSWORD", PASSWORD)
    return lambda *words: main([str(word) for word in words])


def test_commands_that_only_look_do_so(tmp_path, command, capsys):
    made, _code = books.create_book(tmp_path / "a.kucho", PASSWORD)
    store.add_household(made, "山田 太郎")
    made.close()
    lock_up(made.path)
    assert command("find", made.path, "山田") == 0
    assert "山田 太郎" in capsys.readouterr().out
    assert command("undo", made.path) == 1
    assert "書き込めない" in capsys.readouterr().err
