"""One real old file of every released schema: it opens, and everything in it is there."""

import json
import re
import shutil
from contextlib import closing
from pathlib import Path

import golden
import pytest
from crash import older

from kucho_desktop.app.books import open_book, open_with_code
from kucho_desktop.core.history import last_steps
from kucho_desktop.core.keys import key_file_of, recovery_code
from kucho_desktop.core.looking_over import look_over
from kucho_desktop.core.migrations import SCHEMA

BOOKS = sorted(golden.FOLDER.glob("*.kucho"))


@pytest.fixture(params=BOOKS, ids=lambda path: path.stem)
def path(request, tmp_path) -> Path:
    """The old book with its slots, where the program may write to it."""
    for each in (request.param, key_file_of(request.param), request.param.with_suffix(".json")):
        shutil.copyfile(each, tmp_path / each.name)
    return tmp_path / request.param.name


def test_there_is_one():
    assert BOOKS


def test_everything_is_there_and_the_schema_is_a_fresh_ones(path):
    wanted = json.loads(path.with_suffix(".json").read_text("utf-8"))
    with closing(open_book(path, golden.PASSWORD, today=golden.TODAY)) as book:
        found = json.loads(json.dumps(golden.found_in(book)))
        assert {name: found["rows"][name] for name in wanted["rows"]} == wanted["rows"]
        assert {**found, "rows": {}} == {**wanted, "rows": {}}
        assert book.examine(older.schema_of) == older.fresh_schema()
        assert not [problem for each in look_over(book) for problem in each.problems]


def test_its_history_reads_in_words(path):
    with closing(open_book(path, golden.PASSWORD, today=golden.TODAY)) as book:
        steps = last_steps(book, 1000)
        for step in steps:
            assert re.search("[ぁ-ん一-龠]", step.text), step
            assert "{" not in step.text
        last = next(step for step in steps if step.kind == "do" and not step.is_reversed)
        why = book.why_not_undo(last.id)
        assert bool(why) == (path.stem != f"schema-{SCHEMA:03}")
        if not why:
            book.undo_step(last.id)
            assert last_steps(book, 1)[0].kind == "undo"


def test_the_code_opens_it(path):
    key_file_of(path).unlink()
    with closing(open_with_code(path, recovery_code(golden.KEY), today=golden.TODAY)) as book:
        assert book.about("book_id") == golden.BOOK_ID


def test_it_is_copied_before_it_is_changed(path):
    before = path.read_bytes()
    open_book(path, golden.PASSWORD, today=golden.TODAY).close()
    number = int(path.stem.rpartition("-")[2])
    if number < SCHEMA:
        assert older.version_in(path.with_name(f"{path.name}.v{number}"), golden.KEY) == number
    else:
        assert path.read_bytes()[:16] == before[:16]


def test_the_script_writes_what_it_says(tmp_path):
    """And never over what is there."""
    made = golden.write_golden(tmp_path / "made")
    wanted = json.loads(made.with_suffix(".json").read_text("utf-8"))
    assert wanted["rows"]["picture"] == 1
    assert wanted["rows"]["household_talk"] == 1
    assert wanted["taken_back"] >= 3
    with pytest.raises(SystemExit):
        golden.write_golden(tmp_path / "made")
