"""Whoever goes to a page can go on with the keys there, without the mouse."""

import pytest
from app.reading_in_steps import SAMPLES, finish, opened
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from widgets.keyboard import be_in_front, write

from kucho_desktop.app.rooms import rooms
from kucho_desktop.app.settings import Settings
from kucho_desktop.app.window import Window
from kucho_desktop.association.store import name_association
from kucho_desktop.households.store import add_household
from kucho_desktop.officers.store import take_over_posts
from kucho_desktop.tonarigumi.store import add_tonarigumi

CTRL = Qt.KeyboardModifier.ControlModifier
ROOMS = ("households", "tonarigumi", "officers", "association")


@pytest.fixture
def empty(qtbot, book):
    # A window of the test before, dying only now, would take the keys from this one.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.processEvents()
    made = Window(book, rooms(), Settings())
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    be_in_front(qtbot, made)
    return made


@pytest.fixture
def window(book, empty):
    name_association(book, name="梓野区", chief="髙橋 一郎")
    group = add_tonarigumi(book, "第1隣組")
    for head in ("髙橋 一郎", "濵田 清", "等々力 隆"):
        add_household(book, head, tonarigumi_id=group)
    take_over_posts(book, range(3))
    return empty


def press(qtbot, window, key):
    """Where the keys of this window go; offscreen it may not stay in front by itself."""
    qtbot.keyClick(window.focusWidget(), key)


def key_of(name):
    """The rooms stand behind the first page, in their order."""
    return Qt.Key(Qt.Key.Key_2 + [room.name for room in rooms()].index(name))


def first_of(window, name):
    """What is most useful on a page."""
    page = window.pages[name]
    wanted = {
        "home": lambda: window.side.buttons["home"],
        "households": lambda: page.list,
        "tonarigumi": lambda: page.list,
        "officers": lambda: page.seats.list,
        "association": lambda: page.form.boxes["name"].edit,
        "settings": lambda: page.sizes.checkedButton(),
        "help": lambda: page.flow,
        "print": lambda: next(each for each in page.list.values() if each.isChecked()),
    }
    return wanted[name]()


@pytest.mark.parametrize(
    ("name", "key", "held"),
    [
        *((name, key_of(name), CTRL) for name in ROOMS),
        ("help", Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier),
        ("print", Qt.Key.Key_P, CTRL),
    ],
)
def test_by_a_key(qtbot, window, name, key, held):
    qtbot.keyClick(window, key, held)
    assert window.focusWidget() is first_of(window, name)
    qtbot.keyClick(window, Qt.Key.Key_1, CTRL)
    assert window.focusWidget() is window.side.buttons["home"]
    qtbot.keyClick(window, key, held)
    assert window.focusWidget() is first_of(window, name)
    if name == "print":
        qtbot.waitUntil(window.pages["print"].print_button.isEnabled, timeout=20_000)


@pytest.mark.parametrize("name", [*ROOMS, "settings", "help"])
def test_by_the_side_bar(qtbot, window, name):
    made = window.side.buttons.get(name) or window.side.below[name]
    made.setFocus()
    qtbot.keyClick(made, Qt.Key.Key_Return)
    assert window.focusWidget() is first_of(window, name)
    qtbot.mouseClick(window.side.buttons["home"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
    assert window.focusWidget() is first_of(window, name)


def test_a_window_that_is_built_on_a_page_begins_there(qtbot, book, window):
    again = Window(book, rooms(), Settings())
    qtbot.addWidget(again)
    again.go("households")
    again.show()
    be_in_front(qtbot, again)
    assert again.focusWidget() is again.pages["households"].list


def test_an_empty_room_begins_at_its_button(qtbot, empty):
    qtbot.keyClick(empty, Qt.Key.Key_2, CTRL)
    assert "読み込む" in empty.focusWidget().text()
    qtbot.keyClick(empty, Qt.Key.Key_3, CTRL)
    assert "加える" in empty.focusWidget().text()


def test_after_reading_in_the_list_has_the_keys(qtbot, empty):
    empty.begin("households", "import")
    page = empty.pages["read_in"]
    opened(qtbot, page.wizard, SAMPLES / "roster_plain.xlsx")
    press(qtbot, empty, Qt.Key.Key_Return)
    page.wizard.wizard.on.click()
    finish(qtbot, page.wizard)
    assert empty.focusWidget() is empty.pages["households"].list


def is_new_head(qtbot, page):
    """A button that is pressed by its shortcut is seen to go down before anything happens."""
    head = page.arriving.form.boxes["head"].edit
    qtbot.waitUntil(lambda: page.window().focusWidget() is head)


@pytest.mark.parametrize("start", ["window", "empty"])
def test_esc_from_a_new_household_goes_back_to_the_list(qtbot, request, start):
    window = request.getfixturevalue(start)
    qtbot.keyClick(window, Qt.Key.Key_2, CTRL)
    page = window.pages["households"]
    if start == "window":
        qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    else:
        press(qtbot, window, Qt.Key.Key_Tab)
        press(qtbot, window, Qt.Key.Key_Return)
    is_new_head(qtbot, page)
    press(qtbot, window, Qt.Key.Key_Escape)
    focused = window.focusWidget()
    assert focused is page.list if start == "window" else "読み込む" in focused.text()


def test_what_is_begun_is_gone_on_with(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_2, CTRL)
    page = window.pages["households"]
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    is_new_head(qtbot, page)
    write(window.focusWidget(), "平林")
    qtbot.keyClick(window, Qt.Key.Key_1, CTRL)
    qtbot.keyClick(window, Qt.Key.Key_2, CTRL)
    assert window.focusWidget() is page.arriving.form.boxes["head"].edit
    assert page.arriving.new.head == "平林"


def test_in_the_last_step_the_repairs_come_before_what_throws_away(qtbot, empty):
    empty.begin("households", "import")
    wizard = empty.pages["read_in"].wizard
    opened(qtbot, wizard, SAMPLES / "roster_as_kept.xlsx")
    wizard.wizard.on.click()
    wizard.wizard.on.click()
    qtbot.waitUntil(wizard.wizard.on.isEnabled)
    assert wizard.result.remarks.parts
    reached = []
    while empty.focusWidget() is not wizard.wizard.give_up:
        reached.append(empty.focusWidget())
        assert len(reached) < 60
        press(qtbot, empty, Qt.Key.Key_Tab)
    remarks = wizard.result.remarks
    wanted = [*(part.button for part in remarks.parts), remarks.save, wizard.wizard.on]
    assert [each for each in reached if each in wanted] == wanted
