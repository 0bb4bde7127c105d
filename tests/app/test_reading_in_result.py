"""The last step of reading in: what will be made of a table, and what can go wrong."""

import threading
from pathlib import Path

import pytest
from app.reading_in_steps import SAMPLES, at_the_end, finish, opened, press, shown_texts
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from kucho_desktop.app.reading_in import keeping as reading_in_keeping
from kucho_desktop.app.reading_in.choices import AGREED, FROM_A_DAY
from kucho_desktop.app.reading_in.wizard import ReadInWizard
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.errors import CannotKeep
from kucho_desktop.households.store import figures, households_on

# ---- what will be made of it ----


def test_the_first_households_are_shown_as_they_will_be(qtbot, wizard):
    at_the_end(qtbot, wizard, SAMPLES / "roster_families_cp932.csv")
    shown = wizard.result.households

    def says(text: str) -> None:
        qtbot.waitUntil(lambda: text in shown_texts(shown))

    says("渡辺　誠")
    says("妻　和子　昭和18年5月27日　女")
    says("60世帯のうち1～3番目")
    shown.after.click()
    says("60世帯のうち4～6番目")
    assert "渡辺　誠" not in shown_texts(shown)
    shown.before.click()
    says("渡辺　誠")


def test_what_was_not_understood_can_be_seen_and_saved(qtbot, wizard, monkeypatch, tmp_path):
    at_the_end(qtbot, wizard, SAMPLES / "roster_families_cp932.csv")
    first = wizard.result.remarks.parts[0]
    assert first.title == "読み取れなかったところ"
    first.button.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert first.list.isVisible()
    assert "19行目" in first.list.model().index(0, 0).data()
    listed = tmp_path / "list.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(listed), ""))
    wizard.result.remarks.save.click()
    said = listed.read_text("utf-8-sig")
    assert "読み取れなかったところ　8件" in said
    assert "上の行と同じ" in said
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(tmp_path), ""))
    with qtbot.waitSignal(wizard.refused):
        wizard.result.remarks.save.click()


def test_they_may_belong_from_a_day_on(qtbot, wizard, book):
    at_the_end(qtbot, wizard, SAMPLES / "roster_plain.xlsx")
    since = wizard.result.since
    since.choice.choose(FROM_A_DAY)
    since.choice.activated.emit(1)
    since.day.setText("いつか")
    assert not wizard.wizard.on.isEnabled()
    since.day.setText("R8.4.1")
    assert wizard.wizard.on.isEnabled()
    finish(qtbot, wizard)
    assert {household.since for household in households_on(book)} == {"2026-04-01"}


# ---- what can go wrong ----


def spoilt(tmp_path: Path, kind: str) -> Path:
    path = tmp_path / f"{kind}.xlsx"
    if kind == "empty":
        path.write_bytes(b"")
    elif kind == "picture":
        path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    elif kind == "cut":
        path.write_bytes((SAMPLES / "roster_plain.xlsx").read_bytes()[:6000])
    elif kind == "locked":
        from msoffcrypto.format.ooxml import OOXMLFile

        with (SAMPLES / "roster_plain.xlsx").open("rb") as plain, path.open("wb") as locked:
            OOXMLFile(plain).encrypt("himitsu", locked)
    elif kind == "folder":
        path.mkdir()
    return path


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("empty", "何も入っていません"),
        ("picture", "表ではありません"),
        ("cut", "壊れて"),
        ("locked", "パスワード"),
        ("folder", "フォルダ"),
        ("nowhere", "nowhere.xlsx"),
    ],
)
def test_a_file_that_cannot_be_read_gets_a_sentence(qtbot, wizard, tmp_path, kind, said):
    opened(qtbot, wizard, spoilt(tmp_path, kind))
    assert said in shown_texts(wizard.file.trouble)
    assert not wizard.wizard.on.isEnabled()
    opened(qtbot, wizard, SAMPLES / "roster_plain.xlsx")
    assert not wizard.file.trouble.isVisible()
    assert wizard.wizard.on.isEnabled()


def test_the_file_may_vanish_after_it_was_read(qtbot, wizard, book, tmp_path):
    path = tmp_path / "roster.csv"
    path.write_bytes((SAMPLES / "roster_families_cp932.csv").read_bytes())
    opened(qtbot, wizard, path)
    path.unlink()
    wizard.wizard.on.click()
    wizard.meanings.text.charset.choose("utf-8")
    wizard.meanings.text.charset.activated.emit(1)
    qtbot.waitUntil(lambda: not wizard.intake.working_on)
    assert "roster.csv" in shown_texts(wizard.meanings)
    wizard.wizard.on.click()
    assert finish(qtbot, wizard) == "60世帯を読み込みました"


def test_a_full_disk_keeps_nothing(qtbot, wizard, book, monkeypatch):
    def full(*_records, **_asked):
        raise CannotKeep("ディスクがいっぱいです。")

    at_the_end(qtbot, wizard, SAMPLES / "roster_plain.xlsx")
    monkeypatch.setattr(reading_in_keeping, "take_in", full)
    wizard.wizard.on.click()
    qtbot.waitUntil(lambda: not book.is_lent)
    assert "ディスクがいっぱい" in shown_texts(wizard.result)
    assert figures(book).all_households == 0
    monkeypatch.undo()
    assert finish(qtbot, wizard) == "120世帯を読み込みました"


def test_stopping_keeps_nothing(qtbot, wizard, book, monkeypatch):
    begun, go_on = threading.Event(), threading.Event()
    real = reading_in_keeping.take_in

    def slowly(lent, records, **asked):
        begun.set()
        go_on.wait()
        real(lent, records, **asked)

    at_the_end(qtbot, wizard, SAMPLES / "roster_plain.xlsx")
    monkeypatch.setattr(reading_in_keeping, "take_in", slowly)
    wizard.wizard.on.click()
    qtbot.waitUntil(begun.is_set)
    assert book.is_lent
    assert not wizard.wizard.give_up.isEnabled()
    assert not wizard.wizard.back.isEnabled()
    wizard.result.working.stop_button.click()
    go_on.set()
    qtbot.waitUntil(lambda: not book.is_lent)
    assert "何も" in wizard.result.problem.text()
    assert figures(book).all_households == 0
    assert wizard.wizard.give_up.isEnabled()


def test_the_book_is_given_back_when_the_window_is_built_anew(qtbot, book, monkeypatch):
    begun, go_on = threading.Event(), threading.Event()
    real = reading_in_keeping.take_in

    def slowly(lent, records, **asked):
        begun.set()
        go_on.wait()
        real(lent, records, **asked)

    wizard = ReadInWizard(book)
    at_the_end(qtbot, wizard, SAMPLES / "roster_plain.xlsx")
    monkeypatch.setattr(reading_in_keeping, "take_in", slowly)
    wizard.wizard.on.click()
    qtbot.waitUntil(begun.is_set)
    wizard.deleteLater()
    go_on.set()
    qtbot.waitUntil(lambda: not book.is_lent)
    assert figures(book).all_households == 120
    book.undo()
    assert figures(book).all_households == 0


def test_a_book_for_reading_only_says_so(qtbot, wizard, book):
    at_the_end(qtbot, wizard, SAMPLES / "roster_plain.xlsx")
    book.read_only = True
    wizard.wizard.on.click()
    assert "見るだけ" in shown_texts(wizard.result)
    assert wizard.wizard.on.isEnabled()


def test_those_who_all_agreed_stand_in_the_roster_at_once(qtbot, wizard, book):
    at_the_end(qtbot, wizard, SAMPLES / "roster_plain.xlsx")
    agreed = wizard.result.agreed
    assert not agreed.day.isVisible()
    agreed.choice.choose(AGREED)
    agreed.choice.activated.emit(1)
    qtbot.waitUntil(agreed.day.isVisible)
    agreed.day.setText("R7.4.1")
    finish(qtbot, wizard)
    for household in households_on(book):
        for item in ("name", "address", "phone"):
            assert household.agreed(item, Audience.EVERY_HOUSEHOLD)
        assert not household.agreed("family", Audience.EVERY_HOUSEHOLD)
        assert not household.agreed("name", Audience.NOTICE_BOARD)
        assert {each.since for each in household.consents} == {"2025-04-01"}
    book.undo()
    assert book.rows("SELECT 1 FROM consent") == []


def test_enter_alone_leads_to_the_end_where_nothing_is_to_be_put_right(qtbot, wizard):
    opened(qtbot, wizard, SAMPLES / "roster_as_kept.xlsx")
    wizard.wizard.on.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert wizard.wizard.step() is wizard.meanings
    press(qtbot, Qt.Key.Key_Return)
    assert wizard.wizard.step() is wizard.result
