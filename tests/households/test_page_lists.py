"""The lists that the leaders put right in April, typed back with the keyboard alone."""

import pytest
from households.walking import cell, editor_of
from PySide6.QtCore import Qt

from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.i18n import _
from kucho_desktop.households import store
from kucho_desktop.households.model.rounds.round import LISTS, answers_of

KEY = Qt.Key
EVERYBODY = Audience.EVERY_HOUSEHOLD


@pytest.fixture
def lists(page, street):
    store.begin_round(street, LISTS, "令和8年度 名簿直し", "2026-12-04")
    page.begin("work:list_round")
    return page.desk.work


def test_a_list_says_only_what_was_put_right(lists, street, press):
    press(KEY.Key_Return)
    walk = lists.walk
    assert walk.lines.rowCount() == 3
    assert not walk.no_button.isVisible()
    assert cell(walk, 0, "name households") == "返事がまだ"
    press(KEY.Key_Return)
    assert store.household(street, 1).consents == ()
    press(KEY.Key_1, KEY.Key_Return)
    (consent,) = store.household(street, 2).consents
    assert (consent.item, consent.answer, consent.form) == ("name", "yes", "令和8年度 名簿直し")


def test_the_number_of_people_is_put_right(lists, street, qtbot, page, press):
    press(KEY.Key_Return, KEY.Key_N)
    editor = editor_of(lists.walk)
    qtbot.keyClicks(editor, "3")
    qtbot.keyClick(editor, KEY.Key_Return)
    press(KEY.Key_Return)
    assert len(store.household(street, 1).members) == 3
    press(KEY.Key_N)
    editor = editor_of(lists.walk)
    qtbot.keyClicks(editor, "1")
    qtbot.keyClick(editor, KEY.Key_Return)
    press(KEY.Key_Return)
    assert len(store.household(street, 2).members) == 2
    assert "だれがいなくなったか" in page.refusals[-1]
    assert lists.walk.list.row() == 1


def test_whoever_moved_away_is_told_there_and_then(lists, street, qtbot, press, page):
    press(KEY.Key_Return, KEY.Key_Down, KEY.Key_E)
    happened = lists._happened
    assert happened.isVisible()
    leaves = next(
        each for each in happened.buttons if each.text() == _("Moved out of the district")
    )
    qtbot.keyClick(leaves, KEY.Key_Return)
    qtbot.keyClick(happened.write, KEY.Key_Return)
    assert store.household(street, 2) is None
    assert page.focusWidget() is lists.walk.list
    assert [line.household.id for line in lists.walk.lines.lines] == [1, 3]
    assert lists.walk.list.row() == 1


def test_esc_leads_from_what_has_changed_back_to_the_line(lists, press, page):
    press(KEY.Key_Return, KEY.Key_Down, KEY.Key_E, KEY.Key_Escape)
    assert page.focusWidget() is lists.walk.list
    assert lists.walk.list.row() == 1


def test_a_new_household_comes_into_the_group_and_is_done(lists, street, qtbot, press):
    press(KEY.Key_Return)
    lists.walk.new_button.click()
    form = lists._arriving.form
    form.boxes["head"].edit.setFocus()
    form.boxes["head"].edit.setText("新田 次郎")
    press(KEY.Key_Return)
    qtbot.keyClick(lists._arriving.add, KEY.Key_Return)
    walk = lists.walk
    assert walk.lines.rowCount() == 4
    assert cell(walk, 3, "name") == "新田 次郎"
    assert cell(walk, 3, "state") == "戻った"
    street.undo()
    assert walk.lines.rowCount() == 3


def test_the_rest_is_as_it_was(lists, street, qtbot, press):
    press(KEY.Key_Return, KEY.Key_2)
    qtbot.keyClick(lists.walk.rest_button, KEY.Key_Return)
    assert lists.overview.isVisible()
    assert next(iter(lists.overview.groups.values())).text() == "第1隣組　3世帯中 3世帯　済み"
    assert answers_of(store.household(street, 1))[("address", "households")] is True
    assert store.household(street, 3).consents == ()
    with qtbot.waitSignal(lists.prints) as asked:
        qtbot.keyClick(lists.overview.print_button, KEY.Key_Return)
    assert asked.args == ["correction-list"]
