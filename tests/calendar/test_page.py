"""The calendar's page, by keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFileDialog
from widgets.keyboard import write

from kucho_desktop.app.rooms import rooms as every_room
from kucho_desktop.app.settings import Settings
from kucho_desktop.app.window import Window
from kucho_desktop.calendar import store
from kucho_desktop.calendar.page import file_out
from kucho_desktop.core.found import Place
from kucho_desktop.widgets import theme

RETURN = Qt.Key.Key_Return


def rows(page) -> list[str]:
    table = page.overview.list.table
    return [" ".join(filter(None, table.row_at(n).texts)) for n in range(table.rowCount())]


def type_in(qtbot, page, name, text) -> None:
    edit = page.sheet.form.boxes[name].edit
    line = getattr(edit, "line", edit)
    line.setFocus()
    line.setText(text)
    qtbot.keyClick(line, RETURN)


def select(page, title) -> None:
    event = next(each for each in store.all_events(page._book) if each.title == title)
    page.show_place(Place("calendar", event.id))


def test_an_empty_calendar_says_what_to_do(empty_page):
    assert empty_page.is_empty()


def test_the_year_is_a_list_and_begins_at_what_comes_next(page):
    shown = rows(page)
    assert shown[0] == "4月 10日(金) 19:00 役員会 会議 区長"
    assert "9月 6日(日) 8:30 防災訓練 行事" in shown
    assert page.overview.title.text() == "令和8年度"
    assert page.sheet.head.text() == "役員を市へ報告"


def test_an_event_is_added_by_keyboard_and_taken_back(page, filled, qtbot):
    qtbot.keyClick(page.add, RETURN)
    form = page.sheet.form
    assert form.first_edit().hasFocus()
    type_in(qtbot, page, "title", "書き初め大会")
    type_in(qtbot, page, "first_day", "R9.1.4")
    type_in(qtbot, page, "starts", "午後一時半")
    assert "【" not in rows(page)[0]
    made = store.find_events(filled, "書き初め", 1)[0]
    assert (made.first_day, made.starts) == ("2027-01-04", "13:30")
    assert "1月 4日(月) 13:30 書き初め大会 行事" in rows(page)
    assert "「書き初め大会」を加えました" in page.said
    for _step in range(3):
        filled.undo()
    assert not store.find_events(filled, "書き初め", 1)


def test_an_event_without_a_name_is_not_kept(page, filled, qtbot):
    before = len(store.all_events(filled))
    page.add_event()
    type_in(qtbot, page, "place", "公民館")
    type_in(qtbot, page, "starts", "9")
    assert len(store.all_events(filled)) == before
    type_in(qtbot, page, "title", "大掃除")
    assert store.find_events(filled, "大掃除", 1)[0].place == "公民館"


def test_a_new_deadline_is_for_the_officers(page, filled, qtbot):
    page.add_event()
    type_in(qtbot, page, "kind", "締切")
    type_in(qtbot, page, "title", "要望書")
    assert store.find_events(filled, "要望書", 1)[0].for_whom == "officers"


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("first_day", "2026-02-30", "28日"),
        ("first_day", "9999年13月1日", "13月"),
        ("starts", "25時", "19:30"),
    ],
)
def test_what_does_not_exist_is_said_beside_its_box(page, filled, qtbot, field, typed, said):
    select(page, "餅つき")
    type_in(qtbot, page, field, typed)
    box = page.sheet.form.boxes[field]
    assert said in box.problem.text()
    assert store.find_events(filled, "餅つき", 1)[0].first_day == "2026-12-13"


def test_an_end_before_the_beginning_is_refused(page, filled, qtbot):
    select(page, "餅つき")
    type_in(qtbot, page, "ends", "8:00")
    assert "始まる前" in page.said[-1]
    type_in(qtbot, page, "title", " ")
    assert store.find_events(filled, "餅つき", 1)[0].ends == ""


def test_a_rule_is_said_in_words_and_its_end_is_asked_for(page, qtbot):
    select(page, "餅つき")
    assert not page.sheet.form.boxes["until"].isVisible()
    type_in(qtbot, page, "rule", "毎年 同じ月の第2日曜など")
    assert "毎年12月の第2日曜日" in page.sheet.rule.text()
    assert "次は 令和8年12月13日(日)" in page.sheet.rule.text()
    assert page.sheet.form.boxes["until"].isVisible()


def test_one_time_is_moved_by_keyboard(page, filled, qtbot):
    select(page, "役員会")
    this = page.sheet.this_time
    assert "12月10日" in this.says.text()
    qtbot.keyClick(this.move_it, RETURN)
    edit = this.form.boxes["to_day"].edit
    assert edit.hasFocus()
    assert not this.off.isVisible()
    qtbot.keyClick(this.leave, RETURN)
    assert this.off.isVisible()
    assert this.move_it.hasFocus()
    qtbot.keyClick(this.move_it, RETURN)
    edit.setText("R8.12.12")
    qtbot.keyClick(edit, RETURN)
    qtbot.keyClick(this.keep, RETURN)
    assert "12日(土) 19:00 【変更】役員会 会議 区長" in "".join(rows(page))
    assert "令和8年12月12日(土)" in page.said[-1]
    assert "から令和8年12月12日(土)に変えました" in this.says.text()
    qtbot.keyClick(this.back, RETURN)
    assert not any("【変更】" in row for row in rows(page))
    filled.undo()
    assert any("【変更】" in row for row in rows(page))


def test_one_time_is_called_off(page, filled, qtbot):
    select(page, "餅つき")
    assert not page.sheet.this_time.move_it.isVisible()
    qtbot.keyClick(page.sheet.this_time.off, RETURN)
    assert any("【中止】餅つき" in row for row in rows(page))
    filled.undo()
    assert not any("【中止】" in row for row in rows(page))


def test_a_day_in_another_year_takes_the_page_along(page, qtbot):
    select(page, "餅つき")
    type_in(qtbot, page, "first_day", "令和9年12月12日")
    assert page.overview.title.text() == "令和9年度"
    assert page.sheet.head.text() == "餅つき"


def test_the_month_is_walked_through_with_the_arrows(page, qtbot):
    qtbot.keyClick(page.overview.tabs["month"], RETURN)
    grid = page.overview.grid
    assert page.overview.title.text() == "令和8年11月"
    assert grid.day == date(2026, 11, 30)
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert (page.overview.title.text(), grid.day) == ("令和8年12月", date(2026, 12, 1))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(grid, key)
    assert grid.day == date(2026, 12, 10)
    assert page.sheet.head.text() == "役員会"
    qtbot.keyClick(grid, Qt.Key.Key_PageUp)
    assert page.overview.title.text() == "令和8年11月"
    qtbot.keyClick(grid, Qt.Key.Key_PageDown)
    qtbot.keyClick(grid, Qt.Key.Key_Home)
    assert grid.day == date(2026, 11, 20)
    qtbot.keyClick(grid, RETURN)
    assert page.sheet.head.text() == "新しい予定"
    assert page.sheet.form.record.first_day == "2026-11-20"


def test_a_day_is_read_aloud_with_what_is_on_it(page):
    page.overview.show_view("month")
    page.overview.go_to_day(date(2026, 11, 3))
    grid = page.overview.grid
    index = grid.month.index_of(date(2026, 11, 3))
    assert grid.month.data(index) == "11月3日(火・祝) 文化の日"
    read = QAccessible.queryAccessibleInterface(grid)
    assert read.text(QAccessible.Text.Name) == "月のこよみ"


def test_two_on_one_day_can_both_be_chosen(page, filled):
    store.add_event(filled, _on("2026-12-13", "子ども会"))
    page.overview.show_view("month")
    page.overview.go_to_day(date(2026, 12, 13))
    buttons = page.overview.of_day
    assert [each.text() for each in buttons] == ["子ども会", "9:00 餅つき"]
    buttons[1].click()
    assert page.sheet.head.text() == "餅つき"


def _on(day, title):
    from kucho_desktop.calendar.model import Event

    return Event(0, title, first_day=day)


def test_last_years_events_come_with_ticks_and_in_one_step(page, filled, qtbot):
    qtbot.keyClick(page.to_works, RETURN)
    qtbot.keyClick(page.works.buttons["last-year"], RETURN)
    proposals = page.proposals
    assert [row.check.text() for row in proposals.rows] == ["定期総会", "夏祭り", "文化の日の集い"]
    assert proposals.rows[0].check.hasFocus()
    assert proposals.rows[1].day.line.text() == "令和8年7月25日(土)"
    assert "昨年は7月26日(土)" in proposals.rows[1].about.text()
    qtbot.keyClick(proposals.rows[0].check, Qt.Key.Key_Space)
    proposals.rows[1].day.line.setText("8/1")  # of the year that is proposed
    qtbot.keyClick(proposals.write, RETURN)
    found = store.find_events(filled, "夏祭り", 9)
    assert [each.first_day for each in found] == ["2026-08-01", "2025-07-26"]
    assert found[0].last_day == "2026-08-02"
    assert page.said[-1] == "予定を2件加えました"
    assert page.overview.isVisible()
    filled.undo()
    assert len(store.find_events(filled, "夏祭り", 9)) == 1


def test_a_day_that_is_none_keeps_the_proposals_open(page, filled, qtbot):
    page.propose_last_year()
    page.proposals.rows[0].day.line.setText("4月31日")
    before = len(store.all_events(filled))
    qtbot.keyClick(page.proposals.write, RETURN)
    assert len(store.all_events(filled)) == before
    assert "30日" in page.proposals.rows[0].day.problem.text()
    qtbot.keyClick(page.proposals.back, Qt.Key.Key_Escape)
    assert page.overview.isVisible()


def test_an_empty_calendar_is_filled_from_the_usual_events(empty_page, book, qtbot):
    empty_page.propose_usual()
    proposals = empty_page.proposals
    assert not proposals.write.isEnabled(), "the user says what his district has"
    qtbot.keyClick(proposals.all, RETURN)
    assert all(row.check.isChecked() for row in proposals.rows)
    qtbot.keyClick(proposals.none, RETURN)
    qtbot.keyClick(proposals.rows[1].check, Qt.Key.Key_Space)
    qtbot.keyClick(proposals.write, RETURN)
    assert [each.title for each in store.all_events(book)] == [proposals.rows[1].check.text()]
    assert not empty_page.is_empty()


def test_a_file_for_telephones_is_written(page, tmp_path, monkeypatch):
    target = tmp_path / "予定"
    monkeypatch.setattr(file_out, "ask", lambda *_words: "全戸に知らせる予定だけ")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: (str(target), ""))
    page.write_file()
    written = target.with_suffix(".ics").read_text("utf-8")
    assert "餅つき" in written
    assert "役員会" not in written
    assert str(target) in page.said[-1]
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_words: (str(tmp_path / "none" / "a.ics"), "")
    )
    page.write_file()
    assert "別の場所" in page.said[-1]


def test_papers_are_about_the_year_and_month_that_are_shown(page):
    page.begin("year-plan")
    assert page.begun.pop() == ("year-plan", {"year": "", "month": ""})
    select(page, "夏祭り")
    page.begin("month-plan")
    assert page.begun == [("month-plan", {"year": "2025-04-01", "month": "2025-07"})]


def test_removing_what_repeats_is_asked_for(page, filled, monkeypatch):
    from kucho_desktop.calendar.page import event_sheet

    asked = []
    monkeypatch.setattr(event_sheet, "ask", lambda *words, **_more: asked.append(words) or "")
    select(page, "役員会")
    page.sheet.remove.click()
    assert asked
    assert store.find_events(filled, "役員会", 1)
    select(page, "餅つき")
    page.sheet.remove.click()
    assert len(asked) == 1
    assert not store.find_events(filled, "餅つき", 1)
    assert "「餅つき」を消しました" in page.said


def test_an_unfinished_entry_stays_while_others_change_the_book(page, filled):
    select(page, "餅つき")
    edit = page.sheet.form.boxes["title"].edit
    edit.setFocus()
    write(edit, "大会")
    event = store.find_events(filled, "防災訓練", 1)[0]
    store.change_event(filled, event.id, {"place": "校庭"})
    assert "大会" in edit.text()


@pytest.mark.parametrize("points", [12, 14, 17])
def test_a_day_is_seen_whole_at_every_type_size(qtbot, qapp, filled, named, points):
    """Beside the calendar of a small laptop there is little room for a form."""
    theme.load_fonts()
    theme.put_on(qapp, "calm", points)
    try:
        window = Window(filled, every_room(), Settings(points=points))
        qtbot.addWidget(window)
        theme.dress(qapp)
        window.resize(1366, 768)
        window.show()
        window.go_to(Place("calendar", named("餅つき").id))
        edit = window.pages["calendar"].sheet.form.boxes["first_day"].edit
        box = getattr(edit, "line", edit)
        qtbot.waitUntil(lambda: box.text().startswith("令和8年12月13日"))
        needed = box.fontMetrics().horizontalAdvance(box.text())
        qtbot.waitUntil(lambda: box.visibleRegion().boundingRect().width() > needed)
    finally:
        theme.put_on(qapp, "calm", 12)
