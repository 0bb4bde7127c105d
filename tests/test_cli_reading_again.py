"""`import` into a book that holds households: what it proposes, does, and never doubles."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kucho_desktop.cli import main

PASSWORD = "ajisai-no-niwa"
BEFORE = """隣組,氏名,住所,電話
1組,丸山　誠,梓野1-1,0263-11-1111
1組,百瀬　隆,梓野1-2,0263-11-1112
2組,二木　正,梓野1-3,0263-11-1113
"""
AFTER = """隣組,氏名,住所,電話
1組,丸山　誠,梓野1-1,0263-99-1111
2組,務台　進,梓野8-8,0263-88-8888
2組,二木　正,梓野1-3,0263-11-1113
"""


@pytest.fixture
def run(capsys, monkeypatch) -> Callable[..., str]:
    monkeypatch.setenv("KUCHO_PASSWORD", PASSWORD)

    def run_one(*words: object) -> str:
        assert main([str(word) for word in words]) == 0
        return capsys.readouterr().out

    return run_one


@pytest.fixture
def file(run, tmp_path) -> Path:
    path = tmp_path / "梓野区.kucho"
    run("new", path, "--name", "梓野区")
    table(tmp_path, BEFORE)
    run("import", path, tmp_path / "名簿.csv")
    return path


def table(folder: Path, text: str) -> Path:
    path = folder / "名簿.csv"
    path.write_text(text, "utf-8")
    return path


def names(run, file: Path) -> list[tuple[str, str]]:
    found: list[dict[str, Any]] = json.loads(run("find", file, "0263", "--json"))
    return [(each["name"], each["phone"]) for each in found]


def test_a_table_read_twice_changes_nothing(run, file, tmp_path):
    before = names(run, file)
    said = json.loads(run("import", file, tmp_path / "名簿.csv", "--json"))
    assert said["unchanged"] == said["households"] == 3
    assert (said["new"], said["changed"], said["gone"], said["unsure"]) == ([], [], [], [])
    assert names(run, file) == before
    assert len(run("history", file).splitlines()) == 2


def test_a_dry_run_lists_what_it_would_change(run, file, tmp_path):
    before = names(run, file)
    said = json.loads(run("import", file, table(tmp_path, AFTER), "--dry-run", "--json"))
    assert [each["name"] for each in said["new"]] == ["務台　進"]
    assert [each["name"] for each in said["gone"]] == ["百瀬　隆"]
    (changed,) = said["changed"]
    assert changed["name"] == "丸山　誠"
    (field,) = changed["fields"]
    assert (field["title"], field["old"], field["new"]) == (
        "電話番号",
        "0263-11-1111",
        "0263-99-1111",
    )
    assert names(run, file) == before


def test_what_is_sure_is_taken_over_and_undone(run, file, tmp_path):
    before = names(run, file)
    said = run("import", file, table(tmp_path, AFTER))
    assert "新しい世帯 1、変わった世帯 1、表にない世帯 1、台帳と同じ世帯 1" in said
    assert "電話番号: 0263-11-1111 → 0263-99-1111" in said
    assert names(run, file) == [
        ("丸山　誠", "0263-99-1111"),
        ("百瀬　隆", "0263-11-1112"),
        ("二木　正", "0263-11-1113"),
        ("務台　進", "0263-88-8888"),
    ]
    run("undo", file)
    assert names(run, file) == before


def test_those_that_are_gone_leave_when_it_is_said(run, file, tmp_path):
    run("import", file, table(tmp_path, AFTER), "--gone-leave", "--as-of", "2026-04-01")
    assert "百瀬　隆" not in [name for name, _phone in names(run, file)]


def test_the_new_ones_may_have_agreed(run, file, tmp_path):
    run("import", file, table(tmp_path, AFTER), "--agreed-on", "2026-04-01")
    out = tmp_path / "out.csv"
    run("export", file, out, "--for", "households")
    text = out.read_text("utf-8-sig")
    assert "務台　進" in text
    assert "二木　正" not in text


def test_all_can_be_added_as_new(run, file, tmp_path):
    run("import", file, table(tmp_path, AFTER), "--again")
    assert len(names(run, file)) == 6


def test_what_is_not_sure_is_told_and_left_out(run, file, tmp_path):
    text = AFTER.replace("務台　進,梓野8-8,0263-88-8888", "務台　進,梓野1-2,0263-88-8888")
    said = run("import", file, table(tmp_path, text))
    assert "取り込みません：務台　進（3行目）。次の世帯かもしれません：百瀬　隆" in said
    assert "務台　進" not in [name for name, _phone in names(run, file)]


def test_households_that_are_there_twice_are_listed(run, file, tmp_path):
    assert json.loads(run("doubles", file, "--json")) == []
    run("import", file, table(tmp_path, BEFORE), "--again")
    found = json.loads(run("doubles", file, "--json"))
    assert [each["names"] for each in found] == [
        [each] * 2 for each in ("丸山　誠", "百瀬　隆", "二木　正")
    ]
    assert found[0]["reasons"] == ["name", "address", "phone"]
    assert "名前が同じ、住所が同じ、電話番号が同じ" in run("doubles", file)
