"""The wizard over a book that holds households: lists with ticks, from the keyboard."""

from pathlib import Path

import pytest
from app.reading_in_steps import finish, opened, press, shown_texts
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from widgets.keyboard import be_in_front

from kucho_desktop.app.reading_in.again import ASKED, CHANGED, GONE, NEW
from kucho_desktop.app.reading_in.wizard import ReadInWizard
from kucho_desktop.app.tables import read_in
from kucho_desktop.core.book import Book
from kucho_desktop.households.store import household, household_ids, households_on

KEY = Qt.Key
BEFORE = """隣組,氏名,住所,電話
1組,丸山　誠,梓野1-1,0263-11-1111
1組,百瀬　隆,梓野1-2,0263-11-1112
2組,二木　正,梓野1-3,0263-11-1113
2組,等々力　実,梓野1-4,0263-11-1114
"""
AFTER = """隣組,氏名,住所,電話
1組,丸山　誠,梓野1-1,0263-99-1111
2組,二木　正,梓野7-7,0263-11-1113
1組,髙橋　和子,梓野1-2,0263-22-2222
2組,務台　進,梓野8-8,0263-88-8888
"""


@pytest.fixture
def table(book: Book, tmp_path: Path) -> Path:
    path = tmp_path / "名簿.csv"
    path.write_text(BEFORE, "utf-8")
    read_in(book, path)
    path.write_text(AFTER, "utf-8")
    return path


@pytest.fixture
def wizard(qtbot, book, table) -> ReadInWizard:
    made = ReadInWizard(book)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    be_in_front(qtbot, made)
    opened(qtbot, made, table)
    made.wizard.on.click()
    with qtbot.waitSignal(made.compare.proposed):
        made.wizard.on.click()
    return made


def on_list(qtbot, wizard: ReadInWizard, name: str) -> None:
    button = wizard.compare.buttons[name]
    button.setFocus()
    qtbot.keyClick(button, KEY.Key_Return)
    wizard.compare.list.setFocus()


def says(qtbot, wizard: ReadInWizard, text: str) -> None:
    qtbot.waitUntil(lambda: text in shown_texts(wizard.compare.detail))


def test_the_lists_are_counted_and_the_first_one_is_shown(qtbot, wizard):
    compare = wizard.compare
    sizes = [compare.judged.size(name) for name in (ASKED, CHANGED, NEW, GONE)]
    assert sizes == [1, 2, 1, 1]
    assert compare.buttons[ASKED].text() == "たしかめてください　1件"
    assert QApplication.focusWidget() is compare.list
    says(qtbot, wizard, "百瀬　隆")


def test_all_of_it_from_the_keyboard(qtbot, wizard, book):
    before = households_on(book)
    compare = wizard.compare
    decision = compare.detail.decision
    decision.setFocus()
    press(qtbot, KEY.Key_Down)
    assert compare.judged.decisions == {0: 0}
    assert "新しい世帯" in compare.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    on_list(qtbot, wizard, CHANGED)
    says(qtbot, wizard, "いま：0263-11-1111")
    says(qtbot, wizard, "表：0263-99-1111")
    press(qtbot, KEY.Key_Down)
    says(qtbot, wizard, "いま：梓野1-3")
    press(qtbot, KEY.Key_Space)
    assert not compare.judged.is_ticked((CHANGED, 1))
    assert compare.buttons[GONE].text() == "表にない世帯　2件"
    on_list(qtbot, wizard, GONE)
    press(qtbot, KEY.Key_Space)
    wizard.wizard.on.setFocus()
    press(qtbot, KEY.Key_Return)
    assert wizard.wizard.step() is wizard.settle
    assert wizard.settle.counts.text() == "新しい世帯 2、変わった世帯 1、転出 1"
    wizard.settle.since.day.setText("R8.4.1")
    said = finish(qtbot, wizard)
    assert said == "表から4世帯を取り込みました"
    names = [each.head for each in households_on(book)]
    assert names == ["丸山　誠", "髙橋　和子", "二木　正", "等々力　実", "務台　進"]
    assert household(book, before[0].id).phone == "0263-99-1111"
    assert household(book, before[2].id).address == "梓野1-3"
    book.undo()
    assert households_on(book) == before


def test_a_field_can_be_left_as_it_is(qtbot, wizard):
    compare = wizard.compare
    on_list(qtbot, wizard, CHANGED)
    (box,) = compare.detail.boxes
    assert box.accessibleName() == "電話番号: 0263-11-1111 → 0263-99-1111"
    box.setFocus()
    press(qtbot, KEY.Key_Space)
    assert not compare.judged.is_ticked((CHANGED, 0))
    compare.list.setFocus()
    press(qtbot, KEY.Key_Return)
    assert compare.judged.is_ticked((CHANGED, 0))
    assert compare.detail.boxes[0].isChecked()


def test_nothing_ticked_is_nothing_to_take_over(qtbot, wizard, book):
    ids = household_ids(book)
    for name in (CHANGED, NEW):
        on_list(qtbot, wizard, name)
        wizard.compare.list.entries.tick_all(False)
    assert wizard.wizard.on.text() == "取り込むものがありません"
    assert not wizard.wizard.on.isEnabled()
    assert household_ids(book) == ids


def test_a_correction_leaves_no_trace_of_a_day(qtbot, wizard, book):
    wizard.wizard.on.click()
    since = wizard.settle.since
    since.choice.setFocus()
    press(qtbot, KEY.Key_Down)
    assert not since.day.isVisible()
    finish(qtbot, wizard)
    (moved,) = [each for each in households_on(book) if each.head == "二木　正"]
    assert moved.address == "梓野7-7"
    assert {each.since for each in households_on(book)} == {""}
