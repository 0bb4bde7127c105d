"""古い記録の消去, as the user sees it."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QPushButton

from kucho_desktop.association.store import years_kept
from kucho_desktop.households import store
from kucho_desktop.records.page import RecordsPage
from kucho_desktop.records.store.erasing import erase_due, proposed, put_into_bin, waiting
from kucho_desktop.widgets.drafts import held_in, hold_again


@pytest.fixture
def tab(page, street):
    """Two households left long ago."""
    ids = store.household_ids(street)
    store.household_leaves(street, ids[0], date(2020, 4, 1), "松本市へ")
    store.household_leaves(street, ids[1], date(2019, 4, 1))
    page.begin("erasing")
    return page.erasing


def said(part) -> str:
    QCoreApplication.processEvents()
    labels = (label.text() for label in part.findChildren(QLabel) if label.isVisibleTo(part))
    boxes = (box.text() for box in part.findChildren(QPushButton) if box.isVisibleTo(part))
    return "\n".join([*labels, *boxes])


def test_who_is_proposed_stands_there_with_why_and_a_tick(tab):
    assert len(tab.proposed.boxes) == 2
    assert all(box.isChecked() for box in tab.proposed.boxes)
    assert "令和2年4月1日に転出など（松本市へ）" in said(tab)
    assert tab.proposed.put.text() == "2 件を消去待ちに入れる"
    assert not tab.bin.isVisible()


def test_by_keyboard_one_is_left_out_and_the_other_waits(page, tab, qtbot, street):
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    assert tab.proposed.put.text() == "1 件を消去待ちに入れる"
    qtbot.keyClick(tab.proposed.put, Qt.Key.Key_Return)
    (one,) = waiting(street)
    assert one.who.since == date(2020, 4, 1)
    assert "令和8年12月20日に消去" in said(tab.bin)
    assert page.said[-1] == "1 件を消去待ちに入れました"
    assert not tab.proposed.boxes[0].isChecked()
    assert page.focusWidget() is tab.proposed.boxes[0]


def test_undo_takes_them_out_again(page, tab, street):
    tab.proposed.put.click()
    assert tab.bin.isVisible()
    street.undo()
    assert not tab.bin.isVisible()
    assert len(tab.proposed.boxes) == 2


def test_one_button_puts_back(page, tab, street):
    tab.proposed.put.click()
    tab.bin.findChildren(QPushButton)[0].click()
    assert len(waiting(street)) == 1
    assert "消去しません" in page.said[-1]


def test_all_are_put_back_together_with_undo(page, tab, street):
    tab.proposed.put.click()
    tab.bin.all_back.click()
    assert waiting(street) == []
    street.undo()
    assert len(waiting(street)) == 2


def test_who_is_there_again_is_told(tab, street):
    tab.proposed.put.click()
    with street.step("back") as db:
        db.execute("UPDATE household_membership SET until = '9999-12-31'")
    assert "戻ってきた" in said(tab.bin)


def test_the_rule_is_changed_here(tab, street):
    tab.years.choose(10)
    tab.years.activated.emit(0)
    assert years_kept(street) == 10
    assert tab.proposed.boxes == []
    assert "いまはありません" in said(tab.proposed)


def test_what_was_erased_stays_as_a_record_and_is_printed(page, tab, street):
    put_into_bin(street, proposed(street), 5)
    street._today = street.today + timedelta(days=30)
    erase_due(street)
    assert "令和8年12月20日：2世帯、" in said(tab.gone)
    tab.gone.print.click()
    assert page.begun[-1][0] == "erasure-log"
    page.begin("history")
    page.history.list.select(page.history.list.table.id_at(0))
    assert "完全に消去" in said(page.history)


def test_in_a_book_that_is_only_read_nothing_can_be_done(qtbot, street, tab):
    tab._book.read_only = True
    tab.reload()
    tab.proposed._count()
    assert not tab.proposed.put.isEnabled()
    tab._book.read_only = False


def test_who_was_unticked_stays_so_over_a_lock(page, tab, street):
    tab.proposed.boxes[0].setChecked(False)
    held = held_in(page)
    anew = RecordsPage(street, {})
    anew.begin("erasing")
    for parts in held.values():
        hold_again(anew, parts)
    assert [box.isChecked() for box in anew.erasing.proposed.boxes] == [False, True]
    anew.deleteLater()
