"""Writing the practice district: any size, any seed, the whole of it or nothing."""

import json
from pathlib import Path

import pytest
from app.practice_books import PASSWORD, opened, written

from kucho_desktop.cli import main
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import CannotKeep
from kucho_desktop.core.tables import TABLES
from kucho_desktop.households.store import find_households, households_on


@pytest.mark.parametrize(
    ("count", "years"), [(0, 3), (1, 3), (2, 1), (7, 3), (21, 3), (25, 10), (40, 0), (61, 3)]
)
def test_any_number_will_do(tmp_path: Path, count: int, years: int) -> None:
    book = opened(written(tmp_path / "small.kucho", households=count, years=years, seed=count))
    try:
        assert len(households_on(book)) == count
        assert book.problems() == []
    finally:
        book.close()


def test_who_lived_here_before_is_not_there_twice(tmp_path: Path) -> None:
    """In twenty years children of every house have gone and come back."""
    book = opened(written(tmp_path / "long.kucho", households=200, years=20, seed=2))
    try:
        assert len(households_on(book)) == 200
        assert book.problems() == []
    finally:
        book.close()


def test_what_is_broken_off_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill_the_disk(*_words: object, **_more: object) -> None:
        raise CannotKeep("full")

    monkeypatch.setattr("kucho_desktop.app.practice.writing.describe", fill_the_disk)
    with pytest.raises(CannotKeep):
        written(tmp_path / "half.kucho", households=10)
    assert list(tmp_path.iterdir()) == []


def _contents(book: Book) -> dict[str, list[dict[str, object]]]:
    tables = {name: book.rows(f'SELECT * FROM "{name}" ORDER BY 1') for name in TABLES}
    for row in tables["step"]:
        del row["at"]
    tables["about"] = [row for row in tables["about"] if row["name"] != "book_id"]
    return tables


def test_the_same_seed_gives_the_same_book(tmp_path: Path) -> None:
    book = opened(written(tmp_path / "梓野区.kucho"))
    again = opened(written(tmp_path / "again.kucho"))
    other = opened(written(tmp_path / "other.kucho", seed=2))
    try:
        first, second = _contents(book), _contents(again)
        for name in TABLES:
            assert first[name] == second[name], name
        assert _contents(other)["member"] != first["member"]
    finally:
        for each in (book, again, other):
            each.close()


@pytest.mark.parametrize("seed", range(1, 6))
def test_difficult_characters_occur(tmp_path: Path, seed: int) -> None:
    book = opened(written(tmp_path / "names.kucho", seed=seed))
    try:
        names = "".join(member.name for h in households_on(book) for member in h.members)
        assert {"髙", "﨑", "𠮷", "邉"} <= set(names)
        assert find_households(book, "吉田")
    finally:
        book.close()


def test_demo_writes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KUCHO_PASSWORD", PASSWORD)
    path = tmp_path / "demo.kucho"
    assert main(["demo", str(path), "--households", "30", "--years", "1", "--seed", "4"]) == 0
    capsys.readouterr()
    assert main(["check", str(path), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["ok"] is True
    assert said["households"] == 30
    assert main(["demo", str(path)]) == 1
    assert capsys.readouterr().err.strip()
