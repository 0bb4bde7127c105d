"""`erase` on the command line."""

import json
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from kucho_desktop.app.books import create_book, open_book
from kucho_desktop.cli import main
from kucho_desktop.households import store
from kucho_desktop.records.store.erasing import waiting

PASSWORD = "ajisai-no-niwa"


@pytest.fixture
def run(capsys, monkeypatch):
    monkeypatch.setenv("KUCHO_PASSWORD", PASSWORD)

    def run_one(*words: object):
        code = main([str(word) for word in words])
        printed = capsys.readouterr()
        if code:
            return printed.err
        return json.loads(printed.out) if "--json" in words else printed.out

    return run_one


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """As it was 31 days ago."""
    before = date.today() - timedelta(days=31)
    book, _code = create_book(tmp_path / "梓野区.kucho", PASSWORD, today=before)
    with closing(book):
        for head in ("髙橋 清", "宮澤 実"):
            store.add_household(book, head)
        store.household_leaves(book, 2, date(2015, 4, 1), "松本市へ")
    return book.path


def test_a_dry_run_says_who_and_changes_nothing(run, file):
    found = run("erase", file, "--older-than", 5, "--dry-run", "--json")
    (one,) = found["proposed"]
    assert (one["name"], one["since"], one["reason"]) == ("宮澤 実", "2015-04-01", "松本市へ")
    assert not found["put_into_bin"]
    assert "平成27年4月1日に転出など" in run("erase", file, "--dry-run")
    assert run("erase", file, "--older-than", 50, "--dry-run") == ""
    with closing(open_book(file, PASSWORD)) as book:
        assert waiting(book) == []


def test_without_a_word_of_agreement_nothing_is_done(run, file):
    assert "--yes" in run("erase", file)


def test_into_the_bin_and_after_thirty_days_for_good(run, file):
    with closing(open_book(file, PASSWORD, today=date.today() - timedelta(days=31))) as book:
        from kucho_desktop.records.store.erasing import proposed, put_into_bin

        put_into_bin(book, proposed(book), 5)
    found = run("erase", file, "--json")
    assert [each["households"] for each in found["erased"]] == [1]
    assert found["waiting"] == found["proposed"] == []
    with closing(open_book(file, PASSWORD)) as book:
        assert [each.head for each in store.households_on(book)] == ["髙橋 清"]


def test_it_asks_where_somebody_sits_there(run, file, monkeypatch):
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _text: "n")
    run("erase", file)
    with closing(open_book(file, PASSWORD)) as book:
        assert waiting(book) == []
    monkeypatch.setattr("builtins.input", lambda _text: "はい")
    assert "消去待ち" in run("erase", file)
    assert "消去待ち" in run("erase", file, "--yes")
    with closing(open_book(file, PASSWORD)) as book:
        assert len(waiting(book)) == 1


@pytest.mark.parametrize("years", ["0", "-1", "x", "101"])
def test_wrong_years_are_wrong_usage(file, years):
    with pytest.raises(SystemExit) as left:
        main(["erase", str(file), "--older-than", years])
    assert left.value.code == 2
