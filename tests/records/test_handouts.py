"""渡した記録: what went out, to whom, and what became of each copy."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from widgets.keyboard import write

from kucho_desktop.app import papers
from kucho_desktop.app.writing_out.table import write_out
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.copies import copies_of, last_receiver, still_out, tick_copies
from kucho_desktop.core.handouts import all_handouts
from kucho_desktop.households import store
from kucho_desktop.records.store import all_disclosures


@pytest.fixture
def given(page, street):
    """Three copies for the officers, one history that stays with the chief."""
    papers.make_paper(street, "roster-officers", copies=3)
    papers.make_paper(street, "change-history")
    page.begin("handouts")
    page.handouts.list.select(1)
    return page.handouts


def cells(tab) -> list[tuple[str, ...]]:
    return [tab.list.table.row_at(row).texts for row in range(tab.list.table.rowCount())]


def said(tab) -> str:
    return "\n".join(label.text() for label in tab.card.findChildren(QLabel))


def test_every_paper_that_went_out_stands_there(given):
    history, roster = cells(given)
    assert roster[1:] == ("区民名簿（役員版）", "役員", "No.1〜3", "3")
    assert history[4] == "手元"
    assert given.count.text() == "まだ戻っていない紙：3 部"
    assert "8 世帯がのっていました" in said(given)


def test_copies_are_ticked_by_keyboard(given, qtbot, street):
    box = given.card.boxes[2]
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.hasFocus()
    assert copies_of(street, 1)[2].how == "returned"
    assert "戻った" in box.text()
    assert given.count.text() == "まだ戻っていない紙：2 部"
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert copies_of(street, 1) == {}
    assert box.text() == "No.2"


def test_the_rest_is_ticked_together(given, qtbot, street):
    tick_copies(street, 1, [3], "lost", street.today)
    given.reload()
    given.card.how.choose("shredded")
    qtbot.keyClick(given.card.rest, Qt.Key.Key_Return)
    assert {number: copy.how for number, copy in copies_of(street, 1).items()} == {
        1: "shredded",
        2: "shredded",
        3: "lost",
    }
    assert still_out(street)[0].out == 1
    assert "No.3" in given.card.is_lost.text()


def test_only_what_is_out(given, street):
    tick_copies(street, 1, [1, 2, 3], "returned", street.today)
    given.only_out.click()
    assert cells(given) == []
    assert not given.list.isVisible()
    assert given.count.text() == "渡した紙は、すべて戻ったか、処分されています。"
    given.only_out.click()
    assert len(cells(given)) == 2
    assert given.list.isVisible()


def test_who_got_it_is_put_right_and_offered_next_time(given, qtbot, street):
    line = given.card.whom
    line.setFocus()
    line.selectAll()
    write(line, "副区長 山﨑 和子")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert all_handouts(street)[1].for_whom == "副区長 山﨑 和子"
    assert cells(given)[1][2] == "副区長 山﨑 和子"
    assert last_receiver(street, "roster-officers", Audience.OFFICERS) == "副区長 山﨑 和子"
    assert last_receiver(street, "roster-members", Audience.EVERY_HOUSEHOLD) == ""


def test_the_log_is_not_undone_and_outlives_a_household(given, street):
    tick_copies(street, 1, [1], "returned", street.today)
    store.remove_household(street, store.household_ids(street)[0])
    street.undo()
    street.undo()
    assert all_handouts(street)[1].households == 8
    assert copies_of(street, 1)[1].how == "returned"


def test_a_lost_paper_leads_to_what_to_do(page, given, qtbot, street):
    qtbot.keyClick(given.card.lost, Qt.Key.Key_Return)
    assert page.tabs["leak"].isChecked()
    assert page.leak.paper.currentData() == 1
    assert "8 世帯" in page.leak.count.text()
    assert store.households_on(street)[0].head in page.leak.names.text()
    page.leak.print.click()
    paper, about = page.begun[-1]
    assert paper == "leak-steps"
    assert about == {"noticed": "2026-11-20", "handout": "1"}


def test_the_days_follow_the_day_of_noticing(page):
    page.begin("leak")
    shown = "\n".join(label.text() for label in page.leak.findChildren(QLabel))
    assert "令和8年11月24日" in shown
    assert "令和8年12月19日" in shown
    assert "令和9年1月18日" in shown


def test_a_table_with_many_copies_is_ticked_too(page, street):
    papers.make_paper(street, "roster-officers", copies=300)
    page.begin("handouts")
    assert len(page.handouts.card.boxes) == 120
    assert "180" in page.handouts.card.more.text()
    page.handouts.card.rest.click()
    assert still_out(street) == []


def test_what_went_to_the_city_is_written_down_as_the_law_asks(page, qtbot, street):
    papers.make_paper(street, "roster-officers")
    page.begin("handouts")
    assert not page.handouts.card.disclose.isVisible()
    write_out(street, street.path.with_name("out.csv"), audience=Audience.CITY)
    page.handouts.reload()
    page.handouts.list.select(2)
    qtbot.keyClick(page.handouts.card.disclose, Qt.Key.Key_Return)
    assert page.tabs["disclosures"].isChecked()
    (record,) = all_disclosures(street)
    assert (record.party, record.whose) == (Audience.CITY.title, "8世帯")
    assert "No.1" in record.note
