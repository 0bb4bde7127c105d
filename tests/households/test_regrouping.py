"""Groups that are split, joined, renamed and put in another order, as of a day."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kucho_desktop.app.rooms import rooms
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.found import Place
from kucho_desktop.core.history import last_steps
from kucho_desktop.households import store
from kucho_desktop.tonarigumi import store as groups

DAY = date(2026, 10, 1)
BEFORE = date(2026, 9, 30)


def walk(book, day: date | None = None) -> dict[str, list[int]]:
    names = groups.tonarigumi_named(book, day)
    found: dict[str, list[int]] = {name: [] for name in names.values()}
    for each in store.households_on(book, day):
        found.setdefault(names.get(each.tonarigumi_id, ""), []).append(each.id)
    return found


FIRST = {"第1隣組": [1, 2, 3], "第2隣組": [4, 5, 6], "第3隣組": [7, 8, 9]}


def test_a_group_is_split(street):
    assert walk(street) == FIRST
    new = store.split_group(street, 1, "第1隣組東", [3, 1], DAY)
    after = {"第1隣組": [2], "第1隣組東": [1, 3], "第2隣組": [4, 5, 6], "第3隣組": [7, 8, 9]}
    assert walk(street) == after
    assert list(walk(street)) == list(after)
    assert walk(street, BEFORE) == FIRST
    assert list(walk(street, BEFORE)) == list(FIRST)
    assert store.household(street, 3).walking_order == 2
    assert store.sizes_on(street, DAY)[new] == 2
    assert last_steps(street)[0].text == "「第1隣組」を分けて「第1隣組東」をつくる"
    street.undo()
    assert walk(street) == FIRST
    street.redo()
    assert walk(street) == after


def test_a_group_is_split_in_advance(street):
    store.split_group(street, 1, "東組", [1], date(2027, 4, 1))
    assert walk(street) == FIRST
    assert walk(street, date(2027, 4, 1))["東組"] == [1]


def test_two_groups_become_one(street):
    store.household_changes_group(street, 9, 1, date(2027, 4, 1))
    store.merge_groups(street, 1, 2, DAY)
    assert walk(street) == {"第2隣組": [4, 5, 6, 1, 2, 3], "第3隣組": [7, 8, 9]}
    assert walk(street, BEFORE) == FIRST
    assert walk(street, date(2027, 4, 1))["第2隣組"] == [4, 5, 6, 1, 2, 3, 9]
    street.undo()
    assert walk(street) == FIRST


@pytest.mark.parametrize(
    ("name", "houses"), [("東組", []), ("東組", [1, 2, 3]), ("東組", [1, 4]), ("", [1]),
                         ("第2隣組", [1])],
)  # fmt: skip
def test_a_split_that_is_none_is_refused(street, name, houses):
    before = walk(street)
    with pytest.raises(NotAllowed, match=r"。$"):
        store.split_group(street, 1, name, houses, DAY)
    assert walk(street) == before


def test_an_outer_group_does_not_join_another_one(street):
    outer = groups.add_tonarigumi(street, "上手常会")
    groups.change_tonarigumi(street, 1, "parent_id", outer)
    with pytest.raises(NotAllowed, match="組があります"):
        store.merge_groups(street, outer, 2, DAY)
    with pytest.raises(NotAllowed, match="別の組"):
        store.merge_groups(street, 2, 2, DAY)


def test_another_name_and_another_order_hold_from_a_day_on(street):
    groups.rename_tonarigumi(street, 1, "東組", "ひがしぐみ", DAY)
    groups.place_tonarigumi(street, 1, 3, DAY)
    assert list(walk(street)) == ["第2隣組", "第3隣組", "東組"]
    assert list(walk(street, BEFORE)) == list(FIRST)
    groups.place_tonarigumi(street, 3, None, DAY)
    assert list(walk(street)) == ["第3隣組", "第2隣組", "東組"]
    assert [each.id for each in store.households_on(street)][:3] == [7, 8, 9]
    for wrong in (lambda: groups.rename_tonarigumi(street, 1, "第2隣組", "", DAY),
                  lambda: groups.rename_tonarigumi(street, 1, "東組", "ひがしぐみ", DAY),
                  lambda: groups.place_tonarigumi(street, 3, None, DAY)):  # fmt: skip
        with pytest.raises(NotAllowed, match=r"。$"):
            wrong()


# ---- by the keyboard ----


@pytest.fixture
def page(street, qtbot):
    page = next(room for room in rooms() if room.name == "tonarigumi").make_page(street)
    qtbot.addWidget(page)
    street.listen(page.changed)
    page.said = []
    page.done.connect(page.said.append)
    page.resize(1170, 670)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    yield page
    street.unlisten(page.changed)


KEYS = {
    "enter": Qt.Key.Key_Return,
    "tab": Qt.Key.Key_Tab,
    "space": Qt.Key.Key_Space,
    "escape": Qt.Key.Key_Escape,
}


@pytest.fixture
def press(page, qtbot):
    """Presses a key where the focus is."""

    def press(key: str = "enter") -> None:
        qtbot.keyClick(QApplication.focusWidget(), KEYS[key])

    return press


@pytest.fixture
def type_on(page, press):
    """Types into the box that has the focus, and goes on with Enter."""

    def type_on(text: str) -> None:
        box = QApplication.focusWidget()
        getattr(box, "line", box).setText(text)
        press()

    return type_on


@pytest.fixture
def begin(page, press):
    """Choose a group and a way of forming it anew."""

    def choose(group: int, way: str) -> None:
        page.show_place(Place("tonarigumi", group))
        page.anew.setFocus()
        press()
        while not page.regroup.buttons[way].hasFocus():
            press("tab")
        press()

    return choose


@pytest.fixture
def kept(page, street):
    """One step is written, told, and taken back by undo."""
    steps = len(last_steps(street))
    yield
    assert len(last_steps(street)) == steps + 1
    assert page.said == [last_steps(street)[0].text]
    street.undo()
    assert walk(street) == FIRST


def test_a_split_by_the_keyboard(page, street, begin, press, type_on, kept):
    begin(1, "split")
    assert page.regroup.hint.text() == "新しい組に移る家を選んでください。"
    type_on("東組")
    type_on("R8.10.1")
    assert page.regroup.checks[0][1].hasFocus(), QApplication.focusWidget().text()
    press("space")
    press("tab")
    press("space")
    assert page.regroup.effect.text().splitlines() == [
        "第1隣組：3軒 → 1軒",
        "新しい組「東組」：2軒",
        "並び順：第1隣組、東組、第2隣組、第3隣組",
    ]
    assert walk(street) == FIRST
    press("tab")
    press("tab")
    assert page.regroup.write.hasFocus()
    press()
    assert page.anew.hasFocus()
    assert walk(street)["東組"] == [1, 2]


def test_a_merger_by_the_keyboard(page, street, begin, press, type_on, kept):
    begin(3, "merge")
    type_on("第1隣組")
    type_on("R8.10.1")
    assert page.regroup.effect.text().splitlines() == [
        "第1隣組：3軒 → 6軒",
        "「第3隣組」はなくなります",
        "並び順：第1隣組、第2隣組",
    ]
    press()
    assert walk(street) == {"第1隣組": [1, 2, 3, 7, 8, 9], "第2隣組": [4, 5, 6]}


def test_another_name_by_the_keyboard(page, street, begin, press, type_on, kept):
    begin(2, "rename")
    for text in ("中組", "なかぐみ", "R8.10.1"):
        type_on(text)
    assert page.regroup.effect.text() == "第2隣組 → 中組"
    press()
    assert list(walk(street)) == ["第1隣組", "中組", "第3隣組"]
    assert list(walk(street, BEFORE)) == list(FIRST)


def test_another_order_by_the_keyboard(page, street, begin, press, type_on, kept):
    begin(3, "order")
    type_on("（いちばん前）")
    type_on("R8.10.1")
    assert page.regroup.effect.text() == "並び順：第3隣組、第1隣組、第2隣組"
    press()
    assert list(walk(street)) == ["第3隣組", "第1隣組", "第2隣組"]


def test_esc_goes_back_and_another_group_gives_it_up(page, begin, press):
    begin(1, "split")
    press("escape")
    assert page.regroup.buttons["split"].hasFocus()
    press("escape")
    assert page.regroup.isHidden()
    assert page.anew.hasFocus()
    begin(1, "merge")
    page.show_place(Place("tonarigumi", 2))
    assert page.regroup.isHidden()
    assert page.form.isVisible()
