"""「宛名ラベル・封筒・はがきを刷る」: the sheet with its first free label, by keyboard or mouse."""

import pytest
from app.printed import SLOW
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from kucho_desktop.households import store
from kucho_desktop.households.model.lists.wanted import HouseholdList
from kucho_desktop.paper.printers import ANY, shift_of
from kucho_desktop.paper.stationery import label_sheets

KEY = Qt.Key


@pytest.fixture
def work(page, qtbot):
    """The work, as the list of works begins it."""
    page.show_works()
    qtbot.keyClick(page.desk.buttons["addresses"], KEY.Key_Return)
    return page.desk.work


def drawn(work) -> str:
    document = work.paper.document
    pages = (document.getAllText(page).text() for page in range(document.pageCount()))
    return "".join("".join(pages).split())


def test_it_begins_with_the_members_on_a_full_sheet(work, qtbot):
    assert work.count.text() == "ラベル8枚（用紙1枚）"
    assert work.used.text() == "1枚目から刷ります。"
    assert work.left.text() == "最後の用紙はとっておけます。次は9枚目から刷れます。"
    assert QApplication.focusWidget() is work.choices.list
    qtbot.waitUntil(lambda: "髙橋一郎様" in drawn(work), timeout=SLOW)


def test_the_first_free_label_is_found_with_the_arrows(work, qtbot):
    picture = work.picture
    picture.setFocus()
    qtbot.keyClick(picture, KEY.Key_Down)
    qtbot.keyClick(picture, KEY.Key_Right)
    assert picture.start == 3
    assert "12枚のうち4枚目" in picture.accessibleDescription()
    for key, start in ((KEY.Key_End, 11), (KEY.Key_Right, 11), (KEY.Key_Home, 0), (KEY.Key_Up, 0)):
        qtbot.keyClick(picture, key)
        assert picture.start == start
    picture.choose(10)
    assert work.count.text() == "ラベル8枚（用紙2枚）"
    assert work.used.text() == "11枚目から刷ります。"


def test_that_only_the_first_are_shown_is_said_where_there_are_more(work, qtbot):
    """The paper here has two pages while so many more sheets are needed."""
    qtbot.waitUntil(lambda: "髙橋一郎様" in drawn(work), timeout=SLOW)
    assert work.sample.isHidden()
    work.show_kind("letters")
    work.kind_chosen.emit()
    qtbot.waitUntil(lambda: work.paper.pages() == 6, timeout=SLOW)
    assert not work.sample.isHidden()


@pytest.mark.parametrize("sheet", label_sheets(), ids=lambda sheet: sheet.name)
def test_every_label_of_every_sheet_can_be_clicked(work, qtbot, sheet):
    work.choices.sheet.choose(sheet.name)
    for face in (sheet.faces - 1, sheet.faces // 2):
        place = work.picture.place_of(face).center()
        at = QPoint(round(place.x()), round(place.y()))
        qtbot.mouseClick(work.picture, Qt.MouseButton.LeftButton, pos=at)
        assert work.picture.start == face


def test_tab_goes_through_all_that_is_chosen_and_comes_to_the_paper(work, qtbot):
    wanted = {
        work.print_button,
        work.choices.list,
        work.choices.sheet,
        work.choices.house,
        work.printer.printer,
        work.printer.down,
        work.printer.test,
        work.picture,
        work.paper.view,
    }
    reached = []
    for _step in range(60):
        here = QApplication.focusWidget()
        reached.append(here)
        qtbot.keyClick(here, KEY.Key_Tab)
    assert wanted <= set(reached)
    assert reached.index(work.choices.sheet) < reached.index(work.picture)


def test_another_sheet_is_a_full_one(work):
    work.picture.choose(7)
    work.choices.sheet.choose("24-66x34")
    assert work.picture.start == 0
    assert work.paper_about()["start"] == "1"


def test_all_that_is_chosen_is_handed_to_the_paper(work, page):
    wanted = []
    work.prints.connect(wanted.append)
    work.choices.sheet.choose("44-48x25")
    work.picture.choose(20)
    work.choices.to.choose("each")
    work.choices.house.setChecked(True)
    work.printer.right.choose(1.5)
    work.print_button.click()
    work.printer.test.click()
    assert wanted == ["address-labels", "label-test"]
    about = page.paper_about()
    assert {name: about[name] for name in ("sheet", "start", "to", "house", "right", "down")} == {
        "sheet": "44-48x25",
        "start": "21",
        "to": "each",
        "house": "1",
        "right": "1.5",
        "down": "0",
    }


def test_the_offset_is_kept_for_the_next_time(work):
    work.printer.right.choose(-2.5)
    work.printer.down.choose(10.0)
    assert shift_of(ANY) == (-2.5, 10.0)


def test_envelopes_have_their_own_questions(work, qtbot):
    qtbot.keyClick(work.tabs["letters"], KEY.Key_Return)
    assert work.count.text() == "8通"
    assert not work.picture.isVisible()
    assert work.choices.stock.isVisible()
    assert not work.choices.sheet.isVisible()
    assert "start" not in work.paper_about()
    qtbot.waitUntil(lambda: work.paper.pages() == 6, timeout=SLOW)
    assert "髙橋一郎様" in drawn(work)


def test_a_card_with_a_reply_does_not_lie(work):
    work.tabs["letters"].click()
    work.choices.way.choose("lying")
    work.choices.stock.choose("reply-card")
    assert work.choices.way.findData("lying") < 0
    assert work.paper_about()["way"] == "downward"


def test_a_group_alone_and_a_list_of_ones_own(work, street):
    work.choices.group.setCurrentIndex(1)
    assert work.count.text().startswith("ラベル3枚")
    work.choices.group.setCurrentIndex(0)
    store.keep_list(street, "一人", HouseholdList(ready=("alone",)))
    work.choices.list.choose("一人")
    assert work.count.text().startswith("ラベル3枚")


def test_what_is_left_out_is_said_and_a_change_is_seen_at_once(work, street):
    assert not work.notes.isVisible()
    store.change_household(street, 1, "address", "")
    assert work.notes.text() == "住所のない1世帯は刷りません：髙橋 一郎"
    assert work.count.text().startswith("ラベル7枚")


def test_nobody_is_nothing_to_print(work):
    work.choices.list.choose("nobody_in")
    assert work.count.text().startswith("ラベル0枚")
    assert not work.print_button.isEnabled()
    assert "宛先がひとつもありません。" in work.notes.text()
