"""Reading a table in, walked by keyboard from the file to the households."""

import openpyxl
import pytest
from app.reading_in_steps import SAMPLES, at_the_end, choose, finish, opened, press, shown_texts
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from kucho_desktop.app.reading_in.plan import TO_NOTE
from kucho_desktop.app.reading_in.wizard import ReadInWizard
from kucho_desktop.app.tables import read_in
from kucho_desktop.app.writing_out.table import write_out
from kucho_desktop.households.store import figures
from kucho_desktop.tonarigumi.store import all_tonarigumi, change_tonarigumi

ROSTERS = {
    "roster_plain.xlsx": (120, 320, 8),
    "roster_as_kept.xlsx": (96, 233, 8),
    "roster_families_cp932.csv": (60, 135, 8),
}


# ---- the whole way ----


@pytest.mark.parametrize("name", ROSTERS)
def test_from_the_file_to_the_book_by_keyboard(qtbot, wizard, book, monkeypatch, name):
    households, people, groups = ROSTERS[name]
    assert QApplication.focusWidget() is wizard.file.choose
    choose(qtbot, wizard, monkeypatch, SAMPLES / name)
    assert f"{households}世帯、{people}人、{groups}つの隣組" in shown_texts(wizard.file)
    assert QApplication.focusWidget() is wizard.wizard.on
    press(qtbot, Qt.Key.Key_Return)
    assert wizard.wizard.step() is wizard.meanings
    wizard.wizard.on.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert wizard.wizard.step() is wizard.result
    assert wizard.wizard.on.text() == f"{households}世帯を読み込む"
    wizard.wizard.on.setFocus()
    with qtbot.waitSignal(wizard.finished) as told:
        press(qtbot, Qt.Key.Key_Return)
    assert told.args == [f"{households}世帯を読み込みました"] == [wizard.done]
    counts = figures(book)
    assert (counts.all_households, counts.all_people) == (households, people)
    assert len(all_tonarigumi(book)) == groups
    book.undo()
    assert figures(book).all_households == 0
    assert all_tonarigumi(book) == []


def test_tab_goes_through_the_meanings_as_one_reads(qtbot, wizard):
    opened(qtbot, wizard, SAMPLES / "roster_plain.xlsx")
    wizard.wizard.on.click()
    boxes = [choice.box for choice in wizard.meanings.cards[0].choices.values()]
    boxes[0].setFocus()
    for box in boxes[1:]:
        press(qtbot, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is box
    press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is wizard.wizard.on


def test_a_file_can_be_dropped(qtbot, wizard):
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(SAMPLES / "roster_plain.xlsx"))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        dropped,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    wizard.file.dropEvent(event)
    qtbot.waitUntil(lambda: wizard.intake.reading is not None)
    assert wizard.file.may_go_on()


def test_esc_goes_back_step_by_step_and_out(qtbot, wizard):
    at_the_end(qtbot, wizard, SAMPLES / "roster_plain.xlsx")
    press(qtbot, Qt.Key.Key_Escape)
    assert wizard.wizard.step() is wizard.meanings
    press(qtbot, Qt.Key.Key_Escape)
    assert wizard.wizard.step() is wizard.file
    with qtbot.waitSignal(wizard.given_up):
        press(qtbot, Qt.Key.Key_Escape)


def test_giving_up_changes_nothing(qtbot, wizard, book):
    at_the_end(qtbot, wizard, SAMPLES / "roster_plain.xlsx")
    with qtbot.waitSignal(wizard.given_up):
        wizard.wizard.give_up.click()
    assert figures(book).all_households == 0
    assert book.undo_label() == ""


# ---- what the columns mean ----


def meaning_box(wizard: ReadInWizard, heading: str):
    card = wizard.meanings.cards[0]
    columns = wizard.intake.plan.sheets[card.places[0]].columns
    index = next(each.index for each in columns if each.heading == heading)
    return card.choices[index]


def change(qtbot, wizard: ReadInWizard, heading: str, meaning: str) -> None:
    choice = meaning_box(wizard, heading)
    choice.box.choose(meaning)
    choice.box.activated.emit(choice.box.currentIndex())
    qtbot.waitUntil(lambda: not wizard.intake.working_on)


def test_a_changed_meaning_is_read_at_once(qtbot, wizard):
    opened(qtbot, wizard, SAMPLES / "roster_plain.xlsx")
    wizard.wizard.on.click()
    change(qtbot, wizard, "郵便番号", "household.lot")
    first = wizard.intake.reading.records[0].values
    assert first["lot"] == "399-8205"
    assert "postal_code" not in first
    change(qtbot, wizard, "郵便番号", TO_NOTE)
    assert "郵便番号: 399-8205" in wizard.intake.reading.records[0].values["note"]
    assert wizard.intake.reading.problems == ()
    change(qtbot, wizard, "郵便番号", "")
    assert "399-8205" not in wizard.intake.reading.records[0].values.get("note", "")
    assert "郵便番号" in wizard.intake.reading.problems[0].reason


def test_one_meaning_belongs_to_one_column(qtbot, wizard):
    opened(qtbot, wizard, SAMPLES / "roster_plain.xlsx")
    wizard.wizard.on.click()
    change(qtbot, wizard, "郵便番号", "household.address")
    assert meaning_box(wizard, "住所").box.currentText() == "使わない"


def test_without_names_nothing_can_be_read(qtbot, wizard):
    opened(qtbot, wizard, SAMPLES / "roster_plain.xlsx")
    wizard.wizard.on.click()
    change(qtbot, wizard, "世帯主", "")
    assert "名前の列" in shown_texts(wizard.meanings)
    assert not wizard.wizard.on.isEnabled()
    change(qtbot, wizard, "世帯主", "household.head")
    assert wizard.wizard.on.isEnabled()
    assert len(wizard.intake.reading.records) == 120


def test_a_sheet_can_be_left_out(qtbot, wizard, tmp_path):
    workbook = openpyxl.Workbook()
    for number in (1, 2):
        sheet = workbook.active if number == 1 else workbook.create_sheet()
        sheet.title = f"{number}組"
        sheet.append(["氏名", "住所", "電話"] if number == 1 else ["氏名", "電話", "住所"])
        for each in ("山田 太郎", "原 花子", "滝沢 次郎"):
            place = [f"豊科{number}-{len(each)}", f"0263-72-123{number}"]
            sheet.append([each + "一" * number, *(place if number == 1 else place[::-1])])
    workbook.save(tmp_path / "two.xlsx")
    opened(qtbot, wizard, tmp_path / "two.xlsx")
    wizard.wizard.on.click()
    assert len(wizard.intake.reading.records) == 6
    assert len(wizard.meanings.cards) == 2
    wizard.meanings.cards[1].read.click()
    qtbot.waitUntil(lambda: not wizard.intake.working_on)
    assert len(wizard.intake.reading.records) == 3
    assert "読み込まないことにしました" in shown_texts(wizard.meanings)
    wizard.meanings.cards[1].read.click()
    qtbot.waitUntil(lambda: not wizard.intake.working_on)
    assert len(wizard.intake.reading.records) == 6


def test_other_letters_can_be_chosen_for_a_text_file(qtbot, wizard):
    opened(qtbot, wizard, SAMPLES / "roster_families_cp932.csv")
    wizard.wizard.on.click()
    text = wizard.meanings.text
    assert text.charset.currentData() == "cp932"
    assert "渡辺" in text.rows[1].whole()
    assert len([row for row in text.rows if row.whole()]) == 5
    text.charset.choose("euc_jp")
    text.charset.activated.emit(text.charset.currentIndex())
    qtbot.waitUntil(lambda: not wizard.intake.working_on)
    assert wizard.intake.problem or "渡辺" not in text.rows[1].whole()
    text.charset.choose("cp932")
    text.charset.activated.emit(text.charset.currentIndex())
    qtbot.waitUntil(lambda: not wizard.intake.working_on)
    assert "渡辺" in text.rows[1].whole()
    assert wizard.wizard.on.isEnabled()


def test_an_own_table_needs_no_meanings(qtbot, wizard, book, tmp_path):
    read_in(book, SAMPLES / "roster_plain.xlsx")
    change_tonarigumi(book, all_tonarigumi(book)[0].id, "kana", "だいいち")
    write_out(book, tmp_path / "out.xlsx")
    book.undo()
    book.undo()
    opened(qtbot, wizard, tmp_path / "out.xlsx")
    wizard.wizard.on.click()
    assert "このソフトで書き出した表です" in shown_texts(wizard.meanings)
    assert not any(card.choices for card in wizard.meanings.cards)
    wizard.wizard.on.click()
    assert finish(qtbot, wizard) == "120世帯を読み込みました"
    assert all_tonarigumi(book)[0].kana == "だいいち"
