"""Wrong usage of the command line: one sentence each, and nothing is left behind."""

import subprocess
import sys
from pathlib import Path

import pytest

from kucho_desktop.cli import asking, main


@pytest.mark.parametrize(
    "words",
    [
        ("demo", "x.kucho", "--households", "9999999"),
        ("demo", "x.kucho", "--households", "いくつか"),
        ("demo", "x.kucho", "--years", "200"),
        ("demo", "x.kucho", "--seed", "x"),
        ("new", "x.kucho", "--name", " "),
        ("import", "x.kucho"),
        ("export", "x.kucho", "x.xlsx", "--what", "moon"),
        ("print", "x.kucho", "roster-members", "-o"),
        ("frobnicate", "x.kucho"),
    ],
)
def test_wrong_usage_is_one_sentence(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as end:
        main(words)
    assert end.value.code == 2
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    assert said.startswith("命令が読み取れません")
    assert not list(tmp_path.iterdir())


def test_a_table_that_is_not_there_and_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KUCHO_PASSWORD", "ajisai-no-niwa")
    book = str(tmp_path / "book.kucho")
    assert main(["new", book, "--name", "梓野区"]) == 0
    assert main(["import", book, str(tmp_path / "無い.xlsx")]) == 1
    assert "ありません" in capsys.readouterr().err
    assert main(["import", book, str(tmp_path)]) == 1
    assert "フォルダです" in capsys.readouterr().err


def test_what_the_system_refuses_is_said_in_plain_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KUCHO_PASSWORD", "ajisai-no-niwa")
    book = str(tmp_path / "book.kucho")
    assert main(["new", book, "--name", "梓野区"]) == 0
    capsys.readouterr()
    paper = ["print", book, "population-report", "-o"]
    for out in (tmp_path, tmp_path / "無い" / "紙.pdf"):
        assert main([*paper, str(out)]) == 1
        said = capsys.readouterr().err
        assert len(said.splitlines()) == 1
        assert "directory" not in said

    def refuse(*_said: object) -> None:
        raise PermissionError(13, "Permission denied", str(tmp_path / "紙.pdf"))

    monkeypatch.setattr(asking, "write_whole", refuse)
    assert main([*paper, str(tmp_path / "紙.pdf")]) == 1
    assert "書き込めません" in capsys.readouterr().err


def test_an_option_that_a_paper_has_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KUCHO_PASSWORD", "ajisai-no-niwa")
    book, out = str(tmp_path / "book.kucho"), tmp_path / "紙.pdf"
    assert main(["new", book, "--name", "梓野区"]) == 0
    capsys.readouterr()
    words = ["print", book, "population-report", "-o", str(out), "--option", "moon=1"]
    assert main(words) == 1
    assert "moon" in capsys.readouterr().err
    assert not out.exists()


def test_whoever_reads_only_the_first_line_is_told_nothing_more() -> None:
    """`kucho-desktop papers | head -1` in a shell."""
    command = [sys.executable, "-m", "kucho_desktop", "papers"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.close()
        assert run.stderr.read() == b""
