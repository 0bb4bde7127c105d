"""One field of many households is changed from the keyboard: seen before, done and undone."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from widgets.keyboard import be_in_front, write

from kucho_desktop.core.history import last_steps
from kucho_desktop.households import store
from kucho_desktop.tonarigumi.store import all_tonarigumi

KEY = Qt.Key


@pytest.fixture
def many(page, qtbot):
    """The work over the street of nine, about to change something."""
    be_in_front(qtbot, page)
    page.begin("work:many")
    many = page.desk.work
    qtbot.keyClick(many.tabs["change"], KEY.Key_Space)
    return many


def pick(many, title):
    many.change.field.setCurrentIndex(many.change.field.findText(title))
    many.change.field.activated.emit(many.change.field.currentIndex())
    many.change.editor.part.setFocus()


def fill(many, words):
    """Type it into the box for the value, whatever kind of box it is."""
    part = many.change.editor.part
    write(getattr(part, "line", part), words)


def effects(many):
    at = [each.name for each in many.list.found.columns].index("effect")
    return [many.list.found.row_at(row).texts[at] for row in range(many.list.found.rowCount())]


def all_of(street):
    return store.households_on(street)


def test_what_will_be_stands_beside_each_before_it_is_done(many, page, street, qtbot):
    store.change_household(street, 2, "distribution", "mail")
    many.list.setFocus()
    many.list.select(1)
    qtbot.keyClick(many.list, KEY.Key_Space)
    pick(many, "配布物")
    assert many.change.counts.text() == "新しい内容を選ぶか、書いてください。"
    fill(many, "郵送")
    assert effects(many)[:3] == ["（印なし）", "そのまま：郵送", "配る → 郵送"]
    assert many.change.counts.text() == "7世帯が変わります。"
    assert many.change.stays.text() == "1世帯は、すでにそうなっています。"
    assert {each.distribution for each in all_of(street)} == {"all", "mail"}
    assert many.change.do.text() == "7世帯を変える"
    qtbot.keyClick(many.change.do, KEY.Key_Return)
    assert [each.distribution for each in all_of(street)] == ["all", *["mail"] * 8]
    assert page.said == ["7世帯の配布物を変えました"]
    assert last_steps(street, 1)[0].text == "7世帯の配布物をまとめて変更"
    street.undo()
    assert [each.distribution for each in all_of(street)] == ["all", "mail", *["all"] * 7]


def test_a_dated_field_asks_since_when(many, page, street, qtbot):
    pick(many, "加入区分")
    fill(many, "準会員")
    assert many.change.question.isVisible()
    assert not many.change.do.isVisible()
    many.change.question.day.setText("令和8年4月1日")
    qtbot.keyClick(many.change.question.change, KEY.Key_Return)
    assert {each.membership for each in all_of(street)} == {"associate"}
    before = store.households_on(street, date(2026, 3, 31))
    assert {each.membership for each in before} == {"full", "none"}
    assert page.said == ["9世帯の加入区分を変えました"]
    assert not many.change.question.isVisible()


def test_a_dated_field_is_put_right(many, street, qtbot):
    pick(many, "隣組")
    fill(many, "第2隣組")
    assert many.change.counts.text() == "6世帯が変わります。"
    qtbot.keyClick(many.change.question.correct, KEY.Key_Return)
    second = all_tonarigumi(street)[1].id
    assert [each.tonarigumi_id for each in all_of(street)] == [second] * 9
    assert [each.walking_order for each in all_of(street)] == [*range(1, 10)]
    assert {each.tonarigumi_id for each in store.households_on(street, date(2000, 1, 1))} == {
        second
    }


def test_leaving_it_as_it_was_changes_nothing(many, street, qtbot):
    steps = last_steps(street, 1)
    pick(many, "加入区分")
    fill(many, "準会員")
    qtbot.keyClick(many.change.question.give_up, KEY.Key_Return)
    assert many.change.counts.text() == "新しい内容を選ぶか、書いてください。"
    assert not many.change.question.isVisible()
    assert QApplication.focusWidget() is many.change.field
    assert last_steps(street, 1) == steps


def test_a_day_on_which_somebody_was_not_there_is_refused_by_name(many, page, street, qtbot):
    before = all_of(street)
    pick(many, "加入区分")
    fill(many, "準会員")
    many.change.question.day.setText("昭和25年4月1日")
    qtbot.keyClick(many.change.question.change, KEY.Key_Return)
    assert page.refusals[0].startswith("髙橋 一郎：")
    assert all_of(street) == before


def test_a_wrong_value_is_said_and_cannot_be_done(many, qtbot):
    pick(many, "部数")
    fill(many, "たくさん")
    assert many.change.problem.text() == "数字で入力してください。"
    assert not many.change.do.isEnabled()
    many.change.editor.part.clear()
    fill(many, "２")
    assert effects(many)[0] == "1 → 2"
    qtbot.keyClick(many.change.editor.part, KEY.Key_Return)
    assert QApplication.focusWidget() is many.change.do


def test_a_line_is_added_to_the_note(many, street, qtbot):
    store.change_household(street, 1, "note", "犬がいる")
    pick(many, "備考")
    fill(many, "防災訓練に参加")
    assert effects(many)[:2] == ["犬がいる → 犬がいる 防災訓練に参加", "（なし） → 防災訓練に参加"]
    many.change.do.click()
    assert all_of(street)[0].note == "犬がいる\n防災訓練に参加"


def test_a_flag_is_yes_unless_it_is_unticked(many, street, qtbot):
    pick(many, "日中は不在")
    assert effects(many)[0] == "いいえ → はい"
    qtbot.keyClick(many.change.editor.part, KEY.Key_Space)
    assert many.change.counts.text() == "0世帯が変わります。"
    qtbot.keyClick(many.change.editor.part, KEY.Key_Space)
    many.change.do.click()
    assert {each.away_by_day for each in all_of(street)} == {1}


def test_nobody_is_ticked(many):
    many.none.click()
    pick(many, "配布物")
    fill(many, "郵送")
    assert many.change.counts.text() == "印（✓）のある世帯がありません。"
    assert not many.change.do.isEnabled()


def test_who_falls_out_of_the_question_by_the_change_goes(many, street, qtbot):
    many.show_part("whom")
    many.whom.ready["not_joined"].click()
    assert many.list.found.rowCount() == 1
    many.show_part("change")
    pick(many, "加入区分")
    fill(many, "正会員")
    many.change.question.change.click()
    assert many.list.found.rowCount() == 0
    street.undo()
    assert many.list.found.rowCount() == 1
