"""`history` and `handouts` on the command line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kucho_desktop.cli import main

PASSWORD = "ajisai-no-niwa"
ROSTER = """隣組,氏名,住所,電話
1組,丸山　誠,梓野1-1,0263-11-1111
1組,百瀬　隆,梓野1-2,0263-11-1112
2組,百瀬　正,梓野1-3,0263-11-1113
"""


@pytest.fixture
def run(capsys, monkeypatch) -> Callable[..., Any]:
    monkeypatch.setenv("KUCHO_PASSWORD", PASSWORD)

    def run_one(*words: object) -> Any:
        code = main([str(word) for word in words])
        printed = capsys.readouterr()
        if code:
            return printed.err
        return json.loads(printed.out) if "--json" in words else printed.out

    return run_one


@pytest.fixture
def file(run, tmp_path: Path) -> Path:
    path, roster = tmp_path / "梓野区.kucho", tmp_path / "roster.csv"
    roster.write_text(ROSTER, "utf-8-sig")
    run("new", path, "--name", "梓野区")
    run("import", path, roster)
    roster.write_text(ROSTER.replace("11-1111", "99-9999"), "utf-8-sig")
    run("import", path, roster)
    run("print", path, "roster-officers", "-o", tmp_path / "a.pdf", "--copies", 2)
    return path


def test_the_history_of_one_household_with_old_and_new(run, file):
    found = run("history", file, "--household", "丸山", "--json")
    assert len(found) == 2
    lines = [line for each in found[0]["changes"] for line in each["lines"]]
    assert any("0263-11-1111 → 0263-99-9999" in line for line in lines)
    assert len(run("history", file, "--household", "百瀬 隆", "--json")) == 1
    assert len(run("history", file, "--person", "丸山 誠", "--json")) == 1


def test_words_that_several_answer_to_are_told(run, file):
    assert "百瀬\u3000隆" in run("history", file, "--household", "百瀬", "--json")
    assert "等々力" in run("history", file, "--household", "等々力")


def test_a_room_and_days_narrow_it(run, file):
    assert len(run("history", file, "--room", "association", "--json")) == 1
    assert run("history", file, "--last", "R1.5.1", "--json") == []
    first = run("history", file, "--count", "1", "--json")[0]["step"]
    assert all(each["step"] < first for each in run("history", file, "--before", first, "--json"))


def test_what_was_given_out(run, file):
    (given,) = run("handouts", file, "--json")
    assert given["title"] == "区民名簿（役員版）"
    assert (given["numbers"], given["out"], given["households"]) == ([1, 2], 2, 3)
    assert "No.1-2" in run("handouts", file, "--out")
