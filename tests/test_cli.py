"""The command line, as scripts use it: what it prints, what it says where something is wrong."""

import csv
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kucho_desktop.cli import main

SAMPLES = Path(__file__).parent / "exchange" / "samples"
ROSTERS = {
    "roster_plain.xlsx": (120, 320, 8),
    "roster_as_kept.xlsx": (96, 233, 8),
    "roster_families_cp932.csv": (60, 135, 8),
}
PASSWORD = "ajisai-no-niwa"


@dataclass
class Said:
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Said]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("KUCHO_PASSWORD", PASSWORD)

    def run_one(*words: object) -> Said:
        try:
            code = main([str(word) for word in words])
        except SystemExit as end:
            code = int(end.code or 0)
        printed = capsys.readouterr()
        return Said(code, printed.out, printed.err)

    return run_one


@pytest.fixture
def file(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "梓野区.kucho"
    made = run("new", path, "--name", "梓野区")
    assert made.code == 0
    return path


@pytest.fixture
def filled(run: Run, file: Path) -> Path:
    assert run("import", file, SAMPLES / "roster_plain.xlsx").code == 0
    return file


def test_a_new_book_shows_its_recovery_code_once(run, tmp_path):
    said = run("new", tmp_path / "a.kucho", "--name", "梓野区", "--kana", "あずさの")
    assert said.code == 0
    groups = said.out.splitlines()[-1].split("-")
    assert len(groups) == 18
    assert {len(group) for group in groups} == {4}
    again = run("new", tmp_path / "a.kucho", "--name", "梓野区")
    assert again.code == 1
    assert "同じ名前の台帳" in again.err


@pytest.mark.parametrize("name", ROSTERS)
def test_a_roster_is_read_in_and_counted(run, file, name):
    households, members, _groups = ROSTERS[name]
    said = run("import", file, SAMPLES / name, "--json")
    assert said.code == 0
    found = said.json
    assert (found["households"], found["members"], found["tonarigumi"]) == ROSTERS[name]
    for problem in found["problems"]:
        assert set(problem) == {"sheet", "row", "reason"}
        assert problem["reason"]
    checked = run("check", file, "--json").json
    assert checked["ok"] is True
    assert (checked["households"], checked["members"]) == (households, members)
    assert checked["schema"] >= 1


def test_a_dry_run_keeps_nothing(run, file):
    said = run("import", file, SAMPLES / "roster_plain.xlsx", "--dry-run", "--json")
    assert said.json["households"] == 120
    assert run("check", file, "--json").json["households"] == 0


def test_households_may_belong_from_a_day_on(run, file, tmp_path):
    assert run("import", file, SAMPLES / "roster_plain.xlsx", "--as-of", "R8.4.1").code == 0
    before, after = tmp_path / "before.csv", tmp_path / "after.csv"
    assert run("export", file, before, "--as-of", "令和8年3月31日").code == 0
    assert run("export", file, after, "--as-of", "2026-04-01").code == 0
    assert len(_rows(before)) == 1
    assert len(_rows(after)) == 121


def _rows(path: Path, encoding: str = "utf-8-sig") -> list[list[str]]:
    return list(csv.reader(path.read_text(encoding).splitlines()))


def test_finding_gives_what_a_script_needs(run, filled):
    found = run("find", filled, "吉田", "正", "--json").json
    assert len(found) == 1
    assert {
        "name": "𠮷田 正",
        "kana": "よしだ ただし",
        "tonarigumi": "第1隣組",
        "phone": "0263-75-1034",
        "address": "安曇野市豊科332-29",
    }.items() <= found[0].items()
    assert isinstance(found[0]["household"], int)
    assert run("find", filled, "だれもいない", "--json").json == []


def test_a_table_in_excel_is_ready_to_be_printed(run, filled, tmp_path):
    out = tmp_path / "out.xlsx"
    assert run("export", filled, out).code == 0
    sheet = openpyxl.load_workbook(out).worksheets[0]
    headings = [cell.value for cell in sheet[3]]
    row = dict(zip(headings, sheet[4], strict=True))
    assert row["世帯主"].value == "𠮷田 正"
    assert (row["電話番号"].value, row["電話番号"].number_format) == ("0263-75-1034", "@")
    assert (row["郵便番号"].value, row["郵便番号"].data_type) == ("399-8205", "s")
    assert (row["人数"].value, row["人数"].data_type) == (3, "n")
    assert sheet.freeze_panes == "C4"
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$3:$3", "$A:$B")
    assert "令和" in str(sheet["A2"].value)


def test_letters_that_a_file_cannot_hold_are_named(run, filled, tmp_path):
    said = run("export", filled, tmp_path / "out.csv", "--encoding", "cp932")
    assert said.code == 0
    assert "𠮷" in said.err
    assert any("〓田" in "".join(row) for row in _rows(tmp_path / "out.csv", "cp932"))


def test_neighbours_get_nothing_that_nobody_agreed_to(run, filled, tmp_path):
    out = tmp_path / "out.csv"
    assert run("export", filled, out, "--for", "households").code == 0
    assert len(_rows(out)) == 1


def test_a_group_leader_gets_the_own_group(run, filled, tmp_path):
    out = tmp_path / "out.csv"
    refused = run("export", filled, out, "--for", "group-leader")
    assert (refused.code, out.exists()) == (1, False)
    assert "隣組を選んで" in refused.err
    assert run("export", filled, out, "--for", "group-leader", "--group", "第２隣組").code == 0
    headings, *rows = _rows(out)
    assert {row[headings.index("隣組")] for row in rows} == {"第2隣組"}
    assert "備考" not in headings
    assert run("export", filled, out, "--group", "ない組").code == 1


def test_a_list_of_chosen_households_is_printed_and_exported(run, filled, tmp_path):
    chosen = ("--option", "list=電話なし", "--option", "columns=head,address")
    paper = tmp_path / "list.pdf"
    assert run("print", filled, "household-list", "-o", paper, *chosen).code == 0
    assert paper.read_bytes().startswith(b"%PDF")
    out = tmp_path / "list.csv"
    said = run("export", filled, out, "--list", "no_phone", "--columns", "head,address,phone")
    assert said.code == 0
    rows = list(csv.reader(out.read_text("utf-8-sig").splitlines()))
    assert rows[0] == ["世帯主", "住所", "電話番号"]
    assert {row[2] for row in rows[1:]} <= {""}
    refused = run("export", filled, out, "--list", "ない一覧")
    assert refused.code == 1
    assert "ない一覧" in refused.err


def test_what_was_exported_is_read_in_again(run, filled, tmp_path):
    run("export", filled, tmp_path / "out.xlsx")
    other = tmp_path / "other.kucho"
    run("new", other, "--name", "写し")
    assert run("import", other, tmp_path / "out.xlsx", "--json").json["members"] == 320
    one, two = (run("find", each, "0263", "--json").json for each in (filled, other))
    assert one == two


WRONG = [
    (("import", "{file}", "nowhere.xlsx"), "nowhere.xlsx"),
    (("import", "{file}", str(SAMPLES / "shelters_open_data.csv")), "名簿"),
    (("import", "{file}", str(SAMPLES / "roster_plain.xlsx"), "--as-of", "いつか"), "日付"),
    (("export", "{file}", "out.pdf"), "xlsx"),
    (("export", "{file}", "out.xlsx", "--for", "person"), "世帯票"),
    (("find", "nowhere.kucho", "x"), "nowhere.kucho"),
]


@pytest.mark.parametrize(("words", "said"), WRONG)
def test_what_goes_wrong_is_one_sentence(run, file, words, said):
    found = run(*[word.format(file=file) for word in words])
    assert found.code == 1
    assert found.out == ""
    assert said in found.err
    assert len(found.err.splitlines()) == 1


def test_undo_takes_back_step_after_step(run, filled):
    told = [run("undo", filled).out for _step in range(2)]
    assert "120" in told[0]
    assert "梓野区" in told[1]
    nothing = run("undo", filled)
    assert (nothing.code, nothing.out) == (1, "")
    assert nothing.err.strip() == "元に戻すことがありません。"
    history = run("history", filled, "--json").json
    assert [step["kind"] for step in history] == ["undo", "undo", "do", "do"]
    assert run("history", filled, "--count", "0").out == ""
    assert run("undo", filled, "--step", "77").code == 1


def test_a_damaged_book_is_told_by_every_command(run, filled, tmp_path):
    content = bytearray(filled.read_bytes())
    for page in range(4 * 4096, len(content), 4096):
        content[page + 500] ^= 1
    filled.write_bytes(content)
    (tmp_path / "控え").mkdir()
    for words in (
        ("check", filled),
        ("backup", filled, tmp_path / "控え"),
        ("find", filled, "吉田"),
        ("undo", filled),
    ):
        said = run(*words)
        assert said.code == 1
        assert "こわれて" in said.out + said.err


def test_a_folder_called_like_a_command_is_no_book(run, tmp_path, monkeypatch):
    (tmp_path / "papers").mkdir()
    monkeypatch.chdir(tmp_path)
    assert "roster-members" in run("papers").out


def test_a_wrong_password_is_said(run, file, monkeypatch):
    monkeypatch.setenv("KUCHO_PASSWORD", "kore-de-wa-nai")
    found = run("check", file)
    assert found.code == 1
    assert "合言葉" in found.err


@pytest.mark.parametrize(
    "words",
    [
        ("export",),
        ("import", "a"),
        ("dance",),
        ("new", "a.kucho"),
        ("undo", "a.kucho", "--step", "-1"),
        ("history", "a.kucho", "--count", "9" * 30),
        ("demo", "a.kucho", "--households", "viele"),
    ],
)
def test_wrong_usage_is_told_apart(run, words):
    assert run(*words).code == 2


def test_the_installed_command_does_the_same(run, filled):
    """One run as a script would start it, in a process of its own."""
    command = Path(sys.executable).with_name("kucho-desktop")
    found = subprocess.run(
        [command, "check", str(filled), "--json"], capture_output=True, text=True, check=True
    )
    assert json.loads(found.stdout)["households"] == 120
    assert found.stderr == ""
