"""Work on many households from the keyboard: choose, tick, sort, change together, give away."""

import json
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from widgets.keyboard import be_in_front, write

from kucho_desktop.core.audiences import Audience
from kucho_desktop.households import store
from kucho_desktop.households.model.lists.wanted import from_text

KEY, MOD = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def many(page, qtbot):
    """The work over the street of nine; three of them live alone, one is not a member."""
    be_in_front(qtbot, page)
    page.begin("work:many")
    return page.desk.work


def focus():
    return QApplication.focusWidget()


def names(many):
    return [many.list.found.record_at(row).head for row in range(many.list.found.rowCount())]


def shown(many, column):
    at = [each.name for each in many.list.found.columns].index(column)
    return [many.list.found.row_at(row).texts[at] for row in range(many.list.found.rowCount())]


def ticked(many):
    return [row for row in range(many.list.found.rowCount()) if many.list.found.is_ticked(row)]


def choose(qtbot, box, words):
    """Walk down the list of a box with the arrow keys until it says this."""
    box.setFocus()
    for _step in range(box.count()):
        if box.currentText() == words:
            return
        qtbot.keyClick(box, KEY.Key_Down)
        box.activated.emit(box.currentIndex())
    box.setCurrentIndex(box.findText(words))
    assert box.currentText() == words
    box.activated.emit(box.currentIndex())


def test_it_begins_at_the_ready_questions_with_everybody_ticked(many):
    assert focus() is many.whom.ready["old_only"]
    assert many.count.text() == "9世帯のうち 9世帯に印"
    assert many.whom.ready["alone"].text() == "一人暮らし 3"
    assert len(many.whom.ready) >= 10
    assert all(made.accessibleDescription() for made in many.whom.ready.values())


def test_a_ready_question_is_pressed_and_says_what_it_means(many, qtbot):
    qtbot.keyClick(many.whom.ready["old_only"], KEY.Key_Tab)
    assert focus() is many.whom.ready["alone"]
    qtbot.keyClick(focus(), KEY.Key_Space)
    assert many.count.text() == "3世帯のうち 3世帯に印"
    assert "家にいる人が一人" in many.whom.said.text()
    qtbot.keyClick(focus(), KEY.Key_Return)
    assert many.count.text() == "9世帯のうち 9世帯に印"
    assert not many.whom.said.isVisible()


def test_a_condition_of_ones_own_is_written_with_the_keyboard(many, qtbot):
    qtbot.keyClick(many.whom.more, KEY.Key_Space)
    box = many.whom.boxes[0]
    assert focus() is box.field
    assert many.count.text().startswith("9世帯")  # nothing is asked yet
    choose(qtbot, box.field, "世帯主")
    qtbot.keyClick(box.field, KEY.Key_Tab)
    assert focus() is box.line
    write(box.line, "吉田")
    assert names(many) == ["𠮷田 清", "𠮷田 和子"]
    qtbot.keyClick(box.line, KEY.Key_Return)
    assert focus() is box.way
    choose(qtbot, box.way, "を含まない")
    assert len(names(many)) == 7
    qtbot.keyClick(box.way, KEY.Key_Tab)
    assert focus() is box.remove
    qtbot.keyClick(box.remove, KEY.Key_Return)
    assert len(names(many)) == 9
    assert focus() is many.whom.more


def test_all_or_one_of_the_conditions(many, qtbot):
    many.whom.ready["alone"].click()
    assert not many.whom.any_of.isVisible()
    many.whom.more.click()
    box = many.whom.boxes[0]
    choose(qtbot, box.field, "加入区分")
    choose(qtbot, box.choice, "空き家")
    assert len(names(many)) == 0
    assert many.nothing.isVisible()
    choose(qtbot, box.choice, "正会員")
    assert len(names(many)) == 2
    choose(qtbot, many.whom.any_of, "どれかに当てはまる")
    assert len(names(many)) == 9
    assert not many.nothing.isVisible()
    qtbot.keyClick(many.whom.clear, KEY.Key_Return)
    assert len(names(many)) == 9
    assert many.whom.boxes == []


def test_a_value_that_is_not_understood_is_said_and_asks_for_nothing(many, qtbot):
    many.whom.more.click()
    box = many.whom.boxes[0]
    choose(qtbot, box.field, "人数")
    write(box.line, "たくさん")
    assert box.problem.text() == "数字で入力してください。"
    assert len(names(many)) == 9
    box.line.setText("３")
    assert not box.problem.isVisible()
    assert len(names(many)) == 4


def test_rows_are_ticked_with_space_and_shift_and_all_at_once(many, qtbot):
    many.list.setFocus()
    many.list.select(many.list.found.id_at(0))
    qtbot.keyClick(many.list, KEY.Key_Space)
    assert ticked(many) == [*range(1, 9)]
    qtbot.keyClick(many.list, KEY.Key_Down, MOD.ShiftModifier)
    qtbot.keyClick(many.list, KEY.Key_Down, MOD.ShiftModifier)
    assert ticked(many) == [*range(3, 9)]
    assert many.count.text() == "9世帯のうち 6世帯に印"
    qtbot.keyClick(many.list, KEY.Key_A, MOD.ControlModifier)
    assert ticked(many) == [*range(9)]
    qtbot.keyClick(many.none, KEY.Key_Return)
    assert ticked(many) == []
    qtbot.keyClick(many.all, KEY.Key_Space)
    assert ticked(many) == [*range(9)]


def test_a_click_on_the_box_ticks_and_with_shift_all_between(many, qtbot):
    def box(row):
        return many.list.visualRect(many.list.model().index(row, 0)).center()

    view = many.list.viewport()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=box(1))
    assert ticked(many) == [0, *range(2, 9)]
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, MOD.ShiftModifier, pos=box(4))
    assert ticked(many) == [0, *range(5, 9)]
    assert many.list.found.row_at(0).texts[0] == "印あり"
    assert many.list.found.row_at(1).texts[0] == ""


def test_columns_are_chosen_moved_and_sorted_by(many, qtbot):
    qtbot.keyClick(many.tabs["columns"], KEY.Key_Return)
    columns = many.columns
    for name in ("kana", "address", "phone"):
        qtbot.keyClick(columns.boxes[name], KEY.Key_Space)
    qtbot.keyClick(columns.boxes["oldest"], KEY.Key_Return)
    titles = [each.name for each in many.list.found.columns]
    assert titles == ["tick", "tonarigumi_id", "walking_order", "head", "people", "oldest"]
    choose(qtbot, columns.which, "最年長の年齢")
    for _step in range(4):
        qtbot.keyClick(columns.left, KEY.Key_Return)
    assert [each.name for each in many.list.found.columns][:2] == ["tick", "oldest"]
    choose(qtbot, columns.sort, "最年長の年齢")
    assert shown(many, "oldest") == sorted(shown(many, "oldest"), key=int)
    choose(qtbot, columns.way, "おわりから")
    assert shown(many, "oldest") == sorted(shown(many, "oldest"), key=int, reverse=True)
    qtbot.keyClick(columns.usual, KEY.Key_Return)
    assert "address" in [each.name for each in many.list.found.columns]


def test_a_heading_sorts_and_the_second_time_the_other_way_round(many, qtbot):
    header = many.list.horizontalHeader()
    at = [each.name for each in many.list.found.columns].index("head")
    place = QPoint(header.sectionViewportPosition(at) + 8, header.height() // 2)
    before = names(many)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    forth = shown(many, "kana")
    assert forth == sorted(forth)
    assert many.columns.sort.currentText() == "世帯主"
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shown(many, "kana") == forth[::-1]
    assert sorted(names(many)) == sorted(before)


def test_a_list_is_kept_opened_and_forgotten(many, page, qtbot):
    many.whom.ready["alone"].click()
    many.show_part("columns")
    many.columns.boxes["ages"].click()
    many.show_part("give")
    many.give.name.setFocus()
    write(many.give.name, "見守り")
    qtbot.keyClick(many.give.name, KEY.Key_Return)
    assert page.said[-1] == "一覧「見守り」を保存しました"
    many.show_part("whom")
    many.whom.clear.click()
    assert len(names(many)) == 9
    (saved,) = many.whom.saved.values()
    saved.setFocus()
    qtbot.keyClick(saved, KEY.Key_Return)
    assert len(names(many)) == 3
    assert "ages" in [each.name for each in many.list.found.columns]
    assert many.whom.ready["alone"].isChecked()
    qtbot.keyClick(saved, KEY.Key_Tab)
    assert focus() is many.whom.forget
    qtbot.keyClick(focus(), KEY.Key_Return)
    assert many.whom.saved == {}
    assert page.said[-1].startswith("一覧を消しました")
    assert len(names(many)) == 3


def test_a_list_without_a_name_is_refused_in_words(many, page, qtbot):
    many.show_part("give")
    qtbot.keyClick(many.give.keep, KEY.Key_Return)
    assert page.refusals == ["一覧に名前を付けてください。"]
    assert focus() is many.give.name


def test_another_day_shows_the_roster_of_that_day(many, page, street, qtbot):
    store.household_leaves(street, 1, date(2026, 6, 1))
    assert len(names(many)) == 8
    many.whom.day.setFocus()
    many.whom.day.setText("令和8年5月31日")
    qtbot.keyClick(many.whom.day, KEY.Key_Return)
    assert len(names(many)) == 9
    many.show_part("change")
    many.change.field.setCurrentIndex(many.change.field.findText("配布物"))
    many.change.field.activated.emit(0)
    many.change.editor.show_typed("郵送")
    assert many.change.cannot.isVisible()
    assert not many.change.do.isEnabled()


def test_esc_goes_back_to_choosing_and_then_out(many, page, qtbot):
    many.show_part("give")
    many.give.focus_first()
    qtbot.keyClick(many.give.audience, KEY.Key_Escape)
    assert many.part == "whom"
    assert focus() is many.tabs["whom"]
    qtbot.keyClick(focus(), KEY.Key_Escape)
    assert page.desk.work is None


def test_enter_goes_to_the_household(many, page, qtbot):
    many.list.setFocus()
    many.list.select(2)
    qtbot.keyClick(many.list, KEY.Key_Return)
    assert page.who.name.text() == "山﨑 和子"


def test_what_is_printed_is_what_is_seen(many, page, qtbot):
    many.whom.ready["alone"].click()
    many.list.setFocus()
    many.list.select(many.list.found.id_at(1))
    qtbot.keyClick(many.list, KEY.Key_Space)
    qtbot.keyClick(many.tabs["give"], KEY.Key_Return)
    choose(qtbot, many.give.audience, "役員")
    with qtbot.waitSignal(page.begins) as begun:
        qtbot.keyClick(many.give.paper, KEY.Key_Return)
    assert begun.args == ["print", "household-list"]
    about = page.paper_about()
    wanted = from_text(about["list"])
    assert (about["for"], about["day"]) == ("officers", "2026-11-20")
    assert wanted.ready == ("alone",)
    assert wanted.without == {many.list.found.id_at(1)}
    with qtbot.waitSignal(page.begins) as begun:
        qtbot.keyClick(many.give.table, KEY.Key_Return)
    assert begun.args[0] == "write_out"
    assert json.loads(begun.args[1]) == dict(about)


def test_what_an_audience_does_not_get_is_said_before(many, street, qtbot):
    many.show_part("columns")
    many.columns.boxes["note"].click()
    many.show_part("give")
    choose(qtbot, many.give.audience, "役員")
    assert many.give.dropped.text() == "外れる項目：備考"
    choose(qtbot, many.give.audience, "全戸")
    assert "9世帯" in many.give.counts.text()
    many.whom.ready["away_by_day"].click()
    many._show_give()
    assert "日中は不在" in many.give.refused.text()
    assert not many.give.paper.isEnabled()
    assert many.give.whom is Audience.EVERY_HOUSEHOLD
