"""An older book is brought up to date whole or not at all, and its journal is always on."""

import sys
from contextlib import closing

import pytest
from crash import older
from crash.district import KEY, opened

from kucho_desktop.core import journal
from kucho_desktop.core.book import Book
from kucho_desktop.core.connection import connect
from kucho_desktop.core.migrations import SCHEMA, version_of
from kucho_desktop.households import store


@pytest.fixture
def old(tmp_path):
    path = tmp_path / "a.kucho"
    path.write_bytes(older.book_of(SCHEMA - 1).read_bytes())
    return path


@pytest.mark.parametrize("number", older.SCHEMAS)
def test_every_older_schema_becomes_a_fresh_one(tmp_path, number):
    path = tmp_path / "a.kucho"
    path.write_bytes(older.book_of(number).read_bytes())
    with closing(opened(path)) as book:
        assert older.problem_with_upgraded(book, number) == ""
    assert older.problem_with_copy(tmp_path / f"a.kucho.v{number}", number) == ""


def test_broken_off_before_the_journal_is_on_it_is_as_before(old, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(journal, "install", lambda _db: sys.exit())
        with pytest.raises(SystemExit):
            Book(old, KEY)
    with closing(connect(old, KEY)) as db:
        assert version_of(db) == SCHEMA - 1
        assert journal._installed(db)


def test_a_book_without_its_journal_gets_it_back(old):
    with closing(opened(old)) as book:
        book._db.execute("BEGIN")
        journal.remove(book._db)
        book._db.execute("COMMIT")
    with closing(opened(old)) as book:
        store.add_household(book, "山田 太郎")
        assert "山田 太郎" in book.undo_label()
        assert older.problem_with_upgraded(book, SCHEMA - 1).startswith("upgraded")
        book.undo()
        assert older.problem_with_upgraded(book, SCHEMA - 1) == ""
