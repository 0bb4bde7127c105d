"""A wrong file on the command line: one sentence each, nothing touched, the way back named."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from wrong_files import COPY, OPENS, OTHER, PASSWORD, WRONG, book_with_copy, cut, flipped

from kucho_desktop.cli import main
from kucho_desktop.core.places import settings_folder

SOURCES = str(Path(__file__).resolve().parents[1] / "src")


@pytest.fixture
def path(tmp_path, monkeypatch):
    monkeypatch.setenv("KUCHO_PASSWORD", PASSWORD)
    folder = tmp_path / "家"
    folder.mkdir()
    return book_with_copy(folder)


def lies(folder: Path) -> dict[str, bytes]:
    return {
        str(each): each.read_bytes()
        for each in folder.rglob("*")
        if each.is_file() and not each.name.endswith(("-wal", "-shm"))
    }


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_file_is_told_in_a_sentence_and_left_alone(path, wrong, capsys):
    spoil, sentence, offers = WRONG[wrong]
    spoil(path)
    before = lies(path.parent)
    for words in (["check", path], ["find", path, "山田"], ["undo", path], ["rekey", path]):
        assert main([str(word) for word in words]) == 1
        said = capsys.readouterr()
        assert said.out == ""
        assert "Traceback" not in said.err
        if words[0] == "rekey":
            continue
        assert sentence in said.err, said.err
        assert (COPY in said.err) == offers, said.err
    assert lies(path.parent) == before


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ("it is empty", "空（0バイト）"),
        ("it is a text", "読めません"),
        ("it is a short text", "読めません"),
        ("it is plain SQLite", "読めません"),
        ("its slots are gone", "回復コードで開いて"),
    ],
)
def test_what_is_no_book_is_not_called_unharmed(path, wrong, sentence, capsys):
    """Some other file, beside which no key file lies."""
    WRONG[wrong][0](path)
    shutil.rmtree(settings_folder() / "keys", ignore_errors=True)
    path.with_name(f"{path.name}.keys").unlink(missing_ok=True)
    assert main(["check", str(path)]) == 1
    said = capsys.readouterr().err
    assert sentence in said
    assert ("無事" in said) == (wrong == "its slots are gone")


def test_the_same_sentence_is_said_once(path, capsys):
    flipped(40 * 4096 + 100)(path)
    main(["check", str(path)])
    said = [line for line in capsys.readouterr().out.splitlines() if line[:1] not in "✓×"]
    assert len(said) == len(set(said))


def test_what_is_named_goes_back(path, capsys):
    cut(0.5)(path)
    main(["find", str(path), "山田"])
    (copy,) = re.findall(r"--replace '?([^']+\.kucho)'? ", capsys.readouterr().err)
    assert main(["restore", "--replace", copy, str(path)]) == 0
    capsys.readouterr()
    assert main(["find", str(path), "山田"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 30
    assert list(path.parent.glob("*戻す前*.kucho"))


def test_a_copy_that_is_damaged_itself_is_not_named(path, own_home, capsys):
    for copy in (own_home / "backups").rglob("*.kucho"):
        content = bytearray(copy.read_bytes())
        content[len(content) // 2] ^= 1
        copy.write_bytes(content)
    cut(0.5)(path)
    assert main(["check", str(path)]) == 1
    assert COPY not in capsys.readouterr().err


@pytest.mark.parametrize("looks", OPENS)
def test_what_only_looks_wrong_opens(path, looks, capsys):
    OPENS[looks](path)
    assert main(["check", str(path)]) == 0, capsys.readouterr().err


def test_a_password_of_ten_megabytes_is_wrong_like_any_other(path, capsys, monkeypatch):
    monkeypatch.setenv("KUCHO_PASSWORD", OTHER * 350_000)
    assert main(["check", str(path)]) == 1
    assert "合言葉が違います" in capsys.readouterr().err


READ_ONLY = """mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" || exit 77
"$2" -m kucho_desktop find "$1/梓野区.kucho" 山田; echo "$?"
"$2" -m kucho_desktop undo "$1/梓野区.kucho"; echo "$?"
"$2" -m kucho_desktop rekey "$1/梓野区.kucho"; echo "$?"
"""


def test_a_folder_that_cannot_be_written_is_read_and_no_more(path):
    unshare = shutil.which("unshare")
    if unshare is None:
        pytest.skip("there is no unshare here")
    words = [unshare, "-rm", "sh", "-c", READ_ONLY, "sh", str(path.parent), sys.executable]
    done = subprocess.run(
        words,
        env={**os.environ, "PYTHONPATH": SOURCES},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode == 77 or "unshare" in done.stderr:
        pytest.skip("no folder can be mounted here")
    *found, read, undo, rekey = done.stdout.splitlines()
    assert (len(found), read, undo, rekey) == (30, "0", "1", "1")
    said = done.stderr.splitlines()
    assert len(said) == 2
    assert all("書き込めない" in line for line in said), said
