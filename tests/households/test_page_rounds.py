"""The yearly sheets and the lists of April, entered in walking order with the keyboard alone."""

import pytest
from households.walking import cell, editor_of
from PySide6.QtCore import Qt

from kucho_desktop.core.audiences import Audience
from kucho_desktop.households import store
from kucho_desktop.households.model.rounds.round import LISTS, SHEETS, answers_of

KEY = Qt.Key
EVERYBODY = Audience.EVERY_HOUSEHOLD


@pytest.fixture
def sheets(page, street):
    store.begin_round(street, SHEETS, "令和8年度 世帯票", "2026-12-11")
    page.begin("work:sheet_round")
    return page.desk.work


@pytest.fixture
def walk(sheets, press, page):
    press(KEY.Key_Return)
    assert page.focusWidget() is sheets.walk.list
    return sheets.walk


def test_a_round_is_begun_with_its_name_and_last_day(page, street, press):
    page.begin("work:sheet_round")
    work = page.desk.work
    assert page.focusWidget() is work.beginning.name
    assert work.beginning.name.text() == "令和8年度 世帯票"
    press(KEY.Key_Return)
    assert page.focusWidget() is work.beginning.day
    work.beginning.day.setText("R8.12.40")
    press(KEY.Key_Return, KEY.Key_Return)
    assert work.beginning.problem.isVisible()
    work.beginning.day.setText("12月5日")
    press(KEY.Key_Return, KEY.Key_Return)
    of = store.open_round(street, SHEETS)
    assert (of.name, of.return_by) == ("令和8年度 世帯票", "2026-12-05")
    assert work.overview.isVisible()
    assert work.overview.said.text() == "8世帯中 0世帯が戻りました"
    assert page.focusWidget().text() == "第1隣組　3世帯中 0世帯　まだ"
    assert work.paper_about() == {"round": str(of.id)}


def test_enter_keeps_a_line_as_it_stands_and_goes_on(walk, street, press):
    press(KEY.Key_Return)
    home = store.household(street, 1)
    assert set(answers_of(home).values()) == {True}
    assert {each.form for each in home.consents} == {"令和8年度 世帯票"}
    assert walk.list.row() == 1
    assert cell(walk, 0, "state") == "戻った"
    assert walk.heading.text() == "第1隣組　3世帯中 1世帯が戻りました"
    assert "髙橋 一郎" in street.undo_label()
    street.undo()
    assert cell(walk, 0, "state") == "まだ"
    assert store.household(street, 1).consents == ()


def test_last_years_answer_stands_there(walk, street, press):
    store.answer_consent(street, 1, "households", {"phone": False}, street.today, "form")
    assert cell(walk, 0, "phone households") == "いいえ"
    press(KEY.Key_Return)
    home = store.household(street, 1)
    assert not home.agreed("phone", EVERYBODY)
    assert home.agreed("name", EVERYBODY)


def test_digits_turn_answers(walk, street, press):
    assert walk.lines.headerData(7, Qt.Orientation.Horizontal) == "3電話"
    press(KEY.Key_3, KEY.Key_5, KEY.Key_9)
    assert cell(walk, 0, "phone households") == "いいえ"
    press(KEY.Key_Return, KEY.Key_0, KEY.Key_Return)
    first, second = store.household(street, 1), store.household(street, 2)
    assert [yes for yes in answers_of(first).values()] == [True, True, False, True, False]
    assert set(answers_of(second).values()) == {False}


def test_a_phone_number_is_corrected_in_the_line(walk, street, qtbot, press, page):
    press(KEY.Key_T)
    editor = editor_of(walk)
    qtbot.keyClicks(editor, "12")
    qtbot.keyClick(editor, KEY.Key_Return)
    assert store.household(street, 1).phone == "0263-72-0000"
    assert cell(walk, 0, "phone") == "0263-72-0000"
    press(KEY.Key_T)
    editor = editor_of(walk)
    qtbot.keyClicks(editor, "0263721234")
    qtbot.keyClick(editor, KEY.Key_Return)
    assert page.focusWidget() is walk.list
    assert cell(walk, 0, "phone") == "0263-72-1234"
    press(KEY.Key_Return)
    assert store.household(street, 1).phone == "0263-72-1234"
    assert walk.list.row() == 1


def test_an_arrow_passes_by_and_keeps_what_was_typed(walk, street, press):
    press(KEY.Key_Down)
    assert store.household(street, 1).consents == ()
    press(KEY.Key_4, KEY.Key_Up)
    assert answers_of(store.household(street, 2))[("family", "households")] is False
    assert walk.list.row() == 0
    assert cell(walk, 1, "state") == "戻った"


def test_esc_drops_what_was_typed_and_then_goes_back(walk, sheets, page, street, press):
    press(KEY.Key_1)
    assert cell(walk, 0, "name households") == "いいえ"
    press(KEY.Key_Escape)
    assert cell(walk, 0, "name households") == "はい"
    press(KEY.Key_Escape)
    assert sheets.overview.isVisible()
    assert store.household(street, 1).consents == ()
    press(KEY.Key_Escape)
    assert page.desk.work is None


def test_refused_and_still_out(walk, sheets, street, press):
    press(KEY.Key_X)
    assert cell(walk, 0, "state") == "答えない"
    assert walk.list.row() == 1
    assert set(answers_of(store.household(street, 1)).values()) == {False}
    press(KEY.Key_Up, KEY.Key_Delete)
    assert cell(walk, 0, "state") == "まだ"
    assert store.household(street, 1).consents == ()
    walk.no_button.click()
    assert "答えない世帯 1世帯" in walk.heading.text()


def test_the_last_line_leads_to_the_next_group(walk, sheets, press, page):
    press(*[KEY.Key_Return] * 3)
    assert sheets.overview.isVisible()
    assert sheets.overview.said.text() == "8世帯中 3世帯が戻りました"
    done, following, *_more = sheets.overview.groups.values()
    assert done.text() == "第1隣組　3世帯中 3世帯　済み"
    assert page.focusWidget() is following


def test_what_is_still_out_stands_in_one_list(sheets, press):
    press(KEY.Key_Return, KEY.Key_Return, KEY.Key_Escape)
    sheets.overview.out_button.click()
    walk = sheets.walk
    assert walk.lines.rowCount() == 7
    assert cell(walk, 0, "order") == "第1隣組 2"
    assert walk.list.row() == 0
    press(KEY.Key_Return)
    assert walk.lines.rowCount() == 7
    assert cell(walk, 0, "state").startswith("戻った")


def test_papers_are_asked_for_from_there(sheets, qtbot):
    with qtbot.waitSignal(sheets.prints) as asked:
        qtbot.keyClick(sheets.overview.print_button, KEY.Key_Return)
    assert asked.args == ["household-sheet"]
    with qtbot.waitSignal(sheets.prints) as asked:
        qtbot.keyClick(sheets.overview.out_paper, KEY.Key_Return)
    assert asked.args == ["still-out"]


def test_the_last_day_is_moved_and_the_round_closed(sheets, street, qtbot, press):
    overview = sheets.overview
    overview.day.setFocus()
    overview.day.setText("11月1日")
    press(KEY.Key_Return)
    assert store.open_round(street, SHEETS).return_by == "2026-11-01"
    assert "8世帯がまだ戻っていません" in overview.late.text.text()
    qtbot.keyClick(overview.close_button, KEY.Key_Return)
    assert store.open_round(street, SHEETS) is None
    assert sheets.beginning.isVisible()
    assert sheets.beginning.before.text() == "令和8年度 世帯票：8世帯中 0世帯が戻りました"
    street.undo()
    assert overview.isVisible()


def test_a_touched_line_is_kept_when_the_work_is_left(walk, page, street, press):
    press(KEY.Key_2)
    page.go_to_household(3)
    assert answers_of(store.household(street, 1))[("address", "households")] is False


def test_a_number_being_typed_is_kept_when_the_work_is_left(walk, page, street, press, qtbot):
    press(KEY.Key_T)
    qtbot.keyClicks(editor_of(walk), "0263721234")
    page.go_to_household(3)
    assert store.household(street, 1).phone == "0263-72-1234"


def test_the_mouse_turns_answers_too(walk, street, qtbot):
    lines = walk.lines
    index = lines.index(0, lines.columns.index("address households"))
    place = walk.list.visualRect(index).center()
    qtbot.mouseClick(walk.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert index.data() == "いいえ"


def test_what_changes_nothing_offers_nothing_to_take_back(sheets, page, press):
    """Undo would take back something else."""
    overview = sheets.overview
    overview.day.setFocus()
    overview.day.setText("R8.12.11")
    press(KEY.Key_Return)
    assert page.said == []
    overview.close_button.click()
    assert len(page.said) == 1
    sheets._close()
    assert len(page.said) == 1


def test_the_rest_is_not_kept_while_a_line_cannot_be(page, street, press, qtbot):
    store.begin_round(street, LISTS, "令和8年度 名簿直し")
    page.begin("work:list_round")
    press(KEY.Key_Return, KEY.Key_Down, KEY.Key_N)
    walk = page.desk.work.walk
    qtbot.keyClicks(editor_of(walk), "1")
    qtbot.keyClick(editor_of(walk), KEY.Key_Return)
    walk.rest_button.click()
    assert "だれがいなくなったか" in page.refusals[-1]
    assert page.said == []
    assert [cell(walk, row, "state") for row in range(3)] == ["まだ"] * 3
    assert cell(walk, 1, "people") == "1"


def test_what_was_typed_in_one_round_is_not_kept_in_the_next(walk, sheets, page, street, press):
    press(KEY.Key_1)
    sheets.walk.lines.turn(1, 0)
    street.undo()
    sheets.beginning.name.setText("もう一度")
    sheets.beginning.go.click()
    press(KEY.Key_Return)
    assert cell(walk, 0, "name households") == "はい"
    assert cell(walk, 1, "name households") == "はい"
