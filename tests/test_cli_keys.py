"""The key of a book on the command line."""

import pytest

from kucho_desktop.cli import main

PASSWORD, OTHER = "ajisai-no-niwa", "mizuumi-no-fune"


@pytest.fixture
def new_book(tmp_path, capsys, monkeypatch):
    """A path, and the recovery code as it was printed."""
    monkeypatch.setenv("KUCHO_PASSWORD", PASSWORD)
    path = tmp_path / "梓野区.kucho"
    assert main(["new", str(path), "--name", "梓野区"]) == 0
    return path, capsys.readouterr().out.splitlines()[-1]


def test_the_recovery_code_gives_a_new_password(new_book, capsys, monkeypatch):
    path, code = new_book
    monkeypatch.setenv("KUCHO_NEW_PASSWORD", OTHER)
    assert main(["recover", str(path), "--code", code.lower()]) == 0
    assert "新しい合言葉で" in capsys.readouterr().out
    assert main(["check", str(path)]) == 1
    monkeypatch.setenv("KUCHO_PASSWORD", OTHER)
    assert main(["check", str(path)]) == 0


def test_a_wrong_group_is_named(new_book, capsys, monkeypatch):
    path, code = new_book
    monkeypatch.setenv("KUCHO_NEW_PASSWORD", OTHER)
    groups = code.split("-")
    groups[4] = "ZZZZ" if groups[4] != "ZZZZ" else "YYYY"
    assert main(["recover", str(path), "--code", "-".join(groups)]) == 1
    assert "5番目のかたまり" in capsys.readouterr().err
    assert main(["check", str(path)]) == 0


def test_without_a_new_password_nothing_is_changed(new_book, capsys, monkeypatch):
    path, code = new_book
    assert main(["recover", str(path), "--code", code]) == 1
    assert "KUCHO_NEW_PASSWORD" in capsys.readouterr().err
    assert main(["check", str(path)]) == 0


def test_a_new_key_gives_another_code_and_keeps_the_password(new_book, capsys, monkeypatch):
    path, before = new_book
    assert main(["rekey", str(path)]) == 0
    code = capsys.readouterr().out.splitlines()[-1]
    assert code != before
    assert main(["check", str(path)]) == 0
    monkeypatch.setenv("KUCHO_NEW_PASSWORD", OTHER)
    assert main(["recover", str(path), "--code", before]) == 1
    assert main(["recover", str(path), "--code", code]) == 0
