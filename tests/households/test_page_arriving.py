"""New households of all kinds, and those that have not joined, from the keyboard."""

import pytest
from households.test_page_ties import press, type_on
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kucho_desktop.core.history import last_steps
from kucho_desktop.households import store

KEY = Qt.Key


@pytest.fixture
def unnamed(page, qtbot):
    page.list.select(1)
    page.add.setFocus()
    press(qtbot, KEY.Key_Space)
    page.arriving.unnamed.setFocus()
    press(qtbot, KEY.Key_Space)
    return page.arriving


def test_dwellings_are_written_one_after_the_other(page, street, unnamed, qtbot):
    unnamed.focus_first()
    type_on(qtbot, "奥の青い屋根")
    type_on(qtbot, "3")
    for _box in range(6):
        if not unnamed.add.hasFocus():
            press(qtbot)
    assert unnamed.add.hasFocus()
    press(qtbot)
    now = store.household(street, 10)
    assert (now.head, now.tonarigumi_id, len(now.members)) == ("奥の青い屋根", 1, 3)
    assert (now.membership, now.circular, now.distribution) == ("none", "skip", "all")
    assert page.said == [last_steps(street)[0].text]
    assert unnamed.form.boxes["place"].edit.hasFocus()
    type_on(qtbot, "その隣の平屋")
    unnamed.add.setFocus()
    press(qtbot)
    assert store.household(street, 11).tonarigumi_id == 1
    press(qtbot, KEY.Key_Escape)
    page.add.setFocus()
    press(qtbot, KEY.Key_Space)
    assert unnamed.form.boxes["head"].edit.hasFocus()
    assert not unnamed.unnamed.isChecked()


def test_a_dwelling_must_be_found_again(page, street, unnamed, qtbot):
    unnamed.add.setFocus()
    press(qtbot)
    assert "場所や目印" in unnamed.problem.text()
    assert unnamed.form.boxes["place"].edit.hasFocus()
    assert not unnamed.form.boxes["head"].edit.isVisible()


def test_a_family_moves_into_an_empty_house_by_the_keyboard(page, street, qtbot):
    store.change_household(street, 2, "membership", "empty")
    store.change_household(street, 2, "members", ())
    page.add.setFocus()
    press(qtbot, KEY.Key_Space)
    for text in ("小林 凜", "こばやし りん", "（第1隣組）"):
        type_on(qtbot, text)
    form = page.arriving.form
    assert form.boxes["came"].edit.text() == "令和8年11月20日(金)"
    assert not form.boxes["address"].edit.isVisible()
    assert "引き継ぎます" in page.arriving.hint.text()
    page.arriving.add.setFocus()
    press(qtbot)
    assert page.refusals == []
    new = store.household(street, 10)
    assert (new.head, new.walking_order, new.since) == ("小林 凜", 2, "2026-11-20")
    assert store.household(street, 2) is None
    assert page.who.name.text() == "小林 凜"
    street.undo()
    assert store.household(street, 2).membership == "empty"


def test_the_round_of_those_that_have_not_joined(page, street, qtbot):
    page.show_works()
    page.desk.buttons["not_joined"].setFocus()
    press(qtbot)
    work = page.desk.work
    assert work.list.hasFocus()
    assert work.count.text() == "加入していないお宅 1 戸。"
    press(qtbot)
    type_on(qtbot, "来年なら", KEY.Key_Tab)
    type_on(qtbot, "もう一度訪ねる")
    type_on(qtbot, "R8.11.1")
    press(qtbot)
    assert "1 件" in work.count.text()
    row = work.table.row_at(0).texts
    assert row[3] == "令和8年11月20日 来年なら"
    assert row[4] == "もう一度訪ねる（令和8年11月1日まで）"
    work.talks.lines[0][0].setFocus()
    press(qtbot)
    assert work.table.row_at(0).texts[4] == ""
    assert page.said[-1] == last_steps(street)[0].text
    store.household_joins_again(street, 5, store.household(street, 5) and street.today)
    assert work.joined.text() == "今年度に加入したお宅：髙橋 茂（令和8年11月20日）"
    assert work.table.rowCount() == 0
    assert not work.side.card.isVisible()


def test_from_the_round_to_a_household_and_to_a_new_dwelling(page, street, qtbot):
    page.begin("work:not_joined")
    work = page.desk.work
    with qtbot.waitSignal(page.begins) as begun:
        work.add.click()
    page.begin(begun.args[1])
    assert page.arriving.unnamed.isChecked()
    assert QApplication.focusWidget() is page.arriving.form.boxes["place"].edit
    page.begin("work:not_joined")
    work.see.click()
    assert page.who.name.text() == "髙橋 茂"
