"""Reading a table in, and copies, without a window: what is refused so that nothing goes wrong."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kucho_desktop.cli import main

SAMPLES = Path(__file__).parent / "exchange" / "samples"
PLAIN = SAMPLES / "roster_plain.xlsx"
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(monkeypatch, capsys) -> Run:
    """Gives how the command ended, and all that it printed."""
    monkeypatch.setenv("KUCHO_PASSWORD", "ajisai-no-niwa")

    def run_one(*words: object) -> tuple[int, str]:
        try:
            code = main([str(word) for word in words])
        except SystemExit as end:
            code = int(end.code or 0)
        printed = capsys.readouterr()
        return code, printed.out + printed.err

    return run_one


@pytest.fixture
def file(run, tmp_path) -> Path:
    path = tmp_path / "梓野区.kucho"
    assert run("new", path, "--name", "梓野区")[0] == 0
    return path


@pytest.fixture
def filled(run, file) -> Path:
    assert run("import", file, PLAIN)[0] == 0
    return file


def count(run, file) -> int:
    return int(json.loads(run("check", file, "--json")[1])["households"])


def test_the_same_table_twice_doubles_nothing_unless_it_is_said(run, filled):
    assert run("import", filled, PLAIN)[0] == 0
    assert count(run, filled) == 120
    assert run("import", filled, PLAIN, "--again")[0] == 0
    assert count(run, filled) == 240


def test_another_table_comes_beside_what_is_there(run, filled):
    assert run("import", filled, SAMPLES / "roster_families_cp932.csv", "--again")[0] == 0
    assert count(run, filled) == 180


def test_all_have_agreed(run, file, tmp_path):
    out = tmp_path / "out.csv"
    agreed = ("--agreed-on", "R8.4.1", "--asked-by", "circular")
    assert run("import", file, PLAIN, *agreed)[0] == 0
    assert run("export", file, out, "--for", "households")[0] == 0
    with out.open(encoding="utf-8-sig", newline="") as lines:
        assert len(list(csv.reader(lines))) == 121
    assert run("import", file, PLAIN, "--agreed-on", "いつか", "--again")[0] == 1
    assert run("import", file, PLAIN, "--asked-by", "telepathy")[0] == 2


def test_a_backup_into_a_folder_that_is_not_there(run, filled, tmp_path):
    code, said = run("backup", filled, tmp_path / "無い")
    assert code == 1
    assert "フォルダ" in said
    assert not (tmp_path / "無い").exists()


def test_going_back_keeps_the_present_book_and_says_what_differs(run, filled, tmp_path):
    (tmp_path / "控え").mkdir()
    copy = run("backup", filled, tmp_path / "控え")[1].strip()
    run("undo", filled)
    assert run("restore", copy, filled)[0] == 1
    code, said = run("restore", copy, filled, "--replace")
    assert code == 0
    assert "戻す前" in said
    assert "なくなった" in said
    assert len(list(filled.parent.glob("*戻す前*.kucho"))) == 1


def test_the_check_says_at_what_it_looked(run, filled):
    code, said = run("check", filled, "--json")
    assert code == 0
    assert '"looked_at"' in said
    code, said = run("check", filled, "--repair")
    assert code == 0
    assert said.count("✓") == 6
