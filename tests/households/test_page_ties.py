"""Ties and talks on the sheet of a household, from the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kucho_desktop.core.history import last_steps
from kucho_desktop.households import store
from kucho_desktop.households.model.ties.talks import Talk
from kucho_desktop.households.model.ties.ties import Tie
from kucho_desktop.households.page.sheet.talks import in_words as talk_in_words
from kucho_desktop.households.page.sheet.ties import in_words

KEY = Qt.Key


def press(qtbot, key=KEY.Key_Return, times: int = 1) -> None:
    for _time in range(times):
        qtbot.keyClick(QApplication.focusWidget(), key)


def type_on(qtbot, text: str, key=KEY.Key_Return) -> None:
    box = QApplication.focusWidget()
    box = getattr(box, "line", box)
    if hasattr(box, "setPlainText"):
        box.setPlainText(text)
    else:
        box.setText(text)
    qtbot.keyClick(box, key)


@pytest.fixture
def ties(page):
    page.list.select(4)
    page.sheet.ties.add.setFocus()
    return page.sheet.ties


@pytest.fixture
def talks(page):
    page.list.select(5)
    page.sheet.talks.add.setFocus()
    return page.sheet.talks


def shown(part) -> list[str]:
    labels = [part._list.itemAt(at).widget() for at in range(part._list.count())]
    return [each.text() for each in labels if hasattr(each, "text")]


def test_somebody_outside_is_written_by_the_keyboard(page, street, ties, qtbot):
    press(qtbot)
    for text in ("緊急連絡先", "", "相馬 節", "そうま せつ", "03-1234-5678", "東京都中野区"):
        type_on(qtbot, text)
    type_on(qtbot, "長女", KEY.Key_Tab)
    for text in ("R8.4.1", ""):
        type_on(qtbot, text)
    assert ties.write.hasFocus()
    press(qtbot)
    assert shown(ties) == [
        "緊急連絡先：相馬 節　03-1234-5678　東京都中野区　令和8年4月1日から　長女"
    ]
    assert page.said == [last_steps(street)[0].text]
    assert ties.add.hasFocus()
    street.undo()
    assert shown(ties) == []


def test_another_household_is_chosen_and_gone_to(page, street, ties, qtbot):
    press(qtbot)
    type_on(qtbot, "親の世帯")
    type_on(qtbot, "髙橋 一郎（第1隣組）")
    assert not ties.form.boxes["name"].edit.isVisible()
    type_on(qtbot, "")
    for text in ("", ""):
        type_on(qtbot, text)
    ties.write.setFocus()
    press(qtbot)
    assert shown(ties)[0].startswith("親の世帯：髙橋 一郎")
    ties.lines[0][0].setFocus()
    press(qtbot)
    assert page.who.name.text() == "髙橋 一郎"
    assert shown(ties)[0].startswith("子の世帯：渡邉")


def test_what_lacks_is_said_and_nothing_is_lost(page, street, ties, qtbot):
    press(qtbot)
    type_on(qtbot, "家主")
    ties.write.setFocus()
    press(qtbot)
    assert "電話番号を書いてください" in ties.problem.text()
    assert ties.told.tie == "landlord"
    ties.leave.setFocus()
    press(qtbot)
    assert ties.add.hasFocus()
    press(qtbot)
    assert ties.form.boxes["tie"].edit.line.text() == "同じ敷地の世帯"


def test_a_tie_is_ended_from_a_day_on_and_removed(page, street, ties, qtbot):
    store.keep_tie(street, Tie(0, 4, "owner", None, "相馬 節"))
    ties.lines[0][1].setFocus()
    press(qtbot)
    assert ties.form.boxes["tie"].edit.line.text() == "家の持ち主"
    ties.form.boxes["until"].edit.setFocus()
    type_on(qtbot, "R9.4.1")
    press(qtbot)
    assert shown(ties) == ["家の持ち主：相馬 節　令和9年4月1日の前日まで"]
    ties.lines[0][1].click()
    ties.remove.setFocus()
    press(qtbot)
    assert store.ties_of(street, 4) == []
    street.undo()
    assert len(shown(ties)) == 1


def test_a_tie_begun_here_is_not_shown_at_another_household(page, ties, qtbot):
    press(qtbot)
    page.list.select(1)
    assert ties.told is None
    assert ties.add.isVisible()


def test_a_talk_is_written_and_its_next_step_done(page, street, talks, qtbot):
    press(qtbot)
    type_on(qtbot, "留守。手紙を入れた", KEY.Key_Tab)
    for text in ("もう一度訪ねる", "R8.11.15"):
        type_on(qtbot, text)
    assert talks.write.hasFocus()
    press(qtbot)
    assert shown(talks) == [
        "令和8年11月20日(金) 訪問：留守。手紙を入れた",
        "次にすること：もう一度訪ねる（令和8年11月15日(日)まで）",
    ]
    assert store.count_due(street) == 1
    talks.lines[0][0].setFocus()
    press(qtbot)
    assert store.count_due(street) == 0
    assert shown(talks)[1].startswith("済み：")
    street.undo()
    assert store.count_due(street) == 1
    details = [line for each in store.history_of(street, 5) for line in each.details]
    assert any(each.startswith("令和8年11月20日(金)　訪問　留守。手紙を入れた") for each in details)


def test_a_talk_is_put_right_and_removed(page, street, talks, qtbot):
    store.keep_talk(street, Talk(0, 5, "2026-11-01", "met", "考えておく"))
    talks.lines[0][1].click()
    type_on(qtbot, "R8.11.2")
    talks.write.click()
    assert shown(talks) == ["令和8年11月2日(月) 立ち話：考えておく"]
    talks.lines[0][1].click()
    talks.remove.click()
    assert shown(talks) == []


def test_words_leave_out_what_is_not_known():
    assert in_words(Tie(1, 1, "owner", None, "相馬 節")) == "家の持ち主：相馬 節"
    assert talk_in_words(Talk(1, 1, "2026-11-01", "phone")) == "令和8年11月1日(日) 電話"
