"""Many rows at once leave the same journal as rows written one by one."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kucho_desktop.app.books import UPKEEP
from kucho_desktop.core import bulk, journal, stopping
from kucho_desktop.core.book import Book
from kucho_desktop.core.connection import DatabaseError
from kucho_desktop.core.errors import Stopped
from kucho_desktop.core.tables import TABLES
from kucho_desktop.exchange.roster import Record
from kucho_desktop.households import store

GROUPS = 3
HOUSEHOLDS = 24


def records() -> list[Record]:
    return [
        Record(
            "名簿",
            number,
            ("上手", f"第{number % GROUPS + 1}隣組"),
            {"address": f"豊科{number}番地", "phone": f"0263-72-{number:04d}"},
            (
                {"name": f"髙橋 {number}郎", "kana": "たかはし いちろう"},
                {"name": "花子", "relation": "妻", "whereabouts": "hospital"},
                {},
            ),
        )
        for number in range(HOUSEHOLDS)
    ]


def everything(book: Book) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables but the moments of the steps, and the triggers that keep watch."""
    tables = {name: f'SELECT * FROM "{name}"' for name in TABLES}
    tables["step"] = 'SELECT id, message, "values", kind, reverses, schema FROM step'
    tables["watch"] = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name"
    return {name: book.tuples(sql) for name, sql in tables.items()}


def read_in_and_back(path: Path) -> list[dict[str, list[tuple[Any, ...]]]]:
    """The book before and after each of: read in, change, and all of it undone and redone."""
    book = Book(path, bytes(range(32)), upkeep=UPKEEP, today=date(2026, 11, 20))
    try:
        store.add_household(book, "山田太郎")
        seen = [everything(book)]
        store.take_in(book, records(), source="名簿.xlsx")
        store.change_household(book, 3, "phone", "0263-72-9999")
        seen.append(everything(book))
        for act in (book.undo, book.undo, book.redo, book.redo, book.undo, book.undo):
            act()
            seen.append(everything(book))
        return seen
    finally:
        book.close()


def test_the_journal_is_the_one_that_the_triggers_write(tmp_path, monkeypatch):
    monkeypatch.setattr(bulk, "FEW", 10**9)
    one_by_one = read_in_and_back(tmp_path / "singly.kucho")
    monkeypatch.setattr(bulk, "FEW", 1)
    together = read_in_and_back(tmp_path / "together.kucho")
    assert together == one_by_one
    assert len(together[1]["entry"]) > HOUSEHOLDS * 10


def test_what_was_read_in_goes_and_comes_back_whole(tmp_path, monkeypatch):
    monkeypatch.setattr(bulk, "FEW", 1)
    before, after, _back, undone, _again, redone, *_rest = read_in_and_back(tmp_path / "a.kucho")
    kept = [name for name in TABLES if name not in ("step", "entry")]
    assert {name: undone[name] for name in kept} == {name: before[name] for name in kept}
    assert {name: redone[name] for name in kept} == {name: after[name] for name in kept}


def add_names(book: Book, ids: list[int]) -> None:
    with book.step("names") as db:
        bulk.add_rows(db.conn, "member", ("id", "name"), [(id_, "花子") for id_ in ids])


def test_a_row_that_the_journal_would_miss_is_refused(book, monkeypatch):
    monkeypatch.setattr(bulk, "FEW", 1)
    add_names(book, [10, 11])
    with pytest.raises(RuntimeError):
        add_names(book, [5, 12])
    assert book.tuples("SELECT id FROM member ORDER BY id") == [(10,), (11,)]


def test_without_a_step_nothing_is_written(book, monkeypatch):
    monkeypatch.setattr(bulk, "FEW", 1)
    with pytest.raises(RuntimeError, match="no step is open"), book.aside():
        bulk.add_rows(book._db, "member", ("name",), [("花子",)])
    assert book.tuples("SELECT 1 FROM member") == []


def test_the_watch_is_kept_after_a_failure(book, monkeypatch):
    monkeypatch.setattr(bulk, "FEW", 1)
    watch = everything(book)["watch"]
    with pytest.raises(RuntimeError):
        add_names(book, [-1])
    assert everything(book)["watch"] == watch
    with pytest.raises(DatabaseError, match="no step is open"):
        book.run("INSERT INTO member DEFAULT VALUES")


# ---- stopping ----


@pytest.mark.parametrize("after", [1, 2, 20])
def test_a_work_of_the_database_itself_can_be_stopped(book, monkeypatch, after):
    """Also in the part that runs when all rows are handed over; then nothing is kept."""
    monkeypatch.setattr(bulk, "FEW", 1)
    monkeypatch.setattr(stopping, "_OFTEN", 500)
    before = everything(book)
    asked = 0

    def tell(done: int, total: int) -> None:
        nonlocal asked
        asked += done == total - 1
        if asked > after:
            raise Stopped("その作業は止めました。")

    with pytest.raises(Stopped):
        store.take_in(book, records(), source="名簿.xlsx", tell=tell)
    assert everything(book) == before
    store.take_in(book, records(), source="名簿.xlsx")
    assert store.figures(book).all_households == HOUSEHOLDS


def test_a_work_that_is_not_stopped_ends_well(book, monkeypatch):
    monkeypatch.setattr(stopping, "_OFTEN", 500)
    told: list[int] = []
    store.take_in(book, records(), tell=lambda done, _total: told.append(done))
    assert told == sorted(told)
    assert told[-1] == HOUSEHOLDS - 1


def test_only_a_large_step_takes_long_to_undo(book, monkeypatch):
    monkeypatch.setattr(journal, "LARGE", 100)
    assert not book.undo_takes_long()
    store.add_household(book, "山田太郎")
    assert not book.undo_takes_long()
    store.take_in(book, records())
    assert book.undo_takes_long()
    assert not book.redo_takes_long()
    book.undo()
    assert book.redo_takes_long()
