"""「数を見る」: the figures of a day, the year's moves and the years, from the keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kucho_desktop.households import store
from kucho_desktop.households.page.sheet.sheet import Groups
from kucho_desktop.households.page.works.numbers.page import Numbers

KEY = Qt.Key


@pytest.fixture
def numbers(page, qtbot):
    """The work, as the list of works begins it."""
    page.show_works()
    qtbot.keyClick(page.desk.buttons["numbers"], KEY.Key_Return)
    return page.desk.work


def texts(table) -> list[str]:
    return [table.text_at(row) for row in range(table.rows())]


def ask(numbers, qtbot, typed: str) -> None:
    numbers.day.selectAll()
    qtbot.keyClicks(numbers.day, typed)
    qtbot.keyClick(numbers.day, KEY.Key_Return)


def test_the_figures_of_today_are_there_at_once(numbers):
    said = texts(numbers.facts.table)
    assert "隣組 3" in said
    assert "人の住む世帯 9" in said
    assert "うち未加入 1" in said
    assert "加入率 88.9％" in said
    assert QApplication.focusWidget() is numbers.day


def test_another_day_is_asked_for_by_typing_it(numbers, qtbot):
    ask(numbers, qtbot, "s57.4.1")
    assert numbers.day.text() == "昭和57年4月1日(木)"
    assert "人の住む世帯 0" in texts(numbers.facts.table)
    assert numbers.paper_about() == {"day": "1982-04-01"}


def test_what_is_no_day_is_said_and_changes_nothing(numbers, qtbot):
    before = texts(numbers.facts.table)
    ask(numbers, qtbot, "2026-13-45")
    assert numbers.problem.isVisible()
    assert texts(numbers.facts.table) == before
    assert numbers.paper_about() == {"day": "2026-11-20"}


def test_the_parts_are_chosen_with_the_keyboard(numbers, qtbot):
    tab = numbers.tabs["years"]
    tab.setFocus()
    qtbot.keyClick(tab, KEY.Key_Space)
    assert numbers.years.isVisible()
    assert not numbers.facts.isVisible()


def test_groups_have_a_line_each_and_their_sum(numbers):
    numbers.show_part("groups")
    said = texts(numbers.groups.table)
    assert [line.split()[0] for line in said] == ["第1隣組", "第2隣組", "第3隣組", "合計"]
    assert said[-1].startswith("合計 9 8 88.9％")
    assert texts(numbers.pupils.table)[-1].startswith("合計")


def test_a_move_leads_to_its_household(street, open_page, qtbot):
    store.household_quits(street, 2, date(2026, 6, 1), "役員の負担")
    page = open_page(street)
    page.begin("work:numbers")
    work = page.desk.work
    work.show_part("moves")
    assert texts(work.moves.counts) == ["脱会 1 "]
    (said,) = texts(work.moves.table)
    assert said.startswith("R8.6.1 脱会 第1隣組 山﨑 和子")
    assert "正会員 → 未加入" in said
    assert "役員の負担" in said
    work.moves.table.setFocus()
    qtbot.keyClick(work.moves.table, KEY.Key_Return)
    assert page.side.isVisible()
    assert page.who.name.text() == "山﨑 和子"


def test_what_is_written_elsewhere_is_counted_at_once(numbers, street, qtbot):
    store.household_leaves(street, 1, date(2026, 6, 1))
    assert "人の住む世帯 8" in texts(numbers.facts.table)
    numbers.show_part("moves")
    assert "転出（世帯） 1 1" in texts(numbers.moves.counts)
    store.household_leaves(street, 5, date(2026, 6, 1))
    assert "転出（世帯） 2 2" in texts(numbers.moves.counts)


def test_the_papers_are_about_the_day(numbers, page, qtbot):
    ask(numbers, qtbot, "2026-4-1")
    for made, paper in (
        (numbers.report, "population-report"),
        (numbers.moves.paper, "move-list"),
        (numbers.ages.papers["elders-list"], "elders-list"),
    ):
        with qtbot.waitSignal(page.begins) as begun:
            made.click()
        assert begun.args == ["print", paper]
    assert page.paper_about() == {"day": "2026-04-01"}


def test_charts_are_read_aloud_as_text(numbers, street):
    chart = numbers.ages.chart
    assert not chart.isVisible()  # nobody's sex is written down
    store.change_member(street, store.members_of(street, 1)[0].id, "gender", "male")
    assert chart.isVisible()
    assert chart.accessibleName() == "年齢別・男女別"
    assert "80～89歳：男 1、女 0" in chart.accessibleDescription()
    assert chart.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_one_year_alone_has_no_chart(numbers):
    numbers.show_part("years")
    assert not numbers.years.households.isVisible()
    assert "まだ書かれていません" in numbers.years.said.text()


def test_an_empty_book_shows_noughts(book, qtbot):
    work = Numbers(book, Groups())
    qtbot.addWidget(work)
    work.show()
    assert "人口 0" in texts(work.facts.table)
    work.show_part("moves")
    assert work.moves.said.text().endswith("動きはありません。")
    assert not work.moves.table.isVisible()


def test_a_table_marks_its_row_only_while_one_is_there(numbers, qtbot):
    table = numbers.facts.table
    assert not table.selectionModel().hasSelection()
    table.setFocus()
    assert table.selectionModel().hasSelection()
    qtbot.keyClick(table, KEY.Key_Down)
    assert table.currentIndex().row() == 1
    numbers.day.setFocus()
    assert not table.selectionModel().hasSelection()
