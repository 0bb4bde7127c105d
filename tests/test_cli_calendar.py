"""The calendar on the command line: a file for telephones, a table, the papers."""

import csv

import pytest
from pypdf import PdfReader

from kucho_desktop.app.books import open_book
from kucho_desktop.calendar import store
from kucho_desktop.calendar.model import Event
from kucho_desktop.cli import main

PASSWORD = "ajisai-no-niwa"


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.setenv("KUCHO_PASSWORD", PASSWORD)
    path = tmp_path / "梓野区.kucho"
    assert main(["new", str(path), "--name", "梓野区"]) == 0
    book = open_book(path, PASSWORD)
    store.add_events(
        book,
        [
            Event(0, "餅つき", first_day="2026-12-13", starts="09:00", responsible="百瀬 隆"),
            Event(0, "役員会", "meeting", "officers", "2026-04-10", rule="monthly_day"),
        ],
    )
    book.close()
    return path


def run(*words: object) -> int:
    return main([str(word) for word in words])


def test_a_file_for_telephones(file, tmp_path):
    out = tmp_path / "a.ics"
    asked = ("--what", "calendar", "--as-of", "2026-11-20")
    assert run("export", file, out, *asked, "--for", "households") == 0
    text = out.read_text("utf-8")
    assert "SUMMARY:餅つき" in text
    assert "役員会" not in text
    assert run("export", file, out, *asked) == 0
    assert "RRULE:FREQ=MONTHLY;BYMONTHDAY=10" in out.read_text("utf-8")


def test_a_table(file, tmp_path):
    out = tmp_path / "a.csv"
    asked = ("--what", "calendar", "--as-of", "2026-11-20")
    assert run("export", file, out, *asked) == 0
    with out.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.reader(lines))
    assert len(rows) == 14
    assert "百瀬 隆" in out.read_text("utf-8-sig")
    assert run("export", file, out, *asked, "--for", "officers") == 0
    assert "百瀬" not in out.read_text("utf-8-sig")
    assert run("export", file, tmp_path / "a.xlsx", *asked) == 0


def test_another_kind_of_file_is_refused(file, tmp_path, capsys):
    assert run("export", file, tmp_path / "a.doc", "--what", "calendar") == 1
    assert "ics" in capsys.readouterr().err
    gone = tmp_path / "none" / "a.ics"
    assert run("export", file, gone, "--what", "calendar") == 1


def test_a_paper(file, tmp_path):
    out = tmp_path / "a.pdf"
    asked = ("-o", out, "--as-of", "2026-11-20", "--option", "month=2026-12")
    assert run("print", file, "month-plan", *asked) == 0
    assert "餅つき" in PdfReader(out).pages[0].extract_text()
