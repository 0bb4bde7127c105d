"""Steps, undo, redo: what the user did is kept whole, or not at all."""

import json
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from kucho_desktop.app.books import UPKEEP, create_book, open_book
from kucho_desktop.core.book import Book
from kucho_desktop.core.connection import DatabaseError, connect
from kucho_desktop.core.errors import (
    CannotKeep,
    CannotOpenFile,
    CannotUndo,
    InUse,
    NotAllowed,
    WrongPassword,
)
from kucho_desktop.core.history import last_steps
from kucho_desktop.core.migrations import MIGRATIONS, SCHEMA
from kucho_desktop.core.tables import TABLES, UNDECLARED
from kucho_desktop.households import store
from kucho_desktop.households.model import Member

KEY = bytes(range(32))


def heads(book: Book) -> list[str]:
    return [household.head for household in store.households_on(book)]


def add_and_break(book: Book, name: str) -> None:
    with book.step("two at once"):
        store.add_household(book, name)
        1 / 0  # noqa: B018


def test_every_table_is_declared(book):
    names = {row["name"] for row in book.rows("SELECT name FROM sqlite_master WHERE type='table'")}
    assert names - set(UNDECLARED) == set(TABLES)


def test_journaled_tables_can_be_replayed(book):
    for table in TABLES.values():
        if not table.journaled:
            continue
        sql = book.rows("SELECT sql FROM sqlite_master WHERE name = :name", name=table.name)[0]
        text = sql["sql"].upper()
        assert "AUTOINCREMENT" in text
        assert not any(word in text for word in ("UNIQUE", "BLOB", "REAL")), table.name


def test_references_are_judged_when_a_step_is_whole(book):
    """Said in the table itself: a pragma for each step would make every statement slow."""
    found = book.tuples("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
    for name, sql in found:
        said = sql.count("REFERENCES")
        assert sql.count("DEFERRABLE INITIALLY DEFERRED") == said, name
        keys = book.tuples(f'SELECT DISTINCT id FROM pragma_foreign_key_list("{name}")')
        assert len(keys) == said, name
    with book.step("a home before its household") as db:
        db.execute("INSERT INTO member (id, name) VALUES (70, '山田 太郎')")
        db.execute(
            "INSERT INTO member_home (member_id, household_id, position, since, until)"
            " VALUES (70, 71, 0, '', '9999-12-31')"
        )
        db.execute("INSERT INTO household (id) VALUES (71)")
    with (
        pytest.raises(DatabaseError, match="FOREIGN KEY"),
        book.step("a home without its household") as db,
    ):
        db.execute("UPDATE member_home SET household_id = 72 WHERE member_id = 70")
    assert book.tuples("SELECT household_id FROM member_home") == [(71,)]
    assert book.tuples("PRAGMA integrity_check") == [("ok",)]


def test_a_failing_step_leaves_nothing(book):
    store.add_household(book, "山田太郎")
    with pytest.raises(ZeroDivisionError):
        add_and_break(book, "鈴木")
    assert heads(book) == ["山田太郎"]
    assert len(last_steps(book)) == 1


def test_a_step_whose_inner_step_failed_is_not_kept(book):
    def add_in_spite_of_it() -> None:
        with book.step("outer"), suppress(ZeroDivisionError):
            add_and_break(book, "山田太郎")

    with pytest.raises(RuntimeError):
        add_in_spite_of_it()
    assert heads(book) == []


def test_a_step_that_changes_nothing_is_dropped(book):
    id_ = store.add_household(book, "山田太郎")
    store.change_household(book, id_, "phone", "")
    assert len(last_steps(book)) == 1


def test_a_step_inside_a_step_joins_it(book):
    heard = []
    book.listen(heard.append)
    with book.step("two at once"):
        store.add_household(book, "山田")
        store.add_household(book, "鈴木")
    assert len(heard) == 1
    assert len(heard[0]["household"]) == 2
    book.undo()
    assert heads(book) == []


def test_a_write_outside_a_step_is_refused(book):
    with pytest.raises(DatabaseError, match="no step is open"):
        book.run("INSERT INTO tonarigumi DEFAULT VALUES")


def test_undo_and_redo_reach_every_table(book):
    id_ = store.add_household(book, "髙橋 一郎", kana="たかはし いちろう", address="豊科1-2")
    store.change_household(book, id_, "phone", "0263-72-0101")
    store.change_household_from(book, id_, "membership", "paused", date(2026, 12, 1))
    before = store.household(book, id_)
    store.remove_household(book, id_)
    assert store.household(book, id_) is None
    book.undo()
    assert store.household(book, id_) == before
    for _ in range(3):
        book.undo()
    assert heads(book) == []
    for _ in range(3):
        book.redo()
    assert store.household(book, id_) == before


def test_undo_says_what_it_takes_back(book):
    id_ = store.add_household(book, "髙橋 一郎")
    store.change_household(book, id_, "phone", "0263-72-0101")
    assert "髙橋 一郎" in book.undo_label()
    assert "電話番号" in book.undo_label()
    book.undo()
    assert "電話番号" in book.redo_label()


def test_undo_reaches_back_to_the_start_of_this_run_only(tmp_path):
    path = tmp_path / "a.kucho"
    first = Book(path, KEY, upkeep=UPKEEP)
    store.add_household(first, "山田")
    first.close()
    again = Book(path, KEY, upkeep=UPKEEP)
    again.undo()
    assert heads(again) == ["山田"]
    assert again.undo_label() == ""
    again.close()


def test_an_older_step_is_taken_back_only_while_nothing_built_on_it(book):
    id_ = store.add_household(book, "山田")
    store.change_household(book, id_, "phone", "0263-72-0001")
    older = last_steps(book)[0].id
    store.add_household(book, "鈴木")
    book.undo_step(older)
    assert store.household(book, id_).phone == ""
    with pytest.raises(CannotUndo):
        book.undo_step(older)
    store.change_household(book, id_, "phone", "0263-72-0002")
    with pytest.raises(CannotUndo):
        book.undo_step(last_steps(book, 50)[-1].id)
    assert store.household(book, id_).phone == "0263-72-0002"


def test_an_older_step_stays_while_others_need_what_it_made(book):
    id_ = store.add_household(book, "山田")
    added = last_steps(book)[0].id
    store.change_household(book, id_, "address", "豊科1")
    with pytest.raises(CannotUndo, match="先に"):
        book.undo_step(added)
    store.member_leaves(book, store.household(book, id_).members[0].id, date(2026, 1, 1))
    store.change_members(book, id_, [Member(0, name="山田 花子")])
    store.change_members(book, id_, [])
    without = last_steps(book)[0].id
    store.remove_household(book, id_)
    with pytest.raises(CannotUndo, match="先に"):
        book.undo_step(without)
    assert book.problems() == []


def test_an_id_never_means_two_households(book):
    first = store.add_household(book, "山田")
    book.undo()
    assert store.add_household(book, "鈴木") != first


def test_history_is_kept_as_message_and_values(book):
    store.add_household(book, "髙橋 {一郎}")
    row = book.rows('SELECT message, "values" AS said FROM step')[0]
    assert row["message"] == "Add household {household}"
    assert json.loads(row["said"]) == {"household": "髙橋 {一郎}"}
    assert "髙橋 {一郎}" in last_steps(book)[0].text


def test_a_second_window_is_told(book):
    with pytest.raises(InUse, match="開"):
        Book(book.path, KEY, upkeep=UPKEEP)
    looking = Book(book.path, KEY, read_only=True)
    with pytest.raises(CannotKeep):
        store.add_household(looking, "山田")
    looking.close()


def test_a_lock_left_by_a_crash_is_no_lock(tmp_path):
    (tmp_path / "a.kucho.lock").write_text('{"since": "2020-01-01T00:00", "process": 1}')
    Book(tmp_path / "a.kucho", KEY).close()


def test_a_clean_close_leaves_one_file(tmp_path):
    book = Book(tmp_path / "a.kucho", KEY, upkeep=UPKEEP)
    store.add_household(book, "山田")
    book.close()
    assert [path.name for path in tmp_path.iterdir()] == ["a.kucho"]


def test_a_password_opens_what_it_made(tmp_path):
    path = tmp_path / "a.kucho"
    book, code = create_book(path, "ひみつの合言葉です")
    store.add_household(book, "山田")
    book.close()
    assert len(code) > 40
    with pytest.raises(WrongPassword):
        open_book(path, "ちがう合言葉です")
    again = open_book(path, "ひみつの合言葉です")
    assert heads(again) == ["山田"]
    again.close()


def test_no_name_is_readable_in_the_file(book):
    store.add_household(book, "かなりや鳥之助")
    for path in book.path.parent.iterdir():
        assert "かなりや".encode() not in path.read_bytes(), path


@pytest.mark.parametrize("content", [b"", b"hello", b"SQLite format 3\0" + bytes(4000)])
def test_what_is_no_book_is_refused_with_a_sentence(tmp_path, content):
    path = tmp_path / "a.kucho"
    path.write_bytes(content)
    (tmp_path / "a.kucho.keys").write_text("{}")
    with pytest.raises(CannotOpenFile, match="。"):
        open_book(path, "ひみつの合言葉です")


def test_a_missing_book_is_explained(tmp_path: Path):
    with pytest.raises(CannotOpenFile):
        open_book(tmp_path / "nothing.kucho", "ひみつの合言葉です")


def test_a_newer_book_is_refused(book):
    book.run(f"PRAGMA user_version = {SCHEMA + 1}")
    path = book.path
    book.close()
    with pytest.raises(CannotOpenFile, match="新しい"):
        Book(path, KEY)


def test_an_older_book_is_copied_and_migrated(tmp_path, monkeypatch):
    path = tmp_path / "a.kucho"
    old = connect(path, KEY)
    for number, migration in enumerate(MIGRATIONS[:-1], start=1):
        migration(old)
        old.execute(f"PRAGMA user_version = {number}")
    old.close()
    Book(path, KEY, upkeep=UPKEEP).close()
    copy = connect(tmp_path / f"a.kucho.v{SCHEMA - 1}", KEY)
    assert copy.execute("PRAGMA user_version").fetchone()[0] == SCHEMA - 1
    copy.close()


def test_a_long_work_has_its_own_connection(book):
    heard = []
    book.listen(heard.append)
    worker = book.lend()
    store.add_household(worker, "山田")
    with pytest.raises(CannotKeep):
        store.add_household(book, "鈴木")
    book.take_back()
    assert heads(book) == ["山田"]
    assert len(heard) == 1
    book.undo()
    assert heads(book) == []


def test_the_rules_of_the_rooms_are_asked(book):
    id_ = store.add_household(book, "山田 太郎")
    with pytest.raises(NotAllowed):
        store.add_member(book, id_, Member(0, relation="head", name="山田 次郎"))
    assert len(store.household(book, id_).members) == 1
