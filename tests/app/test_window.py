"""The window is used by keyboard: going, searching, undoing, hiding."""

import pytest
from app.rooms_to_try import HousesPage, rooms
from PySide6.QtCore import Qt
from widgets.keyboard import be_in_front, write

from kucho_desktop.app.books import create_book
from kucho_desktop.app.settings import Settings, load_settings
from kucho_desktop.app.window import Window
from kucho_desktop.association.store import change_association, name_association
from kucho_desktop.households.store import add_household

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def district(book):
    name_association(book, name="梓野区", kana="あずさのく", chief="髙橋 一郎")
    for head, kana in (("髙橋 一郎", "たかはし いちろう"), ("濵田 清", "はまだ きよし")):
        add_household(book, head, kana=kana, phone="0263-72-0101")
    return book


@pytest.fixture
def window(qtbot, district):
    HousesPage.built = 0
    made = Window(district, rooms(), Settings())
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    be_in_front(qtbot, made)
    return made


def test_says_whose_book_it_is(window):
    assert window.side.district.whole() == "梓野区"
    assert window.side.year.whole() == "令和8年度"
    assert window.windowTitle() == "梓野区"


def test_pages_are_built_when_they_are_gone_to(window, qtbot):
    assert HousesPage.built == 0
    qtbot.keyClick(window, Qt.Key.Key_2, CTRL)
    assert HousesPage.built == 1
    assert window.stack.currentWidget() is window.pages["households"]
    assert window.side.buttons["households"].isChecked()
    qtbot.keyClick(window, Qt.Key.Key_1, CTRL)
    qtbot.keyClick(window, Qt.Key.Key_2, CTRL)
    assert HousesPage.built == 1


def test_the_side_bar_by_keyboard(window, qtbot):
    window.side.buttons["home"].setFocus()
    qtbot.keyClick(window.side.buttons["home"], Qt.Key.Key_Down)
    assert window.side.buttons["households"].hasFocus()
    qtbot.keyClick(window.side.buttons["households"], Qt.Key.Key_Return)
    assert window.current == "households"


def test_search_goes_to_the_household(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F, CTRL)
    box = window.top.search
    assert box.hasFocus()
    write(box, "はまだ")
    qtbot.waitUntil(box.hits.isVisible)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert window.current == "households"
    page = window.pages["households"]
    assert page.list.table.record_at(page.list.currentIndex().row()).head == "濵田 清"
    assert box.text() == ""
    assert not box.hits.isVisible()


def test_search_by_the_arrow_keys(window, qtbot):
    box = window.top.search
    box.setFocus()
    write(box, "0263")
    box.look()
    assert [box.hits.item(row).text() for row in range(box.hits.count())] == [
        "世帯",
        "髙橋 一郎",
        "濵田 清",
    ]
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert window.pages["households"].list.currentIndex().row() == 1


def test_search_that_finds_nothing_says_so(window, qtbot):
    box = window.top.search
    box.setFocus()
    write(box, "ｗｗｗ")
    box.look()
    assert "ｗｗｗ" in box.hits.item(0).text()
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert window.current == "home"
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not box.hits.isVisible()


def test_undo_names_its_step(window, qtbot, district):
    window.go("households")
    page = window.pages["households"]
    page.phone(1, "0263-72-0199")
    assert "電話" in window.top.undo.accessibleName()
    assert "電話" in window.foot.kept.whole()
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert page.list.table.record_at(0).phone == "0263-72-0101"
    assert "電話" in window.top.redo.accessibleName()
    qtbot.keyClick(window, Qt.Key.Key_Y, CTRL)
    assert page.list.table.record_at(0).phone == "0263-72-0199"
    qtbot.keyClick(window.top.undo, Qt.Key.Key_Return)
    assert page.list.table.record_at(0).phone == "0263-72-0101"


def test_nothing_to_undo_cannot_be_pressed(qtbot, book):
    made = Window(book, rooms(), Settings())
    qtbot.addWidget(made)
    assert not made.top.undo.isEnabled()
    assert not made.top.redo.isEnabled()


def test_typing_takes_back_letters_before_steps(window, qtbot):
    window.go("households")
    window.pages["households"].phone(1, "0263-72-0199")
    box = window.top.search
    box.setFocus()
    write(box, "abc")
    qtbot.keyClick(box, Qt.Key.Key_Z, CTRL)
    assert box.text() != "abc"
    assert "電話" in window.top.undo.accessibleName()


def test_what_was_done_can_be_undone_from_the_strip(window, qtbot):
    window.go("households")
    page = window.pages["households"]
    page.phone(1, "0263-72-0199")
    page.done.emit("電話番号を変えました")
    qtbot.keyClick(window.toast.undo_button, Qt.Key.Key_Return)
    assert page.list.table.record_at(0).phone == "0263-72-0101"
    page.refused.emit("番号が足りません。")
    assert window.toast.text.text() == "番号が足りません。"


def test_a_page_sends_the_user_to_another(window):
    window.pages["home"].begins.emit("households", "import")
    assert window.current == "households"
    assert window.pages["households"].begun == "import"


def test_help_and_settings_by_key_and_click(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert window.current == "help"
    qtbot.mouseClick(window.side.below["settings"], Qt.MouseButton.LeftButton)
    assert window.current == "settings"


def test_narrow_window_puts_words_under_icons(window, qtbot):
    wide = window.side.width()
    under = Qt.ToolButtonStyle.ToolButtonTextUnderIcon
    window.resize(1000, 768)
    assert window.side.width() < wide
    assert window.side.buttons["households"].toolButtonStyle() == under
    assert window.side.buttons["households"].text() == "世帯"


def test_own_words_of_the_district_build_the_window_anew(window, qtbot, district):
    with qtbot.waitSignal(window.look_changed):
        change_association(district, "group_word", "班")


def test_column_widths_are_remembered(window, qtbot, district):
    window.go("households")
    window.pages["households"].list.horizontalHeader().resizeSection(0, 321)
    window.close()
    settings = load_settings()
    assert settings.widths == {"houses": {"head": 321}}
    again = Window(district, rooms(), settings)
    qtbot.addWidget(again)
    again.show()
    again.go("households")
    assert again.pages["households"].list.columnWidth(0) == 321


@pytest.fixture
def locked_book(tmp_path):
    book, _code = create_book(tmp_path / "a.kucho", "あずさの山の清い水")
    yield book
    book.close()


def test_hidden_screen_shows_nothing_and_opens_with_the_password(qtbot, locked_book):
    window = Window(locked_book, rooms(), Settings())
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    be_in_front(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_L, CTRL)
    assert window.cover is not None
    assert window.cover.isVisible()
    assert not window.stack.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_2, CTRL)
    assert window.current == "home"
    window.cover.password.line.setText("ちがう")
    qtbot.keyClick(window.cover.password.line, Qt.Key.Key_Return)
    assert window.cover.isVisible()
    assert window.cover.problem.isVisible()
    window.cover.password.line.setText("あずさの山の清い水")
    qtbot.keyClick(window.cover.password.line, Qt.Key.Key_Return)
    assert window.stack.isVisible()
    assert window.cover.password.line.text() == ""
